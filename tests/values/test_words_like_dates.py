"""Words that look like months are no dates, lengths of time are no moments, and a noun that only describes is not counted."""

import pytest

from recoupe.linguistics import annotate
from recoupe.model import Bounds, Document, Value
from recoupe.values import read_values


def values(text: str) -> list[Value]:
    document = Document("d", "x", "", text, True, "und", published=Bounds("2025-05-20", "2025-05-20", "header"))
    return list(read_values(annotate(document, {}).annotation))


@pytest.mark.parametrize(
    "text",
    [
        "Two weeks after the march on the quarry, the mayor resigned.",
        "Dockers will march again if the port may not reopen.",
        "The march was peaceful and a second march drew nobody.",
        "An august body of judges heard the case of the harbour.",
        "La sonde a filmé la poussière de Mars pendant sa descente.",
    ],
)
def test_a_word_like_a_month_is_no_date(text: str) -> None:
    assert not any(v.slot == "date" and v.value is not None and "XXXX-0" in str(v.value) for v in values(text))
    assert not any(v.slot == "date" and v.span.text.lower() in {"march", "may", "august", "mars"} for v in values(text))


@pytest.mark.parametrize(
    ("text", "words", "low"),
    [
        ("The quarry was shut in March after two falls of rock.", "March", "2025-03-01"),
        ("The mine reopened on march 3 without its owner.", "march 3", "2025-03-03"),
        ("The strike began in May 2024 at the north gate.", "May 2024", "2024-05-01"),
        ("The March elections were held in the valley.", "March", "2025-03-01"),
        ("La carrière a fermé en mars après deux éboulements.", "mars", "2025-03-01"),
    ],
)
def test_a_month_is_a_date(text: str, words: str, low: str) -> None:
    assert [(v.span.text, v.low) for v in values(text) if v.slot == "date"] == [(words, low)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Crews emptied the tank in less than three hours.", "three hours"),
        ("Le train doit arriver dans moins de quatre heures.", "quatre heures"),
        ("The price of salt fell by half in two years.", "two years"),
        ("The crew crossed the strait in six days.", "six days"),
    ],
)
def test_how_long_something_took_is_no_date(text: str, words: str) -> None:
    assert [(v.slot, v.span.text) for v in values(text) if v.slot in {"date", "duration"}] == [("duration", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The lock will reopen in three days.", "in three days"),
        ("L'écluse rouvrira dans trois jours.", "dans trois jours"),
        ("The firm said the lock would reopen in three days.", "in three days"),
    ],
)
def test_what_comes_after_a_time_is_a_date(text: str, words: str) -> None:
    assert [(v.span.text, v.low) for v in values(text) if v.slot == "date"] == [(words, "2025-05-23")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Guards fired some 400 tear gas canisters at the crowd.", "canister"),
        ("The navy found about 70 car engine parts on the beach.", "part"),
        ("Police seized 30 hunting rifles in the barn.", "rifle"),
    ],
)
def test_what_a_noun_describes_is_counted(text: str, unit: str) -> None:
    assert [v.unit for v in values(text) if v.slot == "count"] == [unit]
