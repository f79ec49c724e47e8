"""Sums with their sign in front, ranges with a dash or a shared multiplier, and words that look like units."""

import pytest

from recoupe.linguistics import annotate
from recoupe.model import Document, Value
from recoupe.values import read_values
from tests.claims.pile import dossier_of


def quantities(text: str) -> list[Value]:
    document = Document("d", "d", "", text, True, "und")
    return [v for v in read_values(annotate(document, {}).annotation) if v.slot in {"amount", "measure", "count"}]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("The broker was given £75,000 to keep quiet.", "£75,000", 75e3, 75e3, "GBP"),
        ("The port authority borrowed US$4.2bn last year.", "US$4.2bn", 4.2e9, 4.2e9, "USD"),
        ("The dam will cost more than Rs 12 crore, the minister said.", "more than Rs 12 crore", 12e7, None, "INR"),
        ("Investors put A$30m into the mine.", "A$30m", 30e6, 30e6, "AUD"),
        ("The bill came to $7-9 million.", "$7-9 million", 7e6, 9e6, "USD"),
        ("The repairs cost between €2 and €3 million.", "between €2 and €3 million", 2e6, 3e6, "EUR"),
        ("La fraude porte sur 4,6M€ selon le parquet.", "4,6M€", 4.6e6, 4.6e6, "EUR"),
        ("La banque a versé CHF 8 millions au fonds.", "CHF 8 millions", 8e6, 8e6, "CHF"),
        ("Le chantier coûterait entre 3 et 4 milliards d'euros.", "entre 3 et 4 milliards d'euros", 3e9, 4e9, "EUR"),
        ("Le convoi a roulé 30–40 km vers le nord.", "30–40 km", 30e3, 40e3, "m"),
        ("The blast hurt 12-14 workers at the mill.", "12-14", 12, 14, "worker"),
    ],
)
def test_sums_and_ranges(text: str, words: str, low: float, high: float | None, unit: str) -> None:
    assert [(v.span.text, v.low, v.high, v.unit) for v in quantities(text)] == [(words, low, high, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Brenholm beat the visitors 3-1 on Sunday.",
        "They played together in 2018-19.",
        "Only they won the prize.",
    ],
)
def test_scores_and_seasons_count_nothing(text: str) -> None:
    assert not quantities(text)


@pytest.mark.parametrize("text", ["About 90 won a place on the boat.", "Some 20 mad drivers blocked the bridge."])
def test_a_word_that_is_read_as_no_noun_is_no_unit(text: str) -> None:
    assert not [v for v in quantities(text) if v.slot != "count"]


def test_a_sign_belongs_to_the_number_that_it_touches() -> None:
    assert [v.unit for v in quantities("A $6bn loan saved the bank.")] == ["USD"]


def test_a_range_may_name_its_unit_twice() -> None:
    found = [
        quantities(f"Le tarif est passé de {text} en mai.") for text in ("4,10 à 5,30 euros", "4,10 euros à 5,30 euros")
    ]
    assert [[(v.low, v.high) for v in values if v.slot == "amount"] for values in found] == [[(4.1, 5.3)], [(4.1, 5.3)]]


def test_how_many_is_no_number() -> None:
    (limited,) = (s for s in dossier_of("La régie a limité le nombre de lits.").statements if s.event.class_ == "limit")
    assert limited.values == ()
