"""Why a claim has its range: voices and ranges recomputed from the statements and ties of a dossier, and named."""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from recoupe.errors import ExplainError
from recoupe.model import Claim, Dossier, Note, Relation, Span, Statement
from recoupe.provenance.ranges import Range, origin_range
from recoupe.provenance.tracing import origin_voices

Aside = Literal["denies", "refuses", "supposes", "otherwise", "relays"]


class Spoken(Struct, frozen=True):
    """A voice with the statements in which it affirms the claim, in order of reports and places."""

    voice: str
    statements: tuple[str, ...]


class NoOrigin(Struct, frozen=True):
    """Who is no origin of a claim though named with it, and why, with the words.

    reason: `denies`, `refuses`, `supposes` (speaks of it only as a hypothesis), `otherwise` (not given, in a report that
    gives another voice), `relays`. voice: `None` for a relay, which has an actor instead.
    """

    reason: Aside
    voice: str | None
    actor: str | None
    spans: tuple[Span, ...]


class Explanation(Struct, frozen=True):
    """A claim's range made again from the dossier.

    joined, apart: the ties that count; dropped: voices with a ground for being apart that others join. agrees: whether
    what is recomputed is what the claim says.
    """

    claim: Claim
    voices: tuple[Spoken, ...]
    min: int
    max: int
    exact: bool
    groups_max: tuple[tuple[str, ...], ...]
    groups_min: tuple[tuple[str, ...], ...]
    joined: tuple[Relation, ...]
    apart: tuple[Relation, ...]
    no_origins: tuple[NoOrigin, ...]
    notes: tuple[Note, ...]
    agrees: bool


def explain(dossier: Dossier, claim_id: str) -> Explanation:
    """The explanation of a claim; ExplainError where the dossier has no claim of that id."""
    claim = next((c for c in dossier.claims if c.id == claim_id), None)
    if claim is None:
        raise ExplainError(f"no claim has the id {claim_id}")
    statements = {s.id: s for s in dossier.statements}
    voices = {v.id: v for v in dossier.voices}
    own = [s for s in (statements[i] for i in claim.statements) if (s.stance, s.realis) == ("affirms", "actual")]
    speaking = origin_voices(own, voices)
    joined = tuple(r for r in claim.origins.relations if r.relation == "same")
    apart = tuple(r for r in claim.origins.relations if r.relation == "apart")
    found = origin_range(speaking, [(r.a, r.b) for r in joined], [(r.a, r.b) for r in apart])
    return Explanation(
        claim,
        tuple(Spoken(v, tuple(s.id for s in placed(own) if s.voice == v)) for v in speaking),
        found.min,
        found.max,
        found.exact,
        found.groups_max,
        found.groups_min,
        joined,
        apart,
        tuple(no_origins(claim, statements, own, speaking, dossier)),
        tuple(n for n in dossier.notes if claim.id in n.refs),
        agrees(found, claim),
    )


def placed(statements: Sequence[Statement]) -> list[Statement]:
    """Statements in the order of their reports and places."""
    return sorted(statements, key=lambda s: (s.spans[0], s.id))


def agrees(found: Range, claim: Claim) -> bool:
    """Whether a range is the one that a claim says."""
    said = claim.origins
    return (found.min, found.max, found.exact, found.groups_max) == (said.min, said.max, said.exact, said.groups_max)


def no_origins(
    claim: Claim,
    statements: Mapping[str, Statement],
    own: Sequence[Statement],
    speaking: Sequence[str],
    dossier: Dossier,
) -> list[NoOrigin]:
    """Who is named with a claim and is no origin of it."""
    voices = {v.id: v for v in dossier.voices}
    outlets = {d.id: d.outlet.span for d in dossier.documents if d.outlet is not None and d.outlet.span is not None}
    found = []
    aside: list[tuple[Aside, list[Statement]]] = [
        ("denies", [statements[s] for d in claim.denials for s in d.statements]),
        ("refuses", [statements[s] for s in claim.refusals]),
        ("supposes", [statements[s] for s in claim.hypothetical]),
        ("otherwise", [s for s in own if s.voice not in speaking]),
    ]
    for reason, told in aside:
        behind: dict[str, list[Span]] = {}
        for statement in placed(told):
            behind.setdefault(statement.voice, []).append(statement.spans[0])
        found += [NoOrigin(reason, v, voices[v].actor, tuple(spans)) for v, spans in sorted(behind.items())]
    origins = {voices[v].actor for v in speaking}
    relays: dict[str, list[Span]] = {}
    for statement in placed(own):
        for link in statement.chain:
            if link.role == "relay" and link.actor is not None and link.actor not in origins:
                span = outlets.get(link.document or "", link.span)  # of a report copied from: its name, not the passage
                relays.setdefault(link.actor, []).extend([span] if span is not None else [])
    found += [NoOrigin("relays", None, a, tuple(dict.fromkeys(spans))) for a, spans in sorted(relays.items())]
    return found
