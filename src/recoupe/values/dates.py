"""Dates and durations: absolute ones by themselves, relative ones from the report's own date; never from a clock.

Values are ISO 8601 where they are whole; a date whose year or week is not known stands as in TimeML's TIMEX3
(`XXXX-08`, `XXXX-WXX-6`). Durations are ISO 8601 (`P3D`).
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from recoupe.linguistics import Annotation, Token
from recoupe.model import Value
from recoupe.values.calendar import (
    Bounds,
    Reference,
    Resolver,
    month_bounds,
    nearest_month,
    nearest_weekday,
    resolved,
    shifted,
    year_bounds,
)
from recoupe.values.lookup import Lookup
from recoupe.values.numbers import begins, number_at

ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})")
YEAR = re.compile(r"(?:1[89]|20)\d\d")
DAY = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?")
JOINED = re.compile(r"(\d+(?:[.,]\d+)?)-?([^\W\d_]{2,})")
LETTERS = {
    "decade": "0Y",
    "century": "00Y",
    "year": "Y",
    "month": "M",
    "week": "W",
    "day": "D",
    "hour": "H",
    "minute": "M",
    "second": "S",
}
ONE = {"un", "une", "a", "an", "one"}
CLOCK = {"hour", "minute", "second"}
Found = tuple[int, int, str | None, Bounds | None]  # first token, token after, value, bounds


def dates(
    annotation: Annotation, first: int, last: int, table: Lookup, given: Reference | None
) -> list[tuple[Value, range]]:
    """The dates and durations among the tokens [first, last), each with the tokens that it takes."""
    found, i = [], first
    while i < last:
        match = date_at(annotation, i, first, last, table, given)
        if match is not None:
            start, end, value, bounds = match
            low, high = (bounds[0].isoformat(), bounds[1].isoformat()) if bounds else (None, None)
            whole = low if bounds and low == high else value
            span = annotation.span(start, end - 1)
            found.append((Value("date", whole, low, high, None, span), range(start, end)))
            i = end
            continue
        duration = duration_at(annotation, i, last, table)
        if duration is not None:
            found.append(duration)
            i = duration[1].stop
            continue
        i += 1
    return found


def date_at(
    annotation: Annotation, i: int, first: int, last: int, table: Lookup, given: Reference | None
) -> Found | None:
    """The date that begins at a token."""
    tokens = annotation.tokens
    for read in (numeric, weekday_and_figures, calendar_date, named_day, relative_unit, counted_units, weekday, year):
        match = read(tokens, i, first, last, table)
        if match is None:
            continue
        start, end, value, bounds, resolver = match
        if bounds is None and resolver is not None:
            bounds = resolved(resolver(future(annotation, i)), given)
        return start, end, value, bounds
    return None


def future(annotation: Annotation, i: int) -> bool:
    """Whether the clause around a token stands in the future."""
    for head in (i, *annotation.ancestors(i)):
        group = [head, *annotation.dependents(head, "aux", "cop")]
        if any(annotation.tokens[k].has("VerbForm=Fin") for k in group):
            return any(annotation.tokens[k].has("Tense=Fut") or annotation.tokens[k].norm == "will" for k in group)
    return False


Match = tuple[int, int, str | None, Bounds | None, Callable[[bool], Resolver] | None]


def shift(count: float, unit: str, ahead: bool) -> Resolver:
    """A distance from the report's day, whatever the tense."""
    return shifted(count, unit)


