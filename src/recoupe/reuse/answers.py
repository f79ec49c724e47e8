"""Words that answer each other in two sentences, each once at most, and the pairs of sentences in which they can be enough."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from recoupe.reuse.equivalence import Lemma

Kin = Mapping[Lemma, Mapping[Lemma, float]]
Parts = NDArray[np.float64]  # for every sentence a part of what it tells
Shares = Callable[[int], tuple[Parts, Parts]]  # for a sentence: parts of what the shorter and the longer of two tell

ROUNDING = 1e-9


class Telling(Protocol):
    """A sentence: its language, (lemma, what it tells) of its words in order, and what these tell together."""

    @property
    def language(self) -> str:
        """Code of the language."""

    @property
    def words(self) -> Sequence[tuple[str, float]]:
        """The telling words."""

    @property
    def told(self) -> float:
        """What they tell together."""


def one_share(found: Sequence[Telling], shorter: float) -> Shares:
    """The same part for all sentences: of what the shorter of two tells."""
    parts, none = np.full(len(found), shorter), np.zeros(len(found))
    return lambda _: (parts, none)


def candidates(found: Sequence[Telling], kin: Kin, shares: Shares, least: float) -> Iterator[tuple[int, int]]:
    """Pairs (left < right) whose words can tell together at least `least`, and their shares of what either tells.

    Found by an index of lemmas; what two sentences truly share is at most what is reckoned here.
    """
    carrying: dict[Lemma, list[int]] = {}
    for k, one in enumerate(found):
        for lemma in sorted({(one.language, w) for w, _ in one.words}):
            carrying.setdefault(lemma, []).append(k)
    postings = {lemma: np.array(own, dtype=np.int64) for lemma, own in carrying.items()}
    told = np.array([s.told for s in found])
    for k, one in enumerate(found):
        reached = np.zeros(len(found))
        for word, own in one.words:
            for other, part in kin[one.language, word].items():
                if other in postings:
                    reached[postings[other]] += own * part
        shorter, longer = shares(k)
        enough = np.maximum(shorter * np.minimum(told, told[k]), longer * np.maximum(told, told[k]))
        enough = np.maximum(enough - ROUNDING, least)
        for place in np.flatnonzero((reached >= enough)[k + 1 :]).tolist():
            yield k, k + 1 + place


def answering(a: Telling, b: Telling, kin: Kin) -> list[tuple[int, int, float]]:
    """The words that answer each other: place in a, place in b, what they share; in order of a."""
    free = {k: (b.language, w) for k, (w, _) in enumerate(b.words)}
    found = []
    for at, (word, own) in enumerate(a.words):
        near = kin[a.language, word]
        part, place = 0.0, -1
        for k, lemma in free.items():
            if (other := near.get(lemma, 0.0)) > part:
                part, place = other, k
        if part > 0:
            del free[place]
            found.append((at, place, part * min(own, b.words[place][1])))
    return found


def in_order(found: Sequence[tuple[int, int, float]]) -> float:
    """How far words that answer each other keep their order, from 0 to 1."""
    places = [place for _, place, _ in found]
    return LCSseq.similarity(places, sorted(places)) / len(places) if places else 0.0
