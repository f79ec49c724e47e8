"""From names, roles, pronouns and anonymous wordings to actors, inside a report and across reports."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from functools import partial

from msgspec import Struct, structs

from recoupe.actors.affiliations import told_affiliations
from recoupe.actors.bodies import key_of as body_key
from recoupe.actors.bodies import name_of, noun_at, token_of
from recoupe.actors.cited import cited_outlets, relay_names
from recoupe.actors.gazetteer import Known, known_mentions, outlets_of, words
from recoupe.actors.media import names_outlet
from recoupe.actors.names import Name, names
from recoupe.actors.pronouns import antecedent
from recoupe.actors.registry import Entry, Registry
from recoupe.actors.told import ReportActors
from recoupe.languages import LanguagePack, language_pack, shared_pack
from recoupe.languages.schema import BodyNoun, Role
from recoupe.linguistics import Annotation, Token
from recoupe.model import (
    Actor,
    ActorType,
    AgencyCredit,
    Anonymity,
    Attribution,
    Document,
    OutletCredit,
    Span,
    identifier,
)


class Resolved(Struct, frozen=True):
    """Actors with their mentions; attributions and documents with actor ids filled in.

    mentions: for each document, spans with the id of the actor they name, in order.
    relays: for each attribution with a relay, the relay's actor.
    """

    actors: tuple[Actor, ...]
    attributions: tuple[Attribution, ...]
    documents: tuple[Document, ...]
    mentions: dict[str, tuple[tuple[Span, str], ...]]
    relays: dict[str, str]


def resolve(annotations: Sequence[Annotation], attributions: Sequence[Attribution]) -> Resolved:
    """Actors of all reports. Names join across reports; roles, pronouns and anonymous voices only inside one."""
    registry = Registry()
    filled: dict[str, str] = {}
    relays: dict[str, str] = {}
    mentions: dict[str, tuple[tuple[Span, str], ...]] = {}
    joint: list[tuple[Attribution, Span, str]] = []
    named = {a.document.id: names(a, set()) for a in annotations}
    outlets = cited_outlets(annotations, named, attributions, outlets_of(a.document for a in annotations))
    persons = {n.key for own in named.values() for n in own if n.person and len(n.key.split()) > 1}
    by_report: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        by_report.setdefault(attribution.document, []).append(attribution)
    documents = []
    for annotation in sorted(annotations, key=lambda a: a.document.id):
        documents.append(credited(annotation.document, registry))
        if not annotation.tokens:
            continue
        report = read_names(annotation, registry, outlets, persons)
        told_affiliations(
            report, registry, partial(actor_of_span, report, registry), partial(role_at, report)
        )
        own = by_report.get(annotation.document.id, [])
        for attribution in sorted(own, key=lambda a: (a.source or a.content[0], a.id)):
            if attribution.source is not None:
                key = actor_of_span(report, registry, attribution.source)
                if key is not None:
                    filled[attribution.id] = registry.id(key)
                    report.last.append((attribution.source.start, key))
                    joint += [
                        (attribution, span, registry.id(k)) for span, k in also_named(report, attribution.source, key)
                    ]
            if attribution.relay is not None:
                relay = outlet_of_span(report, registry, attribution.relay)
                relays[attribution.id] = registry.id(relay)
        mentions[annotation.document.id] = tuple(
            (annotation.span(i, i), registry.id(key)) for i, key in sorted(report.by_token.items())
        )
    attributed = (
        *(structs.replace(a, actor=filled.get(a.id)) for a in attributions),
        *(structs.replace(a, id=identifier("attribution", a.id, span), source=span, actor=k) for a, span, k in joint),
    )
    return Resolved(registry.actors(), attributed, tuple(documents), mentions, relays)


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


def read_names(
    annotation: Annotation, registry: Registry, outlets: Mapping[tuple[str, ...], Known], persons: Set[str]
) -> ReportActors:
    """Register the known entries and the names of a report; a surname alone is its full name's person.

    persons: full names that any report of the pile shows to be persons'; they are so in every other.
    """
    known = known_mentions(annotation, outlets)
    taken = {i for m in known if not m.known.adjective for i in range(m.first, m.last)}
    found = names(annotation, taken)
    report = ReportActors(annotation, language_pack(annotation.tokens[0].language), known, found)
    for mention in known:
        if mention.known.adjective:
            add_country(registry, mention.known.country or "")
            report.by_token.setdefault(mention.first, mention.known.key)
            continue
        entry = registry.add(
            mention.known.key, mention.known.name, mention.known.type, span_of(annotation, mention.first, mention.last)
        )
        if mention.known.country and mention.known.type == "organisation":
            country = f"country:{mention.known.country}"
            add_country(registry, mention.known.country)
            entry.institution, entry.root = country, country
        for i in range(mention.first, mention.last):
            report.by_token[i] = mention.known.key
    people = {n.surname: n for n in found if n.person and len(n.key.split()) > 1}
    bodies = {n.key for n in found if names_body(report, n)}
    for name in found:
        full = people.get(name.surname) if len(name.key.split()) == 1 and name.key not in bodies else None
        person = name.person or full is not None or name.key in persons
        if not person and names_outlet(annotation, name.first, name.last):
            usual = outlets.get(words(name.text))
            outlet = usual.key if usual is not None else f"outlet:{' '.join(words(name.text))}"
            registry.add(outlet, name.text, "outlet", span_of(annotation, name.first, name.last))
            report.by_token.update(dict.fromkeys(range(name.first, name.last), outlet))
            continue
        key = f"person:{(full or name).key}" if person else f"name:{name.key}"
        entry = registry.add(
            key, (full or name).text, "person" if person else "organisation", span_of(annotation, name.first, name.last)
        )
        for i in range(name.first, name.last):
            report.by_token[i] = key
        if person:
            affiliation(report, registry, name, entry.key)
    return report


def names_body(report: ReportActors, name: Name) -> bool:
    """Whether the noun of a body stands right before a name: `la société Dorval` is no person, whoever bears its name."""
    before = report.annotation.tokens[name.first - 1] if name.first else None
    return before is not None and before.pos == "NOUN" and body_noun(report.pack, before) is not None


def span_of(annotation: Annotation, first: int, last: int) -> Span:
    """Tokens [first, last) as a span."""
    return annotation.span(first, last - 1)


def add_country(registry: Registry, code: str) -> None:
    """A country's entry, named by the tables, even where the text names only one of its bodies."""
    country = shared_pack().countries.countries[code]
    name = (country.names.get("fr") or country.names.get("en") or [code])[0]
    registry.add(f"country:{code}", name, "country")


