"""What a page of many reports leaves folded or to the JSON, and who is told together."""

import itertools
import re
from collections.abc import Sequence

import pytest
from msgspec import structs

from recoupe.model import Actor, ClaimDenial, ClaimEvidence, Dossier, Relation, Voice
from recoupe.report import render
from recoupe.report.arranging import view_of
from recoupe.report.cards import EVIDENCE, RELATIONS, joining
from recoupe.report.comparing import EDGE, EQUAL, shortened
from recoupe.report.messages import messages
from recoupe.report.naming import named
from recoupe.report.slots import unit_of
from recoupe.report.view import ClaimView
from tests.report.affairs import affair

EN = messages("en")


def changed(dossier: Dossier, **fields: object) -> Dossier:
    """The affair with its first claim changed."""
    first, *rest = dossier.claims
    return structs.replace(dossier, claims=(structs.replace(first, **fields), *rest))


def card(dossier: Dossier) -> ClaimView:
    return view_of(dossier, EN).claims[0]


def with_voices(actors: Sequence[Actor], dossier: Dossier) -> Dossier:
    """The affair with a voice for each of some actors, each of which denies its first claim in one more report."""
    voices = [Voice(f"voice-{a.id}", a.id, True, True) for a in actors]
    denials = tuple(ClaimDenial(v.id, ("st-3",), ("doc-1",), ("doc-2",)) for v in voices)
    more = structs.replace(dossier, actors=(*dossier.actors, *actors), voices=(*dossier.voices, *voices))
    return changed(more, denials=denials)


def test_a_body_and_its_mission_deny_as_one() -> None:
    state = Actor("actor-state", "Brénie", "country", None, None, "actor-state")
    mission = Actor("actor-mission", "La mission brénienne", "organisation", None, "actor-state", "actor-state")
    other = Actor("actor-other", "Un responsable", "unknown")
    view = view_of(with_voices((mission, other, state), affair()), EN)
    assert [(d.name, [r.text for r in d.missing]) for d in view.claims[0].deniers] == [
        ("Brénie", ["deux.txt"]),
        ("un responsable", ["deux.txt"]),
    ]
    assert [d.voice.text for d in view.claims[0].denials] == ["la mission brénienne", "un responsable", "Brénie"]


def test_a_report_that_carries_one_denial_of_a_body_does_not_leave_it_out() -> None:
    state = Actor("actor-state", "Brénie", "country", None, None, "actor-state")
    mission = Actor("actor-mission", "La mission", "organisation", None, "actor-state", "actor-state")
    dossier = with_voices((mission, state), affair())
    first, second = dossier.claims[0].denials
    denials = (first, structs.replace(second, reports=("doc-2",), missing=("doc-1",)))
    assert [d.missing for d in card(changed(dossier, denials=denials)).deniers] == [()]


@pytest.mark.parametrize(
    ("name", "type_", "told"),
    [
        ("Un haut responsable", "role", "un haut responsable"),
        ("L'organisation", "organisation", "l'organisation"),
        ("L’organisation", "organisation", "l’organisation"),
        ("A harbour pilot", "unknown", "a harbour pilot"),
        ("La Gazette d’Orle", "outlet", "La Gazette d’Orle"),
        ("Des Esseintes", "person", "Des Esseintes"),
        ("Deux employés", "group", "Deux employés"),
        ("", "unknown", ""),
    ],
)
def test_a_description_begins_small_and_a_name_stays(name: str, type_: str, told: str) -> None:
    assert named(Actor("a", name, type_)) == told  # type: ignore[arg-type]


def test_each_report_has_one_firmness() -> None:
    dossier = affair()
    flat = structs.replace(dossier.statements[0], id="st-9", firmness="flat")
    both = structs.replace(dossier, statements=(*dossier.statements, flat))
    found = card(changed(both, statements=("st-1", "st-2", "st-9"))).firmness
    assert [f.degree for f in found] == ["both", "hedged"]
    assert sum(len(f.reports) for f in found) == len(dossier.claims[0].reports)


def test_pairs_that_join_are_the_fewest_that_do() -> None:
    names = "abcdef"
    pairs = list(itertools.combinations(names, 2))
    kept = joining(pairs)
    assert len(kept) == len(names) - 1
    assert joining([("a", "b"), ("c", "d"), ("b", "a"), ("a", "d")]) == [0, 1, 3]


def test_links_and_ties_that_are_left_out_are_counted() -> None:
    dossier = affair()
    ids = [f"st-x{i}" for i in range(30)]
    first = dossier.documents[0]
    statements = [
        structs.replace(dossier.statements[0], id=id_, spans=(first.span(n, n + 20),)) for n, id_ in enumerate(ids)
    ]
    evidence = tuple(ClaimEvidence(a, b, float(len(a + b)), ()) for a, b in itertools.combinations(ids, 2))
    voices = ("voice-two", "voice-none", "voice-anna")
    ties = tuple(
        Relation(a, b, "apart", f"ground {n}") for n in range(20) for a, b in itertools.combinations(voices, 2)
    )
    origins = structs.replace(dossier.claims[0].origins, relations=ties)
    grown = structs.replace(dossier, statements=(*dossier.statements, *statements))
    whole = changed(grown, statements=tuple(ids), evidence=evidence, origins=origins)
    found = card(whole)
    assert (len(found.evidence), found.evidence_left) == (EVIDENCE, len(evidence) - EVIDENCE)
    assert (len(found.relations), found.relations_left) == (RELATIONS, len(ties) - RELATIONS)
    scores = [e.score for e in found.evidence]
    assert scores == sorted(scores)
    page = render(whole, "html", "en").decode()
    assert EN.counted("evidence.left", found.evidence_left) in page
    assert EN.counted("relations.left", found.relations_left) in page
    assert len(re.findall('<li data-statement="st-x', page)) == 30  # folded, none left out
    assert EN.counted("more", 22) in page


def test_the_unit_of_a_figure() -> None:
    assert [unit_of(x) for x in ("120 container", "45–55 container", "≥ 2.5 EUR", "50", "dozens of ships")] == [
        "container",
        "container",
        "EUR",
        "",
        "",
    ]


def test_a_long_run_of_equal_words_is_told_by_its_ends() -> None:
    few, many = ["word"] * EQUAL, [str(n) for n in range(EQUAL + 1)]
    assert shortened(few) == " ".join(few)
    assert shortened(many).split() == [*many[:EDGE], "[…]", *many[-EDGE:]]


def test_cards_behind_the_third_show_what_counts_and_fold_the_rest() -> None:
    dossier = affair()
    claims = tuple(structs.replace(dossier.claims[0], id=f"claim-{n}") for n in range(5))
    page = render(structs.replace(dossier, claims=claims), "html", "en").decode()
    cards = re.findall(r'<article class="card" id="claim-.*?</article>', page, re.DOTALL)
    assert ['<details class="rest">' in c for c in cards] == [False, False, False, True, True]
    shown = cards[4].partition('<details class="rest">')[0]
    assert "2 reports" in shown
    assert "Anna Dorval" in shown


def test_the_sentence_on_top_stays_short_where_many_deny() -> None:
    actors = [Actor(f"actor-{n}", f"Person {n}", "person") for n in range(9)]
    view = view_of(with_voices(actors, affair()), EN)
    told = "".join(p.text for p in view.lead[-1])
    assert told.count("Person") == 4
    assert told.endswith("5 other voices.")
    page = render(with_voices(actors, affair()), "html", "en").decode()
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert {p.anchor for p in view.lead[2] if p.anchor} <= ids
    assert page.count('class="denial"') == 9  # folded, none left out
