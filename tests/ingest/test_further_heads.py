"""Heads with weekdays and months cut short, stamps, years in two figures, and names of outlets in other forms."""

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.model import Document

BODY = {
    "fr": "Le port ferme ses deux grues\n\nLa maire a dit mardi que les grues étaient vendues. Les dockers attendent la suite.\n",
    "en": "Harbour sells its cranes\n\nThe mayor said on Tuesday that the cranes were sold. The dockers wait for more to come.\n",
}


def read(head: str, language: str) -> Document:
    (document,) = read_files([Raw("a.txt", f"{head}\n\n{BODY[language]}".encode())]).documents
    return document


@pytest.mark.parametrize(
    ("head", "language", "day", "outlet"),
    [
        ("The Orle Gazette\nTue 3 Nov 2026", "en", "2026-11-03", "The Orle Gazette"),
        ("The Orle Gazette\nDec 3, 2026", "en", "2026-12-03", "The Orle Gazette"),
        ("Le Courrier d'Orle\njeu. 5 nov. 2026", "fr", "2026-11-05", "Le Courrier d'Orle"),
        ("The Orle Herald\n2026-11-04T08:10:00Z", "en", "2026-11-04", "The Orle Herald"),
        ("Le Courrier d'Orle\n04.11.26", "fr", "2026-11-04", "Le Courrier d'Orle"),
        ("The Orle Herald · Wednesday, 4 November 2026 · 09:40", "en", "2026-11-04", "The Orle Herald"),
        ("La Gazette des vallons, 4 novembre 2026", "fr", "2026-11-04", "La Gazette des vallons"),
        ("By Ines Falk, The Orle Examiner, November 4, 2026", "en", "2026-11-04", "The Orle Examiner"),
        ("Orle Matin, avec Nordpress\n04/11/2026, 08:30", "fr", "2026-11-04", "Orle Matin"),
        ("HARBOUR GAZETTE\n4 November 2026", "en", "2026-11-04", "HARBOUR GAZETTE"),
    ],
)
def test_heads(head: str, language: str, day: str, outlet: str) -> None:
    document = read(head, language)
    assert document.published is not None
    assert (document.published.not_before, document.published.not_after) == (day, day)
    assert document.outlet is not None
    assert document.outlet.span is not None
    assert document.outlet.span.text == outlet


@pytest.mark.parametrize("line", ["Version 1.12.26", "Il y a 3 heures", "Page 04.11"])
def test_what_is_no_day(line: str) -> None:
    assert read(line, "fr").published is None


LONGER = """The taps were shut on Monday. The water of the town had been found to be unsafe by the inspectors of the board, who
told the mayor on the same day.

Work will begin in July.
"""


@pytest.mark.parametrize(
    ("head", "outlet", "title"),
    [
        ("Brinmoor Water\n6 June 2024\nStatement on the taps of Sorne", "Brinmoor Water", "Statement on the taps of Sorne"),
        ("Tapwatchers blog\n6 June 2024\nWhat the taps of Sorne tell", "Tapwatchers blog", "What the taps of Sorne tell"),
        ("Groupe Valorne\n4 juin 2025\nLe groupe rétablit les faits", "Groupe Valorne", "Le groupe rétablit les faits"),
    ],
)  # fmt: skip
def test_who_stands_above_a_day_alone_has_made_the_report(head: str, outlet: str, title: str) -> None:
    (document,) = read_files([Raw("a.txt", f"{head}\n\n{LONGER}".encode())]).documents
    assert document.outlet is not None and document.outlet.actor == outlet
    assert document.title is not None and document.title.text == title
