"""A report as a row of plain words with their places, for comparison."""

import re
import unicodedata
from dataclasses import dataclass

WORD = re.compile(r"[\w\u0300-\u036f]+")  # combining accents belong to the letter before them


@dataclass(frozen=True)
class WordRow:
    """The words of a text: plain forms, and their places in code points (end excluded)."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def plain(word: str) -> str:
    """A word without regard to case and to how its accents are coded."""
    return unicodedata.normalize("NFC", word).casefold()


def word_row(text: str) -> WordRow:
    """The words of a text; marks, apostrophes and spaces separate and do not count."""
    spans = [m.span() for m in WORD.finditer(text)]
    folded = text.casefold()
    if len(folded) == len(text) and unicodedata.is_normalized("NFC", folded):
        forms = tuple([folded[start:end] for start, end in spans])
    else:
        forms = tuple([plain(text[start:end]) for start, end in spans])
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return WordRow(forms, starts, ends)
