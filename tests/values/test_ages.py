"""Ages are no durations, and years no counts."""

import pytest

from recoupe.linguistics import annotate
from recoupe.model import Document
from recoupe.values import read_values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une fillette de neuf ans est morte.", []),
        ("L'homme, âgé de 51 ans, a été retenu pendant deux jours.", ["deux jours"]),
        ("Hugo Varenne, 16 ans, est mort. Le chantier a duré trois ans.", ["trois ans"]),
        ("A 16-year-old boy died.", []),
        ("An eight-year-old girl died after a three-year inquiry.", ["three-year"]),
        ("Un bail de neuf ans a été signé.", ["neuf ans"]),
    ],
)
def test_how_old_is_not_how_long(text: str, expected: list[str]) -> None:
    found = read_values(annotate(Document("d", "d", "", text, True, "und"), {}).annotation)
    assert [v.span.text for v in found if v.slot in {"duration", "count"}] == expected
