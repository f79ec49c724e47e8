"""Which claim a denial, a refusal or a supposition answers."""

import functools
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from msgspec import Struct

from recoupe.claims.affairs import Affairs
from recoupe.claims.clashes import Clause, clash, clause_at, content
from recoupe.claims.denied_matter import (
    another,
    denied_at_all,
    own_negative,
    said_of_same,
    same_matter,
    steps_back,
)
from recoupe.claims.found import OTHER
from recoupe.claims.happenings import Tellings
from recoupe.claims.kinds import answered, bare, kinds
from recoupe.claims.likely import Likely
from recoupe.claims.matching import one_event, told_alike, told_by_both
from recoupe.claims.profiles import Profile
from recoupe.claims.statements import Drafted
from recoupe.claims.things import HOLDERS, LADINGS
from recoupe.languages import shared_pack
from recoupe.model import Answer, Statement

FARTHEST = ("open", "planned", "imminent", "repeated", "under way", "done")  # phases, the event itself last
AHEAD = {"planned", "imminent"}
DENIED_WORDS = 2.5  # what the words that a denial and a claim share must tell (a name or rare word tells 1)
DENIED_SHARE = 0.6  # the share of what a denial denies that the claim must tell
Kind = tuple[int, int]  # of a statement by what is answered of it, and by its words
Said = tuple[Clause, Mapping[str, str]]  # a clause, and the names in its statement by their roles


class Answers(Struct, frozen=True):
    """For each claim (by its place) the statements that deny, decline or suppose it; for each statement its answers."""

    denials: Mapping[int, tuple[str, ...]]
    refusals: Mapping[int, tuple[str, ...]]
    hypothetical: Mapping[int, tuple[str, ...]]
    given: Mapping[int, tuple[Answer, ...]]


def answers_to(
    groups: Sequence[Sequence[int]],
    ids: Sequence[str],
    items: Sequence[Drafted],
    profiles: Sequence[Profile],
    affairs: Affairs,
    tellings: Tellings,
) -> Answers:
    """What every statement that affirms nothing answers.

    groups: the members of each claim; ids: the claims' ids. A denial answers every claim that it covers; a refusal or a
    supposition the one claim of which it says most (where several are as near, the one of the event itself).
    """
    denials: dict[int, list[str]] = {}
    refusals: dict[int, list[str]] = {}
    hypothetical: dict[int, list[str]] = {}
    given: dict[int, tuple[Answer, ...]] = {}
    profiles = [denied_at_all(drafted, own) for drafted, own in zip(items, profiles, strict=True)]
    inside = {m for members in groups for m in members}
    told = {(items[m].statement.document, items[m].found.token): g for g, ms in enumerate(groups) for m in ms}
    kind = kinds(profiles, answered)
    shown = [list({kind[m]: profiles[m] for m in members}.values()) for members in groups]
    reports = [{items[m].statement.document for m in members} for members in groups]
    events = by_event(shown)
    denied, reworded = Denied(groups, items), Reworded(shown, items, profiles)
    likely = Likely(groups, profiles, tellings)
    nearness = Nearness(groups, profiles, kind, affairs)
    for i, drafted in enumerate(items):
        statement = drafted.statement
        affirming = statement.stance == "affirms" and statement.realis == "actual"
        if affirming or i in inside:
            continue
        near = []
        for g in sorted({g for event in events_of(profiles[i]) for g in events.get(event, ())}):
            if told_of := nearness.of(i, g):
                near.append((told_of, g))
        if own_negative(drafted):
            near = (
                [(told_of, g) for told_of, g in near if one_class(profiles[i], shown[g])] if profiles[i].actors else []
            )
        near = [(told_of, g) for told_of, g in near if same_matter(drafted, profiles[i], shown[g])]
        near = nearest_class(profiles[i], near, shown)
        taken_up = told.get((statement.document, drafted.takes_up)) if drafted.takes_up is not None else None
        if taken_up is not None and all(g != taken_up for _, g in near):
            near.append((1, taken_up))
        if not near and denies(statement) and not own_negative(drafted):
            near = [(told_of, g) for told_of, g in likely.by(i) if not nearness.other_actors(profiles[i], g)]
        if not near:
            found = denied.by(i) or reworded.by(i)
            near = [(told_of, g) for told_of, g in found if not nearness.others_than_speaker(profiles[i], g)]
        if drafted.implied:
            near = [(told_of, g) for told_of, g in near if said_of_same(profiles[i], shown[g])]
        if denies(statement):
            near = [(told_of, g) for told_of, g in near if not another(drafted, [items[m] for m in groups[g]])]
        if not near:
            continue
        best = max(near, key=lambda n: (n[0], *weight_of(statement, shown[n[1]], reports[n[1]]), ids[n[1]]))[1]
        if statement.stance == "refuses":
            refusals.setdefault(best, []).append(statement.id)
        elif denies(statement):
            phases = {g: profiles[groups[g][0]].phase for _, g in near}
            in_reach = [g for _, g in near if in_time(denied_phase(drafted, profiles[i]), phases[g])]
            told_most = max(
                in_reach,
                key=lambda g: (-steps_back(drafted, [items[m] for m in groups[g]]), len(reports[g]), ids[g]),
                default=-1,
            )
            covered = covers(profiles[i], in_reach, phases, told_most)
            for g in covered:
                denials.setdefault(g, []).append(statement.id)
            given[i] = tuple(Answer(ids[g], extent(drafted, profiles[i], shown[g])) for g in covered)
        elif statement.realis == "hypothetical" and statement.stance == "affirms":
            hypothetical.setdefault(best, []).append(statement.id)
    return Answers(frozen(denials), frozen(refusals), frozen(hypothetical), given)


