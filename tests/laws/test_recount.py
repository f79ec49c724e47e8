"""Law 6: each count recomputes from the JSON alone, by a short script that imports nothing of ours."""

import copy
import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws.recount import recount
from tests.provenance.dossiers import Affair

SCRIPT = Path(__file__).parent / "recount.py"
PEOPLE = ("doctor", "docker", "judge", "pilot")
ACTORS = (*PEOPLE, "source", "gazette", "herald", None)


def dossier_of(affair):
    """The parts of a dossier that are counted, as JSON."""
    traced = affair.traced()
    parts = {"statements": traced.statements, "voices": traced.voices, "claims": traced.claims}
    parts |= {"attributions": list(affair.attributions.values()), "reuse": affair.reuse}
    return json.loads(msgspec.json.encode(parts))


def affair_of(said):
    """A pile in which the given actors state the claim, each in the report of the given number."""
    affair = Affair()
    affair.people(*PEOPLE)
    affair.actor("source", "unknown", anonymous=True)
    affair.report("r0", "gazette")
    affair.report("r1", "herald")
    affair.report("r2")
    for report, actor, stance in said:
        affair.states(f"r{report}", actor, stance)
    return affair


sayings = st.lists(
    st.tuples(
        st.integers(0, 2), st.sampled_from(ACTORS), st.sampled_from(("affirms", "affirms", "denies", "supposes"))
    ),
    min_size=1,
    max_size=9,
)


@settings(deadline=None, max_examples=60)
@given(sayings)
def test_every_count_recomputes(said):
    assert recount(dossier_of(affair_of(said))) == []


@settings(deadline=None, max_examples=40)
@given(sayings)
def test_a_range_holds_law_five_and_a_copied_report_changes_it_not(said):
    affair = affair_of(said)
    before = affair.claim().origins
    assert (1 <= before.min <= before.max) if before.voices else (before.min, before.max) == (0, 0)
    assert before.established == (before.min >= 2)
    affair.report("r9")
    for statement, own in [(i, s) for i, s in affair.statements.items() if s.document == "r2"]:
        actor = affair.attributions[own.attribution].actor if own.attribution else None
        stance = "supposes" if own.realis == "hypothetical" else own.stance
        affair.copies("copy", statement, affair.states("r9", actor, stance))
    after = affair.claim().origins
    assert (after.min, after.max) == (before.min, before.max)


@pytest.mark.parametrize("field", ["min", "max", "established", "voices", "groups_min"])
def test_a_wrong_figure_is_found(field):
    right = dossier_of(affair_of([(0, "doctor", "affirms"), (1, "docker", "affirms")]))
    wrong = copy.deepcopy(right)
    wrong["claims"][0]["origins"][field] = {"min": 1, "max": 1, "established": False}.get(field, [])
    assert recount(right) == []
    assert recount(wrong) != []


def test_the_script_stands_alone(tmp_path):
    file = tmp_path / "dossier.json"
    file.write_text(json.dumps(dossier_of(affair_of([(0, "doctor", "affirms")]))), encoding="utf-8")
    done = subprocess.run([sys.executable, "-I", str(SCRIPT), str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "")
    assert len(SCRIPT.read_text(encoding="utf-8").splitlines()) < 80
