"""Statements into claims: pairs that say the same, joined under constraints."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from msgspec import Struct, structs

from recoupe.claims.affairs import chief_of, report_of
from recoupe.claims.answering import answers_to
from recoupe.claims.drafts import DraftClaim
from recoupe.claims.found import OTHER
from recoupe.claims.happenings import Tellings, one_happening
from recoupe.claims.kinds import Decided, kinds, told_apart
from recoupe.claims.matching import ALIKE, THRESHOLD, compare, conflict, specific, united, whereabouts
from recoupe.claims.profiles import Profile, profile
from recoupe.claims.slots import asked, corrected, unfilled, variants
from recoupe.claims.statements import Drafted
from recoupe.claims.threads import threaded
from recoupe.languages import shared_pack
from recoupe.model import ClaimEvidence, Note, Span, Statement, Thread, identifier

ENOUGH = 2.5  # of what two statements share, for the sentences and reports around them to be looked at
MANY = 40  # statements that share a rare word and nothing else are not looked up by it


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
    affirming = [i for i, d in enumerate(items) if stands(d)]
    tellings = Tellings(items, profiles)
    links = {pair: e for pair, e in linked(affirming, profiles, tellings).items() if tellings.apart(*pair) is None}
    place = {d.statement.id: i for i, d in enumerate(items)}
    groups = (
        [g for g in single_link(affirming, links, profiles, [wording(d) for d in items]) if worth(g, items, profiles)]
        if given is None
        else sorted(sorted(place[s] for s in members) for members in given)
    )
    ids = [identifier("claim", *sorted(items[i].statement.id for i in members)) for members in groups]
    answered = answers_to(groups, ids, items, profiles)
    claims = [
        structs.replace(
            claim_of(members, items, profiles, links, ids[g], roots),
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


def worth(members: Sequence[int], items: Sequence[Drafted], profiles: Sequence[Profile]) -> bool:
    """Whether statements make a claim: one of them says enough to be met again, or two reports say so, each in its words."""
    if any(items[i].told and specific(profiles[i]) for i in members):
        return True
    told: dict[str, set[str]] = {}
    for i in members:
        told.setdefault(items[i].statement.document, set()).add(wording(items[i]))
    return any(one - other and other - one for one, other in combinations(told.values(), 2))


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
    annotations = {d.statement.document: d.annotation for d in items}
    affairs = {id_: report_of(annotation).names for id_, annotation in annotations.items()}
    first = [profile(d, d.found.phase, roots, affairs[d.statement.document]) for d in items]
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


def linked(
    indices: Sequence[int], profiles: Sequence[Profile], tellings: Tellings
) -> dict[tuple[int, int], ClaimEvidence]:
    """Pairs that say the same, found among statements that share class and phase and an actor, thing or rare word.

    indices: in order. Two statements are compared once, however much they share.
    """
    buckets: dict[tuple[str, str, str, str], list[int]] = {}
    holding: dict[int, list[list[int]]] = {}
    for i in indices:
        own = profiles[i]
        keys = [(role, actor) for role, actor in own.actors.items()]
        keys += [(role, sense) for role, named in own.things.items() for sense in sorted({named.key, *named.senses})]
        keys += [(role, f"kind {named.kind}") for role, named in own.things.items() if named.kind]
        keys += [("where", place) for place in whereabouts(own)]
        keys += [("word", name) for name in sorted(chief_of(own.affair))]
        keys += [("word", sense) for sense in sorted({s for senses, _, _ in own.clause for s in senses})]
        events = [family(own.class_)] if own.class_ != OTHER else []
        places = {(event, own.phase, kind, key) for event in (*events, *own.senses) for kind, key in keys}
        places |= {("", own.phase, "word", sense) for sense in telling_most(own)}
        for place in places:
            buckets.setdefault(place, []).append(i)
        holding[i] = [buckets[place] for place in places]
    crowded = {id(bucket) for (_, _, kind, _), bucket in buckets.items() if kind == "word" and len(bucket) > MANY}
    found = {}
    for a, own_buckets in holding.items():
        later: set[int] = set()
        for bucket in own_buckets:
            if id(bucket) not in crowded:
                later.update(bucket[bisect_right(bucket, a) :])
        for b in sorted(later):
            score, parts = compare(profiles[a], profiles[b])
            if ENOUGH <= score < THRESHOLD:
                further = one_happening(tellings.of(a), tellings.of(b))
                score, parts = round(score + sum(p.weight for p in further), 4), (*parts, *further)
            if score >= THRESHOLD:
                found[a, b] = ClaimEvidence("", "", score, parts)
    return found


def telling_most(own: Profile) -> set[str]:
    """What the words of a statement can mean of which one at least is shared by a statement told in the same words."""
    words = sorted(own.wording, key=lambda w: (-w[1], sorted(w[0])))
    kept: set[str] = set()
    told, total = 0.0, sum(told for _, told in words)
    for senses, own_told in words:
        if told > (1 - ALIKE / (2 - ALIKE)) * total:
            break
        kept |= senses
        told += own_told
    return kept


def family(class_: str) -> str:
    """A class's broadest one, under which statements are looked up."""
    classes = shared_pack().event_classes.classes
    return classes[class_].broader or class_


