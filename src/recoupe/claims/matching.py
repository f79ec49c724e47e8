"""Whether two statements say the same: named comparisons, each with its evidence; the sum is the score.

A decision rests on the two statements and on shipped tables alone, never on the rest of the pile, so that neither the
order of the reports nor a copy of one can change it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.claims.statements import Drafted
from recoupe.claims.things import Thing, kinds, thing
from recoupe.languages import language_pack, shared_pack
from recoupe.linguistics import Token
from recoupe.model import Span
from recoupe.model.claims import EvidencePart

THRESHOLD = 4.0
CLASS = 2.0
SAME_FILLER = 2.0
SAME_KIND = 1.0
RARE_THING = 0.5  # more, where nobody is named and the thing alone tells the event
SAME_PHASE = 0.5
NAMELESS_ROLES = {"place", "time", "instrument", "purpose", "cause"}


@dataclass(frozen=True)
class Profile:
    """What of a statement is compared: class, phase, actors by role (joined to their root), kinds of things by role.

    places: actors (countries) where the event is said to be.
    """

    class_: str
    phase: str
    actors: Mapping[str, str]
    things: Mapping[str, Thing]
    places: frozenset[str]
    spans: Mapping[str, Span]
    predicate: Span


def profile(drafted: Drafted, phase: str, roots: Mapping[str, str]) -> Profile:
    """The comparable side of a statement; `roots` joins a body to the state or organisation that it belongs to."""
    annotation, found = drafted.annotation, drafted.found
    actors, things, spans = {}, {}, {}
    places = frozenset(roots.get(a, a) for role, (_, a) in found.fillers.items() if role in NAMELESS_ROLES and a)
    for role, (head, actor) in found.fillers.items():
        if role in NAMELESS_ROLES:
            continue
        token = annotation.tokens[head]
        spans[role] = annotation.span(head, head)
        if actor is not None:
            actors[role] = roots.get(actor, actor)
        elif (token.pos == "NOUN" or token.lemma in kinds()) and not unnamed_body(token):
            things[role] = thing(token.lemma)
    if own_part_denied(drafted) and "agent" not in actors:
        speaker = roots.get(drafted.speaker or "", drafted.speaker or "")
        if speaker and speaker not in actors.values():
            actors["agent"], spans["agent"] = speaker, annotation.span(found.token, found.token)
    return Profile(found.class_, phase, actors, things, places, spans, annotation.span(found.token, found.token))


def unnamed_body(token: Token) -> bool:
    """Whether a noun names a body by its kind alone (`a Brenian company`): it may be any body of the kind."""
    return token.lemma in language_pack(token.language).institutions.nouns


def own_part_denied(drafted: Drafted) -> bool:
    """Whether somebody denies an event told by a noun without a doer: it is their own part in it that they deny."""
    return drafted.statement.firmness == "denial" and drafted.found.nominal


def united(profiles: Sequence[Profile]) -> Profile:
    """What the statements of one claim say together."""
    first = profiles[0]
    actors = {role: actor for p in reversed(profiles) for role, actor in p.actors.items()}
    things = {role: thing_ for p in reversed(profiles) for role, thing_ in p.things.items()}
    places = frozenset().union(*(p.places for p in profiles))
    return Profile(first.class_, first.phase, actors, things, places, first.spans, first.predicate)


def compare(a: Profile, b: Profile) -> tuple[float, tuple[EvidencePart, ...]]:
    """The score of two statements and its parts; 0 and () where something speaks against."""
    if related_class(a.class_, b.class_) is None or conflict(a, b):
        return 0.0, ()
    parts = shared(a, b)
    return round(sum(p.weight for p in parts), 4), parts


def shared(a: Profile, b: Profile) -> tuple[EvidencePart, ...]:
    """What two statements of related classes share, each comparison by its name and weight."""
    parts = [EvidencePart(f"event class {a.class_}", CLASS, (a.predicate, b.predicate))]
    for role in sorted(a.actors.keys() & b.actors.keys()):
        if a.actors[role] == b.actors[role]:
            parts.append(EvidencePart(f"same {role}", SAME_FILLER, (a.spans[role], b.spans[role])))
    for role in sorted(a.things.keys() & b.things.keys()):
        if a.things[role].key == b.things[role].key:
            alone = not a.actors and not b.actors and role in THEMES
            told = SAME_FILLER / 2 + (RARE_THING if alone and rare(a, b, role) else 0.0)
            parts.append(EvidencePart(f"same {role}", told, (a.spans[role], b.spans[role])))
        elif a.things[role].agrees(b.things[role]):
            parts.append(EvidencePart(f"{role} of one kind", SAME_KIND / 2, (a.spans[role], b.spans[role])))
    if a.phase == b.phase:
        parts.append(EvidencePart(f"same phase ({a.phase})", SAME_PHASE, (a.predicate, b.predicate)))
    return tuple(parts)


def rare(a: Profile, b: Profile, role: str) -> bool:
    """Whether the thing that two statements without a named participant share is no everyday word."""
    return all(not a_thing.everyday for a_thing in (a.things[role], b.things[role]))


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
    return next(conflicts(a, b), None) is not None


def conflicts(a: Profile, b: Profile) -> Iterator[EvidencePart]:
    """What tells two events apart: phase, an actor, a thing, a name against a thing; each decides by itself."""
    if a.phase != b.phase:
        yield EvidencePart(f"other phase ({a.phase}, {b.phase})", 0.0, (a.predicate, b.predicate))
    for role in sorted(a.actors.keys() & b.actors.keys()):
        if a.actors[role] != b.actors[role]:
            yield EvidencePart(f"other {role}", 0.0, (a.spans[role], b.spans[role]))
    for role in sorted(a.things.keys() & b.things.keys()):
        if not a.things[role].agrees(b.things[role]):
            yield EvidencePart(f"other {role}", 0.0, (a.spans[role], b.spans[role]))
    for role in PRINCIPAL:
        if (role in a.actors and role in b.things) or (role in b.actors and role in a.things):
            yield EvidencePart(f"{role}: a name in one, a thing in the other", 0.0, (a.spans[role], b.spans[role]))


PRINCIPAL = ("agent", "recipient")
THEMES = ("theme", "agent")


def answers(denial: Profile, claim: Profile) -> bool:
    """Whether a denied or negated event is the one that a claim affirms: same class, no other actors, phase left aside."""
    if related_class(denial.class_, claim.class_) is None:
        return False
    shared = denial.actors.keys() & claim.actors.keys()
    if not shared or any(denial.actors[r] != claim.actors[r] for r in shared):
        return False
    return all(denial.things[r].agrees(claim.things[r]) for r in denial.things.keys() & claim.things.keys())


def contradicts(denial: Profile, claim: Profile) -> bool:
    """Whether a denial speaks of other actors or things than a statement does in the same role."""
    if any(denial.actors[r] != claim.actors[r] for r in denial.actors.keys() & claim.actors.keys()):
        return True
    return any(not denial.things[r].agrees(claim.things[r]) for r in denial.things.keys() & claim.things.keys())


def specific(profile_: Profile) -> bool:
    """Whether a statement says enough to be met again: two participants, one named, or a thing that is no everyday word."""
    if not profile_.actors:
        return any(role in THEMES and not found.everyday for role, found in profile_.things.items())
    return len(profile_.actors) + len(profile_.things) >= 2
