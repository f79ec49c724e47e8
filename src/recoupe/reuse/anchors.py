"""Anchors: runs of eight words that two reports share, found by one sort over the hashes of the whole pile.

Shingling after Broder (1997); eight words and anchor chaining as in passim (Smith, Cordell and Dillon 2013).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

import numpy as np
import numpy.typing as npt

from recoupe.reuse.common import TIED, at_edges, strange, unrelated
from recoupe.reuse.words import WordRow

SIZE = 8  # words of an anchor
CROWD = 24  # reports that share one anchor; beyond it each is tied to the fullest of them only, not to all others
SPARSE = 2  # bits by which the table that tells single anchors apart is wider than their number
WIDEST = 24  # bits of that table at most
SAMPLE = 5  # reports by which a run that many carry is judged
MIXER = np.uint64(0x9E3779B97F4A7C15)
STEP = np.uint64(0x100000001B3)

Integers = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]
Run = tuple[int, int, int]  # first word in the left row, first word in the right row, words


@dataclass(frozen=True)
class Anchors:
    """The anchors that several rows hold: hash, row and place of each, equal ones together, rows and places in order.

    common: words of each row that stand in runs which reports of any kind have in common; their anchors are left out.
    """

    keys: Hashes
    owner: Integers
    place: Integers
    common: Mapping[int, frozenset[int]]


def anchors(rows: Sequence[WordRow], languages: Sequence[str]) -> Anchors:
    """The anchors of a pile. languages: of the rows."""
    keys, owner, place = repeated(rows)
    left_out = widespread(keys, owner, place, rows, languages)
    common: dict[int, set[int]] = {}
    for row, first in zip(owner[left_out].tolist(), place[left_out].tolist(), strict=True):
        common.setdefault(row, set()).update(range(first, first + SIZE))
    return Anchors(
        keys[~left_out], owner[~left_out], place[~left_out], {row: frozenset(own) for row, own in common.items()}
    )


def exact_runs(found: Anchors) -> Iterator[tuple[int, int, list[Run]]]:
    """Pairs of rows (left < right) with the runs of words that are equal in both, in order of the pairs.

    Anchors that follow each other on one diagonal are one run. A run that a row repeats counts at its first place.
    """
    left, right = tied(found.keys, found.owner)
    owner, place = found.owner, found.place
    one, other = owner[left], owner[right]
    first, second = place[left], place[right]
    order = np.lexsort((first, second - first, other, one))
    one, other, first, second = one[order], other[order], first[order], second[order]
    shift = second - first
    opens = np.ones(len(one), dtype=bool)
    opens[1:] = (
        (np.diff(one) != 0) | (np.diff(other) != 0) | (np.diff(shift) != 0) | (np.diff(first) > SIZE)
    )  # anchors of one diagonal that begin at most eight words apart leave no word between them
    starts = np.flatnonzero(opens)
    stops = np.append(starts[1:], len(one))
    lengths = first[stops - 1] + SIZE - first[starts] if len(starts) else starts
    runs: list[Run] = []
    columns = (one[starts], other[starts], first[starts], second[starts], lengths)
    now: tuple[int, int] | None = None
    for a, b, i, j, words in zip(*(c.tolist() for c in columns), strict=True):
        if now is not None and now != (a, b):
            yield *now, sorted(runs)
            runs = []
        now = a, b
        runs.append((i, j, words))
    if now is not None:
        yield *now, sorted(runs)


def repeated(rows: Sequence[WordRow]) -> tuple[Hashes, Integers, Integers]:
    """Hash, row and place of every anchor that may stand in several rows, in order of these."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    sizes = np.array([len(row.forms) for row in rows], dtype=np.int64)
    total = int(sizes.sum())
    words = np.fromiter(
        map(numbers.__getitem__, chain.from_iterable(row.forms for row in rows)), dtype=np.uint64, count=total
    )
    keys = shingles(words, SIZE)
    row_starts = np.concatenate(([0], np.cumsum(sizes)[:-1])) if len(rows) else np.zeros(0, dtype=np.int64)
    inside = np.maximum(sizes - SIZE + 1, 0)
    owner = np.repeat(np.arange(len(rows)), inside)
    place = np.arange(len(owner)) - np.repeat(np.cumsum(inside) - inside, inside)
    keys = keys[place + row_starts[owner]] if len(owner) else keys[:0]
    bits = min(WIDEST, max(1, len(keys)).bit_length() + SPARSE)
    slots = (keys >> np.uint64(64 - bits)).astype(np.int64)
    often = np.bincount(slots, minlength=1 << bits)[slots] > 1
    keys, owner, place = keys[often], owner[often], place[often]
    order = np.argsort(keys, kind="stable")  # rows and places stay in order
    keys, owner, place = keys[order], owner[order], place[order]
    again = np.zeros(len(keys), dtype=bool)
    again[1:] = (keys[1:] == keys[:-1]) & (owner[1:] == owner[:-1])
    return keys[~again], owner[~again], place[~again]


