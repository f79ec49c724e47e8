"""Statements into claims: pairs that say the same, joined under constraints."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import networkx
from msgspec import Struct, structs

from recoupe.claims.affairs import Affairs, Report, report_of
from recoupe.claims.answering import Routes, answers_to, joined_answers
from recoupe.claims.drafted import Drafted
from recoupe.claims.drafts import DraftClaim
from recoupe.claims.figures import Figure, figures_of, of_its_time
from recoupe.claims.found import OPEN
from recoupe.claims.happenings import Tellings
from recoupe.claims.headlines import headline
from recoupe.claims.joining import Pair, joined, tied
from recoupe.claims.links import link
from recoupe.claims.matching import AFFAIR, THRESHOLD, compare, specific, united
from recoupe.claims.merging import merged
from recoupe.claims.negative_facts import negative_facts, told_as_facts
from recoupe.claims.profiles import Profile, profile
from recoupe.claims.resemblance import likeness
from recoupe.claims.rivals import Rivals
from recoupe.claims.slots import asked, unfilled, variants
from recoupe.claims.statements import only_describes
from recoupe.claims.threads import threaded
from recoupe.languages import shared_pack
from recoupe.model import ClaimEvidence, Note, Span, Statement, Thread, identifier


class Grouped(Struct, frozen=True):
    """Statements (with the claims that they answer), draft claims and threads.

    corrections: for a statement the words by which its report corrects what was told. notes: what is asked in vain.
    routes: how each answer to a claim was found. figures: of the events of statements, where they tell any. rivals: of those
    figures two that cannot both hold of what seems to be one happening, each with its statement, and no claim shows both.
    """

    statements: tuple[Statement, ...]
    claims: tuple[DraftClaim, ...]
    threads: tuple[Thread, ...]
    corrections: Mapping[str, tuple[Span, ...]]
    notes: tuple[Note, ...]
    routes: Routes
    figures: Mapping[str, tuple[Figure, ...]]
    rivals: tuple[tuple[tuple[str, Span], tuple[str, Span]], ...]


def group(
    drafted: Sequence[Drafted], roots: Mapping[str, str], given: Sequence[Sequence[str]] | None = None
) -> Grouped:
    """Claims of the statements of all reports. `given`: the statements of each claim, where a user's corrections say so.

    Local pair decisions, then single link under the constraint that no two members of a claim conflict; links are
    taken in the order of their score, ties broken by the words. What is so joined is merged where its statements are,
    on average, likely to be of one claim.
    """
    items = sorted(drafted, key=lambda d: d.statement.id)
    reports = reports_of(items)
    profiles = phased(items, roots, reports)
    tellings = Tellings(items, profiles, reports)
    affairs = Affairs({p.document: p.affair for p in profiles}, AFFAIR)
    words = [wording(d) for d in items]
    rest: list[list[int]] = []  # what is no claim by itself, but may be one where somebody denies it
    if given is None:
        parts, links = joined([i for i, d in enumerate(items) if stands(d)], profiles, tellings, affairs, words)
        found, mergers = merged(parts, profiles, tellings, affairs, words)
        groups = [g for g in found if worth(g, items, profiles)]
        rest = [g for g in found if not worth(g, items, profiles) and told_in_clause(g, items)]
    else:
        place = {d.statement.id: i for i, d in enumerate(items)}
        groups = sorted(sorted(place[s] for s in members) for members in given)
        links, mergers = [], []
        for members in groups:
            ties = tied([i for i in members if stands(items[i])], profiles, tellings, affairs, words)
            links += ties
            mergers += merged(held_by(members, ties), profiles, tellings, affairs, words)[1]
    profiles = told_by_claims(groups, profiles)
    ids = ids_of(groups, items)
    answered = answers_to(groups, ids, items, profiles, affairs, tellings)
    free = {i for i, d in enumerate(items) if i not in answered.given and answers_somebody(d)}
    if rest and free:
        of_rest = ids_of(rest, items)
        others = answers_to(rest, of_rest, items, profiles, affairs, tellings, free)
        spoken = {d.statement.id: d.statement for d in items}
        contested = [
            g
            for g in sorted(others.denials)
            if not any(within(spoken[s], items[m].statement) for s in others.denials[g] for m in rest[g])
        ]
        answered = joined_answers(answered, others, {g: len(groups) + k for k, g in enumerate(contested)}, of_rest)
        groups = [*groups, *(rest[g] for g in contested)]
        ids = ids_of(groups, items)
    if given is None:
        told, further = joined(negative_facts(items, profiles, answered.given), profiles, tellings, affairs, words)
        told = [g for g in told if told_apart(g, items) and worth(g, items, profiles)]
        items = told_as_facts(items, {m for g in told for m in g})
        groups, links = [*groups, *told], [*links, *further]
        ids = ids_of(groups, items)
    evidence = linked(groups, links, mergers, items, tellings)
    claims = [
        structs.replace(
            claim_of(members, items, profiles, tuple(evidence[g]), ids[g], roots),
            denials=answered.denials.get(g, ()),
            refusals=answered.refusals.get(g, ()),
            hypothetical=answered.hypothetical.get(g, ()),
        )
        for g, members in enumerate(groups)
    ]
    documents = {d.statement.id: d.statement.document for d in items}
    figures = {i: own for i, d in enumerate(items) if stands(d) and (own := figures_of(d))}
    of_claims = [[items[m] for m in members] for members in groups]
    times = [{d.statement.id for d in of_its_time(own)} for own in of_claims]
    beside = {m for g, members in enumerate(groups) for m in members if items[m].statement.id not in times[g]}
    threads, named = threaded(claims, [united([profiles[m] for m in members]) for members in groups], documents)
    statements = tuple(
        structs.replace(d.statement, phase=profiles[i].phase, answers=answered.given.get(i, ()))
        for i, d in enumerate(items)
        if not d.implied or i in answered.given
    )
    return Grouped(
        statements,
        tuple(structs.replace(c, thread=named[c.id]) for c in claims),
        threads,
        {d.statement.id: d.corrected for d in items if d.corrected},
        tuple(note for g, members in enumerate(groups) for note in questions(ids[g], [items[m] for m in members])),
        answered.routes,
        {items[i].statement.id: own for i, own in figures.items() if i not in beside},
        tuple(
            ((items[r.a].statement.id, r.figures[0]), (items[r.b].statement.id, r.figures[1]))
            for r in Rivals(figures, groups, profiles, tellings, affairs).found()
        ),
    )


def ids_of(groups: Sequence[Sequence[int]], items: Sequence[Drafted]) -> list[str]:
    """The ids of claims."""
    return [identifier("claim", *sorted(items[i].statement.id for i in members)) for members in groups]


def answers_somebody(drafted: Drafted) -> bool:
    """Whether a statement is somebody's denial, says no to what is told before it, or takes back what its own report told."""
    said = drafted.statement.attribution is not None or drafted.takes_up is not None or bool(drafted.corrected)
    return drafted.statement.stance == "denies" and said


