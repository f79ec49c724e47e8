"""Counts, amounts, measures, dates and durations with their bounds."""

import pytest

from recoupe.linguistics import annotate
from recoupe.model import Bounds, Document, Value
from recoupe.values import read_values


def values(text: str, day: str | None = None) -> list[Value]:
    published = Bounds(day, day, "header") if day else None
    document = Document("d", "d", "", text, True, "und", published=published)
    return list(read_values(annotate(document, {}).annotation))


@pytest.mark.parametrize(
    ("text", "slot", "words", "low", "high", "unit"),
    [
        ("La police a saisi plus de 200 fusils dans le hangar.", "count", "plus de 200", 200, None, "fusil"),
        ("Des centaines de manifestants ont défilé dans la rue.", "count", "centaines", 200, 999, "manifestant"),
        ("Le navire portait cent vingt conteneurs de sable.", "count", "cent vingt", 120, 120, "conteneur"),
        ("La société a versé 2,3 millions d'euros à son agent.", "amount", "2,3 millions d'euros", 2.3e6, 2.3e6, "EUR"),
        ("La crue a emporté plus d'une dizaine de ponts.", "count", "plus d'une dizaine", 8, None, "pont"),
        ("La fusée peut voler 120 km avant de tomber.", "measure", "120 km", 120000, 120000, "m"),
        ("L'usine a reçu 3 millions et demi de tuiles.", "count", "3 millions et demi", 3.5e6, 3.5e6, "tuile"),
        ("Le marin a perdu trois douzaines de casiers.", "count", "trois douzaines", 36, 36, "casier"),
        ("Au moins trois dockers sont à l'hôpital.", "count", "Au moins trois", 3, None, "docker"),
        ("The ship carried about 50 containers of ash.", "count", "about 50", 45, 55, "container"),
        ("Police found more than 2,100 rifles in the barn.", "count", "more than 2,100", 2100, None, "rifle"),
    ],
)
def test_quantities(text: str, slot: str, words: str, low: float, high: float | None, unit: str) -> None:
    found = [v for v in values(text) if v.slot == slot]
    assert [(v.span.text, v.low, v.high, v.unit) for v in found] == [(words, low, high, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Le navire est parti le 3 mai 2024 au matin.", "2024-05-03", "2024-05-03"),
        ("Le navire est parti samedi.", "2025-03-08", "2025-03-08"),
        ("Le navire est parti en janvier.", "2025-01-01", "2025-01-31"),
        ("Le navire est parti en mars dernier.", "2024-03-01", "2024-03-31"),
        ("Le navire est parti la semaine dernière.", "2025-03-03", "2025-03-09"),
        ("Le navire est parti il y a trois jours.", "2025-03-09", "2025-03-09"),
        ("Le ministre a dit que le pont sera fermé samedi.", "2025-03-15", "2025-03-15"),
        ("The ship left last week.", "2025-03-03", "2025-03-09"),
        ("The ship left on March 3, 2024.", "2024-03-03", "2024-03-03"),
        ("Le navire est parti aujourd'hui.", "2025-03-12", "2025-03-12"),
        ("Le navire est parti le samedi 08/03/25.", "2025-03-08", "2025-03-08"),
        ("The ship left last quarter.", "2024-10-01", "2024-12-31"),
        ("The ship left yesterday.", "2025-03-11", "2025-03-11"),
    ],
)
def test_dates(text: str, low: str, high: str) -> None:
    found = [v for v in values(text, "2025-03-12") if v.slot == "date"]
    assert [(v.low, v.high) for v in found] == [(low, high)]


def test_relative_dates_without_a_date_of_their_report_stay_open() -> None:
    (found,) = [v for v in values("Le navire est parti samedi.") if v.slot == "date"]
    assert (found.value, found.low, found.high) == ("XXXX-WXX-6", None, None)


def test_numbers_of_names_count_nothing() -> None:
    assert values("Le cargo est amarré au quai n° 7, selon l'article 49 du règlement.") == []


def test_durations() -> None:
    (found,) = values("La grève a duré trois jours.")
    assert (found.slot, found.value, found.unit) == ("duration", "P3D", "day")


