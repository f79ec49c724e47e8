"""Links between statements of a pile, strongest first, without every two of them compared.

Statements that are equal in all that a comparison of themselves reads are one side; two sides are compared once. What
the reports and sentences around add is asked only of statements that it may still join (see `joining`).
"""

import math
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from recoupe.claims.found import OPEN, OTHER
from recoupe.claims.happenings import Telling, Tellings, asked, by_events, most_around, one_happening
from recoupe.claims.kinds import beside, numbered
from recoupe.claims.matching import (
    ALIKE,
    CLASS,
    ONE_AFFAIR,
    REPEATED,
    SHARED_WORDS,
    TENSES,
    THRESHOLD,
    WORD,
    brought_about,
    compare,
    event_parts,
    events_apart,
    neighbours,
    one_event,
    participant_parts,
    phase_parts,
    time_parts,
    told_alike,
    worded,
    words_met,
)
from recoupe.claims.profiles import Profile
from recoupe.languages import shared_pack
from recoupe.model.claims import EvidencePart
from recoupe.model.statements import Phase

ENOUGH = 2.5  # of what two statements share, for the sentences and reports around them to be looked at
SURE = 0.001  # by which the most that can be reached is put higher, as sums are rounded
CHUNK = 65536  # steps that are turned from columns into rows at once
GATHERED = 2**21  # pairs that are gathered before their words are compared: a side then meets many others at once
FEW = 12  # pairs of one side that are sooner compared one by one

Integers = NDArray[np.int32]
Amounts = NDArray[np.float64]
PHASES = get_args(Phase)
ONE, ANY, ASK_ONE, ASK_ANY = range(4)  # what a step links: reports of one affair, or any; the same once more is asked
Step = tuple[float, int, int, int, int, int, float]
"""The score's opposite, ranks of the two wordings (the lower first), two sides, what is linked, what the sides share."""


def link(a: Telling, b: Telling) -> tuple[float, tuple[EvidencePart, ...]]:
    """The score of two statements with its parts, their sentences and reports asked where they share little themselves."""
    score, parts = compare(a.profile, b.profile)
    if ENOUGH <= score < THRESHOLD:
        further = one_happening(a, b)
        score, parts = round(score + sum(p.weight for p in further), 4), (*parts, *further)
    return score, parts


@dataclass(frozen=True)
class Side:
    """Statements that are equal in all that a comparison of themselves reads.

    shown: one of them; members: all, in order; event: the number of what tells their event; rank: of their wording among
    those of the pile.
    """

    shown: Telling
    members: tuple[int, ...]
    event: int
    rank: int


