"""The same people, things, figures and day around two deeds tell of two events."""

from pathlib import Path

import pytest

from tests.claims.pile import claim_with, files, pile_in

PAIRS = [
    (
        "a licencié",
        "La firme Dorval a licencié 40 soudeurs lundi à Sérac.",
        "La firme Dorval a embauché 40 soudeurs lundi à Sérac.",
    ),
    (
        "was kidnapped",
        "Reporter Ann Sorel was kidnapped near Temms on Friday.",
        "Reporter Ann Sorel was freed near Temms on Friday.",
    ),
    ("a vendu", "Le port de Temms a vendu 900 grues en mai.", "Le port de Temms a réparé 900 grues en mai."),
    ("arrested", "Police arrested two guards at the Norda museum.", "Police protected two guards at the Norda museum."),
]


@pytest.mark.parametrize(("words", "one", "other"), PAIRS)
def test_two_deeds_are_two_claims(tmp_path: Path, words: str, one: str, other: str) -> None:
    dossier = pile_in(tmp_path)(one=one, other=other)
    assert files(dossier, claim_with(dossier, words).reports) == {"one"}


@pytest.mark.parametrize(
    ("words", "one", "other"),
    [
        (
            "a licencié",
            "La firme Dorval a licencié 40 soudeurs lundi à Sérac.",
            "Dorval laid off 40 welders at Sérac on Monday.",
        ),
        (
            "was kidnapped",
            "Reporter Ann Sorel was kidnapped near Temms on Friday.",
            "Ann Sorel a été enlevée vendredi près de Temms.",
        ),
    ],
)
def test_one_deed_in_other_words_is_one(tmp_path: Path, words: str, one: str, other: str) -> None:
    dossier = pile_in(tmp_path)(one=one, other=other)
    assert files(dossier, claim_with(dossier, words).reports) == {"one", "other"}
