"""The title of a report."""

import re
from collections.abc import Sequence

from recoupe.ingest.agencies import credits_unnamed
from recoupe.ingest.bylines import BYLINE
from recoupe.ingest.contents import Content
from recoupe.ingest.dates import purpose
from recoupe.ingest.days import days_in
from recoupe.ingest.layout import Layout, Paragraph
from recoupe.ingest.names import ARTICLE, HOST, has_name_form, known_outlet, tells_outlet
from recoupe.ingest.outlets import behind_title, named
from recoupe.ingest.places import alone
from recoupe.model import Document

LONGEST, SHORTEST = 220, 8  # characters
KICKER = 3  # words up to which a line above a longer one is its rubric
LEAST = 2  # words
MARKS = "#*_= "
HEAD = 3  # lines of a head: who made the report, when, and its title
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
    candidates = [p for p in layout.headers if p is not issuer and may_be_title(p)]
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
    """The first line of a head of three, above one that holds nothing but a day: whoever made the report, be it no medium."""
    if len(headers) < HEAD:
        return None
    name, day = headers[0], next(iter(days_in(headers[1].text)), None)
    words = name.text.split()
    plain = len(words) <= NAME and name.text[:1].isupper() and name.text[-1:] not in ".!?:;,»”"
    dated = day is not None and not (headers[1].text[: day.start] + headers[1].text[day.end :]).strip(" .,()")
    first = not any(days_in(name.text)) and BYLINE.match(name.text) is None
    return name if plain and dated and first and may_be_title(headers[2]) else None


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
    if credits_unnamed(text):
        return False
    if BYLINE.match(text) or HOST.match(text) or known_outlet(text) or alone(paragraph):
        return False
    if any(purpose(text, day) for day in days_in(text)):
        return False
    return named(text, "header", True) is None or (has_name_form(text) and is_headline(text))


def is_headline(text: str) -> bool:
    """Whether a line in capitals throughout has too many words for an outlet's name."""
    return len(text.split()) > KICKER and not ARTICLE.match(text) and not tells_outlet(text)


def is_rubric(line: Paragraph, below: Paragraph) -> bool:
    """Whether a line is the rubric above a title (`Guerre en Ukraine`)."""
    return len(line.words) <= KICKER and len(below.words) > len(line.words) + 1
