"""One thing that is stated, about one event or state."""

from typing import Literal

from msgspec import Struct

from recoupe.model.attributions import Firmness, VoiceFirmness
from recoupe.model.spans import Span

Stance = Literal["affirms", "denies", "refuses"]
Realis = Literal["actual", "hypothetical"]
Phase = Literal["planned", "imminent", "under way", "done", "repeated", "open"]
Slot = Literal["count", "amount", "measure", "date", "duration", "place", "participant", "wording"]


class Participant(Struct, frozen=True):
    """Who or what takes part in an event, in which role of its class (shared/event_classes.toml)."""

    role: str
    actor: str | None
    span: Span


class Event(Struct, frozen=True, rename={"class_": "class"}):
    """The event of a statement: its class (`None` where the packs have none), the predicate's words, participants."""

    class_: str | None
    predicate: Span
    participants: tuple[Participant, ...] = ()


class Value(Struct, frozen=True):
    """A figure, date or measure. value: as read (number or ISO 8601); low, high: bounds, `None` where open."""

    slot: Slot
    value: float | str | None
    low: float | str | None
    high: float | str | None
    unit: str | None
    span: Span


class Answer(Struct, frozen=True):
    """A claim that a denial answers, in full or in part."""

    claim: str
    extent: Literal["full", "part"]


class ChainLink(Struct, frozen=True):
    """One link of a chain: origin, then relays, then the report.

    basis: `stated` (span), `inferred` (reuse) or `unknown`.
    """

    actor: str | None
    document: str | None
    role: Literal["origin", "relay", "report"]
    basis: Literal["stated", "inferred", "unknown"]
    span: Span | None = None
    reuse: str | None = None


class Statement(Struct, frozen=True):
    """One thing stated: (part of) an attribution's content, or the report's own assertion; in one or several spans.

    attribution: `None` where the report itself asserts. voice: who stands behind it. predicate and participants are
    in `event`. polarity, realis, phase, firmness: see DESIGN's words. sentence: the one that its predicate stands in,
    or the words that say no to it, so that what says little by itself (`the fire`, `denies it`) can be read in its place.
    """

    id: str
    document: str
    spans: tuple[Span, ...]
    attribution: str | None
    voice: str
    chain: tuple[ChainLink, ...]
    stance: Stance
    answers: tuple[Answer, ...]
    polarity: Literal["positive", "negative"]
    realis: Realis
    phase: Phase
    firmness: Firmness
    voice_firmness: VoiceFirmness
    report_firmness: VoiceFirmness
    triggers: tuple[Span, ...]
    event: Event
    values: tuple[Value, ...] = ()
    sentence: Span | None = None
