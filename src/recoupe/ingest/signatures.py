"""Who signs a report."""

import re
from collections.abc import Iterator

from recoupe.ingest.bylines import BYLINE
from recoupe.ingest.contents import Content
from recoupe.ingest.days import days_in
from recoupe.ingest.imprints import sentences_of
from recoupe.ingest.layout import Layout, imprints
from recoupe.ingest.names import ARTICLE, NO_AGENCY, folded, is_first_name, known_agency, known_outlet, tells_outlet
from recoupe.model import Document, Span

# what follows the names: an office, a place, an agency, a date
REST = re.compile(
    r"\s*(?:[,(|•·;]|\s[–—-]\s|\b(?:avec|with|à|in|at|pour|for|le|on)\b"
    r"|\b(?i:publié|published|updated|mis|envoyée?|correspondante?)\b).*\Z",
    re.DOTALL,
)
JOIN = re.compile(r"\s*(?:,|&|\bet\b|\band\b)\s*")
PERSON = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]*|de|du|la|le|van|von|der|den|el|al|ben|di|da|d['’][A-ZÀ-Þ]\w+)(?:\s+|\Z)")
MOST = 6  # names, and words of a name


def byline_of(document: Document, content: Content, layout: Layout) -> tuple[Span, ...]:
    """Who signs: a `Par X` line above or below the text, the page's authors where such a line names them, a lone name.

    Agencies are credited, not named here.
    """
    made = imprints(layout)
    for line in (*layout.headers, *made, *layout.body[:1], *layout.footers):
        match = BYLINE.match(next(text for _, text in sentences_of(line.text)))
        told = line in layout.body and line not in made and line.text.rstrip().endswith((".", ","))
        if match is not None and not told:
            spans = tuple(names_in(document, match["names"], line.start + match.start("names")))
            if spans:
                return spans
    lines = (*layout.headers, *layout.footers)
    for author in content.authors:
        for line in lines:
            at = line.text.find(author)
            if (
                at >= 0
                and len(author) * 2 >= len(line.text.split("|")[0].split(":")[-1].strip())
                and not known_agency(author)
            ):
                several = tuple(names_in(document, author, line.start + at))
                return several or (document.span(line.start + at, line.start + at + len(author)),)
    return tuple(lone(document, layout))


def names_in(document: Document, words: str, start: int) -> Iterator[Span]:
    """The names of a byline, one span each."""
    cursor = 0
    for joint in [*JOIN.finditer(words), None]:
        piece = words[cursor : joint.start() if joint else len(words)]
        name = piece.rstrip(" .)*_")
        rest = REST.search(name)
        name = name[: rest.start()].rstrip() if rest else name
        if cursor and name[:1].islower():
            return  # what the one before is (`transport correspondent`)
        if name and is_name(name):
            yield document.span(start + cursor, start + cursor + len(name))
        elif cursor:
            return  # the office or place of the last one
        if rest is not None or joint is None:
            return
        cursor = joint.end()


def is_name(words: str) -> bool:
    """Whether words of a byline are a person's name or stand for persons (`la rédaction`), and no agency or outlet."""
    if known_agency(words) or known_outlet(words) or days_in(words) or len(words.split()) > MOST:
        return False
    if ARTICLE.match(words) or tells_outlet(words) or folded(words) in NO_AGENCY:
        return False
    return words[0].islower() or all(PERSON.match(w + " ") for w in words.split())


def lone(document: Document, layout: Layout) -> Iterator[Span]:
    """A person's name alone on a line around the text, known by its first name."""
    for line in (*layout.headers, *layout.footers[:1]):
        words = line.text.split()
        known = 1 < len(words) <= 4 and is_first_name(words[0]) and all(w[:1].isupper() for w in words)
        if known and line.text[-1].isalpha() and not known_outlet(line.text) and not tells_outlet(line.text):
            yield document.span(line.start, line.end)
            return
