"""What ties a statement to a claim by who and what takes part in its event, however either is worded."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from msgspec import Struct

from recoupe.claims.affairs import Affairs
from recoupe.claims.found import OTHER
from recoupe.claims.kinds import bare, kinds, taking_part
from recoupe.claims.matching import one_event, other_actor, told_alike
from recoupe.claims.profiles import Profile
from recoupe.claims.things import BODY, HOLDERS, LADINGS, PERSON, Thing
from recoupe.languages import shared_pack

CALLING = "calling"  # what words for those tell of them who do something as their work
GOODS = {*LADINGS, *HOLDERS}  # a cargo goes by broader words
Kind = tuple[int, int]  # of a statement by who and what takes part, and by its words


class Named(Struct, frozen=True):
    """What two statements name in one role: whether it can be one thing, and whether the words settle that.

    A load may hold anything, and `the equipment` be any: they leave it to other statements of the claim what was meant.
    """

    role: str
    agrees: bool
    settled: bool


class Tie(Struct, frozen=True):
    """What ties a statement to one of a claim.

    apart: whether they name other actors in one role; things: what both name in the same roles;
    shared: the participants that they share, 0 where nothing ties them;
    anywhere: whether it does so whatever reports they stand in, or only in reports of one affair; by_words: whether
    it does so only where two reports tell them in the same words; described: it does so by describing whom the claim names.
    """

    apart: bool
    things: tuple[Named, ...] = ()
    shared: int = 0
    anywhere: bool = True
    by_words: bool = False
    described: bool = False


class Nearness:
    """How much statements say of the events of claims, each two kinds of statements compared once.

    kind: of each statement, by all of it that ties it to others (see `taking_part`), and by its words.
    """

    def __init__(self, groups: Sequence[Sequence[int]], profiles: Sequence[Profile], affairs: Affairs) -> None:
        self.profiles = profiles
        own = kinds(profiles, taking_part), kinds(profiles, lambda own: bare(own.wording))
        self.kind = list(zip(*own, strict=True))
        self.affairs = affairs
        self.shown = dict(zip(reversed(self.kind), reversed(profiles), strict=True))
        self.members: list[dict[Kind, int]] = []  # for each claim the kinds of its statements, each with their reports
        self.persons: list[set[str]] = []  # for each claim the roles in which its statements tell persons by a noun
        self.actors: list[dict[str, set[str]]] = []  # for each claim its actors by role
        self.cast: list[set[str | None]] = []  # for each claim all of them
        for members in groups:
            held: dict[Kind, int] = {}
            named: dict[str, set[str]] = {}
            for m in members:
                for role, actor in profiles[m].actors.items():
                    named.setdefault(role, set()).add(actor)
                held[self.kind[m]] = held.get(self.kind[m], 0) | affairs.bit(profiles[m].document)
            self.members.append(held)
            self.persons.append({r for kind in held for r in persons_in(self.shown[kind])})
            self.cast.append({actor for own in named.values() for actor in own})
            self.actors.append(named)
        self.ties: dict[tuple[int, int], Tie] = {}
        self.by_kind: dict[tuple[int, int], list[tuple[Tie, Kind, int]]] = {}
        self.known: dict[tuple[Kind, int], list[tuple[Tie, int]]] = {}

    def of(self, i: int, g: int) -> int:
        """How much a statement says of the event of a claim; 0 where it is another event's (another giver, other goods)."""
        own, document = self.kind[i], self.profiles[i].document
        if (own, g) not in self.known:
            self.known[own, g] = self.tied(own, g)
        return max((tie.shared for tie, reports in self.known[own, g] if self.holds(tie, document, reports)), default=0)

    def other_actors(self, own: Profile, g: int) -> bool:
        """Whether a statement names somebody in a role in which a claim names another one."""
        return self.others(own.actors, g)

    def other_things(self, own: Profile, g: int) -> bool:
        """Whether a statement names another thing in a role than all those that a claim names there."""
        told = [self.shown[kind].things for kind in self.members[g]]
        return any(none_agrees([named_by_both(r, t, m[r]) for m in told if r in m]) for r, t in own.things.items())

    def others_than_speaker(self, own: Profile, g: int) -> bool:
        """As `other_actors`, those aside who speak: `nobody told us` denies that the firm was told."""
        return self.others({role: actor for role, actor in own.actors.items() if actor != own.speaker}, g)

    def others(self, named: Mapping[str, str], g: int) -> bool:
        """Whether a claim names others in a role than are named there."""
        there = self.actors[g]
        return any(role in there and actor not in there[role] for role, actor in named.items())

    def tied(self, own: Kind, g: int) -> list[tuple[Tie, int]]:
        """What ties a kind of statements to those of a claim, each with their reports; nothing where it is another event."""
        key = own[0], g
        if key not in self.by_kind:
            self.by_kind[key] = self.events(own, g)
        found: dict[Tie, int] = {}
        for tie, other, reports in self.by_kind[key]:
            if not tie.by_words or told_alike(self.shown[own], self.shown[other]):
                found[tie] = found.get(tie, 0) | reports
        return list(found.items())

    def events(self, own: Kind, g: int) -> list[tuple[Tie, Kind, int]]:
        """As `tied`, the words of the statements aside, each with the kind that it ties to."""
        one = self.shown[own]
        if self.other_actors(one, g) or (one.actors and self.cast[g].isdisjoint((*one.actors.values(), one.speaker))):
            return []  # (who names somebody is tied to nothing but what names them, or who speaks)
        ties = {other[0]: self.tie(own, other) for other in self.members[g]}
        if self.persons[g].isdisjoint(persons_in(one)):
            ties = {k: tie for k, tie in ties.items() if not tie.described}  # (who is named may be a body)
        if other_thing(list(ties.values())):
            return []
        kept = ((ties.get(other[0]), other, reports) for other, reports in self.members[g].items())
        return [(tie, other, reports) for tie, other, reports in kept if tie is not None and tie.shared]

    def tie(self, a: Kind, b: Kind) -> Tie:
        """What ties two kinds of statements, their words aside."""
        key = a[0], b[0]
        if key not in self.ties:
            self.ties[key] = tie_between(self.shown[a], self.shown[b])
        return self.ties[key]

    def holds(self, tie: Tie, document: str, reports: int) -> bool:
        """Whether a tie holds between a statement of a report and one of several others."""
        if tie.by_words:
            reports &= ~self.affairs.bit(document)
        return bool(reports if tie.anywhere else reports & self.affairs.around(document))


