"""Passages that one report renders from another in other words or another language: sentences that answer each other.

A sentence is matched by its names, figures and telling words, through cognates, shared senses and the bilingual lexicon,
by which words of one language stand for each other too. Sentences that answer each other show little: two reports of one
affair say the same. Only several of them in one order, which carry a good part of what the shorter report tells, show that
one was made from the other. A report rewritten from its first word to its last is not told from one of somebody's own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from recoupe.linguistics import Annotation
from recoupe.reuse.answers import ROUNDING, Kin, Table, answering, candidate_rows, in_order, one_share
from recoupe.reuse.equivalence import alike
from recoupe.reuse.sentences import Sentence, Words, sentences_of
from recoupe.reuse.stretches import Family, Stretch
from recoupe.reuse.words import WordRow

KEYS = {"names", "figures"}
KEYS_SHARED = 0.45  # part of what names and figures tell in them that they must share
SKIPPED = 0.5  # what a sentence without an answer between them takes off
ORDER = 0.5  # what the order of the words of a sentence adds at most
COPIED = 0.5  # part of a sentence that a copy covers, from which it is no rendering

Parts = tuple[tuple[str, float], ...]
Place = tuple[int, int]  # report, number of the sentence
Told = NDArray[np.float64]


@dataclass(frozen=True)
class Bar:
    """What two sentences must share (see weights): so much, and these parts of what the shorter and the longer tell."""

    least: float
    shorter: float
    longer: float

    def passed(self, shared: float, a: Sentence, b: Sentence) -> bool:
        """Whether two sentences share enough."""
        low, high = sorted((a.told, b.told))
        return shared >= max(self.least, self.shorter * low, self.longer * high)

    def enough(self, own: float, others: Told) -> Told:
        """What sentences must share with one, by what this one and they tell."""
        parts = self.shorter * np.minimum(own, others), self.longer * np.maximum(own, others)
        return np.maximum(self.least, np.maximum(*parts))


@dataclass(frozen=True)
class Shown:
    """What shows that a report renders another: so many sentences that are no quotation in both, this part of the shorter
    report's sentences, and this part of what its sentences tell."""

    sentences: int
    share: float
    carried: float


TRANSLATED = Shown(3, 0.4, 0.22)  # the lexicon misses words
REWORDED = Shown(3, 0.5, 0.32)  # half of the pairs of reports of one event in ECB+ have three sentences that answer
ANYWHERE = Bar(1.6, 0.3, 0.2)
BETWEEN = Bar(0.8, 0.18, 0.1)  # where the sentences around them answer each other


@dataclass(frozen=True)
class Match:
    """Two sentences that answer each other, by their numbers. parts: what shows it, by name."""

    left: int
    right: int
    parts: Parts

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return sum(w for _, w in self.parts)

    @property
    def shared(self) -> float:
        """What their words share, in whatever order."""
        return sum(w for name, w in self.parts if name != "order")


def rendered(annotations: Sequence[Annotation], rows: Sequence[WordRow], copies: Sequence[Family]) -> list[Family]:
    """The families of translated and of reworded sentences, in order of their stretches.

    copies: what the reports share word for word; it is not given again, but counts where it is told whether one report
    comes from the other. Two reports are compared by themselves.
    """
    sentences = [sentences_of(k, a, r) for k, (a, r) in enumerate(zip(annotations, rows, strict=True))]
    kin = alike((s.language, w) for own in sentences for s in own for w, _ in s.words)
    copied = copied_words(copies)
    graph: nx.Graph = nx.Graph()
    for (a, b), matches in answers(sentences, kin):
        for match in taken(sentences[a], sentences[b], matches, kin):
            one, other = sentences[a][match.left], sentences[b][match.right]
            if not (covered(one.stretch, copied.get((a, b), ())) or covered(other.stretch, copied.get((b, a), ()))):
                kind = "translation" if one.language != other.language else "rewording"
                graph.add_edge((kind, one.stretch), (kind, other.stretch), match=match)
    return sorted(families(graph), key=lambda f: (f.stretches, f.kind))


