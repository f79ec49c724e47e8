"""Kinds of bodies: which nouns mean one body (`la mairie`, `the town hall`), and which body a noun alone takes up."""

import functools

from recoupe.actors.registry import Registry
from recoupe.actors.salience import foremost, mentions_before
from recoupe.actors.told import ReportActors
from recoupe.languages import language_pack, shared_pack
from recoupe.languages.schema import BodyNoun, BodyType, Role

LOOSE: frozenset[BodyType] = frozenset({"company", "union", "association", "party", "club"})
FIRM = "company"
WORST = 100.0  # for a body of which no mention stands near
CLEARLY = 0.5  # by how much one has to be more foremost than another for a noun to take it up
COMMERCIAL = ("company", "plant", "hotel")  # kinds of which one bears its name beside its noun
ALIKE: frozenset[BodyType] = frozenset({"prosecution", "hospital", "university", "army", "parliament", "presidency"})


@functools.cache
def kind_of(noun: str, entry: BodyNoun, language: str) -> str:
    """The kind of body that a noun names, in a word that the languages share.

    Companies, unions and the like go by several nouns (`le groupe`, `l'entreprise`): their type is their kind.
    """
    known = language_pack(language).institutions.kinds.get(noun)
    if known is not None:
        return known
    if entry.type in LOOSE | ALIKE:
        return entry.type
    entries = shared_pack().lexicon.entries
    return entries[noun][0].lower() if noun in entries else noun


def kind_of_role(role: Role) -> str:
    """The kind of body that a role stands for, empty where its word does not tell."""
    return role.body or (role.heads if role.heads in LOOSE | ALIKE else "")


def taken_up(report: ReportActors, registry: Registry, kind: str, position: int) -> str | None:
    """The body that a noun of its kind alone takes up: the last of its report, else the only one of the pile.

    A company, a union and the like are many in a pile: see `one_of_many`. Others (a town hall, a hospital) may be named
    later in the report, or in another one.
    """
    if kind in LOOSE:
        return one_of_many(report, registry, kind, position)
    own = report.bodies_of(kind)
    before = [key for i, key in own if i < position]
    if before:
        return before[-1]
    if own:
        return own[0][1]
    elsewhere = registry.by_kind.get(kind, set())
    return next(iter(elsewhere)) if len(elsewhere) == 1 else None


def one_of_many(report: ReportActors, registry: Registry, kind: str, position: int) -> str | None:
    """The body of a kind of which a pile has many that a noun alone takes up: the foremost of those named before it.

    They are those that the report or another one says to be of the kind; of a company also one of which no report says what
    it is (`Dorval ... le groupe`). None where two of them are as foremost, and none that only stands behind the noun: a
    later one (`In 2011 the timber company Dorval ...`) is another.
    """
    named = {key for i, key in report.bodies_of(kind) if i < position}
    known = {key for i, key in report.by_token.items() if i < position}
    named |= known & registry.by_kind.get(kind, set())
    named |= of_no_kind(report, registry, position) if kind == FIRM else set()
    if len(named) <= 1:
        return next(iter(named), None)
    token, best = report.annotation.tokens[position], dict.fromkeys(named, -WORST)
    acting = set[
        str
    ]()  # what a report only mentions (`through X, a haulage company`) gives way to what does or says something
    for mention in mentions_before(report, position):
        if mention.key is not None and mention.key in named:
            best[mention.key] = max(best[mention.key], foremost(report, mention, token))
            acting |= {mention.key} if mention.subject or mention.token in report.sources else set()
    ranked = sorted(acting or named, key=lambda key: (-best[key], key))
    if len(ranked) == 1:
        return ranked[0]
    first, second = (best[key] for key in ranked[:2])
    return ranked[0] if first - second >= CLEARLY else None


def of_no_kind(report: ReportActors, registry: Registry, position: int) -> set[str]:
    """The bodies named before a token of which no report says what they are, nor any table: a company, if there is one alone."""
    told = {key for keys in registry.by_kind.values() for key in keys}
    named = {key for i, key in report.by_token.items() if i < position and key.startswith("name:")}
    bare = {key for key in named - told - registry.places if key in registry.entries}
    return {
        key
        for key in bare
        if registry.entries[key].type == "organisation" and registry.entries[key].institution is None
    }
