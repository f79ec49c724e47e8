"""The turns of interviews: who answers says it, who asks says nothing, and lists are no talk."""

import pytest

from recoupe.attribution.extraction import extract
from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.linguistics import annotate
from recoupe.model import Document
from recoupe.pipeline import analyse_reading

HEAD = "Lise Hauvet, 58 ans, a été contremaîtresse chez Brévalor.\n\n"


def told(text: str) -> list[tuple[str, list[str]]]:
    """Who says what in a report, in order of the text."""
    found = extract(annotate(Document("d1", "d1", "", text, True, "und"), {}).annotation)
    return [(a.source.text if a.source else "", [c.text for c in a.content]) for a in found.attributions]


def test_who_answers_says_it_by_name() -> None:
    first = "Radio Sarn : Qu'avez-vous vu ?\n\nLise Hauvet : Les fours étaient froids."
    text = f"{HEAD}{first}\n\nRadio Sarn : Et après ?\n\nLise Hauvet : Rien."
    assert told(text) == [
        ("Lise Hauvet", ["Les fours étaient froids"]),
        ("Lise Hauvet", ["Rien"]),
    ]


@pytest.mark.parametrize("letters", [("Q", "R"), ("Question", "Réponse"), ("Q.", "L. H.")])
def test_letters_stand_for_who_is_named_before(letters: tuple[str, str]) -> None:
    q, r = letters
    first = f"{q} : Qu'avez-vous vu ?\n\n{r} : Les fours étaient froids.\n\nOn nous a renvoyés."
    text = f"Entretien avec {HEAD}{first}\n\n{q} : Quand ?\n\n{r} : Lundi matin."
    assert told(text) == [
        ("Lise Hauvet", ["Les fours étaient froids", "On nous a renvoyés"]),
        ("Lise Hauvet", ["Lundi matin"]),
    ]


def test_short_names_in_capitals_are_no_initials() -> None:
    text = "HULL: The plant closed on Monday.\n\nROE: The workers knew in March.\n\nHULL: Nobody was hurt."
    assert told(text) == [
        ("HULL", ["The plant closed on Monday"]),
        ("ROE", ["The workers knew in March"]),
        ("HULL", ["Nobody was hurt"]),
    ]


def test_a_paragraph_that_only_opens_like_a_turn_is_none_and_ends_the_one_before() -> None:
    text = (
        "LE MAIRE : Le pont a fermé lundi.\n\nMME ROY : Nul n'a été prévenu.\n\nSource : conseil de Sarn.\n\nFin.\n\n"
    )
    assert told(f"{text}LE MAIRE : Il rouvrira mardi.") == [
        ("LE MAIRE", ["Le pont a fermé lundi"]),
        ("MME ROY", ["Nul n'a été prévenu"]),
        ("LE MAIRE", ["Il rouvrira mardi"]),
    ]


def test_names_of_speakers_keep_their_small_words() -> None:
    text = "Paul ibn Yazid : Le four de l'usine a cédé.\n\nAnne de Sarno : Personne n'avait été prévenu.\n\n"
    found = told(f"{text}Paul ibn Yazid : Il est mort lundi.\n\nAnne de Sarno : Nous l'avons appris par la radio.")
    assert [who for who, _ in found] == ["Paul ibn Yazid", "Anne de Sarno"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Date : 3 mai\n\nLieu : Sarn\n\nLe port a fermé.\n\nDate : 4 mai\n\nLieu : Brel\n\nLe pont a fermé.",
        "Sarn : le port a fermé lundi.\n\nBrel : le pont rouvrira mardi.\n\nSarn : la préfète a démissionné.",
    ],
)
def test_lists_are_no_talk(text: str) -> None:
    assert told(text) == []


def test_who_answers_may_be_introduced_without_a_name() -> None:
    text = """The Brel Review
4 May 2024
"They drained it at night"

The retired warden received us in her kitchen, an hour from the lake. She asked us to leave out her name.

Q: What did you see?

A: The sluice was open when I came. Two men had drained the lake.

Q: Who were they?

A: I never saw their faces.
"""
    dossier = analyse_reading(read_files([Raw("a.txt", text.encode())]))
    spoken = [a for a in dossier.attributions if any("drained the lake" in c.text for c in a.content)]
    assert [a.source.text for a in spoken if a.source] == ["The retired warden"]
