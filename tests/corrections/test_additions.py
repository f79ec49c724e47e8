"""Corrections that add what was not found, and those that say what a statement does."""

import json
from pathlib import Path

import pytest
from msgspec import structs

from recoupe.corrections import corrections_of
from recoupe.corrections.additions import add_attributions
from recoupe.corrections.anchors import place_of
from recoupe.corrections.ledger import Ledger
from recoupe.model import Dossier
from recoupe.model.corrections import (
    AddAttribution,
    AddDenial,
    Correction,
    DropStatement,
    JoinVoices,
    SetFirmness,
    SetRealis,
    SetSource,
    SetStance,
    TieDenial,
    UntieDenial,
)
from recoupe.pipeline import analyse
from recoupe.report import render
from tests.corrections.pile import (
    DIRECTOR,
    EMPLOYEES,
    MADE,
    MAYOR,
    TOWN_HALL,
    UNION,
    at,
    claim_at,
    corrected,
    voice_names,
    write,
)
from tests.laws.recount import recount

RADIO = (
    "Radio Brel, 14 mars 2025\n\nLa société Dorval a livré des pompes à la ville de Sérac. Un carnet du port, "
    "que nous avons vu, en donne la liste. Tout cela est inventé, tonne Anna Dorval. "
    "On crie au micro. Rien de tel, de la part de l'entreprise.\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = write(tmp_path_factory.mktemp("additions") / "pile")
    (made / "radio.txt").write_text(RADIO, encoding="utf-8")
    return made


def outcome(dossier: Dossier) -> tuple[bool, str]:
    (found,) = dossier.corrections
    return found.applied, found.reason


def statement(dossier: Dossier, report: str, words: str):
    names = {d.id: d.name for d in dossier.documents}
    return next(s for s in dossier.statements if names[s.document] == f"{report}.txt" and words in s.spans[0].text)


def source_names(dossier: Dossier) -> set[str]:
    voices = {v.actor for v in dossier.voices}
    return {a.name for a in dossier.actors if a.id in voices}


def test_an_added_attribution_gives_its_statement_a_voice(folder: Path) -> None:
    content, source = at("radio", "Dorval a livré des pompes à la ville de Sérac"), at("radio", "Un carnet du port")
    dossier = corrected(folder, AddAttribution(content=content, source=source, firmness="hedged", **MADE))
    assert outcome(dossier) == (
        True,
        "“Dorval a livré des pompes à la ville de Sérac” is ascribed to “Un carnet du port”",
    )
    told = statement(dossier, "radio", "Dorval a livré")
    voice = next(v for v in dossier.voices if v.id == told.voice)
    actor = next(a for a in dossier.actors if a.id == voice.actor)
    assert "carnet" in actor.name
    assert told.firmness == "hedged"
    added = next(a for a in dossier.attributions if a.id == told.attribution)
    assert added.confidence == 1.0
    assert "Ada Morel" in added.evidence[0].name
    assert added.score == sum(e.weight for e in added.evidence)
    assert recount(json.loads(render(dossier, "json"))) == []


def test_an_added_voice_can_be_joined(folder: Path) -> None:
    content, source = at("radio", "Dorval a livré des pompes à la ville de Sérac"), at("radio", "Un carnet du port")
    join = JoinVoices(voices=(at("echo", "deux employés"), source), **MADE)
    alone = corrected(folder, join)
    assert not outcome(alone)[0]
    both = corrected(folder, join, AddAttribution(content=content, source=source, **MADE))
    assert all(o.applied for o in both.corrections)


def test_words_without_an_event_are_a_statement_all_the_same(folder: Path) -> None:
    source, content = at("radio", "Anna Dorval"), at("radio", "Tout cela est inventé")
    dossier = corrected(folder, AddAttribution(content=content, source=source, **MADE))
    assert statement(dossier, "radio", "inventé").attribution is not None


@pytest.mark.parametrize(
    ("words", "source"), [("Tout cela est inventé", "Anna Dorval"), ("Rien de tel", "l'entreprise")]
)
def test_an_added_denial_answers_its_claim(folder: Path, words: str, source: str) -> None:
    plain = claim_at(corrected(folder), UNION)
    denial = AddDenial(at=at("radio", words), source=at("radio", source), claim=at("matin", UNION), **MADE)
    dossier = corrected(folder, denial)
    assert outcome(dossier) == (True, "the denial is tied to the claim")
    denied = statement(dossier, "radio", words)
    claim = claim_at(dossier, UNION)
    assert denied.stance == "denies"
    assert (claim.id, "full") in {(a.claim, a.extent) for a in denied.answers}
    assert any(denied.id in d.statements for d in claim.denials)
    assert {r for d in claim.denials for r in d.reports} > {r for d in plain.denials for r in d.reports}
    assert recount(json.loads(render(dossier, "json"))) == []


def test_a_denial_that_was_found_is_tied_and_untied(folder: Path) -> None:
    claim, denial = at("matin", UNION), at("echo", DIRECTOR)
    plain = claim_at(corrected(folder), UNION)
    assert plain.denials
    untied = corrected(folder, UntieDenial(denial=denial, claim=claim, **MADE))
    assert outcome(untied) == (True, "the denial is not tied to the claim")
    assert not claim_at(untied, UNION).denials
    assert not statement(untied, "echo", DIRECTOR).answers
    tied = corrected(folder, TieDenial(denial=denial, claim=claim, extent="part", **MADE))
    assert [a.extent for a in statement(tied, "echo", DIRECTOR).answers] == ["part"]
    again = corrected(folder, UntieDenial(denial=at("matin", UNION), claim=claim, **MADE))
    assert outcome(again) == (False, "nothing to do: no denial at these words is tied to this claim")


def test_the_source_of_an_attribution_is_set(folder: Path) -> None:
    setting = SetSource(at=at("matin", UNION), source=at("matin", "Luc Ferran"), **MADE)
    dossier = corrected(folder, setting)
    assert outcome(dossier) == (True, f"the attribution of “{UNION}” is of “Luc Ferran”")
    assert "Paul Ancel" not in {name for name in voice_names(dossier, UNION) if "Ancel" in name}
    nobody = corrected(folder, SetSource(at=at("matin", UNION), **MADE))
    voice = next(v for v in nobody.voices if v.id == statement(nobody, "matin", UNION).voice)
    assert not voice.given
    elsewhere = corrected(folder, SetSource(at=at("matin", UNION), source=at("soir", "Anna Dorval"), **MADE))
    assert outcome(elsewhere)[0] is False
    assert "stands in another report" in outcome(elsewhere)[1]


def test_stance_firmness_and_realis_are_set(folder: Path) -> None:
    plain = corrected(folder)
    mayor = statement(plain, "matin", MAYOR)
    denies = corrected(folder, SetStance(at=at("matin", MAYOR), stance="denies", **MADE))
    changed = statement(denies, "matin", MAYOR)
    assert (changed.stance, changed.firmness) == ("denies", "denial")
    assert mayor.id not in {s for c in denies.claims for s in c.statements}
    hedged = corrected(folder, SetFirmness(at=at("matin", MAYOR), firmness="hedged", **MADE))
    assert statement(hedged, "matin", MAYOR).firmness == "hedged"
    supposed = corrected(folder, SetRealis(at=at("matin", MAYOR), realis="hypothetical", **MADE))
    assert mayor.id not in {s for c in supposed.claims for s in c.statements}
    assert outcome(corrected(folder, SetFirmness(at=at("matin", MAYOR), firmness="flat", **MADE))) == (
        False,
        "nothing to do: the reports show the same already",
    )
    for dossier in (denies, hedged, supposed):
        assert recount(json.loads(render(dossier, "json"))) == []


LOST: list[tuple[Correction, str]] = [
    (AddDenial(at=at("radio", "Tout cela est faux"), claim=at("matin", UNION), **MADE), "does not hold the words"),
    (AddDenial(at=at("radio", "Rien de tel"), claim=at("radio", "Radio Brel"), **MADE), "no claim"),
    (AddAttribution(content=at("radio", "Dorval"), **MADE), "times; give the occurrence"),
    (TieDenial(denial=at("radio", "Radio Brel"), claim=at("matin", UNION), **MADE), "no statement stands at"),
    (SetStance(at=at("radio", "Radio Brel"), stance="denies", **MADE), "no statement stands at"),
]


@pytest.mark.parametrize(("correction", "reason"), LOST)
def test_what_no_longer_applies_is_told(folder: Path, correction: Correction, reason: str) -> None:
    dossier = corrected(folder, correction)
    applied, told = outcome(dossier)
    assert not applied
    assert reason in told
    assert any(told in limit.message for limit in dossier.limits)


def test_the_order_of_what_is_added_says_nothing(folder: Path) -> None:
    entries = (
        AddDenial(at=at("radio", "Rien de tel"), source=at("radio", "l'entreprise"), claim=at("matin", UNION), **MADE),
        SetFirmness(at=at("soir", TOWN_HALL), firmness="hedged", **MADE),
        AddAttribution(content=at("radio", "Un carnet du port, que nous avons vu, en donne la liste"), **MADE),
        DropStatement(at=at("echo", EMPLOYEES), **MADE),
    )
    one = analyse([str(folder)], corrections=corrections_of(entries))
    other = analyse([str(folder)], corrections=corrections_of(entries[::-1]))
    assert one == other


def test_an_added_denial_takes_the_place_of_an_attribution_of_the_same_words(folder: Path) -> None:
    documents = analyse([str(folder)]).documents
    content = place_of(at("radio", "Tout cela est inventé"), documents)
    source = place_of(at("radio", "Anna Dorval"), documents)
    denial = AddDenial(at=at("radio", content.text), source=at("radio", source.text), claim=at("matin", UNION), **MADE)
    ledger = Ledger(corrections_of([denial]))
    alone = add_attributions((), documents, ledger)
    (made,) = alone.attributions
    found = structs.replace(made, firmness="flat", evidence=(), confidence=0.5)
    again = add_attributions((found,), documents, Ledger(corrections_of([denial])))
    assert again.attributions == (made,)


def test_two_corrections_of_one_denial_mean_the_same_attribution(folder: Path) -> None:
    documents = analyse([str(folder)]).documents
    words, claims = at("radio", "Tout cela est inventé"), (at("matin", UNION), at("matin", MAYOR))
    first = AddDenial(at=words, source=at("radio", "Anna Dorval"), claim=claims[0], **MADE)
    found = add_attributions((), documents, Ledger(corrections_of([first]))).attributions
    asked = [
        AddDenial(at=words, source=source, claim=claim, **MADE)
        for source in (None, at("radio", "l'entreprise"))
        for claim in claims
    ]
    added = add_attributions(found, documents, Ledger(corrections_of(asked)))
    assert len(added.denying) == len(asked)
    assert {*added.denying.values()} == {a.id for a in added.attributions}
