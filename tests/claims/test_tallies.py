"""Figures told for themselves: tolls, turnouts and rival estimates, with the event of those whom they count."""

import pytest

from recoupe.model import Dossier
from tests.claims.pile import claim_with, dossier_of, roles, statements


def tolls(dossier: Dossier, class_: str) -> list[tuple[str, list[float | None]]]:
    """The words of each statement of a class with its figures."""
    return [(s.spans[0].text, [v.value for v in s.values if v.slot == "count"]) for s in statements(dossier, class_)]


@pytest.mark.parametrize(
    ("text", "class_", "words", "figure"),
    [
        ("Rescuers put the death toll at 23 on Sunday.", "die", "the death toll at 23", 23),
        ("The union put the number of strikers at 450.", "strike", "the number of strikers at 450", 450),
        ("La mairie évalue à 450 le nombre des grévistes.", "strike", "450 le nombre des grévistes", 450),
        ("Le bilan est de 12 blessés.", "injure", "12 blessés", 12),
        ("Les arrestations sont au nombre de douze.", "arrest", "nombre de douze", 12),
        ("The police put the number of injured marchers at 30.", "injure", "the number of injured marchers at 30", 30),
        ("The marchers numbered 5,200 in all.", "demonstrate", "The marchers numbered 5,200", 5200),
    ],
)
def test_a_figure_tells_the_event_of_those_it_counts(text: str, class_: str, words: str, figure: float) -> None:
    assert (words, [figure]) in tolls(dossier_of(text), class_)


def test_a_bare_figure_counts_what_was_told_before_it() -> None:
    dossier = dossier_of(
        "Some 900 people marched through Vellon on Saturday, police said. The organisers say there were 3,000 of them."
    )
    found = tolls(dossier, "demonstrate")
    assert ("3,000", [3000.0]) in found and len(found) == 2
    assert len({claim_with(dossier, words).id for words in ("Some 900 people", "3,000")}) == 1


def test_rival_figures_of_one_event_stand_in_one_claim_with_their_voices() -> None:
    dossier = dossier_of(
        "La manifestation a fait 14 blessés à Vellon samedi selon la préfecture, une quarantaine selon les organisateurs."
    )
    names = {a.id: a.name for a in dossier.actors}
    voices = {v.id: names[v.actor] for v in dossier.voices if v.actor is not None}
    claim = claim_with(dossier, "14 blessés")
    held = [s for s in dossier.statements if s.id in claim.statements]
    assert {voices[s.voice] for s in held} == {"la préfecture", "les organisateurs"}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Les heurts ont fait 14 blessés parmi les gendarmes.", "gendarmes"),
        ("On compte 30 blessés du côté des manifestants.", "manifestants"),
        ("There were nine injured among the firefighters.", "firefighters"),
    ],
)
def test_victims_are_those_of_their_group(text: str, group: str) -> None:
    dossier = dossier_of(text)
    assert [roles(dossier, s)["theme"] for s in statements(dossier, "injure")] == [group]


def test_each_group_of_victims_is_a_claim_of_its_own() -> None:
    dossier = dossier_of(
        "The clashes in Vellon left 14 gendarmes and around thirty protesters injured on Saturday.",
        "À Vellon, 14 gendarmes ont été blessés samedi, ainsi qu'une trentaine de manifestants.",
        "Quatorze gendarmes ont été blessés samedi à Vellon. Trente manifestants ont été blessés.",
    )
    claims = [{*c.statements} for c in dossier.claims]
    groups = {s.id: roles(dossier, s).get("theme", "") for s in statements(dossier, "injure")}
    for held in claims:
        found = {groups[s] for s in held if s in groups}
        assert not ({"gendarmes"} & found and {"protesters", "manifestants"} & found)
