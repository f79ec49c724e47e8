"""Passages that one report renders from another in other words or another language: sentences that answer each other.

A sentence is matched by its names, figures and telling words, through cognates, shared senses and the bilingual lexicon,
by which words of one language stand for each other too. Sentences that answer each other show little: two reports of one
affair say the same. Only several of them in one order, which carry a good part of what the shorter report tells, show that
one was made from the other. A report rewritten from its first word to its last is not told from one of somebody's own.
"""

from array import array
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from recoupe.languages import LANGUAGES
from recoupe.linguistics import Annotation
from recoupe.reuse.answers import ROUNDING, AnsweringWords, Kin, Table, candidate_rows, in_order, one_share
from recoupe.reuse.equivalence import alike
from recoupe.reuse.sentences import Sentence, Words, sentences_of
from recoupe.reuse.stretches import Family, Stretch
from recoupe.reuse.words import WordRow

KEYS = {"names", "figures"}
KEYS_SHARED = 0.45  # part of what names and figures tell in them that they must share
SKIPPED = 0.5  # what a sentence without an answer between them takes off
ORDER = 0.5  # what the order of the words of a sentence adds at most
SURE = 0.001  # by which the most that two sentences can share is put higher, as sums are rounded
COPIED = 0.5  # part of a sentence that a copy covers, from which it is no rendering

Parts = tuple[tuple[str, float], ...]
Place = tuple[int, int]  # report, number of the sentence
Told = NDArray[np.float64]
Numbers = NDArray[np.int32]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Near = tuple[Numbers, Told]  # sentences by their numbers, and what each shares with one
NOTHING: Set[int] = frozenset()


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
    met = AnsweringWords(kin)
    copied = Copied(copies)
    graph: nx.Graph = nx.Graph()
    for (a, b), matches in answers(sentences, met, copied):
        for match in taken(sentences[a], sentences[b], matches, met):
            one, other = sentences[a][match.left], sentences[b][match.right]
            if not (copied.covers(one.stretch, b) or copied.covers(other.stretch, a)):
                kind = "translation" if one.language != other.language else "rewording"
                graph.add_edge((kind, one.stretch), (kind, other.stretch), match=match)
    return sorted(families(graph), key=lambda f: (f.stretches, f.kind))


def families(graph: nx.Graph) -> Iterator[Family]:
    """The components of a graph of sentences, with the evidence of their best match."""
    for component in nx.connected_components(graph):
        matches = [data["match"] for _, _, data in graph.subgraph(component).edges(data=True)]
        best = max(matches, key=lambda m: (round(m.score, 6), m.parts))
        yield Family(tuple(sorted(s for _, s in component)), min(kind for kind, _ in component), best.parts)


def answers(
    sentences: Sequence[Sequence[Sentence]], met: AnsweringWords, copied: "Copied"
) -> Iterator[tuple[tuple[int, int], list[Match]]]:
    """For each two reports the sentences that answer each other, where they are enough, in order of the reports.

    Two reports of which copies cover one whole are left out: no match of theirs is given.
    """
    held: dict[tuple[str, Words], list[Place]] = {}
    for own in sentences:
        for at, sentence in enumerate(own):
            held.setdefault((sentence.language, sentence.words), []).append((sentence.stretch[0], at))
    places = list(held.values())
    unique = [sentences[report][at] for (report, at), *_ in places]
    known: dict[tuple[int, int], Parts | None] = {(k, k): (("words", one.told),) for k, one in enumerate(unique)}
    for pair, rows in Answering(sentences, places, neighbours(unique, met.kin)).pairs():
        if copied.whole(sentences[pair[0]], pair[1]) or copied.whole(sentences[pair[1]], pair[0]):
            continue
        matches = []
        for i, j, u, v in rows:
            one, other = (u, v) if u < v else (v, u)
            if (one, other) not in known:
                known[one, other] = matched(unique[one], unique[other], met, ANYWHERE)
            if (parts := known[one, other]) is not None:
                matches.append(Match(i, j, parts))
        yield pair, matches


