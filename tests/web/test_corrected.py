"""Each kind of correction by click, through the whole analysis: it is applied, and undone it leaves no trace."""

from collections.abc import Sequence

import msgspec
import pytest

from recoupe.dossier import Store, open_store
from recoupe.dossier.store import StoredCorrection
from recoupe.ingest import Reading
from recoupe.ingest.contents import Raw
from recoupe.model import Claim, Dossier
from recoupe.pipeline import analyse_reading
from recoupe.web.analyst import Analyst, Watch
from recoupe.web.correcting import read_back
from tests.web.running import OURS, client

ORLE = (
    "Orle Matin, 3 mars 2025\n\n"
    "La préfecture a annoncé que la société Dorval avait livré dix pompes à la ville de Sérac. "
    "Selon Anna Vidal, directrice du port, la société Dorval a livré dix pompes à la ville de Sérac. "
    "La société Dorval a démenti toute livraison de pompes à la ville de Sérac.\n"
)
FANAL = (
    "Le Fanal, 4 mars 2025\n\n"
    "Selon Marc Lestrade, conseiller de Sérac, la société Dorval a livré douze pompes à la ville de Sérac. "
    "Le maire a annoncé que la société Dorval avait livré douze pompes à la ville de Sérac. "
    "Le maire a annoncé que la société Brunel avait versé deux millions d'euros à la société Arvane.\n"
)
WHO = {"who": "Ada", "when": "2025-04-01", "why": "she said so"}


def worked(reading: Reading, corrections: Sequence[StoredCorrection], watch: Watch) -> Dossier:
    """The analysis as `recoupe serve` runs it, in one process."""
    return analyse_reading(reading, corrections=read_back(corrections))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Analyst]:
    store = open_store(tmp_path_factory.mktemp("desk") / "affair.recoupe")
    store.add([Raw("orle.txt", ORLE.encode()), Raw("fanal.txt", FANAL.encode())])
    return store, Analyst(store, worked)


def result(desk: tuple[Store, Analyst]) -> Dossier:
    store, analyst = desk
    analyst.once()
    found = store.result()
    assert found is not None
    return found


def leading(dossier: Dossier) -> Claim:
    return dossier.claims[0]


def wrong_join(dossier: Dossier) -> dict[str, object]:
    return {"do": "split claim", "refs": [leading(dossier).statements[-1]]}


def joined(dossier: Dossier) -> dict[str, object]:
    other = next(c for c in dossier.claims[1:] if c.statements)
    return {"do": "merge claims", "refs": [leading(dossier).statements[0], other.statements[0]]}


def no_statement(dossier: Dossier) -> dict[str, object]:
    return {"do": "drop statement", "refs": [leading(dossier).statements[0]]}


def wrong_voice(dossier: Dossier) -> dict[str, object]:
    named = next(s for s in dossier.statements if s.attribution and s.id in leading(dossier).statements)
    return {"do": "drop attribution", "refs": [named.id]}


def one_person(dossier: Dossier) -> dict[str, object]:
    given = [v.id for v in dossier.voices if v.given and v.id in leading(dossier).origins.voices]
    return {"do": "merge actors", "refs": given[:2]}


def not_the_same_origin(dossier: Dossier) -> dict[str, object]:
    voices = leading(dossier).origins.voices
    told = {frozenset((r.a, r.b)) for r in leading(dossier).origins.relations}
    pair = next((a, b) for a in voices for b in voices if a < b and frozenset((a, b)) not in told)
    return {"do": "separate voices", "refs": pair}


def same_origin(dossier: Dossier) -> dict[str, object]:
    voices = leading(dossier).origins.voices
    same = {frozenset((r.a, r.b)) for r in leading(dossier).origins.relations}
    pair = next((a, b) for a in voices for b in voices if a < b and frozenset((a, b)) not in same)
    return {"do": "join voices", "refs": pair}


def wrong_date(dossier: Dossier) -> dict[str, object]:
    return {"do": "set date", "refs": [dossier.documents[0].id], "not_before": "2025-02-01", "not_after": "2025-02-02"}


