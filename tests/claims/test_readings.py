"""How events stand in real prose: who takes part, in which phase, and whether it is said to be."""

from pathlib import Path

import pytest

from tests.claims.pile import Pile, pile_in, roles, statements


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


@pytest.mark.parametrize(
    ("text", "class_", "expected"),
    [
        ("La somme a transité par un cabinet.", "travel", {"theme": "somme"}),
        ("L'usine fermera en mars.", "close", {"theme": "usine"}),
        ("The union called off the strike.", "cancel", {"agent": "union", "theme": "strike"}),
        ("The fan on dryer 3 was switched off.", "stop", {"theme": "fan"}),
        ("Le groupe Dorval fermera fin mars son usine.", "close", {"theme": "usine"}),
        ("Le dépoussiérage a cessé vendredi.", "stop", {"theme": "dépoussiérage"}),
        ("Il est faux de dire que Larnac ferme Dorval.", "close", {"agent": "Larnac", "theme": "Dorval"}),
    ],
)
def test_who_and_what_takes_part(pile: Pile, text: str, class_: str, expected: dict[str, str]) -> None:
    dossier = pile(a=text)
    (found,) = statements(dossier, class_)
    assert {role: roles(dossier, found).get(role) for role in expected} == expected


def test_a_longer_phrase_tells_its_event_once(pile: Pile) -> None:
    assert len(statements(pile(a="Le maire Paul Dorval a été placé en garde à vue."), "arrest")) == 1


def test_an_event_without_participants_is_told_by_its_verb(pile: Pile) -> None:
    (paid,) = statements(pile(a="Neuf virements ont été opérés."), "pay")
    assert (paid.phase, [v.span.text for v in paid.values]) == ("done", ["Neuf"])


@pytest.mark.parametrize(
    ("text", "class_", "phase"),
    [
        ("J'ai vu six policiers fouiller la mairie.", "search", "done"),
        ("Six cents habitants ont dû quitter leur logement.", "evacuate", "done"),
        ("Villagers had to leave their homes.", "evacuate", "done"),
        ("Paul Dorval doit être mis en examen.", "charge", "planned"),
        ("Je démissionne de mon mandat.", "resign", "done"),
        ("Paul Dorval has been in custody since Wednesday.", "arrest", "done"),
        ("The group will close its Dorval plant, with the dismissal of forty workers.", "dismiss", "planned"),
    ],
)
def test_the_phase_is_told_by_what_stands_around(pile: Pile, text: str, class_: str, phase: str) -> None:
    assert {s.phase for s in statements(pile(a=text), class_)} == {phase}


def test_a_date_ahead_makes_the_present_a_plan(pile: Pile) -> None:
    dossier = pile(a="3 mars 2024 - Le groupe Larnac ouvre un bureau à Dorval le 12 juin 2024.")
    assert {s.phase for s in statements(dossier, "open")} == {"planned"}


def test_a_heading_in_the_present_tells_what_its_report_does(pile: Pile) -> None:
    text = "Le groupe Larnac ferme son usine\n\nLe groupe Larnac fermera son usine de Dorval, a dit la préfecture."
    assert {s.phase for s in statements(pile(a=text), "close")} == {"planned"}


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("Le syndicat réclame la démission du directeur Paul Dorval.", "resign"),
        ("Le préfet a évoqué le risque d'explosion à l'usine Dorval.", "explode"),
        ("The union fears the closure of the Dorval plant.", "close"),
    ],
)
def test_what_is_wished_or_feared_is_not_said_to_be(pile: Pile, text: str, class_: str) -> None:
    assert {s.realis for s in statements(pile(a=text), class_)} <= {"hypothetical"}


def test_what_is_said_in_a_call_is_said(pile: Pile) -> None:
    (conceded,) = statements(pile(a="Paul Dorval a appelé sa rivale pour reconnaître sa défaite."), "surrender")
    assert (conceded.realis, conceded.phase) == ("actual", "done")
