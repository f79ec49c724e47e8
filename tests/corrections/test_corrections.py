"""What each kind of correction does to a pile, and what is told where it does not apply."""

import json
import re
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from recoupe.corrections.anchors import nearest
from recoupe.model import Document, Dossier, Span
from recoupe.model.corrections import (
    DropAttribution,
    DropStatement,
    JoinVoices,
    MergeActors,
    MergeClaims,
    SeparateVoices,
    SetDate,
    SetOutlet,
    SplitActor,
    SplitClaim,
    UntieVoices,
)
from recoupe.pipeline import analyse
from recoupe.report import render
from recoupe.report.messages import messages
from tests.corrections.pile import (
    DIRECTOR,
    EMPLOYEES,
    MADE,
    MAYOR,
    OFFICIALS,
    PIPES,
    TOWN_HALL,
    UNION,
    at,
    claim_at,
    corrected,
    voice_names,
    write,
)
from tests.laws.recount import recount


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("corrections") / "pile")


@pytest.fixture(scope="module")
def plain(folder: Path) -> Dossier:
    return corrected(folder)


def reasons(dossier: Dossier) -> list[tuple[bool, str]]:
    return [(o.applied, o.reason) for o in dossier.corrections]


def span_of(dossier: Dossier) -> tuple[int, int]:
    origins = claim_at(dossier, UNION).origins
    return origins.min, origins.max


def test_without_corrections_nothing_is_said_of_them(plain: Dossier) -> None:
    assert plain.corrections == ()
    assert not [x for x in plain.limits if "orrection" in x.message]
    assert span_of(plain) == (2, 4)


def test_a_date_and_an_outlet_are_set(folder: Path, plain: Dossier) -> None:
    day = date(2025, 3, 11)
    found = corrected(
        folder,
        SetDate(report="soir.txt", not_before=day, not_after=day, **MADE),
        SetOutlet(report="soir.txt", outlet="Le Soir de Brel", **MADE),
        SetDate(report="matin.txt", **MADE),
    )
    soir, matin = (next(d for d in found.documents if d.name == name) for name in ("soir.txt", "matin.txt"))
    assert (soir.published.not_before, soir.published.not_after, soir.published.basis) == (
        "2025-03-11",
        "2025-03-11",
        "correction",
    )
    assert next(a for a in found.actors if a.id == soir.outlet.actor).name == "Le Soir de Brel"
    assert soir.outlet.basis == "correction"
    assert matin.published is None
    assert {o.applied for o in found.corrections} == {True}
    told = {e.document: e.not_before for e in found.timeline}
    assert told[soir.id] == "2025-03-11"
    assert matin.id not in told
    missing = claim_at(found, UNION).denials[0].missing
    assert soir.id not in missing, "a report that is earlier than a denial cannot leave it out"
    assert soir.id in claim_at(plain, UNION).denials[0].missing


def test_the_hash_finds_a_report_whatever_its_name(folder: Path, plain: Dossier) -> None:
    digest = next(d.sha256 for d in plain.documents if d.name == "post.txt")
    found = corrected(folder, SetOutlet(report="moved.txt", sha256=digest[:12], outlet="The Morning Post", **MADE))
    assert next(d for d in found.documents if d.name == "post.txt").outlet is not None


def test_a_wrong_attribution_is_dropped(folder: Path) -> None:
    found = corrected(folder, DropAttribution(at=at("matin", MAYOR), **MADE))
    assert not [a for a in found.attributions if a.content[0].text == MAYOR]
    assert voice_names(found, UNION) == {"deux employés", "une source de la mairie", "Paul Ancel"}
    assert reasons(found) == [(True, f"the attribution of “{MAYOR}” is dropped")]


def test_a_wrong_statement_is_dropped_with_its_denial(folder: Path) -> None:
    found = corrected(folder, DropStatement(at=at("echo", DIRECTOR), **MADE))
    assert claim_at(found, UNION).denials == ()
    assert DIRECTOR not in {s.spans[0].text for s in found.statements}


def test_two_names_of_one_actor_are_merged(folder: Path) -> None:
    both = (at("matin", "Luc Ferran"), at("matin", "Paul Ancel"))
    found = corrected(folder, MergeActors(actors=both, name="Luc Ferran", **MADE))
    assert voice_names(found, UNION) == {"deux employés", "une source de la mairie", "Luc Ferran"}
    mentions = [{m.text for m in a.mentions} for a in found.actors]
    assert any({"Luc Ferran", "Paul Ancel"} <= m for m in mentions)
    assert reasons(found)[0][0]


