"""Attributions that a correction drops."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import structs

from recoupe.corrections.anchors import nearest, pattern_of, the_one
from recoupe.corrections.ledger import Ledger, Wish
from recoupe.model.attributions import Attribution
from recoupe.model.corrections import DropAttribution
from recoupe.model.documents import Document
from recoupe.model.spans import Span


@dataclass(frozen=True)
class Found:
    """Looks up the attributions at words."""

    documents: Sequence[Document]
    attributions: Sequence[Attribution]

    def dropped(self, correction: DropAttribution) -> Wish[DropAttribution, bool]:
        """The attribution that a correction drops."""
        source = correction.at.source

        def standing(place: Span) -> list[str]:
            """The attributions nearest to a place."""
            own = [a for a in self.attributions if a.document == place.document and of_source(a.source, source)]
            parts = [(s, a.id) for a in own for s in (*a.content, a.cue, a.source) if s is not None]
            return nearest(place, parts)

        id_, _ = the_one(correction.at, self.documents, "attribution", standing)
        return Wish(correction, frozenset({id_}), True)


def of_source(span: Span | None, source: str | None) -> bool:
    """Whether a source is the one whose words are asked for, if any are."""
    return source is None or (span is not None and pattern_of(source).search(span.text) is not None)


def correct_attributions(
    attributions: Sequence[Attribution], documents: Sequence[Document], ledger: Ledger
) -> tuple[Attribution, ...]:
    """Attributions without the dropped ones; what lay within one of these lies within what that one lay in."""
    by_id = {a.id: a for a in attributions}
    gone = set()
    for wish in ledger.wishes(DropAttribution, Found(documents, attributions).dropped):
        for id_ in wish.keys:
            gone.add(str(id_))
            words = by_id[str(id_)].content[0].text
            ledger.apply(wish.correction, f"the attribution of “{words}” is dropped")

    def outer(id_: str | None) -> str | None:
        """The nearest attribution around that is not dropped."""
        while id_ in gone:
            id_ = by_id[id_].within
        return id_

    return tuple(
        structs.replace(a, within=outer(a.within)) if a.within in gone else a for a in attributions if a.id not in gone
    )
