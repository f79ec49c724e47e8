"""The routes from a statement that affirms nothing to the claims that it may answer."""

import functools
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple, Protocol

from recoupe.claims.affairs import Affairs
from recoupe.claims.clashes import Clause, clash, clause_at, content
from recoupe.claims.denied_matter import of_any, own_negative, same_matter
from recoupe.claims.drafted import Drafted
from recoupe.claims.found import OTHER
from recoupe.claims.kinds import bare
from recoupe.claims.likely import Likely
from recoupe.claims.matching import told_by_both
from recoupe.claims.profiles import Profile
from recoupe.claims.ties import Nearness
from recoupe.languages import language_pack, shared_pack
from recoupe.model import Statement

DENIED_WORDS = 2.5  # what the words that a denial and a claim share must tell (a name or rare word tells 1)
LIKELY_WORDS = 1.0  # the same where nothing but likeness leads there: a common verb (`asked`, `seen`) is not enough
DENIED_SHARE = 0.6  # the share of what a denial denies that the claim must tell
Said = tuple[Clause, Mapping[str, str]]  # a clause, and the names in its statement by their roles


# by class of events the claims that tell some, with their statements
ByClass = Mapping[str, Mapping[int, Sequence[int]]]


class Near(NamedTuple):
    """A claim (by its place) that a statement may answer: how much the statement says of its event, and the route there."""

    much: int
    claim: int
    route: str


class Route(Protocol):
    """One way in which a statement can be about a claim; its name is shown where an answer is explained."""

    @property
    def name(self) -> str:
        """Its name, a key of the messages."""

    def claims(self, i: int) -> Mapping[int, int]:
        """The claims that a statement (by its place) may answer, each with how much it says of their event (1 or more)."""


def by_class(groups: Sequence[Sequence[int]], profiles: Sequence[Profile]) -> ByClass:
    """The claims that tell events of each class, each by its place with the statements that do."""
    found: dict[str, dict[int, list[int]]] = {}
    for g, members in enumerate(groups):
        for m in members:
            found.setdefault(profiles[m].class_, {}).setdefault(g, []).append(m)
    return found


def nearest(routes: Sequence[Sequence[Route]], i: int) -> list[Near]:
    """The claims of the first row of routes of which one leads anywhere; each claim by the first route of its row."""
    for row in routes:
        found: dict[int, Near] = {}
        for route in row:
            for g, much in route.claims(i).items():
                found.setdefault(g, Near(much, g, route.name))
        if found:
            return list(found.values())
    return []


def general_truth(drafted: Drafted) -> bool:
    """Whether a denial says what befalls nobody as a rule (`on ne meurt pas de marcher`), and not that something was not."""
    befallen = shared_pack().event_classes.classes[drafted.found.class_].roles[:1] == ["theme"]
    if not befallen or drafted.statement.phase == "done":
        return False
    subjects = drafted.annotation.dependents(drafted.found.token, "nsubj")
    tokens = [drafted.annotation.tokens[s] for s in subjects]
    return any(t.norm in language_pack(t.language).settings.nobody for t in tokens)


def denies(statement: Statement) -> bool:
    """Whether a statement denies that something was or will be."""
    return statement.stance == "denies" and statement.realis == "actual"


class ByParticipants:
    """The claims of events of a statement's class or sense, by who and what takes part in them.

    Where some tell of events of its own class, those alone.
    """

    name = "participants"

    def __init__(
        self,
        shown: Sequence[Sequence[Profile]],
        items: Sequence[Drafted],
        profiles: Sequence[Profile],
        nearness: Nearness,
    ) -> None:
        self.shown = shown
        self.items = items
        self.profiles = profiles
        self.nearness = nearness
        self.index: dict[str, set[int]] = {}
        for g, members in enumerate(shown):
            for event in {event for own in members for event in events_of(own)}:
                self.index.setdefault(event, set()).add(g)

    def claims(self, i: int) -> Mapping[int, int]:
        """See `Route`."""
        drafted, own = self.items[i], self.profiles[i]
        narrow = own_negative(drafted)
        if (narrow and not own.actors) or only_part(drafted):
            return {}
        akin = not narrow and (bool(own.actors) or own.own_people) and of_any(drafted, own)
        events = events_of(own) | (akin_to(own) if akin else set())
        near = {g: self.nearness.of(i, g) for g in sorted({g for e in events for g in self.index.get(e, ())})}
        near = {g: much for g, much in near.items() if much and same_matter(drafted, own, self.shown[g])}
        if akin:
            return near  # (who never sold anything there never shipped any)
        of_class = {g: much for g, much in near.items() if one_class(own, self.shown[g])}
        return of_class if narrow else of_class or near


