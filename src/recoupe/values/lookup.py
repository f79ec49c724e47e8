"""The packs' calendars and numbers, compiled for look-up by rows of words."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from recoupe.languages import language_pack
from recoupe.languages.schema import Vague
from recoupe.values.rows import Phrases, Row, split
from recoupe.values.units import Units

Pattern = tuple[
    int, int, Row, Row, Row
]  # rank, sign, words before the number, between it and the unit, behind the unit


@dataclass(frozen=True)
class Lookup:
    """Compiled tables of a language. bounds: phrase -> "more", "least", "less", "most", "about"."""

    cardinals: Mapping[str, int]
    multipliers: Phrases[int]
    vague: Phrases[Vague]
    bounds: Phrases[str]
    units: Units
    labels: frozenset[str]
    decimal: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Phrases[int]
    time_units: Mapping[str, str]
    last: frozenset[str]
    following: frozenset[str]
    this: frozenset[str]
    parts: Phrases[list[int]]
    seasons: Phrases[list[int]]
    every: Phrases[bool]
    ordinals: Mapping[str, int]
    fractions: Phrases[float]
    narrative: frozenset[str]
    there: frozenset[str]
    clock: Phrases[str]  # words before a time of the day ("before") and behind it ("behind")
    amounts: frozenset[str]  # verbs after which a number of hours is none
    day_first: bool
    month_capitals: bool  # names of months are written with capitals
    alike: frozenset[str]  # names of months that are other words too
    numerals: frozenset[str]  # words with which a number in words, or a vague one, can begin
    led: Mapping[str, tuple[Pattern, ...]]  # patterns of counted units by their first word; "": by the number itself
    openers: frozenset[str]  # words with which a date, a duration or a time of the day can begin, numbers aside


@functools.cache
def lookup(language: str) -> Lookup:
    """The tables of a language."""
    pack = language_pack(language)
    numbers, calendar = pack.numbers, pack.calendar
    bounds = [
        (phrase, kind)
        for kind, phrases in (
            ("more", numbers.more_than),
            ("least", numbers.at_least),
            ("less", numbers.less_than),
            ("most", numbers.at_most),
            ("about", numbers.about),
        )
        for phrase in phrases
    ]
    multipliers, vague = Phrases(numbers.multipliers.items()), Phrases(numbers.vague.items())
    days, parts, seasons = (
        Phrases(calendar.days.items()),
        Phrases(calendar.parts.items()),
        Phrases(calendar.seasons.items()),
    )
    fractions, led = Phrases(numbers.fractions.items()), patterns(calendar.ago, calendar.ahead)
    clock = Phrases([*((p, "before") for p in calendar.clock_before), *((p, "behind") for p in calendar.clock_behind)])
    first_words = (table.by_first for table in (days, parts, seasons, fractions, clock))
    return Lookup(
        cardinals=numbers.cardinals,
        multipliers=multipliers,
        vague=vague,
        bounds=Phrases(bounds),
        units=Units(numbers.units),
        labels=frozenset(numbers.labels),
        decimal=numbers.decimal,
        months=calendar.months,
        weekdays=calendar.weekdays,
        days=days,
        time_units=calendar.units,
        last=frozenset(calendar.last),
        following=frozenset(calendar.next),
        this=frozenset(calendar.this),
        parts=parts,
        seasons=seasons,
        every=Phrases((phrase, True) for phrase in calendar.every),
        ordinals=numbers.ordinals,
        fractions=fractions,
        narrative=frozenset(" ".join(split(p)) for p in calendar.narrative),
        there=frozenset(calendar.there),
        clock=clock,
        amounts=frozenset(calendar.clock_verbs),
        day_first=numbers.decimal == ",",
        month_capitals=calendar.month_capitals,
        alike=frozenset(calendar.alike),
        numerals=frozenset({*numbers.cardinals, *multipliers.by_first, *vague.by_first}),
        led=led,
        openers=frozenset().union(
            calendar.months, calendar.weekdays, calendar.units, numbers.ordinals, led, *first_words
        ),
    )


def patterns(ago: Iterable[str], ahead: Iterable[str]) -> dict[str, tuple[Pattern, ...]]:
    """The patterns of counted units by their first word, "" for those that begin with the number."""
    found: dict[str, list[Pattern]] = {}
    for rank, (sign, pattern) in enumerate([*((-1, p) for p in ago), *((1, p) for p in ahead)]):
        before, between, behind = around(pattern)
        if "{n}" in pattern and (before or behind):
            found.setdefault(before[0] if before else "", []).append((rank, sign, before, between, behind))
    return {word: tuple(own) for word, own in found.items()}


def around(pattern: str) -> tuple[Row, Row, Row]:
    """The words before `{n}` in a pattern, those between it and `{unit}`, and those behind that."""
    before, _, rest = pattern.partition("{n}")
    between, _, behind = rest.partition("{unit}")
    return split(before), split(between), split(behind)
