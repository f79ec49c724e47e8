"""Passages that one report translates from another: sentences that answer each other, in order, in two languages.

A sentence is matched by its names, figures and telling words, through cognates, shared senses and the bilingual lexicon.
Single sentences that answer each other show nothing: two reports of one affair say the same. Only a run of them in one
order, over a good part of a report, is taken for a translation.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import networkx as nx
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

Kin = Mapping[Lemma, Mapping[Lemma, float]]
Words = tuple[tuple[str, float, str], ...]
Parts = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Sentence:
    """A sentence with its telling words: lemma, what it tells, what it is (`names`, `figures`, `words`)."""

    stretch: Stretch
    language: str
    words: Words

    @property
    def told(self) -> float:
        """What all its words tell."""
        return sum(w for _, w, _ in self.words)


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
    pairs = [
        (a, b)
        for a, b in combinations(range(len(annotations)), 2)
        if sentences[a] and sentences[b] and sentences[a][0].language != sentences[b][0].language
        and len(keys[a] & keys[b]) >= max(KEYS, KEYS_SHARE * min(len(keys[a]), len(keys[b])))
    ]  # fmt: skip
    kin = alike(
        (s.language, w) for k in sorted({k for p in pairs for k in p}) for s in sentences[k] for w, _, _ in s.words
    )
    graph: nx.Graph = nx.Graph()
    known: dict[tuple[Words, Words], Parts | None] = {}  # sentences that many reports carry are compared once
    for a, b in pairs:
        for match in aligned(sentences[a], sentences[b], kin, known):
            graph.add_edge(sentences[a][match.left].stretch, sentences[b][match.right].stretch, match=match)
    return sorted(families(graph), key=lambda f: f.stretches)


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


def aligned(
    ours: Sequence[Sentence], theirs: Sequence[Sentence], kin: Kin, known: dict[tuple[Words, Words], Parts | None]
) -> list[Match]:
    """The sentences of two reports that answer each other in one order; none where they are too few to show anything."""
    scored: list[Match] = []
    for i, a in enumerate(ours):
        for j, b in enumerate(theirs):
            key = a.words, b.words
            if key not in known:
                known[key] = shared_parts(a, b, kin)
            parts = known[key]
            if parts is not None:
                scored.append(Match(i, j, parts))
    taken: list[Match] = []
    for match in sorted(scored, key=lambda m: (-round(m.score, 6), m.left, m.right)):
        if not any(match.left == m.left or match.right == m.right for m in taken):
            taken.append(match)
    chain = in_order(sorted(taken, key=lambda m: m.left))
    enough = max(SENTENCES, SENTENCES_SHARE * min(len(ours), len(theirs)))
    return chain if len(chain) >= enough else []


def shared_parts(a: Sentence, b: Sentence, kin: Kin) -> Parts | None:
    """What two sentences share, `None` where it is too little. Each word is matched once at most."""
    free = dict(enumerate(b.words))
    shared: dict[str, float] = {}
    places: list[int] = []
    for word, own, sort in a.words:
        near = kin[a.language, word]
        part, place = max(((near.get((b.language, w), 0.0), -k) for k, (w, _, _) in free.items()), default=(0.0, 0))
        if part > 0:
            shared[sort] = shared.get(sort, 0.0) + part * min(own, free.pop(-place)[1])
            places.append(-place)
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
