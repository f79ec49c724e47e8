"""Figures of one matter side by side: in the unit of the reports, and none of another year's."""

from pathlib import Path

import pytest

from recoupe.model import Dossier
from tests.claims.pile import Pile, claim_with, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def told(dossier: Dossier, words: str, slot: str) -> list[str]:
    """The values of a slot for which the statements of a claim differ."""
    return [x.value for v in claim_with(dossier, words).variants if v.slot == slot for x in v.values]


def test_areas_burnt_differ_in_hectares_and_drift(pile: Pile) -> None:
    dossier = pile(
        a="---\noutlet: La Vigie\ndate: 2031-08-10\n---\n\nLe feu a parcouru 400 hectares de lande sur le plateau du Corbel, "
        "selon les pompiers.",
        b="---\noutlet: L'Écho\ndate: 2031-08-11\n---\n\nL'incendie a ravagé 650 hectares de lande sur le plateau du Corbel, a "
        "indiqué le maire.",
        c="---\noutlet: The Herald\ndate: 2031-08-12\n---\n\nThe fire has burned 700 hectares on the Corbel plateau, the prefect "
        "said.",
    )
    assert told(dossier, "650 hectares", "measure") == ["400 hectare", "650 hectare", "700 hectare"]
    changes = [e for e in claim_with(dossier, "650 hectares").evolution if e.change == "figure"]
    assert [s.text for e in changes for s in e.spans if "400" in s.text] == ["400 hectares"]


def test_what_another_year_burned_is_no_other_figure(pile: Pile) -> None:
    news = "---\ndate: 2031-08-12\n---\n\nL'incendie a brûlé 700 hectares de lande au Corbel, selon les pompiers."
    dossier = pile(
        a=news,
        b="---\ndate: 2031-08-13\n---\n\nL'incendie a brûlé 700 hectares de lande au Corbel. En juillet 2027, un incendie avait "
        "frappé le Corbel. Ce jour-là, 300 hectares de lande avaient brûlé.",
    )
    assert not any("300" in value for value in told(dossier, "700 hectares", "measure"))


def test_lengths_of_two_units_are_told_in_the_standard_one(pile: Pile) -> None:
    dossier = pile(
        a="La crue a emporté 12 km de route dans la vallée de l'Ance, selon la préfecture.",
        b="La crue a emporté 900 mètres de route dans la vallée de l'Ance, a dit le maire.",
    )
    assert told(dossier, "12 km", "measure") == ["12000 m", "900 m"]
