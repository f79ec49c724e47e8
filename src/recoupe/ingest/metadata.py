"""What the text itself shows of a report: title, date, byline, place, outlet, agencies, whether it is cut off."""

import re
from calendar import monthrange

from recoupe.ingest.texts import Read
from recoupe.languages import LANGUAGES, language_pack, shared_pack
from recoupe.model import AgencyCredit, Bounds, Document, OutletCredit, Span

PLACE_LINE = re.compile(
    r"\A\s*(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ' .-]{2,40}(?:\([^)\n]{2,30}\)|, [A-ZÀ-Þ][\w ]{2,30})?)[^\n]{0,40}?[—–-]\s",
    re.UNICODE,
)
DATELINE_AGENCY = re.compile(r"\((?P<agency>[A-Z][A-Za-z .-]{1,30})\)\s*[—–-]")
ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?\b")
CREDIT = re.compile(r"(?m)^\s*\(?(?:Avec|Source\s*:|With)\s+(?P<agency>[A-Z][\w .-]{1,30}?)\)?\.?\s*$")
BYLINE = re.compile(r"(?m)^(?:Par|By)\s+(?P<name>[^\n]{3,80})$")
SITE = re.compile(r"(?m)^\s*(?P<site>[A-Za-z0-9-]+\.(?:fr|com|org|net|be|ch|ca|info|eu|co\.uk))\s*\Z")
LINE = re.compile(r"(?m)^[^\S\n]*(?P<line>\S[^\n]*)$")
SENT = re.compile(
    r"(?m)^\s*(?P<day>\d{2})\d{4}\s+(?P<month>[A-ZÉÛ]{3,4})\.?\s+(?P<year>\d{2})\s*\Z"
)  # 121847 MAR 25: agencies' line
LONG_LINE, MOST_HEADERS, MOST_NAME, LEAST_TITLE = 110, 6, 5, 4
HEADER = 400  # characters in which a date line may stand
END = "".join((".", "!", "?", "…", "»", "”", '"', ")"))


def header_lines(text: str) -> list[re.Match[str]]:
    """The short lines above the running text: all before the first long line or the first that ends a sentence."""
    found: list[re.Match[str]] = []
    for line in LINE.finditer(text):
        words = line["line"].rstrip()
        if len(words) > LONG_LINE or words.endswith((".", "!", "»", "”")) or len(found) == MOST_HEADERS:
            break
        found.append(line)
    return found if len(text) > 2 * sum(len(m.group()) for m in found) else []


def title_of(document: Document, read: Read) -> Span | None:
    """The title: the page's own, else the first block of lines above the text that is none of its other headers."""
    if read.title and document.text.startswith(read.title):
        return document.span(0, len(read.title))
    match = re.match(r"\s*(?P<line>[^\n]{10,200})\n", document.text)
    if match is not None and len(document.text) >= 2 * match.end() and is_title(match["line"]):
        end = match.end("line")
        wrapped = re.compile(r"\n(?P<rest>[^\n]{1,80})\n\s*\n").match(document.text, end)
        if wrapped is not None and not wrapped["rest"][:1].isupper():
            end = wrapped.end("rest")  # a title broken over two lines
        start = match.start("line")
        return document.span(start, start + len(document.text[start:end].rstrip()))
    for line in header_lines(document.text)[1:]:
        if is_title(line["line"]) and len(line["line"].split()) >= LEAST_TITLE:
            return document.span(line.start("line"), line.start("line") + len(line["line"].rstrip()))
    return None


def is_title(line: str) -> bool:
    """Whether a line may be a title: no sentence, no byline, no place line, no outlet's name."""
    words = line.rstrip()
    other = PLACE_LINE.match(words) or BYLINE.match(words) or outlet_name(words)
    return not words.endswith((".", ",", ";", ":")) and not other


