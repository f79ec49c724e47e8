"""Who receives and who plans a deed, where the parse hangs them on a word between."""

from pathlib import Path

import pytest

from tests.claims.pile import pile_in, roles, statements


@pytest.mark.parametrize(
    ("text", "class_", "role", "who"),
    [
        ("Le chantier a livré quinze drones navals à la Norvège.", "transfer", "recipient", "Norvège"),
        ("La Suède a fourni une centaine de véhicules lourds à l'armée norvégienne.", "transfer", "recipient", "armée"),
        ("L'Autorité a infligé une amende de deux millions d'euros au chimiste Dorval.", "fine", "theme", "Dorval"),
        ("The regulator imposed a fine of 2.4 million euros on Dorval.", "fine", "theme", "Dorval"),
        ("La société Dorval prépare des sanctions contre la Norvège.", "sanction", "agent", "Dorval"),
        ("The Dorval group is weighing sanctions against Norway.", "sanction", "agent", "Dorval"),
    ],
)
def test_who_takes_part_behind_another_word(tmp_path: Path, text: str, class_: str, role: str, who: str) -> None:
    dossier = pile_in(tmp_path)(a=text)
    assert any(who in roles(dossier, s).get(role, "") for s in statements(dossier, class_))


def test_a_sum_is_not_fined(tmp_path: Path) -> None:
    dossier = pile_in(tmp_path)(a="The regulator imposed a fine of 2.4 million euros on Dorval.")
    assert not any("euros" in roles(dossier, s).values() for s in statements(dossier, "fine"))


@pytest.mark.parametrize(
    "text", ["Trente mètres cubes de mazout ont fui à Sérac.", "Dix tonnes d'acide ont fui à Sérac."]
)
def test_what_a_measure_measures_takes_part(tmp_path: Path, text: str) -> None:
    dossier = pile_in(tmp_path)(a=text)
    assert {roles(dossier, s)["theme"] for s in statements(dossier, "leak")} <= {"mazout", "acide"}
