"""Passages carried on at both ends over small changes to short equal runs, all of a pile at once."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from recoupe.reuse.numbering import Integers, Numbered

SMALL_GAP = 4  # words that may differ wholly
TAIL = 3  # words of a run that goes on a passage behind a small change
SKIPS = sorted(((i, j) for i in range(SMALL_GAP + 1) for j in range(SMALL_GAP + 1)), key=lambda skip: (sum(skip), skip))

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Fronts:
    """Where passages end, and may go on: the next word in either row, as places among all words, one step `way` each time.

    low_a, high_a, low_b, high_b: the words of the rows, end excluded.
    """

    words: Integers
    way: int
    low_a: Integers
    high_a: Integers
    low_b: Integers
    high_b: Integers

    def equal(self, at: Integers, i: Integers, j: Integers) -> Integers:
        """How many words are equal from places i and j on; at: the passages that these belong to."""
        length = np.zeros(len(at), dtype=np.int64)
        live = np.arange(len(at))
        while len(live):
            x, y = i[live] + self.way * length[live], j[live] + self.way * length[live]
            live = live[self.meet(at[live], x, y)]
            length[live] += 1
        return length

    def meet(self, at: Integers, x: Integers, y: Integers) -> Flags:
        """Whether the words at x and y are inside their rows and equal."""
        inside = (x >= self.low_a[at]) & (x < self.high_a[at]) & (y >= self.low_b[at]) & (y < self.high_b[at])
        equal: Flags = self.words[np.where(inside, x, 0)] == self.words[np.where(inside, y, 0)]
        return inside & equal

    def extended(self, i: Integers, j: Integers) -> tuple[Integers, Integers, Integers]:
        """Where equal words end that go on from (i, j), and how many there are.

        Runs of at least `TAIL` words are taken along behind at most `SMALL_GAP` words of either row.
        """
        at = np.arange(len(i))
        total = self.equal(at, i, j)
        i, j = i + self.way * total, j + self.way * total
        while len(at):
            x, y, open_ = i[at], j[at], np.ones(len(at), dtype=bool)
            for skipped_a, skipped_b in SKIPS:
                left = np.flatnonzero(open_)
                u, v = i[at[left]] + self.way * skipped_a, j[at[left]] + self.way * skipped_b
                for k in range(TAIL):
                    hold = self.meet(at[left], u + self.way * k, v + self.way * k)
                    left, u, v = left[hold], u[hold], v[hold]
                x[left], y[left], open_[left] = u, v, False
            at, x, y = at[~open_], x[~open_], y[~open_]
            equal = self.equal(at, x, y)
            i[at], j[at], total[at] = x + self.way * equal, y + self.way * equal, total[at] + equal
        return i, j, total


def grown(pile: Numbered, left: Integers, right: Integers, chains: Integers) -> Integers:
    """Chains carried on at both ends. left, right: int64[chains], their rows; chains: int64[5, chains], start and end in
    the first row, start and end in the second, equal words."""
    a, b = pile.starts[left], pile.starts[right]
    bounds = (a, a + pile.sizes[left], b, b + pile.sizes[right])
    i, j, forward = Fronts(pile.words, 1, *bounds).extended(a + chains[1], b + chains[3])
    k, m, backward = Fronts(pile.words, -1, *bounds).extended(a + chains[0] - 1, b + chains[2] - 1)
    return np.stack([k + 1 - a, i - a, m + 1 - b, j - b, chains[4] + forward + backward])