def affiliation(report: ReportActors, registry: Registry, name: Name, key: str) -> None:
    """The role that stands with a person's name: remembered for short forms, and the body that the person speaks for."""
    annotation, tokens = report.annotation, report.annotation.tokens
    candidates = [tokens[name.first].head, *annotation.dependents(name.first, "appos", "nmod")]
    if name.first:
        candidates.append(name.first - 1)
    for i in candidates:
        role = role_at(report, i)
        if role is None or tokens[i].sentence != tokens[name.first].sentence or abs(i - name.first) > 14:
            continue
        report.roles[tokens[i].lemma] = key
        report.by_token.setdefault(i, key)
        body = body_of(report, registry, i, exclude=key)
        entry = registry.entries[key]
        if body is not None and (role.speaks_for or role.heads) and entry.institution is None:
            entry.institution = body
            entry.root = registry.entries[body].root or body
        return


def role_at(report: ReportActors, i: int) -> Role | None:
    """The role that a noun names, with the words behind it where the packs list the phrase (`secrétaire d'État`)."""
    tokens = report.annotation.tokens
    for length in (4, 3, 2):
        phrase = " ".join(t.norm for t in tokens[i : i + length]).replace("' ", "'")
        if phrase in report.pack.titles.roles:
            return report.pack.titles.roles[phrase]
    return report.pack.titles.roles.get(tokens[i].lemma)


def body_of(report: ReportActors, registry: Registry, head: int, exclude: str = "") -> str | None:
    """The body or country that a role or body noun belongs to: a name in its complement, or a nationality adjective.

    A complement that names a body by a common noun (`Conseil de sécurité nationale de la Maison Blanche`) gives that
    body, with the executive or country below it as its institution.
    """
    annotation = report.annotation
    inside = [i for i in annotation.subtree(head) if i != head and abs(i - head) < 16]
    named: list[tuple[int, str]] = []
    for mention in report.known:
        if mention.first in inside and (mention.known.country or mention.known.type == "organisation"):
            key = f"country:{mention.known.country}" if mention.known.adjective else mention.known.key
            if mention.known.adjective and mention.known.country:
                add_country(registry, mention.known.country)
            named.append((mention.first, key))
    named = [(i, k) for i, k in named if k != exclude and not behind_at(annotation, i, head)]
    return named[0][1] if named else body_inside(report, registry, head, exclude)


