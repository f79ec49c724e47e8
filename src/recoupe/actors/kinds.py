"""Kinds of bodies: which nouns mean one body (`la mairie`, `the town hall`), and which body a noun alone takes up."""

import functools

from recoupe.actors.registry import Registry
from recoupe.actors.told import ReportActors
from recoupe.languages import language_pack, shared_pack
from recoupe.languages.schema import BodyNoun, BodyType, Role

LOOSE: frozenset[BodyType] = frozenset({"company", "union", "association", "party", "club"})
FIRM = "company"
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

    A company or a union is taken up inside its report only; there it is also the only one that the report names without
    saying what it is, and another report does (`Dorval ... le groupe`) or none.
    """
    own = report.bodies_of(kind)
    before = [key for i, key in own if i < position]
    if before:
        return before[-1]
    if own:
        return own[0][1]
    elsewhere = registry.by_kind.get(kind, set())
    if kind in LOOSE:
        elsewhere = elsewhere & set(report.by_token.values()) or (
            of_no_kind(report, registry, position) if kind == FIRM else set()
        )
    return next(iter(elsewhere)) if len(elsewhere) == 1 else None


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
