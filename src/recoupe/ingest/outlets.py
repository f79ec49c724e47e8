"""The outlet of a report: its format's fields, a line of its head or foot, an agency's own dispatch, its address."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from recoupe.ingest.agencies import agency_names, credited, credits_unnamed
from recoupe.ingest.bylines import BYLINE, MARK
from recoupe.ingest.contents import Content
from recoupe.ingest.days import days_in, sent_day
from recoupe.ingest.labels import ends_line, label_before
from recoupe.ingest.layout import Layout, Paragraph
from recoupe.ingest.names import (
    ARTICLE,
    HOST,
    bears_article,
    ends_in_adjective,
    has_name_form,
    is_channel,
    is_first_name,
    is_rubric_word,
    known_agency,
    known_outlet,
    outlet_of_host,
    tells_outlet,
)  # fmt: skip
from recoupe.ingest.places import PlaceLine
from recoupe.model import Document, OutletCredit, Span

SEPARATOR = re.compile(r"\s+[|•·–—-]\s+|\s*\|\s*")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d\s*)?|(?:source|journal|média|outlet)\s*:\s*", re.IGNORECASE
)
TRAILING = re.compile(
    r"[\s,]*(?:(?:19|20)\d\d)?[\s,.]*(?:Tous droits réservés|All rights reserved)?[\s.]*\Z", re.IGNORECASE
)
# `Orle Actu (avec ALP)`, `Orle Actu, with Meridian Press`
CREDITED = re.compile(r"\s*(?:\(\s*|,?\s+)(?:avec|with)\s+(?P<names>[^(),]{2,60})\)?\s*\Z", re.IGNORECASE)
SHORTEST, LONGEST = 3, 90  # characters of a line that names an outlet
BYLINE_MARK = re.compile(rf"\A\s*[(*_]*{MARK}\s")
ALONE = 4  # words of an outlet of unknown make that stands alone
SECTION = 5  # words of a section or rubric behind an outlet's name; what has more is a title


def outlet_of(
    document: Document, content: Content, layout: Layout, place: PlaceLine | None, title: tuple[int, int] | None
) -> OutletCredit | None:
    """The outlet that published a report, `None` where nothing shows it."""
    lines = (*layout.headers, *layout.footers)
    if content.outlet and content.outlet_basis == "metadata":
        usual = known_outlet(content.outlet) or known_agency(content.outlet) or content.outlet
        return OutletCredit(usual, "metadata", span_in(document, lines, content.outlet))
    others = [p for p in layout.headers if title is None or not (p.start < title[1] and title[0] < p.end)]
    for basis, paragraphs in (("header", others), ("footer", layout.footers[::-1])):
        found = in_lines(document, paragraphs, basis, bool(title) or basis == "footer")
        if found is not None:
            return found
    if title is not None:
        line = document.text[title[1] : document.text.find("\n", title[1]) % (len(document.text) + 1)]
        behind = behind_title(f"x{line}")
        if behind is not None:
            start = title[1] + behind[2] - 1
            return OutletCredit(behind[0], "header", document.span(start, title[1] + len(line.rstrip())))
    own = place.agencies[0] if place is not None and len(place.agencies) == 1 else None
    if own is not None and sent_day(document.text) is not None:  # nobody else keeps an agency's closing line
        return dispatched(document, *own)
    host = content.outlet if content.outlet else urlsplit(content.url or "").hostname
    if host:
        bare = host.removeprefix("www.")
        return OutletCredit(outlet_of_host(bare) or bare, "url", None)
    return dispatched(document, *own) if own is not None else None


def dispatched(document: Document, words: str, start: int, end: int) -> OutletCredit:
    """The agency before whose dash a report begins, where nothing shows that another outlet has printed it."""
    return OutletCredit(known_agency(words) or words, "header", document.span(start, end))


def span_in(document: Document, lines: Iterable[Paragraph], words: str) -> Span | None:
    """Where a name stands in the lines around the text; in the text itself it is a mention, not a signature."""
    for line in lines:
        at = line.text.find(words)
        if at >= 0:
            return document.span(line.start + at, line.start + at + len(words))
    return None


def in_lines(document: Document, lines: Iterable[Paragraph], basis: str, titled: bool) -> OutletCredit | None:
    """The first line that names an outlet. titled: the report has a title, so the line is not one."""
    for line in lines:
        found = named(line.text, basis, titled)
        if found is not None:
            name, start, end = found
            return OutletCredit(name, basis, document.span(line.start + start, line.start + end))
    return None


def named(line: str, basis: str, titled: bool) -> tuple[str, int, int] | None:
    """The outlet that a line names, with its offsets in the line."""
    if len(line) > LONGEST or is_credit(line):
        return None
    if BYLINE.match(line):
        return signed_for(line)
    host = HOST.match(line.strip())
    if host is not None:
        start = line.index(host["host"])
        return outlet_of_host(host["host"]) or host["host"], start, start + len(host["host"])
    start, end, composed = core(line)
    name = line[start:end]
    usual = known_outlet(name) if name else None
    if usual is not None or (composed and HOST.match(name)):
        return usual or name, start, end
    if len(name) < SHORTEST or known_agency(name) or not (has_name_form(name) or formed_as_outlet(name, composed)):
        return None
    return (name, start, end) if is_outlet(name, basis, titled, composed) else None


def formed_as_outlet(name: str, composed: bool) -> bool:
    """Whether a name with words in small letters is formed as outlets' are; composed: a date or section stands behind it."""
    return ends_in_adjective(name) or (composed and bears_article(name))


