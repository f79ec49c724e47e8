"""Groups of statements that are, on average, likely to be of one claim are merged.

Average linkage (UPGMA: R. Sokal, C. Michener, 1958), over the log-odds that two statements are of one claim, and not
across what bars statements from one claim, unless few of them are so barred: each of these counts as the least odds there
are, and a single misread one does not keep two claims in two. Links join what is told in much the same way; this joins what each
report tells in words of its own. Each wording counts once, however many reports repeat it, so that a copy decides nothing.
"""

import functools
import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from operator import or_
from typing import NamedTuple

from recoupe.claims.affairs import Affairs
from recoupe.claims.found import OTHER
from recoupe.claims.happenings import Telling, Tellings
from recoupe.claims.kinds import Decided, kinds, told_apart
from recoupe.claims.links import looked_up
from recoupe.claims.profiles import Profile
from recoupe.claims.resemblance import FLOOR, apart, barred, comparable, weighed
from recoupe.languages import shared_pack

SHOWN = 6  # wordings of a group that are compared with those of another
MISREAD = 1 / 3  # share of the pairs of two groups that may bar them from one another: one statement may be misread

Pair = tuple[int, int]


class Comparison(NamedTuple):
    """Two wordings with the log-odds that they are of one claim, by a statement of each."""

    odds: float
    words: tuple[str, str]
    pair: Pair


@dataclass
class Group:
    """Statements of one or several groups. size: how many wordings; near: the average odds with other groups (the rest
    count as FLOOR), each with the two statements that are most alike."""

    members: list[int]
    kinds: set[int]
    size: int
    rank: str
    near: dict[int, tuple[float, tuple[float, Pair]]]


def merged(
    groups: Sequence[Sequence[int]],
    profiles: Sequence[Profile],
    tellings: Tellings,
    affairs: Affairs,
    words: Sequence[str],
) -> tuple[list[list[int]], list[Pair]]:
    """The groups after merging, each in order, and for each merger the two statements that are most alike.

    groups: statements joined by links; words: the wording of every statement.
    """
    merging = Merging(groups, profiles, tellings, affairs, words)
    return merging.run(), merging.links


