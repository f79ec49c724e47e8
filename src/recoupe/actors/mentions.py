"""The names of a report as actors: known entries, persons, outlets, bodies."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.actors.affiliations import affiliation, civil_office
from recoupe.actors.bodies import noun_at
from recoupe.actors.countries import add_country
from recoupe.actors.demonyms import stands_alone
from recoupe.actors.gazetteer import Known, KnownMention, known_mentions, own_names, words
from recoupe.actors.letters import by_letters
from recoupe.actors.media import names_outlet
from recoupe.actors.names import Name, known_persons, names, surnames
from recoupe.actors.nouns import body_noun
from recoupe.actors.outlets import short_names
from recoupe.actors.phrases import span_of
from recoupe.actors.pile_names import PileNames, borne_alone, located, without_office
from recoupe.actors.registry import Registry
from recoupe.actors.told import ReportActors
from recoupe.languages import LANGUAGES, language_pack
from recoupe.linguistics import Annotation
from recoupe.model import Anonymity, Span


def read_names(
    annotation: Annotation,
    registry: Registry,
    outlets: Mapping[tuple[str, ...], Known],
    pile: PileNames,
) -> ReportActors:
    """Register the known entries and the names of a report; a surname alone is its full name's person.

    pile: what all reports show: who is a person or a body in one is so in every other.
    """
    known = known_mentions(annotation, outlets)
    called = [m.known for m in known if m.known.type == "outlet"]
    short = short_names(
        [*called, *(k for name in own_names(annotation) if (k := outlets.get(words(name))) is not None)]
    )
    if short:
        known = known_mentions(annotation, {**outlets, **short})
    taken = {i for m in known if not m.known.adjective or is_own(annotation, m) for i in range(m.first, m.last)}
    others = known_persons(annotation, pile.persons.keys(), taken)
    taken |= {i for n in others for i in range(n.first, n.last)}
    told = [n for n in names(annotation, taken) if not kind_of_a_nation(annotation, n, known)]
    found = sorted([*others, *told], key=lambda n: n.first)
    found = sorted([*found, *surnames(annotation, found, taken)], key=lambda n: n.first)
    inside = taken | {i for n in found for i in range(n.first, n.last)}
    found = sorted([*found, *by_letters(annotation, pile.letters, inside)], key=lambda n: n.first)
    report = ReportActors(annotation, language_pack(annotation.tokens[0].language), known, found)
    for mention in known:
        register_known(report, registry, mention)
    register_names(report, registry, outlets, pile)
    return report


def register_known(report: ReportActors, registry: Registry, mention: KnownMention) -> None:
    """An entry of the tables or of the pile as an actor of a report; an adjective only tells whose something is."""
    known = mention.known
    if known.country:
        add_country(registry, known.country)
    if known.adjective:
        if not known.country:
            registry.add(known.key, known.name, known.type)
        report.by_token.setdefault(mention.first, known.key)
        return
    entry = registry.add(known.key, known.name, known.type, span_of(report.annotation, mention.first, mention.last))
    if known.country and known.type == "organisation":
        entry.institution = entry.root = f"country:{known.country}"
    report.by_token.update(dict.fromkeys(range(mention.first, mention.last), known.key))


def register_names(
    report: ReportActors, registry: Registry, outlets: Mapping[tuple[str, ...], Known], pile: PileNames
) -> None:
    """The names of a report as actors: persons, outlets, bodies. pile: what all reports show of them."""
    annotation = report.annotation
    found = [without_office(annotation, n, pile.surnames) for n in report.names]
    whole = sorted((n for n in found if n.person and len(n.key.split()) > 1), key=lambda n: len(n.key.split()))
    persons = frozenset(pile.persons.values())
    people = {**borne_alone(annotation, found, pile.surnames), **{n.surname: n for n in whole}}
    shared = shared_surnames(annotation, whole)
    bodies = {n.key for n in found if names_body(report, n)} | pile.bodies
    lone = {n.key for n in found if n.person and n.last - n.first == 1} - bodies - pile.places
    for name in found:
        full = people.get(name.surname) if name.key not in bodies else None
        if full is not None and name.key in shared:
            full = bearer_of(annotation, name, shared[name.key])
            if full is None:
                one_of_several(report, registry, name, span_of(annotation, name.first, name.last))
                continue
        if full is not None and not f" {full.key}".endswith(f" {name.key}"):
            full = None  # (`M. Bin Dorval` is `Karim Bin Dorval`, `Anne Dorval` is not)
        if full is None and name.key not in bodies | pile.places:
            full = by_first_name(annotation, name, whole)
        span = span_of(annotation, name.first, name.last)
        if (name.person and name.key not in bodies) or full is not None or name.key in persons | lone:
            entry = registry.add(f"person:{(full or name).key}", (full or name).text, "person", span)
            entry.gender = entry.gender or gender_of(annotation, name)
        elif names_outlet(annotation, name.first, name.last):
            usual = outlets.get(words(name.text))
            key = usual.key if usual is not None else f"outlet:{' '.join(words(name.text))}"
            entry = registry.add(key, name.text, "outlet", span)
        else:
            entry = registry.add(f"name:{name.key}", name.text, "organisation", span)
        report.by_token.update(dict.fromkeys(range(name.first, name.last), entry.key))
    # a firm with a first name in its own (`la société Bertin Dragage`) is no person where it stands alone either
    told = {n.first: report.by_token.get(n.first, "").startswith("person:") for n in found}
    report.names = [replace(n, person=told.get(n.first, n.person)) for n in report.names]


def shared_surnames(annotation: Annotation, whole: Sequence[Name]) -> dict[str, dict[str, Name]]:
    """Surnames that several persons of a report bear, each with their full names by key. whole: full names of persons."""
    bearers: dict[str, dict[str, Name]] = {}
    for name in whole:
        bearers.setdefault(name.surname, {})[name.key] = name
    given = {s: {n.key.split()[0] for n in own.values()} for s, own in bearers.items()}
    return {surname: own for surname, own in bearers.items() if len(given[surname]) > 1}


def bearer_of(annotation: Annotation, name: Name, bearers: Mapping[str, Name]) -> Name | None:
    """Which of several persons of one surname a surname alone is: the one whom its civility can mean, else the only one
    named before it; `None` where it is open."""
    told = civility_before(annotation, name)
    if told:
        fitting = [n for n in bearers.values() if gender_of(annotation, n) in {told, ""}]
        if len(fitting) == 1:
            return fitting[0]
    else:
        fitting = list(bearers.values())
    before = [n for n in fitting if n.first < name.first]
    return before[0] if len(before) == 1 and not told else None


def civility_before(annotation: Annotation, name: Name) -> str:
    """The gender that a civility right before a name tells; empty where none does."""
    token = annotation.tokens[name.first - 1] if name.first else None
    civilities = language_pack(annotation.tokens[name.first].language).titles.civilities
    return (civilities.get(token.text) or civilities.get(token.norm) or "") if token is not None else ""


def one_of_several(report: ReportActors, registry: Registry, name: Name, span: Span) -> None:
    """Note a surname that several persons bear as a voice of its own, of which it is open which of them it is."""
    entry = registry.add(f"voice:{report.annotation.document.id}:{name.key}", name.text, "unknown", span)
    entry.anonymity = entry.anonymity or Anonymity(1, None, None, (span,))
    report.by_token.update(dict.fromkeys(range(name.first, name.last), entry.key))


def by_first_name(annotation: Annotation, name: Name, whole: Sequence[Name]) -> Name | None:
    """The one person of a report whose first name a name alone is (`Justice for Ana`). whole: full names of persons."""
    bearers = {n.key: n for n in whole if n.text.split()[0] == name.text and len(n.text.split()) > 1}
    return next(iter(bearers.values())) if len(bearers) == 1 and not located(annotation, name) else None


def kind_of_a_nation(annotation: Annotation, name: Name, known: Sequence[KnownMention]) -> bool:
    """Whether words with capitals only tell the kind of a body, whose the adjective before them tells.

    `the Russian Defence Ministry` is Russia's; `Defence Ministry` is the name of none.
    """
    owned = any(m.known.adjective and m.last == name.first for m in known)
    noun = noun_at(annotation, name.last - 1) if owned else None
    return noun is not None and noun[0].split()[-1] in name.text.lower().split()[-1:]


def is_own(annotation: Annotation, mention: KnownMention) -> bool:
    """Whether a mention is an adjective of a name of the pile that stands by itself: no name begins with it."""
    return mention.known.adjective and mention.known.country is None and stands_alone(annotation, mention)


def gender_of(annotation: Annotation, name: Name) -> str:
    """The gender that a first name or the words before a name tell (`Mme X`, `la préfète X`); empty where nothing does."""
    tokens = annotation.tokens
    titles = language_pack(tokens[name.first].language).titles
    before = [tokens[i] for i in range(max(0, name.first - 2), name.first)]
    for token in reversed(before):
        role = titles.roles.get(token.norm) or titles.roles.get(token.lemma)
        found = titles.civilities.get(token.text) or titles.civilities.get(token.norm) or (role.gender if role else "")
        if found:
            return found
    given = tokens[name.first].text
    own = titles.first_names.get(given)
    if own is not None:
        return own
    return next((g for code in LANGUAGES if (g := language_pack(code).titles.first_names.get(given))), "")


def read_roles(report: ReportActors, registry: Registry) -> None:
    """Note the roles that stand with the persons of a report, and for whom these speak."""
    for name in report.names:
        key = report.by_token.get(name.first, "")
        if key.startswith("person:"):
            affiliation(report, registry, name, key)
            civil_office(report, registry, name, key)


def names_body(report: ReportActors, name: Name) -> bool:
    """Whether the noun of a body stands right before a name: `la société Dorval` is no person, whoever bears its name."""
    before = report.annotation.tokens[name.first - 1] if name.first else None
    return before is not None and before.pos == "NOUN" and body_noun(report.pack, before) is not None