def test_one_actor_is_split_in_two(folder: Path) -> None:
    found = corrected(folder, SplitActor(mentions=(at("soir", "Anna Dorval"),), name="Anna Dorval (Brel)", **MADE))
    two = {a.name: a for a in found.actors if a.name.startswith("Anna Dorval")}
    assert set(two) == {"Anna Dorval", "Anna Dorval (Brel)"}
    assert voice_names(found, PIPES) == {"Anna Dorval (Brel)"}
    documents = {d.id: d.name for d in found.documents}
    assert {documents[m.document] for m in two["Anna Dorval"].mentions} == {"echo.txt"}


def test_a_claim_is_split_and_what_hangs_on_it_follows(folder: Path, plain: Dossier) -> None:
    found = corrected(folder, SplitClaim(statements=(at("matin", MAYOR), at("soir", TOWN_HALL)), **MADE))
    own, rest = claim_at(found, MAYOR), claim_at(found, UNION)
    assert own.id != rest.id
    assert len(own.statements) == len(rest.statements) == 2
    assert own.denials and rest.denials, "the denial answers both"
    assert {c for t in found.threads for c in t.claims} == {c.id for c in found.claims}
    assert len(found.claims) == len(plain.claims) + 1


def test_a_statement_that_no_claim_holds_joins_one(folder: Path) -> None:
    found = corrected(folder, MergeClaims(statements=(at("matin", UNION), at("post", OFFICIALS)), **MADE))
    claim = claim_at(found, UNION)
    assert len(claim.reports) == 4
    assert "two officials" in voice_names(found, UNION)
    link = next(e for e in claim.evidence if e.score == 0.0)
    assert "Ada Morel" in link.parts[0].name
    assert {s.text for s in link.parts[0].spans} == {UNION, OFFICIALS}


def test_claims_are_merged(folder: Path) -> None:
    found = corrected(folder, MergeClaims(statements=(at("soir", TOWN_HALL), at("soir", PIPES)), **MADE))
    assert claim_at(found, PIPES).id == claim_at(found, UNION).id
    assert len(found.claims) == 1


def test_a_denial_stands_for_the_claim_that_it_answers(folder: Path) -> None:
    found = corrected(folder, MergeClaims(statements=(at("echo", DIRECTOR), at("soir", PIPES)), **MADE))
    assert claim_at(found, PIPES).id == claim_at(found, UNION).id


def test_two_voices_are_said_to_be_one_origin(folder: Path) -> None:
    found = corrected(folder, JoinVoices(voices=(at("echo", "deux employés"), at("matin", UNION)), **MADE))
    assert span_of(found) == (2, 3)
    relation = next(r for r in claim_at(found, UNION).origins.relations if r.relation == "same")
    assert "Ada Morel" in relation.ground
    assert {s.text for s in relation.spans} == {"deux employés", UNION}


def test_two_voices_are_said_to_be_different_origins(folder: Path) -> None:
    a, b = at("echo", "deux employés"), at("soir", "une source de la mairie")
    union, mayor = at("matin", UNION), at("matin", MAYOR)
    found = corrected(
        folder,
        *(SeparateVoices(voices=(x, y), **MADE) for x in (a, b) for y in (union, mayor)),
        SeparateVoices(voices=(a, b), **MADE),
    )
    assert span_of(found) == (4, 4)


def test_a_tie_is_dropped(folder: Path) -> None:
    found = corrected(folder, UntieVoices(voices=(at("matin", UNION), at("matin", MAYOR)), **MADE))
    assert span_of(found) == (1, 4)
    assert claim_at(found, UNION).origins.relations == ()


COPY = "La société Dorval a livré douze pompes neuves à la ville de Sérac, selon un employé du port qui a requis l'anonymat."


def test_a_tie_that_copying_made_is_dropped_and_what_stays_is_told(tmp_path: Path) -> None:
    for name in ("un", "deux", "trois"):
        (tmp_path / f"{name}.txt").write_text(f"{COPY} Ainsi écrit {name}.\n", encoding="utf-8")
    one, two, three = (at(name, "douze pompes neuves") for name in ("un", "deux", "trois"))
    untied = [UntieVoices(id="1", voices=(one, two), **MADE), UntieVoices(id="2", voices=(one, three), **MADE)]
    plain, half, whole = (corrected(tmp_path, *untied[:k]) for k in range(3))
    assert [d.claims[0].origins.max for d in (plain, half, whole)] == [1, 1, 2]
    voice = "un employé du port qui a requis l'anonymat"
    assert reasons(half) == [(True, f"{voice} / {voice}: their tie is dropped, but others still join them")]
    assert reasons(whole) == [(True, f"{voice} / {voice}: holds where both stand (claims: 1)")] * 2
    assert {n.code for n in plain.notes} - {n.code for n in whole.notes} == {"single origin"}