def body_inside(report: ReportActors, registry: Registry, head: int, exclude: str) -> str | None:
    """The body that a complement names by its noun and a name, or by a name alone."""
    annotation = report.annotation
    name = name_of(annotation, report.names, head, lambda i: behind_at(annotation, i, head))
    if name is None or report.by_token.get(name.first) in {exclude, None}:
        return None
    above = token_of(annotation, name)
    if above.i != head and abs(above.i - head) <= 16:
        body = body_at(report, registry, above)
        if body is not None:
            return body
    key = report.by_token[name.first]
    return key if key.startswith("name:") else None


def body_at(report: ReportActors, registry: Registry, head: Token) -> str | None:
    """The key of the body that a noun and the name in its complement tell; `None` where it has none."""
    annotation = report.annotation
    noun = noun_at(annotation, head.i)
    name = name_of(annotation, report.names, head.i, lambda i: behind_at(annotation, i, head.i)) if noun else None
    if noun is None or name is None or noun[1].type == "media":
        return None
    key = body_key(*noun, name)
    first, last = sorted((head.i, name.last - 1))
    registry.add(key, annotation.span(min(first, name.first), last).text, "organisation")
    return key


def behind_at(annotation: Annotation, i: int, head: int) -> bool:
    """Whether a name is where a body sits or is accredited (`auprès des Nations Unies`, `à New York`), not its owner."""
    node = i
    while node != head and annotation.tokens[node].head != node:
        case = [annotation.tokens[c].norm for c in annotation.dependents(node, "case")]
        if case and case[0] in {"auprès", "à", "au", "aux", "en", "at", "to", "in"}:
            return True
        node = annotation.tokens[node].head
    return False


def tokens_in(report: ReportActors, span: Span) -> list[Token]:
    """Tokens that start in a span."""
    tokens = report.annotation.tokens
    first = bisect_right(report.annotation.starts, span.start - 1)
    found = []
    while first < len(tokens) and tokens[first].start < span.end:
        found.append(tokens[first])
        first += 1
    return found