def wrong_outlet(dossier: Dossier) -> dict[str, object]:
    return {"do": "set outlet", "refs": [dossier.documents[0].id], "name": "La Vigie"}


def no_denial_of_it(dossier: Dossier) -> dict[str, object]:
    denied = next(c for c in dossier.claims if c.denials and c.statements)
    return {"do": "untie denial", "refs": [denied.denials[0].statements[0], denied.statements[0]]}


def a_denial_of_it(dossier: Dossier) -> dict[str, object]:
    denial = next(s for s in dossier.statements if s.stance == "denies" and s.answers)
    other = next(c for c in dossier.claims if c.statements and all(a.claim != c.id for a in denial.answers))
    return {"do": "tie denial", "refs": [denial.id, other.statements[0]]}


def a_missed_denial(dossier: Dossier) -> dict[str, object]:
    document = dossier.documents[0]
    words = next(p for p in document.text.split("\n") if len(p) > 60)[:60]
    return {"do": "add denial", "refs": [document.id, leading(dossier).statements[0]], "words": words}


def somebody_cited(dossier: Dossier) -> dict[str, object]:
    return {**a_missed_denial(dossier), "do": "add attribution"}


def nobody_cited(dossier: Dossier) -> dict[str, object]:
    named = {a.id for a in dossier.attributions if a.source is not None}
    statement = next(s for s in dossier.statements if s.attribution in named)
    return {"do": "set source", "refs": [statement.id], "source": ""}


def no_affirmation(dossier: Dossier) -> dict[str, object]:
    return {"do": "set stance", "refs": [leading(dossier).statements[0]], "value": "refuses"}


def a_reserve(dossier: Dossier) -> dict[str, object]:
    own = {s.id: s for s in dossier.statements}
    flat = next(s for s in leading(dossier).statements if own[s].firmness == "flat")
    return {"do": "set firmness", "refs": [flat], "value": "hedged"}


def a_supposition(dossier: Dossier) -> dict[str, object]:
    return {"do": "set realis", "refs": [leading(dossier).statements[0]], "value": "hypothetical"}


KINDS = (
    no_denial_of_it, a_denial_of_it, a_missed_denial, somebody_cited, nobody_cited, no_affirmation, a_reserve, a_supposition,
    wrong_join, joined, no_statement, wrong_voice, one_person, not_the_same_origin, same_origin, wrong_date, wrong_outlet,
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_click_is_applied_and_its_undoing_leaves_no_trace(desk: tuple[Store, Analyst], kind: object) -> None:
    store, _ = desk
    before = result(desk)
    page = client(store)
    asked = {**kind(before), "result": page.get("/api/state").json()["result"], **WHO}  # type: ignore[operator]
    answer = page.post("/api/corrections", json=asked, headers=OURS)
    assert answer.status_code == 200, answer.text
    after = result(desk)
    assert [c.applied for c in after.corrections] == [True], after.corrections
    assert msgspec.structs.replace(after, corrections=(), options={}) != msgspec.structs.replace(
        before, corrections=(), options={}
    )
    number = answer.json()["number"]
    assert page.post(f"/api/corrections/{number}/undo", headers=OURS).status_code == 200
    assert msgspec.json.encode(result(desk)) == msgspec.json.encode(before)


def test_two_windows_correct_the_same_result(desk: tuple[Store, Analyst]) -> None:
    store, _ = desk
    before = result(desk)
    one, other = client(store), client(store)
    shown = one.get("/api/state").json()["result"]
    answers = [
        window.post("/api/corrections", json={**asked, "result": shown, **WHO}, headers=OURS)
        for window, asked in ((one, wrong_date(before)), (other, not_the_same_origin(before)))
    ]
    assert [a.status_code for a in answers] == [200, 200]
    assert [c.applied for c in result(desk).corrections] == [True, True]
    late = one.post("/api/corrections", json={**wrong_outlet(before), "result": shown, **WHO}, headers=OURS)
    assert late.status_code == 409  # there is a new result, which this window has not seen
    for answer in answers:
        one.post(f"/api/corrections/{answer.json()['number']}/undo", headers=OURS)
    assert msgspec.json.encode(result(desk)) == msgspec.json.encode(before)