def outlet_name(line: str) -> str | None:
    """The outlet that a header or footer line names: alone, before a date or before a section (`Name | World`)."""
    name = re.split(r"\s+[|–—]\s+", line.strip())[0]
    dated = written_date(name)
    if dated is not None:
        name = without_weekday(name[: dated[3]].rstrip(" ,–—-")).rstrip(" ,–—-")
    words = name.split()
    if (
        not words
        or len(words) > MOST_NAME
        or BYLINE.match(name)
        or name[-1] in '.,;:!?»”"'
        or any(c.isdigit() for c in name)
    ):
        return None
    capital = [w for w in words if w[:1].isupper() or w[:2].lower() in {"l'", "l’", "d'", "d’"}]
    linking = [w for w in words if w in {"de", "du", "des", "la", "le", "les", "et", "of", "the", "and", "en", "à"}]
    return name if len(capital) + len(linking) == len(words) and words[0][:1].isupper() else None


def without_weekday(text: str) -> str:
    """A text without a day of the week at its end."""
    before, _, last = text.rpartition(" ")
    days = {day for code in LANGUAGES for day in language_pack(code).calendar.weekdays}
    return before if last.lower() in days else text


def published_of(document: Document, read: Read) -> Bounds | None:
    """Bounds of the date of publication: metadata first, then a date in the report's header."""
    if read.date:
        return Bounds(read.date[:10], read.date[:10], "metadata")
    head = document.text[:HEADER]
    match = ISO.search(head)
    if match is not None:
        return bounds(
            document, int(match["year"]), int(match["month"]), int(match["day"] or 0), match.start(), match.end()
        )
    written = written_date(head)
    if written is not None:
        return bounds(document, *written)
    sent = SENT.search(document.text)
    month = month_number(sent["month"]) if sent is not None else None
    if sent is None or month is None:
        return None
    return bounds(document, 2000 + int(sent["year"]), month, int(sent["day"]), sent.start("day"), sent.end("year"))


def month_number(word: str) -> int | None:
    """The number of a month by its name or short name in any language of the packs."""
    for code in LANGUAGES:
        months = language_pack(code).calendar.months
        for form in (word.lower(), f"{word.lower()}."):
            if form in months:
                return months[form]
        for name, number in months.items():
            if len(word) >= 3 and name.startswith(word.lower()):
                return number
    return None


def bounds(document: Document, year: int, month: int, day: int, start: int, end: int) -> Bounds:
    """A day, or the whole month where day is 0."""
    first, last = (day, day) if day else (1, monthrange(year, month)[1])
    return Bounds(
        f"{year:04}-{month:02}-{first:02}", f"{year:04}-{month:02}-{last:02}", "header", (document.span(start, end),)
    )


def written_date(head: str) -> tuple[int, int, int, int, int] | None:
    """Year, month, day and offsets of a date with a month's name in the first lines."""
    for code in LANGUAGES:
        months = language_pack(code).calendar.months
        names = "|".join(re.escape(m) for m in sorted(months, key=len, reverse=True))
        for pattern in (rf"\b(?P<d>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?P<m>{names})\.?\s+(?P<y>(?:19|20)\d\d)\b",
                        rf"\b(?P<m>{names})\.?\s+(?P<d>\d{{1,2}}),?\s+(?P<y>(?:19|20)\d\d)\b"):  # fmt: skip
            match = re.search(pattern, head, re.IGNORECASE)
            if match and 1 <= int(match["d"]) <= 31:
                return int(match["y"]), months[match["m"].lower()], int(match["d"]), match.start(), match.end()
    return None


def byline_of(document: Document, read: Read) -> tuple[Span, ...]:
    """Who signs: a `Par X` line, else the page's author where the text names him."""
    match = BYLINE.search(document.text[:1000])
    if match is not None:
        return (document.span(match.start("name"), match.end("name")),)
    at = document.text.find(read.author) if read.author else -1
    return (document.span(at, at + len(read.author or "")),) if at >= 0 else ()