def persons_in(own: Profile) -> list[str]:
    """The roles in which a statement tells a person by a noun."""
    return [role for role, thing in own.things.items() if thing.kind == PERSON]


def other_thing(ties: Sequence[Tie]) -> bool:
    """Whether a statement names another thing than all statements of a claim that name one in its role."""
    if any(tie.shared and tie.described for tie in ties):
        return False
    by_role: dict[str, list[Named]] = {}
    for named in (named for tie in ties for named in tie.things):
        by_role.setdefault(named.role, []).append(named)
    return any(map(none_agrees, by_role.values()))


def none_agrees(named: Sequence[Named]) -> bool:
    """Whether what a statement names in a role is nothing that those of a claim name there, by the words that settle it."""
    return bool(named) and not any(n.agrees for n in [n for n in named if n.settled] or named)


def named_by_both(role: str, own: Thing, claim: Thing) -> Named:
    """The things that a statement and one of a claim name in a role."""
    unsettled = {own.kind, claim.kind} & HOLDERS or (claim.broad and not own.broad)
    return Named(role, own.agrees(claim), own.one_word(claim) or not unsettled)


def tie_between(own: Profile, claim: Profile) -> Tie:
    """What ties a statement to one of a claim: an actor, a rare thing, the speaker; else that nobody is named."""
    if other_actor(own, claim):
        return Tie(True)
    if own.own_people and "agent" in own.things and not one_doer(own, claim):
        own = replace(own, things={r: t for r, t in own.things.items() if r != "agent"})
    both = own.things.keys() & claim.things.keys()
    named = tuple(named_by_both(r, own.things[r], claim.things[r]) for r in sorted(both))
    if own.own_part and own.speaker_named and own.speaker not in claim.actors.values() and "agent" in claim.actors:
        return Tie(False, named)  # they deny their own part, which the claim does not tell
    if own.own_people and not may_be_theirs(own, claim):
        return Tie(False, named)
    actors = len(own.actors.keys() & claim.actors.keys())
    if own.nominal or claim.nominal:  # `the arrest of X by Y`: a noun leaves open who does and who undergoes
        apart = {*own.actors.values()} & {*claim.actors.values()}
        actors = max(actors, len(apart))
    things = sum(n.agrees for n in named)
    rare = any(
        own.things[r].key == claim.things[r].key and not (own.things[r].everyday and claim.things[r].everyday)
        for r in both
    )
    party = own.speaker is not None and own.speaker in claim.actors.values()
    actors += own.own_people and party and may_be_called(own, claim)
    unnamed = not own.actors and nobody_named(own, claim)
    anywhere = bool(actors or (rare and not own.actors) or (party and (things or own.own_part)))
    described = not (anywhere or unnamed or own.actors) and somebody_described(own, claim)
    if not anywhere and not unnamed and not described:
        return Tie(False, named)
    return Tie(False, named, max(1, 2 * actors + things + party), anywhere, not one_event(own, claim), described)


