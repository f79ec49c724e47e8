"""The place line in front of a report's first sentence: place, date, agency, dash."""

import re
from dataclasses import dataclass

from recoupe.ingest.bylines import BYLINE
from recoupe.ingest.days import Day, days_in
from recoupe.ingest.layout import Layout, Paragraph
from recoupe.ingest.names import is_first_name, is_rubric_word, known_agency, known_outlet, tells_agency
from recoupe.languages import LANGUAGES, language_pack

UPPER, LETTER = "A-ZÀ-ÖØ-Þ", r"[^\W\d_]"
CAPITALS = re.compile(rf"\A[{UPPER}]['’{UPPER}.-]+(?:[ /][{UPPER}'’.-]+){{0,3}}\Z")
PARTICLE = r"(?:(?:de|du|des|la|le|les|sur|sous|en|of|upon|the|y|del)\b|[dl]['’])"
CAPITAL = re.compile(rf"\A[{UPPER}][\w'’.-]+(?:[ /-]{PARTICLE}?[ -]?[{UPPER}]?[\w'’.-]*){{0,4}}\Z")
DASH = re.compile(r"(?P<head>[^\n—–]{2,110}?)(?:\s*\.?\s*[—–]{1,2}|\s+--?|(?<=\))\s*:)\s*(?=[^\s\d])")
AGENCY = re.compile(r"\s*[,.]?\s*\((?P<agency>[^()\n]{2,40})\)[\s.]*\Z")
REGION = re.compile(r"\A(?P<place>[^(),\n]{2,45}?)(?P<region>\s\([^()\n]{2,30}\)|,\s[^(),\n]{2,30})?\s*,?\s*\Z")
BEFORE_DAY = re.compile(r"(?:^|[,\s])(?:(?:le|on|ce)\s+)?\Z", re.IGNORECASE)


@dataclass(frozen=True)
class PlaceLine:
    """A place line: offsets [start, end) into the document's text; absent parts are `None` or empty."""

    place: tuple[int, int] | None
    agencies: tuple[tuple[str, int, int], ...]
    day: Day | None
    end: int


def place_line(layout: Layout) -> PlaceLine | None:
    """The place line of a report: at the start of its text, else a line `Kovsk, le 12 mars 2024` above it."""
    for paragraph in layout.body[:2]:
        found = leading(paragraph)
        if found is not None:
            return found
    for paragraph in layout.headers:
        found = alone(paragraph)
        if found is not None:
            return found
    return None


def leading(paragraph: Paragraph) -> PlaceLine | None:
    """A place line in front of a sentence."""
    match = DASH.match(paragraph.text)
    if match is None:
        return None
    head, start = match["head"].rstrip(), paragraph.start
    agencies: tuple[tuple[str, int, int], ...] = ()
    credit = AGENCY.search(head)
    if credit is not None and names_agency(credit["agency"], head[: credit.start()]):
        agencies = split_agencies(credit["agency"], start + credit.start("agency"))
        head = head[: credit.start()]
    bare = known_agency(head.rpartition(", ")[2]) if not agencies else None
    if bare is not None:  # `Kovsk, AFP —`, `AFP —`
        at = len(head) - len(head.rpartition(", ")[2])
        agencies = ((head[at:], start + at, start + len(head)),)
        head = head[:at]
    days = days_in(head)
    day = next((d for d in days if BEFORE_DAY.search(head[: d.start])), None)
    if day is not None:
        if head[day.end :].strip(" ,."):
            return None
        head = BEFORE_DAY.sub("", head[: day.start])
    head = head.rstrip(" ,")
    place = place_in(head, sure=bool(agencies) or day is not None)
    if head and place is None:
        return None
    if place is None and not agencies:
        return None  # a date alone is read with the dates
    shifted = Day(day.year, day.month, day.day, start + day.start, start + day.end, day.weekday) if day else None
    at_place = (start + place[0], start + place[1]) if place else None
    return PlaceLine(at_place, agencies, shifted, start + match.end())


def alone(paragraph: Paragraph) -> PlaceLine | None:
    """A line of its own with a place and a day, as letters and statements have it."""
    match = re.match(r"(?P<place>[^,\n]{2,40}),\s+(?:le\s+|on\s+)(?=\S)", paragraph.text)
    days = days_in(paragraph.text)
    if match is None or not days or paragraph.text[days[0].end :].strip(" .,") or known_outlet(match["place"]):
        return None
    if paragraph.text[match.end() : days[0].start].strip() or BYLINE.match(paragraph.text):
        return None
    place = place_in(match["place"], sure=True)
    start = paragraph.start
    return PlaceLine((start + place[0], start + place[1]), (), None, paragraph.end) if place else None


def place_in(head: str, sure: bool) -> tuple[int, int] | None:
    """The place in what is left of a place line. sure: a date or an agency shows that it is one."""
    match = REGION.match(head)
    if match is None or any(c in head for c in '«»“”"!?:;'):
        return None
    name = match["place"].strip()
    first = re.split(r"[ /]", name)[0]
    if is_rubric_word(first) or is_month_or_day(name):
        return None
    if CAPITALS.match(name):
        fits = len(name.replace(".", "")) > 2
    else:
        country = re.fullmatch(r"\s\([^\W\d_]+[^\W\d_A-Z]\)", match["region"] or "") is not None
        fits = (sure or country) and CAPITAL.match(name) is not None and any(c.isalpha() for c in name)
        fits = fits and not (is_first_name(first) and " " in name and "-" not in first)
    region = match["region"] or ""
    return (match.start("place"), match.start("place") + len((match["place"] + region).rstrip())) if fits else None


def is_month_or_day(name: str) -> bool:
    """Whether a word is a month or a day of the week."""
    lower = name.lower()
    return any(
        lower in language_pack(c).calendar.months or lower in language_pack(c).calendar.weekdays for c in LANGUAGES
    )


def names_agency(words: str, before: str) -> bool:
    """Whether words in brackets before the dash name an agency rather than the country of the place."""
    names = [n for n, _, _ in split_agencies(words, 0)]
    if any(known_agency(n) for n in names):
        return True
    if all(tells_agency(n) for n in names):
        return True
    return "(" in before or bool(days_in(before))  # the country has been named, or a date parts them


def split_agencies(words: str, start: int) -> tuple[tuple[str, int, int], ...]:
    """The names in `AFP/Belga`, `AP, Reuters`, `AFP et ATS`, with offsets from a start on."""
    found = []
    for match in re.finditer(r"[^/,&+]+", words):
        cursor = match.start()
        for piece in re.split(r"(\s+(?:et|and|avec|with)\s+)", match.group()):
            name = piece.strip()
            if name and not re.fullmatch(r"et|and|avec|with", name):
                at = cursor + len(piece) - len(piece.lstrip())
                found.append((name, start + at, start + at + len(name)))
            cursor += len(piece)
    return tuple(found)