def head_of(tokens: list[Token]) -> Token:
    """The token whose head lies outside the others."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if (t.head not in inside or t.head == t.i) and t.pos != "PUNCT"), tokens[0])


def described(report: ReportActors, tokens: list[Token]) -> Token:
    """The noun that a source describes its voice by: the head of its words.

    Where they begin with `a` or `some`, that is the noun of the article, or, if the parse puts that outside or takes a
    qualifier for it, the first noun that names persons, whatever else the parse hangs it on.
    """
    head = head_of(tokens)
    if "Definite=Ind" not in tokens[0].morph and "PronType=Ind" not in tokens[0].morph:
        return head
    pack = report.pack
    nouns = [t for t in tokens if t.pos in {"NOUN", "PROPN", "PRON"}]
    people = [t for t in nouns if {t.lemma, t.norm} & {*pack.anonymity.heads, *pack.titles.roles, *pack.titles.persons}]
    return head if head in people or not people else people[0]


def actor_of_span(report: ReportActors, registry: Registry, span: Span) -> str | None:
    """The key of the actor that a source names; `None` where a pronoun or short form stays open."""
    tokens = tokens_in(report, span)
    if not tokens:
        return None
    head = described(report, tokens)
    if head.pos == "PRON" and head.lemma not in report.pack.anonymity.heads:
        key = antecedent(report, registry, head)
    else:
        key = named_inside(report, registry, tokens, head) or common_noun(report, registry, tokens, head, span)
    if key is not None:
        registry.entries[key].mentions.add(span)
        report.by_token.setdefault(head.i, key)
    return key


def also_named(report: ReportActors, span: Span, key: str) -> list[tuple[Span, str]]:
    """Further actors that a source joins to its first (`les États-Unis et le Royaume-Uni`), each with its own words."""
    tokens = tokens_in(report, span)
    head = head_of(tokens)
    found = []
    for child in report.annotation.dependents(head.i, "conj"):
        other = report.by_token.get(child)
        if other is None or other == key:
            continue
        inside = [
            i for i in report.annotation.subtree(child) if report.annotation.tokens[i].pos not in {"CCONJ", "PUNCT"}
        ]
        found.append((report.annotation.span(inside[0], inside[-1]), other))
    return found or behind_conjunctions(report, tokens, key)


def behind_conjunctions(report: ReportActors, tokens: Sequence[Token], key: str) -> list[tuple[Span, str]]:
    """Names that stand right behind a conjunction of a source, where the parse has not coordinated them."""
    found = []
    for place, token in enumerate(tokens):
        if token.pos != "CCONJ":
            continue
        behind = tokens[place + 1 :]
        while behind and behind[0].pos == "DET":
            behind = behind[1:]
        other = report.by_token.get(behind[0].i) if behind else None
        if other is not None and other != key:
            last = next((t.i - 1 for t in behind if t.pos == "CCONJ" or t.text == ","), behind[-1].i)
            found.append((report.annotation.span(tokens[place + 1].i, last), other))
    return found


def named_inside(report: ReportActors, registry: Registry, tokens: list[Token], head: Token) -> str | None:
    """The actor named by the head, or in apposition to it (`le porte-parole, Sean Savett`)."""
    if head.i in report.by_token:
        return report.by_token[head.i]
    for token in tokens:
        key = report.by_token.get(token.i)
        if key is None or not key.startswith(("person:", "outlet:", "name:")):
            continue
        joined = token.dep.startswith(("appos", "flat")) or (token.dep.startswith("nmod") and no_case(report, token))
        above = report.annotation.tokens[token.head]
        if joined and (above.i == head.i or report.by_token.get(above.i) == key):
            if key.startswith("person:"):
                report.roles.setdefault(head.lemma, key)
            return key
    return None


def no_case(report: ReportActors, token: Token) -> bool:
    """Whether no preposition brings a noun."""
    return not report.annotation.dependents(token.i, "case")


def common_noun(report: ReportActors, registry: Registry, tokens: list[Token], head: Token, span: Span) -> str | None:
    """Roles, bodies, documents and anonymous voices: by definiteness, number and wording."""
    pack = report.pack
    definite = is_definite(report, tokens, head)
    plural = "Number=Plur" in head.morph
    role = role_at(report, head.i)
    body = body_noun(pack, head)
    anonymous = head.lemma in pack.anonymity.heads or (role is not None and role.anonymous_alone)
    owner = body_of(report, registry, head.i)
    words = " ".join(t.lemma for t in tokens if t.pos not in {"DET", "PUNCT"})
    group = group_of_member(report, registry, head, tokens)
    if group is not None:
        entry = registry.add(f"{group}:member", span.text, "unknown", span)
        entry.institution, entry.anonymity = group, anonymity(report, registry, tokens, head, owner, span)
        return entry.key
    if anonymous and definite and len(tokens) <= 3:
        group = taken_up(report, registry, head, plural)
        if group is not None:
            return group
    if role is not None and definite and not plural and head.lemma in report.roles and owner is None:
        return report.roles[head.lemma]
    if body is not None and (body.type in {"media", "agency"}):
        outlet = next((k for t in tokens if (k := report.by_token.get(t.i, "")).startswith("outlet:")), None)
        if outlet is not None:
            return outlet
    named_body = body_at(report, registry, head)
    if named_body is not None:
        registry.entries[named_body].mentions.add(span)
        return named_body
    if body is not None and owner is not None and definite:
        entry = registry.add(f"{owner}:{words}", span.text, "organisation", span)
        country = registry.entries[owner]
        entry.institution = owner
        entry.root = country.root or owner
        return entry.key
    if body is not None and definite and len(tokens) <= 2:
        same = [k for k in report.by_token.values() if k.split(":")[-1].split()[:1] == [head.lemma]]
        if same:
            return same[-1]
    if role is not None and (role.speaks_for or role.heads) and not plural and owner is not None:
        entry = registry.add(f"role:{owner}:{head.lemma}:{report.annotation.document.id}", span.text, "role", span)
        entry.institution, entry.root = owner, registry.entries[owner].root or owner
        report.roles.setdefault(head.lemma, entry.key)
        return entry.key
    outlets = [report.by_token[t.i] for t in tokens if report.by_token.get(t.i, "").startswith("outlet:")]
    told = {*pack.reporting_nouns.documents, *pack.reporting_nouns.nouns, *pack.attribution_phrases.newsroom}
    if outlets and head.lemma in told:
        return outlets[0]
    if head.lemma in pack.attribution_phrases.channels and not plural:
        issuer = issuer_of(report, registry, head)
        if issuer is not None:
            return issuer
    if head.lemma in pack.reporting_nouns.documents:
        return registry.add(f"document:{report.annotation.document.id}:{words}", span.text, "document", span).key
    key = f"voice:{report.annotation.document.id}:{words}"
    kind: ActorType = (
        "organisation" if body is not None else "group" if plural else "role" if role is not None else "unknown"
    )
    entry = registry.add(key, span.text, kind if not anonymous else "unknown", span)
    if anonymous or not definite:
        entry.anonymity = anonymity(report, registry, tokens, head, owner, span)
        report.groups.append(key)
    elif role is not None:
        report.roles.setdefault(head.lemma, key)
    return key


def issuer_of(report: ReportActors, registry: Registry, channel: Token) -> str | None:
    """Who issues a statement (`un communiqué de la mission iranienne`): its words are that body's own."""
    annotation = report.annotation
    for child in annotation.dependents(channel.i, "nmod", "nmod:poss"):
        if [annotation.tokens[c].lemma for c in annotation.dependents(child, "case")][:1] not in (
            ["de"],
            ["of"],
            ["by"],
            ["par"],
        ):
            continue
        inside = annotation.subtree(child)
        words = [i for i in inside if i not in annotation.dependents(child, "case")]
        return actor_of_span(report, registry, annotation.span(words[0], words[-1]))
    return None


