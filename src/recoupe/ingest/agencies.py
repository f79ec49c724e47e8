"""Agencies that a report credits: in its place line, a credit line, its signature, a note on who contributed."""

import functools
import re
from collections.abc import Iterable

from recoupe.ingest.bylines import SENTENCE
from recoupe.ingest.contents import Content
from recoupe.ingest.days import days_in
from recoupe.ingest.imprints import OPENING, is_imprint, sentences_of
from recoupe.ingest.labels import ends_line, label_before
from recoupe.ingest.layout import Layout, Paragraph, imprints
from recoupe.ingest.names import (
    NO_AGENCY,
    folded,
    is_rubric_word,
    known_agency,
    known_outlet,
    others,
    tells_agency,
    words_of,
)
from recoupe.ingest.places import PlaceLine, split_agencies
from recoupe.languages import shared_pack
from recoupe.model import AgencyCredit, Document

TAIL = 900  # characters at the end of a report in which a note on contributors stands
GAP = r"[^\n]{0,160}?"
LINE = 120  # characters of a credit line
CREDITING = re.compile(r"\b(?:avec|with|sources?|agences?|agency|from)\b|\A\(", re.IGNORECASE)  # what a new name needs
STAMP = re.compile(
    r"\s*(?:[-–—|,.·]\s*(?=(?i:publi|mis[e ]|post|updat|le\s\d|on\s\d|\d))|\((?!\s*(?:avec|with)\b))[^\n]*\Z"
)  # what ends a byline
PLACED = re.compile(r"\s+(?:in|at|à|en)\s+[A-ZÀ-Þ][\w'’ -]*\Z")  # where an agency that signs writes
SHARED = re.compile(r"(?P<own>[A-ZÀ-Þ][^\n]{1,60}?)(?:,?\s+|,?\s*\(\s*)(?:avec|with)\s+(?P<names>[^()\n]{2,60}?)\s*\)?")
PARTED = re.compile(r"\s*[|•·]\s*|\s+[—–-]\s+|(?<=\d),\s+(?=[A-ZÀ-Þ])")  # what parts a day from who wrote on it
# `Staff and agencies`, `From agencies in Kovsk`, `Avec agences`, `La rédaction (avec les agences)`
UNNAMED = re.compile(
    r"[(\[*_—–-]*\s*(?:[A-ZÀ-Þ][^\n.;:!?]{1,60}?(?:,?\s+(?:et|and|avec|with|from)\s+|\s*[,/(|–—]\s*(?i:(?:avec|with|from)\s+)?)"
    r"|(?i:avec|with|from|par|by|sources?[ \u00a0\u202f]?:)\s+)?"
    r"(?i:(?:les|des|nos|news|press)\s+)*(?i:agences?|agencies|agency|wires|wire\s+(?:services|reports|agencies))"
    r"(?i:\s+de\s+presse)?(?:\s+(?:in|à|at)\s+[A-ZÀ-Þ][\w'’ -]*)?[)\]*_.\s]*"
)
ARTICLE = r"(?:(?:l|d)['’]\s?|la |le |the |de l['’]\s?|de la )?"


def agencies_of(
    document: Document, content: Content, layout: Layout, place: PlaceLine | None
) -> tuple[AgencyCredit, ...]:
    """The agencies that a report credits, by usual name; each once, by its first credit, ordered by name."""
    found: dict[str, AgencyCredit] = {}
    if place is not None:
        for words, start, end in place.agencies:
            add(found, document, words, "dateline", start, end)
    around = [*layout.headers, *imprints(layout), *layout.footers]
    for line in (sentence for paragraph in around for sentence in parts_of(paragraph)):
        for basis, words, start, end in credited(line):
            add(found, document, words, basis, start, end)
    if content.outlet and content.outlet_basis == "metadata":
        for line in layout.headers:
            for words, start, end in before_day(line, content.outlet):
                add(found, document, words, "credit line", start, end)
    closing_bracket(found, document, layout)
    contributing(found, document)
    for name in (*content.agencies, *content.authors):
        usual = known_agency(name)
        if usual is not None:
            found.setdefault(usual, AgencyCredit(usual, "metadata", None))
    return tuple(found[k] for k in sorted(found))