def is_credit(line: str) -> bool:
    """Whether a line credits agencies."""
    return any(basis != "byline" for basis, *_ in credited(Paragraph(line, 0, len(line))))


def signed_for(line: str) -> tuple[str, int, int] | None:
    """The outlet in a line that says who signs: `Par X, Le Monde`, `By X, The Kovsk Herald, 3 May 2024`."""
    for piece in re.finditer(r"[^,|•·()]+", BYLINE_MARK.sub(lambda m: "," * len(m.group()), line)):
        name = re.split(r"\s+(?:avec|with)\s+", piece.group().strip())[0]
        start = piece.start() + len(piece.group()) - len(piece.group().lstrip())
        usual = known_outlet(name) if name else None
        if usual is not None or (name and ARTICLE.match(name) and has_name_form(name) and tells_outlet(name)):
            return usual or name, start, start + len(name)
    return None


def behind_title(line: str) -> tuple[str, int, int] | None:
    """The outlet behind a title on its line: `Le pont ferme | Ouest-France`, with its offsets and those of the mark."""
    parting = None
    for parting in re.finditer(r"\s+([|–—-])\s+", line):  # noqa: B007
        pass
    if parting is None:
        return None
    name = line[parting.end() :].strip()
    usual = known_outlet(name) if name else None
    sure = has_name_form(name) and (parting[1] == "|" or tells_outlet(name)) if name else False
    return (usual or name, parting.start(), parting.end()) if usual or sure else None


def is_outlet(name: str, basis: str, titled: bool, composed: bool) -> bool:
    """Whether a name of unknown make, in a line of the head or foot, is an outlet's.

    It has a word that outlets bear; or it stands before a date or a section; or it begins with an article and the
    title stands elsewhere. Two words that may be a person's name are none without such a sign.
    """
    words = name.split()
    if is_rubric_word(words[0]) or is_channel(name):
        return False
    if is_first_name(words[0]) and len(words) > 1 and not tells_outlet(name):
        return False
    if tells_outlet(name):
        return titled or composed or (name.isupper() and len(words) <= ALONE)
    if composed:
        return True
    return titled and len(words) <= ALONE and ARTICLE.match(name) is not None


def core(line: str) -> tuple[int, int, bool]:
    """Offsets of a name in its line, without a date, section or sign of copyright; whether it had one of them."""
    start, end = len(line) - len(line.lstrip(" (*_#")), len(line.rstrip(" )*_"))
    composed = False
    copyright_ = COPYRIGHT.match(line, start)
    if copyright_ is not None:
        start, composed = copyright_.end(), True
        end = start + len(TRAILING.sub("", line[start:end]))
    day = next(iter(days_in(line[start:end])), None)
    if day is not None:
        before = line[start : start + day.start]
        if not ends_line(line[start + day.end : end]):
            return start, start, False  # a day in a title
        label = label_before(before)
        bare = re.sub(r"[\s,(|•·–—-]*(?:\ble|\bon)?\s*\Z", "", before[: label[0]] if label else before)
        parted = re.search(r"[,(|•·–—-]\s*\Z|\s(?:le|on)\s*\Z", before[len(bare) :]) is not None or label is not None
        if re.search(r",\s*le\s*\Z", before[len(bare) :]) and not tells_outlet(bare):
            return start, start, False  # `Sarn, le 12 mars`: where it was written
        alone = " " not in bare and before[len(bare) :].strip() == "," and label is None
        if alone and ARTICLE.match(bare) is None and known_outlet(bare) is None and not tells_outlet(bare):
            return start, start, False  # `Sarn, 12 March 2024`
        end, composed = start + len(bare), composed or parted
    crediting = CREDITED.search(line[start:end])
    if crediting is not None and (agency_names(crediting["names"], 0, True) or credits_unnamed(line[start:end])):
        end, composed = start + crediting.start(), True
    pieces = SEPARATOR.split(line[start:end], maxsplit=1)
    if len(pieces) > 1:
        end, composed = start + len(pieces[0].rstrip()), composed or len(pieces[1].split()) <= SECTION
    return start, end, composed
