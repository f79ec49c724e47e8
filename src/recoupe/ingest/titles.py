"""The title of a report."""

import functools
import re
from collections.abc import Sequence

from recoupe.ingest.agencies import credits_unnamed
from recoupe.ingest.bylines import BYLINE
from recoupe.ingest.contents import Content
from recoupe.ingest.dates import purpose
from recoupe.ingest.days import days_in
from recoupe.ingest.layout import Layout, Paragraph
from recoupe.ingest.names import ARTICLE, HOST, has_name_form, known_outlet, tells_outlet, tells_release
from recoupe.ingest.outlets import behind_title, named
from recoupe.ingest.places import alone
from recoupe.languages import LANGUAGES, language_pack
from recoupe.model import Document

LONGEST, SHORTEST = 220, 8  # characters
KICKER = 3  # words up to which a line above a longer one is its rubric
CODE = 3  # letters of a code
LEAST = 2  # words
MARKS = "#*_= "
HEAD = 3  # lines of a head: who made the report, when, and its title
BESIDE = 5  # lines of a head among which one says that it is a release
NAME = 8  # words of who made it


def title_of(document: Document, content: Content, layout: Layout) -> tuple[int, int] | None:
    """Offsets of the title: the one of the format's fields where the text shows it, else the first line of its head
    that is nothing else; a short rubric gives way to the line below it.
    """
    if content.title:
        found = shown(document.text, content.title)
        if found is not None:
            return found
    issuer = issuer_of(layout.headers)
    tagline = tagline_of(layout.headers)
    candidates = [p for p in layout.headers if p is not issuer and p is not tagline and may_be_title(p)]
    release = max((p.end for p in layout.headers if tells_release(p.text)), default=0)  # `COMMUNIQUÉ`, above its title
    candidates = [p for p in candidates if p.start >= release] or candidates
    if not candidates:
        return None
    best = candidates[0]
    if len(candidates) > 1 and is_rubric(best, candidates[1]):
        best = candidates[1]
    text = document.text[best.start : best.end]
    behind = behind_title(text)
    text = text[: behind[1]] if behind is not None else text
    start = best.start + len(text) - len(text.lstrip(MARKS))
    return start, start + len(text.strip(MARKS))


def issuer_of(headers: Sequence[Paragraph]) -> Paragraph | None:
    """Whoever made the report, be it no medium: the first line of a head of three, above one that holds nothing but a day;
    or above the line that says that it is a release, with no more than a service, a place and a day beside it.
    """
    if len(headers) < HEAD:
        return None
    name, day = headers[0], next(iter(days_in(headers[1].text)), None)
    words = name.text.split()
    plain = len(words) <= NAME and name.text[:1].isupper() and name.text[-1:] not in ".!?:;,»”"
    plain = plain and not any(days_in(name.text)) and BYLINE.match(name.text) is None and not tells_release(name.text)
    dated = day is not None and not (headers[1].text[: day.start] + headers[1].text[day.end :]).strip(" .,()")
    if plain and dated and may_be_title(headers[2]):
        return name
    release = next((i for i, line in enumerate(headers[1:BESIDE], 1) if tells_release(line.text)), None)
    if release is None or not plain:
        return None
    titled = any(may_be_title(line) for line in headers[release + 1 :])
    return name if titled and (release == 1 or name.text.isupper()) else None


def tagline_of(headers: Sequence[Paragraph]) -> Paragraph | None:
    """The line between an outlet's name and who signs or the day, in which the outlet tells of itself: the title stands below."""
    if len(headers) <= HEAD or named(headers[0].text, "header", True) is None:
        return None
    line, below = headers[1], headers[2]
    signed = BYLINE.match(below.text) is not None or any(purpose(below.text, day) for day in days_in(below.text))
    own = bool(self_words() & {word.lower() for word in re.findall(r"[^\W\d_]+", line.text)})
    return line if signed and own and any(may_be_title(other) for other in headers[HEAD:]) else None


@functools.cache
def self_words() -> frozenset[str]:
    """Words with which outlets tell of themselves under their names, in small letters."""
    return frozenset(word for code in LANGUAGES for word in language_pack(code).house_lines.own)


def shown(text: str, title: str) -> tuple[int, int] | None:
    """Where a text shows a title within its first lines, white space aside."""
    pattern = r"\s+".join(re.escape(word) for word in title.split())
    match = re.compile(pattern).search(text, 0, 4 * len(title) + 300) if pattern else None
    return match.span() if match else None


def may_be_title(paragraph: Paragraph) -> bool:
    """Whether a line of the head may be a title: none of the other lines that stand there."""
    text = paragraph.text.strip(MARKS)
    words = text.split()
    if not SHORTEST <= len(text) <= LONGEST or len(words) < LEAST or text.endswith((",", ";", ":")):
        return False
    if text.endswith(".") and not text.endswith("..."):
        return False
    if credits_unnamed(text) or is_slug(text):
        return False
    if BYLINE.match(text) or HOST.match(text) or known_outlet(text) or alone(paragraph):
        return False
    if any(purpose(text, day) for day in days_in(text)):
        return False
    return named(text, "header", True) is None or (has_name_form(text) and is_headline(text))


def is_slug(text: str) -> bool:
    """Whether a line is the codes under which an agency files a dispatch (`NWA4512 3 GEN 0214 /NWA-QW11`)."""
    codes = [w for w in text.split() if len(w) <= CODE or "/" in w or any(c.isdigit() for c in w)]
    return text.upper() == text and any(c.isdigit() for c in text) and 2 * len(codes) > len(text.split())


def is_headline(text: str) -> bool:
    """Whether a line in capitals throughout has too many words for an outlet's name."""
    return len(text.split()) > KICKER and not ARTICLE.match(text) and not tells_outlet(text)


def is_rubric(line: Paragraph, below: Paragraph) -> bool:
    """Whether a line is the rubric above a title (`Guerre en Ukraine`)."""
    return len(line.words) <= KICKER and len(below.words) > len(line.words) + 1
