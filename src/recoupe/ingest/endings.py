"""Whether a text is visibly cut off."""

import functools
import re

from recoupe.ingest.layout import CLOSERS, END, Layout
from recoupe.languages import LANGUAGES, language_pack
from recoupe.model import Document, Span

CUT = re.compile(r"(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|\[\+\d+ chars\])\s*\Z")
# what pages print where an article goes on for those who pay or follow the link
GOES_ON = re.compile(
    r"(?:lire la suite|la suite (?:de cet article )?est réservée"
    r"|(?:cet article|la suite) est réservée? (?:aux|à nos) abonnés|réservé à nos abonnés"
    r"|il vous reste \d+(?:[.,]\d+)?\s?% de cet article|article réservé aux abonnés|pour lire la suite|suite en page"
    r"|continue reading|read more|read the full (?:story|article)|subscribe to (?:continue|read)|to continue reading"
    r"|this article is for subscribers|sign in to read|keep reading)",
    re.IGNORECASE,
)
SHORT = 90  # characters of a last line that may lack its mark without being cut off
LINK = 160  # characters of a line that says that the article goes on
LAST_WORDS = 60
LEAST = 6  # words


def cut_off(document: Document, layout: Layout, cut: bool) -> Span | None:
    """The last words of a text that is visibly cut off, `None` where it is whole.

    It is where it stops without the mark that ends a sentence, ends with `[...]`, or a line says that it goes on
    elsewhere. cut: its format says so.
    """
    for paragraph in (*layout.body[-2:], *layout.footers):
        if len(paragraph.text) <= LINK and GOES_ON.search(paragraph.text):
            return document.span(paragraph.start, paragraph.end)
    paragraphs = (*layout.body, *layout.footers)
    if not paragraphs:
        return None
    for paragraph in (layout.body[-1:] or paragraphs[-1:]) + layout.footers[-1:]:
        ending = paragraph.text.rstrip()
        mark = CUT.search(ending)
        if mark is not None:
            return document.span(paragraph.start + mark.start(), paragraph.end)
    last = paragraphs[-1]
    if cut or is_unfinished(last.text, last in layout.body):
        return document.span(max(last.start, last.end - LAST_WORDS), last.end)
    return None


def is_unfinished(text: str, running: bool) -> bool:
    """Whether a last paragraph stops within a sentence: long running text without its mark, or at a word like `de`."""
    if text.rstrip(CLOSERS).endswith(END):
        return False
    words = text.split()
    last = re.split(r"(?<=['’])", words[-1])[-1].casefold() if words else ""
    open_ = text.endswith(",") or any(last in function_words(code) for code in LANGUAGES)
    return (running and len(text) > SHORT) or (len(words) >= LEAST and open_)


@functools.cache
def function_words(code: str) -> frozenset[str]:
    """The function words of a language."""
    return frozenset(language_pack(code).function_words.words)
