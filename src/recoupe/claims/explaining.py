"""Why two statements are one claim or two: the comparisons that decide it, named."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

import networkx
from msgspec import Struct

from recoupe.claims.drafted import Drafted
from recoupe.claims.grouping import phased, stands
from recoupe.claims.happenings import Telling, Tellings
from recoupe.claims.kept_apart import KeptApart, kept_apart
from recoupe.claims.links import link
from recoupe.claims.matching import THRESHOLD, conflicts, related, shared, specific
from recoupe.claims.profiles import Profile
from recoupe.claims.resemblance import FLOOR, apart, bounded, evidence
from recoupe.model import Claim, ClaimEvidence, Span
from recoupe.model.claims import EvidencePart

Bar = Literal["denies", "refuses", "supposes", "vague"]


class Compared(Struct, frozen=True):
    """What of a statement is compared: its class of event, phase, and who or what takes part, by role.

    bar: why it makes no claim: it denies, refuses or only supposes, or says too little to be met again (`vague`).
    """

    statement: str
    class_: str
    phase: str
    parts: tuple[tuple[str, Span], ...]
    bar: Bar | None


class Hindrance(Struct, frozen=True):
    """Two other statements of the two claims that tell these apart, and by what."""

    a: str
    b: str
    against: tuple[EvidencePart, ...]


class PairExplanation(Struct, frozen=True):
    """Two statements compared.

    parts: what speaks for one claim, with weights that sum up to score; against: what tells the two apart (their weight
    is nought: any of them decides). needed: the score from which two statements are linked. one: whether they are one
    claim; way: the links that lead from the one to the other there. hindrances: what keeps linked statements in two.
    apart: how far the two claims are from being merged. likeness: the log-odds that the two are of one claim, as averages
    are made of; likeness_parts: what they are the sum of, where nothing tells the two apart.
    """

    a: Compared
    b: Compared
    score: float
    needed: float
    parts: tuple[EvidencePart, ...]
    against: tuple[EvidencePart, ...]
    one: bool
    way: tuple[ClaimEvidence, ...]
    hindrances: tuple[Hindrance, ...]
    apart: KeptApart | None
    likeness: float
    likeness_parts: tuple[EvidencePart, ...]


def explain_pair(
    drafted: Sequence[Drafted], roots: Mapping[str, str], claims: Sequence[Claim], a: str, b: str
) -> PairExplanation:
    """Why the statements of two ids are one claim or two. The decision is that of `group`, by the same comparisons."""
    items = sorted(drafted, key=lambda d: d.statement.id)
    place = {d.statement.id: i for i, d in enumerate(items)}
    profiles = phased(items, roots)
    first, second = profiles[place[a]], profiles[place[b]]
    akin = related(first, second)
    tellings = Tellings(items, profiles)
    parts = spoken_for(tellings.of(place[a]), tellings.of(place[b])) if akin else ()
    other = f"other event class ({first.class_}, {second.class_})"
    classes = () if akin else (EvidencePart(other, 0.0, (first.predicate, second.predicate)),)
    other_happening = tellings.apart(place[a], place[b])
    against = (*classes, *conflicts(first, second), *((other_happening,) if other_happening is not None else ()))
    holders = [next((c for c in claims if s in c.statements), None) for s in (a, b)]
    one = holders[0] is not None and holders[0] == holders[1]
    score = round(sum(p.weight for p in parts), 4)
    hindrances: tuple[Hindrance, ...] = ()
    if not one and score >= THRESHOLD and not against:
        hindrances = hindered([c.statements if c is not None else () for c in holders], place, profiles)
    x, y = tellings.of(place[a]), tellings.of(place[b])
    alike = () if apart(first, second) or other_happening is not None else evidence(x, y)
    away = None
    if not one and holders[0] is not None and holders[1] is not None:
        members = [[place[s] for s in holder.statements] for holder in (holders[0], holders[1])]
        away = kept_apart(items, profiles, tellings, *members)
    return PairExplanation(
        compared(items[place[a]], first),
        compared(items[place[b]], second),
        score,
        THRESHOLD,
        parts,
        against,
        one,
        way(holders[0], a, b) if one and holders[0] is not None else (),
        hindrances,
        away,
        bounded(sum(p.weight for p in alike)) if alike else FLOOR,
        alike,
    )


def spoken_for(a: Telling, b: Telling) -> tuple[EvidencePart, ...]:
    """What speaks for one claim of two statements, whatever tells them apart: as `link`, which asks that first."""
    score, linked = link(a, b)
    return linked if score else shared(a.profile, b.profile)


def compared(drafted: Drafted, profile: Profile) -> Compared:
    """The comparable side of a statement."""
    statement = drafted.statement
    bar: Bar | None = None
    if statement.stance != "affirms":
        bar = "denies" if statement.stance == "denies" else "refuses"
    elif not stands(drafted):
        bar = "supposes"
    elif not specific(profile):
        bar = "vague"
    named = sorted(role for role in profile.spans if role in profile.actors or role in profile.things)
    return Compared(
        statement.id, profile.class_, profile.phase, tuple((role, profile.spans[role]) for role in named), bar
    )


def way(claim: Claim, a: str, b: str) -> tuple[ClaimEvidence, ...]:
    """The fewest links of a claim that lead from one statement to the other; none where none are listed."""
    links = {frozenset((e.a, e.b)): e for e in claim.evidence}
    graph: networkx.Graph = networkx.Graph()
    graph.add_edges_from(sorted((e.a, e.b) for e in claim.evidence))
    if a == b or a not in graph or b not in graph or not networkx.has_path(graph, a, b):
        return ()
    steps = networkx.shortest_path(graph, a, b)
    return tuple(links[frozenset(pair)] for pair in pairwise(steps))


def hindered(
    groups: Sequence[Sequence[str]], place: Mapping[str, int], profiles: Sequence[Profile]
) -> tuple[Hindrance, ...]:
    """Statements of two claims that tell these apart, the first of them by their ids."""
    for x in sorted(groups[0]):
        for y in sorted(groups[1]):
            against = tuple(conflicts(profiles[place[x]], profiles[place[y]]))
            if against:
                return (Hindrance(x, y, against),)
    return ()
