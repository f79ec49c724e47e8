"""Why two claims are not merged: the average log-odds of their wordings, and what bars them from one another.

Made by the same comparisons as `merging`, before anything is merged: the average of two groups that were merged from
others is the average of these, each counting as often as it has wordings.
"""

from collections.abc import Sequence
from itertools import product

from msgspec import Struct

from recoupe.claims.affairs import Affairs
from recoupe.claims.drafted import Drafted
from recoupe.claims.grouping import stands, wording
from recoupe.claims.happenings import Tellings
from recoupe.claims.joining import joined
from recoupe.claims.matching import AFFAIR, conflicts
from recoupe.claims.merging import Merging
from recoupe.claims.profiles import Profile
from recoupe.claims.resemblance import FLOOR, barred
from recoupe.model.claims import EvidencePart


class Beside(Struct, frozen=True):
    """Two groups that links have made, one of each claim.

    a, b: a statement of each; sizes: how many wordings they have; average: of the log-odds that two of them are of one
    claim. compared: the statements compared with their log-odds; none where nothing of the two is near enough, so that the
    average is the least there is.
    """

    a: str
    b: str
    sizes: tuple[int, int]
    average: float
    compared: tuple[tuple[str, str, float], ...]


class KeptApart(Struct, frozen=True):
    """How far two claims are from being merged.

    average: over the groups of both, each weighed by its wordings; needed: from which two claims are merged. barring: two
    statements that bar the claims from one another however alike the rest, and by what; none where so few do that they may
    be misread.
    """

    average: float
    needed: float
    beside: tuple[Beside, ...]
    barring: tuple[str, str, tuple[EvidencePart, ...]] | None


def kept_apart(
    items: Sequence[Drafted],
    profiles: Sequence[Profile],
    tellings: Tellings,
    one: Sequence[int],
    other: Sequence[int],
) -> KeptApart | None:
    """What keeps two claims apart; `None` where corrections made them, not links and averages. one, other: their members."""
    affairs = Affairs({p.document: p.affair for p in profiles}, AFFAIR)
    words = [wording(d) for d in items]
    parts, _ = joined([i for i, d in enumerate(items) if stands(d)], profiles, tellings, affairs, words)
    merging = Merging(parts, profiles, tellings, affairs, words)
    held = [[g for g, members in enumerate(parts) if not {*members}.isdisjoint(claim)] for claim in (one, other)]
    if any({m for g in own for m in parts[g]} != {*claim} for own, claim in zip(held, (one, other), strict=True)):
        return None
    beside = []
    for g, h in product(*held):
        tie = merging.groups[g].near.get(h)
        compared = merging.comparisons(g, h) if tie is not None else []
        beside.append(
            Beside(
                items[parts[g][0]].statement.id,
                items[parts[h][0]].statement.id,
                (merging.groups[g].size, merging.groups[h].size),
                tie[0] if tie is not None else FLOOR,
                tuple((items[c.pair[0]].statement.id, items[c.pair[1]].statement.id, c.odds) for c in compared),
            )
        )
    weights = [b.sizes[0] * b.sizes[1] for b in beside]
    average = round(sum(w * b.average for w, b in zip(weights, beside, strict=True)) / sum(weights), 4)
    kinds = [{merging.clash.own[m] for m in claim} for claim in (one, other)]
    barring = None
    if merging.barred(*kinds):
        x, y = next((x, y) for x in sorted(one) for y in sorted(other) if barred(profiles[x], profiles[y]))
        barring = items[x].statement.id, items[y].statement.id, tuple(conflicts(profiles[x], profiles[y]))
    return KeptApart(average, merging.threshold, tuple(beside), barring)
