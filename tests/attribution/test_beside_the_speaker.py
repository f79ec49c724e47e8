"""Who speaks and what stands beside: what went on meanwhile, to whom it was told, so much for each."""

import pytest

from tests.claims.pile import dossier_of


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The sluice was opened, the warden said, as divers searched the lake.", "The sluice was opened"),
        ("La vanne a été ouverte, a dit la gardienne, tandis que des plongeurs fouillaient le lac.", "La vanne a été ouverte"),
        ("La vanne a été ouverte, nous a confirmé son adjoint.", "La vanne a été ouverte"),
        ("Selon nos informations, la gardienne, Ida Morand, a ouvert la vanne.", "la gardienne, Ida Morand, a ouvert la vanne"),
        ("A diver told the Gazette that wardens had opened the sluice.", "wardens had opened the sluice"),
        ("Divers were hurt aboard the Sorne Queen, a warden told the Gazette.", "Divers were hurt aboard the Sorne Queen"),
    ],
)  # fmt: skip
def test_what_is_said_ends_where_it_ends(text: str, content: str) -> None:
    attributions = dossier_of(text).attributions
    assert [[c.text for c in a.content] for a in attributions] == [[content]]


def test_who_stands_before_the_verb_is_no_name_of_the_clause_before() -> None:
    dossier = dossier_of("Divers were hurt aboard the Sorne Queen, a warden told the Gazette.")
    names = {a.id: a.name for a in dossier.actors}
    assert [names[a.actor] for a in dossier.attributions if a.actor] == ["a warden"]


@pytest.mark.parametrize(
    "text",
    [
        "The board set the ration at two loaves a day per inmate.",
        "Two inmates were admitted to hospital in June.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert dossier_of(text).attributions == ()


def test_who_denies_having_said_says_nothing() -> None:
    dossier = dossier_of("The abbot denied ordering the sale and said he had been suspended.")
    assert [(a.cue.text, a.firmness) for a in dossier.attributions if a.cue] == [("denied", "denial"), ("said", "flat")]
    assert [s.stance for s in dossier.statements if s.event.predicate.text == "suspended"] == ["affirms"]
