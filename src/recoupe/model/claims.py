"""Claims, who stands behind them, and how many independent origins they have."""

from typing import Literal

from msgspec import Struct

from recoupe.model.showing import Shown
from recoupe.model.spans import Span


class Voice(Struct, frozen=True):
    """Who stands behind a statement.

    given: False for the voice `not given` (one per report and claim). named: the actor is named. headcount: heads of a
    plural voice, `None` where unknown. first_hand: the words that say that the voice did, saw or took part.
    """

    id: str
    actor: str | None
    given: bool
    named: bool
    first_hand: Span | None = None
    headcount: int | None = None


class ClaimDenial(Struct, frozen=True):
    """A voice that answers a claim with no; missing: reports that affirm, not earlier than the denial, without it."""

    voice: str
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    missing: tuple[str, ...]


class Untied(Struct, frozen=True):
    """A denial or refusal of somebody that answers no claim: what it says no to was not found.

    statements: what was made of it; none where its words tell nothing of what is denied.
    """

    attribution: str
    document: str
    stance: Literal["denies", "refuses"]
    statements: tuple[str, ...] = ()


class Relation(Struct, frozen=True):
    """What ties or separates two voices; pairs that are not listed may be same."""

    a: str
    b: str
    relation: Literal["same", "apart"]
    ground: str
    spans: tuple[Span, ...] = ()
    reuse: str | None = None


class Origins(Struct, frozen=True):
    """The range of origins of a claim.

    max: groups of voices after joining what is *same*; min: the fewest groups that join nothing *apart*; exact: min is
    exact (up to 15 voices) and not a lower bound; established: min >= 2.
    """

    min: int
    max: int
    established: bool
    exact: bool
    voices: tuple[str, ...]
    groups_max: tuple[tuple[str, ...], ...]
    groups_min: tuple[tuple[str, ...], ...]
    relations: tuple[Relation, ...]


class VariantValue(Struct, frozen=True):
    """One of the values that statements of a claim give for a slot."""

    value: str
    spans: tuple[Span, ...]


class Variant(Struct, frozen=True):
    """A slot in which the statements of a claim differ."""

    slot: str
    values: tuple[VariantValue, ...]


class Evolution(Struct, frozen=True, rename={"from_": "from"}):
    """A change between two statements of a claim."""

    change: str
    from_: str | None
    to: str | None
    spans: tuple[Span, ...] = ()


class EvidencePart(Struct, frozen=True):
    """One named comparison of two statements and its weight."""

    name: str
    weight: float
    spans: tuple[Span, ...] = ()


class ClaimEvidence(Struct, frozen=True):
    """Why two statements say the same: parts whose weights add up to score."""

    a: str
    b: str
    score: float
    parts: tuple[EvidencePart, ...]


class Claim(Shown, frozen=True):
    """Statements of one or several reports that say the same.

    reports: those that affirm it. headline: the words shown for it. unfilled: slots that no report fills. in_passing: every
    statement takes its event up by a noun, as known, while its clause tells something else.
    """

    id: str
    thread: str
    headline: Span
    reports: tuple[str, ...]
    statements: tuple[str, ...]
    denials: tuple[ClaimDenial, ...]
    refusals: tuple[str, ...]
    hypothetical: tuple[str, ...]
    origins: Origins
    variants: tuple[Variant, ...] = ()
    unfilled: tuple[str, ...] = ()
    evolution: tuple[Evolution, ...] = ()
    evidence: tuple[ClaimEvidence, ...] = ()
    in_passing: bool = False


class ThreadStep(Struct, frozen=True):
    """A claim of a thread as a document has it."""

    claim: str
    document: str


class Thread(Struct, frozen=True):
    """Claims that are preparation, phase or result of one another; order: first told first."""

    id: str
    claims: tuple[str, ...]
    order: tuple[ThreadStep, ...] = ()