def widespread(
    keys: Hashes, owner: Integers, place: Integers, rows: Sequence[WordRow], languages: Sequence[str]
) -> Flags:
    """For each anchor whether it is of a run that is common to reports of any kind."""
    groups = np.cumsum(np.concatenate(([False], keys[1:] != keys[:-1]))) if len(keys) else np.zeros(0, dtype=np.int64)
    sizes = np.array([len(row.forms) for row in rows], dtype=np.int64)
    candidates = at_edges(groups, owner, place, sizes, SIZE)
    if not candidates.any():
        return candidates
    left, right = tied(keys[~candidates], owner[~candidates])
    pairs, often = np.unique(
        owner[~candidates][left] * np.int64(len(rows)) + owner[~candidates][right], return_counts=True
    )
    ties = [(int(p) // len(rows), int(p) % len(rows)) for p in pairs[often >= TIED]]
    candidates = unrelated(groups, owner, candidates, ties, len(rows))
    return candidates if not candidates.any() else strangers(groups, owner, place, candidates, rows, languages)


def strangers(
    groups: Integers,
    owner: Integers,
    place: Integers,
    candidates: Flags,
    rows: Sequence[WordRow],
    languages: Sequence[str],
) -> Flags:
    """For each anchor whether the run of candidates that it stands in is strange to the first reports that carry it."""
    chosen = np.flatnonzero(candidates)
    chosen = chosen[np.lexsort((place[chosen], owner[chosen]))]
    breaks = (np.diff(owner[chosen]) != 0) | (np.diff(place[chosen]) > SIZE)
    ends = np.append(np.flatnonzero(breaks), len(chosen) - 1)
    starts = np.append(0, ends[:-1] + 1)
    votes: dict[int, list[bool]] = {}
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        own = int(owner[chosen[start]])
        members = set(groups[chosen[start : end + 1]].tolist())
        if all(len(votes.get(group, ())) >= SAMPLE for group in members):
            continue
        verdict = strange(rows[own], int(place[chosen[start]]), int(place[chosen[end]]) + SIZE, languages[own])
        for group in members:
            votes.setdefault(group, []).append(verdict)
    told = np.zeros(int(groups[-1]) + 1, dtype=bool)
    for group, own_votes in votes.items():
        told[group] = 2 * sum(own_votes) > len(own_votes)
    return told[groups]


def tied(keys: Hashes, owner: Integers) -> tuple[Integers, Integers]:
    """Index pairs of equal anchors, the lower row first: all pairs of a group, or a star around its fullest row."""
    edges = np.flatnonzero(keys[1:] != keys[:-1]) + 1 if len(keys) else np.zeros(0, dtype=np.int64)
    starts = np.concatenate(([0], edges)).astype(np.int64)
    sizes = np.diff(np.append(starts, len(keys)))
    lefts, rights = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for size in range(2, min(CROWD, int(sizes.max(initial=0))) + 1):
        heads = starts[sizes == size]
        for i in range(size if len(heads) else 0):
            for j in range(i + 1, size):
                lefts.append(heads + i)
                rights.append(heads + j)
    crowds = np.flatnonzero(sizes > CROWD)
    shared = np.bincount(owner[np.repeat(sizes > 1, sizes)], minlength=1)
    for start, size in zip(starts[crowds].tolist(), sizes[crowds].tolist(), strict=True):
        members = np.arange(start, start + size)
        hub = start + int(np.argmax(shared[owner[members]]))
        lefts.append(np.minimum(members[members != hub], hub))
        rights.append(np.maximum(members[members != hub], hub))
    return np.concatenate(lefts), np.concatenate(rights)


def shingles(numbers: Hashes, size: int) -> Hashes:
    """One hash for each run of `size` words (empty where there are fewer): a polynomial over mixed word numbers."""
    found = len(numbers) - size + 1
    if found <= 0:
        return np.zeros(0, dtype=np.uint64)
    with np.errstate(over="ignore"):
        mixed = (numbers + np.uint64(1)) * MIXER
        mixed ^= mixed >> np.uint64(29)
        hashes = np.zeros(found, dtype=np.uint64)
        for k in range(size):
            hashes = hashes * STEP + mixed[k : k + found]
        hashes *= MIXER
    return hashes ^ (hashes >> np.uint64(32))
