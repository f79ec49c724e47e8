"""Durations in days, whatever unit they are told in."""

import pytest

from recoupe.values.durations import days_of


@pytest.mark.parametrize(
    ("one", "other"), [("P2D", "PT48H"), ("P3W", "P21D"), ("P12M", "P1Y"), ("P18M", "P1Y6M"), ("PT90M", "PT1.5H")]
)
def test_one_length_in_two_units_is_one(one: str, other: str) -> None:
    assert days_of(one) == pytest.approx(days_of(other))


def test_lengths_are_told_apart() -> None:
    assert days_of("PT30S") < days_of("PT1M") < days_of("PT2H") < days_of("P1D") < days_of("P1M") < days_of("P2Y")
    assert days_of("") == 0
