"""How much of a report is its own, and after which reports one without a date can only come."""

from collections.abc import Mapping, Sequence

from recoupe.model import Bounds, Document
from recoupe.reuse.direction import Derived, path
from recoupe.reuse.words import WordRow


def own_shares(
    documents: Sequence[Document], rows: Sequence[WordRow], found: Sequence[Derived]
) -> dict[str, float | None]:
    """For each report the share of its words found in no earlier report; `None` where nothing tells which had them first."""
    taken: list[set[int]] = [set() for _ in rows]
    unsure: list[set[int]] = [set() for _ in rows]
    for derived in found:
        stretches = derived.family.stretches
        roots = [path(derived.taken, k)[-1] for k in range(len(stretches))]
        for k, (report, first, last) in enumerate(stretches):
            if derived.taken[k].parent is not None or derived.taken[k].basis is not None:
                taken[report].update(range(first, last))
            elif derived.base is not None or any(stretches[r][0] != report for r in roots):
                unsure[report].update(range(first, last))
    return {
        document.id: None if unsure[k] - taken[k] else round(1 - len(taken[k]) / max(1, len(rows[k].forms)), 4)
        for k, document in enumerate(documents)
    }


def after(documents: Sequence[Document], found: Sequence[Derived]) -> Mapping[str, Bounds]:
    """Bounds of the date of reports that show none: not before those from which they have passages."""
    parents: dict[int, set[int]] = {}
    for derived in found:
        for stretch, taken in zip(derived.family.stretches, derived.taken, strict=True):
            if taken.parent is not None:
                parents.setdefault(stretch[0], set()).add(derived.family.stretches[taken.parent][0])
    bounds: dict[str, Bounds] = {}
    for report, own in sorted(parents.items()):
        if documents[report].published is None:
            lows = [p.not_before for k in own if (p := documents[k].published) is not None and p.not_before]
            ids = tuple(sorted(documents[k].id for k in own))
            bounds[documents[report].id] = Bounds(max(lows, default=None), None, "order", (), ids)
    return bounds