def neighbours(unique: Sequence[Sentence], kin: Kin) -> list[Near]:
    """For each of different sentences those that answer it, itself among them, with what they share."""
    table = Table(unique, kin)
    told = np.array([one.told for one in unique])
    found = [array("i", [k]) for k in range(len(unique))]
    much = [array("d", [one.told]) for one in unique]
    for one, rows in candidate_rows(unique, kin, one_share(unique, ANYWHERE.shorter), ANYWHERE.least):
        if len(rows):
            shared = table.shared(one, rows)
            answering = shared >= ANYWHERE.enough(told[one], told[rows]) - ROUNDING
            found[one].extend(rows[answering].tolist())
            much[one].extend(shared[answering].tolist())
            for other, own in zip(rows[answering].tolist(), shared[answering].tolist(), strict=True):
                found[other].append(one)
                much[other].append(own)
    return [(np.frombuffer(own, dtype=np.int32), np.frombuffer(parts)) for own, parts in zip(found, much, strict=True)]


class Answering:
    """Pairs of reports of which enough sentences answer each other, one report after the other.

    places: of each different sentence, in order of the reports; near: those that answer it (see `neighbours`).
    """

    def __init__(
        self, sentences: Sequence[Sequence[Sentence]], places: Sequence[Sequence[Place]], near: Sequence[Near]
    ) -> None:
        self.sentences = sentences
        self.near = near
        self.number = {place: k for k, own in enumerate(places) for place in own}
        self.reports = np.array([report for own in places for report, _ in own], dtype=np.int64)
        self.at = np.array([at for own in places for _, at in own], dtype=np.int64)
        self.ends = np.cumsum([len(own) for own in places])
        self.starts = self.ends - [len(own) for own in places]
        self.of = [np.array([self.number[k, at] for at in range(len(own))]) for k, own in enumerate(sentences)]
        self.quoted = np.array([sentences[r][at].quoted for own in places for r, at in own])
        self.sizes = np.array([len(own) for own in sentences])
        self.told = np.array([sum(s.told for s in own) for own in sentences])
        self.first = np.array([own[0].language == LANGUAGES[0] if own else False for own in sentences])

    def pairs(self) -> Iterator[tuple[tuple[int, int], list[tuple[int, int, int, int]]]]:
        """Two reports, with the rows of two places in them and the numbers of the two sentences."""
        for report, own in enumerate(self.sentences):
            if not own:
                continue
            left, row, number, shared = self.met(report)
            others = self.reports[row]
            enough = self.enough(report, left, row, shared)
            kept = enough[others]
            left, row, number, others = left[kept], row[kept], number[kept], others[kept]
            order = np.argsort(others, kind="stable")
            bounds = np.flatnonzero(np.diff(others[order])) + 1
            for some in np.split(order, bounds) if len(order) else ():
                lefts, rights, numbers = left[some], self.at[row[some]], number[some]
                numbers_left = self.of[report][lefts]
                if (numbers_left != numbers).any():  # else one has the other's very words
                    yield (
                        (report, int(others[some[0]])),
                        list(
                            zip(lefts.tolist(), rights.tolist(), numbers_left.tolist(), numbers.tolist(), strict=True)
                        ),
                    )

    def enough(self, report: int, left: Integers, row: Integers, shared: Told) -> Flags:
        """For each report whether its sentences that answer those of one, each once at most, can show anything.

        left, row, shared: see `met`. Quotations in both alone show nothing.
        """
        quoted = np.array([s.quoted for s in self.sentences[report]])
        single = ~(self.quoted[row] & quoted[left])
        others, shared = self.reports[row[single]], shared[single]
        least = np.full(len(self.sizes), np.inf)
        carried = np.full(len(self.sizes), np.inf)
        for shown, of_one in ((REWORDED, True), (TRANSLATED, False)):
            some = (self.first == self.first[report]) == of_one
            parts = shown.share * np.minimum(self.sizes[some], self.sizes[report])
            least[some] = np.maximum(shown.sentences, parts)
            carried[some] = shown.carried * np.minimum(self.told[some], self.told[report])
        found = np.ones(len(self.sizes), dtype=bool)
        for place in (left[single], self.at[row[single]]):
            order = np.lexsort((place, others))
            firsts = np.flatnonzero(np.diff(others[order], prepend=-1) | np.diff(place[order], prepend=-1))
            owners = others[order][firsts]
            most = np.maximum.reduceat(shared[order], firsts) if len(firsts) else shared
            found &= np.bincount(owners, minlength=len(found)) >= least
            found &= np.bincount(owners, weights=most + SURE, minlength=len(found)) >= carried
        return found

    def met(self, report: int) -> tuple[Integers, Integers, Integers, Told]:
        """The places of a report, each with the row of a later report's place whose sentence answers it, its number, and
        what they share."""
        numbers = [self.near[k] for k in self.of[report].tolist()]
        left = np.repeat(np.arange(len(numbers)), [len(own) for own, _ in numbers])
        met = np.concatenate([own for own, _ in numbers]).astype(np.int64)
        much = np.concatenate([parts for _, parts in numbers])
        counts = self.ends[met] - self.starts[met]
        left, number, shared = np.repeat(left, counts), np.repeat(met, counts), np.repeat(much, counts)
        first = np.repeat(np.cumsum(counts) - counts, counts)
        row = np.repeat(self.starts[met], counts) + np.arange(len(first)) - first
        later = self.reports[row] > report
        return left[later], row[later], number[later], shared[later]


