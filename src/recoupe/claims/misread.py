"""Verbs that the tagger takes for adjectives or nouns: `Harnell ferme Dorval`, `le texte biffe 430 postes`."""

from collections.abc import Mapping
from typing import Literal

from recoupe.languages import LanguagePack, language_pack
from recoupe.languages.events_schema import EventEntry
from recoupe.languages.inflection import exchanged
from recoupe.linguistics import Annotation, Token

NAMES = {"PROPN", "X"}
PASSED = {"ADV", "ADJ"}  # what may stand before it (`fermera fin mars son usine`)
IN_ROW = {"compound", "amod", "nsubj", "root", "dep", "flat", "nmod", "obj"}  # how such a verb hangs in a row of nouns
OPENING = {"PROPN", "DET", "NUM"}  # what opens the object right behind a verb


def misread_verb(annotation: Annotation, token: Token, pack: LanguagePack) -> EventEntry | None:
    """The entry of the verb that a word read as an adjective or noun is, between its subject and its object."""
    if (entry := headline_verb(annotation, token, pack)) is not None:
        return entry
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


def headline_verb(annotation: Annotation, token: Token, pack: LanguagePack) -> EventEntry | None:
    """The entry of a verb that a bare heading puts between two nouns, and that is read as one of their row.

    `Navy boards tanker`, `Detectives quiz captain`, `Gunmen free three hostages`. Nothing but nouns stands before it, and
    no verb that the packs know in its part of the heading.
    """
    if not pack.settings.bare_headings or token.pos not in {"NOUN", "ADJ", "VERB", "PROPN"}:
        return None
    if token.sentence not in annotation.headings or token.dep not in IN_ROW:
        return None
    part = part_of(annotation, token)
    before, behind = [annotation.tokens[k] for k in part if k < token.i], object_row(annotation, token.i, part[-1])
    if not before or behind is None or any(t.pos not in {*NAMES, "NOUN", "ADJ", "DET", "NUM"} for t in before):
        return None
    others = [annotation.tokens[k] for k in part if k != token.i and knows(annotation.tokens[k], pack)]
    if before[-1].pos not in {*NAMES, "NOUN"} or any(t.i < behind or not describes(t, annotation) for t in others[:1]):
        return None
    if before[-1].has("Number=Plur"):
        return pack.events.verbs.get(token.norm)
    return by_endings(token, pack.settings.present_endings, pack) if token.norm != token.lemma else None


def knows(token: Token, pack: LanguagePack) -> bool:
    """Whether a token is a verb that the packs know."""
    return token.pos in {"VERB", "AUX"} and (token.lemma in pack.events.verbs or token.pos == "AUX")


def describes(token: Token, annotation: Annotation) -> bool:
    """Whether a verb behind a headline's object may describe it (`boards tanker said to be carrying oil`)."""
    form = (
        token.has("VerbForm=Part") or token.has("VerbForm=Ger") or token.has("VerbForm=Inf") or token.has("Tense=Past")
    )
    return form and not annotation.dependents(token.i, "aux")


def part_of(annotation: Annotation, token: Token) -> range:
    """The part of a heading, between marks, in which a token stands."""
    first, last = annotation.sentences[token.sentence]
    start = max((k + 1 for k in range(first, token.i) if annotation.tokens[k].pos == "PUNCT"), default=first)
    stop = next((k for k in range(token.i, last) if annotation.tokens[k].pos == "PUNCT"), last)
    return range(start, stop)


def object_row(annotation: Annotation, verb: int, last: int) -> int | None:
    """The head of the row of nouns right behind a headline's verb: its last noun, else its figure (`arrest two`)."""
    row = []
    for k in range(verb + 1, last + 1):
        if annotation.tokens[k].pos not in {*NAMES, "NOUN", "ADJ", "DET", "NUM", "VERB"}:
            break
        row.append(k)
    heads = [k for k in row if annotation.tokens[k].pos in {*NAMES, "NOUN"}]
    figures = [k for k in row if annotation.tokens[k].pos == "NUM"]
    found = heads or figures
    return found[-1] if found else None


def by_endings(token: Token, endings: Mapping[str, str], pack: LanguagePack) -> EventEntry | None:
    """The entry of the verb of which a word is a form, by the endings of a tense."""
    return next((pack.events.verbs[v] for v in exchanged(token.norm, endings) if v in pack.events.verbs), None)


def misread_tense(annotation: Annotation, token: Token) -> Literal["present", "future"] | None:
    """The tense of a verb that was read as something else; None where a word is none."""
    pack = language_pack(token.language)
    if misread_verb(annotation, token, pack) is None:
        return None
    return "future" if by_endings(token, pack.settings.future_endings, pack) is not None else "present"


def misread_subject(annotation: Annotation, token: Token) -> int | None:
    """What stands right before such a verb: its subject by the parse, or the name that it is hung on."""
    if headline_verb(annotation, token, language_pack(token.language)) is not None:
        return token.i - 1
    subjects = [c for c in annotation.dependents(token.i, "nsubj") if c < token.i]
    if subjects:
        return subjects[-1]
    head = annotation.tokens[token.head]
    hung = token.dep.startswith(("amod", "flat", "appos", "nmod", "dep")) and head.i < token.i
    return head.i if hung and head.pos in {*NAMES, "NOUN"} else None


def misread_object(annotation: Annotation, token: Token) -> int | None:
    """The noun phrase right behind such a verb."""
    if headline_verb(annotation, token, language_pack(token.language)) is not None:
        return object_row(annotation, token.i, part_of(annotation, token)[-1])
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
