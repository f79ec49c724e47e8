"""Statements of one comparable side: what is equal in all that a comparison reads is compared once."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import fields
from typing import Any

from recoupe.claims.found import OPEN, OTHER
from recoupe.claims.matching import may_last
from recoupe.claims.profiles import Profile
from recoupe.model import Span

NONE: frozenset[int] = frozenset()
Kinds = list[int]  # for each statement the number of its kind
BESIDE = {"times", "background", "counts", "clause", "wording"}  # what a statement tells around its event
# what no comparison of events reads
OUTSIDE = {"words", "speaker", "own_part", "own_people", "speaker_named", "affair", "document", "told_on"}
EVENT = [f.name for f in fields(Profile) if f.name not in BESIDE | OUTSIDE]


def event(own: Profile) -> Hashable:
    """All of a profile by which its event is compared with another's."""
    return tuple(bare(getattr(own, name)) for name in EVENT)


def beside(own: Profile) -> Hashable:
    """Its times and words."""
    return tuple(bare(getattr(own, name)) for name in sorted(BESIDE))


def bare(value: Any) -> Hashable:
    """A value without the places in the text where it stands."""
    if isinstance(value, Span):
        return None
    if isinstance(value, dict):
        return tuple((key, bare(value[key])) for key in sorted(value))
    if isinstance(value, list | tuple):
        return tuple(bare(v) for v in value)
    return value  # type: ignore[no-any-return]


def told_apart(own: Profile) -> Hashable:
    """All of a profile by which it can conflict with another's.

    Phase and whether a noun leaves it open, whether a class tells it and it may last, on whose side of opposites its predicate
    is and what that can mean, participants, their names and numbers, owners, labels and fields; with what is counted when
    that was.
    """
    return (
        own.phase,
        own.unsettled,
        own.nominal and own.phase == OPEN,
        own.class_ == OTHER,
        own.class_ != OTHER and may_last(own.class_),
        tuple(sorted(own.actors.items())),
        tuple(sorted(own.things.items(), key=lambda t: t[0])),
        tuple(sorted(own.named.items())),
        tuple(sorted(own.one.items())),
        own.plain,
        tuple(sorted(own.owners.items())),
        tuple((word, number) for word, number, _ in own.labels),
        own.sides,
        own.senses if own.sides else None,
        own.fields,
        own.share,
        own.refuses,
        own.rank,
        (tuple(sorted(own.counts.items())), bare(own.times), own.background, own.told_on) if own.counts else None,
    )


def answered(own: Profile) -> Hashable:
    """All of a profile that tells what it answers, or by what it is answered, but its words and its report."""
    return event(own), own.speaker, own.own_part, own.own_people, own.speaker_named


def taking_part(own: Profile) -> Hashable:
    """All of a profile by which who and what takes part ties it to another's, and what tells their events."""
    parties = (bare(own.actors), bare(own.things), own.speaker, own.own_part, own.own_people, own.speaker_named)
    return own.class_, own.senses, own.nominal, parties


def kinds(profiles: Sequence[Profile], key: Callable[[Profile], Hashable]) -> Kinds:
    """The kind of each profile, by a key; kinds are numbered as they are first met."""
    return numbered(key(own) for own in profiles)


def numbered(keys: Iterable[Hashable]) -> Kinds:
    """The number of each key, as they are first met."""
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]


class Decided:
    """A decision on pairs of statements, made once for each two kinds."""

    def __init__(self, decide: Callable[[Profile, Profile], bool], profiles: Sequence[Profile], own: Kinds) -> None:
        self.decide = decide
        self.own = own
        self.shown: dict[int, Profile] = {}
        for profile, kind in zip(profiles, own, strict=True):
            self.shown.setdefault(kind, profile)
        self.holds: dict[int, set[int]] = {}  # for each kind those with which it is known to hold, and not to
        self.fails: dict[int, set[int]] = {}

    def any(self, first: set[int], second: set[int]) -> bool:
        """Whether the decision holds for any of several kinds with any of others."""
        if any(not second.isdisjoint(self.holds.get(a, NONE)) for a in first):
            return True
        return any(self.pair(a, b) for a in first for b in second - self.fails.get(a, NONE))

    def share(self, first: set[int], second: set[int]) -> float:
        """For which share of the pairs of several kinds with others the decision holds."""
        for a in first:
            for b in second - self.holds.get(a, NONE) - self.fails.get(a, NONE):
                self.pair(a, b)
        return sum(len(second & self.holds.get(a, NONE)) for a in first) / (len(first) * len(second))

    def pair(self, a: int, b: int) -> bool:
        """The decision on two kinds."""
        if b in self.holds.get(a, NONE):
            return True
        if b in self.fails.get(a, NONE):
            return False
        decided = self.decide(self.shown[a], self.shown[b])
        known = self.holds if decided else self.fails
        known.setdefault(a, set()).add(b)
        return decided