def within(denial: Statement, told: Statement) -> bool:
    """Whether what seems to tell an event are the words that deny one themselves (`X denied that`)."""
    return any(a.document == b.document and a.overlaps(b) for a in denial.spans for b in told.spans)


def told_in_clause(members: Sequence[int], items: Sequence[Drafted]) -> bool:
    """Whether a clause tells an event, not only nouns that take one up."""
    if not told_at_all(members, items):
        return False
    found = [(items[i].annotation, items[i].found) for i in members]
    return any(not own.nominal or annotation.dependents(own.token, "cop") for annotation, own in found)


def told_at_all(members: Sequence[int], items: Sequence[Drafted]) -> bool:
    """Whether a statement tells an event, and does not only describe another noun by it."""
    return not all(only_describes(items[i].annotation, items[i].found) for i in members)


def held_by(members: Sequence[int], links: Sequence[Pair]) -> list[list[int]]:
    """The statements that links hold together, in order; what no link holds stands alone."""
    graph: networkx.Graph = networkx.Graph()
    graph.add_nodes_from(members)
    graph.add_edges_from(links)
    return sorted(sorted(held) for held in networkx.connected_components(graph))


def linked(
    groups: Sequence[Sequence[int]],
    links: Sequence[Pair],
    mergers: Sequence[Pair],
    items: Sequence[Drafted],
    tellings: Tellings,
) -> list[list[ClaimEvidence]]:
    """For each group the links that joined it, with their scores, and the statements by which parts of it were merged."""
    holder = {i: g for g, members in enumerate(groups) for i in members}
    told = [(pair, link) for pair in links] + [(pair, likeness) for pair in mergers]
    found: list[list[ClaimEvidence]] = [[] for _ in groups]
    for (a, b), compare_two in sorted(told, key=lambda one: sorted(one[0])):
        if a in holder:
            score, parts = compare_two(tellings.of(a), tellings.of(b))
            found[holder[a]].append(ClaimEvidence(items[a].statement.id, items[b].statement.id, score, parts))
    return found


