"""Everything that reports share."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from recoupe.linguistics import Annotation
from recoupe.model import Actor, Attribution, Limit, Reuse, Utterance
from recoupe.reuse.families import families, own_shares
from recoupe.reuse.utterances import utterances


class Compared(Struct, frozen=True):
    """Families of passages, utterances, each report's share of own text (None where unknown), what is not told."""

    reuse: tuple[Reuse, ...]
    utterances: tuple[Utterance, ...]
    own_text: Mapping[str, float | None]
    limits: tuple[Limit, ...]


def compare(
    annotations: Sequence[Annotation], attributions: Sequence[Attribution], actors: Sequence[Actor]
) -> Compared:
    """What the reports of a pile share. Nothing depends on their order."""
    ordered = sorted(annotations, key=lambda a: a.document.id)
    found = families(ordered)
    limits: list[Limit] = []
    shares = own_shares(ordered, found)
    for annotation in ordered:
        if shares[annotation.document.id] is None:
            name = annotation.document.name
            message = f"{name}: its dates do not tell whether it or the other report had the shared passages first"
            limits.append(Limit("own text", message, annotation.document.id))
    return Compared(tuple(found), tuple(utterances(ordered, attributions, actors)), shares, tuple(limits))
