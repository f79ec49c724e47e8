"""Claims in time: first appearance, phase, conditional, figures, corrections, voices; what happened and when it was told."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs
from rapidfuzz import fuzz

from recoupe.claims.figures import Bounds, Figure, meet
from recoupe.model import Claim, Document, Evolution, Span, Statement, TimelineEntry, Voice
from recoupe.reuse.dates import Order

RANK = {"planned": 0, "imminent": 1, "under way": 2, "repeated": 3, "done": 4}


def evolved(
    claims: Sequence[Claim],
    statements: Mapping[str, Statement],
    voices: Mapping[str, Voice],
    corrections: Mapping[str, tuple[Span, ...]],
    told: Mapping[str, Sequence[Figure]],
    order: Order,
    outlets: Mapping[str, str | None],
) -> tuple[Claim, ...]:
    """Claims with their changes, built from their members alone; a change is told only where the order is sure.

    corrections: for a statement the words by which its report corrects what was told; told: the figures of its event;
    outlets: by report the actor that published it.
    """
    threads: dict[str, list[Claim]] = {}
    for claim in claims:
        threads.setdefault(claim.thread, []).append(claim)
    found = []
    for claim in claims:
        members = [statements[s] for s in claim.statements]
        changes = [
            *appearances(members, order),
            *phase_changes(claim, threads[claim.thread], statements, order),
            *conditionals(claim, members, order, outlets),
            *figures(members, corrections, told, order),
            *turns(claim, members, statements, voices, order),
            *taken_back(claim, members, statements, corrections, order, outlets),
            *further_voices(claim, members, voices, order),
        ]
        found.append(structs.replace(claim, evolution=tuple(changes)))
    return tuple(found)


def at(statement: Statement) -> tuple[str, int, str]:
    """The place of a statement, for orders that do not depend on the reports' own."""
    return statement.spans[0].text, statement.spans[0].start, statement.id


def place(statement: Statement) -> Span:
    """Where a statement stands."""
    return statement.spans[0]


def appearances(members: Sequence[Statement], order: Order) -> list[Evolution]:
    """The first telling: in the one report that is surely earlier than every other of the claim, if there are others."""
    reports = {s.document for s in members}
    first = [r for r in sorted(reports) if all(r == other or order.earlier(r, other) for other in reports)]
    if len(reports) < 2 or not first:
        return []
    told = min((s for s in members if s.document == first[0]), key=lambda s: s.spans[0])
    return [Evolution("first appearance", None, told.id, told.spans[:1])]


def phase_changes(
    claim: Claim, thread: Sequence[Claim], statements: Mapping[str, Statement], order: Order
) -> list[Evolution]:
    """From the nearest earlier phase of the same event in the claim's thread: told first, and told in another phase."""
    own = sorted((statements[s] for s in claim.statements), key=place)
    rank = RANK.get(own[0].phase)
    before: list[tuple[int, Statement, Statement]] = []
    class_ = statements[claim.statements[0]].event.class_
    for other in thread:
        theirs = [statements[s] for s in other.statements]
        lower = RANK.get(theirs[0].phase)
        if rank is None or lower is None or lower >= rank or class_ != theirs[0].event.class_:
            continue
        first = first_pair(sorted(theirs, key=place), own, order)
        if first is not None:
            before.append((lower, *first))
    if not before:
        return []
    _, a, b = max(before, key=lambda x: (x[0], x[1].id))
    return [Evolution("phase", a.id, b.id, (a.event.predicate, b.event.predicate))]


def first_pair(
    ones: Sequence[Statement], others: Sequence[Statement], order: Order
) -> tuple[Statement, Statement] | None:
    """The first statement that is surely earlier than one of others, with the first of these."""
    shown = {order.late(o.document): o for o in reversed(others)}
    behind = [o for o in others if shown[order.late(o.document)] is o]
    asked: set[int] = set()
    for one in ones:
        if order.early(one.document) not in asked:
            asked.add(order.early(one.document))
            found = next((o for o in behind if order.earlier(one.document, o.document)), None)
            if found is not None:
                return one, found
    return None


