"""Which outlets and agencies a report credits, and where."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recoupe.ingest.agencies import credits_unnamed
from recoupe.ingest.names import known_agency
from recoupe.model import Actor, Attribution, Document, Span


@dataclass(frozen=True)
class Credits:
    """What a report names as where it has its words from.

    lines: agencies of its head, foot, place line and signature, with their words (none where metadata says so). relays:
    go-betweens of what it reports (`told the agency`). sources: outlets that it names as those who say something. unnamed:
    the agencies of the pile, where it credits agencies without a name.
    """

    outlet: str | None
    lines: Mapping[str, tuple[Span, ...]]
    relays: Mapping[str, tuple[Span, ...]]
    sources: Mapping[str, tuple[Span, ...]]
    unnamed: Mapping[str, tuple[Span, ...]]

    def names(self, actor: str) -> bool:
        """Whether an outlet or agency is credited."""
        return actor != self.outlet and any(
            actor in named for named in (self.lines, self.relays, self.sources, self.unnamed)
        )

    def words(self, actors: Iterable[str]) -> tuple[Span, ...]:
        """The words that credit any of some outlets, in order."""
        found = {
            span
            for actor in actors
            if actor != self.outlet
            for named in (self.lines, self.relays, self.sources, self.unnamed)
            for span in named.get(actor, ())
        }
        return tuple(sorted(found))


def credits_of(
    documents: Iterable[Document],
    attributions: Sequence[Attribution],
    relays: Mapping[str, str],
    actors: Iterable[Actor],
) -> dict[str, Credits]:
    """The credits of every report. relays: for each attribution with a relay, the relay's actor."""
    known = list(actors)
    documents = list(documents)
    outlets = {a.id for a in known if a.type == "outlet"}
    agencies = {a.actor for d in documents for a in d.agencies} | {
        a.id for a in known if a.id in outlets and known_agency(a.name) is not None
    }
    said: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        said.setdefault(attribution.document, []).append(attribution)
    return {d.id: credits(d, said.get(d.id, ()), relays, outlets, agencies) for d in documents}


def credits(
    document: Document, said: Iterable[Attribution], relays: Mapping[str, str], outlets: set[str], agencies: set[str]
) -> Credits:
    """The credits of one report."""
    unnamed = tuple(aside for aside in document.asides if credits_unnamed(aside.text))
    passed: dict[str, set[Span]] = {}
    speaking: dict[str, set[Span]] = {}
    for attribution in said:
        relay = relays.get(attribution.id)
        if relay in outlets and attribution.relay is not None:
            passed.setdefault(relay, set()).add(attribution.relay)
        if attribution.actor in outlets and attribution.source is not None:
            speaking.setdefault(attribution.actor, set()).add(attribution.source)
    return Credits(
        document.outlet.actor if document.outlet is not None else None,
        {a.actor: (a.span,) if a.span is not None else () for a in document.agencies},
        {actor: tuple(sorted(spans)) for actor, spans in sorted(passed.items())},
        {actor: tuple(sorted(spans)) for actor, spans in sorted(speaking.items())},
        dict.fromkeys(sorted(agencies), unnamed) if unnamed else {},
    )
