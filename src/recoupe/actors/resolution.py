"""From names, roles, pronouns and anonymous wordings to actors, inside a report and across reports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from msgspec import Struct, structs

from recoupe.actors.affiliations import role_at, told_affiliations
from recoupe.actors.cited import cited_outlets
from recoupe.actors.demonyms import demonyms
from recoupe.actors.gazetteer import outlets_of
from recoupe.actors.issuers import followed, issuer_of, issuers_joined, kind_of_issuer
from recoupe.actors.joining import joined
from recoupe.actors.leads import named_later
from recoupe.actors.letters import full_names
from recoupe.actors.mentions import read_names, read_roles
from recoupe.actors.names import Name, names
from recoupe.actors.naysayers import read_naysayers
from recoupe.actors.own import affiliate_own, own_names
from recoupe.actors.owners import bodies_told
from recoupe.actors.passed_on import description, outlet_within
from recoupe.actors.phrases import described, tokens_in
from recoupe.actors.pile_names import pile_names
from recoupe.actors.references import clients_of, referred
from recoupe.actors.registry import Registry
from recoupe.actors.relaying import outlet_of_span
from recoupe.actors.short_forms import bodies_again
from recoupe.actors.shortened import shortened
from recoupe.actors.sources import actor_of_span, also_named
from recoupe.actors.told import ReportActors
from recoupe.languages.own_institutions import NO_INSTITUTIONS, OwnInstitutions
from recoupe.linguistics import Annotation
from recoupe.model import Actor, AgencyCredit, Attribution, Document, Note, OutletCredit, Span, identifier

BEFORE = -1  # a place before all tokens of a report


class Resolved(Struct, frozen=True):
    """Actors with their mentions; attributions and documents with actor ids filled in.

    mentions: for each document, spans with the id of the actor they name or take up, in order.
    relays: for each attribution with a relay, the relay's actor. notes: what a user's table decided.
    """

    actors: tuple[Actor, ...]
    attributions: tuple[Attribution, ...]
    documents: tuple[Document, ...]
    mentions: dict[str, tuple[tuple[Span, str], ...]]
    relays: dict[str, str]
    notes: tuple[Note, ...] = ()


def resolve(
    annotations: Sequence[Annotation], attributions: Sequence[Attribution], own: OwnInstitutions = NO_INSTITUTIONS
) -> Resolved:
    """Actors of all reports. Names join across reports; roles, pronouns and anonymous voices only inside one.

    own: a user's table of bodies and persons; it goes before what the reports show.
    """
    registry = Registry()
    told: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        told.setdefault(attribution.document, []).append(attribution)
    ordered = sorted(annotations, key=lambda a: a.document.id)
    documents = tuple(credited(a.document, registry) for a in ordered)
    named = {a.document.id: names(a, set()) for a in ordered}
    reports = reports_of(ordered, named, attributions, registry, own)
    for report in reports:
        direct = (a for a in told.get(report.annotation.document.id, ()) if a.kind == "direct")
        report.quoted.update(i for a in direct for c in a.content for i in tokens_of(report.annotation, c))
    for report in reports:
        issued(report)
        bodies_told(report, registry)
        bodies_again(report)
    for report in reports:
        read_roles(report, registry)
        told_affiliations(report, registry, partial(actor_of_span, report, registry), partial(role_at, report))
    cast = Sources()
    spoken = [read_sources(report, registry, told.get(report.annotation.document.id, ()), cast) for report in reports]
    for report in reports:
        read_naysayers(report, registry)
    clients = clients_of(reports, registry)
    mentions: dict[str, tuple[tuple[Span, str], ...]] = {}
    for report, own_sources in zip(reports, spoken, strict=True):
        annotation = report.annotation
        better = named_later(report, registry, own_sources)
        cast.actors.update({a.id: registry.id(better.get(a.id, key)) for a, key in own_sources})
        taking_part = {
            **referred(report, registry, clients, own_sources),
            **report.heads_of_bodies(),
            **report.by_token,
        }
        mentions[annotation.document.id] = tuple(
            (annotation.span(i, i), registry.id(key)) for i, key in sorted(taking_part.items())
        )
    attributed = (
        *(
            structs.replace(a, actor=cast.actors.get(a.id), relay=a.relay or cast.clauses.get(a.id))
            for a in attributions
        ),
        *(
            structs.replace(a, id=identifier("attribution", a.id, span), source=span, actor=key)
            for a, span, key in cast.joint
        ),
    )
    notes = affiliate_own(registry, own, documents)
    found = Resolved(registry.actors(), attributed, documents, mentions, cast.relays, notes)
    languages = {r.annotation.document.id: r.annotation.tokens[0].language for r in reports}
    aliases = joined(registry, languages, shortened(ordered, named), full_names(reports))
    aliases = followed(aliases, issuers_joined((a.document for a in ordered), registry, aliases))
    return merged(found, registry, aliases) if aliases else found


def reports_of(
    ordered: Sequence[Annotation],
    named: Mapping[str, Sequence[Name]],
    attributions: Sequence[Attribution],
    registry: Registry,
    own: OwnInstitutions,
) -> list[ReportActors]:
    """The names of each report that has words, registered: outlets and persons that any report shows are so in all."""
    known = {**outlets_of(a.document for a in ordered if issuer_of(a.document) is None), **own_names(own)}
    outlets = {**demonyms(ordered, named), **cited_outlets(ordered, named, attributions, known)}
    shown = pile_names(ordered, named)
    registry.places = shown.places
    return [read_names(a, registry, outlets, shown) for a in ordered if a.tokens]


@dataclass
class Sources:
    """What the sources of attributions are found to name: by attribution, and those that one joins to its first.

    actors, relays: ids of actors. clauses: the words of an outlet in the clause of a source. joint: attributions, the words
    and the id of a further source each.
    """

    actors: dict[str, str] = field(default_factory=dict)
    relays: dict[str, str] = field(default_factory=dict)
    clauses: dict[str, Span] = field(default_factory=dict)
    joint: list[tuple[Attribution, Span, str]] = field(default_factory=list)


def read_sources(
    report: ReportActors, registry: Registry, told: Sequence[Attribution], cast: Sources
) -> list[tuple[Attribution, str]]:
    """The attributions of a report with the key of their source, in the order of the text; the rest goes into `cast`."""
    spoken, keys = [], dict[str, str]()
    for attribution in sorted(told, key=lambda a: (a.source or a.content[0], a.id)):
        report.telling = keys.get(attribution.within or "")
        key = source_of(report, registry, attribution, cast) if attribution.source is not None else None
        if key is not None:
            keys[attribution.id] = key
            spoken.append((attribution, key))
        relay = outlet_of_span(report, registry, attribution.relay) if attribution.relay is not None else None
        if relay is not None:
            cast.relays[attribution.id] = registry.id(relay)
    return spoken


def source_of(report: ReportActors, registry: Registry, attribution: Attribution, cast: Sources) -> str | None:
    """The key of whom an attribution's source names; noted in its report as one who has spoken there."""
    annotation, source = report.annotation, attribution.source
    assert source is not None
    ascribed = [i for c in attribution.content for i in tokens_of(annotation, c)]
    key = actor_of_span(report, registry, source, range(min(ascribed), max(ascribed) + 1) if ascribed else range(0))
    if key is None:
        return None
    report.sources.add(described(report, tokens_in(report, source)).i)
    report.spoken.setdefault(key, source.start)
    cast.joint += [(attribution, span, registry.id(k)) for span, k in also_named(report, source, key)]
    passed = outlet_within(report, source, key) if attribution.relay is None else None
    if passed is not None:
        cast.clauses[attribution.id], cast.relays[attribution.id] = passed[0], registry.id(passed[1])
        entry = registry.entries[key]
        if entry.name == source.text:
            entry.name = description(report, source, passed[0])
    return key


