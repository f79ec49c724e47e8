"""From anchors of two reports to shared passages: exact runs, chained across small changes, several chains a pair.

A single alignment of two texts loses every paragraph that was moved; here each chain grows by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from recoupe.reuse.anchors import SIZE, Anchor

GAP = 20  # words that may lie between two runs of one passage
REWORDED = 0.34  # share of a longer gap's words that must still be the same
SMALL_GAP = 4  # words that may differ wholly
TAIL = 3  # words of a run that goes on a passage behind a small change


@dataclass(frozen=True)
class Passage:
    """Words [a_start, a_end) of one report and [b_start, b_end) of another; same: how many words are equal."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    same: int


def passages(a: Sequence[str], b: Sequence[str], anchors: Sequence[Anchor]) -> list[Passage]:
    """The passages that two word rows share, longest first where they would overlap, in order of the first row."""
    chains: list[Passage] = []
    for run in exact_runs(anchors):
        joined = max((c for c in chains if follows(a, b, c, run)), key=lambda c: (c.a_end, c.same), default=None)
        if joined is None:
            chains.append(run)
        else:
            chains[chains.index(joined)] = join(a, b, joined, run)
    kept: list[Passage] = []
    for chain in sorted((grown(a, b, c) for c in chains), key=lambda c: (-c.same, c.a_start, c.b_start)):
        if not any(crosses(chain, other) for other in kept):
            kept.append(chain)
    return sorted(kept, key=lambda c: (c.a_start, c.b_start))


def exact_runs(anchors: Sequence[Anchor]) -> list[Passage]:
    """Anchors that follow each other on one diagonal as one run of equal words, in order of the first row."""
    runs: list[Passage] = []
    for i, j in sorted(anchors, key=lambda p: (p[1] - p[0], p[0])):
        last = runs[-1] if runs else None
        if last is not None and last.b_start - last.a_start == j - i and i <= last.a_end:
            runs[-1] = Passage(last.a_start, i + SIZE, last.b_start, j + SIZE, i + SIZE - last.a_start)
        else:
            runs.append(Passage(i, i + SIZE, j, j + SIZE, SIZE))
    return sorted(runs, key=lambda r: (r.a_start, r.b_start))


def follows(a: Sequence[str], b: Sequence[str], chain: Passage, run: Passage) -> bool:
    """Whether a run goes on a chain behind a small gap, or a longer one that is reworded only in part."""
    left, right = run.a_start - chain.a_end, run.b_start - chain.b_end
    if not (-SIZE < left <= GAP and -SIZE < right <= GAP) or run.a_end <= chain.a_end or run.b_end <= chain.b_end:
        return False
    if max(left, right) <= SMALL_GAP:
        return True
    between = a[chain.a_end : run.a_start], b[chain.b_end : run.b_start]
    return not all(between) or Indel.normalized_similarity(*between) >= REWORDED


def join(a: Sequence[str], b: Sequence[str], chain: Passage, run: Passage) -> Passage:
    """A chain with the run that goes on it."""
    same = Indel.normalized_similarity(a[chain.a_start : run.a_end], b[chain.b_start : run.b_end])
    longest = run.a_end - chain.a_start + run.b_end - chain.b_start
    return Passage(chain.a_start, run.a_end, chain.b_start, run.b_end, round(same * longest / 2))


def crosses(one: Passage, other: Passage) -> bool:
    """Whether two passages take the same words of either report."""
    left = min(one.a_end, other.a_end) - max(one.a_start, other.a_start)
    right = min(one.b_end, other.b_end) - max(one.b_start, other.b_start)
    return left > 0 or right > 0


def grown(a: Sequence[str], b: Sequence[str], chain: Passage) -> Passage:
    """A passage carried on at both ends over small changes to short equal runs."""
    forward = extension(a[chain.a_end :], b[chain.b_end :])
    backward = extension(a[: chain.a_start][::-1], b[: chain.b_start][::-1])
    return Passage(
        chain.a_start - backward[0],
        chain.a_end + forward[0],
        chain.b_start - backward[1],
        chain.b_end + forward[1],
        chain.same + forward[2] + backward[2],
    )


def extension(a: Sequence[str], b: Sequence[str]) -> tuple[int, int, int]:
    """How many words of each row, and how many equal ones, go on from their beginnings."""
    i = j = same = 0
    while True:
        step = next_run(a[i : i + SIZE + SMALL_GAP], b[j : j + SIZE + SMALL_GAP])
        if step is None:
            return i, j, same
        i, j, same = i + step[0], j + step[1], same + step[2]


def next_run(a: Sequence[str], b: Sequence[str]) -> tuple[int, int, int] | None:
    """The nearest equal run behind at most `SMALL_GAP` words of either row: words to its end in each, its length."""
    for distance in range(2 * SMALL_GAP + 1):
        for i in range(min(distance, SMALL_GAP) + 1):
            j = distance - i
            if j > SMALL_GAP:
                continue
            length = 0
            while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
                length += 1
            if length >= (1 if distance == 0 else TAIL):
                return i + length, j + length, length
    return None