def body_noun(pack: LanguagePack, head: Token) -> BodyNoun | None:
    """The kind of body that a noun names."""
    return pack.institutions.nouns.get(head.lemma) or pack.institutions.nouns.get(head.norm)


def is_definite(report: ReportActors, tokens: list[Token], head: Token) -> bool:
    """Whether a definite article, demonstrative or possessive opens the noun phrase."""
    determiners = [report.annotation.tokens[c] for c in report.annotation.dependents(head.i, "det", "case")]
    return any("Definite=Def" in d.morph or "PronType=Dem" in d.morph or "Poss=Yes" in d.morph for d in determiners)


def group_of_member(report: ReportActors, registry: Registry, head: Token, tokens: list[Token]) -> str | None:
    """The key of the group that the wording singles out a member of (`l'une des sources`): the last plural voice.

    Where the words name whose member it is (`a member of the minister's staff`), that must be the group again.
    """
    text = " ".join(t.norm for t in tokens).replace("' ", "'")
    form = next((f for f in report.pack.anonymity.member_of_group if text.startswith(f)), None)
    if form is None:
        return None
    groups = [k for k in report.groups if is_plural(registry.entries[k])]
    if not groups:
        return None
    told = {t.lemma for t in tokens[len(form.split()) :] if t.pos in {"NOUN", "PROPN"}}
    group = groups[-1]
    return group if not told or told & {*group.split(":")[-1].split(), *report.pack.anonymity.heads} else None


def taken_up(report: ReportActors, registry: Registry, head: Token, plural: bool) -> str | None:
    """The anonymous voice that a short form takes up (`la source`): the last of its number, of its noun first."""
    fitting = [k for k in report.groups if is_plural(registry.entries[k]) == plural]
    same = [k for k in fitting if head.lemma in k.split(":")[-1].split()]
    return (same or fitting or [None])[-1]


def is_plural(entry: Entry) -> bool:
    """Whether an anonymous voice is of more than one, or may be."""
    return entry.anonymity is not None and entry.anonymity.count != 1


def anonymity(
    report: ReportActors, registry: Registry, tokens: list[Token], head: Token, owner: str | None, span: Span
) -> Anonymity:
    """How an anonymous voice is described."""
    numbers = report.pack.numbers.cardinals
    count = next((numbers[t.norm] for t in tokens if t.norm in numbers and t.head == head.i), None)
    if count is None and "Number=Sing" in head.morph:
        count = 1
    text = " ".join(t.norm for t in tokens).replace("' ", "'")
    close = next((c for c in report.pack.anonymity.closeness if c in text), None)
    return Anonymity(count, registry.id(owner) if owner else None, close, (span,))


def outlet_of_span(report: ReportActors, registry: Registry, span: Span) -> str:
    """The key of a relay: a known outlet, or the words themselves."""
    for token in tokens_in(report, span):
        key = report.by_token.get(token.i)
        if key is not None and key.startswith(("outlet:", "name:", "person:")):
            return key
    name = next(relay_names(report.annotation, span), span.text)
    return registry.add(f"outlet:{' '.join(words(name))}", name, "outlet", span).key
