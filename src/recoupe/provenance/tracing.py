"""From draft claims to claims: voices, chains, relations, ranges, denials, in the order that a reader needs."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from recoupe.claims.drafts import DraftClaim
from recoupe.model import (
    Actor,
    Attribution,
    Claim,
    Document,
    Limit,
    Note,
    Origins,
    Relation,
    Reuse,
    Ruling,
    Statement,
    Untied,
    Utterance,
    Voice,
)
from recoupe.provenance.alerts import alerts
from recoupe.provenance.chains import chain
from recoupe.provenance.denials import denials_of
from recoupe.provenance.passing import Passed, Passing, cited, passing
from recoupe.provenance.pile import Pile, pile_of
from recoupe.provenance.ranges import origin_range
from recoupe.provenance.relations import CROWD, Told, apart_voices, same_voices, told_together
from recoupe.provenance.untied import Silence, contested, silence, untied_of
from recoupe.provenance.voices import Reading, given, not_given, not_given_id, read_voice

FEWER_TIES = (
    f"where more than {CROWD} passages of one family tell a claim, only as many of the ties between their voices are given"
    " as join these: the groups and the range of origins are the same"
)

Place = tuple[str, str]  # a claim and a statement's stance to it


class Traced(Struct, frozen=True):
    """Statements with voice and chain, the voices, finished claims in order, alerts, what is not told, and denials that
    answer no claim."""

    statements: tuple[Statement, ...]
    voices: tuple[Voice, ...]
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...]
    limits: tuple[Limit, ...]
    untied: tuple[Untied, ...] = ()


def trace(
    documents: Sequence[Document],
    actors: Sequence[Actor],
    attributions: Sequence[Attribution],
    relays: Mapping[str, str],
    statements: Sequence[Statement],
    drafts: Sequence[DraftClaim],
    utterances: Sequence[Utterance],
    reuse: Sequence[Reuse],
    rulings: Sequence[Ruling] = (),
) -> Traced:
    """Who stands behind every statement, and how many origins every claim can have.

    relays: for each attribution with a relay, the relay's actor; rulings: what a user's corrections say of pairs of
    voices, before anything that the reports show. Statements keep their order; claims stand in the order
    of the gap between reports and origins, then by reports, then by id; those that tell of no happening come last.
    """
    pile = pile_of(documents, actors, attributions, relays, utterances, reuse, rulings)
    by_id = {s.id: s for s in statements}
    readings = {s.id: read_voice(s, pile) for s in statements}
    places = places_of(drafts)
    shown = passings(drafts, by_id, readings, pile)
    voices: dict[str, Voice] = {}
    finished: dict[str, Statement] = {}
    for statement in sorted(statements, key=lambda s: s.id):
        reading = readings[statement.id]
        place = places.get(statement.id)
        passed = (
            shown[place].behind(reading.outlet, statement.document)
            if place is not None and reading.outlet is not None
            else None
        )
        claim = place[0] if place is not None else statement.id
        voice = voice_of(statement, reading, passed, claim, pile)
        voices[voice.id] = fuller(voices.get(voice.id), voice)
        finished[statement.id] = structs.replace(
            statement, voice=voice.id, chain=chain(statement, reading, passed, pile)
        )
    told = told_together(pile)
    asides = {draft.id for draft in drafts if draft.aside}
    untied = untied_of(attributions, statements, drafts)
    unheard = silence(untied, attributions, statements)
    closed = [close(draft, finished, voices, readings, told, pile, unheard) for draft in drafts]
    closed.sort(
        key=lambda c: (c[0].id in asides, min(0, c[0].origins.min - len(c[0].reports)), -len(c[0].reports), c[0].id)
    )
    return Traced(
        tuple(finished[s.id] for s in statements),
        tuple(voices[v] for v in sorted(voices)),
        tuple(claim for claim, _ in closed),
        tuple(note for _, notes in closed for note in notes),
        (Limit("ties", FEWER_TIES),) if any(len(family.members) > CROWD for family in reuse) else (),
        contested(untied, attributions, statements),
    )


def stances(draft: DraftClaim) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The statements of a claim by what they do to it, the affirming ones first."""
    return (
        ("affirms", draft.statements),
        ("denies", draft.denials),
        ("refuses", draft.refusals),
        ("supposes", draft.hypothetical),
    )


