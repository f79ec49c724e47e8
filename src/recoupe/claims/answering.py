"""Which claim a denial, a refusal or a supposition answers."""

import functools
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from recoupe.claims.affairs import likeness
from recoupe.claims.clashes import Clause, clash, clause_at
from recoupe.claims.found import OTHER
from recoupe.claims.kinds import answered, kinds
from recoupe.claims.matching import AFFAIR, related
from recoupe.claims.profiles import Profile
from recoupe.claims.statements import Drafted
from recoupe.languages import shared_pack
from recoupe.model import Answer, Statement

FARTHEST = ("open", "planned", "imminent", "repeated", "under way", "done")  # phases, the event itself last
AHEAD = {"planned", "imminent"}


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
) -> Answers:
    """What every statement that affirms nothing answers.

    groups: the members of each claim; ids: the claims' ids. A denial answers every claim that it covers; a refusal or a
    supposition the one claim of which it says most (where several are as near, the one of the event itself).
    """
    denials: dict[int, list[str]] = {}
    refusals: dict[int, list[str]] = {}
    hypothetical: dict[int, list[str]] = {}
    given: dict[int, tuple[Answer, ...]] = {}
    inside = {m for members in groups for m in members}
    told = {(items[m].statement.document, items[m].found.token): g for g, ms in enumerate(groups) for m in ms}
    kind = kinds(profiles, answered)
    shown = [list({kind[m]: profiles[m] for m in members}.values()) for members in groups]
    reports = [{items[m].statement.document for m in members} for members in groups]
    events = by_event(shown)
    denied = Denied(groups, items)
    known: dict[tuple[int, int], int] = {}
    for i, drafted in enumerate(items):
        statement = drafted.statement
        affirming = statement.stance == "affirms" and statement.realis == "actual"
        if affirming or i in inside:
            continue
        near = []
        for g in sorted({g for event in events_of(profiles[i]) for g in events.get(event, ())}):
            if (kind[i], g) not in known:
                known[kind[i], g] = nearness(profiles[i], shown[g])
            if known[kind[i], g]:
                near.append((known[kind[i], g], g))
        taken_up = told.get((statement.document, drafted.takes_up)) if drafted.takes_up is not None else None
        if taken_up is not None and all(g != taken_up for _, g in near):
            near.append((1, taken_up))
        near = near or denied.by(drafted)
        if not near:
            continue
        best = max(near, key=lambda n: (n[0], *weight_of(statement, shown[n[1]], reports[n[1]]), ids[n[1]]))[1]
        if statement.stance == "refuses":
            refusals.setdefault(best, []).append(statement.id)
        elif statement.stance == "denies" and statement.realis == "actual":
            phases = {g: profiles[groups[g][0]].phase for _, g in near}
            in_reach = [g for _, g in near if in_time(profiles[i].phase, phases[g])]
            told_most = max(
                in_reach, key=lambda g: (statement.document in reports[g], len(reports[g]), ids[g]), default=-1
            )
            covered = covers(profiles[i], in_reach, phases, told_most)
            for g in covered:
                denials.setdefault(g, []).append(statement.id)
            given[i] = tuple(Answer(ids[g], extent(drafted, profiles[i], shown[g])) for g in covered)
        elif statement.realis == "hypothetical" and statement.stance == "affirms":
            hypothetical.setdefault(best, []).append(statement.id)
    return Answers(frozen(denials), frozen(refusals), frozen(hypothetical), given)


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

    @functools.cached_property
    def clauses(self) -> list[list[Clause]]:
        """The clauses of each claim's statements."""
        return [[clause_of(self.items[m]) for m in members] for members in self.groups]

    @functools.cached_property
    def holders(self) -> dict[str, set[int]]:
        """The claims that a word stands in."""
        found: dict[str, set[int]] = {}
        for g, own in enumerate(self.clauses):
            for word in {word for clause in own for word in clause.words}:
                found.setdefault(word, set()).add(g)
        return found

    def by(self, drafted: Drafted) -> list[tuple[int, int]]:
        """The claims, each with a nearness of 1, whose words a denial denies though no named participant ties them."""
        if drafted.statement.stance != "denies" or drafted.statement.realis != "actual":
            return []
        own = clause_of(drafted)
        near = sorted({g for word in own.words for g in self.holders.get(word, ())})
        named = names_by_role(drafted)
        return [
            (1, g)
            for g in near
            if any(
                clash(own, clause) and not other_names(named, names_by_role(self.items[m]))
                for m, clause in zip(self.groups[g], self.clauses[g], strict=True)
            )
        ]


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


def nearness(own: Profile, members: Sequence[Profile]) -> int:
    """How much a statement says of the event of a claim; 0 where it is another event's (another giver, other goods)."""
    if contradicted(own, members):
        return 0
    return max(shared(own, m) for m in members)


def contradicted(own: Profile, members: Sequence[Profile]) -> bool:
    """Whether a statement names another actor than one of a claim, or another thing than all that name one in its role."""
    if any(own.actors[r] != m.actors[r] for m in members for r in own.actors.keys() & m.actors.keys()):
        return True
    for role, thing in own.things.items():
        told = [m.things[role] for m in members if role in m.things]
        if told and not any(thing.agrees(other) for other in told):
            return True
    return False


def shared(own: Profile, claim: Profile) -> int:
    """Participants that a statement shares with one of a claim, 0 where neither an actor nor a rare thing ties them."""
    if not related(own, claim):
        return 0
    if own.own_part and own.speaker_named and own.speaker not in claim.actors.values() and "agent" in claim.actors:
        return 0  # they deny their own part, which the claim does not tell
    actors = sum(own.actors[r] == claim.actors[r] for r in own.actors.keys() & claim.actors.keys())
    both = own.things.keys() & claim.things.keys()
    things = sum(own.things[r].agrees(claim.things[r]) for r in both)
    rare = any(
        own.things[r].key == claim.things[r].key and not (own.things[r].everyday and claim.things[r].everyday)
        for r in both
    )
    party = own.speaker is not None and own.speaker in claim.actors.values()
    one_affair = own.document == claim.document or likeness(own.affair, claim.affair) >= AFFAIR
    unnamed = one_affair and not own.actors and things == len(both) and (bool(both) or not own.things)
    tied = actors or (rare and not own.actors) or (party and (things or own.own_part)) or unnamed
    return max(1, 2 * actors + things + party) if tied else 0


def in_time(denied: str, told: str) -> bool:
    """Whether the denial of an event in one phase can answer a claim about another: what is past is not what is ahead."""
    if told in AHEAD:
        return denied in {*AHEAD, "open"}
    return denied not in AHEAD or told == "open"


def covers(own: Profile, near: Sequence[int], phases: Mapping[int, str], best: int) -> list[int]:
    """The claims that a denial answers, of those as near in time as it can be.

    A denial that names nobody and nothing (`dément tout incendie`) answers the one that is nearest; one that leaves its
    phase open answers what is said to have been before what is said to come.
    """
    if not own.spans:
        return [g for g in near if g == best]
    past = [g for g in near if phases[g] not in AHEAD]
    return past if own.phase == "open" and past else list(near)


def extent(drafted: Drafted, own: Profile, members: Sequence[Profile]) -> Literal["full", "part"]:
    """Whether a denial answers the whole claim: its phase, and every actor of it that it shares a role with."""
    if drafted.found.general or own.phase not in {members[0].phase, "open"}:
        return "part"
    return "full" if any(len(own.actors.keys() & m.actors.keys()) >= min(2, len(m.actors)) for m in members) else "part"
