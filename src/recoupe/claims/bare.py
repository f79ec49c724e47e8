"""Statements of attributions in whose words no event was found: made where a user says that something is said there."""

from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from recoupe.claims.drafted import Drafted, draft
from recoupe.claims.found import OTHER, FoundEvent
from recoupe.linguistics import Annotation
from recoupe.model import Attribution, Value


def bare_statement(annotation: Annotation, attribution: Attribution, values: Sequence[Value]) -> Drafted | None:
    """The whole content as one statement, told by the word that heads it; `None` where it holds no word.

    It says too little to be brought together with others by itself.
    """
    inside = [t for t in annotation.tokens if any(c.start <= t.start and t.end <= c.end for c in attribution.content)]
    if not inside:
        return None
    own = {t.i for t in inside}
    head = next((t for t in inside if t.head not in own or t.head == t.i), inside[0])
    nominal = head.pos not in {"VERB", "AUX"}
    found = FoundEvent(head.i, OTHER, {}, True, "actual", "open", nominal, False, (), (), word=head.i)
    made = draft(annotation, found, attribution, values)
    statement = structs.replace(made.statement, spans=attribution.content)
    return replace(made, statement=statement, told=False)
