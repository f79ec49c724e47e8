"""Anchors: runs of eight words that two reports share, found by one sort over the hashes of the whole pile.

Shingling after Broder (1997); eight words and anchor chaining as in passim (Smith, Cordell and Dillon 2013).
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from recoupe.reuse.words import WordRow, shingles

SIZE = 8  # words of an anchor
CROWD = 24  # reports that share one anchor; beyond it each is tied to the first of them only, not to all others

Anchor = tuple[int, int]


def anchors(rows: Sequence[WordRow]) -> Iterator[tuple[int, int, list[Anchor]]]:
    """Pairs of rows (left < right) with their anchors as (word in left, word in right), in order of the pairs."""
    numbers: dict[str, int] = {}
    hashes, owners, places = [], [], []
    for index, row in enumerate(rows):
        ids = np.array([numbers.setdefault(w, len(numbers)) for w in row.forms], dtype=np.uint64)
        own = shingles(ids, SIZE)
        hashes.append(own)
        owners.append(np.full(len(own), index, dtype=np.int64))
        places.append(np.arange(len(own), dtype=np.int64))
    if not hashes:
        return
    keys, owner, place = np.concatenate(hashes), np.concatenate(owners), np.concatenate(places)
    if not len(keys):
        return  # every report is shorter than a shingle
    order = np.lexsort((place, owner, keys))
    keys, owner, place = keys[order], owner[order], place[order]
    edges = np.flatnonzero(np.diff(keys)) + 1
    starts, stops = np.concatenate(([0], edges)), np.concatenate((edges, [len(keys)]))
    shared = (stops - starts > 1) & (owner[starts] != owner[np.maximum(stops, 1) - 1])
    found: dict[tuple[int, int], list[Anchor]] = {}
    for start, stop in zip(starts[shared], stops[shared], strict=True):
        members: dict[int, int] = {}
        for k in range(start, stop):
            members.setdefault(int(owner[k]), int(place[k]))  # the first place of a run that a report repeats
        docs = sorted(members)
        pairs = combinations(docs, 2) if len(docs) <= CROWD else ((docs[0], other) for other in docs[1:])
        for left, right in pairs:
            found.setdefault((left, right), []).append((members[left], members[right]))
    for left, right in sorted(found):
        yield left, right, sorted(found[left, right])
