"""What an undated report tells of days: past ones bound it from below, those still to come do not."""

import pytest

from recoupe.model import Bounds
from tests.claims.pile import dossier_of

DATED = "10 mai 2025\n\nLa digue de Norvale a cédé dimanche, a dit la mairie."


def bounds(text: str) -> Bounds | None:
    return dossier_of(DATED, text).documents[1].published


@pytest.mark.parametrize(
    "text",
    [
        "La digue a cédé dimanche. Une nouvelle inspection est prévue le 29 mai.",
        "La digue a cédé dimanche. Le conseil municipal se réunira le 3 juin 2025.",
        "La digue a cédé dimanche. Une réunion, programmée le 4 juin 2025, a été annoncée par la mairie.",
        "La digue a cédé dimanche. Les habitants ont été convoqués pour le 29 mai 2025.",
        "The wall gave way on Sunday. A new inspection is scheduled for 29 May 2025.",
        "The wall gave way on Sunday. The council will meet on 3 June 2025.",
        "The wall gave way on Sunday. A meeting planned for 4 June 2025 was announced by the mayor.",
        "The wall gave way on Sunday. The inspectors are to come back on 5 June 2025.",
        "The wall gave way on Sunday. Unions called a strike for 6 June 2025.",
    ],
)
def test_a_day_to_come_is_no_lower_bound(text: str) -> None:
    assert bounds(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("La digue a cédé. Le port avait été fermé le 29 avril 2025 par la capitainerie.", "2025-04-29"),
        ("La digue a cédé. Les ingénieurs sont arrivés le 8 mai 2025 à Norvale.", "2025-05-08"),
        ("The wall gave way. Engineers have been in town and met the mayor on 8 May 2025.", "2025-05-08"),
        ("The wall gave way. The port was shut on 29 April 2025, and it will reopen on 3 June 2025.", "2025-04-29"),
    ],
)
def test_a_past_day_is_one(text: str, day: str) -> None:
    found = bounds(text)
    assert found is not None and (found.not_before, found.not_after) == (day, None)
