"""From the equal runs of two reports to shared passages, chained across small changes, several chains a pair.

A single alignment of two texts loses every paragraph that was moved; here each chain grows by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq

from recoupe.reuse.anchors import SIZE, Run

GAP = 20  # words that may lie between two runs of one passage
REWORDED = 0.34  # share of a longer gap's words that must still be the same
SMALL_GAP = 4  # words that may differ wholly
TAIL = 3  # words of a run that goes on a passage behind a small change
SKIPS = sorted(((i, j) for i in range(SMALL_GAP + 1) for j in range(SMALL_GAP + 1)), key=lambda skip: (sum(skip), skip))


@dataclass(frozen=True)
class Passage:
    """Words [a_start, a_end) of one report and [b_start, b_end) of another; same: how many words are equal."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    same: int


def passages(a: Sequence[str], b: Sequence[str], runs: Sequence[Run]) -> list[Passage]:
    """The passages that two word rows share, longest first where they would overlap, in order of the first row."""
    chains: list[Passage] = []
    for i, j, length in runs:
        run = Passage(i, i + length, j, j + length, length)
        joined = max((c for c in chains if follows(a, b, c, run)), key=lambda c: (c.a_end, c.same), default=None)
        if joined is None:
            chains.append(run)
        else:
            chains[chains.index(joined)] = join(a, b, joined, run)
    kept: list[Passage] = []
    for chain in sorted((grown(a, b, c) for c in chains), key=lambda c: (-c.same, c.a_start, c.b_start)):
        left = beside(chain, kept)
        if left is not None:
            kept.append(left)
    return sorted(kept, key=lambda c: (c.a_start, c.b_start))


def follows(a: Sequence[str], b: Sequence[str], chain: Passage, run: Passage) -> bool:
    """Whether a run goes on a chain behind a small gap, words that only one of the rows has, or words reworded in part."""
    left, right = run.a_start - chain.a_end, run.b_start - chain.b_end
    if not (-SIZE < left <= GAP and -SIZE < right <= GAP) or run.a_end <= chain.a_end or run.b_end <= chain.b_end:
        return False
    if min(left, right) <= SMALL_GAP:
        return True
    between = a[chain.a_end : run.a_start], b[chain.b_end : run.b_start]
    return Indel.normalized_similarity(*between) >= REWORDED


def join(a: Sequence[str], b: Sequence[str], chain: Passage, run: Passage) -> Passage:
    """A chain with the run that goes on it."""
    left, right = run.a_start - chain.a_end, run.b_start - chain.b_end
    between = (
        LCSseq.similarity(a[chain.a_end : run.a_start], b[chain.b_end : run.b_start]) if min(left, right) > 0 else 0
    )
    return Passage(
        chain.a_start, run.a_end, chain.b_start, run.b_end, chain.same + between + run.same + min(0, left, right)
    )


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


def grown(a: Sequence[str], b: Sequence[str], chain: Passage) -> Passage:
    """A passage carried on at both ends over small changes to short equal runs."""
    i, j, forward = extended(a, b, chain.a_end, chain.b_end, 1)
    k, m, backward = extended(a, b, chain.a_start - 1, chain.b_start - 1, -1)
    return Passage(k + 1, i, m + 1, j, chain.same + forward + backward)


def extended(a: Sequence[str], b: Sequence[str], i: int, j: int, way: int) -> tuple[int, int, int]:
    """Where equal words end that go on from (i, j), onwards (way 1) or backwards (-1), and how many there are.

    Runs of at least `TAIL` words are taken along behind at most `SMALL_GAP` words of either row.
    """
    total = equal = run(a, b, i, j, way)
    i, j = i + way * equal, j + way * equal
    while True:
        for skipped_a, skipped_b in SKIPS:
            x, y = i + way * skipped_a, j + way * skipped_b
            if 0 <= x < len(a) and 0 <= y < len(b) and a[x] == b[y] and (equal := run(a, b, x, y, way)) >= TAIL:
                i, j, total = x + way * equal, y + way * equal, total + equal
                break
        else:
            return i, j, total


def run(a: Sequence[str], b: Sequence[str], i: int, j: int, way: int) -> int:
    """How many words are equal from (i, j) on."""
    length = 0
    while 0 <= i < len(a) and 0 <= j < len(b) and a[i] == b[j]:
        i, j, length = i + way, j + way, length + 1
    return length
