"""Everything that is known of the reports before voices are traced, by id."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from recoupe.model import Actor, Attribution, Document, Reuse, Ruling, Span, Utterance
from recoupe.reuse.dates import Order

Agreement = Literal["agree", "disagree", "plain", "one alone", "open"]
DATED = {"metadata", "header", "correction"}  # what tells the day of a report itself


class Source(NamedTuple):
    """Who is given as the source of words: the actor, `None` where none is found, and the words for it."""

    actor: str | None
    words: str


class Tellers(NamedTuple):
    """By whom a passage is told, its language, and whether it is long enough to show something without a source."""

    sources: frozenset[Source]
    language: str
    long: bool


@dataclass(frozen=True)
class Pile:
    """Documents, actors and attributions by id; utterances and reuse families in order of their ids.

    relays: for each attribution with a relay, the relay's actor. speakers: the actors whose attributions have a source
    span, by that span. passages: for each report its places in the families of `reuse` (family, member). quoted: for each
    attribution the utterances that it is a member of, by their place, without repeated formulas. rulings: what a user's
    corrections say of pairs of voices (the smaller id first). order: which reports are surely earlier than which. told: the
    attributions of each report. renditions: pairs of reports of which it was asked whether one was made of the other.
    tellers: by whom the passages of reports of which it was asked are told, by families; agreements: whether two kinds of
    these agree. surroundings: the words before and behind statements of which they were asked, by their first span; rests:
    how many of them are of the content that their attribution ascribes; beside: the families of the copied passages that
    stand right before or behind them, and whether behind. marks: by what actors of which it was asked are seen to be of one
    body.
    """

    documents: Mapping[str, Document]
    actors: Mapping[str, Actor]
    attributions: Mapping[str, Attribution]
    relays: Mapping[str, str]
    utterances: Sequence[Utterance]
    reuse: Sequence[Reuse]
    speakers: Mapping[Span, tuple[str, ...]]
    passages: Mapping[str, tuple[tuple[int, int], ...]]
    quoted: Mapping[str, tuple[int, ...]]
    rulings: Mapping[tuple[str, str], Ruling]
    order: Order
    told: Mapping[str, tuple[Attribution, ...]]
    renditions: dict[tuple[str, str], bool] = field(default_factory=dict, compare=False)
    tellers: dict[str, Mapping[int, frozenset[Tellers]]] = field(default_factory=dict, compare=False)
    agreements: dict[tuple[Tellers, Tellers], Agreement] = field(default_factory=dict, compare=False)
    surroundings: dict[Span, tuple[list[str], list[str]]] = field(default_factory=dict, compare=False)
    rests: dict[tuple[Span, str | None], tuple[int, int]] = field(default_factory=dict, compare=False)
    beside: dict[Span, frozenset[tuple[int, bool]]] = field(default_factory=dict, compare=False)
    marks: dict[str, frozenset[tuple[str, str]]] = field(default_factory=dict, compare=False)

    def relay(self, attribution: Attribution) -> str | None:
        """The actor of an attribution's relay: who speaks with those very words elsewhere, else the one found there."""
        if attribution.relay is None:
            return None
        known = self.speakers.get(attribution.relay)
        found = known[0] if known else self.relays.get(attribution.id)
        return found if found in self.actors else None

    def publisher(self, document: str) -> str | None:
        """The actor of the outlet that published a report."""
        outlet = self.documents[document].outlet
        return outlet.actor if outlet is not None and outlet.actor in self.actors else None

    def follows(self, report: str, other: str) -> bool:
        """Whether a report bears a date later than another, so that the other can have nothing from it.

        A bound that only days named in its text give is none: what is told of them may be planned.
        """
        published = self.documents[report].published
        return published is not None and published.basis in DATED and self.order.earlier(other, report)

    def outlet(self, actor: str) -> bool:
        """Whether an actor is an outlet or agency."""
        return self.actors[actor].type == "outlet"

    def anonymous(self, actor: str) -> bool:
        """Whether an actor is not named and described only."""
        return self.actors[actor].anonymity is not None


def pile_of(
    documents: Iterable[Document],
    actors: Iterable[Actor],
    attributions: Iterable[Attribution],
    relays: Mapping[str, str],
    utterances: Iterable[Utterance],
    reuse: Iterable[Reuse],
    rulings: Iterable[Ruling] = (),
) -> Pile:
    """The pile, in an order that does not depend on that of its parts."""
    by_id = {a.id: a for a in sorted(attributions, key=lambda a: a.id)}
    speakers: dict[Span, list[str]] = {}
    for attribution in by_id.values():
        if attribution.source is not None and attribution.actor is not None:
            speakers.setdefault(attribution.source, []).append(attribution.actor)
    told: dict[str, list[Attribution]] = {}
    for attribution in by_id.values():
        told.setdefault(attribution.document, []).append(attribution)
    families = tuple(sorted(reuse, key=lambda r: r.id))
    passages: dict[str, list[tuple[int, int]]] = {}
    for f, family in enumerate(families):
        for m, member in enumerate(family.members):
            passages.setdefault(member.span.document, []).append((f, m))
    sayings = tuple(sorted(utterances, key=lambda u: u.id))
    quoted: dict[str, list[int]] = {}
    for u, utterance in enumerate(sayings):
        if utterance.relation == "same_utterance":
            for name in sorted({m.attribution for m in utterance.members if m.attribution is not None}):
                quoted.setdefault(name, []).append(u)
    by_name = {d.id: d for d in sorted(documents, key=lambda d: d.id)}
    return Pile(
        by_name,
        {a.id: a for a in sorted(actors, key=lambda a: a.id)},
        by_id,
        relays,
        sayings,
        families,
        {span: tuple(sorted(set(ids))) for span, ids in speakers.items()},
        {document: tuple(places) for document, places in passages.items()},
        {name: tuple(places) for name, places in quoted.items()},
        {(r.a, r.b): r for r in rulings},
        Order(by_name),
        {document: tuple(own) for document, own in told.items()},
    )
