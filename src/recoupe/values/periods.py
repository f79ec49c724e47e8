"""Stretches of the calendar beside months: seasons, quarters and halves of a year, its beginning and end, decades."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from recoupe.linguistics import Token
from recoupe.values.calendar import Bounds, Resolver, month_bounds, months_of, nearest_month, nearest_months
from recoupe.values.lookup import Lookup

YEAR = re.compile(r"(?:1[89]|20)\d\d")
DECADE = re.compile(r"((?:1[89]|20)\d0)(s?)")
LINKS = {"de", "d'", "du", "of", "the", "l'", "in", "-", "en"}
DAYS, MONTHS = 31, 12
Months = tuple[int, int]  # numbers of the first and the last month

# First token, token after, value, bounds; else the way to bounds by the tense (whether the clause stands in the future).
Match = tuple[int, int, str | None, Bounds | None, Callable[[bool], Resolver] | None]


def joined_part(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`mi-mars`, `mid-2024`: a part and its month or year in one word."""
    opening, _, rest = tokens[i].norm.partition("-")
    part = next((days for words, days in table.parts.by_first.get(opening, ()) if words == (opening,)), None)
    if part is None or not rest:
        return None
    if YEAR.fullmatch(rest):
        return i, i + 1, None, months_of(int(rest), *share(part)), None
    month = table.months.get(rest)
    if month is None:
        return None
    if i + 1 < last and YEAR.fullmatch(tokens[i + 1].text):
        return i, i + 2, None, month_bounds(int(tokens[i + 1].text), month, part), None
    return i, i + 1, f"XXXX-{month:02d}", None, partial(months_part, month, part)


def months_part(month: int, part: list[int], ahead: bool) -> Resolver:
    """A part of the nearest month of that number."""
    return nearest_month(month, ahead, False, part)


def part_of_year(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`fin 2023`, `early 2024`, `au début de l'année`, `at the end of last year`."""
    portion = table.parts.at(tokens, i, last)
    if portion is None:
        return None
    k, months = behind_links(tokens, i + portion[0], last), share(portion[1])
    before = direction(tokens, k, last, table)
    k += before is not None
    if k >= last:
        return None
    if before is None and YEAR.fullmatch(tokens[k].text):
        return i, k + 1, None, months_of(int(tokens[k].text), *months), None
    if table.time_units.get(tokens[k].norm) != "year" or tokens[k].has("Number=Plur"):
        return None
    behind = direction(tokens, k + 1, last, table) if before is None else None
    return i, k + 1 + (behind is not None), None, None, partial(year_part, before or behind or 0, months)


def year_part(count: int, months: Months, ahead: bool) -> Resolver:
    """Months of the year that lies a number of years after the report's, whatever the tense."""

    def resolve(day: date) -> Bounds:
        return months_of(day.year + count, *months)

    return resolve


def season(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`l'été dernier`, `automne 2023`, `au premier trimestre 2024`, `in the first half of 2023`, `last winter`."""
    found = table.seasons.at(tokens, i, last)
    if found is None or not any(t.pos in {"NOUN", "PROPN"} for t in tokens[i : i + found[0]]):
        return None
    months, k = (found[1][0], found[1][1]), i + found[0]
    year = behind_links(tokens, k, last)
    if year > k and year < last and table.time_units.get(tokens[year].norm) == "year":
        k = year = year + 1
    if year < last and YEAR.fullmatch(tokens[year].text):
        return i, year + 1, None, months_of(int(tokens[year].text), *months), None
    behind = direction(tokens, k, last, table)
    if behind:
        return i, k + 1, None, None, partial(turned, months, behind)
    before = direction(tokens, i - 1, last, table) if i > first else None
    if before is not None:
        return i - 1, k, None, None, partial(turned, months, before)
    lead = i - 2 if i - 1 > first and tokens[i - 1].pos == "DET" else i - 1
    led = lead >= first and tokens[lead].pos == "ADP" and tokens[lead].norm not in {"de", "d'", "of"}
    if not led or (k < last and tokens[k].pos == "ADP"):
        return None  # `the fall in sales`
    return i, k, None, None, partial(turned, months, 0)


def turned(months: Months, way: int, ahead: bool) -> Resolver:
    """The months of a season: of the last one (-1), the next one (1), or the nearest by the tense (0)."""
    return nearest_months(*months, way > 0 or (not way and ahead), bool(way))


def decade(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`les années 1990`, `the 1990s`."""
    named = i + 1 < last and table.time_units.get(tokens[i].norm) == "year" and tokens[i].has("Number=Plur")
    end = i + 2 if named else i + 1
    found = DECADE.fullmatch(tokens[end - 1].norm)
    if found is None or not (named or found[2]):
        return None
    return i, end, None, (date(int(found[1]), 1, 1), date(int(found[1]) + 9, 12, 31)), None


def share(days: Sequence[int]) -> Months:
    """The months of a year that answer days of a month: its first third, its second half."""
    return round((days[0] - 1) * MONTHS / DAYS) + 1, round(days[1] * MONTHS / DAYS)


def direction(tokens: Sequence[Token], k: int, last: int, table: Lookup) -> int | None:
    """-1 for `dernier`, 1 for `prochain`, 0 for `cette`."""
    word = tokens[k].norm if k < last else ""
    return -1 if word in table.last else 1 if word in table.following else 0 if word in table.this else None


def behind_links(tokens: Sequence[Token], k: int, last: int) -> int:
    """The token behind prepositions and articles."""
    while k < last and tokens[k].norm in LINKS:
        k += 1
    return k
