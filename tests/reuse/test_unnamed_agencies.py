"""Who credits agencies without their names has taken nothing from one of them in silence."""

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.pipeline import analyse_reading

TEXT = {
    "fr": "La digue de Norvale a cédé dimanche sur une vingtaine de mètres, a indiqué la capitainerie du port. Les pompiers "
    "ont évacué les maisons basses pendant la nuit, et l'école restera fermée jusqu'à nouvel ordre.\n\nLa réparation "
    "prendra plusieurs semaines, selon un premier avis des ingénieurs.\n",
    "en": "The sea wall at Norvale gave way on Sunday over some twenty metres, the harbour office said. Firefighters "
    "cleared the lower houses during the night, and the school will stay shut until further notice.\n\nRepairs will "
    "take several weeks, a first opinion by the engineers says.\n",
}
FRENCH = "La Vigie de Norvale\n7 avril 2025\n\nNorvale : la digue a cédé\n"
ENGLISH = "The Norvale Courier\n7 April 2025\n\nSea wall gives way at Norvale\n"


@pytest.mark.parametrize(
    ("head", "language", "credited"),
    [
        (f"{FRENCH}Avec agences", "fr", True),
        (f"{FRENCH}Lise Aubin (avec les agences)", "fr", True),
        (f"{FRENCH}Par Lise Aubin", "fr", False),
        (f"{ENGLISH}Staff and agencies", "en", True),
        (f"{ENGLISH}From agencies in Norvale", "en", True),
        (f"{ENGLISH}By Ada Finch", "en", False),
    ],
)
def test_agencies_without_a_name_are_credited(head: str, language: str, credited: bool) -> None:
    wire = {"fr": "NORVALE, 6 avril 2025 (BRP) - ", "en": "NORVALE, April 6, 2025 (BRP) - "}[language]
    texts = {"a.txt": wire + TEXT[language], "b.txt": f"{head}\n\n{TEXT[language]}"}
    dossier = analyse_reading(read_files([Raw(name, text.encode()) for name, text in texts.items()]))
    copy = next(d.id for d in dossier.documents if d.name == "b.txt")
    members = [m for family in dossier.reuse for m in family.members if m.span.document == copy]
    assert members
    assert all(m.credited is credited for m in members)
