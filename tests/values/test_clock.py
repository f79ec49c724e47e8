"""Times of the day are neither durations nor counts; numbers inside names are no counts."""

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.linguistics import annotate
from recoupe.values import read_values


def values(text: str) -> list[tuple[str, str]]:
    """The slots and words of the values of a text of March 2031, dates aside."""
    raw = f"---\ndate: 2031-03-05\n---\n\n{text}"
    (document,) = read_files([Raw("a.md", raw.encode("utf-8"))]).documents
    return [(v.slot, v.span.text) for v in read_values(annotate(document, {}).annotation) if v.slot != "date"]


@pytest.mark.parametrize(
    "text",
    [
        "La digue est réparée depuis mardi à 7 heures.",
        "Le convoi est parti à 15h40 et revenu vers 19 heures.",
        "Les secours sont arrivés un peu avant 11 h 15.",
        "Le bac a quitté le port vers 5 heures du matin.",
        "Il a été entendu entre 8 heures et 9 heures.",
        "De 9 heures à 17 heures, le pont sera fermé.",
        "Dès six heures, les gendarmes ont fouillé la grange.",
        "Il était 22 h 05 quand la vanne a cédé.",
        "The valve failed on Friday at 3.40 p.m. near the weir.",
        "At 6 a.m. officers searched the barn.",
        "The ferry left at 0615 hours.",
        "At 9 o'clock the siren sounded.",
    ],
)
def test_a_time_of_the_day_is_no_duration_and_no_count(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La réunion a duré 3 heures.", "3 heures"),
        ("Ils ont lutté pendant 6 heures contre la crue.", "6 heures"),
        ("Réduit à 2 heures, le trajet se fait en train.", "2 heures"),
        ("Les ouvriers travaillent jusqu'à 12 heures par jour.", "12 heures"),
        ("The hearing lasted 5 hours.", "5 hours"),
        ("The train was delayed by 3 hours.", "3 hours"),
    ],
)
def test_a_number_of_hours_stays_a_duration(text: str, words: str) -> None:
    assert values(text) == [("duration", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Dosing of the KTX-4 malaria vaccine was stopped.",
        "The Merin-2 drug trial was stopped.",
        "La fusée Orsa-9 a décollé.",
    ],
)
def test_a_number_in_a_name_counts_nothing(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["Ce jour-là, le pont était ouvert.", "Cette semaine-là, le pont était ouvert."])
def test_a_day_of_the_story_is_not_the_reports(text: str) -> None:
    raw = f"---\ndate: 2031-03-05\n---\n\n{text}"
    (document,) = read_files([Raw("a.md", raw.encode("utf-8"))]).documents
    assert all(v.low is None for v in read_values(annotate(document, {}).annotation))
