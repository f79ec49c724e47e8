"""From draft claims to claims: voices, chains, relations, ranges, denials, in the order that a reader needs."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from recoupe.claims.drafts import DraftClaim
from recoupe.model import (
    Actor,
    Attribution,
    Claim,
    ClaimDenial,
    Document,
    Note,
    Origins,
    Reuse,
    Statement,
    Utterance,
    Voice,
)
from recoupe.provenance.ranges import origin_range
from recoupe.provenance.relations import relations
from recoupe.provenance.voices import Voiced, chain, claims_of, make_voice, not_given, voice_id, voiced


class Traced(Struct, frozen=True):
    """Statements with voice and chain, the voices, finished claims in order, and alerts."""

    statements: tuple[Statement, ...]
    voices: tuple[Voice, ...]
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...]


def trace(
    documents: Sequence[Document],
    actors: Sequence[Actor],
    attributions: Sequence[Attribution],
    relays: Mapping[str, str],
    statements: Sequence[Statement],
    drafts: Sequence[DraftClaim],
    utterances: Sequence[Utterance],
    reuse: Sequence[Reuse],
) -> Traced:
    """Who stands behind every statement, and how many origins every claim can have."""
    by_actor = {a.id: a for a in actors}
    by_attribution = {a.id: a for a in attributions}
    by_document = {d.id: d for d in documents}
    by_statement = {s.id: s for s in statements}
    claim_of = claims_of(drafts)
    found = {s.id: voiced(s, by_attribution, by_actor, relays) for s in statements}
    passed_on = passing(drafts, by_statement, found, relays)
    speakers = {voice_id(a.id): a for a in actors}
    voices: dict[str, Voice] = {}
    finished: dict[str, Statement] = {}
    for statement in sorted(statements, key=lambda s: s.id):
        own = found[statement.id]
        claim = claim_of.get(statement.id, statement.id)
        voice = own.voice
        if voice is None and own.outlet is not None:
            voice = passed_on.get((claim, own.outlet))
        if voice is None:
            voice = not_given(statement.document, claim)
            voices.setdefault(voice, Voice(voice, None, given=False, named=False))
        if voice not in voices:
            voices[voice] = make_voice(speakers[voice])
        links = chain(by_document[statement.document], own, own.voice is None and voices[voice].given, voices[voice].actor)
        finished[statement.id] = structs.replace(statement, voice=voice, chain=links)
    claims, notes = [], []
    for draft in drafts:
        claim, alerts = close(draft, finished, voices, by_actor, by_attribution, by_document, relays, utterances, reuse)
        claims.append(claim)
        notes += alerts
    claims.sort(key=lambda c: (c.origins.min - len(c.reports), -len(c.reports), c.id))
    ordered = tuple(finished[s.id] for s in statements)
    return Traced(ordered, tuple(sorted(voices.values(), key=lambda v: v.id)), tuple(claims), tuple(notes))


def passing(
    drafts: Sequence[DraftClaim], statements: Mapping[str, Statement], found: Mapping[str, Voiced], relays: Mapping[str, str]
) -> dict[tuple[str, str], str]:
    """For each claim and outlet the voice that any report shows the outlet passing on."""
    shown: dict[tuple[str, str], str] = {}
    for draft in drafts:
        for statement in sorted(draft.statements):
            own = found[statement]
            if own.voice is None:
                continue
            outer = [actor for actor, _ in own.path.steps if actor is not None]
            if own.path.relay is not None and own.path.relay[0] is not None:
                outer.append(own.path.relay[0])
            for actor in outer:
                shown.setdefault((draft.id, actor), own.voice)
    return shown


def close(
    draft: DraftClaim,
    statements: Mapping[str, Statement],
    voices: Mapping[str, Voice],
    actors: Mapping[str, Actor],
    attributions: Mapping[str, Attribution],
    documents: Mapping[str, Document],
    relays: Mapping[str, str],
    utterances: Sequence[Utterance],
    reuse: Sequence[Reuse],
) -> tuple[Claim, list[Note]]:
    """A finished claim and its alerts."""
    affirming = [statements[s] for s in draft.statements]
    origins_of = origin_voices(affirming, voices)
    behind = {v: [s for s in affirming if s.voice == v] for v in origins_of}
    ties = relations([voices[v] for v in origins_of], behind, actors, attributions, relays, utterances, reuse)
    span = origin_range(
        origins_of,
        [(r.a, r.b) for r in ties if r.relation == "same"],
        [(r.a, r.b) for r in ties if r.relation == "apart"],
    )
    origins = Origins(
        span.min, span.max, span.min >= 2, span.exact, tuple(origins_of), span.groups_max, span.groups_min, tuple(ties)
    )
    reports = tuple(sorted({s.document for s in affirming}))
    claim = Claim(
        id=draft.id,
        thread=draft.thread,
        headline=draft.headline,
        reports=reports,
        statements=draft.statements,
        denials=denials(draft, statements, reports, documents),
        refusals=draft.refusals,
        hypothetical=draft.hypothetical,
        origins=origins,
        variants=draft.variants,
        unfilled=draft.unfilled,
        evidence=draft.evidence,
    )
    return claim, alerts(claim, voices, actors, span.dropped)


def origin_voices(affirming: Sequence[Statement], voices: Mapping[str, Voice]) -> list[str]:
    """Voices that affirm; `not given` is none where its report gives another voice for the claim."""
    given = {s.document for s in affirming if voices[s.voice].given}
    kept = {s.voice for s in affirming if voices[s.voice].given or s.document not in given}
    return sorted(kept)


def denials(
    draft: DraftClaim, statements: Mapping[str, Statement], reports: tuple[str, ...], documents: Mapping[str, Document]
) -> tuple[ClaimDenial, ...]:
    """Who denies, in which reports, and which affirming reports leave it out though they are not earlier."""
    by_voice: dict[str, list[Statement]] = {}
    for id_ in draft.denials:
        by_voice.setdefault(statements[id_].voice, []).append(statements[id_])
    found = []
    for voice, own in sorted(by_voice.items()):
        carrying = {s.document for s in own}
        missing = [r for r in reports if r not in carrying and any(not earlier(documents[r], documents[c]) for c in carrying)]
        found.append(ClaimDenial(voice, tuple(sorted(s.id for s in own)), tuple(sorted(carrying)), tuple(missing)))
    return tuple(found)


def earlier(a: Document, b: Document) -> bool:
    """Whether a report is surely earlier than another."""
    if a.published is None or b.published is None or a.published.not_after is None or b.published.not_before is None:
        return False
    return a.published.not_after < b.published.not_before


def alerts(
    claim: Claim, voices: Mapping[str, Voice], actors: Mapping[str, Actor], dropped: Sequence[tuple[str, str]]
) -> list[Note]:
    """What a reader should know of a claim's origins."""
    notes = []
    for voice in claim.origins.voices:
        actor = actors.get(voices[voice].actor or "")
        if actor is not None and actor.anonymity is not None and actor.anonymity.count is None:
            notes.append(Note("plural voice", f"{actor.name}: a plural that may rest on one person", (claim.id, voice), actor.anonymity.spans))
    if len(claim.reports) > 1 and claim.origins.max == 1:
        notes.append(Note("single origin", f"{len(claim.reports)} reports go back to one origin", (claim.id,), (claim.headline,)))
    for a, b in dropped:
        notes.append(Note("apart inside a group", "two voices said to be apart are joined through a third", (claim.id, a, b)))
    return notes
