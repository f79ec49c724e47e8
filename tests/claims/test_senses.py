"""Which event a word of several senses tells, by what stands with it, and who takes part without being named there."""

from pathlib import Path

import pytest

from tests.claims.pile import Pile, pile_in, roles, statements


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("Deux toiles ont été volées au musée de Sornay.", "steal"),
        ("Les avions ont volé au-dessus de Sornay.", "travel"),
        ("Les fichiers ont été copiés avant l'attaque.", "steal"),
        ("Un logiciel a chiffré les serveurs de la mairie.", "hack"),
        ("La mairie a chiffré le coût des travaux.", "measure"),
        ("A virus locked the computers of the town hall.", "hack"),
        ("Les ravisseurs ont réclamé deux millions d'euros.", "demand"),
        ("L'alarme a été débranchée samedi.", "disable"),
        ("The alarm was switched off on Saturday.", "disable"),
        ("Les pompiers ont éteint l'incendie.", "extinguish"),
        ("The sculpture was recovered in a barn.", "find"),
        ("Le musée a gonflé la valeur des tableaux.", "overvalue"),
    ],
)
def test_what_stands_with_a_word_chooses_its_sense(pile: Pile, text: str, class_: str) -> None:
    assert statements(pile(a=text), class_)


@pytest.mark.parametrize(
    ("text", "class_", "theme"),
    [
        ("Musée : la directrice du musée entendue\n\nLa police enquête.", "question", "directrice"),
        ("Sornay : 300 dossiers de patients volés\n\nLa police enquête.", "steal", "dossiers"),
        ("Une toile de Paul Dorval, « La Marée haute », a été retrouvée lundi.", "find", "toile"),
        ("Hackers said to have stolen files\n\nThe police investigate.", "steal", "files"),
    ],
)
def test_what_a_participle_is_said_of(pile: Pile, text: str, class_: str, theme: str) -> None:
    (found,) = statements(pile(a=text), class_)
    assert [p.span.text for p in found.event.participants if p.role == "theme"] == [theme]


def test_who_made_a_thing_is_not_who_found_it(pile: Pile) -> None:
    dossier = pile(a="A painting by Paul Dorval was found on Monday in a barn.")
    (found,) = statements(dossier, "find")
    assert "agent" not in roles(dossier, found)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("The curator, Anna Dorval, left. She was arrested on Monday.", "Anna Dorval"),
        ("Museum curator arrested\n\nThe curator, Anna Dorval, was seen on Monday.", "Anna Dorval"),
        ("Le maire, Paul Dorval, est parti. L'ancien maire a été arrêté.", "maire"),
        ("Paul Dorval a vu Jean Larnac. Il a été arrêté lundi.", "Il"),
    ],
)
def test_an_office_or_pronoun_takes_up_the_one_person_it_can_mean(pile: Pile, text: str, theme: str) -> None:
    dossier = pile(a=text)
    (found,) = statements(dossier, "arrest")
    assert roles(dossier, found).get("theme") == theme


def test_my_client_is_whom_the_lawyer_speaks_for(pile: Pile) -> None:
    dossier = pile(a='Anna Dorval left. "My client was arrested on Monday," said her lawyer, Yves Larnac.')
    (found,) = statements(dossier, "arrest")
    assert roles(dossier, found).get("theme") == "Anna Dorval"


def test_two_arrested_of_one_body_are_two(pile: Pile) -> None:
    dossier = pile(
        a="Le maire de Sornay, Paul Dorval, a été arrêté lundi.",
        b="L'adjointe au maire de Sornay, Anna Larnac, a été arrêtée lundi.",
    )
    assert all(len(c.reports) == 1 for c in dossier.claims)
