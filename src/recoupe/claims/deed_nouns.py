"""Nouns that tell a deed by their complements: what was done and by whom (`the pulping of the novel by the publisher`).

A noun that governs both what is undergone and its doer names an event, whatever the noun: only nouns of complex events take
such arguments (Jane Grimshaw, Argument Structure, 1990).
"""

import functools
from collections.abc import Mapping

from recoupe.claims.doers import doer_of, points, undergone_by
from recoupe.claims.found import OTHER
from recoupe.claims.participants import can_act
from recoupe.claims.things import thing_at
from recoupe.languages import language_pack
from recoupe.languages.events_schema import EventEntry
from recoupe.languages.inflection import family_of
from recoupe.linguistics import Annotation, Token

BY_WORD = EventEntry(classes=[OTHER])


def deed_noun(annotation: Annotation, noun: Token) -> EventEntry | None:
    """The entry of a noun of no table that tells a deed: that of the verbs of its family where they are of one class."""
    if not tells_deed(annotation, noun):
        return None
    return verbs_by_family(noun.language).get(family_of(noun.lemma, noun.language), BY_WORD)


def tells_deed(annotation: Annotation, noun: Token) -> bool:
    """Whether a noun tells by its complements that somebody did something to something.

    It is a definite one, and what it names is neither a thing nor said or written (`the statement by X`, `the novel by X`).
    """
    pack = language_pack(noun.language)
    if noun.pos != "NOUN" or thing_at(noun).kind or can_act(noun) or not points(annotation, noun):
        return False
    if noun.lemma in {*pack.denials.told, *pack.reporting_nouns.nouns, *pack.reporting_nouns.documents}:
        return False
    undergone = [annotation.tokens[c] for c in undergone_by(annotation, noun)]
    if any(t.lemma in pack.events.nouns for t in undergone):
        return False  # (`behind the scenes of the sale of X by Y`: it is the sale that is by Y)
    doer = doer_of(annotation, noun) if undergone else None
    return doer is not None and can_act(annotation.tokens[doer])


@functools.cache
def verbs_by_family(language: str) -> Mapping[str, EventEntry]:
    """The entries of verbs by what is left of them without their endings, where all of a family are of one class."""
    found: dict[str, EventEntry | None] = {}
    for verb, entry in language_pack(language).events.verbs.items():
        family = family_of(verb, language)
        other = found.get(family, entry)
        found[family] = entry if entry.classes and other is not None and other.classes == entry.classes else None
    return {family: EventEntry(classes=entry.classes) for family, entry in found.items() if entry is not None}
