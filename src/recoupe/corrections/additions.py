"""Attributions that corrections add: somebody cited, or a denial, where nothing was found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from recoupe.corrections.anchors import place_of, places
from recoupe.corrections.attributions import of_other, renamed, source_at
from recoupe.corrections.ledger import Ledger, Wish, ground
from recoupe.errors import CorrectionLost
from recoupe.model.attributions import Attribution, Evidence, Firmness, Kind
from recoupe.model.corrections import AddAttribution, AddDenial, Anchor, Correction, TieDenial
from recoupe.model.documents import Document
from recoupe.model.spans import Span, identifier

CERTAIN = 1.0  # somebody has read it
OPENING = '«“"„'


@dataclass(frozen=True)
class Parts:
    """The words of an attribution to be added."""

    content: Span
    source: Span | None
    cue: Span | None = None
    relay: Span | None = None
    firmness: Firmness = "flat"


@dataclass(frozen=True)
class Added:
    """All attributions, with those that corrections add. new: ids of these; denying: for a correction the attribution
    of its denial, where it has one."""

    attributions: tuple[Attribution, ...]
    new: frozenset[str] = frozenset()
    denying: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """Looks up the words of what is to be added."""

    documents: Sequence[Document]
    attributions: Sequence[Attribution]

    def added(self, correction: AddAttribution) -> Wish[AddAttribution, Parts]:
        """The attribution that a correction adds."""
        content = place_of(correction.content, self.documents)
        source, cue, relay = (
            source_at(a, self.documents, content.document)
            for a in (correction.source, correction.cue, correction.relay)
        )
        if any(a.content == (content,) and a.source == source for a in self.attributions):
            raise CorrectionLost("nothing to do: the reports show the same already")
        parts = Parts(content, source, cue, relay, correction.firmness)
        return Wish(correction, frozenset({(content, source)}), parts)

    def denying(self, at: Anchor) -> Attribution | None:
        """The attribution of a denial that was found at words, the longest there; `None` where there is none."""
        for place in places(at, self.documents):
            near = [a for a in self.attributions if a.firmness == "denial" and within(a, place)]
            if near:
                return max(near, key=lambda a: (sum(c.end - c.start for c in a.content), a.id))
        return None


def within(attribution: Attribution, place: Span) -> bool:
    """Whether an attribution stands at words: in them, or around them."""
    own = attribution.content
    inside = all(place.contains(c) for c in own) or any(c.contains(place) for c in own)
    cue = attribution.cue
    return inside or (cue is not None and cue.document == place.document and cue.overlaps(place))


def add_attributions(attributions: tuple[Attribution, ...], documents: Sequence[Document], ledger: Ledger) -> Added:
    """The attributions with those that corrections add; one that was found at the words of a denial stands for it."""
    found = Found(documents, attributions)
    made: dict[str, Attribution] = {}
    for wish in ledger.wishes(AddAttribution, found.added):
        new = attribution_of(wish.value, wish.correction, attributions)
        made.setdefault(new.id, new)
        whom = f"“{wish.value.source.text}”" if wish.value.source is not None else "nobody named"
        ledger.apply(wish.correction, f"“{wish.value.content.text}” is ascribed to {whom}")
    meant, changed = denials(found, made, ledger)
    for tie in ledger.of(TieDenial):
        try:
            known = found.denying(tie.denial)
        except CorrectionLost as lost:
            ledger.refuse(tie, str(lost))
            continue
        if known is not None:
            meant[tie.id or ""] = known.id
    denying = {key: changed[id_].id if id_ in changed else id_ for key, id_ in meant.items()}
    kept = [a for a in renamed(attributions, changed) if a.id not in made]  # (found there too, but as no denial)
    return Added((*kept, *(made[i] for i in sorted(made))), frozenset(made), denying)


def denials(
    found: Found, made: dict[str, Attribution], ledger: Ledger
) -> tuple[dict[str, str], dict[str, Attribution]]:
    """For each correction that adds a denial its attribution, found or made; and those found whose source it sets.

    made: the attributions that corrections add, to which those of denials are put.
    """
    meant: dict[str, str] = {}
    changed: dict[str, Attribution] = {}
    for denial in ledger.of(AddDenial):
        try:
            at = place_of(denial.at, found.documents)
            source = source_at(denial.source, found.documents, at.document)
        except CorrectionLost as lost:
            ledger.refuse(denial, str(lost))
            continue
        known = found.denying(denial.at)
        if known is None:
            new = attribution_of(Parts(at, source, firmness="denial"), denial, found.attributions)
            known = made.setdefault(new.id, new)
        elif source is not None and source != known.source:
            changed[known.id] = of_other(known, source, denial)
        meant[denial.id or ""] = known.id
    return meant, changed


def attribution_of(parts: Parts, correction: Correction, others: Sequence[Attribution]) -> Attribution:
    """An attribution of these words, with the correction as its evidence."""
    spans = [s for s in (parts.source, parts.cue) if s is not None]
    around = [a for a in others if a.content != (parts.content,) and any(c.contains(parts.content) for c in a.content)]
    holder = min(around, key=lambda a: (sum(c.end - c.start for c in a.content), a.id), default=None)
    hedged = parts.firmness == "hedged"
    kind: Kind = "direct" if parts.content.text.lstrip()[:1] in OPENING else "indirect"
    return Attribution(
        id=identifier("attribution", parts.content, *spans),
        document=parts.content.document,
        source=parts.source,
        actor=None,
        cue=parts.cue,
        content=(parts.content,),
        kind=kind,
        firmness=parts.firmness,
        voice_firmness="unknown",
        report_firmness="hedged" if hedged else "flat",
        relay=parts.relay,
        within=holder.id if holder is not None else None,
        confidence=CERTAIN,
        evidence=(Evidence(ground(correction), 0.0, (parts.content,)),),
    )
