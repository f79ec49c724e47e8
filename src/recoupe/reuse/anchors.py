"""Anchors: runs of eight words that two reports share, found by one sort over the hashes of the whole pile.

Shingling after Broder (1997); eight words and anchor chaining as in passim (Smith, Cordell and Dillon 2013).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from recoupe.reuse.common import TIED, at_edges, strange, unrelated
from recoupe.reuse.numbering import Integers, Numbered
from recoupe.reuse.words import WordRow

SIZE = 8  # words of an anchor
CROWD = 24  # reports that share one anchor; beyond it each is tied to the fullest of them only, not to all others
ROOM = 63  # bits of a number by which rows of a table are sorted
SAMPLE = 5  # reports by which a run that many carry is judged
MIXER = np.uint64(0x9E3779B97F4A7C15)
STEP = np.uint64(0x100000001B3)

Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Runs:
    """Runs of words that are equal in two rows, in order of the rows and of the places in the first.

    Each int64[runs]: row (left < right), first word in either row, number of words.
    """

    left: Integers
    right: Integers
    first: Integers
    second: Integers
    words: Integers


@dataclass(frozen=True)
class Anchors:
    """The anchors that several rows hold: hash, row and place of each, equal ones together, rows and places in order.

    common: words of each row that stand in runs which reports of any kind have in common; their anchors are left out.
    """

    keys: Hashes
    owner: Integers
    place: Integers
    common: Mapping[int, frozenset[int]]


def anchors(pile: Numbered, rows: Sequence[WordRow], languages: Sequence[str]) -> Anchors:
    """The anchors of a pile. languages: of the rows."""
    keys, owner, place = repeated(pile)
    left_out = widespread(keys, owner, place, rows, languages)
    common: dict[int, set[int]] = {}
    for row, first in zip(owner[left_out].tolist(), place[left_out].tolist(), strict=True):
        common.setdefault(row, set()).update(range(first, first + SIZE))
    return Anchors(
        keys[~left_out], owner[~left_out], place[~left_out], {row: frozenset(own) for row, own in common.items()}
    )


def exact_runs(found: Anchors) -> Runs:
    """The runs of words that are equal in two rows.

    Anchors that follow each other on one diagonal are one run. A run that a row repeats counts at its first place.
    """
    left, right = tied(found.keys, found.owner)
    one, other = found.owner[left], found.owner[right]
    first, second = found.place[left], found.place[right]
    one, other, shift, first = in_order(one, other, second - first, first)
    opens = np.ones(len(one), dtype=bool)
    opens[1:] = (
        (np.diff(one) != 0) | (np.diff(other) != 0) | (np.diff(shift) != 0) | (np.diff(first) > SIZE)
    )  # anchors of one diagonal that begin at most eight words apart leave no word between them
    starts = np.flatnonzero(opens)
    stops = np.append(starts[1:], len(one)).astype(np.int64)[: len(starts)]
    words = first[stops - 1] + SIZE - first[starts]
    return Runs(*in_order(one[starts], other[starts], first[starts], (first + shift)[starts], words))


def in_order(*columns: Integers) -> tuple[Integers, ...]:
    """The rows of a table in order, the first column counting most: sorted as one number each where that has the room."""
    lows = [int(c.min(initial=0)) for c in columns]
    bits = [int(c.max(initial=0) - low).bit_length() for c, low in zip(columns, lows, strict=True)]
    if sum(bits) > ROOM:
        order = np.lexsort(columns[::-1])
        return tuple(c[order] for c in columns)
    packed = np.zeros(len(columns[0]), dtype=np.int64)
    for column, low, width in zip(columns, lows, bits, strict=True):
        packed = packed << width | column - low
    packed.sort()
    found = []
    for low, width in zip(reversed(lows), reversed(bits), strict=True):
        found.append((packed & ((1 << width) - 1)) + low)
        packed = packed >> width
    return tuple(reversed(found))


def repeated(pile: Numbered) -> tuple[Hashes, Integers, Integers]:
    """Hash, row and place of every anchor that stands in several rows, in order of these.

    Hashes are sorted with their places as their last bits, which takes a fifth of the time of sorting places by hashes;
    the few groups of which only the first bits are equal are then put right.
    """
    keys = shingles(pile.words.astype(np.uint64), SIZE)
    inside = np.maximum(pile.sizes - SIZE + 1, 0)
    places = np.arange(int(inside.sum())) + np.repeat(pile.starts - np.cumsum(inside) + inside, inside)
    room = np.uint64((1 << len(pile.words).bit_length()) - 1)
    packed = keys[places] & ~room | places.astype(np.uint64)
    packed.sort()
    alike = (packed[1:] ^ packed[:-1]) <= room
    chosen = np.zeros(len(packed), dtype=bool)
    chosen[1:] = alike
    chosen[:-1] |= alike
    at = (packed[chosen] & room).astype(np.int64)
    keys = keys[at]
    heads = packed[chosen] >> np.uint64(int(room).bit_length())
    mixed = np.isin(heads, heads[1:][(heads[1:] == heads[:-1]) & (keys[1:] != keys[:-1])])
    own = np.flatnonzero(mixed)[np.lexsort((at[mixed], keys[mixed], heads[mixed]))]
    at[mixed], keys[mixed] = at[own], keys[own]
    owner = np.repeat(np.arange(len(pile.sizes)), pile.sizes)[at]
    again = np.zeros(len(keys), dtype=bool)
    again[1:] = (keys[1:] == keys[:-1]) & (owner[1:] == owner[:-1])
    return keys[~again], owner[~again], (at - pile.starts[owner])[~again]


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
