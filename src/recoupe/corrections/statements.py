"""Statements that a correction drops, and how statements are found at words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.corrections.anchors import named, nearest, pattern_of, the_one
from recoupe.corrections.attributions import of_source
from recoupe.corrections.ledger import Ledger, Wish
from recoupe.errors import ExplainError
from recoupe.model.attributions import Attribution
from recoupe.model.corrections import Anchor, DropStatement
from recoupe.model.documents import Document
from recoupe.model.spans import Span
from recoupe.model.statements import Statement

SHOWN = 4  # places that an error lists


@dataclass(frozen=True)
class Found:
    """Looks up the statements at words. attributions: by id, for the words of their sources."""

    documents: Sequence[Document]
    statements: Sequence[Statement]
    attributions: Mapping[str, Attribution]

    def standing(self, place: Span, source: str | None) -> list[str]:
        """The statements nearest to a place, by their words or those of their predicates."""
        found = list(dict.fromkeys(nearest(place, self.parts(place.document, source))))
        alone = {s.id for s in self.statements if self.called(s, source)}  # not those whose source names others with it
        return [i for i in found if i in alone] or found

    def parts(self, document: str, source: str | None) -> list[tuple[Span, str]]:
        """The words of each statement of a report and those of its predicate, with its id."""
        own = [s for s in self.statements if s.document == document and self.spoken(s, source)]
        return [(part, s.id) for s in own for part in (*s.spans, s.event.predicate)]

    def called(self, statement: Statement, source: str | None) -> bool:
        """Whether the words of a statement's source are those that are asked for, and no more."""
        attribution = self.attributions.get(statement.attribution or "")
        return attribution is not None and attribution.source is not None and attribution.source.text == source

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


def statement_at(found: Found, words: str) -> str:
    """The statement at words of any report; `name.txt: words` looks into one report alone.

    Statements of several speakers over the very same words are one event and count as one. ExplainError where there is
    no statement, or several.
    """
    name, mark, rest = words.partition(":")
    within = [d for d in found.documents if mark and named(d, name.strip())]
    pattern = pattern_of(rest if within else words)
    by_id = {s.id: s for s in found.statements}
    events: dict[tuple[Span, ...], str] = {}
    for document in within or found.documents:
        for match in pattern.finditer(document.text) if pattern.pattern else ():
            for id_ in sorted(found.standing(document.span(*match.span()), None)):
                events.setdefault((*by_id[id_].spans, by_id[id_].event.predicate), id_)
    if not events:
        raise ExplainError(f"“{words}”: no statement was found at these words; quote them as a report has them")
    if len(events) > 1:
        names = {d.id: d.name for d in found.documents}
        places = ", ".join(
            f"'{names[by_id[i].document]}: {' '.join(by_id[i].spans[0].text.split())}'"
            for i in list(events.values())[:SHOWN]
        )
        raise ExplainError(
            f"“{words}”: {len(events)} statements stand there; give one with its file before it: {places}"
        )
    return next(iter(events.values()))


def dropped_statements(found: Found, ledger: Ledger) -> frozenset[str]:
    """The ids of the statements that corrections drop."""
    words = {s.id: s.spans[0].text for s in found.statements}
    gone = set()
    for wish in ledger.wishes(DropStatement, found.dropped):
        for id_ in wish.keys:
            gone.add(str(id_))
            ledger.apply(wish.correction, f"the statement “{words[str(id_)]}” is dropped")
    return frozenset(gone)
