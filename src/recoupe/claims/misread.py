"""Verbs that the tagger takes for adjectives or nouns: `Harnell ferme Dorval`, `le texte biffe 430 postes`."""

from collections.abc import Mapping
from typing import Literal

from recoupe.languages import LanguagePack, language_pack
from recoupe.languages.schema import EventEntry
from recoupe.linguistics import Annotation, Token

NAMES = {"PROPN", "X"}
PASSED = {"ADV", "ADJ"}  # what may stand before it (`fermera fin mars son usine`)
OPENING = {"PROPN", "DET", "NUM"}  # what opens the object right behind a verb


def misread_verb(annotation: Annotation, token: Token, pack: LanguagePack) -> EventEntry | None:
    """The entry of the verb that a word read as an adjective or noun is, between its subject and its object."""
    if token.pos not in {"ADJ", "NOUN"} or annotation.dependents(token.i, "det", "case", "cop", "aux"):
        return None
    subject = misread_subject(annotation, token)
    if subject is None:
        return None
    future = by_endings(token, pack.settings.future_endings, pack)
    if future is not None or misread_object(annotation, token) is None:
        return future
    named = annotation.tokens[subject].pos in NAMES or annotation.tokens[subject].dep.startswith("nsubj")
    return by_endings(token, pack.settings.present_endings, pack) if named else None


def by_endings(token: Token, endings: Mapping[str, str], pack: LanguagePack) -> EventEntry | None:
    """The entry of the verb of which a word is a form, by the endings of a tense."""
    for ending, infinitive in endings.items():
        if token.norm.endswith(ending):
            entry = pack.events.verbs.get(token.norm.removesuffix(ending) + infinitive)
            if entry is not None:
                return entry
    return None


def misread_tense(annotation: Annotation, token: Token) -> Literal["present", "future"] | None:
    """The tense of a verb that was read as something else; None where a word is none."""
    pack = language_pack(token.language)
    if misread_verb(annotation, token, pack) is None:
        return None
    return "future" if by_endings(token, pack.settings.future_endings, pack) is not None else "present"


def misread_subject(annotation: Annotation, token: Token) -> int | None:
    """What stands right before such a verb: its subject by the parse, or the name that it is hung on."""
    subjects = [c for c in annotation.dependents(token.i, "nsubj") if c < token.i]
    if subjects:
        return subjects[-1]
    head = annotation.tokens[token.head]
    hung = token.dep.startswith(("amod", "flat", "appos", "nmod", "dep")) and head.i < token.i
    return head.i if hung and head.pos in {*NAMES, "NOUN"} else None


def misread_object(annotation: Annotation, token: Token) -> int | None:
    """The noun phrase right behind such a verb."""
    behind, end = token.i + 1, annotation.sentences[token.sentence][1]
    months = language_pack(token.language).calendar.months
    while behind < end and (annotation.tokens[behind].pos in PASSED or annotation.tokens[behind].norm in months):
        behind += 1
    if behind >= end or annotation.tokens[behind].pos not in OPENING:
        return None
    opening = annotation.tokens[behind]
    if opening.pos == "PROPN" or opening.head <= token.i:
        return opening.i
    return opening.head if annotation.tokens[opening.head].norm not in months else None
