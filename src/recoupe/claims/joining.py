"""Statements joined to groups by their links, the strongest first, as long as no two members of a group conflict."""

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from recoupe.claims.affairs import Affairs
from recoupe.claims.happenings import LIKELY, Tellings
from recoupe.claims.kinds import Decided, kinds, told_apart
from recoupe.claims.links import ASK_ANY, ASK_ONE, ONE, Links
from recoupe.claims.matching import THRESHOLD, conflict, of_affairs, one_event
from recoupe.claims.profiles import Profile

Pair = tuple[int, int]
Found = tuple[float, int, int, int, int]  # the score's opposite, ranks of the two wordings, two statements


def joined(
    indices: Sequence[int], profiles: Sequence[Profile], tellings: Tellings, affairs: Affairs, words: Sequence[str]
) -> tuple[list[list[int]], list[Pair]]:
    """The groups of statements that say the same, each in order, and the links that joined them.

    indices: the statements that are grouped, in order; words: the wording of every statement.
    """
    return run(indices, profiles, tellings, affairs, words, conflict)


def tied(
    members: Sequence[int], profiles: Sequence[Profile], tellings: Tellings, affairs: Affairs, words: Sequence[str]
) -> list[Pair]:
    """The links that hold together statements, in order, which a user has put into one claim, as far as there are any."""
    return run(members, profiles, tellings, affairs, words, lambda _a, _b: False)[1]


def run(
    indices: Sequence[int],
    profiles: Sequence[Profile],
    tellings: Tellings,
    affairs: Affairs,
    words: Sequence[str],
    apart: Callable[[Profile, Profile], bool],
) -> tuple[list[list[int]], list[Pair]]:
    """The groups and links of statements under a constraint."""
    clash = Decided(apart, profiles, kinds(profiles, told_apart))
    joining = Joining(Links(indices, profiles, tellings, words), tellings, affairs, clash)
    return joining.run(), joining.links


@dataclass
class Group:
    """Statements joined so far, their kinds and sides, and the groups that they conflict with, by the place of one member."""

    members: list[int]
    kinds: set[int]
    sides: set[int]
    barred: set[int]


class Joining:
    """Single link under the constraint that no two members of a group conflict.

    Links are taken in the order of their score; ties are broken by the statements' words, so that neither the order of
    the reports nor a copy of one decides. Two groups that conflict once do so for good, and are not looked at again.
    Where two sides lie in one group already nothing more is asked of them. links: the pairs that joined two groups.
    """

    def __init__(self, source: Links, tellings: Tellings, affairs: Affairs, clash: Decided) -> None:
        self.source = source
        self.tellings = tellings
        self.affairs = affairs
        self.clash = clash
        self.place = {m: m for side in source.sides for m in side.members}
        self.groups = {
            m: Group([m], {clash.own[m]}, {k}, set()) for k, side in enumerate(source.sides) for m in side.members
        }
        self.held = [{m: [m] for m in side.members} for side in source.sides]  # members of a side by their groups
        self.links: list[Pair] = []
        self.waiting: list[Found] = []

    def run(self) -> list[list[int]]:
        """The groups, each in order."""
        for order, low, high, one, other, what, shared in self.source.steps():
            while self.waiting and self.waiting[0][:3] < (order, low, high):
                self.join(*heapq.heappop(self.waiting)[3:])
            for g, h in self.unjoined(one, other):
                pairs = self.pairs(one, other, g, h, what)
                if what in {ASK_ONE, ASK_ANY}:
                    self.ask(pairs, low, high, shared)
                elif (found := next((p for p in pairs if self.tellings.apart(*p) is None), None)) is not None:
                    self.merge(g, h, found)
        while self.waiting:
            self.join(*heapq.heappop(self.waiting)[3:])
        return sorted(sorted(g.members) for g in self.groups.values())

    def unjoined(self, one: int, other: int) -> Iterator[Pair]:
        """Pairs of groups that hold statements of two sides and may be joined. Groups may be joined in between."""
        first, second = self.held[one], self.held[other]
        if len(first) == len(second) == 1 and first.keys() == second.keys():
            return
        lefts, rights = list(first), list(second)
        for left, right in combinations(lefts, 2) if one == other else product(lefts, rights):
            g, h = self.place[left], self.place[right]
            if self.open(g, h):
                yield g, h

    def open(self, g: int, h: int) -> bool:
        """Whether two groups may be joined; they are barred from one another where they may not."""
        if g == h or h in self.groups[g].barred:
            return False
        if self.clash.any(self.groups[g].kinds, self.groups[h].kinds):
            self.groups[g].barred.add(h)
            self.groups[h].barred.add(g)
            return False
        return True

    def pairs(self, one: int, other: int, g: int, h: int, what: int) -> Iterator[Pair]:
        """Statements of two sides in two groups that a step is about."""
        a, b = self.source.sides[one].shown.profile, self.source.sides[other].shown.profile
        counted, by_words = of_affairs(a, b), not one_event(a, b)
        of_one = what in {ONE, ASK_ONE}
        for m, n in product(self.held[one][g], self.held[other][h]):
            here, there = self.tellings.report(m), self.tellings.report(n)
            if by_words and here == there:
                continue  # a report tells one thing in the same words once
            if not counted or self.affairs.one(here, there) == of_one:
                yield m, n

    def ask(self, pairs: Iterator[Pair], low: int, high: int, shared: float) -> None:
        """Note the links of statements that share too little, and whose sentences and reports tell of one happening."""
        for a, b in pairs:
            told = self.tellings.odds(a, b)
            if told > LIKELY and (score := round(shared + told, 4)) >= THRESHOLD:
                heapq.heappush(self.waiting, (-score, low, high, a, b))

    def join(self, a: int, b: int) -> None:
        """Join the groups of two linked statements, if they may be."""
        g, h = self.place[a], self.place[b]
        if self.open(g, h) and self.tellings.apart(a, b) is None:
            self.merge(g, h, (a, b))

    def merge(self, g: int, h: int, found: Pair) -> None:
        """Make one group of two."""
        if len(self.groups[g].members) < len(self.groups[h].members):
            g, h = h, g
        own, taken = self.groups[g], self.groups.pop(h)
        own.members += taken.members
        own.kinds |= taken.kinds
        own.sides |= taken.sides
        own.barred |= taken.barred
        for barred in taken.barred:
            self.groups[barred].barred.discard(h)
            self.groups[barred].barred.add(g)
        for side in taken.sides:
            self.held[side].setdefault(g, []).extend(self.held[side].pop(h))
        for m in taken.members:
            self.place[m] = g
        self.links.append(found)