def place_of(document: Document) -> Span | None:
    """The place of a place line (`WASHINGTON — ...`), at the start of the text or of a line."""
    for line in re.finditer(r"(?m)^.*$", document.text[:1500]):
        match = PLACE_LINE.match(line.group())
        if match is not None:
            place = match["place"].rstrip(" ,.-")
            return document.span(line.start() + match.start("place"), line.start() + match.start("place") + len(place))
    return None


def outlet_of(document: Document, read: Read) -> OutletCredit | None:
    """The outlet: the page's site name, a site's name as last line, or an outlet's name as first or last line."""
    if read.outlet:
        at = document.text.find(read.outlet)
        span = document.span(at, at + len(read.outlet)) if at >= 0 else None
        return OutletCredit(read.outlet, "metadata", span)
    site = SITE.search(document.text)
    if site is not None:
        return OutletCredit(site["site"], "footer", document.span(site.start("site"), site.end("site")))
    headers = header_lines(document.text)
    last = list(LINE.finditer(document.text))[-1:]
    lone = [m for m in last if len(document.text) > 10 * len(m.group()) and document.text[: m.start()].endswith("\n\n")]
    for line, basis in (*((m, "header") for m in headers), *((m, "footer") for m in lone)):
        name = outlet_name(line["line"])
        if name is not None and name.upper() != name:
            start = line.start("line") + line["line"].index(name)
            return OutletCredit(known_outlet(name), basis, document.span(start, start + len(name)))
    return None


def known_outlet(name: str) -> str:
    """The usual name of an outlet, the words themselves where the tables have none."""
    for usual, outlet in shared_pack().outlets.outlets.items():
        if name == usual or name in outlet.aliases:
            return usual
    return name


def agencies_of(document: Document) -> tuple[AgencyCredit, ...]:
    """Agencies credited in a dateline, a credit line, or a line on contributors."""
    found: dict[str, AgencyCredit] = {}
    agencies = shared_pack().agencies
    dateline = DATELINE_AGENCY.search(document.text[:HEADER])
    if dateline is not None:
        add(
            found, document, canonical(dateline["agency"]), "dateline", dateline.start("agency"), dateline.end("agency")
        )
    for match in CREDIT.finditer(document.text):
        add(found, document, canonical(match["agency"]), "credit line", match.start("agency"), match.end("agency"))
    names = "|".join(re.escape(n) for name, a in agencies.agencies.items() for n in (name, *a.aliases))
    tail = max(0, len(document.text) - 600)
    for pattern in agencies.contributing:
        expression = (
            re.escape(pattern).replace(r"\{agency\}", f"(?P<agency>{names})").replace(r"\{names\}", ".{3,120}?")
        )
        expression = expression.replace(r"\.\.\.", ".{3,160}?").replace("'", "['’]").replace(r"\ ", r"\s+")
        if "(?P<agency>" not in expression:
            continue
        contributed = re.search(expression, document.text[tail:], re.IGNORECASE)
        if contributed is not None:
            at = tail + contributed.start("agency")
            add(found, document, canonical(contributed["agency"]), "contributing", at, tail + contributed.end("agency"))
    return tuple(found[k] for k in sorted(found))


def canonical(name: str) -> str:
    """The usual name of an agency, the words themselves where the tables have none."""
    for usual, agency in shared_pack().agencies.agencies.items():
        if name == usual or name in agency.aliases:
            return usual
    return name


def add(found: dict[str, AgencyCredit], document: Document, name: str, basis: str, start: int, end: int) -> None:
    """Keep the first credit of an agency."""
    found.setdefault(name, AgencyCredit(name, basis, document.span(start, end)))


def is_complete(text: str) -> bool:
    """Whether a text ends like one: its last long line ends with a sentence's mark."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    long_lines = [line for line in lines if len(line) > 80]
    return not long_lines or lines[-1] != long_lines[-1] or long_lines[-1].endswith(tuple(END))
