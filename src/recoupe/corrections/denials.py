"""Denials that corrections tie to claims, or untie from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from recoupe.corrections.anchors import places
from recoupe.corrections.claims import FoundClaims
from recoupe.corrections.ledger import Ledger, Wish
from recoupe.corrections.restating import of_stance
from recoupe.corrections.statements import Found
from recoupe.errors import CorrectionLost
from recoupe.model.corrections import AddDenial, Anchor, TieDenial, UntieDenial
from recoupe.model.statements import Statement

Extent = Literal["full", "part"]
Tie = tuple[str, int, Extent | None]  # a denial, the place of its claim, how far it goes; `None`: not tied


@dataclass(frozen=True)
class Meant:
    """The statements that corrections mean by the words of a denial, and those of them that change for it."""

    ids: Mapping[str, tuple[str, ...]]
    changed: Mapping[str, Statement]


def meant(found: Found, denying: Mapping[str, str], ledger: Ledger) -> Meant:
    """The denials of corrections that add or tie one. denying: for a correction the attribution of its denial.

    A statement at the words becomes a denial where it is none; a correction whose words hold none is refused.
    """
    ids: dict[str, tuple[str, ...]] = {}
    changed: dict[str, Statement] = {}
    by_id = {s.id: s for s in found.statements}
    asked: list[AddDenial | TieDenial] = [*ledger.of(AddDenial), *ledger.of(TieDenial)]
    for correction in asked:
        key = correction.id or ""
        own = [s for s in found.statements if s.attribution is not None and s.attribution == denying.get(key)]
        saying_no = [s for s in own if s.stance == "denies"] or own
        try:
            named = saying_no or [by_id[found.statement(words_of(correction))]]
        except CorrectionLost as lost:
            ledger.refuse(correction, str(lost))
            continue
        ids[key] = tuple(s.id for s in named)
        changed.update({s.id: of_stance(s, "denies") for s in named if s.stance != "denies"})
    return Meant(ids, changed)


def words_of(correction: AddDenial | TieDenial) -> Anchor:
    """The words of a denial."""
    return correction.at if isinstance(correction, AddDenial) else correction.denial


@dataclass(frozen=True)
class FoundDenials:
    """Looks up denials and the claims that they answer. ids: the denials of the corrections that add or tie one."""

    claims: FoundClaims
    ids: Mapping[str, Sequence[str]]

    def claim(self, anchor: Anchor) -> int:
        """The place of the claim at words."""
        id_, _ = self.claims.statement(anchor)
        place = next((i for i, group in enumerate(self.claims.groups) if id_ in group), None)
        if place is None:
            raise CorrectionLost("no claim holds the statement at these words")
        return place

    def tied(self, correction: AddDenial | TieDenial) -> Wish[AddDenial | TieDenial, Extent | None]:
        """The denials that a correction ties, with the place of their claim."""
        place = self.claim(correction.claim)
        own = self.ids[correction.id or ""]
        return Wish(correction, frozenset((id_, place) for id_ in own), correction.extent)

    def untied(self, correction: UntieDenial) -> Wish[UntieDenial, Extent | None]:
        """The denials that a correction unties."""
        place, source = self.claim(correction.claim), correction.denial.source
        statements = self.claims.found
        near = {id_ for p in places(correction.denial, statements.documents) for id_ in statements.standing(p, source)}
        own = sorted(id_ for id_ in near if place in self.claims.answers.get(id_, ()))
        if not own:
            raise CorrectionLost("nothing to do: no denial at these words is tied to this claim")
        return Wish(correction, frozenset((id_, place) for id_ in own), None)


def ties(found: FoundDenials, ledger: Ledger) -> list[Tie]:
    """What corrections say of denials and claims, the contradicting ones settled."""
    wishes: list[Wish[AddDenial | TieDenial | UntieDenial, Extent | None]] = []
    asked: list[AddDenial | TieDenial | UntieDenial] = [*ledger.of(AddDenial), *ledger.of(TieDenial)]
    asked += ledger.of(UntieDenial)
    for correction in asked:
        try:
            made = found.untied(correction) if isinstance(correction, UntieDenial) else found.tied(correction)
        except CorrectionLost as lost:
            ledger.refuse(correction, str(lost))
            continue
        wishes.append(made)  # type: ignore[arg-type]
    told: list[Tie] = []
    for wish in ledger.settled(wishes):
        pairs: list[tuple[str, int]] = sorted(wish.keys)  # type: ignore[arg-type]
        told += [(id_, place, wish.value) for id_, place in pairs]
        ledger.apply(
            wish.correction,
            "the denial is tied to the claim" if wish.value is not None else "the denial is not tied to the claim",
        )
    return told
