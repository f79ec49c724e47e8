"""Who knows what a clause tells (`le conseil savait depuis 2021 que le sol était pollué`).

Only what somebody says is on their word. Who is said to know a thing, or to have learned it, has told nobody of it: that they
know it is an event of its own, and what they know is told by whoever says so. What an outlet learned it tells its readers.
"""

from recoupe.claims.constructions import resolve_relative
from recoupe.languages import language_pack
from recoupe.languages.events_schema import EventEntry
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.saying import names_somebody
from recoupe.model import Attribution

KNOWN = EventEntry(["inform"], {"subject": "recipient", "object": "theme"})
PERSONAL = ("m.sg", "f.sg", "m.pl", "f.pl", "sg", "pl")  # pronouns that take up who was named, no speaker and no `on`


def knower(annotation: Annotation, token: Token) -> int | None:
    """The subject of a verb of knowing that governs a clause, or the noun that a relative pronoun stands for; None where it is
    whoever speaks, or nobody.
    """
    pack = language_pack(token.language)
    learns = token.lemma in pack.events.learning and not annotation.dependents(token.i, "iobj")
    if not (learns or token.lemma in pack.events.knowing) or not has_clause(annotation, token):
        return None
    for k in annotation.dependents(token.i, "nsubj"):
        subject = annotation.tokens[resolve_relative(annotation, token.i, k)]
        if learns and not third_party(subject):
            return None
        if names_somebody(subject) or pack.function_words.pronouns.get(subject.norm) in PERSONAL:
            return subject.i
    return None


def has_clause(annotation: Annotation, verb: Token) -> bool:
    """Whether a verb governs a clause of content, be it read as one beside it (`learned in 2021 | that ...`)."""
    marks = language_pack(verb.language).settings.complementisers
    beside = (m for c in annotation.dependents(verb.i, "advcl") for m in annotation.dependents(c, "mark") if c > verb.i)
    return bool(annotation.dependents(verb.i, "ccomp")) or any(annotation.tokens[m].norm in marks for m in beside)


def third_party(subject: Token) -> bool:
    """Whether whoever learned a thing is surely no outlet, which would pass on what it learned: a person, or a body's noun."""
    pack = language_pack(subject.language)
    if subject.pos == "PROPN":
        return subject.text in pack.titles.first_names
    body = pack.institutions.nouns.get(subject.lemma)
    media = subject.lemma in pack.reporting_nouns.documents or (body is not None and body.type in {"media", "agency"})
    return subject.pos == "NOUN" and subject.text.islower() and not media and names_somebody(subject)


def only_knows(annotation: Annotation, attribution: Attribution) -> bool:
    """Whether the source of an attribution is only said to know its content."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None:
        return False
    knowers = [k for t in annotation.within(cue) if (k := knower(annotation, t)) is not None]
    return any(source.start <= annotation.tokens[k].start < source.end for k in knowers)
