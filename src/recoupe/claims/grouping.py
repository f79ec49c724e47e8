"""Statements into claims: pairs that say the same, joined under constraints."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from msgspec import Struct, structs

from recoupe.claims.answering import answers_to
from recoupe.claims.drafts import DraftClaim
from recoupe.claims.kinds import Decided, Kinds, compared, kinds, told
from recoupe.claims.matching import THRESHOLD, compare, conflict, specific, united, whereabouts
from recoupe.claims.profiles import Profile, profile
from recoupe.claims.slots import asked, corrected, unfilled, variants
from recoupe.claims.statements import Drafted
from recoupe.claims.threads import threaded
from recoupe.languages import shared_pack
from recoupe.model import ClaimEvidence, Note, Span, Statement, Thread, identifier

FEW = 40  # statements of a claim up to which every link between them is listed, not only those that joined it

Links = dict[tuple[int, int], float]  # the scores of pairs of statements, the smaller place first


class Grouped(Struct, frozen=True):
    """Statements (with the claims that they answer), draft claims and threads.

    corrections: for a statement the words by which its report corrects what was told. notes: what is asked in vain.
    """

    statements: tuple[Statement, ...]
    claims: tuple[DraftClaim, ...]
    threads: tuple[Thread, ...]
    corrections: Mapping[str, tuple[Span, ...]]
    notes: tuple[Note, ...]


def group(
    drafted: Sequence[Drafted], roots: Mapping[str, str], given: Sequence[Sequence[str]] | None = None
) -> Grouped:
    """Claims of the statements of all reports. `given`: the statements of each claim, where a user's corrections say so.

    Local pair decisions, then single link under the constraint that no two members of a claim conflict; links are
    taken in the order of their score, ties broken by the words.
    """
    items = sorted(drafted, key=lambda d: d.statement.id)
    profiles = phased(items, roots)
    affirming = [i for i, d in enumerate(items) if stands(d) and specific(profiles[i])]
    kind = kinds(profiles, compared)
    links = linked(affirming, profiles, kind)
    if given is None:
        groups, joining = single_link(affirming, links, profiles, [wording(d) for d in items])
    else:
        place = {d.statement.id: i for i, d in enumerate(items)}
        groups, joining = sorted(sorted(place[s] for s in members) for members in given), sorted(links)
    evidence = listed(groups, profiles, items, Found(set(affirming), kind, links), joining)
    ids = [identifier("claim", *sorted(items[i].statement.id for i in members)) for members in groups]
    answered = answers_to(groups, ids, items, profiles)
    claims = [
        structs.replace(
            claim_of(members, items, profiles, evidence[g], ids[g], roots),
            denials=answered.denials.get(g, ()),
            refusals=answered.refusals.get(g, ()),
            hypothetical=answered.hypothetical.get(g, ()),
        )
        for g, members in enumerate(groups)
    ]
    documents = {d.statement.id: d.statement.document for d in items}
    threads, named = threaded(claims, [united([profiles[m] for m in members]) for members in groups], documents)
    statements = tuple(
        structs.replace(d.statement, phase=profiles[i].phase, answers=answered.given.get(i, ()))
        for i, d in enumerate(items)
    )
    return Grouped(
        statements,
        tuple(structs.replace(c, thread=named[c.id]) for c in claims),
        threads,
        {d.statement.id: words for d in items if (words := corrected(d))},
        tuple(note for g, members in enumerate(groups) for note in questions(ids[g], [items[m] for m in members])),
    )


def questions(claim_id: str, drafted: Sequence[Drafted]) -> list[Note]:
    """Notes on the slots of a claim that reports ask for and leave without an answer."""
    found: dict[str, set[Span]] = {}
    for one in drafted:
        for slot, spans in asked(one).items():
            found.setdefault(slot, set()).update(spans)
    return [
        Note("open question", f"a report says that this is not known: {slot}", (claim_id,), tuple(sorted(spans)))
        for slot, spans in sorted(found.items())
    ]


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
    by_report: dict[str, list[int]] = {}
    for i, item in enumerate(items):
        by_report.setdefault(item.statement.document, []).append(i)
    settled = []
    for i, own in enumerate(first):
        phase = own.phase
        if phase == "open":
            told = {
                first[j].phase
                for j in by_report[items[i].statement.document]
                if first[j].phase != "open"
                and stands(items[j])
                and compare(replace(own, phase=first[j].phase), first[j])[0] >= THRESHOLD
            }
            phase = told.pop() if len(told) == 1 else phase
        settled.append(replace(own, phase=phase))
    return settled


def linked(indices: Sequence[int], profiles: Sequence[Profile], kind: Kinds) -> Links:
    """Pairs that say the same, one for each two kinds of statements, and each statement with the first of its kind.

    They are found among statements that share class and phase and an actor, thing, place or rare word. indices: in order.
    """
    firsts: dict[int, int] = {}
    for i in indices:
        firsts.setdefault(kind[i], i)
    chosen = sorted(firsts.values())
    found: Links = {}
    met: set[tuple[int, int]] = set()
    for bucket in buckets(chosen, profiles):
        for pair in combinations(bucket, 2):
            if pair not in met:
                met.add(pair)
                score, _ = compare(profiles[pair[0]], profiles[pair[1]])
                if score >= THRESHOLD:
                    found[pair] = score
    own = {first: compare(profiles[first], profiles[first])[0] for first in chosen}
    for i in indices:
        first = firsts[kind[i]]
        if i != first and own[first] >= THRESHOLD:
            found[first, i] = own[first]
    return found


def buckets(indices: Sequence[int], profiles: Sequence[Profile]) -> Iterator[list[int]]:
    """Statements that may say the same: of one class and phase, with an actor, a thing or a place in common, or a rare word.

    A rare word alone never makes enough of two statements: they share a thing's role, an owner or a month besides.
    """
    found: dict[tuple[str, ...], list[int]] = {}
    for i in indices:
        own = profiles[i]
        keys: list[tuple[str, ...]] = [(role, actor) for role, actor in own.actors.items()]
        keys += [(role, named.key) for role, named in own.things.items() if not named.everyday or not own.actors]
        keys += [("where", place) for place in whereabouts(own)]
        beside = [("thing", role) for role in own.things] + list(own.owners.items())
        beside += [("month", month) for month in sorted({m for low, high, _ in own.times for m in months(low, high)})]
        keys += [("word", word, *more) for word in own.words for more in beside]
        for key in keys:
            found.setdefault((family(own.class_), own.phase, *key), []).append(i)
    for _, bucket in sorted(found.items()):
        yield bucket


def months(low: str, high: str) -> set[str]:
    """The months of a stretch of less than 31 days."""
    middle = (date.fromisoformat(low) + timedelta(days=15)).isoformat()
    return {day[: len("2000-01")] for day in (low, min(middle, high), high)}


def family(class_: str) -> str:
    """A class's broadest one, under which statements are looked up."""
    classes = shared_pack().event_classes.classes
    return classes[class_].broader or class_


