"""When a report was published: its format's fields, then the days in its head, in front of its text, at its end."""

import functools
import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from msgspec import structs

from recoupe.ingest.agencies import credits_unnamed
from recoupe.ingest.contents import Content
from recoupe.ingest.days import Day, days_in, sent_day
from recoupe.ingest.imprints import LONGEST, OPENING, is_imprint, sentences_of
from recoupe.ingest.labels import OTHER, PUBLISHED, TIME, UPDATED, ends_line, label_before, labels
from recoupe.ingest.layout import Layout, Paragraph, imprints
from recoupe.ingest.names import bears_article, has_name_form
from recoupe.ingest.places import PlaceLine
from recoupe.languages import LANGUAGES, language_pack
from recoupe.model import Bounds, Document

HALF_YEAR = 183  # days
INLINE = re.compile(r"\s*(?:[—–|:\n]|-\s|\s(?=[A-ZÀ-Þ«\"“]))")
EMPHASISED = re.compile(r"([*_])[^*_].*\1")  # a line of its own about the text below it
SHORT = 140  # characters of a line in which a day is one of the head


@dataclass(frozen=True)
class Dating:
    """What a report shows of its date: bounds, and a day whose year it leaves out."""

    bounds: Bounds | None
    yearless: Day | None = None


def dating_of(document: Document, content: Content, layout: Layout, place: PlaceLine | None) -> Dating:
    """Bounds of the date of publication; days of the running text are left alone."""
    day_first = is_day_first(document.text)
    shown = [*lines_days(layout.headers, day_first), *leading_days(layout, place, day_first)]
    shown += [*lines_days(imprints(layout), day_first), *lines_days(layout.footers, day_first)]
    sent = sent_day(document.text)
    if sent is not None:
        shown.append((sent, PUBLISHED))
    if content.date:
        return Dating(from_field(document, content.date, [day for day, _ in shown]))
    published = [day for day, kind in shown if kind == PUBLISHED]
    whole = next((day for day in published if day.year), None)
    if whole is not None:
        return Dating(bounds(document, whole))
    updated = next((day for day, kind in shown if kind == UPDATED and day.year), None)
    if updated is not None:
        return Dating(structs.replace(bounds(document, updated), not_before=None))
    return Dating(None, next((day for day in published if day.day), None))


def from_field(document: Document, value: str, shown: Iterable[Day]) -> Bounds:
    """Bounds of a date in a format's field, with the words of the head that say the same."""
    if len(value) < len("2000-01-01"):
        first = f"{value}-01"
        last = f"{value}-{monthrange(int(value[:4]), int(value[5:7]))[1]:02}"
    else:
        first = last = value[:10]
    same = [d for d in shown if d.day and f"-{d.month:02}-{d.day:02}" == first[4:] and d.year in {0, int(first[:4])}]
    spans = tuple(document.span(d.start, d.end) for d in same[:1])
    return Bounds(first, last, "metadata", spans)


def lines_days(lines: Iterable[Paragraph], day_first: bool) -> list[tuple[Day, str]]:
    """The days of the lines of a head or foot that are there to say the date, with what they are of."""
    found = []
    for line in lines:
        whole = is_imprint(line.text)
        if len(line.text) > (LONGEST if whole else SHORT):
            continue
        for offset, part in sentences_of(line.text) if whole else [(0, line.text)]:
            for day in days_in(part, day_first):
                kind = purpose(part, day) or (PUBLISHED if whole else "")
                if kind:
                    found.append((moved(day, line.start + offset), kind))
    return found


