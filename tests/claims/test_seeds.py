"""The reference pile of five real reports beside the project: what the page must bring together."""

from pathlib import Path

import pytest

from recoupe.model import Claim, Dossier
from recoupe.pipeline import analyse

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the reference pile is not beside the project")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return analyse([str(SEEDS)])


@pytest.fixture(scope="module")
def delivered(dossier: Dossier) -> Claim:
    return dossier.claims[0]


def names(dossier: Dossier, claim: Claim) -> dict[str, set[str]]:
    """Who denies the claim, by name, in which reports."""
    voices = {v.id: v for v in dossier.voices}
    actors = {a.id: a.name for a in dossier.actors}
    files = {d.id: d.name[:3] for d in dossier.documents}
    found: dict[str, set[str]] = {}
    for denial in claim.denials:
        actor = voices[denial.voice].actor
        found.setdefault(actors[actor] if actor else "", set()).update(files[d] for d in denial.reports)
    return found


def test_the_delivery_is_one_claim_of_four_reports(dossier: Dossier, delivered: Claim) -> None:
    files = {d.id: d.name[:3] for d in dossier.documents}
    assert {files[d] for d in delivered.reports} == {"000", "001", "003", "004"}
    assert (delivered.origins.min, delivered.origins.max, delivered.origins.established) == (1, 6, False)


def test_iran_and_russia_deny_it(dossier: Dossier, delivered: Claim) -> None:
    found = names(dossier, delivered)
    assert found["Iran"] == {"003", "004"}
    assert found["les autorités russes"] == {"003"}


def test_the_report_of_august_is_in_its_thread(dossier: Dossier, delivered: Claim) -> None:
    thread = next(t for t in dossier.threads if delivered.id in t.claims)
    files = {d.id: d.name[:3] for d in dossier.documents}
    statements = {s.id: s for s in dossier.statements}
    claims = {c.id: c for c in dossier.claims}
    announced = {
        files[statements[s].document]
        for c in thread.claims
        for s in claims[c].statements
        if statements[s].phase in {"planned", "imminent"}
    }
    assert "002" in announced


def test_the_spokesmans_sentence_is_one_utterance(dossier: Dossier) -> None:
    groups = [{s.document for m in u.members for s in m.spans} for u in dossier.utterances]
    sentence = [
        u
        for u in dossier.utterances
        if all("transfert" in s.text or "Cela" in s.text for m in u.members for s in m.spans)
    ]
    assert sentence and len({s.document for m in sentence[0].members for s in m.spans}) >= 3
    assert any(len(g) >= 3 for g in groups)