def single_link(
    indices: Sequence[int],
    links: Mapping[tuple[int, int], ClaimEvidence],
    profiles: Sequence[Profile],
    words: Sequence[str],
) -> list[list[int]]:
    """Groups joined by links, strongest first, never joining two members that conflict.

    Ties are broken by the statements' words, so that neither the order of the reports nor a copy of one decides. Two
    groups that conflict once do so for good, and are not looked at again.
    """
    own = kinds(profiles, told_apart)
    clash = Decided(conflict, profiles, own)
    groups = {i: Group([i], {own[i]}, set()) for i in indices}
    place = {i: i for i in indices}

    def order(pair: tuple[int, int]) -> tuple[float, str, str, tuple[int, int]]:
        low, high = sorted(words[i] for i in pair)
        return -links[pair].score, low, high, pair

    for a, b in sorted(links, key=order):
        one, other = place[a], place[b]
        if one == other or other in groups[one].barred:
            continue
        if clash.any(groups[one].kinds, groups[other].kinds):
            groups[one].barred.add(other)
            groups[other].barred.add(one)
            continue
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
    return sorted(sorted(g.members) for g in groups.values())


@dataclass
class Group:
    """Statements joined so far, their kinds, and the groups that they conflict with, by the place of one of their members."""

    members: list[int]
    kinds: set[int]
    barred: set[int]


def claim_of(
    members: list[int],
    items: Sequence[Drafted],
    profiles: list[Profile],
    links: Mapping[tuple[int, int], ClaimEvidence],
    claim_id: str,
    roots: Mapping[str, str],
) -> DraftClaim:
    """The draft claim of a group, with the links that made it, its variants and what no statement fills.

    members: in order.
    """
    evidence = tuple(
        ClaimEvidence(items[a].statement.id, items[b].statement.id, links[a, b].score, links[a, b].parts)
        for a, b in combinations(members, 2)
        if (a, b) in links
    )
    best = max(
        members, key=lambda i: (len(profiles[i].actors) + len(profiles[i].things), -items[i].statement.spans[0].start)
    )
    drafted = [items[i] for i in members]
    classes = shared_pack().event_classes.classes
    return DraftClaim(
        id=claim_id,
        thread="",
        headline=items[best].statement.spans[0],
        statements=tuple(d.statement.id for d in drafted),
        variants=variants(drafted, roots),
        unfilled=unfilled(drafted),
        evidence=evidence,
        aside=all(profiles[i].nominal or classes[profiles[i].class_].state for i in members),
    )
