"""Attributions that corrections drop, and those whose source they set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec import structs

from recoupe.corrections.anchors import nearest, pattern_of, place_of, quoted, the_one
from recoupe.corrections.ledger import Ledger, Wish, ground
from recoupe.errors import CorrectionLost
from recoupe.model.attributions import Attribution, Evidence
from recoupe.model.corrections import Anchor, Correction, DropAttribution, SetSource
from recoupe.model.documents import Document
from recoupe.model.spans import Span, identifier


@dataclass(frozen=True)
class Found:
    """Looks up the attributions at words."""

    documents: Sequence[Document]
    attributions: Sequence[Attribution]

    def standing(self, anchor: Anchor) -> str:
        """The one attribution at words."""

        def at(place: Span) -> list[str]:
            """The attributions nearest to a place."""
            own = [a for a in self.attributions if a.document == place.document and of_source(a.source, anchor.source)]
            parts = [(s, a.id) for a in own for s in (*a.content, a.cue, a.source) if s is not None]
            return nearest(place, parts)

        return the_one(anchor, self.documents, "attribution", at)[0]

    def dropped(self, correction: DropAttribution) -> Wish[DropAttribution, bool]:
        """The attribution that a correction drops."""
        return Wish(correction, frozenset({self.standing(correction.at)}), True)

    def sourced(self, correction: SetSource) -> Wish[SetSource, Span | None]:
        """The attribution whose source a correction sets, and the source's words."""
        id_ = self.standing(correction.at)
        old = next(a for a in self.attributions if a.id == id_)
        source = source_at(correction.source, self.documents, old.document)
        if source == old.source:
            raise CorrectionLost("nothing to do: the reports show the same already")
        return Wish(correction, frozenset({id_}), source)


def source_at(anchor: Anchor | None, documents: Sequence[Document], document: str) -> Span | None:
    """The words of a source; CorrectionLost where they stand in another report than what they are the source of."""
    if anchor is None:
        return None
    found = place_of(anchor, documents)
    if found.document != document:
        raise CorrectionLost(
            f"the source {quoted(anchor)} stands in another report than the words that it is the source of"
        )
    return found


def of_source(span: Span | None, source: str | None) -> bool:
    """Whether a source is the one whose words are asked for, if any are."""
    return source is None or (span is not None and pattern_of(source).search(span.text) is not None)


def correct_attributions(
    attributions: Sequence[Attribution], documents: Sequence[Document], ledger: Ledger
) -> tuple[Attribution, ...]:
    """Attributions without the dropped ones, and with the sources that corrections set.

    What lay within a dropped one lies within what that one lay in.
    """
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

    kept = tuple(
        structs.replace(a, within=outer(a.within)) if a.within in gone else a for a in attributions if a.id not in gone
    )
    return sourced(kept, documents, ledger)


def sourced(
    attributions: tuple[Attribution, ...], documents: Sequence[Document], ledger: Ledger
) -> tuple[Attribution, ...]:
    """Attributions with the sources that corrections set, under new ids."""
    by_id = {a.id: a for a in attributions}
    new: dict[str, Attribution] = {}
    for wish in ledger.wishes(SetSource, Found(documents, attributions).sourced):
        for id_ in wish.keys:
            old = by_id[str(id_)]
            new[old.id] = of_other(old, wish.value, wish.correction)
            words = old.content[0].text
            told = f"is of “{wish.value.text}”" if wish.value is not None else "has no source"
            ledger.apply(wish.correction, f"the attribution of “{words}” {told}")
    return renamed(attributions, new)


def of_other(attribution: Attribution, source: Span | None, correction: Correction) -> Attribution:
    """An attribution to another source, with the correction among its evidence."""
    parts = [s for s in (source, attribution.cue) if s is not None]
    return structs.replace(
        attribution,
        id=identifier("attribution", *attribution.content, *parts),
        source=source,
        evidence=(*attribution.evidence, Evidence(ground(correction), 0.0)),
    )


def renamed(attributions: Sequence[Attribution], new: Mapping[str, Attribution]) -> tuple[Attribution, ...]:
    """Attributions with some of them replaced, and what lies within these."""
    ids = {old: made.id for old, made in new.items()}
    made = (new.get(a.id, a) for a in attributions)
    return tuple(structs.replace(a, within=ids[a.within]) if a.within in ids else a for a in made)
