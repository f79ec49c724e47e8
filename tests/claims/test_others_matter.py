"""What answers or supports no claim: another's deed, a thing that somebody refused, a part of a whole, the name of an office."""

import pytest

from tests.claims.pile import claim_with, dossier_of


@pytest.mark.parametrize(
    ("told", "denied", "answered"),
    [
        ("Forged tickets were sold outside the stadium, police said.", "Ned Foy said he never sold a ticket.", False),
        (
            "Fake licences were issued to drivers in Lund, a judge said.",
            "Ada Reeve said she never issued a licence.",
            False,
        ),
        ("Ned Foy stole a watch in Lund, police said.", "Ned Foy said he never stole a watch.", True),
    ],
)
def test_a_person_answers_for_their_own_deeds_alone(told: str, denied: str, answered: bool) -> None:
    assert any(c.denials for c in dossier_of(told, denied).claims) is answered


@pytest.mark.parametrize(
    ("told", "refused", "answered"),
    [
        (
            "Les passeports ont été fabriqués par la société Corvel, selon un juge.",
            "La société Corvel a refusé de produire une facture.",
            False,
        ),
        (
            "La firme Orlan a vendu des pompes à Sérac, selon un juge.",
            "La firme Orlan a refusé de vendre des pompes à Sérac.",
            True,
        ),
    ],
)
def test_a_refusal_denies_what_was_refused_alone(told: str, refused: str, answered: bool) -> None:
    assert any(c.denials for c in dossier_of(told, refused).claims) is answered


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        (
            "Norvolt reconnected all the homes in Lund, the mayor said.",
            "Norvolt reconnected only half of the homes in Lund, a union said.",
        ),
        (
            "La clinique Vane a vacciné toutes les infirmières, selon un médecin.",
            "La clinique Vane n'a vacciné qu'une partie des infirmières, selon un syndicat.",
        ),
    ],
)
def test_a_part_does_not_support_the_whole(whole: str, part: str) -> None:
    assert len(claim_with(dossier_of(whole, part), whole.split(",")[0]).reports) == 1
    assert len(claim_with(dossier_of(whole, whole), whole.split(",")[0]).reports) == 2


def test_the_name_of_an_office_tells_no_event() -> None:
    office = "Mardi, la ministre de la Vente des ports, Léa Orr, s'est exprimée pour la première fois."
    assert not [s for s in dossier_of(office).statements if s.event.class_ == "trade"]
    sale = "Mardi, la ministre a annoncé la vente des ports."
    assert [s for s in dossier_of(sale).statements if s.event.class_ == "trade"]
