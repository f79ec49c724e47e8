"""Who took a passage from whom: by credit, by the dates, by what is cut; nobody where nothing decides.

A passage may come from an agency's text that is not in the pile: the base of its family. A report that takes passages
from several others has a parent in each family, so that the whole pile is a directed graph in which texts may be mixed.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz.distance import LCSseq

from recoupe.model import Document
from recoupe.reuse.credits import Credits
from recoupe.reuse.dates import Order
from recoupe.reuse.stretches import Family, Stretch
from recoupe.reuse.words import WordRow

LOST = 12  # words that a copy must have cut inside what it shares with the other text
GAINED = 0.25  # of these, the words that it may have put in
RANKS = {"credit": 0, "relay": 1, "dates": 2, "cuts": 3}

Basis = Literal["credit", "relay", "dates", "cuts", "several"]


@dataclass(frozen=True)
class Taken:
    """Where a stretch of a family comes from: the index of another stretch, or the family's base; what shows it."""

    parent: int | None = None
    basis: Basis | None = None


@dataclass(frozen=True)
class Derived:
    """A family with where each of its stretches comes from. base: the agency whose missing text it goes back to."""

    family: Family
    taken: tuple[Taken, ...]
    base: str | None = None


class Derivation:
    """What is known of the order of the reports of a pile."""

    def __init__(
        self,
        documents: Sequence[Document],
        rows: Sequence[WordRow],
        credits: Mapping[str, Credits],
        found: Sequence[Family],
    ) -> None:
        self.documents = documents
        self.rows = rows
        self.by_id = {d.id: d for d in documents}
        self.credits = [credits[d.id] for d in documents]
        self.hulls = hulls(found)
        self.partners: dict[int, set[int]] = {}
        for family in found:
            reports = {s[0] for s in family.stretches}
            for report in reports:
                self.partners.setdefault(report, set()).update(reports)
        self.known: dict[tuple[int, int], Basis | None] = {}
        self.named_inside: dict[Stretch, set[str]] = {}
        self.order = Order(self.by_id)

    def derived(self, family: Family) -> Derived:
        """A family with its parents."""
        base = self.base(family)
        reports = {s[0] for s in family.stretches}
        taken = [self.taken(family, k, reports, base) for k in range(len(family.stretches))]
        return Derived(family, tuple(without_circles(taken)), base)

    def own(self, report: int, agency: str) -> bool:
        """Whether a report is an agency's own: it is its outlet, or there is no other and it stands in its lines."""
        credits = self.credits[report]
        return credits.outlet == agency or (credits.outlet is None and agency in credits.lines)

    def base(self, family: Family) -> str | None:
        """The agency that several reports credit, or the passage itself names as its go-between, without a text of its own.

        Where its text is in the pile and shares any passage with these reports, it is not missing; nor where the passage only
        cites it for something, in one report, and what it published itself is in the pile and in other words.
        """
        named: dict[str, tuple[int, int]] = {}
        for report in sorted({s[0] for s in family.stretches}):
            credits = self.credits[report]
            inside = {a for s in family.stretches if s[0] == report for a in self.relays(s)}
            for actor in sorted(inside | set(credits.lines)):
                passed, lines = named.get(actor, (0, 0))
                named[actor] = passed + (actor in inside), lines + (actor in credits.lines)
        reports = {s[0] for s in family.stretches}
        around = {other for r in reports for other in self.partners.get(r, ())}
        every = range(len(self.documents))
        missing = {
            actor: counts
            for actor, counts in named.items()
            if (counts[0] > 0 or counts[1] > 1)
            and not any(self.own(r, actor) for r in reports | around)
            and not (counts == (1, 0) and any(self.own(r, actor) for r in every))
        }
        return min(missing, key=lambda a: (-sum(missing[a]), a), default=None)

    def relays(self, stretch: Stretch) -> set[str]:
        """The go-betweens named inside a stretch."""
        if stretch not in self.named_inside:
            self.named_inside[stretch] = self.named_in(stretch)
        return self.named_inside[stretch]

    def named_in(self, stretch: Stretch) -> set[str]:
        """The same, looked up."""
        report, first, last = stretch
        start, end = self.rows[report].starts[first], self.rows[report].ends[last - 1]
        named = self.credits[report].relays
        return {a for a, spans in named.items() if any(start <= s.start and s.end <= end for s in spans)}

    def taken(self, family: Family, at: int, reports: Set[int], base: str | None) -> Taken:
        """Where one stretch comes from. reports: those of the family."""
        own = family.stretches[at]
        by_report = {
            report: basis
            for report in reports
            if report != own[0]
            and (basis := self.basis(own, report)) is not None
            and (base is None or basis == "credit")
        }
        bases = {k: by_report[other[0]] for k, other in enumerate(family.stretches) if other[0] in by_report}
        if base is not None and not bases:
            if base in self.relays(own):
                return Taken(None, "relay")
            return Taken(None, "credit") if self.credits[own[0]].names(base) else Taken()
        return self.nearest(family, at, bases)

    def nearest(self, family: Family, at: int, bases: Mapping[int, Basis]) -> Taken:
        """The parent among stretches that can be: a credited one first, then the one with most words in common."""
        if not bases:
            return Taken()
        words = self.forms(family.stretches[at])
        credited = [k for k in bases if bases[k] in {"credit", "relay"}] or list(bases)
        forms = {k: self.forms(family.stretches[k]) for k in credited}
        shared = {other: LCSseq.similarity(words, other) for other in set(forms.values())}
        alike = {k: shared[other] for k, other in forms.items()}
        best = max(alike.values())
        closest = [k for k in sorted(credited, key=lambda k: (RANKS[bases[k]], k)) if alike[k] == best]
        for k in closest:
            first = family.stretches[k]
            if all(family.stretches[o][0] == first[0] or self.basis(family.stretches[o], first[0]) for o in closest):
                return Taken(k, bases[k])
        return Taken(None, "several")

    def forms(self, stretch: Stretch) -> tuple[str, ...]:
        """The words of a stretch."""
        return self.rows[stretch[0]].forms[stretch[1] : stretch[2]]

    def basis(self, own: Stretch, other: int) -> Basis | None:
        """What shows that a stretch comes from another report; `None` where nothing does."""
        publisher = self.credits[other].outlet
        if publisher is not None and publisher in self.relays(own) and not self.follows(other, own[0]):
            return "relay" if not self.credits[own[0]].lines.get(publisher) else "credit"
        key = own[0], other
        if key not in self.known:
            self.known[key] = self.between(*key)
        return self.known[key]

    def follows(self, report: int, other: int) -> bool:
        """Whether a report is surely later than another."""
        return self.order.earlier(self.documents[other].id, self.documents[report].id)

    def between(self, report: int, other: int) -> Basis | None:
        """What shows that what two reports share comes to the first from the second."""
        mine, theirs = self.credits[report], self.credits[other]
        if self.follows(other, report):
            return None
        if self.named(report, other) and not self.named(other, report):
            return "credit"
        if self.named(other, report) and not self.follows(report, other):
            return None
        if self.follows(report, other):
            elsewhere = set(mine.lines) - set(theirs.lines) - {theirs.outlet}
            return None if elsewhere else "dates"
        if mine.outlet is not None and mine.outlet == theirs.outlet:
            return None
        return "cuts" if self.cut(report, other) else None

    def named(self, report: int, other: int) -> bool:
        """Whether a report credits the outlet, or as the agency the publisher, of another."""
        publisher = self.credits[other].outlet
        if publisher is not None:
            return self.credits[report].names(publisher)
        return self.credits[report].outlet is not None and any(
            self.own(other, a) and self.credits[report].names(a) for a in self.credits[other].lines
        )

    def cut(self, report: int, other: int) -> bool:
        """Whether a report lacks words that stand in the other inside what they share, and has hardly any more itself.

        Who copies cuts; who wrote first did not write around what was not there yet. What keeps no order tells nothing.
        """
        hull, theirs = self.hulls.get((report, other)), self.hulls.get((other, report))
        if hull is None or theirs is None:
            return False
        mine = self.rows[report].forms[slice(*hull)]
        full = self.rows[other].forms[slice(*theirs)]
        same = LCSseq.similarity(mine, full)
        lost, gained = len(full) - same, len(mine) - same
        return lost >= LOST and gained <= GAINED * lost


