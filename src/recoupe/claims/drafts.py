"""Claims as the matching of statements leaves them, before voices and origins are traced."""

from msgspec import Struct

from recoupe.model import ClaimEvidence, Span, Variant


class DraftClaim(Struct, frozen=True):
    """A claim without origins.

    statements: ids of actual affirming statements; denials, refusals, hypothetical: ids of the statements that answer
    it so. aside: no report tells of a happening, only of a state, or takes one up by a noun. in_passing: as in a claim of
    the contract. granted: affirming statements that their speaker only takes for known. All ids are those of `Statement`s
    whose `voice` is still empty and whose `chain` is still ().
    """

    id: str
    thread: str
    headline: Span
    statements: tuple[str, ...]
    denials: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    hypothetical: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    unfilled: tuple[str, ...] = ()
    evidence: tuple[ClaimEvidence, ...] = ()
    aside: bool = False
    in_passing: bool = False
    granted: tuple[str, ...] = ()
