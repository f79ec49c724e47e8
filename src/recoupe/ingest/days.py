"""Days as report heads write them."""

import functools
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.languages import LANGUAGES, language_pack

YEAR = r"(?P<y>(?:19|20)\d\d)"
ISO = re.compile(rf"(?<![\d/-]){YEAR}-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>0[1-9]|[12]\d|3[01]))?(?![\d-])")
NUMERIC = re.compile(
    rf"(?<![\d/.-])(?P<d>\d{{1,2}})(?P<s>[/.-])(?P<m>\d{{1,2}})(?P=s){YEAR}(?!\d)"
    r"|(?<![\d/.-])(?P<d2>\d\d)(?P<s2>[/.])(?P<m2>\d\d)(?P=s2)(?P<y2>\d\d)(?![\d/.]\d|\d)"
)
CENTURY = 2000  # of a year in two figures
# the line that agencies end a dispatch with: day, hour and minute, month, year
SENT = re.compile(
    r"(?m)^[^\n]{0,20}?\b(?P<day>\d{2})(?:[01]\d|2[0-3])[0-5]\d\s+(?:(?:GMT|UTC|Z)\s+)?(?P<month>[A-ZÉÈÛ]{3,5})\.?\s+(?P<year>(?:20)?\d{2})\s*$"
)
LEAST = 3  # letters of a month or weekday cut short


@dataclass(frozen=True)
class Day:
    """A day, or a month where day is 0, without its year where that is 0; offsets [start, end) into what was searched.

    weekday: Monday = 1, 0 where none is written. other: the same figures with day and month changed over, where the
    two cannot be told apart.
    """

    year: int
    month: int
    day: int
    start: int
    end: int
    weekday: int = 0
    other: tuple[int, int] | None = None


@functools.cache
def written() -> re.Pattern[str]:
    """Days with the name of a month, of any language of the packs."""
    months = alternatives({m for code in LANGUAGES for m in (*language_pack(code).calendar.months, *cut_months(code))})
    whole = {w for code in LANGUAGES for w in language_pack(code).calendar.weekdays}
    weekdays = alternatives({*whole, *(w[:LEAST] for w in whole)})  # `Thu 10 Sep 2026`, `jeu. 10 sept. 2026`
    week = rf"(?:(?P<w{{0}}>{weekdays})(?!\w)\.?,?\s+)?"
    day = r"(?P<d{0}>\d{{1,2}})"
    year = r"(?P<y{0}>(?:19|20)\d\d)(?!\d)"
    forms = (
        week + day + rf"(?:er|st|nd|rd|th)?\s+(?:of\s+)?(?P<m{{0}}>{months})(?!\w)(?:,?\s+" + year + ")?",
        week + rf"(?P<m{{0}}>{months})(?!\w)\.?\s+" + day + r"(?:st|nd|rd|th)?(?!\d)(?:,?\s+" + year + ")?",
        rf"(?P<m{{0}}>{months})(?!\w)\s+" + year,
    )
    return re.compile("|".join(rf"(?<!\w){form.format(i)}" for i, form in enumerate(forms)), re.IGNORECASE)


def cut_months(code: str) -> set[str]:
    """The first letters of the names of months of a language, where they tell one of them (`Sep`, not `jui`)."""
    months = language_pack(code).calendar.months
    told: dict[str, set[int]] = {}
    for name, number in months.items():
        told.setdefault(name[:LEAST], set()).add(number)
    return {cut for cut, numbers in told.items() if len(numbers) == 1}


def alternatives(words: set[str]) -> str:
    """Words as a pattern, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def days_in(text: str, day_first: bool = True) -> list[Day]:
    """The days that a line writes, in order. day_first: how figures alone are read (12/09: the twelfth of September)."""
    found = [d for d in (*iso_days(text), *numeric_days(text, day_first), *written_days(text)) if is_real(d)]
    return sorted(found, key=lambda d: (d.start, -d.end))


def iso_days(text: str) -> Iterator[Day]:
    """Days like 2024-09-12, months like 2024-09."""
    for m in ISO.finditer(text):
        yield Day(int(m["y"]), int(m["m"]), int(m["d"] or 0), m.start(), m.end())


def numeric_days(text: str, day_first: bool) -> Iterator[Day]:
    """Days like 12/09/2024, 12.09.24; both readings where nothing tells which figure is the month."""
    for m in NUMERIC.finditer(text):
        short = m["y"] is None
        year = CENTURY + int(m["y2"]) if short else int(m["y"])
        first, second = int(m["d2" if short else "d"]), int(m["m2" if short else "m"])
        if second > 12:
            yield Day(year, first, second, m.start(), m.end())
        elif day_first or first > 12 or first == second or "." in (m["s"], m["s2"]):
            yield Day(year, second, first, m.start(), m.end())
        else:
            yield Day(year, second, first, m.start(), m.end(), other=(first, second))


def written_days(text: str) -> Iterator[Day]:
    """Days with the name of a month; the year may be absent."""
    for m in written().finditer(text):
        groups = {k[0]: v for k, v in m.groupdict().items() if v is not None}
        month, weekday = month_number(groups["m"]), weekday_number(groups.get("w", ""))
        if month is not None:
            yield Day(int(groups.get("y", 0)), month, int(groups.get("d", 0)), m.start(), m.end(), weekday)


def sent_day(text: str) -> Day | None:
    """The day of an agency's closing line (`121847 MAR 25`), the last one of a text."""
    for m in reversed(list(SENT.finditer(text))):
        month = month_number(m["month"])
        year = int(m["year"]) if len(m["year"]) > 2 else 2000 + int(m["year"])
        if month is not None and is_real(Day(year, month, int(m["day"]), 0, 1)):
            return Day(year, month, int(m["day"]), m.start("day"), m.end("year"))
    return None


def is_real(day: Day) -> bool:
    """Whether the calendar has such a day, on that day of the week where one is written."""
    year = day.year or 2000  # a leap year: the 29th of February may be one
    return 1 <= day.month <= 12 and day.day <= monthrange(year, day.month)[1]


@functools.cache
def month_number(word: str) -> int | None:
    """The number of a month by its name, whole or cut short, in any language of the packs."""
    lower = word.lower()
    for code in LANGUAGES:
        months = language_pack(code).calendar.months
        for form in (lower, f"{lower}."):
            if form in months:
                return months[form]
    for code in LANGUAGES:
        for name, number in language_pack(code).calendar.months.items():
            if len(lower) >= LEAST and name.startswith(lower):
                return number
    return None


def weekday_number(word: str) -> int:
    """Monday = 1, 0 where it is none."""
    for code in LANGUAGES if word else ():
        weekdays = language_pack(code).calendar.weekdays
        found = next((n for name, n in weekdays.items() if name == word.lower() or name[:LEAST] == word.lower()), 0)
        if found:
            return found
    return 0
