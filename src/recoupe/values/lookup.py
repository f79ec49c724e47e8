"""The packs' calendars and numbers, compiled for look-up by rows of words."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from recoupe.languages import language_pack
from recoupe.languages.schema import Unit, Vague
from recoupe.linguistics import Token

T = TypeVar("T")
Row = tuple[str, ...]
Pattern = tuple[
    int, int, Row, Row, Row
]  # rank, sign, words before the number, between it and the unit, behind the unit


def split(phrase: str) -> tuple[str, ...]:
    """A phrase of a pack as words; an elided word keeps its apostrophe."""
    return tuple(phrase.lower().replace("’", "'").replace("'", "' ").split())


class Phrases(Generic[T]):
    """Phrases with a value each; the longest one that stands at a token wins."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            for words in {split(phrase), (phrase.lower().replace("’", "'"),)}:  # `aujourd'hui` is one token, or two
                if words and " " not in words[0]:
                    self.by_first.setdefault(words[0], []).append((words, value))
        for found in self.by_first.values():
            found.sort(key=lambda e: (-len(e[0]), e[0]))

    def at(self, tokens: Sequence[Token], i: int, stop: int) -> tuple[int, T] | None:
        """The number of tokens and the value of the longest phrase at token i, before token `stop`."""
        if i >= stop or (listed := self.by_first.get(tokens[i].norm)) is None:
            return None
        for words, value in listed:
            end = i + len(words)
            if end <= stop and (len(words) == 1 or all(tokens[i + k].norm == w for k, w in enumerate(words))):
                return len(words), value
        return None

    def before(self, tokens: Sequence[Token], i: int, start: int) -> tuple[int, T] | None:
        """The same for the longest phrase that ends right before token i, from token `start` on."""
        for k in range(max(start, i - 6), i):
            found = self.at(tokens, k, i)
            if found is not None and k + found[0] == i:
                return found
        return None


@dataclass(frozen=True)
class Lookup:
    """Compiled tables of a language. bounds: phrase -> "more", "least", "less", "most", "about"."""

    cardinals: Mapping[str, int]
    multipliers: Phrases[int]
    vague: Phrases[Vague]
    bounds: Phrases[str]
    units: Phrases[Unit]
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
        units=Phrases(numbers.units.items()),
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