def places_of(drafts: Sequence[DraftClaim]) -> dict[str, Place]:
    """For each statement the claim that it affirms; else the first by id that it denies, declines or supposes."""
    found: dict[str, tuple[bool, str, str]] = {}
    for draft in drafts:
        for stance, ids in stances(draft):
            for id_ in ids:
                entry = (stance != "affirms", draft.id, stance)
                found[id_] = min(found.get(id_, entry), entry)
    return {id_: (claim, stance) for id_, (_, claim, stance) in found.items()}


def passings(
    drafts: Sequence[DraftClaim], statements: Mapping[str, Statement], readings: Mapping[str, Reading], pile: Pile
) -> dict[Place, Passing]:
    """What outlets pass on, for each claim and stance: who affirms through an outlet is not whom it lets deny."""
    return {
        (draft.id, stance): passing([statements[i] for i in ids], readings, pile)
        for draft in drafts
        for stance, ids in stances(draft)
    }


def voice_of(statement: Statement, reading: Reading, passed: Passed | None, claim: str, pile: Pile) -> Voice:
    """The voice behind a statement: named by the report, shown behind the outlet by any report, or not given."""
    if reading.origin is not None:
        step = reading.steps[reading.origin]
        return given(pile.actors[step.actor], step.first_hand, pile)
    if passed is not None:
        return given(pile.actors[passed.origin.actor], passed.origin.first_hand, pile)
    return not_given(not_given_id(statement.document, claim))


def fuller(known: Voice | None, found: Voice) -> Voice:
    """A voice with the first words, by place, that show it at first hand."""
    if known is None or known.first_hand is None:
        return found
    if found.first_hand is None:
        return known
    return known if known.first_hand <= found.first_hand else found


def close(
    draft: DraftClaim,
    statements: Mapping[str, Statement],
    voices: Mapping[str, Voice],
    readings: Mapping[str, Reading],
    told: Told,
    pile: Pile,
    unheard: Silence,
) -> tuple[Claim, list[Note]]:
    """A finished claim and its alerts."""
    affirming = [s for s in (statements[i] for i in draft.statements) if s.stance == "affirms" and s.realis == "actual"]
    reports = tuple(sorted({s.document for s in affirming}))
    behind = {v: [s for s in affirming if s.voice == v] for v in origin_voices(affirming, voices)}
    spoken = [voices[v] for v in behind]
    same = same_voices(spoken, behind, readings, pile)
    denied = {(statements[i].voice, statements[i].document) for i in draft.denials}
    said = {v: [s for s in own if s.id not in draft.granted] for v, own in behind.items()}
    apart = apart_voices(spoken, said, readings, same, told, denied, pile)
    span = origin_range(behind, [(r.a, r.b) for r in same], [(r.a, r.b) for r in apart])
    kept = sorted((r for r in (*same, *apart) if not (r.relation == "apart" and (r.a, r.b) in span.dropped)), key=pair)
    claim = Claim(
        id=draft.id,
        thread=draft.thread,
        headline=draft.headline,
        reports=reports,
        statements=draft.statements,
        denials=denials_of([statements[i] for i in draft.denials], affirming, voices, readings, pile, unheard),
        refusals=draft.refusals,
        hypothetical=draft.hypothetical,
        origins=Origins(
            span.min,
            span.max,
            span.min >= 2,
            span.exact,
            tuple(behind),
            span.groups_max,
            span.groups_min,
            tuple(kept),
        ),
        variants=draft.variants,
        unfilled=draft.unfilled,
        evidence=draft.evidence,
        in_passing=draft.in_passing,
    )
    citations = cited({v.id: behind[v.id] for v in spoken if not v.given}, readings, pile)
    dropped = [r for r in apart if (r.a, r.b) in span.dropped]
    return claim, alerts(claim, voices, citations, dropped, pile)


def pair(relation: Relation) -> tuple[str, str]:
    """The voices of a relation, for ordering."""
    return relation.a, relation.b


def origin_voices(affirming: Sequence[Statement], voices: Mapping[str, Voice]) -> list[str]:
    """Voices that affirm; `not given` is none where its report gives another voice for the claim."""
    given_in = {s.document for s in affirming if voices[s.voice].given}
    return sorted({s.voice for s in affirming if voices[s.voice].given or s.document not in given_in})
