"""Passages that one report translates from another: sentences that answer each other, in order, in two languages.

A sentence is matched by its names, figures and telling words, through cognates, shared senses and the bilingual lexicon.
Single sentences that answer each other show nothing: two reports of one affair say the same. Only a run of them in one
order, over a good part of a report, is taken for a translation.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from recoupe.languages import LANGUAGES
from recoupe.linguistics import Annotation, Token
from recoupe.reuse.equivalence import Lemma, alike, bare
from recoupe.reuse.sayings import CONTENT
from recoupe.reuse.stretches import Family, Stretch
from recoupe.reuse.weights import weight
from recoupe.reuse.words import WordRow

LEAST = 3.0  # what the words of a sentence must tell together (see weights), and what two sentences must share
SHORTER, LONGER = 0.5, 0.34  # parts of what the shorter and the longer of two sentences tell that they must share
KEYS, KEYS_SHARE = 3, 0.4  # names and figures that two reports must share: at least so many, and this part of the fewer
SENTENCES, SENTENCES_SHARE = 3, 0.3  # sentences in order: at least so many, and this part of the shorter report's

ROUNDING = 1e-9

Kin = Mapping[Lemma, Mapping[Lemma, float]]
Words = tuple[tuple[str, float, str], ...]
Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
Parts = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Sentence:
    """A sentence with its telling words: lemma, what it tells, what it is (`names`, `figures`, `words`)."""

    stretch: Stretch
    language: str
    words: Words

    @cached_property
    def told(self) -> float:
        """What all its words tell."""
        return sum(w for _, w, _ in self.words)

    @cached_property
    def lemmas(self) -> tuple[Lemma, ...]:
        """Its words with their language."""
        return tuple((self.language, w) for w, _, _ in self.words)


@dataclass(frozen=True)
class Match:
    """Two sentences that answer each other: what their names, figures and words share, and what their order adds."""

    left: int
    right: int
    parts: Parts

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return sum(w for _, w in self.parts)


def translated(annotations: Sequence[Annotation], rows: Sequence[WordRow]) -> list[Family]:
    """The families of translated sentences, in order of their stretches. Two reports are compared by themselves."""
    sentences = [sentences_of(k, a, r) for k, (a, r) in enumerate(zip(annotations, rows, strict=True))]
    keys = [keys_of(own) for own in sentences]
    graph: nx.Graph = nx.Graph()
    index = Index(sentences)
    for a, b in index.pairs():
        if len(keys[a] & keys[b]) >= max(KEYS, KEYS_SHARE * min(len(keys[a]), len(keys[b]))):
            for match in aligned(index.matches(a, b), needed(sentences[a], sentences[b])):
                graph.add_edge(sentences[a][match.left].stretch, sentences[b][match.right].stretch, match=match)
    return sorted(families(graph), key=lambda f: f.stretches)


class Index:
    """Which sentences of two reports of different languages can answer each other; equal sentences are compared once.

    It only leaves out what cannot match: sentences whose words, each at its best, do not tell enough together.
    """

    def __init__(self, sentences: Sequence[Sequence[Sentence]]) -> None:
        self.sentences = sentences
        self.distinct: list[Sentence] = []
        numbers: dict[tuple[str, Words], int] = {}
        self.own: list[list[int]] = []  # for each report the numbers of its sentences
        for report in sentences:
            for sentence in report:
                if numbers.setdefault((sentence.language, sentence.words), len(numbers)) == len(self.distinct):
                    self.distinct.append(sentence)
            self.own.append([numbers[s.language, s.words] for s in report])
        languages = [own[0].language if own else None for own in sentences]
        self.left = [k for k, code in enumerate(languages) if code == LANGUAGES[0]]
        self.right = [k for k, code in enumerate(languages) if code == LANGUAGES[-1]]
        self.kin = (
            alike((s.language, w) for s in self.distinct for w, _, _ in s.words) if self.left and self.right else {}
        )
        self.near: dict[int, Integers] = {}
        self.known: dict[tuple[int, int], Parts | None] = {}
        self.postings, self.told = self.carrying()

    def carrying(self) -> tuple[dict[Lemma, Integers], Numbers]:
        """The sentences of the reports on the right that hold each word; what every sentence tells."""
        there = sorted({n for k in self.right for n in self.own[k]}) if self.left else []
        found: dict[Lemma, list[int]] = {}
        for number in there:
            sentence = self.distinct[number]
            for lemma in {(sentence.language, w) for w, _, _ in sentence.words}:
                found.setdefault(lemma, []).append(number)
        told = np.array([s.told for s in self.distinct])
        return {lemma: np.array(own, dtype=np.int64) for lemma, own in found.items()}, told

    def answering(self, number: int) -> Integers:
        """The sentences on the right that can answer one, by the most that its words can share with theirs."""
        if number not in self.near:
            sentence = self.distinct[number]
            reached = np.zeros(len(self.distinct))
            for word, own, _ in sentence.words:
                for other, part in self.kin[sentence.language, word].items():
                    if other in self.postings:
                        reached[self.postings[other]] += own * part
            told = self.told[number]
            low, high = np.minimum(self.told, told), np.maximum(self.told, told)
            enough = np.maximum(LEAST, np.maximum(SHORTER * low, LONGER * high)) - ROUNDING
            self.near[number] = np.flatnonzero(reached >= enough)
        return self.near[number]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs of reports (the smaller first) of which enough sentences can answer each other."""
        if not self.right:
            return
        place = np.full(len(self.distinct), -1, dtype=np.int64)
        holders: list[list[int]] = []  # for each sentence on the right its reports, by their place among these
        for where, k in enumerate(self.right):
            for number in sorted(set(self.own[k])):
                if place[number] < 0:
                    place[number] = len(holders)
                    holders.append([])
                holders[place[number]].append(where)
        starts = np.cumsum([0, *(len(own) for own in holders)])
        flat = np.array([where for own in holders for where in own], dtype=np.int64)
        counts: dict[int, Integers] = {}
        least = np.array([len(self.sentences[k]) for k in self.right])
        for a in self.left:
            reached = np.zeros(len(self.right), dtype=np.int64)
            for number in self.own[a]:
                if number not in counts:
                    own = place[self.answering(number)]
                    counts[number] = np.unique(
                        np.concatenate([flat[starts[p] : starts[p + 1]] for p in own] or [flat[:0]])
                    )
                reached[counts[number]] += 1
            enough = np.maximum(SENTENCES, SENTENCES_SHARE * np.minimum(len(self.sentences[a]), least))
            for where in np.flatnonzero(reached >= enough).tolist():
                b = self.right[where]
                yield (a, b) if a < b else (b, a)

    def matches(self, a: int, b: int) -> list[Match]:
        """The sentences of two reports that answer each other, with what they share."""
        turned = self.sentences[a][0].language != LANGUAGES[0]
        left, right = (b, a) if turned else (a, b)
        found = []
        for i, one in enumerate(self.own[left]):
            near = self.answering(one)
            for j, other in enumerate(self.own[right]):
                at = np.searchsorted(near, other)
                if at == len(near) or near[at] != other:
                    continue
                key = (other, one) if turned else (one, other)
                if key not in self.known:
                    self.known[key] = shared_parts(self.distinct[key[0]], self.distinct[key[1]], self.kin)
                parts = self.known[key]
                if parts is not None:
                    found.append(Match(j, i, parts) if turned else Match(i, j, parts))
        return found


