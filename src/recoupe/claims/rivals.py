"""Figures of one happening that cannot both hold, where two reports tell it by statements of different claims or of none."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, product

from msgspec import Struct

from recoupe.claims.affairs import Affairs
from recoupe.claims.figures import Bounds, Figure, meet
from recoupe.claims.found import OTHER
from recoupe.claims.happenings import LIKELY, Tellings
from recoupe.claims.links import looked_up
from recoupe.claims.matching import conflict, missed, one_event, one_sense, related_class
from recoupe.claims.profiles import Profile
from recoupe.model import Span

Bucket = tuple[str, str, str]  # what an event is found by, the slot and unit of a figure
Teller = tuple[str, int, Bounds]  # the claim, else the event, of which a statement tells a figure
Told = tuple[int, Figure]


class Rival(Struct, frozen=True):
    """Two figures of two statements (by their places) that cannot both hold of what both seem to tell."""

    a: int
    b: int
    figures: tuple[Span, Span]


class Rivals:
    """The figures of a pile that exclude one another though no claim shows them side by side.

    figures: by statement; groups: the members of each claim.
    """

    def __init__(
        self,
        figures: Mapping[int, Sequence[Figure]],
        groups: Sequence[Sequence[int]],
        profiles: Sequence[Profile],
        tellings: Tellings,
        affairs: Affairs,
    ) -> None:
        self.figures = figures
        self.profiles = profiles
        self.tellings = tellings
        self.affairs = affairs
        self.claim = {m: g for g, members in enumerate(groups) for m in members}
        self.shown = [self.shown_by(members) for members in groups]

    def found(self) -> list[Rival]:
        """The rivals in the order of the statements, one for each two claims (or events that no claim tells)."""
        made: dict[tuple[Teller, ...], Rival] = {}
        for tellers in self.tellers().values():
            for one, other in combinations(sorted(tellers), 2):
                pair = tuple(sorted((one, other)))
                if pair in made or one[:2] == other[:2] or meet(one[2], other[2]):
                    continue
                rival = next(self.rivals(tellers[one], tellers[other]), None)
                if rival is not None:
                    made[pair] = rival
        return sorted(made.values(), key=lambda r: (r.a, r.b, r.figures))

    def tellers(self) -> Mapping[Bucket, Mapping[Teller, list[Told]]]:
        """Who tells a figure of one unit, for events of one class or sense; of the statements of each, one for a report."""
        found: dict[Bucket, dict[Teller, list[Told]]] = defaultdict(lambda: defaultdict(list))
        for i, own in self.figures.items():
            claim = self.claim.get(i)
            name = ("event", self.tellings.event(i)) if claim is None else ("claim", claim)
            for figure in (f for f in own if f.counted):
                for event in sorted(looked_up(self.profiles[i])):
                    told = found[event, figure.slot, figure.unit][*name, figure.bounds]
                    if all(self.tellings.report(i) != self.tellings.report(k) for k, _ in told):
                        told.append((i, figure))
        return found

    def rivals(self, ones: Sequence[Told], others: Sequence[Told]) -> Iterator[Rival]:
        """Statements of different reports that tell figures of one happening, of which no claim shows both.

        ones, others: those of two tellers, each of which are of one claim (or of none) and tell figures of the same bounds.
        """
        if self.shows(ones[0][0], others[0][1]) or self.shows(others[0][0], ones[0][1]):
            return
        for (i, own), (k, other) in product(ones, others):
            if self.tellings.report(i) != self.tellings.report(k) and self.one_happening(i, k):
                (a, mine), (b, theirs) = sorted(((i, own), (k, other)), key=lambda told: told[0])
                yield Rival(a, b, (mine.span, theirs.span))

    def shows(self, i: int, figure: Figure) -> bool:
        """Whether the claim of a statement gives another one's figure too, among its variants."""
        told = self.shown[self.claim[i]].get((figure.slot, figure.unit), ()) if i in self.claim else ()
        return any(meet(bounds, figure.bounds) for bounds in told)

    def shown_by(self, members: Sequence[int]) -> Mapping[tuple[str, str], Collection[Bounds]]:
        """The figures of a claim's statements by their slots and units, each once."""
        found: dict[tuple[str, str], set[Bounds]] = {}
        for figure in (f for m in members for f in self.figures.get(m, ())):
            found.setdefault((figure.slot, figure.unit), set()).add(figure.bounds)
        return found

    def one_happening(self, i: int, k: int) -> bool:
        """Whether two statements seem to tell of one happening: nothing tells them apart, and something ties them."""
        a, b = self.profiles[i], self.profiles[k]
        reports = self.tellings.report(i), self.tellings.report(k)
        if not (one_event(a, b) and one_time(a, b)) or missed(a, b) or a.beside_another or b.beside_another:
            return False
        if conflict(a, b) or not one_cast(a, b) or not self.affairs.one(*reports):
            return False
        if self.tellings.apart(i, k) is not None or (a.places and b.places and not a.places.keys() & b.places.keys()):
            return False
        if somewhere(a, b):
            return True
        named = not self.tellings.of(i).names.isdisjoint(self.tellings.of(k).names)
        if a.class_ == b.class_ != OTHER or one_sense(a, b):
            return named or tied(a, b) or self.tellings.odds(i, k) > LIKELY
        return named and related_class(a.class_, b.class_) is not None


def one_time(a: Profile, b: Profile) -> bool:
    """Whether two events can be of one day, neither told as background where the other is not."""
    if a.background != b.background:
        return False
    days = [(low <= last and first <= high) for low, high, _ in a.times for first, last, _ in b.times]
    return not days or any(days)


def one_cast(a: Profile, b: Profile) -> bool:
    """Whether whom both name in a role is one, and nobody is named in a role in which the other has a thing."""
    both = a.spans.keys() & b.spans.keys()
    return all(a.actors.get(role) == b.actors.get(role) for role in both)


def somewhere(a: Profile, b: Profile) -> bool:
    """Whether two statements tell one place, or one owner of what takes part."""
    owners = any(a.owners[role] == b.owners[role] for role in a.owners.keys() & b.owners.keys())
    return owners or not a.places.keys().isdisjoint(b.places.keys())


def tied(a: Profile, b: Profile) -> bool:
    """Whether two statements name somebody in one role, or a thing by a word that is no everyday one."""
    actors = any(a.actors[role] == b.actors[role] for role in a.actors.keys() & b.actors.keys())
    things = any(
        a.things[role].one_word(b.things[role]) and not (a.things[role].everyday or a.things[role].event)
        for role in a.things.keys() & b.things.keys()
    )
    return actors or things
