"""Deeds that somebody tells: what a doer named in the clause is said to have done to something."""

from recoupe.claims.found import FoundEvent
from recoupe.linguistics import Annotation
from recoupe.model import Attribution

DONE = "done"
OBJECTS = ("NOUN", "PROPN")


def told_deed(annotation: Annotation, found: FoundEvent, holder: Attribution | None) -> bool:
    """Whether the clause of an event is what somebody is said to say, and tells what a doer named in it has done to what.

    Such a clause can be met again though no name is anybody's role in it and every word is a common one (`X said that the
    Y paper mill stored fertiliser in a shed`).
    """
    if holder is None or holder.source is None or holder.firmness in {"denial", "refusal"}:
        return False
    if found.nominal or found.phase != DONE or hangs_inside(annotation, found.token, holder):
        return False
    doers = [*annotation.dependents(found.token, "obl:agent"), *active(annotation, found.token)]
    done_to = [*annotation.dependents(found.token, "obj"), *annotation.dependents(found.token, "nsubj:pass")]
    named = any(annotation.tokens[k].pos == "PROPN" for doer in doers for k in annotation.subtree(doer))
    return named and any(annotation.tokens[k].pos in OBJECTS for k in done_to)


def active(annotation: Annotation, verb: int) -> list[int]:
    """The subjects of a verb, those of a passive aside."""
    return [k for k in annotation.dependents(verb, "nsubj") if not annotation.tokens[k].dep.startswith("nsubj:pass")]


def hangs_inside(annotation: Annotation, verb: int, holder: Attribution) -> bool:
    """Whether the clause of a verb hangs on another word of the content, beside which it is told."""
    token = annotation.tokens[verb]
    head = annotation.tokens[token.head]
    if head.i == verb or not any(c.start <= head.start < c.end for c in holder.content):
        return False
    return not token.dep.startswith("conj") or hangs_inside(annotation, head.i, holder)