def families(graph: nx.Graph) -> Iterator[Family]:
    """The components of a graph of sentences, with the evidence of their best match."""
    for component in nx.connected_components(graph):
        matches = [data["match"] for _, _, data in graph.subgraph(component).edges(data=True)]
        best = max(matches, key=lambda m: (round(m.score, 6), m.parts))
        yield Family(tuple(sorted(s for _, s in component)), min(kind for kind, _ in component), best.parts)


def answers(sentences: Sequence[Sequence[Sentence]], kin: Kin) -> Iterator[tuple[tuple[int, int], list[Match]]]:
    """For each two reports the sentences that answer each other, where they are enough, in order of the reports."""
    held: dict[tuple[str, Words], list[Place]] = {}
    for own in sentences:
        for at, sentence in enumerate(own):
            held.setdefault((sentence.language, sentence.words), []).append((sentence.stretch[0], at))
    places = list(held.values())
    unique = [sentences[report][at] for (report, at), *_ in places]
    table = Table(unique, kin)
    told = np.array([one.told for one in unique])
    found: dict[tuple[int, int], list[tuple[int, int, int, int]]] = {}  # two sentences, two of `unique`
    for one, rows in candidate_rows(unique, kin, one_share(unique, ANYWHERE.shorter), ANYWHERE.least):
        if not len(rows):
            continue
        near = rows[table.shared(one, rows) >= ANYWHERE.enough(told[one], told[rows]) - ROUNDING]
        for other in near.tolist():
            for left in places[one]:
                for right in places[other]:
                    put(found, left, right, one, other)
    for number, alike_ in enumerate(places):  # the same words in both reports
        for left, right in combinations(alike_, 2):
            if (left[0], right[0]) in found:
                put(found, left, right, number, number)
    known: dict[tuple[int, int], Parts | None] = {(k, k): (("words", one.told),) for k, one in enumerate(unique)}
    for pair in sorted(found):
        ours, theirs = sentences[pair[0]], sentences[pair[1]]
        rows_ = found.pop(pair)
        if min(len({i for i, *_ in rows_}), len({j for _, j, *_ in rows_})) < needed(ours, theirs):
            continue
        matches = []
        for i, j, one, other in rows_:
            if (one, other) not in known:
                known[one, other] = matched(unique[one], unique[other], kin, ANYWHERE)
            if (parts := known[one, other]) is not None:
                matches.append(Match(i, j, parts))
        yield pair, matches


