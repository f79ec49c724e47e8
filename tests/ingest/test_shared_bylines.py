"""Agencies in bylines that an outlet shares with them."""

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files

BODY = "Two boats sank off Sarn on Monday, the port said. Nobody was hurt, and the boats have been raised."
BODY_FR = "Deux bateaux ont coulé lundi au large de Sarn, a indiqué le port. Personne n'a été blessé."


@pytest.mark.parametrize(
    ("byline", "agency", "body"),
    [
        ("Le Phare du Lac avec AXP - Publié le 04/06/2025 à 07h30", "AXP", BODY_FR),
        ("Par Jeanne Orval, avec AXP. Publié le 11 juin 2025 à 18h20", "AXP", BODY_FR),
        ("By Sarn Chronicle staff and Orme Wire, 10 September 2025", "Orme Wire", BODY),
        ("By AXP in Sarn (translated from French)", "AXP", BODY),
    ],
)
def test_a_shared_byline_credits_the_agency(byline: str, agency: str, body: str) -> None:
    document = read_files([Raw("r.txt", f"Boats sink off Sarn\n\n{byline}\n\n{body}".encode())]).documents[0]
    assert [c.actor for c in document.agencies] == [agency]


@pytest.mark.parametrize("byline", ["By Ann Orval and Paul Lind", "By Ann Orval and agencies"])
def test_persons_and_agencies_without_a_name_credit_nobody(byline: str) -> None:
    document = read_files([Raw("r.txt", f"Boats sink off Sarn\n\n{byline}\n\n{BODY}".encode())]).documents[0]
    assert document.agencies == ()
    assert "agencies" not in {s.text for s in document.byline}