def parts_of(paragraph: Paragraph) -> list[Paragraph]:
    """The sentences of a paragraph that says who made a report and when; another one whole."""
    if not is_imprint(paragraph.text):
        return [paragraph]
    parts = ((paragraph.start + at, sentence.rstrip(" .")) for at, sentence in sentences_of(paragraph.text))
    return [Paragraph(text, start, start + len(text)) for start, text in parts]


def add(found: dict[str, AgencyCredit], document: Document, words: str, basis: str, start: int, end: int) -> None:
    """Keep the first credit of an agency."""
    usual = known_agency(words) or words
    found.setdefault(usual, AgencyCredit(usual, basis, document.span(start, end)))


def credits_unnamed(line: str) -> bool:
    """Whether a line credits agencies without a name (`Staff and agencies, 4 March 2025`)."""
    parts = [text for _, text in sentences_of(line)] if is_imprint(line) else [line]
    return any(len(text) <= LINE and UNNAMED.fullmatch(STAMP.sub("", text.rstrip())) is not None for text in parts)


@functools.cache
def credit_patterns() -> tuple[re.Pattern[str], ...]:
    """Credit lines of the packs, with whatever may stand where they name an agency."""
    found = []
    for form in sorted(shared_pack().agencies.credit_lines, key=lambda f: (-len(f), f)):
        if "{agency}" not in form or form.count("{agency}") > 1:
            continue
        pattern = re.escape(form).replace(r"\{agency\}", r"(?P<names>[^\n]{2,60}?)").replace(r"\{date\}", r"\d{4}")
        pattern = pattern.replace("'", "['’]").replace(r"\ ", r"\s+")
        found.append(re.compile(rf"[(\[*_—–-]*\s*{pattern}\s*[)\]*_.]*", re.IGNORECASE))
    return tuple(found)


def credited(line: Paragraph) -> Iterable[tuple[str, str, int, int]]:
    """The agencies of a line that is a credit line: basis, words, offsets. All names in it must be agencies."""
    if len(line.text) > LINE:
        return
    bare_line = STAMP.sub("", line.text.rstrip())
    signed = re.fullmatch(r"\s*(?:Par|By|PAR|BY)\s+(?P<names>.{2,80})", bare_line)
    if signed is not None:
        yield from signature(signed, line)
        return
    behind = list(behind_day(line))
    if behind:
        yield from behind
        return
    shared = SHARED.fullmatch(bare_line)
    if shared is not None and not SENTENCE.search(bare_line):
        yield from (
            ("byline", words, start, end)
            for words, start, end in agency_names(shared["names"], line.start + shared.start("names"), True)
        )
        return
    for pattern in credit_patterns():
        match = pattern.fullmatch(line.text)
        if match is None:
            continue
        names = agency_names(match["names"], line.start + match.start("names"), bool(CREDITING.search(line.text)))
        if names:
            yield from (("credit line", words, start, end) for words, start, end in names)
            return
    if known_agency(line.text.strip(" ()")):  # an agency's name alone
        at = line.text.index(line.text.strip(" ()"))
        yield "credit line", line.text.strip(" ()"), line.start + at, line.start + at + len(line.text.strip(" ()"))


def behind_day(line: Paragraph) -> Iterable[tuple[str, str, int, int]]:
    """The agency that stands alone behind the day of a line (`15 January 2025 | CPA`): an outlet stands before it."""
    day = next(iter(days_in(line.text)), None)
    if day is None or (OPENING.match(line.text[: day.start]) is None and label_before(line.text[: day.start]) is None):
        return
    cursor = day.end
    for parting in [*PARTED.finditer(line.text, day.end), None]:
        piece = line.text[cursor : parting.start() if parting else len(line.text)]
        if cursor > day.end:
            place = line.start + cursor
            bare = piece.strip(" ().")
            if days_in(piece) or others() & set(words_of(bare)) or is_rubric_word(bare):
                return
            yield from (("credit line", *found) for found in agency_names(bare, place + piece.find(bare), True))
        elif not ends_line(piece):
            return
        cursor = parting.end() if parting else len(line.text)


def before_day(line: Paragraph, outlet: str) -> list[tuple[str, int, int]]:
    """The agency before the day of a line (`AFP | 4 March 2025`), where the page itself tells another outlet."""
    day = next(iter(days_in(line.text)), None)
    parting = re.search(r"(?:\s*[|•·,—–]|\s+-)\s*(?:le|on)?\s*\Z", line.text[: day.start]) if day is not None else None
    if day is None or parting is None or not ends_line(line.text[day.end :]):
        return []
    bare = line.text[: parting.start()].strip()
    if folded(bare) == folded(outlet) or others() & set(words_of(bare)) or is_rubric_word(bare):
        return []
    return agency_names(bare, line.start + line.text.find(bare), True)