def worth(members: Sequence[int], items: Sequence[Drafted], profiles: Sequence[Profile]) -> bool:
    """Whether statements make a claim: one of them says enough to be met again, or two reports say so, each in its words.

    Where nothing but participles beside nouns tells the event (`an encrypted radio`), nobody says that it was.
    """
    if not told_at_all(members, items):
        return False
    if any(items[i].deed or (items[i].told and specific(profiles[i])) for i in members):
        return True
    return told_apart(members, items)


def told_apart(members: Sequence[int], items: Sequence[Drafted]) -> bool:
    """Whether two reports tell the same, each in words of its own."""
    told: dict[str, set[str]] = {}
    for i in members:
        told.setdefault(items[i].statement.document, set()).add(wording(items[i]))
    rows = sorted(told.values(), key=len)  # each in the next one, unless two of them differ both ways
    return any(not one <= other for one, other in pairwise(rows))


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


def reports_of(items: Sequence[Drafted]) -> dict[str, Report]:
    """What each report of some statements tells of its affair."""
    annotations = {d.statement.document: d.annotation for d in items}
    return {id_: report_of(annotation) for id_, annotation in annotations.items()}


def phased(
    items: Sequence[Drafted], roots: Mapping[str, str], reports: Mapping[str, Report] | None = None
) -> list[Profile]:
    """Profiles whose open phase is the one that their own report states elsewhere for the same event.

    reports: what each report tells of its affair, where that is known already.
    """
    known = reports if reports is not None else reports_of(items)
    first = [profile(d, d.found.phase, roots, known[d.statement.document].names) for d in items]
    by_report: dict[str, list[int]] = {}
    for i, item in enumerate(items):
        by_report.setdefault(item.statement.document, []).append(i)
    settled = []
    for i, own in enumerate(first):
        phase = own.phase
        if phase == OPEN:
            others = [j for j in by_report[items[i].statement.document] if first[j].phase != OPEN and stands(items[j])]
            read = {p: replace(own, phase=p) for p in {first[j].phase for j in others}}
            told = {first[j].phase for j in others if compare(read[first[j].phase], first[j])[0] >= THRESHOLD}
            phase = told.pop() if len(told) == 1 else phase
        settled.append(own if phase == own.phase else replace(own, phase=phase))
    return settled


def told_by_claims(groups: Sequence[Sequence[int]], profiles: Sequence[Profile]) -> list[Profile]:
    """Profiles whose open phase is the one that the other statements of their claim tell."""
    settled = list(profiles)
    for members in groups:
        told = {profiles[m].phase for m in members} - {OPEN}
        for m in members:
            if len(told) == 1 and profiles[m].phase == OPEN:
                settled[m] = replace(profiles[m], phase=next(iter(told)))
    return settled


def claim_of(
    members: list[int],
    items: Sequence[Drafted],
    profiles: list[Profile],
    evidence: tuple[ClaimEvidence, ...],
    claim_id: str,
    roots: Mapping[str, str],
) -> DraftClaim:
    """The draft claim of a group, with the links that made it, its variants and what no statement fills.

    members: in order.
    """
    drafted = [items[i] for i in members]
    classes = shared_pack().event_classes.classes
    return DraftClaim(
        id=claim_id,
        thread="",
        headline=headline([(items[i], profiles[i]) for i in members]),
        statements=tuple(d.statement.id for d in drafted),
        variants=variants(drafted, roots),
        unfilled=unfilled(drafted),
        evidence=evidence,
        aside=all(profiles[i].nominal or classes[profiles[i].class_].state for i in members),
        in_passing=all(profiles[i].nominal and items[i].in_passing for i in members),
        granted=tuple(d.statement.id for d in drafted if d.granted),
    )