def numeric(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`2024-09-12`, `12/09/2024`, `2024-09`."""
    iso = ISO.fullmatch(tokens[i].text)
    try:
        if iso:
            y, m, d = int(iso[1]), int(iso[2]), iso[3]
            bounds = (date(y, m, int(d)), date(y, m, int(d))) if d else month_bounds(y, m)
            return i, i + 1, f"{y:04d}-{m:02d}" + (f"-{int(d):02d}" if d else ""), bounds, None
        slashed = SLASHED.fullmatch(tokens[i].text)
        if slashed:
            one, two, y = int(slashed[1]), int(slashed[2]), int(slashed[3])
            y = y if y > 99 else 2000 + y
            day, month = (one, two) if (table.day_first and two <= 12) or one > 12 else (two, one)
            found = date(y, month, day)
            return i, i + 1, found.isoformat(), (found, found), None
    except ValueError:
        return None
    return None


def weekday_and_figures(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`samedi 23/06/18`: the day of the week goes with the figures behind it."""
    if tokens[i].norm not in table.weekdays:
        return None
    k = i + 2 if i + 1 < last and tokens[i + 1].norm in {",", "le"} else i + 1
    found = numeric(tokens, k, first, last, table) if k < last else None
    return (i, *found[1:]) if found is not None else None


def calendar_date(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`samedi 3 mai 2024`, `du 3 au 5 mai`, `le 1er août`, `May 3, 2024`, `début septembre`, `en août`, `septembre dernier`."""
    start = k = i
    if tokens[k].norm in table.weekdays and k + 1 < last:
        k += 2 if tokens[k + 1].norm in {",", "le"} and k + 2 < last else 1
    day, until, part = day_at(tokens, k, last, table), None, None
    if day is not None:
        k += 1
        if k + 1 < last and tokens[k].norm in {"au", "-", "et", "to", "and", "–"}:
            until = day_at(tokens, k + 1, last, table)
            k += 2 if until is not None else 0
        if k < last and tokens[k].norm == "of":
            k += 1
    else:
        portion = table.parts.at(tokens, k, last)
        if portion is not None:
            part = portion[1]
            k += portion[0]
            while k < last and tokens[k].norm in {"de", "d'", "of", "in", "-", "du", "mois"}:
                k += 1
    if k >= last or tokens[k].norm not in table.months or (k > i and day is None and part is None):
        return None
    month = table.months[tokens[k].norm]
    if day is None and part is None and tokens[k].pos not in {"NOUN", "PROPN"}:
        return None  # `may` the verb
    k += 1
    if day is None and not table.day_first and k < last and (later := day_at(tokens, k, last, table)) is not None:
        day, k = later, k + 1
    direction: bool | None = None
    if k < last and tokens[k].norm in table.last | table.following and day is None:
        direction = tokens[k].norm in table.following
        k += 1
    k, known = year_at(tokens, k, last)
    if day is None and part is None and k == i + 1 and i > first and tokens[i - 1].norm in table.last | table.following:
        direction, start = tokens[i - 1].norm in table.following, i - 1
    span = [day, until if until is not None else day] if day is not None else part
    try:
        if known is not None:
            bounds = month_bounds(known, month, span)
            value = f"{known:04d}-{month:02d}" + (f"-{day:02d}" if day and until is None else "")
            return start, k, value, bounds, None
    except ValueError:
        return None
    value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day and until is None else "")

    def directed(ahead: bool) -> Resolver:
        return nearest_month(month, ahead if direction is None else direction, direction is not None, span)

    return start, k, value, None, directed


def day_at(tokens: Sequence[Token], k: int, last: int, table: Lookup) -> int | None:
    """The day of a month at a token."""
    if k >= last:
        return None
    match = DAY.fullmatch(tokens[k].norm)
    value = int(match[1]) if match else table.ordinals.get(tokens[k].norm) if table.day_first else None
    return value if value is not None and 1 <= value <= 31 else None


def year_at(tokens: Sequence[Token], k: int, last: int) -> tuple[int, int | None]:
    """The token after a year behind a date, and the year."""
    j = k + 1 if k + 1 < last and tokens[k].text == "," else k
    if j < last and YEAR.fullmatch(tokens[j].text):
        return j + 1, int(tokens[j].text)
    return k, None


def named_day(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`hier`, `avant-hier`, `tomorrow`."""
    found = table.days.at(tokens, i, last)
    if found is None:
        return None
    length, offset = found
    return i, i + length, None, None, partial(shift, offset, "day")


def relative_unit(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`la semaine dernière`, `l'an dernier`, `le mois prochain`, `last week`, `cette année`."""
    unit = table.time_units.get(tokens[i].norm)
    if unit is None or unit in CLOCK:
        return None
    before = tokens[i - 1].norm if i > first else ""
    behind = tokens[i + 1].norm if i + 1 < last else ""
    for word, start, end in ((behind, i, i + 2), (before, i - 1, i + 1)):
        count = -1 if word in table.last else 1 if word in table.following else 0 if word in table.this else None
        if count is None or (count == 0 and word != before):
            continue
        if start > first and start == i and tokens[start - 1].pos == "DET":
            start -= 1
        return start, end, None, None, partial(shift, count, unit)
    return None


def counted_units(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`il y a trois jours`, `two weeks ago`, `dans un mois`."""
    counting = table.led.get("", ()) if may_count(tokens[i], table) else ()
    for _, sign, before, behind in sorted((*table.led.get(tokens[i].norm, ()), *counting)):
        if not stands(tokens, i, last, before):
            continue
        number = number_at(tokens, i + len(before), last, table)
        k = number.end if number else i + len(before) + 1
        single = tokens[k - 1].norm in ONE if k <= last else False
        if k >= last or (number is None and not single):
            continue
        unit = table.time_units.get(tokens[k].norm)
        value = number.value if number is not None else 1.0
        if unit is None or value is None or not stands(tokens, k + 1, last, behind):
            continue
        end = k + 1 + len(behind)
        if " ".join(behind) in table.narrative or " ".join(before) in table.narrative:
            return i, end, None, None, None  # counted from the story's own moment, not from the report's day
        return i, end, None, None, partial(shift, sign * value, unit)
    return None


def may_count(token: Token, table: Lookup) -> bool:
    """Whether a number of units can begin at a token."""
    return token.norm in ONE or begins(token, table)


def stands(tokens: Sequence[Token], i: int, last: int, words: tuple[str, ...]) -> bool:
    """Whether words stand at a token."""
    return i + len(words) <= last and all(t.norm == w for t, w in zip(tokens[i : i + len(words)], words, strict=True))


def weekday(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`samedi`, `samedi dernier`, `next Monday`."""
    number = table.weekdays.get(tokens[i].norm)
    if number is None or tokens[i].pos not in {"NOUN", "PROPN"}:
        return None
    before = tokens[i - 1].norm if i > first else ""
    behind = tokens[i + 1].norm if i + 1 < last else ""
    start, end, direction = i, i + 1, None
    if behind in table.last | table.following:
        direction, end = behind in table.following, i + 2
    elif before in table.last | table.following:
        direction, start = before in table.following, i - 1

    def directed(ahead: bool) -> Resolver:
        return nearest_weekday(number, ahead if direction is None else direction, direction is not None)

    return start, end, f"XXXX-WXX-{number}", None, directed


def year(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`en 2019`, `since 2019`: a year where a preposition leads it and no noun follows that it could count."""
    if (
        not YEAR.fullmatch(tokens[i].text)
        or i == first
        or tokens[i - 1].pos not in {"ADP", "NOUN", "CCONJ", "PUNCT", "DET"}
    ):
        return None
    named = tokens[i].head > i and tokens[tokens[i].head].pos == "PROPN"
    if tokens[i].dep.startswith("nummod") and tokens[i].head > i and not named:
        return None
    return i, i + 1, tokens[i].text, year_bounds(int(tokens[i].text)), None


def duration_at(annotation: Annotation, i: int, last: int, table: Lookup) -> tuple[Value, range] | None:
    """`trois jours`, `une dizaine d'années`, `two weeks`: a number of units of time."""
    tokens = annotation.tokens
    number = number_at(tokens, i, last, table)
    if number is None:
        return hyphened(annotation, i, table)
    k = number.end
    if k < last and tokens[k].norm in {"de", "d'", "of", "-"}:
        k += 1
    unit = table.time_units.get(tokens[k].norm) if k < last else None
    if unit is None:
        return None
    value, low, high = (iso_duration(n, unit) for n in (number.value, number.low, number.high))
    return Value("duration", value, low, high, unit, annotation.span(i, k)), range(i, k + 1)


def hyphened(annotation: Annotation, i: int, table: Lookup) -> tuple[Value, range] | None:
    """`27-year`, `3heures`: figures and unit in one word."""
    match = JOINED.fullmatch(annotation.tokens[i].norm)
    unit = table.time_units.get(match[2]) if match else None
    if match is None or unit is None:
        return None
    value = iso_duration(float(match[1].replace(",", ".")), unit)
    return Value("duration", value, value, value, unit, annotation.span(i, i)), range(i, i + 1)


def iso_duration(count: float | None, unit: str) -> str | None:
    """ISO 8601 of a number of units; `None` where the number is open or the unit has no letter."""
    if count is None or (unit not in LETTERS and unit != "quarter"):
        return None
    number = f"{count:g}"
    if unit == "quarter":
        return f"P{count * 3:g}M"
    return f"PT{number}{LETTERS[unit]}" if unit in CLOCK else f"P{number}{LETTERS[unit]}"
