"""Words that answer each other in two sentences, each once at most, and the pairs of sentences in which they can be enough."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np
from rapidfuzz.distance import LCSseq

from recoupe.reuse.equivalence import Lemma

Kin = Mapping[Lemma, Mapping[Lemma, float]]


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


def candidates(found: Sequence[Telling], kin: Kin, share: float, least: float) -> Iterator[tuple[int, int]]:
    """Pairs (left < right) whose words can tell together at least `least`, and `share` of what the shorter tells.

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
        enough = np.maximum(np.minimum(told, told[k]) * share, least)
        for place in np.flatnonzero((reached >= enough)[k + 1 :]).tolist():
            yield k, k + 1 + place


def answering(a: Telling, b: Telling, kin: Kin) -> list[tuple[int, int, float]]:
    """The words that answer each other: place in a, place in b, what they share; in order of a."""
    free = dict(enumerate(b.words))
    found = []
    for at, (word, own) in enumerate(a.words):
        near = kin[a.language, word]
        part, place = max(((near.get((b.language, w), 0.0), -k) for k, (w, _) in free.items()), default=(0.0, 0))
        if part > 0:
            found.append((at, -place, part * min(own, free.pop(-place)[1])))
    return found


def in_order(found: Sequence[tuple[int, int, float]]) -> float:
    """How far words that answer each other keep their order, from 0 to 1."""
    places = [place for _, place, _ in found]
    return LCSseq.similarity(places, sorted(places)) / len(places) if places else 0.0