def shown_by(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> Shown:
    """What must show that one of two reports renders the other."""
    return TRANSLATED if ours[0].language != theirs[0].language else REWORDED


def needed(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> float:
    """The sentences of two reports that must answer each other."""
    shown = shown_by(ours, theirs)
    return max(shown.sentences, shown.share * min(len(ours), len(theirs)))


def matched(a: Sentence, b: Sentence, met: AnsweringWords, bar: Bar) -> Parts | None:
    """What two sentences share, by what it is, and what the order of it adds; `None` where it is too little."""
    found = met.between(a, b)
    if not bar.passed(sum(part for _, _, part in found), a, b):
        return None
    by_sort: dict[str, float] = {}
    for at, _, part in found:
        by_sort[a.sorts[at]] = by_sort.get(a.sorts[at], 0.0) + part
    parts = (*sorted(by_sort.items()), ("order", ORDER * in_order(found)))
    return tuple((name, round(part, 4)) for name, part in parts)


def taken(
    ours: Sequence[Sentence], theirs: Sequence[Sentence], matches: Sequence[Match], met: AnsweringWords
) -> list[Match]:
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
    return [*near, *between(ours, theirs, chain, near, met)]


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
    ours: Sequence[Sentence],
    theirs: Sequence[Sentence],
    chain: Sequence[Match],
    known: Sequence[Match],
    met: AnsweringWords,
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
                parts = matched(ours[i], theirs[j], met, BETWEEN) if (i, j) not in pairs else None
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


class Copied:
    """What reports share word for word."""

    def __init__(self, copies: Sequence[Family]) -> None:
        self.stretches: dict[
            int, list[tuple[int, int, int]]
        ] = {}  # of a report: family, first word, word after the last
        self.families: dict[int, set[int]] = {}
        for number, family in enumerate(copies):
            for report, first, last in family.stretches:
                self.stretches.setdefault(report, []).append((number, first, last))
                self.families.setdefault(report, set()).add(number)

    def covers(self, stretch: Stretch, other: int) -> bool:
        """Whether what its report shares with another covers a good part of a stretch."""
        report, first, last = stretch
        shared = self.families.get(other, NOTHING)
        own = self.stretches.get(report, ())
        inside = sum(max(0, min(last, end) - max(first, start)) for family, start, end in own if family in shared)
        return inside >= COPIED * (last - first)

    def whole(self, sentences: Sequence[Sentence], other: int) -> bool:
        """Whether what a report shares with another covers a good part of each of its sentences."""
        report = sentences[0].stretch[0]
        if self.families.get(report, NOTHING).isdisjoint(self.families.get(other, NOTHING)):
            return False
        return all(self.covers(s.stretch, other) for s in sentences)
