"""Runs of words that reports of any kind have in common: house lines, legal lines, what stands at the edge of pages.

They are told by where they stand, by the reports that carry them, which share nothing else once copies are counted as
one, and by their words, which have nothing to do with the rest of the report.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from recoupe.reuse.weights import weight
from recoupe.reuse.words import WordRow

CARRIERS = 3  # reports that share nothing else from which a run may be common
EDGE = 0.8  # share of them in which it stands at the foot or head
FOOT, HEAD = 120, 40  # words at the end and at the beginning of a report
FOOT_SHARE, HEAD_SHARE = 3, 6  # the part of a report that its foot and its head may be at most
TIED = 5  # anchors outside these runs that two reports share where one comes from the other
TELLING = 0.5  # weight of a word that tells what a report is about
AT_HOME = 0.12  # share of these words that the rest of a report uses too, from which a run belongs to it

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def at_edges(groups: Integers, owner: Integers, place: Integers, sizes: Integers, size: int) -> Flags:
    """For each anchor whether it stands at the edge in most of the rows that hold it, and these are enough to tell."""
    behind = sizes[owner] - place
    foot = (behind <= FOOT) & (FOOT_SHARE * behind <= sizes[owner])
    head = (place + size <= HEAD) & (HEAD_SHARE * (place + size) <= sizes[owner])
    carriers = np.bincount(groups)
    edges = np.bincount(groups, weights=foot | head)
    return ((carriers >= CARRIERS) & (edges >= EDGE * carriers))[groups]


def unrelated(
    groups: Integers, owner: Integers, candidates: Flags, ties: Sequence[tuple[int, int]], rows: int
) -> Flags:
    """The candidates whose rows are enough after those that are tied by other anchors count as one."""
    labels = np.array(joined(ties, rows), dtype=np.int64)
    chosen = np.flatnonzero(candidates)
    if not len(chosen):
        return candidates
    found = np.unique(groups[chosen] * np.int64(rows) + labels[owner[chosen]])
    independent = np.bincount(found // rows, minlength=int(groups[-1]) + 1)
    return candidates & (independent >= CARRIERS)[groups]


def joined(ties: Sequence[tuple[int, int]], rows: int) -> list[int]:
    """For each row the lowest of those it is tied to, under closure."""
    labels = list(range(rows))

    def root(k: int) -> int:
        while labels[k] != k:
            labels[k] = labels[labels[k]]
            k = labels[k]
        return k

    for one, other in ties:
        first, second = sorted((root(one), root(other)))
        labels[second] = first
    return [root(k) for k in range(rows)]


def strange(row: WordRow, first: int, last: int, language: str) -> bool:
    """Whether words [first, last) have nothing to do with the rest of a report: hardly any telling one stands there."""
    inside = {w for w in row.forms[first:last] if weight(w, language) >= TELLING}
    rest = {*row.forms[:first], *row.forms[last:]}
    return len(inside & rest) <= AT_HOME * len(inside)
