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
    """Pairs (left < right) whose words can tell together at least `least`, and their shares of what either tells."""
    for k, others in candidate_rows(found, kin, shares, least):
        for other in others.tolist():
            yield k, other


def candidate_rows(
    found: Sequence[Telling], kin: Kin, shares: Shares, least: float
) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """For each sentence those behind it whose words can tell with its own as much as is asked (see `candidates`).

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
                    held = postings[other]
                    reached[held[held.searchsorted(k, "right") :]] += own * part
        rest, ours = told[k + 1 :], told[k]
        shorter, longer = shares(k)
        enough = np.maximum(shorter[k + 1 :] * np.minimum(rest, ours), longer[k + 1 :] * np.maximum(rest, ours))
        enough = np.maximum(enough - ROUNDING, least)
        yield k, np.flatnonzero(reached[k + 1 :] >= enough) + k + 1


class Table:
    """The words of many sentences by the column, by which one is compared with many others at once."""

    def __init__(self, found: Sequence[Telling], kin: Kin) -> None:
        self.found = found
        self.kin = kin
        self.number: dict[Lemma, int] = {}
        for one in found:
            for word, _ in one.words:
                self.number.setdefault((one.language, word), len(self.number))
        self.lengths = np.array([len(one.words) for one in found], dtype=np.int64)
        width = int(self.lengths.max(initial=0))
        self.words = np.full((width, len(found)), len(self.number), dtype=np.int64)  # the number that stands for none
        self.weights = np.zeros((width, len(found)))
        for k, one in enumerate(found):
            self.words[: len(one.words), k] = [self.number[one.language, word] for word, _ in one.words]
            self.weights[: len(one.words), k] = [own for _, own in one.words]

    def shared(self, k: int, others: NDArray[np.int64]) -> Parts:
        """What a sentence shares with each of others: the sums over `AnsweringWords.between`."""
        width = int(self.lengths[others].max(initial=0))
        words = self.words[:width].take(others, axis=1)
        near = np.zeros(len(self.number) + 1)
        total = np.zeros(len(others))
        one = self.found[k]
        for word, own in one.words:
            kin = [(self.number[o], part) for o, part in self.kin[one.language, word].items() if o in self.number]
            at = [n for n, _ in kin]
            near[at] = [part for _, part in kin]
            parts = near.take(words)
            best = parts.max(axis=0)
            rows = np.flatnonzero(best)
            places = parts[:, rows].argmax(axis=0)
            total[rows] += best[rows] * np.minimum(own, self.weights[places, others[rows]])
            words[places, rows] = len(self.number)  # it answers no other word
            near[at] = 0.0
        return total


class AnsweringWords:
    """Words that answer each other in two sentences; what answers the words of one sentence is looked up once.

    kin: for each word those that can answer it.
    """

    def __init__(self, kin: Kin) -> None:
        self.kin = kin
        self.reached: dict[tuple[str, tuple[tuple[str, float], ...]], dict[Lemma, list[tuple[int, float]]]] = {}

    def of(self, a: Telling) -> dict[Lemma, list[tuple[int, float]]]:
        """For each word that can answer a sentence the places there that it can answer, and how far, in order."""
        key = a.language, tuple(a.words)
        if key not in self.reached:
            found: dict[Lemma, list[tuple[int, float]]] = {}
            for at, (word, _) in enumerate(a.words):
                for lemma, part in self.kin[a.language, word].items():
                    found.setdefault(lemma, []).append((at, part))
            self.reached[key] = found
        return self.reached[key]

    def between(self, a: Telling, b: Telling) -> list[tuple[int, int, float]]:
        """The words that answer each other: place in a, place in b, what they share; in order of a."""
        reached = self.of(a)
        near: dict[int, list[tuple[float, int]]] = {}  # by place in a: how far a word of b answers it, its place there
        for place, (word, _) in enumerate(b.words):
            for at, part in reached.get((b.language, word), ()):
                near.setdefault(at, []).append((-part, place))
        taken: set[int] = set()
        found = []
        for at in sorted(near):
            part, place = near[at][0]
            if len(near[at]) > 1:
                part, place = min([answer for answer in near[at] if answer[1] not in taken], default=near[at][0])
            if place not in taken:
                taken.add(place)
                found.append((at, place, -part * min(a.words[at][1], b.words[place][1])))
        return found


def in_order(found: Sequence[tuple[int, int, float]]) -> float:
    """How far words that answer each other keep their order, from 0 to 1."""
    places = [place for _, place, _ in found]
    return LCSseq.similarity(places, sorted(places)) / len(places) if places else 0.0
