"""Dates and durations: absolute ones by themselves, relative ones from the report's own date; never from a clock.

Values are ISO 8601 where they are whole; a date whose year or week is not known stands as in TimeML's TIMEX3
(`XXXX-08`, `XXXX-WXX-6`). Durations are ISO 8601 (`P3D`).
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from recoupe.linguistics import Annotation, Token
from recoupe.model import Value
from recoupe.values.ages import is_age
from recoupe.values.ahead import lies_ahead, lies_behind
from recoupe.values.calendar import (
    Bounds,
    Reference,
    Resolver,
    month_bounds,
    nearest_month,
    nearest_weekday,
    resolved,
    run_of,
    shifted,
    year_bounds,
)
from recoupe.values.clock import clock_at, led_clock
from recoupe.values.lookup import Lookup
from recoupe.values.numbers import begins, number_at
from recoupe.values.periods import Match, decade, joined_part, part_of_year, season

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
COMPOUND = {"fortnight": (2, "week"), "quarter": (3, "month"), "half-year": (6, "month")}
HALF = 0.5
UNTIL = {"à", "au", "to", "-", "–"}
CLOCK = {"hour", "minute", "second"}
Found = tuple[int, int, str | None, Bounds | None]  # first token, token after, value, bounds


def dates(
    annotation: Annotation, first: int, last: int, table: Lookup, given: Reference | None
) -> list[tuple[Value | None, range]]:
    """The dates and durations among the tokens [first, last), each with the tokens that it takes.

    Times of the day take their tokens and have no value of their own.
    """
    found: list[tuple[Value | None, range]] = []
    i = first
    while i < last:
        if not may_tell_time(annotation.tokens[i], table):
            i += 1
            continue
        hour = clock_at(annotation, i, first, last, table) or led_clock(annotation, i, first, last, table)
        if hour is not None:
            found.append((None, range(i, hour)))
            i = hour
            continue
        match = date_at(annotation, i, first, last, table, given)
        if match is not None:
            start, end, value, bounds = match
            low, high = (bounds[0].isoformat(), bounds[1].isoformat()) if bounds else (None, None)
            whole = low if bounds and low == high else value
            span = annotation.span(start, end - 1)
            found.append((Value("date", whole, low, high, None, span), range(start, end)))
            i = end
            continue
        duration = in_part(annotation, i, last, table) or duration_at(annotation, i, first, last, table)
        if duration is not None:
            if not is_age(annotation, duration[1], duration[0].unit):
                found.append(duration)
            i = duration[1].stop
            continue
        i += 1
    return found


def may_tell_time(token: Token, table: Lookup) -> bool:
    """Whether a date, a duration or a time of the day can begin with a token: most are passed over by that alone."""
    word = token.norm
    opened = word in table.openers or word in ONE or begins(token, table) or word[:1].isdecimal()
    return opened or word.partition("-")[0] in table.parts.by_first  # `mid-2024`


def date_at(
    annotation: Annotation, i: int, first: int, last: int, table: Lookup, given: Reference | None
) -> Found | None:
    """The date that begins at a token."""
    tokens = annotation.tokens
    for read in READERS:
        match = read(tokens, i, first, last, table)
        if match is None or (read is counted_units and is_how_long(annotation, range(*match[:2]), table)):
            continue
        start, end, value, bounds, resolver = until(tokens, match, first, last, table)
        if bounds is None and resolver is not None:
            bounds = resolved(resolver(lies_ahead(annotation, i)), given)
        return start, end, value, bounds
    return None


def is_how_long(annotation: Annotation, taken: range, table: Lookup) -> bool:
    """Whether units counted ahead stand in a clause that tells something past: it took so long (`fell by half in two years`)."""
    first = annotation.tokens[taken.start]
    ahead = any(sign > 0 for _, sign, *_ in table.led.get(first.norm, ()))
    named = any(annotation.tokens[k].norm in table.last | table.following for k in taken)  # `over the past two months`
    return ahead and not named and not lies_ahead(annotation, first.i) and lies_behind(annotation, first.i)


def until(tokens: Sequence[Token], match: Match, first: int, last: int, table: Lookup) -> Match:
    """`du 28 février au 3 mars`: a date up to another one, each with its month."""
    start, end, value, bounds, resolver = match
    if (
        value is None
        or end + 1 >= last
        or tokens[end].norm not in UNTIL
        or day_at(tokens, end + 1, last, table) is None
    ):
        return match
    other = calendar_date(tokens, end + 1, first, last, table)
    if other is None:
        return match
    _, close, upto, closing, closer = other
    if bounds is not None and closing is not None:
        return (start, close, None, (bounds[0], closing[1]), None) if bounds[0] <= closing[1] else match
    if resolver is None:
        return match

    def directed(ahead: bool) -> Resolver:
        """The end as the tense has it (or as its year says), the beginning as the last one before it."""

        def resolve(day: date) -> Bounds:
            far = closing[1] if closing is not None else closer(ahead)(day)[1] if closer is not None else day
            return resolver(False)(far)[0], far

        return resolve

    return start, close, f"{value}/{upto}", None, directed


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
    day, upto, part = day_at(tokens, k, last, table), None, None
    if day is not None:
        k += 1
        if k + 1 < last and tokens[k].norm in {"au", "-", "et", "to", "and", "–"}:
            behind = k + 2 if tokens[k + 1].norm == "le" else k + 1
            upto = day_at(tokens, behind, last, table)
            k = behind + 1 if upto is not None else k
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
    named = k
    k += 1
    if day is None and not table.day_first and k < last and (later := day_at(tokens, k, last, table)) is not None:
        day, k = later, k + 1
    direction: bool | None = None
    if k < last and tokens[k].norm in table.last | table.following and day is None:
        direction = tokens[k].norm in table.following
        k += 1
    k, known = year_at(tokens, k, last)
    if day is None and part is None and known is None and not may_be_month(tokens, named, first, last, table):
        return None
    if day is None and part is None and k == i + 1 and i > first and tokens[i - 1].norm in table.last | table.following:
        direction, start = tokens[i - 1].norm in table.following, i - 1
    span = [day, upto if upto is not None else day] if day is not None else part
    try:
        if known is not None:
            bounds = month_bounds(known, month, span)
            value = f"{known:04d}-{month:02d}" + (f"-{day:02d}" if day and upto is None else "")
            return start, k, value, bounds, None
    except ValueError:
        return None
    value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day and upto is None else "")

    def directed(ahead: bool) -> Resolver:
        return nearest_month(month, ahead if direction is None else direction, direction is not None, span)

    return start, k, value, None, directed


def may_be_month(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> bool:
    """Whether a month's name without a day, a part or a year beside it is one, not a word like it (`the march`, `Mars`)."""
    if tokens[i].norm not in table.alike:
        return True
    opens = i == 0 or tokens[i].sentence != tokens[i - 1].sentence
    if (
        opens
        or tokens[i].text[:1].isupper() != table.month_capitals
        or (tokens[i].text.isupper() and len(tokens[i].text) > 1)
    ):
        return False
    described = tokens[i - 1].norm in {"the", "a", "an"} and not (
        i + 1 < last and tokens[i + 1].pos in {"NOUN", "PROPN"}
    )
    return not (table.month_capitals and described)


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
    if i + length < last and tokens[i + length].norm in table.there:
        return i, i + length + 1, None, None, None
    if " ".join(t.norm for t in tokens[i : i + length]) in table.narrative:
        return i, i + length, None, None, None
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
        if not count and i + 1 < last and tokens[i + 1].norm in table.there:
            return start, end + 1, None, None, None  # `cette semaine-là`
        if tokens[i].has("Number=Plur") and count:
            return start, end, None, None, None  # `ces derniers jours`: nobody says how many
        return start, end, None, None, partial(weekend if unit == "weekend" else shift, count, unit)
    return None


