"""The project's own measures are those of the annotation guide's scorer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.attributions import SHARED, folder_of, measure
from evaluation.scoring import Relation, paired
from recoupe.cli import guide_line
from recoupe.ingest import read
from recoupe.pipeline import attributions_of

NEWS = SHARED / "gold" / "fr-news"
SCORER = SHARED / "tools" / "score_attributions.py"


def relation(*content: tuple[int, int], source: tuple[int, int] | None = None, optional: bool = False) -> Relation:
    return Relation("a", source, content, "direct", "flat", optional)


def test_of_all_pairings_one_with_the_most_pairs_is_taken() -> None:
    gold = [relation((0, 10)), relation((0, 14))]
    predicted = [relation((0, 12)), relation((0, 7))]  # the second fits the first alone
    assert paired(gold, predicted) == {0: 1, 1: 0}


def test_contents_decide_before_sources() -> None:
    gold = [relation((0, 10), source=(20, 25))]
    assert paired(gold, [relation((0, 4), source=(20, 25))]) == {}
    assert paired(gold, [relation((0, 10), source=(30, 35))]) == {0: 0}


def test_required_relations_are_placed_before_optional_ones() -> None:
    gold = [relation((0, 10), optional=True), relation((0, 10))]
    assert paired(gold, [relation((0, 10))]) == {1: 0}


@pytest.mark.skipif(not NEWS.exists(), reason="the marked news is not beside the project")
def test_the_figures_are_those_of_the_scorer(tmp_path: Path) -> None:
    lines = [
        json.dumps(guide_line(Path(d.name).name, a))
        for d in read([str(p) for p in sorted(NEWS.glob("*.txt"))]).documents
        for a in attributions_of(d, {}).attributions
    ]
    (tmp_path / "found.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [
        sys.executable,
        str(SCORER),
        str(NEWS / "gold.jsonl"),
        str(tmp_path / "found.jsonl"),
        "--texts",
        str(NEWS),
    ]
    theirs = json.loads(subprocess.run([*command, "--json"], check=True, capture_output=True, text=True).stdout)
    ours = measure(folder_of(NEWS))
    for name in ("content", "relation", "exact", "relay"):
        assert getattr(ours, name).f1 == theirs[name]["f1"], name