def test_voices_that_others_join_cannot_be_set_apart(folder: Path) -> None:
    a, b, c = at("echo", "deux employés"), at("soir", "une source de la mairie"), at("matin", UNION)
    found = corrected(
        folder,
        JoinVoices(id="1", voices=(a, b), **MADE),
        JoinVoices(id="2", voices=(b, c), **MADE),
        SeparateVoices(id="3", voices=(a, c), **MADE),
    )
    assert [o.applied for o in found.corrections] == [True, True, False]
    assert span_of(found) == (2, 2)
    without = corrected(folder, *(JoinVoices(id=i, voices=v, **MADE) for i, v in (("1", (a, b)), ("2", (b, c)))))
    assert found.claims == without.claims


def test_every_count_recomputes_after_corrections(folder: Path) -> None:
    found = corrected(
        folder,
        JoinVoices(voices=(at("echo", "deux employés"), at("matin", UNION)), **MADE),
        SplitClaim(statements=(at("matin", MAYOR),), **MADE),
        MergeClaims(statements=(at("matin", UNION), at("post", OFFICIALS)), **MADE),
        SplitActor(mentions=(at("soir", "Anna Dorval"),), **MADE),
    )
    assert {o.applied for o in found.corrections} == {True}
    assert recount(json.loads(render(found, "json", "en"))) == []


LOST = [
    (SetDate(report="jour.txt", **MADE), "no report is named jour.txt"),
    (SetDate(sha256="00000000", **MADE), "no report has the hash 00000000"),
    (SetOutlet(report="soir.txt", sha256="00000000", **MADE), "soir.txt has changed: its hash is another one now"),
    (DropStatement(at=at("soir", "no such words"), **MADE), "soir.txt does not hold the words “no such words”"),
    (
        DropStatement(at=at("echo", "Dorval", occurrence=9), **MADE),
        "echo.txt holds the words “Dorval” fewer than 9 times (found: 3)",
    ),
    (DropAttribution(at=at("echo", "12 mars"), **MADE), "no attribution stands at “12 mars” in echo.txt"),
    (
        DropAttribution(at=at("matin", "Dorval"), **MADE),
        "2 attributions stand at “Dorval” in matin.txt; quote other words, or give the occurrence or the source",
    ),
    (MergeActors(actors=(at("echo", "Dorval"), at("matin", "Dorval")), **MADE), "source"),
    (
        MergeActors(actors=(at("echo", "Anna Dorval"), at("soir", "Anna Dorval")), **MADE),
        "they are one actor already",
    ),
    (
        SplitActor(mentions=(at("matin", "Paul Ancel"),), **MADE),
        "“Paul Ancel” is nobody else's: no other mention is left",
    ),
    (
        SplitActor(mentions=(at("matin", "Paul Ancel"), at("matin", "Luc Ferran", occurrence=1)), **MADE),
        "the words are of 2 actors; split one of them at a time",
    ),
    (SplitClaim(statements=(at("soir", PIPES),), **MADE), "a claim of their own already"),
    (SplitClaim(statements=(at("soir", PIPES), at("matin", UNION)), **MADE), "are not of one claim"),
    (MergeClaims(statements=(at("matin", UNION), at("matin", MAYOR)), **MADE), "they are one claim already"),
    (JoinVoices(voices=(at("echo", DIRECTOR), at("soir", PIPES)), **MADE), "they are one voice"),
    (JoinVoices(voices=(at("echo", EMPLOYEES), at("soir", PIPES)), **MADE), "no claim has both voices"),
    (SeparateVoices(voices=(at("matin", UNION), at("matin", MAYOR)), **MADE), "the reports show the same already"),
    (UntieVoices(voices=(at("echo", EMPLOYEES), at("matin", MAYOR)), **MADE), "nothing ties or separates them"),
]


@pytest.mark.parametrize(("correction", "reason"), LOST)
def test_a_correction_that_no_longer_applies_is_told_with_its_reason(folder, plain, correction, reason) -> None:
    found = corrected(folder, correction)
    outcome = found.corrections[0]
    assert not outcome.applied
    assert reason in outcome.reason
    limit = next(x for x in found.limits if x.code == "correction")
    assert outcome.id in limit.message and outcome.reason in limit.message
    assert found.claims == plain.claims
    assert messages("fr").translated(outcome.reason) != outcome.reason
    assert messages("en").translated(limit.message) == limit.message