def weekend(count: float, unit: str, ahead: bool) -> Resolver:
    """`ce week-end`: the one before the report's day, or its own, where the clause tells the past."""

    def resolve(day: date) -> Bounds:
        found = shifted(count, unit)(day)
        return shifted(count - 1, unit)(day) if not count and not ahead and found[0] > day else found

    return resolve


def counted_units(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`il y a trois jours`, `two weeks ago`, `dans un mois`."""
    counting = table.led.get("", ()) if may_count(tokens[i], table) else ()
    if not counting and tokens[i].norm not in table.led:
        return None
    for _, sign, before, between, behind in sorted((*table.led.get(tokens[i].norm, ()), *counting)):
        if not stands(tokens, i, last, before):
            continue
        number = number_at(tokens, i + len(before), last, table)
        k = number.end if number else i + len(before) + 1
        single = tokens[k - 1].norm in ONE if k <= last else False
        if k >= last or (number is None and not single) or not stands(tokens, k, last, between):
            continue
        k += len(between)
        unit = table.time_units.get(tokens[k].norm) if k < last else None
        value = number.value if number is not None else 1.0
        if unit is None or value is None:
            continue
        if sign > 0 and table.bounds.at(tokens, i + 1, i + len(before)) is not None:
            return None  # `in less than two hours`: how long, not when
        length, more = half_more(tokens, k + 1, last, table)
        if not stands(tokens, k + length + 1, last, behind):
            continue
        end = k + length + 1 + len(behind)
        if " ".join(behind) in table.narrative or " ".join(before) in table.narrative:
            return i, end, None, None, None  # counted from the story's own moment, not from the report's day
        moved = stretch if {*before, *between} & (table.last | table.following) else shift
        return i, end, None, None, partial(moved, sign * (value + more), unit)
    return None


def stretch(count: float, unit: str, ahead: bool) -> Resolver:
    """A number of units up to the report's day, or from it on, whatever the tense."""
    return run_of(count, unit)


def half_more(tokens: Sequence[Token], k: int, last: int, table: Lookup) -> tuple[int, float]:
    """The tokens of `et demi`, `and a half` behind a unit, and what they add."""
    found = table.fractions.at(tokens, k, last)
    return found if found is not None and found[0] > 1 and found[1] == HALF else (0, 0.0)


def may_count(token: Token, table: Lookup) -> bool:
    """Whether a number of units can begin at a token."""
    return token.norm in ONE or begins(token, table)


def stands(tokens: Sequence[Token], i: int, last: int, words: tuple[str, ...]) -> bool:
    """Whether words stand at a token."""
    return i + len(words) <= last and all(t.norm == w for t, w in zip(tokens[i : i + len(words)], words, strict=True))


def weekday(tokens: Sequence[Token], i: int, first: int, last: int, table: Lookup) -> Match | None:
    """`samedi`, `samedi dernier`, `next Monday`."""
    number = table.weekdays.get(tokens[i].norm)
    if number is None or tokens[i].pos not in {"NOUN", "PROPN"} or table.every.before(tokens, i, first):
        return None
    if i + 2 < last and tokens[i + 1].norm in UNTIL and tokens[i + 2].norm in table.weekdays:
        upto = table.weekdays[tokens[i + 2].norm]
        return i, i + 3, f"XXXX-WXX-{number}/XXXX-WXX-{upto}", None, partial(days_between, number, upto)
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


def days_between(first: int, last: int, ahead: bool) -> Resolver:
    """`de lundi à mardi`: up to the nearest such day, from the one before it."""

    def resolve(day: date) -> Bounds:
        end = nearest_weekday(last, ahead, False)(day)[1]
        return nearest_weekday(first, False, False)(end)[0], end

    return resolve


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


def duration_at(annotation: Annotation, i: int, first: int, last: int, table: Lookup) -> tuple[Value, range] | None:
    """`trois jours`, `une dizaine d'années`, `two weeks`: a number of units of time."""
    tokens = annotation.tokens
    number = number_at(tokens, i, last, table)
    if number is None:
        return hyphened(annotation, i, table)
    k = number.end
    if k < last and tokens[k].norm in {"de", "d'", "of", "-"}:
        k += 1
    unit = table.time_units.get(tokens[k].norm) if k < last else None
    if unit is None or table.every.before(tokens, i, first):
        return None
    length, more = half_more(tokens, k + 1, last, table)
    bounds = (None if n is None else n + more for n in (number.value, number.low, number.high))
    value, low, high = (iso_duration(n, unit) for n in bounds)
    return Value("duration", value, low, high, unit, annotation.span(i, k + length)), range(i, k + length + 1)


def in_part(annotation: Annotation, i: int, last: int, table: Lookup) -> tuple[Value, range] | None:
    """`une demi-heure`, `half an hour`, `trois quarts d'heure`, `un an et demi`: part of a unit, or one and a half."""
    tokens = annotation.tokens
    fraction = table.fractions.at(tokens, i, last)
    count, k = (fraction[1], i + fraction[0]) if fraction is not None else (1.0, i + 1)
    if fraction is None and tokens[i].norm not in ONE:
        return None
    while fraction is not None and k < last and tokens[k].norm in {"-", "de", "d'", "of", *ONE}:
        k += 1
    if k >= last:
        return None
    unit = table.time_units.get(tokens[k].norm)
    opening, _, rest = tokens[k].norm.partition("-")
    if fraction is None and opening in table.fractions.by_first and rest in table.time_units:
        count, unit = HALF, table.time_units[rest]
    length, more = half_more(tokens, k + 1, last, table)
    if unit is None or (count == 1 and not more):
        return None
    value = iso_duration(count + more, unit)
    return Value("duration", value, value, value, unit, annotation.span(i, k + length)), range(i, k + length + 1)


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
    if count is not None and unit in COMPOUND:
        factor, unit = COMPOUND[unit]
        count *= factor
    if count is None or unit not in LETTERS:
        return None
    number = f"{count:g}"
    return f"PT{number}{LETTERS[unit]}" if unit in CLOCK else f"P{number}{LETTERS[unit]}"


READERS = (
    numeric,
    weekday_and_figures,
    joined_part,
    calendar_date,
    part_of_year,
    season,
    decade,
    named_day,
    relative_unit,
    counted_units,
    weekday,
    year,
)
