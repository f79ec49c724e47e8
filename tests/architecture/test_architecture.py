"""The shape of the code: what no other tool checks."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from recoupe.languages import LANGUAGES, language_pack, shared_pack

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "recoupe"
MODULES = sorted(SOURCE.rglob("*.py"))
STAGES = ("ingest", "linguistics", "attribution", "actors", "values", "reuse", "provenance", "dossier", "report", "web")
LONGEST = 520  # lines of a module


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_exports_one_verb(stage: str) -> None:
    tree = ast.parse((SOURCE / stage / "__init__.py").read_text(encoding="utf-8"))
    exported = next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
    )
    assert len([name for name in exported if name[0].islower()]) == 1


def test_modules_stay_small() -> None:
    sizes = {str(m.relative_to(ROOT)): len(m.read_text(encoding="utf-8").splitlines()) for m in MODULES}
    assert {name: size for name, size in sizes.items() if size > LONGEST} == {}


def test_no_rule_asks_for_a_language_outside_the_packs() -> None:
    question = re.compile(r"""(language|code|lang)\s*(==|!=)\s*["'](fr|en)["']""")
    outside = [m for m in MODULES if "languages" not in m.parts and "pipelines" not in m.parts]
    assert [str(m) for m in outside if question.search(m.read_text(encoding="utf-8"))] == []


def test_nothing_prints_but_the_command_line_and_the_terminal() -> None:
    quiet = [m for m in MODULES if m.name not in {"cli.py", "terminal.py"}]
    assert [str(m) for m in quiet if re.search(r"(?m)^\s*print\(", m.read_text(encoding="utf-8"))] == []


def test_both_languages_have_the_same_files() -> None:
    files = [{p.name for p in (SOURCE / "languages" / code).glob("*.toml")} for code in LANGUAGES]
    assert files[0] == files[1]


def test_every_pack_loads_and_names_classes_that_exist() -> None:
    classes = shared_pack().event_classes.classes
    for code in LANGUAGES:
        events = language_pack(code).events
        named = {c for table in (events.verbs, events.nouns) for entry in table.values() for c in entry.classes}
        assert named <= classes.keys()
        assert set(events.default_roles) <= classes.keys()


def test_no_pack_is_a_placeholder() -> None:
    packs = sorted((SOURCE / "languages").rglob("*.toml"))
    assert [str(p) for p in packs if "stub" in p.read_text(encoding="utf-8")[:40]] == []
    assert all(tomllib.loads(p.read_text(encoding="utf-8")) for p in packs)


def test_every_public_function_says_what_it_does() -> None:
    silent = []
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                inner = isinstance(node, ast.FunctionDef) and any(
                    isinstance(d, ast.Name) and d.id == "property" for d in node.decorator_list
                )
                if ast.get_docstring(node) is None and not inner and module.name != "picture.py":
                    silent.append(f"{module.relative_to(ROOT)}: {node.name}")
    local = {"root", "fill", "watch", "order", "resolve", "directed", "same", "create"}
    assert [s for s in silent if s.rpartition(" ")[2] not in local] == []