def families(graph: nx.Graph) -> Iterator[Family]:
    """The components of a graph of sentences, with the evidence of their best match."""
    for component in nx.connected_components(graph):
        matches = [data["match"] for _, _, data in graph.subgraph(component).edges(data=True)]
        best = max(matches, key=lambda m: (round(m.score, 6), m.parts))
        yield Family(tuple(sorted(component)), "translation", best.parts)


def sentences_of(report: int, annotation: Annotation, row: WordRow) -> list[Sentence]:
    """The sentences of a report that tell enough to be recognised."""
    found = []
    for first, last in annotation.sentences:
        tokens = [t for t in annotation.tokens[first:last] if t.pos != "PUNCT"]
        if not tokens or tokens[0].language not in LANGUAGES:
            continue
        language = tokens[0].language
        words = tuple((t.lemma, weight(t.lemma, language), sort_of(t)) for t in tokens if t.pos in CONTENT)
        start, end = bisect_left(row.starts, tokens[0].start), bisect_left(row.starts, tokens[-1].end)
        sentence = Sentence((report, start, end), language, tuple(w for w in words if w[1] > 0))
        if sentence.told >= LEAST and start < end:
            found.append(sentence)
    return found


def sort_of(token: Token) -> str:
    """What a word is, for the evidence."""
    if token.pos == "NUM" or token.lemma.isdecimal():
        return "figures"
    return "names" if token.pos == "PROPN" else "words"


def keys_of(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Names and figures of a report, without accents."""
    return frozenset(bare(w) for s in sentences for w, _, sort in s.words if sort != "words" and len(w) > 1)


def needed(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> float:
    """How many sentences of two reports must answer each other in one order to show anything."""
    return max(SENTENCES, SENTENCES_SHARE * min(len(ours), len(theirs)))


def aligned(scored: Sequence[Match], enough: float) -> list[Match]:
    """The sentences of two reports that answer each other in one order; none where they are too few to show anything."""
    taken: list[Match] = []
    lefts: set[int] = set()
    rights: set[int] = set()
    for match in sorted(scored, key=lambda m: (-round(m.score, 6), m.left, m.right)):
        if match.left not in lefts and match.right not in rights:
            taken.append(match)
            lefts.add(match.left)
            rights.add(match.right)
    if len(taken) < enough:
        return []
    chain = in_order(sorted(taken, key=lambda m: m.left))
    return chain if len(chain) >= enough else []


def shared_parts(a: Sentence, b: Sentence, kin: Kin) -> Parts | None:
    """What two sentences share, `None` where it is too little. Each word is matched once at most."""
    free = dict(enumerate(b.lemmas))
    shared: dict[str, float] = {}
    places: list[int] = []
    for word, own, sort in a.words:
        near = kin[a.language, word]
        part, place = 0.0, -1
        for k, lemma in free.items():
            found = near.get(lemma, 0.0)
            if found > part:
                part, place = found, k
        if part > 0:
            del free[place]
            shared[sort] = shared.get(sort, 0.0) + part * min(own, b.words[place][1])
            places.append(place)
    total = sum(shared.values())
    if total < max(LEAST, SHORTER * min(a.told, b.told), LONGER * max(a.told, b.told)):
        return None
    order = LCSseq.similarity(places, sorted(places)) / len(places)
    parts = (*sorted(shared.items()), ("order", order))
    return tuple((name, round(part, 4)) for name, part in parts)


def in_order(matches: Sequence[Match]) -> list[Match]:
    """The longest row of matches that go forward in both reports; the stronger one where several are as long."""
    best: list[tuple[int, float, tuple[Match, ...]]] = []
    for match in matches:
        before = [b for b in best if b[2][-1].left < match.left and b[2][-1].right < match.right]
        length, score, row = max(before, key=lambda b: (b[0], round(b[1], 6)), default=(0, 0.0, ()))
        best.append((length + 1, score + match.score, (*row, match)))
    return list(max(best, key=lambda b: (b[0], round(b[1], 6)), default=(0, 0.0, ()))[2])
