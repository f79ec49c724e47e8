"""Whether two statements say the same: named comparisons, each with its evidence; the sum is the score.

A decision rests on the two statements and on shipped tables alone, never on the rest of the pile, so that neither the
order of the reports nor a copy of one can change it.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.claims.statements import Drafted
from recoupe.languages import LANGUAGES, language_pack, shared_pack
from recoupe.model import Span
from recoupe.model.claims import EvidencePart

THRESHOLD = 4.0
CLASS = 2.0
SAME_FILLER = 2.0
SAME_KIND = 1.0
SAME_PHASE = 0.5
NAMELESS_ROLES = {"place", "time", "instrument", "purpose", "cause"}


@dataclass(frozen=True)
class Profile:
    """What of a statement is compared: class, phase, actors by role (joined to their root), kinds of things by role."""

    class_: str
    phase: str
    actors: Mapping[str, str]
    things: Mapping[str, tuple[str, str]]  # role -> (lemma key, kind)
    spans: Mapping[str, Span]
    predicate: Span


@functools.cache
def kinds() -> dict[str, tuple[str, str]]:
    """For each noun of things (both languages): the kind it belongs to and a key that the languages share."""
    lexicon = shared_pack().lexicon.entries
    found: dict[str, tuple[str, str]] = {}
    for language in LANGUAGES:
        for kind, nouns in language_pack(language).events.objects.items():
            for noun in nouns:
                english = lexicon.get(noun, [noun])[0] if language == "fr" else noun
                found.setdefault(noun.lower(), (english.lower(), kind))
    return found


def thing(lemma: str, language: str) -> tuple[str, str]:
    """A noun's key (the English lemma where the lexicon has one) and its kind, "" where the packs name none."""
    known = kinds().get(lemma)
    if known is not None:
        return known
    english = shared_pack().lexicon.entries.get(lemma, [lemma])[0] if language == "fr" else lemma
    return english.lower(), ""


def profile(drafted: Drafted, phase: str, roots: Mapping[str, str]) -> Profile:
    """The comparable side of a statement; `roots` joins a body to the state or organisation that it belongs to."""
    annotation, found = drafted.annotation, drafted.found
    actors, things, spans = {}, {}, {}
    for role, (head, actor) in found.fillers.items():
        if role in NAMELESS_ROLES:
            continue
        token = annotation.tokens[head]
        spans[role] = annotation.span(head, head)
        if actor is not None:
            actors[role] = roots.get(actor, actor)
        elif token.pos == "NOUN":
            things[role] = thing(token.lemma, token.language)
    return Profile(found.class_, phase, actors, things, spans, annotation.span(found.token, found.token))


def compare(a: Profile, b: Profile) -> tuple[float, tuple[EvidencePart, ...]]:
    """The score of two statements and its parts; 0 and () where something speaks against."""
    if related_class(a.class_, b.class_) is None or conflict(a, b):
        return 0.0, ()
    parts = [EvidencePart(f"event class {a.class_}", CLASS, (a.predicate, b.predicate))]
    for role in sorted(a.actors.keys() & b.actors.keys()):
        parts.append(EvidencePart(f"same {role}", SAME_FILLER, (a.spans[role], b.spans[role])))
    for role in sorted(a.things.keys() & b.things.keys()):
        if a.things[role][0] == b.things[role][0]:
            parts.append(EvidencePart(f"same {role}", SAME_FILLER / 2, (a.spans[role], b.spans[role])))
        elif a.things[role][1] and a.things[role][1] == b.things[role][1]:
            parts.append(EvidencePart(f"{role} of one kind", SAME_KIND / 2, (a.spans[role], b.spans[role])))
    parts.append(EvidencePart(f"same phase ({a.phase})", SAME_PHASE, (a.predicate, b.predicate)))
    return round(sum(p.weight for p in parts), 4), tuple(parts)


def related_class(a: str, b: str) -> str | None:
    """The class two events share: one class, or one the broader of the other."""
    if a == b:
        return a
    classes = shared_pack().event_classes.classes
    if classes[a].broader == b:
        return b
    return a if classes[b].broader == a else None


def conflict(a: Profile, b: Profile) -> bool:
    """Whether phase, an actor or a thing tells the two events apart."""
    if a.phase != b.phase:
        return True
    if any(a.actors[r] != b.actors[r] for r in a.actors.keys() & b.actors.keys()):
        return True
    for role in a.things.keys() & b.things.keys():
        (key_a, kind_a), (key_b, kind_b) = a.things[role], b.things[role]
        if key_a != key_b and kind_a != kind_b:
            return True
    return any((r in a.actors and r in b.things) or (r in b.actors and r in a.things) for r in PRINCIPAL)


PRINCIPAL = ("agent", "recipient")


def answers(denial: Profile, claim: Profile) -> bool:
    """Whether a denied or negated event is the one that a claim affirms: same class, no other actors, phase left aside."""
    if related_class(denial.class_, claim.class_) is None:
        return False
    shared = denial.actors.keys() & claim.actors.keys()
    if not shared or any(denial.actors[r] != claim.actors[r] for r in shared):
        return False
    for role in denial.things.keys() & claim.things.keys():
        (key_a, kind_a), (key_b, kind_b) = denial.things[role], claim.things[role]
        if key_a != key_b and kind_a and kind_b and kind_a != kind_b:
            return False
    return True


def specific(profile_: Profile) -> bool:
    """Whether a statement says enough to be met again in another report: two participants, one of them an actor."""
    return len(profile_.actors) >= 1 and len(profile_.actors) + len(profile_.things) >= 2
