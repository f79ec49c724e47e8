"""Links between statements of a pile, strongest first, without every two of them compared.

Statements that are equal in all that a comparison of themselves reads are one side; two sides are compared once. What
the reports and sentences around add is asked only of statements that it may still join (see `joining`).
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from recoupe.claims.affairs import alike
from recoupe.claims.found import OTHER
from recoupe.claims.happenings import Telling, Tellings, asked, by_events, most_around, one_happening
from recoupe.claims.kinds import beside, event, numbered
from recoupe.claims.matching import (
    AFFAIR,
    ONE_AFFAIR,
    SAME_PHASE,
    THRESHOLD,
    compare,
    conflict,
    event_parts,
    of_affairs,
    related,
    time_parts,
    worded,
    words_met,
)
from recoupe.claims.profiles import Profile
from recoupe.languages import shared_pack
from recoupe.model.claims import EvidencePart

ENOUGH = 2.5  # of what two statements share, for the sentences and reports around them to be looked at
SURE = 0.001  # by which the most that can be added is put higher, as what is added is rounded
CHUNK = 65536  # steps that are turned from columns into rows at once

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

    shown: one of them; members: all, in order; rank: of their wording among those of the pile; meant: all that the words
    of its clause can mean.
    """

    shown: Telling
    members: tuple[int, ...]
    rank: int
    meant: frozenset[str]


class Links:
    """What may link statements of a pile.

    indices: those that are linked, in order; words: the wording of every statement.
    """

    def __init__(
        self, indices: Sequence[int], profiles: Sequence[Profile], tellings: Tellings, words: Sequence[str]
    ) -> None:
        ranked = sorted({words[i] for i in indices})
        events = numbered(told_of(tellings.of(i)) for i in indices)
        alone = numbered((e, beside(profiles[i]), words[i]) for e, i in zip(events, indices, strict=True))
        members: dict[int, list[int]] = {}
        self.by_event: dict[int, list[int]] = {}  # sides by the number of what tells their event
        for e, side, i in zip(events, alone, indices, strict=True):
            if side not in members:
                self.by_event.setdefault(e, []).append(side)
            members.setdefault(side, []).append(i)
        self.sides = [
            Side(
                tellings.of(own[0]),
                tuple(own),
                bisect_left(ranked, words[own[0]]),
                frozenset(sense for senses, _, _ in profiles[own[0]].clause for sense in senses),
            )
            for own in members.values()
        ]
        self.tellings = tellings
        reports = {profiles[i].document: profiles[i].affair for i in indices}
        places = {document: k for k, document in enumerate(reports)}
        self.report = {i: places[profiles[i].document] for i in indices}
        self.near = [near | 1 << k for k, near in enumerate(alike(list(reports.values()), AFFAIR))]

    def one_affair(self, a: int, b: int) -> bool:
        """Whether the reports of two statements tell of one affair."""
        return bool(self.near[self.report[a]] >> self.report[b] & 1)

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
        """Pairs of sides whose events can be one: what they share, and the most that may be added when it is asked."""
        for first, second, shared, most in self.events():
            lefts, rights = self.by_event[first], self.by_event[second]
            for k, left in enumerate(lefts):
                for right in lefts[k:] if first == second else rights:
                    one, other = (left, right) if left < right else (right, left)
                    if one != other or len(self.sides[one].members) > 1:
                        yield one, other, round(shared + self.beside(one, other), 4), most

    def beside(self, one: int, other: int) -> float:
        """What the times and the words of two sides add."""
        a, b = self.sides[one], self.sides[other]
        p, q = a.shown.profile, b.shown.profile
        told = sum(part.weight for part in time_parts(p, q)) if p.times and q.times else 0.0
        return told if a.meant.isdisjoint(b.meant) else told + worded(words_met(p.clause, q.clause))

    def events(self) -> Iterator[tuple[int, int, float, float]]:
        """Pairs of events, by their numbers, that can be one, with what they share and the most that may be added."""
        shown = {e: self.sides[sides[0]].shown for e, sides in self.by_event.items()}
        most = most_around() + SURE
        held: dict[tuple[str, str], list[int]] = {}
        for e, a in shown.items():
            keys = {(a.profile.phase, key) for key in looked_up(a.profile)}
            for key in keys:
                held.setdefault(key, []).append(e)
            for d in sorted({d for key in keys for d in held[key]}):
                b = shown[d]
                if not related(b.profile, a.profile) or conflict(b.profile, a.profile):
                    continue
                own = by_events(b, a) + most if asked(b, a) else 0.0
                shared = sum(part.weight for part in event_parts(b.profile, a.profile)) + SAME_PHASE
                yield d, e, shared, own if own > 0 else -math.inf


def told_of(a: Telling) -> object:
    """All by which the event of a statement is compared with another's."""
    return event(a.profile), a.word, a.family, a.tells, a.reporting, a.nominal


def looked_up(own: Profile) -> set[str]:
    """By what the events are found that can be a statement's: the broadest class and what its word can mean."""
    broader = shared_pack().event_classes.classes[own.class_].broader
    return {*own.senses, *((f"class {broader or own.class_}",) if own.class_ != OTHER else ())}


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