def one_doer(own: Profile, claim: Profile) -> bool:
    """Whether a statement and one of a claim tell who did it by words that may name the same."""
    return "agent" in claim.things and own.things["agent"].agrees(claim.things["agent"])


def may_be_called(own: Profile, claim: Profile) -> bool:
    """Whether what a statement tells by a noun may be what a claim names in its place (`no school`, `the Dorval school`)."""
    return all(own.things[r].kind in {BODY, PERSON} for r in own.things.keys() & claim.actors.keys() - {"agent"})


def may_be_theirs(own: Profile, claim: Profile) -> bool:
    """Whether those who did what a claim tells may be the people of who denies it: the body itself, or of some calling."""
    if "agent" in claim.actors:
        return claim.actors["agent"] == own.speaker
    agent = claim.things.get("agent")
    plight = agent is not None and shared_pack().kinds.aspects.get(agent.part, CALLING) != CALLING
    return not plight


def somebody_described(own: Profile, claim: Profile) -> bool:
    """Whether a statement only describes the one whom a claim of the same class names (`l'apprenti n'a pas été frappé`)."""
    if own.class_ == OTHER or own.class_ != claim.class_:
        return False
    persons = [r for r, thing in own.things.items() if thing.kind == PERSON and r in claim.actors]
    both = own.things.keys() & claim.things.keys()
    return bool(persons) and all(own.things[r].agrees(claim.things[r]) for r in both)


def nobody_named(own: Profile, claim: Profile) -> bool:
    """Whether a statement and one of a claim may be of one event by their things alone, or tell of none."""
    both = own.things.keys() & claim.things.keys()
    if not both:
        return not own.things and own.class_ != OTHER
    if not all(own.things[r].agrees(claim.things[r]) for r in both):
        return False
    one_thing = any(own.things[r].one_word(claim.things[r]) or own.things[r].kind in GOODS for r in both)
    every = own.class_ == claim.class_ != OTHER and all(own.things[r].broad for r in both)  # (`any repair of ships`)
    return (
        one_thing or every or not own.senses.isdisjoint(claim.senses)
    )  # (a door that was not closed is no plant that was)
