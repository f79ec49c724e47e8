"""What must not be says nothing of what was, and denies nothing."""

import pytest

from tests.claims.pile import claim_with, dossier_of, statements


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("The mill must not dump its ash, mayor Ann Ardoval said.", "dump"),
        ("The mill ought never to have closed the canteen, mayor Ann Ardoval said.", "close"),
        ("The mill should not have closed the canteen, mayor Ann Ardoval said.", "close"),
        ("Nobody should close the Sarn mill, mayor Ann Ardoval said.", "close"),
        ("La filature n'aurait pas dû fermer la cantine, a dit la maire Ann Ardoval.", "close"),
        ("Personne ne doit fermer la filature de Sarn, a dit la maire Ann Ardoval.", "close"),
        ("Aucun élu ne doit vendre le port de Sarn, a dit la maire Ann Ardoval.", "trade"),
        ("La filature ne doit pas déverser ses cendres, a dit la maire Ann Ardoval.", "dump"),
        ("Il ne faut pas fermer la filature de Sarn, a dit la maire Ann Ardoval.", "close"),
    ],
)
def test_what_must_not_be_is_only_supposed(text: str, class_: str) -> None:
    assert {s.realis for s in statements(dossier_of(text), class_)} == {"hypothetical"}


def test_advice_denies_nothing() -> None:
    dossier = dossier_of(
        "The children of Sarn drank the water, nurse Jo Pell said.",
        "The children of Sarn should not drink the water, chemist Ann Ardoval said.",
    )
    assert not claim_with(dossier, "drank").denials
