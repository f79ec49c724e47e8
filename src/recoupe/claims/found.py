"""An event as it is found in a report, before it becomes part of a statement."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from recoupe.model import Span
from recoupe.model.statements import Phase, Realis

OTHER = "other"  # the class of events that are told by their word alone
OPEN = "open"  # the phase of an event that no words and no tense tell: it can be any
AHEAD = {"planned", "imminent"}  # phases of what has not been yet
Filler = tuple[int, str | None]  # the head's token and the actor that it names


@dataclass(frozen=True)
class FoundEvent:
    """An event in a report.

    token: the predicate. fillers: role -> (head token, actor id or None). phase `open` where the words leave it so.
    general: a negative or generic event (`de telles actions`), which answers others only in part. owners: for a thing,
    whose it is said to be (`russes`, `de la société X`). lent: roles whose filler another event of the report lends.
    nodes: the tokens of a predicate of several words. word: the token whose word alone tells the event; none for an idiom.
    """

    token: int
    class_: str
    fillers: Mapping[str, Filler]
    polarity: bool
    realis: Realis
    phase: Phase
    nominal: bool
    general: bool
    phase_words: tuple[Span, ...]
    negators: tuple[Span, ...]
    owners: Mapping[str, str] = field(default_factory=dict)
    lent: frozenset[str] = frozenset()
    nodes: tuple[int, ...] = ()
    word: int | None = None