def single_link(
    indices: Sequence[int], links: Links, profiles: Sequence[Profile], words: Sequence[str]
) -> tuple[list[list[int]], list[tuple[int, int]]]:
    """Groups joined by links, strongest first, never joining two members that conflict; and the links that joined them.

    Ties are broken by the statements' words, so that neither the order of the reports nor a copy of one decides. Two
    groups that conflict once do so for good, and are not looked at again.
    """
    own = kinds(profiles, told)
    clash = Decided(conflict, profiles, own)
    groups = {i: Group([i], {own[i]}, set()) for i in indices}
    place = {i: i for i in indices}
    joining = []

    def order(pair: tuple[int, int]) -> tuple[float, str, str, tuple[int, int]]:
        low, high = sorted(words[i] for i in pair)
        return -links[pair], low, high, pair

    for a, b in sorted(links, key=order):
        one, other = place[a], place[b]
        if one == other or other in groups[one].barred:
            continue
        if clash.any(groups[one].kinds, groups[other].kinds):
            groups[one].barred.add(other)
            groups[other].barred.add(one)
            continue
        joining.append((a, b))
        if len(groups[one].members) < len(groups[other].members):
            one, other = other, one
        taken = groups.pop(other)
        groups[one].members += taken.members
        groups[one].kinds |= taken.kinds
        groups[one].barred |= taken.barred
        for barred in taken.barred:
            groups[barred].barred.discard(other)
            groups[barred].barred.add(one)
        for i in taken.members:
            place[i] = one
    return sorted(sorted(g.members) for g in groups.values()), joining


@dataclass
class Group:
    """Statements joined so far, their kinds, and the groups that they conflict with, by the place of one of their members."""

    members: list[int]
    kinds: set[int]
    barred: set[int]


def listed(
    groups: Sequence[Sequence[int]],
    profiles: Sequence[Profile],
    items: Sequence[Drafted],
    found: "Found",
    joining: Sequence[tuple[int, int]],
) -> list[tuple[ClaimEvidence, ...]]:
    """For each claim its links: all of them where its statements are few, else those that joined it."""
    group_of = {i: g for g, members in enumerate(groups) for i in members}
    kept: list[list[tuple[int, int]]] = [[] for _ in groups]
    for a, b in joining:
        if group_of.get(a, -1) == group_of.get(b, -2) and len(groups[group_of[a]]) > FEW:
            kept[group_of[a]].append((a, b))
    for g, members in enumerate(groups):
        if len(members) <= FEW:
            kept[g] = [(a, b) for a, b in combinations(members, 2) if found.holds(a, b)]
    return [tuple(evidence_of(a, b, profiles, items) for a, b in sorted(own)) for own in kept]


class Found:
    """The links between statements as they are known for each two kinds."""

    def __init__(self, linkable: set[int], kind: Kinds, links: Links) -> None:
        self.linkable = linkable
        self.kind = kind
        self.pairs = {frozenset((kind[a], kind[b])) for a, b in links}

    def holds(self, a: int, b: int) -> bool:
        """Whether two statements say the same."""
        return a in self.linkable and b in self.linkable and frozenset((self.kind[a], self.kind[b])) in self.pairs


def evidence_of(a: int, b: int, profiles: Sequence[Profile], items: Sequence[Drafted]) -> ClaimEvidence:
    """The link of two statements with what speaks for it."""
    score, parts = compare(profiles[a], profiles[b])
    return ClaimEvidence(items[a].statement.id, items[b].statement.id, score, parts)


def claim_of(
    members: list[int],
    items: Sequence[Drafted],
    profiles: list[Profile],
    evidence: tuple[ClaimEvidence, ...],
    claim_id: str,
    roots: Mapping[str, str],
) -> DraftClaim:
    """The draft claim of a group, with the links that made it, its variants and what no statement fills."""
    best = max(
        members, key=lambda i: (len(profiles[i].actors) + len(profiles[i].things), -items[i].statement.spans[0].start)
    )
    drafted = [items[i] for i in members]
    return DraftClaim(
        id=claim_id,
        thread="",
        headline=items[best].statement.spans[0],
        statements=tuple(d.statement.id for d in drafted),
        variants=variants(drafted, roots),
        unfilled=unfilled(drafted),
        evidence=evidence,
    )