class Merging:
    """Groups merged, the most likely first; ties are broken by the statements' words."""

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        profiles: Sequence[Profile],
        tellings: Tellings,
        affairs: Affairs,
        words: Sequence[str],
    ) -> None:
        self.tellings = tellings
        reports = [{profiles[m].document for m in members} for members in groups]
        self.told_in = [functools.reduce(or_, map(affairs.bit, own), 0) for own in reports]
        self.around = [functools.reduce(or_, map(affairs.around, own), 0) for own in reports]
        own = kinds(profiles, told_apart)
        self.clash = Decided(barred, profiles, own)
        self.shown = [by_wording(members, words) for members in groups]
        self.groups = {
            g: Group(list(members), {own[m] for m in members}, len(shown), min(shown), {})
            for g, (members, shown) in enumerate(zip(groups, self.shown, strict=True))
        }
        self.threshold = shared_pack().same_claim.joined
        self.links: list[Pair] = []
        self.waiting: list[tuple[float, str, str, int, int]] = []
        for g, h in self.candidates():
            average, best = self.compared(g, h)
            self.groups[g].near[h] = self.groups[h].near[g] = (average, best)
            self.wait(average, g, h)

    def run(self) -> list[list[int]]:
        """The groups, each in order."""
        while self.waiting:
            _, _, _, g, h = heapq.heappop(self.waiting)
            if g in self.groups and h in self.groups:
                if self.barred(self.groups[g].kinds, self.groups[h].kinds):
                    continue
                self.merge(g, h)
        return sorted(sorted(group.members) for group in self.groups.values())

    def candidates(self) -> Iterator[Pair]:
        """Pairs of groups that nothing bars, told in reports of one affair, two statements near enough to compare them."""
        by_event: dict[str, set[int]] = {}
        by_word: dict[str, set[int]] = {}
        unclassed: set[int] = set()  # the groups of which words tell an event that no class does
        compared = [self.compared_of(g) for g in range(len(self.shown))]
        for h, own in enumerate(compared):
            events = {key for one in own for key in found_by(one)}
            words = {sense for one in own for senses, _ in one.profile.wording for sense in senses}
            open_ = any(one.profile.class_ == OTHER for one in own)
            by_words = set[int]().union(*(by_word.get(word, ()) for word in words))
            near = set().union(*(by_event.get(key, ()) for key in events))
            near |= by_words if open_ else by_words & unclassed
            for g in sorted(g for g in near if self.around[h] & self.told_in[g]):
                if self.barred(self.groups[g].kinds, self.groups[h].kinds):
                    continue
                if any(comparable(a, b) for a, b in product(compared[g], own)):
                    yield g, h
            for key in events:
                by_event.setdefault(key, set()).add(h)
            for word in words:
                by_word.setdefault(word, set()).add(h)
            if open_:
                unclassed.add(h)

    def barred(self, one: set[int], other: set[int]) -> bool:
        """Whether more of the statements of two groups, each kind counting once, tell them apart than may be misread."""
        return self.clash.share(one, other) > MISREAD

    def compared_of(self, g: int) -> list[Telling]:
        """The statements of a group that are compared, one for each wording."""
        return [self.tellings.of(members[0]) for members in list(self.shown[g].values())[:SHOWN]]

    def compared(self, g: int, h: int) -> tuple[float, tuple[float, Pair]]:
        """The average log-odds of two groups' wordings, and the two statements that are most alike."""
        found = self.comparisons(g, h)
        best = min(found, key=lambda c: (-c.odds, sorted(c.words)))
        return round(sum(c.odds for c in found) / len(found), 4), (best.odds, best.pair)

    def comparisons(self, g: int, h: int) -> list[Comparison]:
        """The wordings of two groups, as they were before anything was merged, each with each."""
        found = []
        for one, other in product(list(self.shown[g].items())[:SHOWN], list(self.shown[h].items())[:SHOWN]):
            pair = self.beside(one[1], other[1])
            found.append(Comparison(self.odds(*pair), (one[0], other[0]), pair))
        return found

    def odds(self, a: int, b: int) -> float:
        """The log-odds that two statements are of one claim; FLOOR where their reports tell of other happenings."""
        one, other = self.tellings.of(a), self.tellings.of(b)
        if apart(one.profile, other.profile) or self.tellings.apart(a, b) is not None:
            return FLOOR
        return weighed(one, other, self.tellings.between(a, b))

    def beside(self, one: Sequence[int], other: Sequence[int]) -> Pair:
        """A statement of each of two wordings: of one report, where one tells both, so that a copy changes nothing."""
        reports = {self.tellings.report(n): n for n in reversed(other)}
        return next(((m, reports[r]) for m in one if (r := self.tellings.report(m)) in reports), (one[0], other[0]))

    def wait(self, average: float, g: int, h: int) -> None:
        """Put two groups in the order of their odds, if they are likely to be one."""
        if average >= self.threshold:
            low, high = sorted((self.groups[g].rank, self.groups[h].rank))
            heapq.heappush(self.waiting, (-average, low, high, g, h))

    def merge(self, g: int, h: int) -> None:
        """Make one group of two, under a new number."""
        a, b = self.groups.pop(g), self.groups.pop(h)
        self.links.append(a.near[h][1][1])
        size, number = a.size + b.size, len(self.shown) + len(self.links)
        made = Group(a.members + b.members, a.kinds | b.kinds, size, min(a.rank, b.rank), {})
        self.groups[number] = made
        for other in sorted((a.near.keys() | b.near.keys()) - {g, h}):
            ties = [group.near.get(other) for group in (a, b)]
            told = sum((tie[0] if tie else FLOOR) * group.size for tie, group in zip(ties, (a, b), strict=True))
            best = max((tie[1] for tie in ties if tie is not None), key=lambda t: t[0])
            average = round(told / size, 4)
            near = self.groups[other].near
            near.pop(g, None)
            near.pop(h, None)
            near[number] = made.near[other] = (average, best)
            self.wait(average, number, other)


def by_wording(members: Sequence[int], words: Sequence[str]) -> dict[str, list[int]]:
    """The statements of a group by their wording, in its order."""
    found: dict[str, list[int]] = {}
    for m in members:
        found.setdefault(words[m], []).append(m)
    return dict(sorted(found.items()))


def found_by(own: Telling) -> set[str]:
    """By what a statement is found whose event can be compared with another's, whatever words tell it."""
    classes = shared_pack().event_classes.classes
    class_ = own.profile.class_
    akin = {c for c, entry in classes.items() if class_ in entry.akin} | {*classes[class_].akin}
    happening = {f"happening {' '.join(sorted((class_, c)))}" for c in akin if c != OTHER}
    return {*looked_up(own.profile), *happening, f"word {own.word}", f"family {own.family}"}
