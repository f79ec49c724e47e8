"""A report as a row of plain words with their places, for comparison."""

import re
import unicodedata
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

WORD = re.compile(r"\w+")
MIXER = np.uint64(0x9E3779B97F4A7C15)

Hashes = npt.NDArray[np.uint64]


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
    found = list(WORD.finditer(text))
    return WordRow(
        tuple(plain(m.group()) for m in found), tuple(m.start() for m in found), tuple(m.end() for m in found)
    )


def shingles(numbers: npt.NDArray[np.uint64], size: int) -> Hashes:
    """One hash for each run of `size` words (empty where there are fewer): a polynomial over mixed word numbers."""
    count = len(numbers) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    with np.errstate(over="ignore"):
        mixed = (numbers + np.uint64(1)) * MIXER
        mixed ^= mixed >> np.uint64(29)
        hashes = np.zeros(count, dtype=np.uint64)
        for k in range(size):
            hashes = hashes * np.uint64(0x100000001B3) + mixed[k : k + count]
    return hashes
