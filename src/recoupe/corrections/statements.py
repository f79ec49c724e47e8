"""Statements that a correction drops, and how statements are found at words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.corrections.anchors import nearest, the_one
from recoupe.corrections.attributions import of_source
from recoupe.corrections.ledger import Ledger, Wish
from recoupe.model.attributions import Attribution
from recoupe.model.corrections import Anchor, DropStatement
from recoupe.model.documents import Document
from recoupe.model.spans import Span
from recoupe.model.statements import Statement


@dataclass(frozen=True)
class Found:
    """Looks up the statements at words. attributions: by id, for the words of their sources."""

    documents: Sequence[Document]
    statements: Sequence[Statement]
    attributions: Mapping[str, Attribution]

    def standing(self, place: Span, source: str | None) -> list[str]:
        """The statements nearest to a place, by their words or those of their predicates."""
        own = [s for s in self.statements if s.document == place.document and self.spoken(s, source)]
        return list(dict.fromkeys(nearest(place, [(p, s.id) for s in own for p in (*s.spans, s.event.predicate)])))

    def spoken(self, statement: Statement, source: str | None) -> bool:
        """Whether a statement has the source that is asked for, if any is."""
        attribution = self.attributions.get(statement.attribution or "")
        return of_source(attribution.source if attribution is not None else None, source)

    def statement(self, anchor: Anchor) -> str:
        """The one statement at words."""
        return the_one(anchor, self.documents, "statement", lambda place: self.standing(place, anchor.source))[0]

    def dropped(self, correction: DropStatement) -> Wish[DropStatement, bool]:
        """The statement that a correction drops."""
        return Wish(correction, frozenset({self.statement(correction.at)}), True)


def dropped_statements(found: Found, ledger: Ledger) -> frozenset[str]:
    """The ids of the statements that corrections drop."""
    words = {s.id: s.spans[0].text for s in found.statements}
    gone = set()
    for wish in ledger.wishes(DropStatement, found.dropped):
        for id_ in wish.keys:
            gone.add(str(id_))
            ledger.apply(wish.correction, f"the statement “{words[str(id_)]}” is dropped")
    return frozenset(gone)
