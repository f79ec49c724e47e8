"""Who announces to have done something did it, also where a day stands between; two bodies' inquiries are two events."""

from pathlib import Path

import pytest

from tests.claims.pile import Pile, claim_with, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "L'Agence du médicament a annoncé jeudi avoir ouvert une enquête sur le laboratoire Dorsal.",
        "Le conseil régional de Lorvane a indiqué lundi avoir fermé le pont de Sarn.",
        "La société Mirval a reconnu vendredi avoir livré des radars au Talbor.",
    ],
)
def test_a_day_is_not_the_doer(pile: Pile, text: str) -> None:
    dossier = pile(a=text)
    (told,) = [s for s in dossier.statements if s.event.predicate.text in {"ouvert", "fermé", "livré"}]
    agents = [p for p in told.event.participants if p.role == "agent"]
    assert [p.span.text not in {"jeudi", "lundi", "vendredi"} for p in agents] == [True]


def test_inquiries_of_two_bodies_are_two_claims(pile: Pile) -> None:
    dossier = pile(
        a="L'Agence du médicament a annoncé mardi avoir ouvert une enquête administrative sur le laboratoire Dorsal.",
        b="Le parquet de Lorvane a ouvert jeudi une enquête préliminaire sur le laboratoire Dorsal.",
        c="L'Agence du médicament a ouvert une enquête administrative sur le laboratoire Dorsal.",
    )
    agency = claim_with(dossier, "Agence du médicament")
    assert len(agency.reports) == 2
    assert claim_with(dossier, "parquet de Lorvane").id != agency.id
