"""From the equal runs of two reports to shared passages, chained across small changes, several chains a pair.

A single alignment of two texts loses every paragraph that was moved; here each chain grows by itself. All pairs of a pile
are worked on at once: what most of them need is done by the column, and only pairs whose runs may go on one another,
or whose passages lie over each other, are gone through one by one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel, LCSseq

from recoupe.reuse.anchors import SIZE, Runs
from recoupe.reuse.growing import SMALL_GAP, grown
from recoupe.reuse.numbering import Integers, Numbered

GAP = 20  # words that may lie between two runs of one passage
REWORDED = 0.34  # share of a longer gap's words that must still be the same

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words [a_start, a_end) of one report and [b_start, b_end) of another; same: how many words are equal."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    same: int


def passages(pile: Numbered, runs: Runs) -> Iterator[tuple[int, int, list[Passage]]]:
    """The passages that two rows share, longest first where they would overlap, in order of the rows and of the first.

    Gives for each pair of rows their numbers and the passages.
    """
    pair = pairs_of(runs)
    busy = may_join(runs, pair)
    chains, owner = chained(pile, runs, pair, busy)
    rows = np.stack([runs.left, runs.right])[:, np.searchsorted(pair, owner)]
    chains = grown(pile, rows[0], rows[1], chains)
    order = np.lexsort((chains[2], chains[0], owner))
    chains, owner, rows = chains[:, order], owner[order], rows[:, order]
    crossing = overlaid(chains, owner)
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    ends = np.append(starts[1:], len(owner))[: len(starts)]
    found = [Passage(*values) for values in zip(*(c.tolist() for c in chains), strict=True)]
    for start, end, left, right in zip(*(c.tolist() for c in (starts, ends, *rows[:, starts])), strict=True):
        own = found[start:end]
        yield left, right, (clear(own) if crossing[owner[start]] else own)


def pairs_of(runs: Runs) -> Integers:
    """For each run the number of its pair of rows."""
    changes = (np.diff(runs.left, prepend=-1) != 0) | (np.diff(runs.right, prepend=-1) != 0)
    return np.cumsum(changes) - 1


def may_join(runs: Runs, pair: Integers) -> Flags:
    """For each pair whether one of its runs lies near enough behind another to go on it."""
    busy = np.zeros(int(pair[-1]) + 1 if len(pair) else 0, dtype=bool)
    one = np.arange(len(pair))
    step = 0
    while len(one):
        step += 1
        one = one[one + step < len(pair)]
        other = one + step
        left = runs.first[other] - runs.first[one] - runs.words[one]
        near = (pair[one] == pair[other]) & (left <= GAP)
        one, other, left = one[near], other[near], left[near]
        right = runs.second[other] - runs.second[one] - runs.words[one]
        busy[pair[one[(left > -SIZE) & (right > -SIZE) & (right <= GAP)]]] = True
        one = one[~busy[pair[one]]]
    return busy


def chained(pile: Numbered, runs: Runs, pair: Integers, busy: Flags) -> tuple[Integers, Integers]:
    """The chains of all pairs, int64[5, chains] (as the fields of a passage), and the pair of each."""
    alone = ~busy[pair]
    first, second, words = runs.first[alone], runs.second[alone], runs.words[alone]
    columns = [np.stack([first, first + words, second, second + words, words])]
    owners = [pair[alone]]
    chosen = np.flatnonzero(~alone)
    cuts = np.flatnonzero(np.diff(pair[chosen])) + 1
    for own in np.split(chosen, cuts) if len(chosen) else ():
        a, b = pile.row(int(runs.left[own[0]])), pile.row(int(runs.right[own[0]]))
        places = zip(runs.first[own].tolist(), runs.second[own].tolist(), runs.words[own].tolist(), strict=True)
        chains = joined(a, b, [Passage(i, i + length, j, j + length, length) for i, j, length in places])
        columns.append(np.array([[c.a_start, c.a_end, c.b_start, c.b_end, c.same] for c in chains], dtype=np.int64).T)
        owners.append(np.full(len(chains), pair[own[0]]))
    return np.concatenate(columns, axis=1), np.concatenate(owners)


def joined(a: Sequence[int], b: Sequence[int], runs: Sequence[Passage]) -> list[Passage]:
    """The runs of two rows, each joined to the chain that it goes on, if any."""
    chains: list[Passage] = []
    for run in runs:
        chain = max((c for c in chains if follows(a, b, c, run)), key=lambda c: (c.a_end, c.same), default=None)
        if chain is None:
            chains.append(run)
        else:
            chains[chains.index(chain)] = join(a, b, chain, run)
    return chains


def follows(a: Sequence[int], b: Sequence[int], chain: Passage, run: Passage) -> bool:
    """Whether a run goes on a chain behind a small gap, words that only one of the rows has, or words reworded in part."""
    left, right = run.a_start - chain.a_end, run.b_start - chain.b_end
    if not (-SIZE < left <= GAP and -SIZE < right <= GAP) or run.a_end <= chain.a_end or run.b_end <= chain.b_end:
        return False
    if min(left, right) <= SMALL_GAP:
        return True
    between = a[chain.a_end : run.a_start], b[chain.b_end : run.b_start]
    return Indel.normalized_similarity(*between) >= REWORDED


def join(a: Sequence[int], b: Sequence[int], chain: Passage, run: Passage) -> Passage:
    """A chain with the run that goes on it."""
    left, right = run.a_start - chain.a_end, run.b_start - chain.b_end
    between = (
        LCSseq.similarity(a[chain.a_end : run.a_start], b[chain.b_end : run.b_start]) if min(left, right) > 0 else 0
    )
    return Passage(
        chain.a_start, run.a_end, chain.b_start, run.b_end, chain.same + between + run.same + min(0, left, right)
    )


def overlaid(chains: Integers, owner: Integers) -> Flags:
    """For each pair whether two of its passages lie over each other in one of the rows. chains in order of the pairs."""
    crossing = np.zeros(int(owner[-1]) + 1 if len(owner) else 0, dtype=bool)
    far = int(chains[1:4:2].max(initial=0)) + 1
    for start, end in ((chains[0], chains[1]), (chains[2], chains[3])):
        order = np.lexsort((start, owner))
        base = owner[order] * far
        reached = np.maximum.accumulate(base + end[order])
        over = (reached[:-1] > (base + start[order])[1:]) & (np.diff(owner[order]) == 0)
        crossing[owner[order][1:][over]] = True
    return crossing


def clear(chains: Sequence[Passage]) -> list[Passage]:
    """Passages of one pair without what longer ones take of them, in order of the first row."""
    kept: list[Passage] = []
    for chain in sorted(chains, key=lambda c: (-c.same, c.a_start, c.b_start)):
        left = beside(chain, kept)
        if left is not None:
            kept.append(left)
    return sorted(kept, key=lambda c: (c.a_start, c.b_start))


def beside(passage: Passage, others: Sequence[Passage]) -> Passage | None:
    """A passage without the few words at its edges that longer ones take; `None` where they take more of it."""
    for other in others:
        front, back = 0, 0
        for start, end, taken_start, taken_end in (
            (passage.a_start, passage.a_end, other.a_start, other.a_end),
            (passage.b_start, passage.b_end, other.b_start, other.b_end),
        ):
            if min(end, taken_end) > max(start, taken_start):
                front = max(front, taken_end - start if start >= taken_start else 0)
                back = max(back, end - taken_start if start < taken_start else 0)
        if front + back > SIZE or passage.same - front - back < SIZE:
            return None
        passage = Passage(
            passage.a_start + front,
            passage.a_end - back,
            passage.b_start + front,
            passage.b_end - back,
            passage.same - front - back,
        )
    return passage