def denies(statement: Statement) -> bool:
    """Whether a statement denies that something was or will be."""
    return statement.stance == "denies" and statement.realis == "actual"


def one_class(own: Profile, members: Sequence[Profile]) -> bool:
    """Whether a claim tells of an event of a class of its own that is a statement's too."""
    return own.class_ != OTHER and any(own.class_ == m.class_ for m in members)


def nearest_class(
    own: Profile, near: Sequence[tuple[int, int]], shown: Sequence[Sequence[Profile]]
) -> list[tuple[int, int]]:
    """The claims that tell of events of a statement's own class, where there are any, else all."""
    return [n for n in near if one_class(own, shown[n[1]])] or list(near)


def denied_phase(drafted: Drafted, own: Profile) -> str:
    """The phase of what a denial denies; what words of denial name in the present may be what is to come (`is closing`)."""
    left_open = own.phase == "under way" or own.nominal  # a noun's phase is that of the words around it
    return "open" if left_open and drafted.takes_up is not None else own.phase


def events_of(own: Profile) -> set[str]:
    """By what the claims are found whose event can be a statement's: its class and the broader one, what its word can mean."""
    broader = shared_pack().event_classes.classes[own.class_].broader
    return {*(f"class {c}" for c in (own.class_, broader) if c and c != OTHER), *own.senses}


def by_event(shown: Sequence[Sequence[Profile]]) -> dict[str, set[int]]:
    """The claims by the events under which an answer looks for them."""
    index: dict[str, set[int]] = {}
    for g, members in enumerate(shown):
        for event in {event for own in members for event in events_of(own)}:
            index.setdefault(event, set()).add(g)
    return index


class Denied:
    """The clauses of claims by their words, each read once, for denials that no named participant ties to a claim."""

    def __init__(self, groups: Sequence[Sequence[int]], items: Sequence[Drafted]) -> None:
        self.groups = groups
        self.items = items
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

    def by(self, i: int) -> list[tuple[int, int]]:
        """The claims, each with a nearness of 1, whose words a denial denies though no named participant ties them."""
        statement = self.items[i].statement
        if statement.stance != "denies" or statement.realis != "actual":
            return []
        key, (own, named) = self.said(i)
        if key not in self.known:
            near = sorted({g for word in own.words for g in self.holders.get(word, ())})
            self.known[key] = [
                g
                for g in near
                if any(clash(own, clause) and not other_names(named, names) for clause, names in self.clauses[g])
            ]
        return [(1, g) for g in self.known[key]]


