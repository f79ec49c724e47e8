"""Law 10: over the demo, a generated pile and the affairs no field of the contract is constant but those named here.

The affairs are analysed as far as they are needed to show it; no field beside the contract stands in any pile analysed.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from recoupe.corrections import corrections_of
from recoupe.model import Dossier
from recoupe.model.corrections import Anchor, SetDate, SplitClaim
from recoupe.pipeline import analyse
from recoupe.report import render
from recoupe.report.schema import contract_schema

CONSTANT = {
    ".schema",
    ".recoupe",
    ".claims[].origins.exact",  # false where the search for `min` gives up: tests/provenance/test_ranges.py has such voices
}
AFFAIRS = Path(__file__).parents[2] / "evaluation" / "affairs"

WITNESSED = (
    "L'Écho de Sérac, 12 mars 2025\n\nLa société Dorval a livré dix pompes à la ville de Sérac, a constaté un journaliste "
    "de L'Écho de Sérac. Selon deux employés, un incendie a détruit l'entrepôt de la société Dorval.\n"
)
SEEN = (
    "L'Aube de Brel, 12 mars 2025\n\nLa société Arvane a livré dix cuves à la ville de Brel, a constaté un journaliste de "
    "L'Aube de Brel.\n"
)
CUT = "Le Matin de Brel, 13 mars 2025\n\nSelon le maire de Brel, la société Dorval a livré dix pompes à la ville de Sérac et"
WIRE = "Le préfet a annoncé lundi que la société Arvane avait racheté le port de Brel pour trois millions d'euros."
WIRES = {
    "wire-1.txt": f"La Vigie, 14 mars 2025\n\n{WIRE} (AFP)\n",
    "wire-2.txt": f"Le Phare, 15 mars 2025\n\n{WIRE} (AFP)\n",
}


def generated(folder: Path) -> Path:
    """A pile with two witnesses, a text cut off and a passage of an agency that is not there."""
    folder.mkdir()
    for name, text in {"witness.txt": WITNESSED, "seen.txt": SEEN, "cut.txt": CUT, **WIRES}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def fields(schema: dict[str, Any], node: dict[str, Any], path: str = "") -> Iterator[str]:
    """Every field of the schema by its path: `.claims[].origins.min`."""
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rpartition("/")[2]]
    for one in node.get("anyOf", ()):
        yield from fields(schema, one, path)
    if isinstance(node.get("items"), dict):
        yield from fields(schema, node["items"], f"{path}[]")
    for name, inner in node.get("properties", {}).items():
        yield f"{path}.{name}"
        yield from fields(schema, inner, f"{path}.{name}")


def collect(node: Any, values: dict[str, set[str]], path: str = "") -> None:
    """The values that each field has."""
    if isinstance(node, list):
        for inner in node:
            collect(inner, values, f"{path}[]")
    elif isinstance(node, dict):
        for name, inner in node.items():
            values[f"{path}.{name}"].add(json.dumps(inner, sort_keys=True))
            collect(inner, values, f"{path}.{name}")


def affairs() -> Iterator[Dossier]:
    """The affairs, each analysed when it is asked for."""
    for affair in sorted(AFFAIRS.iterdir()):
        if (affair / "reports").is_dir():
            yield analyse([str(affair / "reports")])


def constant(values: dict[str, set[str]]) -> dict[str, list[str]]:
    """The fields of the contract that have one value or none, beside those named above."""
    schema = json.loads(contract_schema())
    told = fields(schema, schema)
    return {path: sorted(values[path]) for path in told if len(values[path]) < 2 and path not in CONSTANT}


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    pile = generated(tmp_path_factory.mktemp("constants") / "pile")
    made = {"who": "Ada Morel", "when": date(2025, 3, 20), "why": "checked with the authors"}
    other = {"who": "Bo Ancel", "when": date(2025, 3, 21), "why": "another matter"}
    corrections = corrections_of(
        (
            SetDate(report="cut.txt", not_before=date(2025, 3, 1), **made),
            SplitClaim(statements=(Anchor(report="nowhere.txt", words="nothing"),), **other),
        ),
        "corrections.json",
    )
    found: dict[str, set[str]] = defaultdict(set)
    demo = str(files("recoupe.demo") / "affair")
    for dossier in (analyse([str(pile)], corrections=corrections), analyse([demo])):
        collect(json.loads(render(dossier, "json", "en")), found)
    for dossier in affairs() if constant(found) else ():
        collect(json.loads(render(dossier, "json", "en")), found)
        if not constant(found):
            break  # what varies already varies over more affairs too
    return found


def test_no_field_of_the_contract_is_constant(values: dict[str, set[str]]) -> None:
    schema = json.loads(contract_schema())
    told = list(fields(schema, schema))
    assert len(told) > 300
    assert constant(values) == {}


def test_no_field_is_told_that_the_contract_does_not_have(values: dict[str, set[str]]) -> None:
    schema = json.loads(contract_schema())
    assert {p for p in values if not p.startswith(".options.")} <= set(fields(schema, schema))
