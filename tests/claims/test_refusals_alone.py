"""That somebody refuses a deed is another event than the deed, and supports no claim of it."""

import pytest

from tests.claims.pile import claim_with, dossier_of


@pytest.mark.parametrize(
    ("told", "refused"),
    [
        (
            "La société Orvane a cédé deux chalands à Talbor.",
            "La société Orvane a refusé de céder deux chalands à Talbor.",
        ),
        (
            "The Arvenne company leased two barges to Talbor.",
            "The Arvenne company declined to lease two barges to Talbor.",
        ),
        ("La mairie a fermé l'école de Sornay.", "La mairie a refusé de fermer l'école de Sornay."),
    ],
)
def test_a_refusal_supports_nothing(told: str, refused: str) -> None:
    dossier = dossier_of(told, refused)
    claim = claim_with(dossier, told[:20])
    affirming = {s.document for s in dossier.statements if s.id in claim.statements and s.stance == "affirms"}
    assert affirming == {dossier.documents[0].id}