def hulls(found: Sequence[Family]) -> dict[tuple[int, int], tuple[int, int]]:
    """For each two reports of a family of copies the words of the first from the first to the last that they share."""
    hull: dict[tuple[int, int], tuple[int, int]] = {}
    for family in found:
        if family.kind in {"translation", "rewording"}:
            continue
        own: dict[int, tuple[int, int]] = {}
        for report, first, last in family.stretches:
            low, high = own.get(report, (first, last))
            own[report] = min(low, first), max(high, last)
        for report, (first, last) in own.items():
            for other in own:
                if other != report:
                    low, high = hull.get((report, other), (first, last))
                    hull[report, other] = min(low, first), max(high, last)
    return hull


def without_circles(taken: Sequence[Taken]) -> list[Taken]:
    """Stretches that come from one another in a circle come from nowhere that is known; the weakest ties go first."""
    found = list(taken)
    for basis in sorted(RANKS, key=lambda b: -RANKS[b]):
        for at in range(len(found)):
            circle = path(found, at)
            if len(circle) > 1 and circle[0] == circle[-1] and any(found[k].basis == basis for k in circle):
                for k in circle:
                    if found[k].basis == basis:
                        found[k] = replace(found[k], parent=None, basis=None)
    return found


def path(taken: Sequence[Taken], at: int) -> list[int]:
    """A stretch and those that it comes from, in turn, up to the first one or the first that comes again."""
    seen = [at]
    while (parent := taken[seen[-1]].parent) is not None:
        if parent in seen:
            return [*seen, parent]
        seen.append(parent)
    return seen