def test_the_nearest_thing_is_meant_whatever_lies_around_it() -> None:
    text = "Les Morvans et le Bréval ont dit cela."
    document = Document("d", "d.txt", "0" * 64, text, True, "fr")

    def words(part: str) -> Span:
        start = text.index(part)
        return document.span(start, start + len(part))

    named = [(words("Les Morvans et le Bréval"), "both"), (words("Bréval"), "one"), (words("Morvans"), "other")]
    assert nearest(words("le Bréval"), named) == ["one"]
    assert nearest(words("Les Morvans et le"), named) == ["both"]
    assert nearest(words("ont dit"), named) == []
    assert nearest(words("Morvans"), [*named, (words("Morvans"), "third")]) == ["other", "third"]


def test_a_ruling_names_the_voices_that_were_found(folder: Path) -> None:
    found = corrected(folder, JoinVoices(voices=(at("echo", "deux employés,"), at("matin", UNION)), **MADE))
    assert found.corrections[0].reason.startswith("deux employés / Paul Ancel") or found.corrections[
        0
    ].reason.startswith("Paul Ancel / deux employés")
    assert "sont toutes deux (informations" in messages("fr").translated(found.corrections[0].reason)


def test_words_survive_line_breaks_and_apostrophes(folder: Path, plain: Dossier) -> None:
    words = "Dorval n’a  livré\naucune pompe"
    found = corrected(folder, DropStatement(at=at("echo", words), **MADE))
    assert found.corrections[0].applied


def test_a_later_correction_wins_and_two_of_one_day_cancel_out(folder: Path) -> None:
    later = {**MADE, "when": date(2025, 4, 1)}
    first = SetOutlet(id="first", report="soir.txt", outlet="Le Soir", **MADE)
    second = SetOutlet(id="second", report="soir.txt", outlet="Le Soir de Brel", **later)
    rival = SetOutlet(id="rival", report="soir.txt", outlet="Le Soir de Sérac", **later)
    found = corrected(folder, second, first)
    assert reasons(found) == [
        (False, "a later correction says otherwise: second"),
        (True, "the outlet of soir.txt is set"),
    ]
    found = corrected(folder, second, first, rival)
    assert [o.applied for o in found.corrections] == [False, False, False]
    assert next(d for d in found.documents if d.name == "soir.txt").outlet is None


def test_the_same_said_twice_is_applied_once(folder: Path) -> None:
    asked = [SplitActor(id=i, mentions=(at("soir", "Anna Dorval"),), **MADE) for i in ("a", "b")]
    found = corrected(folder, *asked)
    assert [o.applied for o in found.corrections] == [True, True]
    assert len({a.id for a in found.actors}) == len(found.actors)
    assert found.actors == corrected(folder, asked[0]).actors


def test_overlapping_merges_are_closed_in_any_order(folder: Path) -> None:
    asked = (
        MergeActors(id="1", actors=(at("echo", "deux employés"), at("soir", "une source de la mairie")), **MADE),
        MergeActors(id="2", actors=(at("soir", "une source de la mairie"), at("matin", "Paul Ancel")), **MADE),
        SplitActor(id="3", mentions=(at("soir", "Anna Dorval"),), **MADE),
    )
    found = {render(corrected(folder, *order), "json", "en") for order in permutations(asked)}
    assert len(found) == 1
    assert voice_names(corrected(folder, *asked), UNION) == {"Paul Ancel", "Luc Ferran"}


def test_the_page_tells_the_command_with_its_corrections(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "fixes.toml"
    file.write_text("corrections = []", encoding="utf-8")
    page = render(analyse([str(folder)], corrections=file), "html", "en").decode("utf-8")
    assert "--corrections fixes.toml" in page
    assert render(corrected(folder), "json", "en") == render(analyse([str(folder)]), "json", "en")


def test_the_reader_sees_corrections_in_its_language(folder: Path) -> None:
    found = corrected(folder, *(c for c, _ in LOST[:4]), SetDate(report="soir.txt", **MADE))
    page = render(found, "html", "fr").decode("utf-8")
    assert "aucun article ne se nomme jour.txt" in page
    assert "la date de soir.txt est fixée" in page
    assert "Ada Morel" in page
    assert not re.search(r"no report is named|is not applied", page)
