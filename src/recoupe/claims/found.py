"""An event as it is found in a report, before it becomes part of a statement."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from recoupe.model import Span
from recoupe.model.statements import Phase, Realis

OTHER = "other"  # the class of events that are told by their word alone
CAUSE = "cause"  # the class of what brings an event about, and the role of what is no one who can act
OPEN = "open"  # the phase of an event that no words and no tense tell: it can be any
AHEAD = {"planned", "imminent"}  # phases of what has not been yet
Filler = tuple[int, str | None]  # the head's token and the actor that it names


class Owner(NamedTuple):
    """Whose a thing is said to be. state: whether an adjective tells that, as it does of states (`russe`, `Valdrian`)."""

    actor: str
    state: bool

    def is_other(self, owner: "Owner") -> bool:
        """Whether two owners tell two things apart; a state, and a body or place that may be in it, do not."""
        return self.actor != owner.actor and self.state == owner.state


class Tally(NamedTuple):
    """A figure that tells an event by itself: the token that tells whom it counts, the first and the last of its words."""

    counted: int | None
    first: int
    last: int


@dataclass(frozen=True)
class FoundEvent:
    """An event in a report.

    token: the predicate. fillers: role -> (head token, actor id or None). phase `open` where the words leave it so.
    general: a negative or generic event (`de telles actions`), which answers others only in part. owners: for a thing,
    whose it is said to be (`russes`, `de la société X`). lent: roles whose filler another event of the report lends.
    nodes: the tokens of a predicate of several words. word: the token whose word alone tells the event; none for an idiom.
    refuses: it is that somebody refuses another event of the report (`a refusé de vendre`). tally: that a figure alone tells it.
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
    owners: Mapping[str, Owner] = field(default_factory=dict)
    lent: frozenset[str] = frozenset()
    nodes: tuple[int, ...] = ()
    word: int | None = None
    refuses: bool = False
    tally: Tally | None = None
