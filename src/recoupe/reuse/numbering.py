"""The words of a whole pile as one row of numbers, so that they are compared by the million."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count

import numpy as np
import numpy.typing as npt

from recoupe.reuse.words import WordRow

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Numbered:
    """The words of all rows, one row after the other; equal words have equal numbers.

    words: int64[all words]; starts, sizes: int64[rows], where each row begins among them and how many it has.
    """

    words: Integers
    starts: Integers
    sizes: Integers

    def row(self, index: int) -> list[int]:
        """The words of one row."""
        start = int(self.starts[index])
        own: list[int] = self.words[start : start + int(self.sizes[index])].tolist()
        return own


def numbered(rows: Sequence[WordRow]) -> Numbered:
    """The rows of a pile as numbers, given out in the order in which the words are met."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    sizes = np.array([len(row.forms) for row in rows], dtype=np.int64)
    met = map(numbers.__getitem__, chain.from_iterable(row.forms for row in rows))
    words = np.fromiter(met, dtype=np.int64, count=int(sizes.sum()))
    return Numbered(words, np.cumsum(sizes) - sizes, sizes)
