"""Gerunds as verbs and in their rows, wherever the parse has hung them."""

import pytest

from tests.claims.pile import dossier_of


def stances(text: str) -> dict[str, str]:
    return {s.event.predicate.text: s.stance for s in dossier_of(text).statements}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The museum denied selling statues and hiding two ledgers.", {"selling", "hiding"}),
        ("The warden denied beating inmates.", {"beating"}),
        (
            "The garrison denied looting the abbey, torching the barns and abducting three monks.",
            {"looting", "torching", "abducting"},
        ),
        ("The brewery denied filing for bankruptcy.", {"filing"}),
        ("The trust denied paying 300,000 crowns to the judge.", {"paying"}),
        ("The clinic denied having sold blood and hidden the records.", {"sold", "hidden"}),
    ],
)  # fmt: skip
def test_every_gerund_in_a_row_is_denied(text: str, denied: set[str]) -> None:
    found = stances(text)
    assert {word for word, stance in found.items() if stance == "denies"} == denied


def test_a_finite_verb_behind_a_gerund_is_told_and_not_denied() -> None:
    found = stances("The abbot denied leasing the vineyard and promised to sue the paper.")
    assert found["leasing"] == "denies" and found["sue"] == "affirms"


def test_a_thing_named_by_a_verb_in_its_progressive_form_is_no_thing() -> None:
    assert stances("The guild admitted shipping the crates to Bravia.") == {"shipping": "affirms"}
