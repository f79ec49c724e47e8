"""Subjects before an inserted clause of saying, and whom no pronoun takes up."""

import pytest

from recoupe.model import Statement
from tests.claims.pile import dossier_of


def denials(text: str) -> list[Statement]:
    return [s for s in dossier_of(text).statements if s.polarity == "negative"]


@pytest.mark.parametrize(
    "text",
    [
        "The union's reply was short: no driver, it said, had blocked the depot.",
        "Orvane's answer was curt: nobody, it said, had sealed the mill.",
        "La réponse du syndicat est brève : aucun chauffeur, dit-il, n'a bloqué le dépôt.",
    ],
)
def test_nobody_before_an_inserted_clause_did_it(text: str) -> None:
    assert denials(text)


def test_nobody_is_taken_up_by_no_pronoun() -> None:
    dossier = dossier_of("Personne, assure la préfète, n'a vidé le coffre. Elle ajoute que la porte a été forcée.")
    names = {a.id: a.name for a in dossier.actors}
    assert "personne" not in {names.get(a.actor or "", "").lower() for a in dossier.attributions}