def test_durations_in_one_word_and_with_a_half() -> None:
    (contract,) = values("The town signed a 27-year contract with the port.")
    assert (contract.slot, contract.value) == ("duration", "P27Y")
    half = [v for v in values("The strike lasted two and a half years.") if v.slot == "duration"]
    assert [v.value for v in half] == ["P2.5Y"]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Le quai a brûlé dans la nuit de lundi à mardi.", "lundi à mardi", "2025-03-10", "2025-03-11"),
        ("Les ventes ont baissé au premier trimestre 2024.", "premier trimestre 2024", "2024-01-01", "2024-03-31"),
        ("Le navire est parti l'été dernier.", "été dernier", "2024-06-01", "2024-08-31"),
        ("Le pont a été fermé fin 2023.", "fin 2023", "2023-09-01", "2023-12-31"),
        ("Le contrat a été signé à la mi-2024.", "mi-2024", "2024-05-01", "2024-08-31"),
        ("Le contrat a été signé mi-mars.", "mi-mars", "2025-03-11", "2025-03-20"),
        ("Dans les années 1990, le port était vide.", "années 1990", "1990-01-01", "1999-12-31"),
        ("Le pont ferme du 28 février au 3 mars 2025.", "28 février au 3 mars 2025", "2025-02-28", "2025-03-03"),
        ("Du 28 février au 3 avril, le port sera fermé.", "28 février au 3 avril", "2025-02-28", "2025-04-03"),
        ("Il y a un an et demi, le port a fermé.", "Il y a un an et demi", "2023-09-01", "2023-09-30"),
        ("Ce week-end, le port a fermé.", "Ce week-end", "2025-03-08", "2025-03-09"),
        ("Les trois derniers mois ont été durs.", "Les trois derniers mois", "2024-12-12", "2025-03-12"),
        ("Sales fell in the second half of 2023.", "second half of 2023", "2023-07-01", "2023-12-31"),
        ("Over the past three months the town changed.", "Over the past three months", "2024-12-12", "2025-03-12"),
    ],
)
def test_stretches_of_the_calendar(text: str, words: str, low: str, high: str) -> None:
    found = [v for v in values(text, "2025-03-12") if v.slot == "date"]
    assert [(v.span.text, v.low, v.high) for v in found] == [(words, low, high)]


@pytest.mark.parametrize("text", ["Le conseil se réunit chaque lundi.", "The board meets every Monday."])
def test_habits_are_no_dates(text: str) -> None:
    assert values(text, "2025-03-12") == []


@pytest.mark.parametrize("text", ["Ces derniers jours, le port était vide.", "Le lendemain, le port était vide."])
def test_days_that_nobody_names_stay_open(text: str) -> None:
    (found,) = values(text, "2025-03-12")
    assert (found.low, found.high) == (None, None)


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("Le chantier a duré deux ans et demi.", "P2.5Y"),
        ("Une demi-heure a suffi.", "PT0.5H"),
        ("Il a été retenu pendant 24 heures.", "PT24H"),
        ("Half an hour was enough.", "PT0.5H"),
    ],
)
def test_parts_of_units(text: str, duration: str) -> None:
    assert [v.value for v in values(text) if v.slot == "duration"] == [duration]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Il partira avant dimanche.", "2025-03-16"),
        ("Les marins vont rentrer vendredi.", "2025-03-14"),
        ("Les marins doivent rentrer vendredi.", "2025-03-14"),
        ("Les marins sont rentrés vendredi.", "2025-03-07"),
        ("La démission du maire, annoncée vendredi, ne suffira pas.", "2025-03-07"),
        ("The sailors are to be freed by Friday.", "2025-03-14"),
        ("The vote scheduled for Friday was called off.", "2025-03-14"),
        ("The sailors were freed on Friday.", "2025-03-07"),
        ("The ship had left before Friday.", "2025-03-07"),
    ],
)
def test_a_weekday_lies_ahead_of_the_report_or_behind_it(text: str, low: str) -> None:
    """The report is of Monday, 10 March 2025."""
    assert [v.low for v in values(text, "2025-03-10") if v.slot == "date"] == [low]
