"""What outlets say of their own checks is a caution, and stands in no list of claims."""

import pytest

from tests.claims.pile import dossier_of


def told(text: str) -> list[str]:
    return [s.event.predicate.text for s in dossier_of(text).statements]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the depot had burned, a figure that could not be independently confirmed.",
        "The mayor of Sarn said that the depot had burned, which Reuters was not able to verify.",
        "Reuters could not independently verify the video of the fire in Sarn.",
        "Le maire de Sarn a dit que le dépôt avait brûlé, ce que l'AFP n'a pas été en mesure de vérifier.",
        "Le maire de Sarn a dit que le dépôt avait brûlé. Cela n'a pas pu être vérifié de source indépendante.",
        "L'AFP n'a pas pu confirmer de manière indépendante l'incendie du dépôt de Sarn.",
    ],
)
def test_an_outlets_caution_is_no_claim(text: str) -> None:
    words = ("verif", "confirm", "able", "vérif", "mesure", "pu")
    assert not [p for p in told(text) if any(w in p for w in words)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Inspectors from Sarn could not verify the stocks of the Marl depot.", "verify"),
        ("L'enquête de la police de Sarn n'a pas permis d'établir la cause de l'incendie.", "incendie"),
        ("Inspectors from Sarn independently verified the stocks of the Marl depot.", "verified"),
    ],
)
def test_what_others_check_or_do_not_confirm_stays(text: str, word: str) -> None:
    assert any(word in p for p in told(text))
