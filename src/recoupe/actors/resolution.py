"""From names, roles, pronouns and anonymous wordings to actors, inside a report and across reports."""

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec import Struct, structs

from recoupe.actors.affiliations import role_at, told_affiliations
from recoupe.actors.cited import cited_outlets
from recoupe.actors.demonyms import demonyms
from recoupe.actors.gazetteer import outlets_of
from recoupe.actors.joining import joined
from recoupe.actors.leads import named_later
from recoupe.actors.mentions import read_names, read_roles
from recoupe.actors.names import names
from recoupe.actors.own import affiliate_own, own_names
from recoupe.actors.owners import bodies_told
from recoupe.actors.passed_on import description, outlet_within
from recoupe.actors.phrases import described, tokens_in
from recoupe.actors.references import clients_of, referred
from recoupe.actors.registry import Registry
from recoupe.actors.sources import actor_of_span, also_named, outlet_of_span
from recoupe.languages.own_institutions import NO_INSTITUTIONS, OwnInstitutions
from recoupe.linguistics import Annotation
from recoupe.model import Actor, AgencyCredit, Attribution, Document, Note, OutletCredit, Span, identifier


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
    filled: dict[str, str] = {}
    relays: dict[str, str] = {}
    mentions: dict[str, tuple[tuple[Span, str], ...]] = {}
    within: dict[str, Span] = {}
    joint: list[tuple[Attribution, Span, str]] = []
    named = {a.document.id: names(a, set()) for a in annotations}
    known = {**outlets_of(a.document for a in annotations), **own_names(own)}
    outlets = cited_outlets(annotations, named, attributions, known)
    outlets = {**demonyms(annotations, named), **outlets}
    persons = {
        tuple(t.text for t in a.tokens[n.first : n.last]): n.key
        for a in annotations
        for n in named[a.document.id]
        if n.person and len(n.key.split()) > 1
    }
    by_report: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        by_report.setdefault(attribution.document, []).append(attribution)
    ordered = sorted(annotations, key=lambda a: a.document.id)
    documents = tuple(credited(a.document, registry) for a in ordered)
    reports = [read_names(a, registry, outlets, persons) for a in ordered if a.tokens]
    for report in reports:
        bodies_told(report, registry)
    for report in reports:
        read_roles(report, registry)
        told_affiliations(report, registry, partial(actor_of_span, report, registry), partial(role_at, report))
    clients = clients_of(reports)
    for report in reports:
        annotation = report.annotation
        told = by_report.get(annotation.document.id, [])
        spoken: list[tuple[Attribution, str]] = []
        report.quoted.update(i for a in told if a.kind == "direct" for c in a.content for i in tokens_of(annotation, c))
        for attribution in sorted(told, key=lambda a: (a.source or a.content[0], a.id)):
            if attribution.source is not None:
                ascribed = [i for c in attribution.content for i in tokens_of(annotation, c)]
                inside = range(min(ascribed), max(ascribed) + 1) if ascribed else range(0)
                key = actor_of_span(report, registry, attribution.source, inside)
                if key is not None:
                    report.sources.add(described(report, tokens_in(report, attribution.source)).i)
                    spoken.append((attribution, key))
                    report.last.append((attribution.source.start, key))
                    joint += [
                        (attribution, span, registry.id(k)) for span, k in also_named(report, attribution.source, key)
                    ]
                    passed = outlet_within(report, attribution.source, key) if attribution.relay is None else None
                    if passed is not None:
                        within[attribution.id], relays[attribution.id] = passed[0], registry.id(passed[1])
                        entry = registry.entries[key]
                        if entry.name == attribution.source.text:
                            entry.name = description(report, attribution.source, passed[0])
            if attribution.relay is not None:
                relay = outlet_of_span(report, registry, attribution.relay)
                relays[attribution.id] = registry.id(relay)
        better = named_later(report, registry, spoken)
        filled.update({a.id: registry.id(better.get(a.id, key)) for a, key in spoken})
        taking_part = {**referred(report, registry, clients, spoken), **report.by_token}
        mentions[annotation.document.id] = tuple(
            (annotation.span(i, i), registry.id(key)) for i, key in sorted(taking_part.items())
        )
    attributed = (
        *(structs.replace(a, actor=filled.get(a.id), relay=a.relay or within.get(a.id)) for a in attributions),
        *(structs.replace(a, id=identifier("attribution", a.id, span), source=span, actor=k) for a, span, k in joint),
    )
    notes = affiliate_own(registry, own, documents)
    found = Resolved(registry.actors(), attributed, documents, mentions, relays, notes)
    aliases = joined(registry, {r.annotation.document.id: r.annotation.tokens[0].language for r in reports})
    return merged(found, registry, aliases) if aliases else found


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
        found.documents,
        {d: tuple((span, ids.get(actor, actor)) for span, actor in own) for d, own in found.mentions.items()},
        {a: ids.get(actor, actor) for a, actor in found.relays.items()},
        tuple(structs.replace(n, refs=tuple(ids.get(r, r) for r in n.refs)) for n in found.notes),
    )


def credited(document: Document, registry: Registry) -> Document:
    """A document whose outlet and agencies are actors."""
    outlet = document.outlet
    if outlet is not None:
        spans = (outlet.span,) if outlet.span else ()
        key = registry.add(f"outlet:{outlet.actor.lower()}", outlet.actor, "outlet", *spans).key
        outlet = OutletCredit(registry.id(key), outlet.basis, outlet.span)
    agencies = []
    for credit in document.agencies:
        spans = (credit.span,) if credit.span else ()
        key = registry.add(f"outlet:{credit.actor.lower()}", credit.actor, "outlet", *spans).key
        agencies.append(AgencyCredit(registry.id(key), credit.basis, credit.span))
    return structs.replace(document, outlet=outlet, agencies=tuple(agencies))
