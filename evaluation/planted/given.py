"""The program with the claims given: planted sentences as statements, grouped as planted, under the attributions found.

What is left to the program is all that stands between raw text and a range except the finding and matching of events: who
speaks through whom (attribution), actors, outlets and dates, reuse, voices, chains and relations.
"""

from collections.abc import Sequence

from evaluation.planted.plan import Mention, Pile
from evaluation.planted.writing import Place, Written
from recoupe.actors import resolve
from recoupe.claims.drafts import DraftClaim
from recoupe.claims.statements import innermost
from recoupe.linguistics import Annotation
from recoupe.model import Attribution, Document, Dossier, Event, Statement, identifier
from recoupe.pipeline import annotate_all, silent, with_document
from recoupe.provenance import trace
from recoupe.reuse import compare

STANCES = {"denial": "denies", "refusal": "refuses"}


def dossier_given(pile: Pile, documents: Sequence[Document], places: Sequence[Sequence[Written]]) -> Dossier:
    """The dossier of a pile whose claims are given. documents, places: by the number of their report."""
    annotated = annotate_all(documents, {}, 1, silent, {})
    extracted = [x for a in annotated for x in a.attributions]
    found = resolve([a.annotation for a in annotated], extracted)
    annotations = [with_document(a.annotation, found.documents) for a in annotated]
    by_id = {d.id: d for d in found.documents}
    compared = compare(annotations, found.attributions, found.actors, found.relays)
    statements: list[Statement] = []
    drafts: dict[str, dict[str, list[str]]] = {}
    for report, annotation, written in zip(pile.reports, annotations, places, strict=True):
        own = [a for a in found.attributions if a.document == annotation.document.id]
        for mention, place in zip(report.mentions, written, strict=True):
            for made in statements_at(annotation, own, mention, place.event):
                statements.append(made)
                stance = "supposes" if made.realis == "hypothetical" else made.stance
                drafts.setdefault(mention.claim, {}).setdefault(stance, []).append(made.id)
    spans = {s.id: s.spans[0] for s in statements}
    claims = [
        DraftClaim(
            identifier("claim", claim), "", spans[held["affirms"][0]], *(
                tuple(sorted(set(held.get(stance, ())))) for stance in ("affirms", "denies", "refuses", "supposes")
            ),
        )
        for claim, held in drafts.items()
        if "affirms" in held
    ]  # fmt: skip
    unique = {s.id: s for s in statements}
    traced = trace(
        tuple(by_id[d.id] for d in documents),
        found.actors,
        found.attributions,
        found.relays,
        tuple(unique.values()),
        claims,
        compared.utterances,
        compared.reuse,
    )
    return Dossier(
        1, "", {}, (), found.documents, found.actors, found.attributions, traced.statements, traced.voices, traced.claims,
        (), compared.utterances, compared.reuse, (), traced.notes, (), (),
    )  # fmt: skip


def statements_at(
    annotation: Annotation, attributions: Sequence[Attribution], mention: Mention, place: Place | None
) -> list[Statement]:
    """A planted sentence as statements: one for each attribution that ascribes its event, else the report's own."""
    if place is None:
        return []
    span = annotation.document.span(*place)
    tokens = [t for t in annotation.tokens if place[0] <= t.start < place[1]]
    inside = {t.i for t in tokens}
    top = next((t for t in tokens if t.head not in inside or t.head == t.i), tokens[0])
    holders: list[Attribution | None] = [*innermost(attributions, top.start)]
    return [
        Statement(
            id=identifier("statement", span, *((holder.id,) if holder is not None else ())),
            document=annotation.document.id,
            spans=(span,),
            attribution=holder.id if holder is not None else None,
            voice="",
            chain=(),
            stance=STANCES.get(mention.construction, "affirms"),  # type: ignore[arg-type]
            answers=(),
            polarity="positive",
            realis="hypothetical" if mention.construction == "hypothetical" else "actual",
            phase="done",
            firmness="flat",
            voice_firmness="flat",
            report_firmness="flat",
            triggers=(),
            event=Event(None, annotation.span(top.i, top.i)),
        )
        for holder in holders or [None]
    ]
