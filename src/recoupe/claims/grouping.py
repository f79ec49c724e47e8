"""Statements into claims, claims into threads, denials to the claims that they answer."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from msgspec import Struct, structs

from recoupe.claims.drafts import DraftClaim
from recoupe.claims.matching import (
    THRESHOLD,
    Profile,
    answers,
    compare,
    conflict,
    contradicts,
    profile,
    related_class,
    specific,
    united,
)
from recoupe.claims.statements import Drafted
from recoupe.languages import shared_pack
from recoupe.model import Answer, ClaimEvidence, Span, Statement, Thread, ThreadStep, Variant, VariantValue, identifier

SLOTS = ("count", "date", "place")


class Grouped(Struct, frozen=True):
    """Statements (with the claims that they answer), draft claims and threads."""

    statements: tuple[Statement, ...]
    claims: tuple[DraftClaim, ...]
    threads: tuple[Thread, ...]


def group(
    drafted: Sequence[Drafted], roots: Mapping[str, str], given: Sequence[Sequence[str]] | None = None
) -> Grouped:
    """Claims of the statements of all reports. `given`: the statements of each claim, where a user's corrections say so.

    Local pair decisions, then single link under the constraint that no two members of a claim conflict; links are
    taken in the order of their score, ties broken by the ids.
    """
    items = sorted(drafted, key=lambda d: d.statement.id)
    profiles = phased(items, roots)
    affirming = [i for i, d in enumerate(items) if stands(d) and specific(profiles[i])]
    links = linked(affirming, profiles)
    words = [wording(d) for d in items]
    place = {d.statement.id: i for i, d in enumerate(items)}
    groups = (
        single_link(affirming, links, profiles, words)
        if given is None
        else sorted(sorted(place[s] for s in members) for members in given)
    )
    claims, threads_of = [], []
    answered: dict[int, list[Answer]] = {}
    for members in groups:
        draft = claim_of(members, items, profiles, links, answered)
        claims.append(draft)
        threads_of.append(united([profiles[m] for m in members]))
    threads, named = threaded(claims, threads_of, items)
    statements = tuple(
        structs.replace(d.statement, phase=profiles[i].phase, answers=tuple(answered.get(i, ())))
        for i, d in enumerate(items)
    )
    return Grouped(statements, tuple(structs.replace(c, thread=named[c.id]) for c in claims), threads)


def wording(drafted: Drafted) -> str:
    """A hash of a statement's words and class: the same for a copy of it."""
    return identifier(
        "words", drafted.statement.spans[0].text, drafted.found.class_, drafted.statement.event.predicate.text
    )


def stands(drafted: Drafted) -> bool:
    """Whether a statement affirms an actual event."""
    return drafted.statement.stance == "affirms" and drafted.statement.realis == "actual"


def phased(items: Sequence[Drafted], roots: Mapping[str, str]) -> list[Profile]:
    """Profiles whose open phase is the one that their own report states elsewhere for the same event."""
    first = [profile(d, d.found.phase, roots) for d in items]
    settled = []
    for i, own in enumerate(first):
        phase = own.phase
        if phase == "open":
            told = {
                first[j].phase
                for j, other in enumerate(items)
                if other.statement.document == items[i].statement.document
                and first[j].phase != "open"
                and stands(other)
                and compare(structs_phase(own, first[j].phase), first[j])[0] >= THRESHOLD
            }
            phase = told.pop() if len(told) == 1 else phase
        settled.append(structs_phase(own, phase))
    return settled


def structs_phase(own: Profile, phase: str) -> Profile:
    """A profile with another phase."""
    return Profile(own.class_, phase, own.actors, own.things, own.places, own.spans, own.predicate)


def linked(indices: list[int], profiles: list[Profile]) -> dict[tuple[int, int], ClaimEvidence]:
    """Pairs that say the same, found among statements that share class and an actor in one role."""
    buckets: dict[tuple[str, str, str, str], list[int]] = {}
    for i in indices:
        own = profiles[i]
        for role, actor in own.actors.items():
            buckets.setdefault((family(own.class_), own.phase, role, actor), []).append(i)
        for role, named in own.things.items() if not own.actors else ():
            buckets.setdefault((family(own.class_), own.phase, role, named.key), []).append(i)
    found = {}
    for bucket in buckets.values():
        for a, b in combinations(sorted(bucket), 2):
            if (a, b) not in found:
                score, parts = compare(profiles[a], profiles[b])
                if score >= THRESHOLD:
                    found[a, b] = ClaimEvidence("", "", score, parts)
    return found


def family(class_: str) -> str:
    """A class's broadest one, under which statements are looked up."""
    classes = shared_pack().event_classes.classes
    return classes[class_].broader or class_


def single_link(
    indices: list[int], links: Mapping[tuple[int, int], ClaimEvidence], profiles: list[Profile], words: Sequence[str]
) -> list[list[int]]:
    """Groups joined by links, strongest first, never joining two members that conflict.

    Ties are broken by the statements' words, so that neither the order of the reports nor a copy of one decides.
    """
    group_of = {i: [i] for i in indices}

    def order(pair: tuple[int, int]) -> tuple[float, str, str, tuple[int, int]]:
        low, high = sorted(words[i] for i in pair)
        return -links[pair].score, low, high, pair

    for a, b in sorted(links, key=order):
        left, right = group_of[a], group_of[b]
        if left is right or any(conflict(profiles[x], profiles[y]) for x in left for y in right):
            continue
        joined = sorted([*left, *right])
        for i in joined:
            group_of[i] = joined
    unique = {tuple(g) for g in group_of.values()}
    return [list(g) for g in sorted(unique)]


