"""Deeds of named doers: what makes a claim by itself, and what one doer did to one thing and to another."""

from pathlib import Path

import pytest

from tests.claims.pile import Pile, claim_with, files, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Le maire, Paul Ancel, affirme que les tisseurs Dorval et Brel ont partagé un entrepôt.",
            "partagé un entrepôt",
        ),
        ("Mayor Ann Ancel said that the Dorval paper mill damaged the doors of a shed.", "damaged the doors"),
    ],
)
def test_what_somebody_says_of_a_named_doer_is_a_claim(pile: Pile, text: str, words: str) -> None:
    assert claim_with(pile(a=text), words)


def test_what_nobody_is_named_for_is_none(pile: Pile) -> None:
    dossier = pile(a="Mayor Ann Ancel said that the workers stored glue in a shed.")
    assert dossier.claims == ()


def test_one_doer_does_one_thing_and_another(pile: Pile) -> None:
    dossier = pile(
        a="Selon le maire Paul Ancel, les douaniers de Brel ont arrêté le skipper Ivo Tarsk à bord de son ketch.",
        b="Selon la préfète Lise Hauvet, les douaniers de Brel ont fouillé le ketch du skipper Ivo Tarsk.",
    )
    assert files(dossier, claim_with(dossier, "arrêté le skipper").reports) == {"a"}
    assert files(dossier, claim_with(dossier, "fouillé le ketch").reports) == {"b"}


def test_a_doer_known_by_its_owner_is_one_doer(pile: Pile) -> None:
    dossier = pile(
        a="The Dorval coastguard pushed a dinghy with 38 people back out to sea, mayor Paul Ancel said.",
        b="The Dorval coastguard towed a broken-down yacht with six tourists into harbour, judge Lise Hauvet said.",
    )
    assert files(dossier, claim_with(dossier, "pushed a dinghy").reports) == {"a"}


@pytest.mark.parametrize(
    "opening",
    [
        "Tout a commencé lorsque",
        "Sans donner de détails, un voisin a laissé entendre que",
        "Il a fallu attendre le soir pour apprendre que",
    ],
)
def test_a_clause_that_tells_the_past_keeps_its_phase(pile: Pile, opening: str) -> None:
    dossier = pile(a=f"{opening} la société Alvane a livré quarante pompes à la ville de Sérac.")
    (phase,) = {s.phase for s in dossier.statements if s.event.class_ == "transfer"}
    assert phase == "done"


def test_what_a_word_is_worth_is_asked_of_the_word(pile: Pile) -> None:
    dossier = pile(
        a="Que vaut l'assurance, donnée par le maire Paul Ancel, que la société Alvane a livré dix pompes à la ville de Sérac ?"
    )
    assert {s.realis for s in dossier.statements if s.event.class_ == "transfer"} == {"actual"}


def test_a_question_leaves_its_event_open(pile: Pile) -> None:
    dossier = pile(a="La société Alvane a-t-elle livré des pompes à la ville de Sérac ?")
    assert {s.realis for s in dossier.statements if s.event.class_ == "transfer"} == {"hypothetical"}


def test_the_flag_of_a_heading_is_nobody(pile: Pile) -> None:
    dossier = pile(
        a="UPDATE 2-The Alvane shipyard delivered two boats to the city of Brel\n\nThe boats came in March.",
        b="The Alvane shipyard delivered two boats to the city of Brel, mayor Paul Ancel said.",
    )
    assert files(dossier, claim_with(dossier, "shipyard delivered two boats").reports) == {"a", "b"}


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("La banque Alvane a versé 300 000 euros au parti Renouveau civique, selon le maire Paul Ancel.",
         "Alvane Bank paid €300,000 to the Civic Renewal party, judge Lise Hauvet said."),
        ("La chaîne de supermarchés Alvane a remplacé 300 caissières par des automates, selon le maire Paul Ancel.",
         "The Alvane supermarket chain replaced 300 checkout women with machines, judge Lise Hauvet said."),
        ("Le pilote du vol Alvane 12 s'est endormi aux commandes pendant dix minutes, selon le maire Paul Ancel.",
         "The pilot of Alvane flight 12 fell asleep at the controls for ten minutes, judge Lise Hauvet said."),
    ],
)  # fmt: skip
def test_two_languages_tell_one_deed(pile: Pile, fr: str, en: str) -> None:
    dossier = pile(fr=fr, en=en)
    assert any(files(dossier, c.reports) == {"fr", "en"} for c in dossier.claims)
