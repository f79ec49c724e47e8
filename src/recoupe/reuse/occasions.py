"""On which day something was said, as far as the words around it and the report's date tell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recoupe.linguistics import Annotation
from recoupe.model import Attribution, Value
from recoupe.reuse.sayings import Saying

APART = timedelta(days=2)  # reports of one saying differ by a day: time zones, late evenings, next day's paper
YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
LEAP_YEAR = 2000  # stands for a year that is not given


@dataclass(frozen=True)
class Occasion:
    """Bounds of the day on which something was said, where its cue gives them, and of the report's publication.

    yearless: month and day where no year is known.
    """

    low: date | None
    high: date | None
    yearless: tuple[int, int] | None
    published: date | None


def occasion(saying: Saying, days: Mapping[str, Sequence[Value]]) -> Occasion:
    """When a saying was said. days: the dates that each report tells, by its id."""
    annotation = saying.annotation
    published = annotation.document.published
    latest = day(published.not_after) if published else None
    given = around(saying.attribution, annotation, days[annotation.document.id])
    bounded = [(low, high) for v in given if (low := day(v.low)) and (high := day(v.high))]
    open_ = [m for v in given if isinstance(v.value, str) and (m := YEARLESS.fullmatch(v.value))]
    if bounded:
        return Occasion(min(b[0] for b in bounded), max(b[1] for b in bounded), None, latest)
    if len(open_) == 1:
        return Occasion(None, None, (int(open_[0][1]), int(open_[0][2])), latest)
    return Occasion(None, None, None, latest)


def around(attribution: Attribution, annotation: Annotation, values: Sequence[Value]) -> list[Value]:
    """Dates in the sentence of a cue or source, outside what is said."""
    said = attribution.content
    marks = [s for s in (attribution.cue, attribution.source) if s is not None]
    bounds = [(annotation.tokens[first].start, annotation.tokens[last - 1].end) for first, last in annotation.sentences]
    stretches = [b for b in bounds if any(b[0] <= m.start < b[1] for m in marks)]
    return [
        v
        for v in values
        if any(start <= v.span.start < end for start, end in stretches) and not any(c.overlaps(v.span) for c in said)
    ]


def day(value: float | str | None) -> date | None:
    """A day of an ISO 8601 text."""
    try:
        return date.fromisoformat(str(value)[:10]) if value is not None else None
    except ValueError:
        return None


def different(one: Occasion, other: Occasion) -> bool:
    """Whether two sayings are shown to be of different days: dates that exclude each other by more than a day.

    What was said on a day after the other report was published is another occasion, too.
    """
    first, second = dated(one, other), dated(other, one)
    if first is not None and second is not None:
        return exclude(first, second)
    return later(one, other) or later(other, one)


def dated(one: Occasion, other: Occasion) -> tuple[date, date] | None:
    """Bounds of an occasion; a missing year is the other's, or the same made-up one for both."""
    if one.yearless is None:
        return (one.low, one.high) if one.low is not None and one.high is not None else None
    year = other.low.year if other.low is not None else LEAP_YEAR
    try:
        found = date(year, *one.yearless)
    except ValueError:
        return None
    return found, found


def exclude(first: tuple[date, date], second: tuple[date, date]) -> bool:
    """Whether two stretches of days lie apart."""
    return first[0] - second[1] >= APART or second[0] - first[1] >= APART


def later(one: Occasion, other: Occasion) -> bool:
    """Whether one was said after the other's report was published."""
    return one.low is not None and other.published is not None and one.low - other.published >= APART