def tokens_of(annotation: Annotation, span: Span) -> Sequence[int]:
    """The tokens of a span, by number."""
    return [t.i for t in annotation.within(span)]


def merged(found: Resolved, registry: Registry, aliases: Mapping[str, str]) -> Resolved:
    """What was found, with one actor for the bodies that have several names. aliases: for each key that goes, the one
    that stays."""
    ids = {registry.id(gone): registry.id(kept) for gone, kept in aliases.items()}
    registry.merge(aliases)
    return Resolved(
        registry.actors(),
        tuple(structs.replace(a, actor=ids.get(a.actor or "", a.actor)) for a in found.attributions),
        tuple(structs.replace(d, outlet=renamed(d.outlet, ids)) for d in found.documents),
        {d: tuple((span, ids.get(actor, actor)) for span, actor in own) for d, own in found.mentions.items()},
        {a: ids.get(actor, actor) for a, actor in found.relays.items()},
        tuple(structs.replace(n, refs=tuple(ids.get(r, r) for r in n.refs)) for n in found.notes),
    )


def renamed(outlet: OutletCredit | None, ids: Mapping[str, str]) -> OutletCredit | None:
    """Who published a report, by the id that stays of its actor's."""
    return structs.replace(outlet, actor=ids.get(outlet.actor, outlet.actor)) if outlet is not None else None


def issued(report: ReportActors) -> None:
    """Note the body whose own report one is before all that the text names: its noun alone takes it up."""
    document = report.annotation.document
    key, kind = issuer_of(document), kind_of_issuer(document)
    if key is not None and kind is not None:
        report.note_body(BEFORE, kind, key)


def credited(document: Document, registry: Registry) -> Document:
    """A document whose outlet and agencies are actors."""
    outlet = document.outlet
    if outlet is not None:
        spans = (outlet.span,) if outlet.span else ()
        issuer = issuer_of(document)
        key = issuer or f"outlet:{outlet.actor.lower()}"
        registry.add(key, outlet.actor, "organisation" if issuer else "outlet", *spans)
        outlet = OutletCredit(registry.id(key), outlet.basis, outlet.span)
    agencies = []
    for credit in document.agencies:
        spans = (credit.span,) if credit.span else ()
        key = registry.add(f"outlet:{credit.actor.lower()}", credit.actor, "outlet", *spans).key
        agencies.append(AgencyCredit(registry.id(key), credit.basis, credit.span))
    return structs.replace(document, outlet=outlet, agencies=tuple(agencies))
