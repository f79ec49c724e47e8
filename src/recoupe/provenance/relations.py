"""The relations between the voices of a claim: same, apart, each with its ground; every other pair may be same."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from recoupe.model import Actor, Attribution, Relation, Reuse, Span, Statement, Utterance, Voice

SPOKEN_FOR = {"person", "role", "organisation"}


def relations(
    voices: Sequence[Voice],
    statements: Mapping[str, Sequence[Statement]],
    actors: Mapping[str, Actor],
    attributions: Mapping[str, Attribution],
    relays: Mapping[str, str],
    utterances: Sequence[Utterance],
    reuse: Sequence[Reuse],
) -> list[Relation]:
    """Every pair of voices (by id) that is same or apart; `statements`: those that each voice stands behind."""
    found = []
    for first, second in combinations(sorted(voices, key=lambda v: v.id), 2):
        relation = (
            one_body(first, second, actors)
            or one_utterance(first, second, statements, utterances)
            or copied(first, second, statements, reuse)
            or separated(first, second, statements, actors, attributions, relays)
        )
        if relation is not None:
            found.append(relation)
    return found


def one_body(a: Voice, b: Voice, actors: Mapping[str, Actor]) -> Relation | None:
    """One actor, a body and who speaks for it, two who speak for one body, a member told apart from its group."""
    if a.actor is None or b.actor is None:
        return None
    first, second = actors[a.actor], actors[b.actor]
    spans = tuple(sorted({*first.mentions[:1], *second.mentions[:1]}))
    if first.institution == second.id or second.institution == first.id:
        member = first if first.institution == second.id else second
        if member.anonymity is not None and actors[member.institution or ""].anonymity is not None:
            return Relation(a.id, b.id, "same", f"{member.name}: one of the group", spans)
        if member.anonymity is None and member.type in SPOKEN_FOR:
            return Relation(a.id, b.id, "same", f"{member.name} speaks for {actors[member.institution or ''].name}", spans)
    bodies = {"person", "role", "organisation", "country"}
    if first.anonymity is None and second.anonymity is None and {first.type, second.type} <= bodies:
        if first.root is not None and first.root == second.root and actors[first.root].type == "country":
            return Relation(a.id, b.id, "same", f"both of one executive: {actors[first.root].name}", spans)
    return None


def one_utterance(
    a: Voice, b: Voice, statements: Mapping[str, Sequence[Statement]], utterances: Sequence[Utterance]
) -> Relation | None:
    """Both stand behind quotations of one utterance."""
    ids_a = {s.attribution for s in statements.get(a.id, ())} - {None}
    ids_b = {s.attribution for s in statements.get(b.id, ())} - {None}
    for utterance in utterances:
        members = {m.attribution for m in utterance.members}
        if utterance.relation == "same_utterance" and members & ids_a and members & ids_b:
            spans = tuple(m.spans[0] for m in utterance.members if m.attribution in ids_a | ids_b)
            return Relation(a.id, b.id, "same", "quoted from one utterance", spans)
    return None


def copied(a: Voice, b: Voice, statements: Mapping[str, Sequence[Statement]], reuse: Sequence[Reuse]) -> Relation | None:
    """Their statements stand in passages of different reports that copy one another."""
    for family in reuse:
        passages = [m.span for m in family.members]
        for one in inside(statements.get(a.id, ()), passages):
            for other in inside(statements.get(b.id, ()), passages):
                if one.document != other.document:
                    return Relation(a.id, b.id, "same", "one passage is copied from the other", (one, other), family.id)
    return None


def inside(statements: Sequence[Statement], passages: Sequence[Span]) -> list[Span]:
    """Spans of statements that lie in a passage."""
    return [s.spans[0] for s in statements if any(p.contains(s.spans[0]) for p in passages)]


def separated(
    a: Voice,
    b: Voice,
    statements: Mapping[str, Sequence[Statement]],
    actors: Mapping[str, Actor],
    attributions: Mapping[str, Attribution],
    relays: Mapping[str, str],
) -> Relation | None:
    """Two named voices of different root bodies, each in an utterance of its own, with no tie told anywhere."""
    if not (a.named and b.named and a.actor and b.actor):
        return None
    first, second = actors[a.actor], actors[b.actor]
    if "outlet" in {first.type, second.type} or first.root is None or second.root is None or first.root == second.root:
        return None
    own_a = {s.attribution for s in statements.get(a.id, ())}
    own_b = {s.attribution for s in statements.get(b.id, ())}
    if own_a & own_b or not (own_a - {None}) or not (own_b - {None}):
        return None
    family_a, family_b = {first.id, first.root}, {second.id, second.root}
    if tied(family_a, family_b, attributions, relays, actors):
        return None
    spans = tuple(
        s for s in (attributions[min(i for i in own if i is not None)].source for own in (own_a, own_b)) if s is not None
    )
    return Relation(a.id, b.id, "apart", f"{first.name} and {second.name}: named, of different bodies, each in words of its own", spans)


def tied(
    first: set[str],
    second: set[str],
    attributions: Mapping[str, Attribution],
    relays: Mapping[str, str],
    actors: Mapping[str, Actor],
) -> bool:
    """Whether anything in the pile has one tell or join the other: nested, as relay, or as one source of a sentence."""
    for attribution in attributions.values():
        outer = attributions.get(attribution.within) if attribution.within else None
        pair = {attribution.actor}, {outer.actor if outer else None, relays.get(attribution.id)}
        if (pair[0] & first and pair[1] & second) or (pair[0] & second and pair[1] & first):
            return True
        if attribution.source is not None:
            named = {
                a.id for a in actors.values() if any(attribution.source.contains(m) for m in a.mentions)
            }
            if named & first and named & second:
                return True
    return False