def shown_by(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> Shown:
    """What must show that one of two reports renders the other."""
    return TRANSLATED if ours[0].language != theirs[0].language else REWORDED


def needed(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> float:
    """The sentences of two reports that must answer each other."""
    shown = shown_by(ours, theirs)
    return max(shown.sentences, shown.share * min(len(ours), len(theirs)))


def put(
    found: dict[tuple[int, int], list[tuple[int, int, int, int]]], left: Place, right: Place, one: int, other: int
) -> None:
    """Note two sentences, each given as (report, number), that answer each other, under their reports in order."""
    (a, i), (b, j) = sorted((left, right))
    if a != b:
        found.setdefault((a, b), []).append((i, j, one, other))


def matched(a: Sentence, b: Sentence, kin: Kin, bar: Bar) -> Parts | None:
    """What two sentences share, by what it is, and what the order of it adds; `None` where it is too little."""
    found = answering(a, b, kin)
    if not bar.passed(sum(part for _, _, part in found), a, b):
        return None
    by_sort: dict[str, float] = {}
    for at, _, part in found:
        by_sort[a.sorts[at]] = by_sort.get(a.sorts[at], 0.0) + part
    parts = (*sorted(by_sort.items()), ("order", ORDER * in_order(found)))
    return tuple((name, round(part, 4)) for name, part in parts)


def taken(ours: Sequence[Sentence], theirs: Sequence[Sentence], matches: Sequence[Match], kin: Kin) -> list[Match]:
    """The matches by which one of two reports renders the other; none where they show nothing.

    The best row of matches in one order, those that stand between its ends in another, and what the sentences around
    them show to be one. Quotations in both alone show nothing: two reports may have heard one saying.
    """
    single = one_to_one(matches)
    chain = best_row(sorted(single, key=lambda m: m.left))
    if not chain:
        return []
    low, high = chain[0], chain[-1]
    near = [m for m in single if low.left <= m.left <= high.left and low.right <= m.right <= high.right]
    own = [m for m in near if not (ours[m.left].quoted and theirs[m.right].quoted)]
    told = min(sum(s.told for s in ours), sum(s.told for s in theirs))
    if len(own) < needed(ours, theirs):
        return []
    if sum(m.shared for m in own) < shown_by(ours, theirs).carried * told or not of_one_thing(ours, theirs, own):
        return []
    return [*near, *between(ours, theirs, chain, near, kin)]


def of_one_thing(ours: Sequence[Sentence], theirs: Sequence[Sentence], matches: Sequence[Match]) -> bool:
    """Whether matched sentences agree in their names and figures: reports of one kind of event differ in these alone."""
    shared = sum(w for m in matches for name, w in m.parts if name in KEYS)
    told = min(sum(ours[m.left].told_by(KEYS) for m in matches), sum(theirs[m.right].told_by(KEYS) for m in matches))
    return shared >= KEYS_SHARED * told


def one_to_one(matches: Sequence[Match]) -> list[Match]:
    """The strongest matches, each sentence in one of them at most."""
    kept: list[Match] = []
    lefts: set[int] = set()
    rights: set[int] = set()
    for match in sorted(matches, key=lambda m: (-round(m.score, 6), m.left, m.right)):
        if match.left not in lefts and match.right not in rights:
            kept.append(match)
            lefts.add(match.left)
            rights.add(match.right)
    return kept


def between(
    ours: Sequence[Sentence], theirs: Sequence[Sentence], chain: Sequence[Match], known: Sequence[Match], kin: Kin
) -> list[Match]:
    """Matches of the sentences that lie between two of a row, or right before or behind it, which need share less.

    A sentence that another already answers may be made of two, or one of two made from it.
    """
    ends = [
        Match(chain[0].left - 2, chain[0].right - 2, ()),
        *chain,
        Match(chain[-1].left + 2, chain[-1].right + 2, ()),
    ]
    pairs = {(m.left, m.right) for m in known}
    found = []
    for before, behind in pairwise(ends):
        for i in range(max(0, before.left), min(len(ours), behind.left + 1)):
            for j in range(max(0, before.right), min(len(theirs), behind.right + 1)):
                parts = matched(ours[i], theirs[j], kin, BETWEEN) if (i, j) not in pairs else None
                if parts is not None:
                    found.append(Match(i, j, parts))
    lefts, rights = {m.left for m in known}, {m.right for m in known}
    return [m for m in one_to_one(found) if m.left not in lefts or m.right not in rights]


def best_row(matches: Sequence[Match]) -> list[Match]:
    """The row of matches that goes forward in both reports and shares most, less what the sentences left out take off."""
    best: list[tuple[float, tuple[Match, ...]]] = []
    for match in matches:
        gained = [
            (score - SKIPPED * skipped(row[-1], match), row)
            for score, row in best
            if row[-1].left < match.left and row[-1].right < match.right
        ]
        score, row = max(gained, key=lambda b: round(b[0], 6), default=(0.0, ()))
        best.append((max(score, 0.0) + match.shared, (*row, match) if score > 0 else (match,)))
    return list(max(best, key=lambda b: round(b[0], 6), default=(0.0, ()))[1])


def skipped(one: Match, other: Match) -> int:
    """The sentences between two matches, in the report where they are fewer."""
    return min(other.left - one.left, other.right - one.right) - 1


def copied_words(copies: Sequence[Family]) -> Mapping[tuple[int, int], list[tuple[int, int]]]:
    """For each report and another the words of the first that families of copies share between them."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for family in copies:
        reports = {report for report, _, _ in family.stretches}
        for report, first, last in family.stretches:
            for other in reports - {report}:
                found.setdefault((report, other), []).append((first, last))
    return found


def covered(stretch: Stretch, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether copies cover a good part of a stretch."""
    _, first, last = stretch
    inside = sum(max(0, min(last, end) - max(first, start)) for start, end in taken)
    return inside >= COPIED * (last - first)