def purpose(line: str, day: Day) -> str:
    """What a day in a line of the head is of; empty where the line is about something else (a title).

    It is of the report where a label stands before it, or a name, or nothing (and then it has its year or its weekday).
    """
    before, after = line[: day.start], line[day.end :]
    label = label_before(before)
    if label is not None:
        return label[1]
    if OTHER.search(before.lower()):
        return ""
    ends = ends_line(after)
    if OPENING.match(before):
        before = ""
    name = re.split(r"\s*[|•·–—]\s*|,\s", before.strip(" ,–—-|•·("))[-1].strip()
    if not name and (ends or re.match(TIME + r"\s*[|•·–—-]", after)):
        return PUBLISHED if day.year or ends else ""
    parted = re.search(r"[,|•·–—(-]\s*\Z|\ble\s*\Z", before) is not None
    named = (
        credits_unnamed(before.rstrip(" ,–—-|•·("))
        or has_name_form(name)
        or bears_article(name)
        or EMPHASISED.fullmatch(line.strip()) is not None
    )
    return PUBLISHED if ends and parted and named else ""


def leading_days(layout: Layout, place: PlaceLine | None, day_first: bool) -> list[tuple[Day, str]]:
    """The day in the place line, or in front of the first sentence."""
    if place is not None and place.day is not None:
        return [(place.day, PUBLISHED)]
    found = []
    for paragraph in layout.body[:1]:
        for day in days_in(paragraph.text[:SHORT], day_first)[:1]:
            before, after = paragraph.text[: day.start], paragraph.text[day.end :]
            label = next((kind for pattern, kind in labels() if pattern.search(before) and is_label(before)), "")
            bare = not before.strip(" (") and bool(day.year)
            timed = re.match(TIME, after)
            behind = after[timed.end() :] if timed else after
            if (bare or label) and INLINE.match(behind.lstrip(")")):
                found.append((moved(day, paragraph.start), label or PUBLISHED))
    return found


def is_label(before: str) -> bool:
    """Whether the words in front of a day are a label and no beginning of a sentence (`Le 12 mars 2024 X a dit`)."""
    words = before.split()
    return len(words) > 1 or before.strip().endswith(":") or (len(words) == 1 and len(words[0]) > 2)


def moved(day: Day, offset: int) -> Day:
    """A day with its offsets from the start of the document."""
    return replace(day, start=day.start + offset, end=day.end + offset)


def bounds(document: Document, day: Day) -> Bounds:
    """A day, the whole month where it has none, or both days that figures may mean."""
    if day.day == 0:
        last = monthrange(day.year, day.month)[1]
        days = [date(day.year, day.month, 1), date(day.year, day.month, last)]
    else:
        days = [date(day.year, day.month, day.day)]
        if day.other is not None:
            days = sorted([*days, date(day.year, *day.other)])
    return Bounds(days[0].isoformat(), days[-1].isoformat(), "header", (document.span(day.start, day.end),))


def is_day_first(text: str) -> bool:
    """Whether figures are written day first: the language whose own words the text has most says so.

    Every language of the packs but English does; a text that has no words of either is read both ways.
    """
    words = re.findall(r"[^\W\d_]+", text[:2000].lower())
    counts = {c: sum(w in distinctive(c) for w in words) for c in LANGUAGES}
    best = max(LANGUAGES, key=lambda c: counts[c])
    order = language_pack(best).calendar.formats
    return counts[best] > 0 and any(form.startswith("le ") for form in order)


@functools.cache
def distinctive(code: str) -> frozenset[str]:
    """Words that mark a language."""
    return frozenset(language_pack(code).function_words.distinctive)


def year_of(day: Day, dated: Sequence[Bounds]) -> int | None:
    """The year of a day without one: the one year that sets it within half a year of every dated report of the pile.

    A day of the week, where one is written, must agree. `None` where no year or no report fits.
    """
    ends = [date.fromisoformat(b.not_before or b.not_after or "") for b in dated if b.not_before or b.not_after]
    fitting = []
    for year in sorted({e.year + shift for e in ends for shift in (-1, 0, 1)}):
        if day.day > monthrange(year, day.month)[1]:
            continue
        there = date(year, day.month, day.day)
        agrees = not day.weekday or there.isoweekday() == day.weekday
        if agrees and all(abs((there - end).days) < HALF_YEAR for end in ends):
            fitting.append(year)
    return fitting[0] if len(fitting) == 1 else None