class Links:
    """What may link statements of a pile.

    indices: those that are linked, in order; words: the wording of every statement.
    """

    def __init__(
        self,
        indices: Sequence[int],
        profiles: Sequence[Profile],
        tellings: Tellings,
        words: Sequence[str],
    ) -> None:
        ranked = sorted({words[i] for i in indices})
        events = [tellings.event(i) for i in indices]
        alone = numbered((e, beside(profiles[i]), words[i]) for e, i in zip(events, indices, strict=True))
        members: dict[int, list[int]] = {}
        event_of: dict[int, int] = {}
        self.by_event: dict[int, list[int]] = {}  # sides by the number of what tells their event
        for e, side, i in zip(events, alone, indices, strict=True):
            if side not in members:
                self.by_event.setdefault(e, []).append(side)
                event_of[side] = e
            members.setdefault(side, []).append(i)
        self.sides = [
            Side(
                tellings.of(own[0]),
                tuple(own),
                event_of[side],
                bisect_left(ranked, words[own[0]]),
            )
            for side, own in members.items()
        ]
        self.cast = cast([s.shown.profile for s in self.sides])

    def steps(self) -> Iterator[Step]:
        """Pairs of sides that may be linked, strongest first; where more must be asked, by the most that it can be."""
        columns = Columns()
        beside = Beside(self.sides)
        ranks = np.array([s.rank for s in self.sides], dtype=np.int32)
        nominal = np.array([s.shown.profile.nominal for s in self.sides], dtype=bool)
        for one, other, told, most in self.met():
            shared = rounded(told + beside.of(one, other))
            low, high = np.minimum(ranks[one], ranks[other]), np.maximum(ranks[one], ranks[other])
            counted = ~(nominal[one] & nominal[other])  # see `of_affairs`
            for score, what, asking, held in (
                (shared + ONE_AFFAIR, ONE, ASK_ONE, counted),
                (shared, ANY, ASK_ANY, np.ones(len(shared), dtype=bool)),
            ):
                sure = held & (score >= THRESHOLD)
                ask = held & ~sure & (score >= ENOUGH) & (score + most >= THRESHOLD)
                for chosen, order, kind in ((sure, score, what), (ask, score + most, asking)):
                    rest = low[chosen], high[chosen], one[chosen], other[chosen]
                    columns.add(order[chosen], score[chosen], *rest, kind)
        return columns.rows()

    def met(self) -> Iterator[tuple[Integers, Integers, Amounts, Amounts]]:
        """Pairs of sides that may be linked (the lower number first), many at once: what their events share, and the most
        that may be added when more is asked.

        Their events are of one class or sense, or else are told in the same words.
        """
        known: dict[tuple[int, int], tuple[float, float] | None] = {}
        by_event = {e: np.array(own, dtype=np.int32) for e, own in self.by_event.items()}
        several = np.array([len(s.members) > 1 for s in self.sides], dtype=bool)
        gathered = Gathered()
        for first, second in self.akin():
            known[first, second] = found = self.events(first, second)
            if found is None:
                continue
            lefts, rights = by_event[first], by_event[second]
            if first == second:
                at, to = np.triu_indices(len(lefts))
                left, right = lefts[at], lefts[to]
                kept = (at != to) | several[left]
                left, right = left[kept], right[kept]
            else:
                left, right = np.repeat(lefts, len(rights)), np.tile(rights, len(lefts))
            gathered.add(left, right, *found)
            if gathered.size > GATHERED:
                yield gathered.taken()
        compared = set(known)
        for one, other in self.worded(compared):
            pair = self.events_of(one, other)
            if pair not in known:
                known[pair] = self.events(*pair)
            if (found := known[pair]) is not None:
                gathered.add(np.array([one], dtype=np.int32), np.array([other], dtype=np.int32), *found)
        if gathered.size:
            yield gathered.taken()

    def events_of(self, left: int, right: int) -> tuple[int, int]:
        """The numbers of what tells the events of two sides, the lower first."""
        first, second = self.sides[left].event, self.sides[right].event
        return (first, second) if first < second else (second, first)

    def shown(self, e: int) -> Profile:
        """A statement of an event."""
        return self.sides[self.by_event[e][0]].shown.profile

    def akin(self) -> Iterator[tuple[int, int]]:
        """Pairs of events of one class or sense, with nobody else in any role, the lower number first."""
        held: dict[tuple[str, str], list[int]] = {}
        for e in self.by_event:
            own = self.shown(e)
            keys = looked_up(own)
            for key in keys:
                held.setdefault((own.phase, key), []).append(e)
            met = {d for phase in phases_met(own) for key in keys for d in held.get((phase, key), ())}
            for side in self.with_one_cast(self.by_event[e][0], [self.by_event[d][0] for d in sorted(met)]):
                if one_event(self.sides[side].shown.profile, own):
                    yield self.sides[side].event, e

    def with_one_cast(self, own: int, others: Sequence[int]) -> list[int]:
        """Those of other sides that name nobody else than a side in any role: most are told apart by that alone."""
        if not others:
            return []
        here, there = self.cast[own], self.cast[others]
        other = ((there != here) & (there > 0) & (here > 0)).any(axis=1)
        return [side for side, barred in zip(others, other.tolist(), strict=True) if not barred]

    def events(self, first: int, second: int) -> tuple[float, float] | None:
        """What two events share, and the most that may be added; none where something tells them apart."""
        a, b = (self.sides[self.by_event[e][0]].shown for e in (first, second))
        p, q = a.profile, b.profile
        if events_apart(p, q):
            return None
        most = by_events(a, b) + most_around() + SURE if asked(a, b) else 0.0
        told = sum(part.weight for part in event_parts(p, q)) if one_event(p, q) else CLASS
        shared = told + sum(part.weight for part in (*participant_parts(p, q), *phase_parts(p, q)))
        return shared, most if most > 0 else -math.inf

    def worded(self, known: Container[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Pairs of sides of one phase that are told in the same words, the lower number first; known: events left out."""
        totals = np.array([sum(s.shown.profile.told) for s in self.sides])
        tellers = Tellers([s.shown.profile for s in self.sides])
        held: dict[tuple[str, str], list[int]] = {}
        for k, side in enumerate(self.sides):
            own = side.shown.profile
            keys = telling_most(own)
            for key in keys:
                held.setdefault((own.phase, key), []).append(k)
            enough = 2 * tellers.reached(own) >= ALIKE * (totals + totals[k]) - SURE
            met = {j for phase in phases_met(own) for key in keys for j in held.get((phase, key), ())}
            for j in self.with_one_cast(k, sorted(j for j in met if enough[j])):
                if self.events_of(j, k) in known or (j == k and len(side.members) == 1):
                    continue
                other = self.sides[j].shown.profile
                if not brought_about(other, own) and told_alike(other, own):
                    yield j, k


class Tellers:
    """Which of many statements tell a word that can stand for one of another's."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.size = len(profiles)
        self.by_sense: dict[str, list[int]] = {}
        for k, own in enumerate(profiles):
            for sense in own.meant:
                self.by_sense.setdefault(sense, []).append(k)
        self.known: dict[frozenset[str], NDArray[np.intp]] = {}

    def reached(self, own: Profile) -> Amounts:
        """For each statement, what those words of another tell that can stand for one of its words."""
        found = np.zeros(self.size)
        for senses, told in own.wording:
            if senses not in self.known:
                tellers = {k for sense in senses for k in self.by_sense.get(sense, ())}
                self.known[senses] = np.array(sorted(tellers), dtype=np.intp)
            found[self.known[senses]] += told
        return found


def cast(profiles: Sequence[Profile]) -> Integers:
    """A row for each profile: the number of the actor in each role, 0 where none is named."""
    roles = sorted({role for own in profiles for role in own.actors})
    numbers: dict[str, int] = {}
    found = np.zeros((len(profiles), len(roles)), dtype=np.int32)
    for k, own in enumerate(profiles):
        for role, actor in own.actors.items():
            found[k, roles.index(role)] = numbers.setdefault(actor, len(numbers) + 1)
    return found


def telling_most(own: Profile) -> set[str]:
    """What the words of a statement can mean of which one at least is shared by a statement told in the same words."""
    words = sorted(own.wording, key=lambda w: (-w[1], sorted(w[0])))
    kept: set[str] = set()
    told, total = 0.0, sum(told for _, told in words)
    for senses, own_told in words:
        if told > (1 - ALIKE / (2 - ALIKE)) * total:
            break
        kept |= senses
        told += own_told
    return kept


def phases_met(own: Profile) -> tuple[str, ...]:
    """The phases in which an event can be a statement's."""
    if own.phase == OPEN:
        return PHASES
    return (*TENSES, REPEATED, OPEN) if own.phase in {*TENSES, REPEATED} else (own.phase, OPEN)


def looked_up(own: Profile) -> set[str]:
    """By what the events are found that can be a statement's: its class, the broader and near ones, its word's senses."""
    broader = shared_pack().event_classes.classes[own.class_].broader
    near = (f"near {' '.join(sorted((own.class_, c)))}" for c in neighbours(own.class_))
    return {*own.senses, *near, *(f"class {c}" for c in (own.class_, broader) if c and c != OTHER)}


class Gathered:
    """Pairs of sides with what their events share, until they are many."""

    def __init__(self) -> None:
        self.parts: list[tuple[Integers, Integers, float, float]] = []
        self.size = 0

    def add(self, left: Integers, right: Integers, shared: float, most: float) -> None:
        """Add the pairs of two events."""
        if len(left):
            self.parts.append((left, right, shared, most))
            self.size += len(left)

    def taken(self) -> tuple[Integers, Integers, Amounts, Amounts]:
        """All pairs so far, in order of the lower side."""
        left, right = (np.concatenate([part[k] for part in self.parts]) for k in (0, 1))
        sizes = [len(part[0]) for part in self.parts]
        shared, most = (np.repeat([part[k] for part in self.parts], sizes) for k in (2, 3))
        one, other = np.minimum(left, right), np.maximum(left, right)
        order = np.argsort(one, kind="stable")
        self.parts, self.size = [], 0
        return one[order], other[order], shared[order], most[order]


class Beside:
    """What the times and the words of two sides add, one side compared with many others at once.

    The words of clauses stand in a table of numbers, one for each set of what a word can mean; each word of one clause
    meets the first of the other's still free that can stand for it (see `words_met`).
    """

    def __init__(self, sides: Sequence[Side]) -> None:
        self.profiles = [s.shown.profile for s in sides]
        clauses = [p.clause for p in self.profiles]
        numbers: dict[frozenset[str], int] = {}
        self.clauses = [[(numbers.setdefault(w[0], len(numbers)), w[1]) for w in own] for own in clauses]
        holders: dict[str, list[int]] = {}
        for senses, number in numbers.items():
            for sense in senses:
                holders.setdefault(sense, []).append(number)
        self.near = [np.array(sorted({n for s in senses for n in holders[s]}), dtype=np.int64) for senses in numbers]
        width = max(map(len, clauses), default=0)
        self.words = np.full(
            (len(sides), max(1, width)), len(numbers), dtype=np.int32
        )  # the number that stands for none
        self.tells = np.zeros(self.words.shape)
        for k, own in enumerate(self.clauses):
            self.words[k, : len(own)] = [number for number, _ in own]
            self.tells[k, : len(own)] = [told for _, told in own]
        self.meets = np.zeros(len(numbers) + 1, dtype=bool)
        places: dict[str, int] = {}
        self.documents = np.array([places.setdefault(p.document, len(places)) for p in self.profiles], dtype=np.int32)
        self.timed = np.array([bool(p.times) for p in self.profiles], dtype=bool)
        self.background = np.array([p.background for p in self.profiles], dtype=bool)

    def of(self, one: Integers, other: Integers) -> Amounts:
        """What is added for pairs of sides, in order of the first."""
        found = np.zeros(len(one))
        edges = np.flatnonzero(np.diff(one, prepend=-1))
        for start, end in zip(edges.tolist(), [*edges[1:].tolist(), len(one)], strict=True):
            if end - start > FEW:
                found[start:end] = self.shared(int(one[start]), other[start:end])
        found = rounded(np.minimum(SHARED_WORDS, WORD * found))
        few = np.repeat(np.diff(edges, append=len(one)) <= FEW, np.diff(edges, append=len(one)))
        here = np.flatnonzero(few | (self.documents[one] == self.documents[other]))
        for at, a, b in zip(here.tolist(), one[here].tolist(), other[here].tolist(), strict=True):
            if not self.profiles[a].meant_beside.isdisjoint(self.profiles[b].meant_beside):
                found[at] = worded(words_met(self.profiles[a].clause, self.profiles[b].clause))
            else:
                found[at] = 0.0
        dated = (self.timed[one] & self.timed[other]) | (self.background[one] != self.background[other])
        rows = np.flatnonzero(dated)
        for at, a, b in zip(rows.tolist(), one[rows].tolist(), other[rows].tolist(), strict=True):
            found[at] += sum(part.weight for part in time_parts(self.profiles[a], self.profiles[b]))
        return found

    def shared(self, one: int, others: Integers) -> Amounts:
        """What the words tell that one clause and each of others share."""
        words, tells = self.words[others], self.tells[others]
        free = np.ones(words.shape, dtype=bool)
        rows = np.arange(len(others))
        total = np.zeros(len(others))
        for number, told in self.clauses[one]:
            self.meets[self.near[number]] = True
            can = self.meets[words] & free
            self.meets[self.near[number]] = False
            first = can.argmax(axis=1)
            got = can[rows, first]
            total += np.where(got, np.minimum(told, tells[rows, first]), 0.0)
            free[rows[got], first[got]] = False
        return total


def rounded(amounts: Amounts) -> Amounts:
    """Amounts to four digits, as Python rounds them: numpy scales and rounds, which is another number at times."""
    values, places = np.unique(amounts, return_inverse=True)
    return np.array([round(v, 4) for v in values.tolist()])[places]


class Columns:
    """Steps by the column, which for millions of them takes a tenth of the room."""

    def __init__(self) -> None:
        self.parts: list[tuple[NDArray[Any], ...]] = []

    def add(
        self,
        order: Amounts,
        shared: Amounts,
        low: Integers,
        high: Integers,
        one: Integers,
        other: Integers,
        what: int,
    ) -> None:
        """Add steps of one sort."""
        if len(order):
            self.parts.append((-order, low, high, one, other, np.full(len(order), what, dtype=np.int8), shared))

    def rows(self) -> Iterator[Step]:
        """The steps in order."""
        if not self.parts:
            return
        columns = [np.concatenate([part[k] for part in self.parts]) for k in range(len(self.parts[0]))]
        self.parts.clear()
        order = np.lexsort(columns[::-1])
        for start in range(0, len(order), CHUNK):
            chosen = order[start : start + CHUNK]
            yield from zip(*(c[chosen].tolist() for c in columns), strict=True)