class OfAffair:
    """What the routes need that find claims of one affair by the classes of their events."""

    def __init__(self, told: ByClass, items: Sequence[Drafted], profiles: Sequence[Profile], affairs: Affairs) -> None:
        self.told = told
        self.items = items
        self.profiles = profiles
        self.affairs = affairs


class TakenUp:
    """The claim of the event that a denial takes up from elsewhere in its own report."""

    name = "taken up"

    def __init__(self, groups: Sequence[Sequence[int]], items: Sequence[Drafted]) -> None:
        self.items = items
        self.told = {
            (items[m].statement.document, items[m].found.token): g for g, members in enumerate(groups) for m in members
        }

    def claims(self, i: int) -> Mapping[int, int]:
        """See `Route`."""
        drafted = self.items[i]
        g = self.told.get((drafted.statement.document, drafted.takes_up)) if drafted.takes_up is not None else None
        return {g: 1} if g is not None else {}


class IfAffirmed:
    """The claims that a denial would be told in if it affirmed what it denies, whatever the roles of its participants: those
    that tell more of its words than a common verb."""

    name = "likely"

    def __init__(
        self,
        shown: Sequence[Sequence[Profile]],
        items: Sequence[Drafted],
        profiles: Sequence[Profile],
        likely: Likely,
        nearness: Nearness,
    ) -> None:
        self.shown = shown
        self.items = items
        self.profiles = profiles
        self.likely = likely
        self.nearness = nearness

    def claims(self, i: int) -> Mapping[int, int]:
        """See `Route`."""
        if not denies(self.items[i].statement) or own_negative(self.items[i]):
            return {}
        own = self.profiles[i]
        return {
            g: 1
            for g in self.likely.by(i)
            if any(told_by_both(own, m) >= LIKELY_WORDS or own_deed(own, m) for m in self.shown[g])
            and not self.nearness.other_actors(own, g)
            and not self.nearness.other_things(own, g)
        }


class ByClause:
    """The claims whose clauses cannot hold beside a denial's, for denials that no named participant ties to a claim.

    Each clause is read once.
    """

    name = "clause"

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        items: Sequence[Drafted],
        profiles: Sequence[Profile],
        nearness: Nearness,
    ) -> None:
        self.groups = groups
        self.items = items
        self.profiles = profiles
        self.nearness = nearness
        self.known: dict[Hashable, list[int]] = {}

    @functools.cached_property
    def clauses(self) -> list[list[Said]]:
        """The clauses of each claim's statements that say different things, with the names in each."""
        return [list(dict(map(self.said, members)).values()) for members in self.groups]

    @functools.cached_property
    def holders(self) -> dict[str, set[int]]:
        """The claims that a word stands in."""
        found: dict[str, set[int]] = {}
        for g, own in enumerate(self.clauses):
            for word in {word for clause, _ in own for word in clause.words}:
                found.setdefault(word, set()).add(g)
        return found

    def said(self, i: int) -> tuple[Hashable, Said]:
        """The clause and the names of a statement, and both without their places."""
        clause, names = clause_of(self.items[i]), names_by_role(self.items[i])
        return (content(clause), bare(names)), (clause, names)

    def claims(self, i: int) -> Mapping[int, int]:
        """See `Route`."""
        if not denies(self.items[i].statement):
            return {}
        key, (own, named) = self.said(i)
        if key not in self.known:
            near = sorted({g for word in own.words for g in self.holders.get(word, ())})
            self.known[key] = [
                g
                for g in near
                if any(clash(own, clause) and not other_names(named, names) for clause, names in self.clauses[g])
            ]
        found = [g for g in self.known[key] if not self.nearness.others_than_speaker(self.profiles[i], g)]
        if own_negative(
            self.items[i]
        ):  # what a report says by the way (`no bus serves the place any more`) answers its own word
            found = [g for g in found if any(one_predicate(own, clause) for clause, _ in self.clauses[g])]
        return dict.fromkeys(found, 1)