def claim_of(
    members: list[int],
    items: Sequence[Drafted],
    profiles: list[Profile],
    links: Mapping[tuple[int, int], ClaimEvidence],
    answered: dict[int, list[Answer]],
) -> DraftClaim:
    """The draft claim of a group, with who denies it, declines it or speaks of it only hypothetically."""
    ids = [items[i].statement.id for i in members]
    claim_id = identifier("claim", *sorted(ids))
    denials, refusals, hypothetical = [], [], []
    for i, drafted in enumerate(items):
        if stands(drafted) or i in members:
            continue
        statement = drafted.statement
        if not any(answers(profiles[i], profiles[m]) for m in members):
            continue
        if any(contradicts(profiles[i], profiles[m]) for m in members):
            continue  # it answers another event of the kind (another giver, other goods)
        if statement.stance == "refuses":
            refusals.append(statement.id)
        elif statement.stance == "denies" and statement.realis == "actual":
            denials.append(statement.id)
            full = not drafted.found.general and any(covers(profiles[i], profiles[m]) for m in members)
            answered.setdefault(i, []).append(Answer(claim_id, "full" if full else "part"))
        elif statement.realis == "hypothetical" and statement.stance == "affirms":
            hypothetical.append(statement.id)
    inside = set(members)
    evidence = tuple(
        ClaimEvidence(items[a].statement.id, items[b].statement.id, e.score, e.parts)
        for (a, b), e in sorted(links.items())
        if a in inside and b in inside
    )
    best = max(
        members, key=lambda i: (len(profiles[i].actors) + len(profiles[i].things), -items[i].statement.spans[0].start)
    )
    return DraftClaim(
        id=claim_id,
        thread="",
        headline=items[best].statement.spans[0],
        statements=tuple(ids),
        denials=tuple(denials),
        refusals=tuple(refusals),
        hypothetical=tuple(hypothetical),
        variants=variants([items[i].statement for i in members]),
        unfilled=unfilled([items[i].statement for i in members]),
        evidence=evidence,
    )


def covers(denial: Profile, claim: Profile) -> bool:
    """Whether a denial names every actor of the claim that it shares a role with, and its thing."""
    return len(denial.actors.keys() & claim.actors.keys()) >= min(2, len(claim.actors))


def variants(statements: Sequence[Statement]) -> tuple[Variant, ...]:
    """Slots for which the statements of a claim give differing values."""
    slots: dict[str, dict[str, list[Span]]] = {}
    for statement in statements:
        for value in statement.values:
            shown = str(value.value) if value.value is not None else value.span.text
            unit = f" {value.unit}" if value.unit else ""
            slots.setdefault(value.slot, {}).setdefault(shown + unit, []).append(value.span)
    return tuple(
        Variant(slot, tuple(VariantValue(v, tuple(sorted(spans))) for v, spans in sorted(values.items())))
        for slot, values in sorted(slots.items())
        if len(values) > 1
    )


def unfilled(statements: Sequence[Statement]) -> tuple[str, ...]:
    """Slots (how many, when, where) that no statement of a claim fills."""
    filled: set[str] = {v.slot for s in statements for v in s.values}
    filled |= {p.role for s in statements for p in s.event.participants}
    return tuple(slot for slot in SLOTS if slot not in filled)


def threaded(
    claims: Sequence[DraftClaim], profiles: Sequence[Profile], items: Sequence[Drafted]
) -> tuple[tuple[Thread, ...], dict[str, str]]:
    """Claims of the same principal participants whose events are phases, preparation or result of one another."""
    parent = list(range(len(claims)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for a, b in combinations(range(len(claims)), 2):
        if akin(profiles[a], profiles[b]):
            low, high = sorted((root(a), root(b)))
            parent[high] = low
    documents = {d.statement.id: d.statement.document for d in items}
    members: dict[int, list[DraftClaim]] = {}
    for i, claim in enumerate(claims):
        members.setdefault(root(i), []).append(claim)
    threads, named = [], {}
    for group_ in members.values():
        ids = tuple(sorted(c.id for c in group_))
        thread_id = identifier("thread", *ids)
        named.update(dict.fromkeys(ids, thread_id))
        steps = sorted({(c.id, documents[s]) for c in group_ for s in c.statements})
        threads.append(Thread(thread_id, ids, tuple(ThreadStep(c, d) for c, d in steps)))
    return tuple(sorted(threads, key=lambda t: t.id)), named


def akin(a: Profile, b: Profile) -> bool:
    """Whether two claims belong to one thread: related classes, the same two actors (in any role), no other thing."""
    classes = shared_pack().event_classes.classes
    first, second = classes[a.class_], classes[b.class_]
    tied = (
        related_class(a.class_, b.class_) is not None
        or b.class_ in (*first.prepares, *first.results)
        or a.class_ in (*second.prepares, *second.results)
    )
    shared = {*a.actors.values(), *a.places} & {*b.actors.values(), *b.places}
    other_thing = any(
        not a.things[r].agrees(b.things[r]) for r in a.things.keys() & b.things.keys() if a.class_ == b.class_
    )
    if other_thing:
        return False
    return tied and len(shared) >= 2
