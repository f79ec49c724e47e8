"""Verb cues: which tokens are reporting verbs, with their entry, and how they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.attribution.draft import Reading
from recoupe.attribution.lexicon import VerbEntry
from recoupe.attribution.syntax import VERBAL, is_finite, is_passive, nearest_subject, subject

GAP = 6  # tokens that may stand inside a verb phrase (mettre l'Iran en garde)


@dataclass(frozen=True)
class VerbCue:
    """A reporting verb in the text: its token, its entry, tokens of its phrase after it, the subject, its voice."""

    verb: int
    entry: VerbEntry
    last: int  # token after the phrase
    subject: int | None
    passive: bool


def verb_cues(reading: Reading) -> Iterator[VerbCue]:
    """Every token that may be a reporting verb, in order of the text."""
    annotation = reading.annotation
    for token in reading.tokens:
        if token.pos not in VERBAL and not (token.pos == "ADJ" and "VerbForm=Part" in token.morph):
            continue
        if token.dep.startswith(("aux", "cop")):
            continue
        for entry in reading.lexicon(token.i).verbs.get(token.lemma, ()):
            last = phrase_end(reading, token.i, entry)
            if last is None or entry.reflexive != is_reflexive(reading, token.i):
                continue
            yield VerbCue(token.i, entry, last, subject_of(reading, token.i), is_passive(annotation, token.i))
            break


def subject_of(reading: Reading, verb: int) -> int | None:
    """The subject by the parse, unless that is a date; else the noun phrase in front of a finite verb."""
    calendar = reading.lexicon(verb).calendar
    found = subject(reading.annotation, verb)
    if found is not None and reading.tokens[found].norm not in calendar:
        return found
    own = is_finite(reading.annotation, verb) and not reading.annotation.dependents(verb, "expl:subj")
    return nearest_subject(reading.annotation, verb, calendar) if own else None


def is_reflexive(reading: Reading, verb: int) -> bool:
    """Whether a reflexive pronoun stands before the verb."""
    tokens = reading.tokens
    for child in reading.annotation.children[verb]:
        token = tokens[child]
        if child < verb and token.pos == "PRON" and ("Reflex=Yes" in token.morph or token.norm in {"se", "s'"}):
            return not token.dep.startswith("expl:pass")
    return False


def phrase_end(reading: Reading, verb: int, entry: VerbEntry) -> int | None:
    """The token after the words of a verb phrase, `None` where they do not follow the verb."""
    if not entry.words:
        return verb + 1
    tokens = reading.tokens
    for start in range(verb + 1, min(verb + 1 + GAP, len(tokens))):
        stop = start + len(entry.words)
        if tokens[start].sentence != tokens[verb].sentence:
            return None
        if tuple(t.norm for t in tokens[start:stop]) == entry.words:
            return stop
    return None


def is_negated(reading: Reading, verb: int) -> bool:
    """Whether the verb itself is negated (`n'a pas confirmé`, `did not confirm`); `ne ... que` is not a negation."""
    annotation = reading.annotation
    negation = reading.lexicon(verb).pack.negation
    words = {w for w in (*negation.adverbs, "not", "n't")}
    return any(reading.tokens[c].norm in words for c in annotation.dependents(verb, "advmod", "neg"))


def nobody(reading: Reading, token: int | None) -> bool:
    """Whether a subject is `on`, an expletive, or absent."""
    if token is None:
        return True
    return reading.tokens[token].norm.lstrip("-t") in reading.lexicon(token).pack.settings.nobody or (
        reading.tokens[token].dep.startswith("expl")
    )


def can_speak(reading: Reading, token: int | None) -> bool:
    """Whether a noun phrase can be a source: a name, a pronoun of persons, a role, body, group or document."""
    if token is None:
        return False
    word = reading.tokens[token]
    lexicon = reading.lexicon(token)
    if word.pos == "PROPN":
        return True
    if word.pos == "PRON":
        return word.norm not in {"cela", "ça", "ce", "c'", "it", "this", "that", "ceci", "y", "en"}
    names = {word.lemma, word.norm}
    return bool(names & lexicon.speakers or names & lexicon.documents)


