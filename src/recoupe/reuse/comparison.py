"""Everything that reports share."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from recoupe.linguistics import Annotation
from recoupe.model import Actor, Attribution, Bounds, Limit, Reuse, Utterance, Value
from recoupe.reuse.credits import credits_of
from recoupe.reuse.families import derived_families, published
from recoupe.reuse.ownership import after, own_shares
from recoupe.reuse.unsourced import with_unsourced
from recoupe.reuse.utterances import utterances
from recoupe.reuse.words import word_row


class Compared(Struct, frozen=True):
    """Families of passages, utterances, each report's share of own text (None where unknown), what is not told.

    published: bounds of the dates of reports that show none and have passages from others.
    """

    reuse: tuple[Reuse, ...]
    utterances: tuple[Utterance, ...]
    own_text: Mapping[str, float | None]
    published: Mapping[str, Bounds]
    limits: tuple[Limit, ...]


def compare(
    annotations: Sequence[Annotation],
    attributions: Sequence[Attribution],
    actors: Sequence[Actor],
    relays: Mapping[str, str],
    values: Mapping[str, Sequence[Value]],
) -> Compared:
    """What the reports of a pile share. Nothing depends on their order.

    relays: for each attribution with a relay, the relay's actor. values: of each report, by its id.
    """
    ordered = sorted(annotations, key=lambda a: a.document.id)
    documents = [a.document for a in ordered]
    rows = [word_row(d.text) for d in documents]
    credits = credits_of(documents, attributions, relays, actors)
    found = derived_families(ordered, rows, credits)
    reuse = sorted((published(d, ordered, rows, credits) for d in found), key=lambda r: r.id)
    shares = own_shares(documents, rows, found)
    limits = [
        Limit("own text", f"{d.name}: nothing tells whether it or another report had the shared passages first", d.id)
        for d in documents
        if shares[d.id] is None
    ]
    said = with_unsourced(
        utterances(ordered, attributions, actors, values), reuse, attributions, {d.id: d for d in documents}
    )
    return Compared(tuple(reuse), tuple(said), shares, after(documents, found), tuple(limits))
