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


def taken_for_granted(annotation: Annotation, found: FoundEvent, holder: Attribution | None) -> bool:
    """Whether an event stands in a clause that only tells which one is meant (`the strain that infected patients`).

    Who speaks of it takes it for known, and need not say it himself. What a clause adds behind a comma is said, and so is
    what a cleft sentence tells (`it was the valve that failed`).
    """
    tokens = annotation.tokens
    node = tokens[found.token]
    if holder is None or found.nominal:
        return False
    while node.head != node.i:
        head = tokens[node.head]
        if not any(c.start <= head.start < c.end for c in holder.content):
            return False
        if node.dep.startswith("acl:relcl") and head.i < node.i:
            opening = annotation.subtree(node.i)[0]
            apart = "," in {t.text for t in tokens[max(0, opening - 1) : opening + 1]}
            cleft = bool(annotation.dependents(head.i, "cop", "expl"))
            indefinite = any(tokens[c].has("Definite=Ind") for c in annotation.dependents(head.i, "det"))
            return not (apart or cleft or indefinite)
        node = head
    return False