def signature(signed: re.Match[str], line: Paragraph) -> Iterable[tuple[str, str, int, int]]:
    """The agencies among those who sign: `Par X avec AFP`, `By AP`, `By Daily Post staff and Sarn Wire`.

    A name that no table holds is one by its form, beside somebody else's or before where its writer is.
    """
    names = signed["names"].replace("(", " ").replace(")", " ")  # `Par X (avec AFP)`
    for number, (words, start, _) in enumerate(split_agencies(names, line.start + signed.start("names"))):
        bare = re.sub(r"\A(?:avec|with)\s+|[().\s]+\Z", "", words)
        told = number > 0 or PLACED.search(bare) is not None
        bare = PLACED.sub("", bare)
        if (known_agency(bare) or (told and tells_agency(bare))) and known_outlet(bare) is None:
            yield "byline", bare, start + words.index(bare), start + words.index(bare) + len(bare)


def agency_names(words: str, start: int, crediting: bool) -> list[tuple[str, int, int]]:
    """The agencies in a list of names, empty where one of them is none.

    crediting: the line says that it credits, so that an unknown name in the form of an agency's is one.
    """
    found = []
    for name, at, end in split_agencies(words, start):
        bare = re.sub(rf"\A{ARTICLE}", "", name, flags=re.IGNORECASE)
        bare = bare.rstrip(" .)")
        if known_agency(bare) is None and (known_outlet(bare) or not crediting or not tells_agency(bare)):
            return []
        if folded(bare) in NO_AGENCY:
            return []
        offset = at + name.index(bare)
        found.append((bare, offset, min(end, offset + len(bare))))
    return found


def closing_bracket(found: dict[str, AgencyCredit], document: Document, layout: Layout) -> None:
    """An agency in brackets behind the last sentence: `… a-t-il dit. (AFP)`, `(avec ALP)`."""
    if not layout.body:
        return
    last = layout.body[-1]
    match = re.search(r"[.!?»”\"…]\s*\((?P<credit>[^()\n]{2,60})\)\.?\s*\Z", last.text)
    if match is None:
        return
    with_ = re.match(r"(?:avec|with|source\s*:)\s+", match["credit"], re.IGNORECASE)
    offset = with_.end() if with_ else 0
    for words, start, end in agency_names(match["credit"][offset:], last.start + match.start("credit") + offset, True):
        add(found, document, words, "credit line", start, end)


@functools.cache
def contributing_patterns() -> tuple[re.Pattern[str], ...]:
    """Notes on contributors, by the packs.

    Names of journalists may stand between the agency and its verb, and what they contributed to has many names.
    """
    names = sorted(
        {n for usual, a in shared_pack().agencies.agencies.items() for n in (usual, *a.aliases)},
        key=lambda n: (-len(n), n),
    )
    agency = rf"(?P<agency>(?<!\w){ARTICLE}(?-i:{'|'.join(re.escape(n) for n in names)}))(?!\w)"
    found = set()
    for form in shared_pack().agencies.contributing:
        before, _, after = (piece.strip() for piece in form.partition("{agency}"))
        verb = " ".join(after.split()[:-2]) if len(after.split()) > 2 else after
        front = r"\s*".join(re.escape(w) for w in before.replace("'", "' ").split()).replace("'", "['’]")
        back = r"\s+".join(re.escape(w) for w in verb.split())
        gap = rf"{GAP}\s" if back else ""
        found.add(rf"(?:\A|[\n.!?»”\"(*]\s*){front}\s*{agency}{gap}{back}")
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in sorted(found, key=lambda p: (-len(p), p)))


def contributing(found: dict[str, AgencyCredit], document: Document) -> None:
    """Agencies in notes on contributors at the end of the text."""
    tail = max(0, len(document.text) - TAIL)
    for pattern in contributing_patterns():
        for match in pattern.finditer(document.text, tail):
            words = re.sub(rf"\A{ARTICLE}", "", match["agency"], flags=re.IGNORECASE)
            words = words if known_agency(words) else match["agency"]
            at = match.start("agency") + match["agency"].index(words)
            add(found, document, words, "contributing", at, at + len(words))
