"""Who knows what a clause tells (`le conseil savait depuis 2021 que le sol était pollué`).

Only what somebody says is on their word. Who is said to know a thing has told nobody of it: that they know it is an event of
its own, and what they know is told by whoever says so.
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
    if token.lemma not in pack.events.knowing or not annotation.dependents(token.i, "ccomp"):
        return None
    for k in annotation.dependents(token.i, "nsubj"):
        subject = annotation.tokens[resolve_relative(annotation, token.i, k)]
        if names_somebody(subject) or pack.function_words.pronouns.get(subject.norm) in PERSONAL:
            return subject.i
    return None


def only_knows(annotation: Annotation, attribution: Attribution) -> bool:
    """Whether the source of an attribution is only said to know its content."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None:
        return False
    knowers = [k for t in annotation.within(cue) if (k := knower(annotation, t)) is not None]
    return any(source.start <= annotation.tokens[k].start < source.end for k in knowers)
