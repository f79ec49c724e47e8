"""What reports share: passages, and utterances quoted in several of them."""

from typing import Literal

from msgspec import Struct

from recoupe.model.attributions import Evidence
from recoupe.model.spans import Span


class UtteranceMember(Struct, frozen=True):
    """One quotation of an utterance."""

    spans: tuple[Span, ...]
    attribution: str | None


class Difference(Struct, frozen=True):
    """What differs between the quotations of an utterance."""

    kind: Literal["cut", "altered", "strengthened", "weakened", "translated", "cue", "channel"]
    spans: tuple[Span, ...]


class Utterance(Struct, frozen=True):
    """One saying quoted in several reports. verbatim: whether any of its wordings can be the original one."""

    id: str
    actor: str | None
    relation: Literal["same_utterance", "repeated_formula"]
    verbatim: bool
    members: tuple[UtteranceMember, ...]
    differences: tuple[Difference, ...] = ()


class ReuseMember(Struct, frozen=True):
    """A passage of a family.

    parent: index of the member that it comes from. basis: what shows it, `credit`, `relay` (the passage itself names a
    go-between), `dates` or `cuts`; without a parent, what ties it to the base, or `several` where it may come from any
    of several members; `None` where nothing decides. credited: whether the report names the outlet or agency that it has
    the passage from, `None` where that has no name or is the same outlet. credit: the words that do.
    """

    span: Span
    parent: int | None = None
    basis: str | None = None
    credited: bool | None = None
    credit: tuple[Span, ...] = ()


class Base(Struct, frozen=True):
    """The text that a family goes back to, where it is not in the pile: that of an agency that its reports name.

    inferred: not all of them name it as where they have the passage from.
    """

    inferred: bool
    actor: str | None


class Reuse(Struct, frozen=True):
    """A family of passages shared by reports."""

    id: str
    kind: Literal["copy", "near_copy", "translation", "rewording"]
    members: tuple[ReuseMember, ...]
    base: Base | None = None
    score: float = 0.0
    evidence: tuple[Evidence, ...] = ()