def conditionals(
    claim: Claim, members: Sequence[Statement], order: Order, outlets: Mapping[str, str | None]
) -> list[Evolution]:
    """Where a report tells flatly what the one that it copies or cites, or an earlier one of the same origin, left open, or
    the reverse: the last one before it counts. outlets: by report the actor that published it.
    """
    found = []
    group = groups(claim)
    of_group: dict[object, list[Statement]] = {}
    for statement in sorted(members, key=place):
        of_group.setdefault(group.get(statement.voice, statement.voice), []).append(statement)
    known: dict[tuple[object, int], Statement | None] = {}  # for a group and a time the last one before it
    for late in sorted(members, key=place):
        if late.firmness not in {"flat", "hedged"}:
            continue
        own = group.get(late.voice, late.voice)
        last = model(late, of_group[own]) or passed_on(late, members, order, outlets)
        if last is None:
            key = own, order.late(late.document)
            if key not in known:
                known[key] = last_before(late, of_group[own], order)
            last = known[key]
        if last is None:
            continue
        if last.firmness == "hedged" and late.firmness == "flat":
            found.append(Evolution("conditional lost", last.id, late.id, (*last.triggers, late.event.predicate)))
        elif last.firmness == "flat" and late.firmness == "hedged":
            found.append(Evolution("conditional gained", last.id, late.id, (last.event.predicate, *late.triggers)))
    return found


def groups(claim: Claim) -> dict[str, int]:
    """For each voice that is an origin of a claim the group of those that are certainly one."""
    return {voice: n for n, group in enumerate(claim.origins.groups_max) for voice in group}


def model(late: Statement, members: Sequence[Statement]) -> Statement | None:
    """The statement from which one was copied or translated: in the report next to its own in the chain, the most alike."""
    sources = [link.document for link in late.chain if link.basis == "inferred" and link.document is not None]
    own = [s for s in members if sources and s.document == sources[-1]]
    words = late.spans[0].text.lower()
    return max(own, key=lambda s: (fuzz.ratio(s.spans[0].text.lower(), words), at(s)), default=None)


def passed_on(
    late: Statement, members: Sequence[Statement], order: Order, outlets: Mapping[str, str | None]
) -> Statement | None:
    """The statement of the outlet by which one says that it has it, in a report that is not later (`says the Gazette`)."""
    relays = {link.actor for link in late.chain if link.basis == "stated" and link.actor is not None}
    own = outlets.get(late.document)
    told = [
        s
        for s in members
        if (outlet := outlets.get(s.document)) in relays - {own}
        and outlet is not None
        and not order.earlier(late.document, s.document)
    ]
    return max(told, key=at, default=None)


def last_before(late: Statement, members: Sequence[Statement], order: Order) -> Statement | None:
    """The last of several statements that are surely earlier than one."""
    before = [s for s in members if order.earlier(s.document, late.document)]
    return latest(before, order) if before else None


def latest(before: Sequence[Statement], order: Order) -> Statement:
    """The last of several statements that are earlier than another; by their words where their order is not sure."""
    ends = order.last({s.document for s in before})
    return max([s for s in before if s.document in ends] or before, key=at)


class Known(NamedTuple):
    """The last statement before a report that tells a figure of some unit, that figure's words, and all figures told so far."""

    last: Statement | None
    span: Span | None
    bounds: Sequence[Bounds]


def figures(
    members: Sequence[Statement],
    corrections: Mapping[str, tuple[Span, ...]],
    told: Mapping[str, Sequence[Figure]],
    order: Order,
) -> list[Evolution]:
    """Figures that drift: a later report's count or amount that none told before allows; a correction where it says so."""
    found = []
    figured = [(s, f) for s in members for f in told.get(s.id, ()) if f.slot != "duration"]
    known: dict[tuple[int, str, str], Known] = {}
    for late, figure in sorted(figured, key=lambda x: (x[0].spans[0], x[1].span)):
        key = order.late(late.document), figure.slot, figure.unit
        if key not in known:
            of_unit = [(s, f) for s, f in figured if (f.slot, f.unit) == key[1:]]
            before = [(s, f) for s, f in of_unit if order.earlier(s.document, late.document)]
            last = latest([s for s, _ in before], order) if before else None
            span = next(f.span for s, f in before if s is last) if before else None
            known[key] = Known(last, span, list({f.bounds: None for _, f in before}))
        last, span, bounds = known[key]
        if last is not None and span is not None and not any(meet(b, figure.bounds) for b in bounds):
            words = corrections.get(late.id, ())
            change = "correction" if words else "figure"
            found.append(Evolution(change, last.id, late.id, (span, figure.span, *words)))
    return found