class ByWording:
    """The claims that tell nearly all that words of denial say no to, by another word (`dément la circulation d'un convoi`)."""

    name = "wording"

    def __init__(
        self,
        shown: Sequence[Sequence[Profile]],
        items: Sequence[Drafted],
        profiles: Sequence[Profile],
        nearness: Nearness,
    ) -> None:
        self.shown = shown
        self.items = items
        self.profiles = profiles
        self.nearness = nearness

    @functools.cached_property
    def holders(self) -> dict[str, set[int]]:
        """The claims of which a statement tells a word, by what that can mean."""
        found: dict[str, set[int]] = {}
        for g, members in enumerate(self.shown):
            for sense in {s for own in members for senses, _ in own.wording for s in senses}:
                found.setdefault(sense, set()).add(g)
        return found

    def claims(self, i: int) -> Mapping[int, int]:
        """See `Route`."""
        own = self.profiles[i]
        if not denies(self.items[i].statement) or self.items[i].takes_up is None:
            return {}
        near = sorted({g for senses, _ in own.wording for s in senses for g in self.holders.get(s, ())})
        told = [g for g in near if any(one_wording(own, other) for other in self.shown[g])]
        return {g: 1 for g in told if not self.nearness.others_than_speaker(own, g)}


def events_of(own: Profile) -> set[str]:
    """By what the claims are found whose event can be a statement's: its class and the broader one, what its word can mean."""
    broader = shared_pack().event_classes.classes[own.class_].broader
    return {*(f"class {c}" for c in (own.class_, broader) if c and c != OTHER), *own.senses}


def own_deed(own: Profile, other: Profile) -> bool:
    """Whether two statements tell events of one class of somebody whom both name."""
    return own.class_ == other.class_ != OTHER and not {*own.actors.values()}.isdisjoint(other.actors.values())


def only_part(drafted: Drafted) -> bool:
    """Whether somebody denies a part in what their report tells (`dément toute implication`), which tells no event of its own."""
    token = drafted.annotation.tokens[drafted.found.token]
    pack = language_pack(token.language)
    entry = pack.events.nouns.get(token.lemma) if drafted.found.nominal else None
    shared = entry is not None and entry.general and token.lemma in pack.denials.shares
    return shared and denies(drafted.statement) and drafted.takes_up is None


def akin_to(own: Profile) -> set[str]:
    """By what the claims are found that tell events of a kind akin to a statement's (`sell`, `ship`)."""
    return {f"class {c}" for c in shared_pack().event_classes.classes[own.class_].akin}


def one_class(own: Profile, members: Sequence[Profile]) -> bool:
    """Whether a claim tells of an event of a class of its own that is a statement's too."""
    return own.class_ != OTHER and any(own.class_ == m.class_ for m in members)


def one_wording(own: Profile, other: Profile) -> bool:
    """Whether another report tells nearly all that a denial denies, with no other actor or thing in a role."""
    if own.document == other.document or any(
        own.actors[r] != other.actors[r] for r in own.actors.keys() & other.actors.keys()
    ):
        return False
    if OTHER not in {own.class_, other.class_} and own.class_ != other.class_ and own.senses.isdisjoint(other.senses):
        return False  # events of two kinds that name the same things
    both = told_by_both(own, other)
    return both >= DENIED_WORDS and both >= DENIED_SHARE * sum(told for _, told in own.wording)


def names_by_role(drafted: Drafted) -> dict[str, str]:
    """The name in each role of a statement, by its head as written."""
    tokens = drafted.annotation.tokens
    return {role: tokens[head].norm for role, (head, _) in drafted.found.fillers.items() if tokens[head].pos == "PROPN"}


def one_predicate(a: Clause, b: Clause) -> bool:
    """Whether two clauses have one predicate, or words of one family as predicates."""
    one_family = bool(a.family) and a.family == b.family
    return a.predicate == b.predicate or one_family or not a.senses.isdisjoint(b.senses)


def other_names(a: Mapping[str, str], b: Mapping[str, str]) -> bool:
    """Whether two statements name different ones in one role."""
    return any(a[role] != b[role] for role in a.keys() & b.keys())


def clause_of(drafted: Drafted) -> Clause:
    """The clause that a statement is told by."""
    annotation = drafted.annotation
    return clause_at(annotation, annotation.tokens[drafted.found.token], drafted.statement.values)
