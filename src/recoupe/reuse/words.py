"""A report as a row of plain words with their places, for comparison."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

WORD = re.compile(r"[\w\u0300-\u036f]+")  # combining accents belong to the letter before them


@dataclass(frozen=True)
class WordRow:
    """The words of a text as plain forms. Their places (code points, end excluded) are only looked up where asked for."""

    text: str
    forms: tuple[str, ...]

    @cached_property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every word."""
        return tuple([m.span() for m in WORD.finditer(self.text)])

    @cached_property
    def capitals(self) -> tuple[bool, ...]:
        """Whether each word begins with a capital."""
        return tuple([word[0].isupper() for word in WORD.findall(self.text)])

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the words begin."""
        return tuple([start for start, _ in self.places])

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where the words end."""
        return tuple([end for _, end in self.places])


def plain(word: str) -> str:
    """A word without regard to case and to how its accents are coded."""
    return unicodedata.normalize("NFC", word).casefold()


def word_row(text: str) -> WordRow:
    """The words of a text; marks, apostrophes and spaces separate and do not count."""
    folded = text.casefold()
    if len(folded) == len(text) and unicodedata.is_normalized("NFC", folded):
        return WordRow(text, tuple(WORD.findall(folded)))
    return WordRow(text, tuple([plain(word) for word in WORD.findall(text)]))