def turns(
    claim: Claim,
    members: Sequence[Statement],
    statements: Mapping[str, Statement],
    voices: Mapping[str, Voice],
    order: Order,
) -> list[Evolution]:
    """One voice that affirms first and denies later (a retraction), or that denied or declined and affirms later.

    Who is said to have done or undergone it and denies it has more likely been spoken of than spoken before (`X said to have
    sold pumps`), and takes nothing back; nor does who has denied it all along.
    """
    denying = by_voice(statements[s] for d in claim.denials for s in d.statements)
    answering = by_voice(statements[s] for own in (*(d.statements for d in claim.denials), claim.refusals) for s in own)
    found = []
    for affirmed in sorted(members, key=lambda s: s.spans[0]):
        spans = affirmed.spans[:1]
        denied = denying.get(affirmed.voice, ())
        if denied and any(p.actor == voices[affirmed.voice].actor is not None for p in affirmed.event.participants):
            continue
        if all(order.earlier(affirmed.document, other.document) for other in denied):
            for other in denied:
                found.append(Evolution("retraction", affirmed.id, other.id, (*spans, *other.spans[:1])))
        for other in answering.get(affirmed.voice, ()):
            if order.earlier(other.document, affirmed.document):
                found.append(Evolution("stance", other.id, affirmed.id, (*other.spans[:1], *spans)))
    return found


def taken_back(
    claim: Claim,
    members: Sequence[Statement],
    statements: Mapping[str, Statement],
    corrections: Mapping[str, tuple[Span, ...]],
    order: Order,
    outlets: Mapping[str, str | None],
) -> list[Evolution]:
    """What a report denies in a passage of its own that corrects what was told: that of its own outlet, else what is earlier.

    What one outlet told is corrected after it, whatever the dates show.
    """
    found = []
    denying = [statements[s] for denial in claim.denials for s in denial.statements]
    for denied in sorted((s for s in denying if s.attribution is None and s.id in corrections), key=place):
        outlet = outlets.get(denied.document)
        others = [s for s in members if s.document != denied.document]
        own = [s for s in others if outlet is not None and outlets.get(s.document) == outlet]
        told = [s for s in own if not order.earlier(denied.document, s.document)]
        told = told or [s for s in others if order.earlier(s.document, denied.document)]
        seen = {s.document: s for s in sorted(told, key=place, reverse=True)}
        for first in sorted(seen.values(), key=place):
            spans = (*first.spans[:1], *denied.spans[:1], *corrections[denied.id])
            found.append(Evolution("correction", first.id, denied.id, spans))
    return found


def by_voice(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Statements by whose they are, in order of the text."""
    found: dict[str, list[Statement]] = {}
    for statement in sorted(statements, key=lambda s: s.spans[0]):
        found.setdefault(statement.voice, []).append(statement)
    return found


def further_voices(
    claim: Claim, members: Sequence[Statement], voices: Mapping[str, Voice], order: Order
) -> list[Evolution]:
    """A voice that no earlier report of the claim gives, with the statement that brings it.

    A voice without a name that is certainly one with another is not told again where it is described in other words.
    """
    found, seen = [], set()
    group = groups(claim)
    keys: dict[str, object] = {
        s.voice: s.voice if voices[s.voice].named else group.get(s.voice, s.voice) for s in members
    }
    told: dict[object, list[Statement]] = {}
    for statement in sorted(members, key=place):
        for key in {statement.voice, group.get(statement.voice, statement.voice)}:
            told.setdefault(key, []).append(statement)
    known: dict[int, Statement | None] = {}
    for late in sorted(members, key=place):
        own = keys[late.voice]
        if own in seen or not voices[late.voice].given:
            continue
        if any(s.document != late.document and not order.earlier(late.document, s.document) for s in told[own]):
            continue
        key = order.late(late.document)
        if key not in known:
            known[key] = last_before(late, members, order)
        last = known[key]
        if last is not None:
            seen.add(own)
            found.append(Evolution("further voice", last.id, late.id, late.spans[:1]))
    return found


def timeline(
    documents: Sequence[Document], claims: Sequence[Claim], statements: Mapping[str, Statement]
) -> tuple[TimelineEntry, ...]:
    """When each claim's event is said to have happened, apart from when each report was published."""
    happened = []
    for claim in claims:
        for statement in (statements[s] for s in claim.statements):
            for value in statement.values:
                if value.slot == "date" and value.low is not None and value.high is not None:
                    happened.append(
                        TimelineEntry(
                            "happened",
                            str(value.low),
                            str(value.high),
                            claim.id,
                            statement.id,
                            statement.document,
                            (value.span,),
                        )
                    )
    told = [
        TimelineEntry("told", d.published.not_before, d.published.not_after, None, None, d.id, d.published.spans)
        for d in documents
        if d.published is not None
    ]
    return (*told, *sorted(happened, key=lambda e: (e.not_before or "", e.not_after or "", e.spans)))
