"""Dates, durations and numbers: our grammar measured against other readers on public cases beside the project.

`python -m evaluation.time_expressions` prints, for each reader and corpus, F1 of spans (overlapping, exact) and how many
of the overlapping ones have the right value. Corpora: the French cases of Recognizers-Text that are not marked as
unsupported, and the English Wikinews reports of MEANTIME (TIMEX3). Both are cut in two by a hash: the open half may be
read while the grammar is worked on, the closed half is only counted. Readers that are not installed (dateparser,
text2num are no dependencies of the package) are left out with a word.

Only dates, ranges of dates and durations are asked for: what overlaps a time of day, a repeated time (`chaque lundi`) or
a vague present is neither right nor wrong. A date is right if both its bounds are; a reader without bounds gets those of
the period that it names.
"""

import hashlib
import importlib
import importlib.util
import json
import re
import sys
import xml.etree.ElementTree as ET
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from recoupe.linguistics import Annotation
from recoupe.linguistics.annotation import Builder
from recoupe.linguistics.loading import load
from recoupe.model import Bounds, Document
from recoupe.values import read_values
from recoupe.values.lookup import lookup
from recoupe.values.numbers import number_at

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
MONTHS_OF = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
MONTHS_OF |= {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
ISO_WEEK = re.compile(r"(\d{4})-W(\d\d)")
WHOLLY_MARKED = 5  # sentences of a MEANTIME report in which every date is marked
HALVES = ("open", "closed")


@dataclass(frozen=True)
class Mention:
    """An expression: code points, slot (`date`, `duration`, `number`, or `other`: not asked for), admitted values."""

    start: int
    end: int
    slot: str
    values: tuple[Any, ...]


@dataclass(frozen=True)
class Case:
    """A text with its mentions and the day from which relative dates count."""

    text: str
    language: str
    day: str
    mentions: tuple[Mention, ...]
    half: str


Reader = Callable[[Case], list[Mention]]


def half(name: str) -> str:
    """The half of a corpus that a case belongs to."""
    return HALVES[int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2]


# cases ---------------------------------------------------------------------------------------------------------------


def recognizers(kind: str) -> Iterator[Case]:
    """The French cases of Recognizers-Text: `datetime` or `number`."""
    path = CORPORA / "time" / f"recognizers_fr_{kind}.json"
    for entry in json.loads(path.read_text(encoding="utf-8-sig")):
        if entry.get("NotSupported"):
            continue
        text, cursor, mentions = entry["Input"], 0, []
        for result in entry["Results"]:
            found = text.lower().find(result["Text"].lower().replace("\u202f", " "), cursor)
            if found < 0:
                continue
            cursor = found + len(result["Text"])
            mentions.append(Mention(found, cursor, *recognized(result)))
        day = entry.get("Context", {}).get("ReferenceDateTime", "2020-01-01")[:10]
        yield Case(text, "fr", day, tuple(mentions), half(text))


def recognized(result: dict[str, Any]) -> tuple[str, tuple[Any, ...]]:
    """Slot and admitted values of a result of Recognizers-Text (its ranges exclude their last day)."""
    kind, resolution = result["TypeName"].removeprefix("datetimeV2."), result["Resolution"]
    if kind == "number":
        return "number", (float(resolution["value"].replace(",", ".")),)
    values = [v for v in resolution["values"] if v.get("value") != "not resolved"]
    if kind == "duration":
        return "duration", tuple(v["timex"] for v in values)
    if kind == "date" and values:
        return "date", tuple((v["value"], v["value"]) for v in values)
    if kind == "daterange" and all("start" in v and "end" in v for v in values):
        return "date", tuple(
            (v["start"], (date.fromisoformat(v["end"]) - timedelta(days=v["end"] != v["start"])).isoformat())
            for v in values
        )
    return "other", ()


def meantime() -> Iterator[Case]:
    """The English Wikinews reports of MEANTIME, each with its date of creation."""
    for path in sorted((CORPORA / "events" / "meantime").rglob("*.xml")):
        root = ET.parse(path).getroot()
        text, places, sentence = "", {}, None
        for token in root.iter("token"):
            if int(token.get("sentence", "0")) > WHOLLY_MARKED:
                break  # further on only the events and actors met before are marked
            word = token.text or ""
            if sentence is not None and token.get("sentence") != sentence:
                text += "\n\n"
            elif text and not re.match(r"[,.;:!?)%]|'s$|n't$|’s$", word) and not text.endswith(("(", "$")):
                text += " "
            sentence = token.get("sentence")
            places[token.get("t_id")] = (len(text), len(text) + len(word))
            text += word
        times = list(root.iter("TIMEX3"))
        day = next((t.get("value", "") for t in times if t.get("functionInDocument") == "CREATION_TIME"), "")[:10]
        if len(day) < len("2000-01-01"):
            continue
        mentions = []
        for timex in times:
            anchors = [places[a.get("t_id")] for a in timex.iter("token_anchor") if a.get("t_id") in places]
            if anchors:
                low, high = min(a for a, _ in anchors), max(b for _, b in anchors)
                mentions.append(Mention(low, high, *timex3(timex.get("type", ""), timex.get("value", ""))))
        yield Case(text, "en", day, tuple(sorted(mentions, key=lambda m: m.start)), half(path.name))


def timex3(kind: str, value: str) -> tuple[str, tuple[Any, ...]]:
    """Slot and value of a TIMEX3; what names no stretch of the calendar is not asked for."""
    if kind == "DURATION" and re.fullmatch(r"PT?[\d.]+[A-Z]", value):
        return "duration", (value,)
    bounds = stretch(value) if kind == "DATE" else None
    return ("date", (bounds,)) if bounds else ("other", ())


def stretch(value: str) -> tuple[str, str] | None:
    """First and last day of an ISO 8601 or TIMEX3 date."""
    week = ISO_WEEK.fullmatch(value)
    if week:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    year, _, rest = value.partition("-")
    if not re.fullmatch(r"\d{4}", year):
        return None
    if re.fullmatch(r"\d\d-\d\d", rest):
        return value, value
    first, last = MONTHS_OF.get(rest, (int(rest), int(rest)) if re.fullmatch(r"\d\d", rest) else (1, 12))
    if rest and rest not in MONTHS_OF and not rest.isdigit():
        return None
    return f"{year}-{first:02d}-01", f"{year}-{last:02d}-{monthrange(int(year), last)[1]}"


# readers -------------------------------------------------------------------------------------------------------------


@cache
def annotation(text: str, language: str, day: str) -> Annotation:
    """A text read by the pipeline of its language, which the corpora state."""
    document = Document("d", "d", "", text, True, language, published=Bounds(day, day, "header"))
    builder = Builder(text)
    for paragraph, match in enumerate(re.finditer(r"[^\n]+", text)):
        builder.add(load(language)(match[0]), match.start(), language, paragraph)
    return Annotation(document, tuple(builder.tokens), tuple(builder.sentences), (), ())


def grammar(case: Case) -> list[Mention]:
    """The dates and durations of `read_values`."""
    found = []
    for value in read_values(annotation(case.text, case.language, case.day)):
        if value.slot == "date":
            found.append(Mention(value.span.start, value.span.end, "date", ((value.low, value.high),)))
        elif value.slot == "duration":
            found.append(Mention(value.span.start, value.span.end, "duration", (value.value,)))
    return found


def settings(case: Case) -> dict[str, Any]:
    """The settings under which dateparser reads as a report is read: from its own day, the past first."""
    return {"RELATIVE_BASE": datetime.fromisoformat(case.day), "PREFER_DATES_FROM": "past"}


def period(case: Case, words: str) -> tuple[str, str] | None:
    """The bounds of the period that dateparser reads in words."""
    parser = importlib.import_module("dateparser.date").DateDataParser(
        languages=[case.language], settings=settings(case)
    )
    read = parser.get_date_data(words)
    if read is None or read.date_obj is None:
        return None
    day = read.date_obj.date()
    if read.period == "week":
        monday = day - timedelta(days=day.weekday())
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    return stretch({"year": f"{day:%Y}", "month": f"{day:%Y-%m}"}.get(read.period, day.isoformat()))


def searched(case: Case) -> list[Mention]:
    """What `dateparser.search` finds, line by line."""
    search = importlib.import_module("dateparser.search").search_dates
    found = []
    for line in re.finditer(r"[^\n]+", case.text):
        cursor = 0
        for words, _ in search(line[0], languages=[case.language], settings=settings(case)) or ():
            at = line[0].find(words, cursor)
            if at >= 0:
                cursor = at + len(words)
                found.append(Mention(line.start() + at, line.start() + cursor, "date", (period(case, words),)))
    return found


def mixed(case: Case) -> list[Mention]:
    """Our spans of dates with dateparser's values."""
    return [
        Mention(m.start, m.end, m.slot, (period(case, case.text[m.start : m.end]),)) if m.slot == "date" else m
        for m in grammar(case)
    ]


def numerals(case: Case) -> list[Mention]:
    """The numbers of the grammar, whatever they count."""
    found, i = [], 0
    tokens, table = annotation(case.text, case.language, case.day).tokens, lookup(case.language)
    while i < len(tokens):
        number = number_at(tokens, i, len(tokens), table)
        if number is not None:
            found.append(Mention(tokens[i].start, tokens[number.end - 1].end, "number", (number.value,)))
        i = number.end if number is not None else i + 1
    return found


def text2num(case: Case) -> list[Mention]:
    """What text2num turns into figures, and the figures that it leaves as they are."""
    convert = importlib.import_module("text_to_num").alpha2digit
    found = []
    for piece in re.finditer(r"[^\s,.!?]+(?:\s+[^\s,.!?]+)*", case.text):
        written = re.fullmatch(r"[-+]?[\d ]*\d(?:[.,]\d+)?", convert(piece[0], case.language))
        if written:
            value = float(written[0].replace(" ", "").replace(",", "."))
            found.append(Mention(piece.start(), piece.end(), "number", (value,)))
    return found


# scores --------------------------------------------------------------------------------------------------------------


def overlap(a: Mention, b: Mention) -> bool:
    """Whether two mentions share a character."""
    return a.start < b.end and b.start < a.end


def f1(right: int, found: int, wanted: int) -> float:
    """F1 in per cent."""
    return round(200 * right / (found + wanted), 1) if found + wanted else 0.0


def scores(cases: Iterable[Case], read: Reader, slot: str) -> dict[str, float]:
    """Figures of one reader for one slot. Each gold mention takes the first free reading that overlaps it."""
    wanted = found = overlapping = exact = right = 0
    for case in cases:
        gold = [m for m in case.mentions if m.slot == slot]
        others = [m for m in case.mentions if m.slot != slot]
        readings = [r for r in read(case) if r.slot == slot]
        free = [r for r in readings if any(overlap(r, g) for g in gold) or not any(overlap(r, o) for o in others)]
        wanted, found = wanted + len(gold), found + len(free)
        for one in gold:
            match = next((r for r in free if overlap(r, one)), None)
            if match is None:
                continue
            free.remove(match)
            overlapping += 1
            exact += (match.start, match.end) == (one.start, one.end)
            right += any(same(a, b) for a in match.values for b in one.values)
    return {
        "wanted": wanted,
        "found": found,
        "overlap_f1": f1(overlapping, found, wanted),
        "exact_f1": f1(exact, found, wanted),
        "value_accuracy": round(100 * right / overlapping, 1) if overlapping else 0.0,
        "value_f1": f1(right, found, wanted),
    }


def same(a: Any, b: Any) -> bool:
    """Whether two values are equal, numbers up to their rounding."""
    if isinstance(a, float) and isinstance(b, float):
        return abs(a - b) <= 1e-9 * max(1.0, abs(b))
    return bool(a == b)


def installed(name: str) -> bool:
    """Whether a library is there."""
    return importlib.util.find_spec(name) is not None


PARTS: tuple[tuple[str, str, Callable[[], Iterator[Case]], tuple[tuple[str, str, Reader], ...]], ...] = (
    ("fr commands (Recognizers)", "date", lambda: recognizers("datetime"), (
        ("grammar", "", grammar), ("dateparser.search", "dateparser", searched), ("our spans, dateparser", "dateparser", mixed),
    )),
    ("fr commands (Recognizers)", "duration", lambda: recognizers("datetime"), (("grammar", "", grammar),)),
    ("en news (MEANTIME)", "date", meantime, (
        ("grammar", "", grammar), ("dateparser.search", "dateparser", searched), ("our spans, dateparser", "dateparser", mixed),
    )),
    ("en news (MEANTIME)", "duration", meantime, (("grammar", "", grammar),)),
    ("fr numbers (Recognizers)", "number", lambda: recognizers("number"), (
        ("grammar", "", numerals), ("text2num", "text_to_num", text2num),
    )),
)  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Print the figures; with `--errors`, what the grammar reads otherwise in the open half."""
    if not CORPORA.exists():
        print(f"no corpora in {CORPORA}")
        return 0
    print(
        f"{'corpus':27} {'slot':9} {'half':7} {'reader':22} {'n':>4} {'overlap':>8} {'exact':>6} {'value':>6} {'value F1':>8}"
    )
    for corpus, slot, cases_of, readers in PARTS:
        cases = list(cases_of())
        for half_name in HALVES:
            chosen = [c for c in cases if c.half == half_name]
            for name, library, read in readers:
                if library and not installed(library):
                    print(f"{corpus:27} {slot:9} {half_name:7} {name:22} not installed")
                    continue
                s = scores(chosen, read, slot)
                figures = f"{s['overlap_f1']:8} {s['exact_f1']:6} {s['value_accuracy']:6} {s['value_f1']:8}"
                print(f"{corpus:27} {slot:9} {half_name:7} {name:22} {s['wanted']:4} {figures}")
        if "--errors" in arguments:
            errors([c for c in cases if c.half == HALVES[0]], readers[0][2], slot)
    return 0


def errors(cases: Iterable[Case], read: Reader, slot: str) -> None:
    """Print what is missed, too much or of another value."""
    for case in cases:
        gold = [m for m in case.mentions if m.slot == slot]
        readings = [r for r in read(case) if r.slot == slot]
        for one in gold:
            match = next((r for r in readings if overlap(r, one)), None)
            if match is None or not any(same(a, b) for a in match.values for b in one.values):
                read_as = (case.text[match.start : match.end], *match.values) if match else None
                words = case.text[max(0, one.start - 40) : one.end + 15].replace("\n", " ")
                print(f"    {case.day} {case.text[one.start : one.end]!r} {one.values} <- {read_as}   [{words}]")
        for extra in readings:
            if not any(overlap(extra, m) for m in case.mentions):
                words = case.text[max(0, extra.start - 30) : extra.end + 20].replace("\n", " ")
                print(f"    too much: {case.text[extra.start : extra.end]!r} {extra.values}   [{words}]")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
