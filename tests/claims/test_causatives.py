"""What somebody has others do: `had two men arrested`, `got the plant closed`."""

import pytest

from tests.claims.pile import events


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mayor had the sluice closed.", ("close", {"agent": "mayor", "theme": "sluice"})),
        ("The general had the village burned down.", ("burn", {"agent": "general", "theme": "village"})),
        ("The director has had the ledgers destroyed.", ("damage", {"agent": "director", "theme": "ledgers"})),
    ],
)
def test_who_has_something_done_is_the_doer_and_having_is_no_event(text: str, told: tuple[str, dict[str, str]]) -> None:
    assert events(text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The dentist had his house searched by the police.", ("search", {"agent": "police", "theme": "house"})),
        ("The colonel had a portrait of the old school restored.", ("mend", {"theme": "portrait"})),
    ],
)
def test_what_may_befall_the_owner_leaves_the_doer_open(text: str, told: tuple[str, dict[str, str]]) -> None:
    assert events(text) == [told]
