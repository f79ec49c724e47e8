"""Explanations: what is recomputed is what the dossier says, and the words name it."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from msgspec import structs

from recoupe.claims.answer_routes import ByClause, ByParticipants, ByWording, IfAffirmed, TakenUp
from recoupe.claims.explaining import explain_pair
from recoupe.corrections import corrections_of
from recoupe.errors import ExplainError
from recoupe.ingest import Reading, read
from recoupe.model.corrections import JoinVoices, MergeClaims, SplitClaim
from recoupe.pipeline import Worked, analyse_reading, attributions_of, explain_same, work
from recoupe.provenance.explaining import explain
from recoupe.report.explained import (
    claims_asked,
    explained_attributions,
    explained_claim,
    explained_pair,
    in_print,
    letter,
)
from recoupe.report.messages import messages
from tests.corrections.pile import DIRECTOR, EMPLOYEES, MADE, MAYOR, OFFICIALS, PIPES, TOWN_HALL, UNION, at, write
from tests.laws.piles import piles
from tests.laws.test_laws import files

TOLD_ONCE = (  # of which the clauses share little, and the sentences and reports much
    "ARLEN, May 3 - At least 12 people were shot dead and 27 hurt when gunmen stormed a hotel at Arlen, officials said.",
    "ARLEN, May 3 - Some 27 were wounded at Arlen and 12 people died after an attack on a hotel, police said.",
)
FEW = settings(max_examples=8, deadline=None, derandomize=True)


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return read([str(write(tmp_path_factory.mktemp("explain") / "pile"))])


@pytest.fixture(scope="module")
def worked(reading: Reading) -> Worked:
    return work(reading)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("explained") / "pile"


@FEW
@given(piles)
def test_an_explanation_is_the_twin_of_the_decision(folder: Path, texts: list[str]) -> None:
    found = work(Reading(files(tuple(texts), folder), ()))
    for claim in found.dossier.claims:
        explanation = explain(found.dossier, claim.id)
        assert explanation.agrees
        assert {v.voice for v in explanation.voices} == set(claim.origins.voices)
    linked = {frozenset((e.a, e.b)): e for c in found.dossier.claims for e in c.evidence}
    holder = {s: c.id for c in found.dossier.claims for s in c.statements}
    for a, b in list(combinations(sorted(s.id for s in found.dossier.statements), 2))[:40]:
        pair = explain_pair(found.drafted, found.roots, found.dossier.claims, a, b)
        assert pair.one == (a in holder and holder.get(a) == holder.get(b))
        assert pair.score == pytest.approx(sum(p.weight for p in pair.parts))
        link = linked.get(frozenset((a, b)))
        if link is not None:
            assert (pair.score, pair.parts, pair.against) == (link.score, link.parts, ())
        if not pair.one and pair.a.bar is None and pair.b.bar is None:
            assert pair.against or pair.score < pair.needed or pair.hindrances


def test_the_words_name_groups_ties_and_who_is_no_origin(worked: Worked) -> None:
    text = explained_claim(worked.dossier, in_print(worked.dossier)[0], worked.routes, "en")
    assert "3 reports -> 2 to 4 possible origins, at least 2 independent of each other" in text
    assert "At most 4:" in text
    assert "At least 2:" in text
    assert "≠" in text
    assert "each in an utterance of its own" in text
    assert "Anna Dorval: says otherwise" in text
    assert f"“{DIRECTOR}” (echo.txt)" in text
    assert "without a name" in text


def test_a_joined_pair_is_told_with_its_ground_and_words(reading: Reading) -> None:
    joined = JoinVoices(voices=(at("echo", "deux employés"), at("matin", UNION)), **MADE)
    dossier = analyse_reading(reading, corrections=corrections_of([joined]))
    french = explained_claim(dossier, in_print(dossier)[0], {}, "fr")
    assert "correction" in french
    assert "de Ada Morel, 2025-03-20" in french
    assert "«\u202fdeux employés\u202f» (echo.txt)" in french
    assert " = " in french


def test_a_range_that_cannot_be_had_again_is_told(worked: Worked) -> None:
    claim = in_print(worked.dossier)[0]
    wrong = structs.replace(claim, origins=structs.replace(claim.origins, min=1))
    dossier = structs.replace(worked.dossier, claims=(wrong,))
    assert not explain(dossier, claim.id).agrees
    assert "2 to 4, which is not what the dossier says" in explained_claim(dossier, wrong, {}, "en")


def test_a_claim_is_found_by_number_or_words(worked: Worked) -> None:
    dossier = worked.dossier
    first, second = in_print(dossier)
    assert claims_asked(dossier, []) == [first]
    assert claims_asked(dossier, ["2", "TUYAUX  à"]) == [second, second]
    for question, part in (("9", "1 to 2"), ("bateaux", "bateaux"), ("Dorval", "2 headlines"), ("0", "number 0")):
        with pytest.raises(ExplainError, match=part):
            claims_asked(dossier, [question])
    with pytest.raises(ExplainError, match="no claim was found"):
        claims_asked(structs.replace(dossier, claims=()), [])
    with pytest.raises(ExplainError, match="no claim has the id"):
        explain(dossier, "claim-0")


def test_one_claim(worked: Worked) -> None:
    pair = explain_same(worked, EMPLOYEES, MAYOR)
    assert pair.one
    text = explained_pair(worked.dossier, pair, worked.routes, "en")
    assert "Both are in one claim." in text
    assert "+2.0  same agent: “" in text
    assert "” (echo.txt) / “Dorval” (matin.txt)" in text
    assert "4.0 are needed" in text


def test_other_phase_other_recipient(worked: Worked) -> None:
    pair = explain_same(worked, UNION + ", a déclaré", PIPES)
    assert not pair.one
    text = explained_pair(worked.dossier, pair, worked.routes, "fr")
    assert f"autre stade (accompli, {messages('fr')('phase.planned')})" in text
    assert "autre objet" in text
    assert "Elles ne sont pas dans une même information." in text


def test_a_denial_stands_beside_its_claim(worked: Worked) -> None:
    text = explained_pair(worked.dossier, explain_same(worked, DIRECTOR, UNION + ", a"), worked.routes, "en")
    assert "A says that it is not so" in text
    assert f"Answers claim 1: {messages('en')('route.participants')}" in text


def test_the_way_from_a_denial_to_a_claim_is_told(worked: Worked) -> None:
    claim = in_print(worked.dossier)[0]
    text = explained_claim(worked.dossier, claim, worked.routes, "en")
    shown = text[text.index(messages("en")("explain.routes")) :]
    assert messages("en")("route.participants") in shown and f"“{DIRECTOR}” (echo.txt)" in shown
    assert {c for _, c in worked.routes} <= {c.id for c in worked.dossier.claims}
    assert messages("en")("route.correction") in explained_claim(worked.dossier, claim, {}, "en")


def test_every_route_has_its_words() -> None:
    routes = {r.name for r in (ByParticipants, TakenUp, IfAffirmed, ByClause, ByWording)}
    for ui in ("en", "fr"):
        assert not {f"route.{name}" for name in (*routes, "correction")} - messages(ui).words.keys()


def test_what_links_two_statements_is_what_explains_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TOLD_ONCE[0], encoding="utf-8")
    (tmp_path / "b.txt").write_text(TOLD_ONCE[1], encoding="utf-8")
    found = work(read([str(tmp_path)]))
    links = [e for c in found.dossier.claims for e in c.evidence if any(p.name == "one happening" for p in e.parts)]
    assert links
    for link in links:
        pair = explain_pair(found.drafted, found.roots, found.dossier.claims, link.a, link.b)
        assert (pair.score, pair.parts) == (link.score, link.parts)


def test_corrections_are_named_where_they_decide(reading: Reading) -> None:
    split = SplitClaim(statements=(at("matin", MAYOR),), **MADE)
    worked = work(reading, corrections=corrections_of([split]))
    text = explained_pair(worked.dossier, explain_same(worked, MAYOR, EMPLOYEES), worked.routes, "en")
    assert "a correction, or stronger links" in text
    merge = MergeClaims(statements=(at("soir", TOWN_HALL), at("soir", PIPES)), **MADE)
    worked = work(reading, corrections=corrections_of([merge]))
    text = explained_pair(worked.dossier, explain_same(worked, TOWN_HALL, PIPES), worked.routes, "en")
    assert "Both are in one claim." in text
    assert "of Ada Morel, 2025-03-20: checked with the authors" in text


def test_words_of_one_report_alone(worked: Worked) -> None:
    assert explain_same(worked, f"matin.txt: {UNION}", OFFICIALS).a.statement
    for words, part in (("no such words", "no statement"), ("", "no statement"), ("livr", "statements stand there")):
        with pytest.raises(ExplainError, match=part):
            explain_same(worked, words, PIPES)


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_attributions_are_told_with_their_evidence(reading: Reading, ui: str) -> None:
    document = next(d for d in reading.documents if d.name == "matin.txt")
    found = attributions_of(document, {}).attributions
    text = explained_attributions(document, found, ui)
    say = messages(ui)
    for attribution in found:
        assert f"{attribution.score:.1f}" in text
        assert f"{attribution.confidence:.2f}" in text
        for evidence in attribution.evidence:
            assert f"{evidence.weight:+.1f}" in text
    assert say("evidence.source named") in text
    assert say("mechanism.verb:clause") in text
    assert "verb:affirmer" in text
    assert say("explain.attribution.none") in explained_attributions(document, (), ui)


def test_every_mechanism_has_its_words() -> None:
    from recoupe.attribution.extraction import MECHANISMS

    for ui in ("en", "fr"):
        assert [m for m in MECHANISMS if messages(ui).label("mechanism", m) == m] == []


def test_letters_do_not_run_out() -> None:
    assert [letter(i) for i in (0, 25, 26, 52)] == ["A", "Z", "A1", "A2"]
