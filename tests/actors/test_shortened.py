"""Bodies by their full name and by its first word alone."""

import pytest

from tests.claims.pile import dossier_of


def names(*texts: str) -> set[str]:
    """The names of the actors of a pile that hold a name."""
    return {a.name for a in dossier_of(*texts).actors if "Brivolt" in a.name}


@pytest.mark.parametrize(
    "texts",
    [
        ("Brivolt Énergie a vendu neuf turbines à la ville de Lorne.", "Brivolt a reçu deux millions d'euros."),
        (
            "Brivolt Electronics sold nine turbines. Brivolt received two million euros.",
            "Brivolt a licencié neuf ingénieurs.",
        ),
        ("Brivolt Valdane a vendu neuf turbines. Brivolt a reçu deux millions.", "Brivolt sold nine turbines."),
    ],
)
def test_the_first_word_of_a_name_is_the_same_body(texts: tuple[str, ...]) -> None:
    assert len(names(*texts)) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ("Brivolt Énergie a vendu neuf turbines.", "Brivolt a voté. Une grève dure à Brivolt."),  # a place
        ("Brivolt Énergie a vendu neuf turbines.", "Brivolt Marine a coulé.", "Brivolt a licencié neuf ingénieurs."),
        ("Brivolt Valdane a vendu neuf turbines.", "Brivolt a licencié neuf ingénieurs."),  # nothing shows it
    ],
)
def test_what_else_bears_the_word_keeps_them_apart(texts: tuple[str, ...]) -> None:
    assert "Brivolt" in names(*texts)
    assert len(names(*texts)) > 1
