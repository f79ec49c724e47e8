"""Source, cue, content: who says what in one report (see the annotation guide)."""

from typing import Literal

from msgspec import Struct

from recoupe.model.spans import Span

Kind = Literal["direct", "indirect", "mixed", "according_to", "nominal"]
Firmness = Literal["flat", "hedged", "denial", "refusal"]
VoiceFirmness = Literal["flat", "hedged", "unknown"]


class Evidence(Struct, frozen=True):
    """One named reason and its weight; the weights of a decision add up to its score."""

    name: str
    weight: float
    spans: tuple[Span, ...] = ()


class Attribution(Struct, frozen=True):
    """An attribution: source, cue, content (a list of spans), kind, firmness and relay.

    voice_firmness: what the voice leaves open; report_firmness: what the report leaves open; triggers: the words that
    show it. within: the attribution whose content holds this one. score: sum of the evidence's weights (log-odds);
    confidence: in [0, 1].
    """

    id: str
    document: str
    source: Span | None
    actor: str | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: Kind
    firmness: Firmness
    voice_firmness: VoiceFirmness
    report_firmness: VoiceFirmness
    triggers: tuple[Span, ...] = ()
    relay: Span | None = None
    within: str | None = None
    score: float = 0.0
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()

    @property
    def answers_before(self) -> bool:
        """Whether it denies what stands before its words, and so passes nothing of it on (`F, affirme X, ce que Y conteste`)."""
        return self.firmness == "denial" and self.cue is not None and self.content[-1].end <= self.cue.start