class Reworded:
    """Claims by their words, for denials of what another word tells there (`dément la circulation d'un convoi`)."""

    def __init__(
        self, shown: Sequence[Sequence[Profile]], items: Sequence[Drafted], profiles: Sequence[Profile]
    ) -> None:
        self.shown = shown
        self.items = items
        self.profiles = profiles

    @functools.cached_property
    def holders(self) -> dict[str, set[int]]:
        """The claims of which a statement tells a word, by what that can mean."""
        found: dict[str, set[int]] = {}
        for g, members in enumerate(self.shown):
            for sense in {s for own in members for senses, _ in own.wording for s in senses}:
                found.setdefault(sense, set()).add(g)
        return found

    def by(self, i: int) -> list[tuple[int, int]]:
        """The claims, each with a nearness of 1, that tell nearly all that words of denial say no to."""
        own = self.profiles[i]
        statement = self.items[i].statement
        if statement.stance != "denies" or statement.realis != "actual" or self.items[i].takes_up is None:
            return []
        near = sorted({g for senses, _ in own.wording for s in senses for g in self.holders.get(s, ())})
        return [(1, g) for g in near if any(one_wording(own, other) for other in self.shown[g])]


def one_wording(own: Profile, other: Profile) -> bool:
    """Whether another report tells nearly all that a denial denies, with no other actor or thing in a role."""
    if own.document == other.document or any(
        own.actors[r] != other.actors[r] for r in own.actors.keys() & other.actors.keys()
    ):
        return False
    both = told_by_both(own, other)
    return both >= DENIED_WORDS and both >= DENIED_SHARE * sum(told for _, told in own.wording)


def names_by_role(drafted: Drafted) -> dict[str, str]:
    """The name in each role of a statement, by its head as written."""
    tokens = drafted.annotation.tokens
    return {role: tokens[head].norm for role, (head, _) in drafted.found.fillers.items() if tokens[head].pos == "PROPN"}


def other_names(a: Mapping[str, str], b: Mapping[str, str]) -> bool:
    """Whether two statements name different ones in one role."""
    return any(a[role] != b[role] for role in a.keys() & b.keys())


def clause_of(drafted: Drafted) -> Clause:
    """The clause that a statement is told by."""
    annotation = drafted.annotation
    return clause_at(annotation, annotation.tokens[drafted.found.token], drafted.statement.values)


def weight_of(statement: Statement, members: Sequence[Profile], reports: set[str]) -> tuple[int, bool, int]:
    """Which of several claims as near a statement is about: of the event itself, of its own report, told by most."""
    return FARTHEST.index(members[0].phase), statement.document in reports, len(reports)


def frozen(found: Mapping[int, list[str]]) -> dict[int, tuple[str, ...]]:
    """Lists as tuples."""
    return {g: tuple(ids) for g, ids in found.items()}


class Tie(Struct, frozen=True):
    """What ties a statement to one of a claim.

    apart: whether they name other actors in one role; things: roles in which both name a thing, and whether it can be one;
    shared: the participants that they share, 0 where nothing ties them;
    anywhere: whether it does so whatever reports they stand in, or only in reports of one affair; by_words: whether
    it does so only where two reports tell them in the same words.
    """

    apart: bool
    things: tuple[tuple[str, bool], ...] = ()
    shared: int = 0
    anywhere: bool = True
    by_words: bool = False


class Nearness:
    """How much statements say of the events of claims, each two kinds of statements compared once.

    kind: of each statement, by all that is `answered` of it.
    """

    def __init__(
        self, groups: Sequence[Sequence[int]], profiles: Sequence[Profile], kind: Sequence[int], affairs: Affairs
    ) -> None:
        self.profiles = profiles
        self.kind = list(zip(kind, kinds(profiles, lambda own: bare(own.wording)), strict=True))  # and by its words
        self.affairs = affairs
        self.shown = dict(zip(reversed(self.kind), reversed(profiles), strict=True))
        self.members: list[dict[Kind, int]] = []  # for each claim the kinds of its statements, each with their reports
        self.actors: list[dict[str, set[str]]] = []  # for each claim its actors by role
        for members in groups:
            held: dict[Kind, int] = {}
            named: dict[str, set[str]] = {}
            for m in members:
                for role, actor in profiles[m].actors.items():
                    named.setdefault(role, set()).add(actor)
                held[self.kind[m]] = held.get(self.kind[m], 0) | affairs.bit(profiles[m].document)
            self.members.append(held)
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
        return any(self.actors[g].get(role, set()) - {actor} for role, actor in own.actors.items())

    def others_than_speaker(self, own: Profile, g: int) -> bool:
        """As `other_actors`, those aside who speak: `nobody told us` denies that the firm was told."""
        told = {role: actor for role, actor in own.actors.items() if actor != own.speaker}
        return self.other_actors(replace(own, actors=told), g)

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
        if self.other_actors(self.shown[own], g):
            return []
        ties = {other[0]: self.tie(own, other) for other in self.members[g]}
        if other_thing(list(ties.values())):
            return []
        return [(tie, other, reports) for other, reports in self.members[g].items() if (tie := ties[other[0]]).shared]

    def tie(self, a: Kind, b: Kind) -> Tie:
        """What ties two kinds of statements, their words aside."""
        key = a[0], b[0]
        if key not in self.ties:
            self.ties[key] = tied(self.shown[a], self.shown[b])
        return self.ties[key]

    def holds(self, tie: Tie, document: str, reports: int) -> bool:
        """Whether a tie holds between a statement of a report and one of several others."""
        if tie.by_words:
            reports &= ~self.affairs.bit(document)
        return bool(reports if tie.anywhere else reports & self.affairs.around(document))


