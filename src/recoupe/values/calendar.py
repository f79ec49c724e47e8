"""Calendar arithmetic over bounds: a reference day known only within bounds gives a result within bounds."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

Bounds = tuple[date, date]
YEARS_OF = {"decade": 10, "century": 100}
MONTHS_OF = {"quarter": 3, "half-year": 6, "year": 12, "decade": 120}
DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
SATURDAY = 6
Resolver = Callable[[date], Bounds]


@dataclass(frozen=True)
class Reference:
    """The day on which a report was published, within bounds (inclusive)."""

    earliest: date
    latest: date


def reference(not_before: str | None, not_after: str | None) -> Reference | None:
    """The reference of ISO 8601 bounds; `None` where either is open."""
    if not not_before or not not_after:
        return None
    return Reference(date.fromisoformat(not_before[:10]), date.fromisoformat(not_after[:10]))


def resolved(resolve: Resolver, given: Reference | None) -> Bounds | None:
    """The bounds of a relative date, from the earliest to the latest day that the reference allows."""
    if given is None:
        return None
    try:
        low, high = resolve(given.earliest), resolve(given.latest)
    except (ValueError, OverflowError):
        return None
    return min(low[0], high[0]), max(low[1], high[1])


def month_bounds(year: int, month: int, part: list[int] | None = None) -> Bounds:
    """First and last day of a month or of a part of it (first and last day of the month)."""
    last = calendar.monthrange(year, month)[1]
    first_day, last_day = part or (1, last)
    return date(year, month, first_day), date(year, month, min(last, last_day))


def year_bounds(year: int) -> Bounds:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def nearest_month(month: int, ahead: bool, skip: bool, part: list[int] | None = None) -> Resolver:
    """The month of that number last begun on a day (the day's own included unless `skip`), or, ahead, next to end."""

    def resolve(day: date) -> Bounds:
        own = month == day.month and skip
        if ahead:
            return month_bounds(day.year + (month < day.month or own), month, part)
        return month_bounds(day.year - (month > day.month or own), month, part)

    return resolve


def nearest_weekday(weekday: int, ahead: bool, skip: bool) -> Resolver:
    """That day of the week last before a day (the day itself included unless `skip`), or, ahead, next after it."""

    def resolve(day: date) -> Bounds:
        distance = (weekday - day.isoweekday()) % 7 if ahead else (day.isoweekday() - weekday) % 7
        distance = distance or (7 if skip else 0)
        found = day + timedelta(days=distance if ahead else -distance)
        return found, found

    return resolve


def shifted(count: float, unit: str) -> Resolver:
    """The day, week, month, quarter, year, decade or century that lies a number of units after (before, if negative) a day."""

    def resolve(day: date) -> Bounds:
        whole = int(count)
        if unit in MONTHS_OF and whole != count:
            return shifted(count * MONTHS_OF[unit], "month")(day)
        if unit == "weekend":
            saturday = day + timedelta(weeks=whole) - timedelta(days=day.isoweekday() - SATURDAY)
            return saturday, saturday + timedelta(days=1)
        if unit == "fortnight":
            return shifted(2 * count, "week")(day)
        if unit == "half-year":
            return nearest_half(day, whole)
        if unit == "week":
            monday = day + timedelta(weeks=whole) - timedelta(days=day.isoweekday() - 1)
            return monday, monday + timedelta(days=6)
        if unit == "quarter":
            quarters = day.year * 4 + (day.month - 1) // 3 + whole
            first, last = quarters % 4 * 3 + 1, quarters % 4 * 3 + 3
            return month_bounds(quarters // 4, first)[0], month_bounds(quarters // 4, last)[1]
        if unit in YEARS_OF:
            span = YEARS_OF[unit]
            begin = day.year // span * span + span * whole
            return date(begin, 1, 1), date(begin + span - 1, 12, 31)
        if unit == "month":
            months = day.year * 12 + day.month - 1 + whole
            return month_bounds(months // 12, months % 12 + 1)
        if unit == "year":
            return year_bounds(day.year + whole)
        found = day + timedelta(days=whole if unit == "day" else 0)
        return found, found

    return resolve


def nearest_half(day: date, count: int) -> Bounds:
    """The half of a year that lies a number of halves after a day's own."""
    halves = day.year * 2 + (day.month > 6) + count
    first = halves % 2 * 6 + 1
    return month_bounds(halves // 2, first)[0], month_bounds(halves // 2, first + 5)[1]


def run_of(count: float, unit: str) -> Resolver:
    """The stretch of a number of units that ends on a day, or begins there (`the last three months`, `the next two weeks`)."""

    def resolve(day: date) -> Bounds:
        if unit in DAYS_OF:
            other = day + timedelta(days=round(count * DAYS_OF[unit]))
        else:
            months = day.year * 12 + day.month - 1 + round(count * MONTHS_OF.get(unit, 1))
            year, month = months // 12, months % 12 + 1
            other = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
        return min(day, other), max(day, other)

    return resolve


def months_of(year: int, first: int, last: int) -> Bounds:
    """From the first day of one month to the last day of another, which lies in the next year where its number is lower."""
    return month_bounds(year, first)[0], month_bounds(year + (last < first), last)[1]


def nearest_months(first: int, last: int, ahead: bool, skip: bool) -> Resolver:
    """These months as they last began before a day (ended, if `skip`), or, ahead, are next to end (to begin, if `skip`)."""

    def resolve(day: date) -> Bounds:
        found = [months_of(year, first, last) for year in range(day.year - 2, day.year + 3)]
        if ahead:
            return next(b for b in found if (b[0] > day if skip else b[1] >= day))
        return [b for b in found if (b[1] < day if skip else b[0] <= day)][-1]

    return resolve
