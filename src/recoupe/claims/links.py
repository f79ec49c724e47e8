"""Links between statements of a pile, strongest first, without every two of them compared.

Statements that are equal in all that a comparison of themselves reads are one side; two sides are compared once. What
the reports and sentences around add is asked only of statements that it may still join (see `joining`).
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np

from recoupe.claims.found import OTHER
from recoupe.claims.happenings import Telling, Tellings, asked, by_events, most_around, one_happening
from recoupe.claims.kinds import beside, numbered
from recoupe.claims.matching import (
    ALIKE,
    CLASS,
    ONE_AFFAIR,
    OPEN,
    THRESHOLD,
    compare,
    conflict,
    event_parts,
    neighbours,
    of_affairs,
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
    those of the pile; meant: all that the words of its clause can mean.
    """

    shown: Telling
    members: tuple[int, ...]
    event: int
    rank: int
    meant: frozenset[str]


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
                frozenset(sense for senses, _, _ in profiles[own[0]].clause for sense in senses),
            )
            for side, own in members.items()
        ]

    def steps(self) -> Iterator[Step]:
        """Pairs of sides that may be linked, strongest first; where more must be asked, by the most that it can be."""
        columns = Columns()
        for one, other, shared, most in self.met():
            a, b = self.sides[one], self.sides[other]
            ranks = (a.rank, b.rank) if a.rank < b.rank else (b.rank, a.rank)
            counted = of_affairs(a.shown.profile, b.shown.profile)
            for score, what, asking in ((shared + ONE_AFFAIR, ONE, ASK_ONE), (shared, ANY, ASK_ANY))[not counted :]:
                if score >= THRESHOLD:
                    columns.add(score, score, *ranks, one, other, what)
                elif score >= ENOUGH and score + most >= THRESHOLD:
                    columns.add(score + most, score, *ranks, one, other, asking)
        return columns.rows()

    def met(self) -> Iterator[tuple[int, int, float, float]]:
        """Pairs of sides that may be linked: what they share, and the most that may be added when more is asked.

        Their events are of one class or sense, or else are told in the same words.
        """
        known: dict[tuple[int, int], tuple[float, float] | None] = {}
        for first, second in self.akin():
            known[first, second] = found = self.events(first, second)
            if found is None:
                continue
            lefts, rights = self.by_event[first], self.by_event[second]
            for k, left in enumerate(lefts):
                for right in lefts[k:] if first == second else rights:
                    if left != right or len(self.sides[left].members) > 1:
                        yield self.row(left, right, *found)
        compared = set(known)
        for left, right in self.worded(compared):
            pair = self.events_of(left, right)
            if pair not in known:
                known[pair] = self.events(*pair)
            if (found := known[pair]) is not None:
                yield self.row(left, right, *found)

    def events_of(self, left: int, right: int) -> tuple[int, int]:
        """The numbers of what tells the events of two sides, the lower first."""
        first, second = self.sides[left].event, self.sides[right].event
        return (first, second) if first < second else (second, first)

    def row(self, left: int, right: int, shared: float, most: float) -> tuple[int, int, float, float]:
        """What two sides share, by what their events share."""
        one, other = (left, right) if left < right else (right, left)
        return one, other, round(shared + self.beside(one, other), 4), most

    def beside(self, one: int, other: int) -> float:
        """What the times and the words of two sides add."""
        a, b = self.sides[one], self.sides[other]
        p, q = a.shown.profile, b.shown.profile
        told = (
            sum(part.weight for part in time_parts(p, q))
            if (p.times and q.times) or p.background != q.background
            else 0.0
        )
        if a.meant.isdisjoint(b.meant):
            return told
        ours, theirs = (
            [word for word in clause if not word[0].isdisjoint(meant)]
            for clause, meant in ((p.clause, b.meant), (q.clause, a.meant))
        )
        return told + worded(words_met(ours, theirs))

    def shown(self, e: int) -> Profile:
        """A statement of an event."""
        return self.sides[self.by_event[e][0]].shown.profile

    def akin(self) -> Iterator[tuple[int, int]]:
        """Pairs of events of one class or sense, the lower number first."""
        held: dict[tuple[str, str], list[int]] = {}
        for e in self.by_event:
            own = self.shown(e)
            keys = looked_up(own)
            for key in keys:
                held.setdefault((own.phase, key), []).append(e)
            met = {d for phase in phases_met(own) for key in keys for d in held.get((phase, key), ())}
            for d in sorted(met):
                if one_event(self.shown(d), own):
                    yield d, e

    def events(self, first: int, second: int) -> tuple[float, float] | None:
        """What two events share, and the most that may be added; none where something tells them apart."""
        a, b = (self.sides[self.by_event[e][0]].shown for e in (first, second))
        p, q = a.profile, b.profile
        if conflict(p, q):
            return None
        most = by_events(a, b) + most_around() + SURE if asked(a, b) else 0.0
        told = sum(part.weight for part in event_parts(p, q)) if one_event(p, q) else CLASS
        shared = told + sum(part.weight for part in (*participant_parts(p, q), *phase_parts(p, q)))
        return shared, most if most > 0 else -math.inf

    def worded(self, known: Container[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Pairs of sides of one phase that are told in the same words, the lower number first; known: events left out."""
        meant = [frozenset(sense for senses, _ in s.shown.profile.wording for sense in senses) for s in self.sides]
        totals = [sum(told for _, told in s.shown.profile.wording) for s in self.sides]
        held: dict[tuple[str, str], list[int]] = {}
        for k, side in enumerate(self.sides):
            own = side.shown.profile
            keys = telling_most(own)
            for key in keys:
                held.setdefault((own.phase, key), []).append(k)
            for j in sorted({j for phase in phases_met(own) for key in keys for j in held.get((phase, key), ())}):
                if self.events_of(j, k) in known or (j == k and len(side.members) == 1):
                    continue
                other = self.sides[j].shown.profile
                reached = sum(told for senses, told in own.wording if not senses.isdisjoint(meant[j]))
                if 2 * reached >= ALIKE * (totals[j] + totals[k]) - SURE and told_alike(other, own):
                    yield j, k


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


TENSES = ("done", "under way")  # may be one phase where no class tells whether an event lasts


def phases_met(own: Profile) -> tuple[str, ...]:
    """The phases in which an event can be a statement's."""
    if own.phase == OPEN:
        return PHASES
    return (*TENSES, OPEN) if own.phase in TENSES else (own.phase, OPEN)


def looked_up(own: Profile) -> set[str]:
    """By what the events are found that can be a statement's: its class, the broader and near ones, its word's senses."""
    broader = shared_pack().event_classes.classes[own.class_].broader
    near = (f"near {' '.join(sorted((own.class_, c)))}" for c in neighbours(own.class_))
    return {*own.senses, *near, *(f"class {c}" for c in (own.class_, broader) if c and c != OTHER)}


class Columns:
    """Steps by the column, which for millions of them takes a tenth of the room."""

    def __init__(self) -> None:
        self.order = array("d")
        self.shared = array("d")
        self.rest = [array("l") for _ in range(5)]

    def add(self, score: float, shared: float, *rest: int) -> None:
        """Add a step."""
        self.order.append(-score)
        self.shared.append(shared)
        for column, value in zip(self.rest, rest, strict=True):
            column.append(value)

    def rows(self) -> Iterator[Step]:
        """The steps in order."""
        columns = [np.array(c) for c in (self.order, *self.rest, self.shared)]
        order = np.lexsort(columns[::-1])
        for start in range(0, len(order), CHUNK):
            chosen = order[start : start + CHUNK]
            yield from zip(*(c[chosen].tolist() for c in columns), strict=True)