def other_thing(ties: Sequence[Tie]) -> bool:
    """Whether a statement names another thing than all statements of a claim that name one in its role."""
    roles = {role for tie in ties for role, _ in tie.things}
    return any(not any(agrees for tie in ties for r, agrees in tie.things if r == role) for role in roles)


def tied(own: Profile, claim: Profile) -> Tie:
    """What ties a statement to one of a claim: an actor, a rare thing, the speaker; else that nobody is named."""
    if any(own.actors[r] != claim.actors[r] for r in own.actors.keys() & claim.actors.keys()):
        return Tie(True)
    both = own.things.keys() & claim.things.keys()
    named = tuple((r, own.things[r].agrees(claim.things[r])) for r in sorted(both))
    if own.own_part and own.speaker_named and own.speaker not in claim.actors.values() and "agent" in claim.actors:
        return Tie(False, named)  # they deny their own part, which the claim does not tell
    actors = sum(own.actors[r] == claim.actors[r] for r in own.actors.keys() & claim.actors.keys())
    if own.nominal or claim.nominal:  # `the arrest of X by Y`: a noun leaves open who does and who undergoes
        apart = {*own.actors.values()} & {*claim.actors.values()}
        actors = max(actors, len(apart))
    things = sum(agrees for _, agrees in named)
    rare = any(
        own.things[r].key == claim.things[r].key and not (own.things[r].everyday and claim.things[r].everyday)
        for r in both
    )
    party = own.speaker is not None and own.speaker in claim.actors.values()
    goods = {*LADINGS, *HOLDERS}  # a cargo goes by broader words
    one_thing = any(own.things[r].one_word(claim.things[r]) or own.things[r].kind in goods for r in both)
    worded = one_thing or not own.senses.isdisjoint(claim.senses)  # (a door that was not closed is no plant that was)
    unnamed = (worded and things == len(both)) if both else (not own.things and own.class_ != OTHER)
    unnamed = unnamed and not own.actors
    anywhere = bool(actors or (rare and not own.actors) or (party and (things or own.own_part)))
    if not anywhere and not unnamed:
        return Tie(False, named)
    return Tie(False, named, max(1, 2 * actors + things + party), anywhere, not one_event(own, claim))


def in_time(denied: str, told: str) -> bool:
    """Whether the denial of an event in one phase can answer a claim about another: what is past is not what is ahead."""
    if told in AHEAD:
        return denied in {*AHEAD, "open"}
    return denied not in AHEAD or told == "open"


def covers(own: Profile, near: Sequence[int], phases: Mapping[int, str], best: int) -> list[int]:
    """The claims that a denial answers, of those as near in time as it can be.

    A denial that names nobody and nothing (`dément tout incendie`, `il n'a pas été frappé`) answers the one that is
    nearest; one that leaves its phase open answers what is said to have been before what is said to come.
    """
    if not (own.actors or own.things or own.named or own.owners):
        return [g for g in near if g == best]
    past = [g for g in near if phases[g] not in AHEAD]
    return past if own.phase == "open" and past else list(near)


def extent(drafted: Drafted, own: Profile, members: Sequence[Profile]) -> Literal["full", "part"]:
    """Whether a denial answers the whole claim: its phase, and every actor of it that it shares a role with."""
    if drafted.found.general or own.phase not in {members[0].phase, "open"}:
        return "part"
    return "full" if any(len(own.actors.keys() & m.actors.keys()) >= min(2, len(m.actors)) for m in members) else "part"
