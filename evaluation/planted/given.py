"""The program with more and more given: the claims, or the claims and who speaks through whom.

With the claims given, planted sentences are statements, grouped as planted, under the attributions found: what is left to
the program is all that stands between raw text and a range except the finding and matching of events. With the chains
given too, the attributions are those planted: actors, outlets and dates, reuse, voices and relations are left.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from evaluation.planted.plan import Mention, Pile
from evaluation.planted.writing import Place, Written
from recoupe.actors import resolve
from recoupe.claims.drafted import innermost
from recoupe.claims.drafts import DraftClaim
from recoupe.linguistics import Annotation
from recoupe.model import Attribution, Document, Dossier, Event, Span, Statement, identifier
from recoupe.model.attributions import Kind
from recoupe.pipeline import annotate_all, silent, with_document
from recoupe.provenance import trace
from recoupe.reuse import compare

STANCES = {"denial": "denies", "refusal": "refuses"}


Extract = Callable[[Sequence[Annotation], Sequence[Attribution], Pile, Sequence[Sequence[Written]]], list[Attribution]]

KINDS: dict[str, Kind] = {"direct": "direct", "nominal": "nominal", "according_to": "according_to"}
OPENING = re.compile(
    r"(?:de la |de l['’]|d['’]|de (?!l)|à la |à l['’]|à (?!l))"
)  # prepositions that are no part of a source


def in_order(ids: Iterable[str]) -> tuple[str, ...]:
    """Different ids, sorted."""
    return tuple(sorted(set(ids)))


def as_found(
    annotations: Sequence[Annotation],
    extracted: Sequence[Attribution],
    pile: Pile,
    places: Sequence[Sequence[Written]],
) -> list[Attribution]:
    """The attributions that the program finds."""
    return list(extracted)


def as_planted(
    annotations: Sequence[Annotation],
    extracted: Sequence[Attribution],
    pile: Pile,
    places: Sequence[Sequence[Written]],
) -> list[Attribution]:
    """The attributions that were planted; of those found the ones in which somebody says for whom a person speaks."""
    found = []
    for report, annotation, written in zip(pile.reports, annotations, places, strict=True):
        for mention, place in zip(report.mentions, written, strict=True):
            made = planted(annotation, mention, place)
            found += [made] if made is not None else []
    return found


def planted(annotation: Annotation, mention: Mention, place: Written) -> Attribution | None:
    """The attribution of a planted sentence, `None` where it names nobody."""
    document = annotation.document
    voice, outlet = (noun_phrase(document, p) for p in (place.voice, place.outlet))
    source, relay = voice or outlet, outlet
    if source is None or place.event is None:
        return None
    content = document.span(*place.event)
    return Attribution(
        id=identifier("attribution", source, content),
        document=document.id,
        source=source,
        actor=None,
        cue=None,
        content=(content,),
        kind=KINDS.get(mention.construction, "indirect"),
        firmness="flat",
        voice_firmness="flat",
        report_firmness="flat",
        relay=relay,
    )


def noun_phrase(document: Document, place: Place | None) -> Span | None:
    """A source without the preposition that its field may begin with."""
    if place is None:
        return None
    words = document.text[slice(*place)]
    opening = OPENING.match(words)
    shift = opening.group().find(" ") + 1 or opening.end() if opening is not None else 0
    return document.span(place[0] + shift, place[1])


def dossier_given(
    pile: Pile, documents: Sequence[Document], places: Sequence[Sequence[Written]], extract: Extract = as_found
) -> Dossier:
    """The dossier of a pile whose claims are given. documents, places: by the number of their report; extract: what to
    take for attributions."""
    annotated = annotate_all(documents, {}, 1, silent, {})
    extracted = extract([a.annotation for a in annotated], [x for a in annotated for x in a.attributions], pile, places)
    found = resolve([a.annotation for a in annotated], extracted)
    by_id = {d.id: d for d in found.documents}
    annotations = [with_document(a.annotation, by_id) for a in annotated]
    values = {a.annotation.document.id: a.values for a in annotated}
    compared = compare(annotations, found.attributions, found.actors, found.relays, values)
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
            identifier("claim", claim),
            "",
            spans[held["affirms"][0]],
            statements=in_order(held["affirms"]),
            denials=in_order(held.get("denies", ())),
            refusals=in_order(held.get("refuses", ())),
            hypothetical=in_order(held.get("supposes", ())),
        )
        for claim, held in drafts.items()
        if "affirms" in held
    ]
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
    if not tokens:
        return []  # its sentence was taken for no part of the report's text
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
