"""Events that a clause takes up by a noun, as known, while it tells something else (`since the collapse, the mayor ...`)."""

from recoupe.claims.found import FoundEvent
from recoupe.linguistics import Annotation
from recoupe.model import Attribution


def told_in_passing(annotation: Annotation, found: FoundEvent, holder: Attribution | None) -> bool:
    """Whether a noun only takes an event up.

    It tells it where nothing but the noun says anything: at the head of a sentence or heading (`Collision at sea`), as what
    somebody is or does (`it was an attack`), or as all that is said (`announced the closure of the port`, but not `was glad
    about the closure`). holder: who is quoted with it.
    """
    token = annotation.tokens[found.token]
    if not found.nominal or annotation.dependents(token.i, "cop"):
        return False
    while token.dep.startswith("conj"):
        token = annotation.tokens[token.head]
    if token.head == token.i:
        return False
    said = [c for c in (holder.content if holder is not None else ()) if c.start <= token.start < c.end]
    head = annotation.tokens[token.head]
    return token.dep.startswith("obl") or not said or any(c.start <= head.start < c.end for c in said)
