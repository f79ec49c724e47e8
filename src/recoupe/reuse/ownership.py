"""How much of a report is its own, and after which reports one without a date can only come."""

from collections.abc import Mapping, Sequence

from recoupe.model import Bounds, Document
from recoupe.reuse.direction import Derived, path
from recoupe.reuse.words import WordRow

NOBODY: frozenset[int] = frozenset()


def own_shares(
    documents: Sequence[Document], rows: Sequence[WordRow], found: Sequence[Derived]
) -> dict[str, float | None]:
    """For each report the share of its words found in no earlier report; `None` where nothing tells which had them first.

    What it shares with a report that has passages from the same third one is that one's.
    """
    parents = parents_of(found)
    taken: list[set[int]] = [set() for _ in rows]
    unsure: list[set[int]] = [set() for _ in rows]
    for derived in found:
        stretches = derived.family.stretches
        roots = [path(derived.taken, k)[-1] for k in range(len(stretches))]
        for k, (report, first, last) in enumerate(stretches):
            others = {stretches[r][0] for r in roots} - {report}
            siblings = [o for o in others if parents.get(report, NOBODY) & parents.get(o, NOBODY)]
            if derived.taken[k].parent is not None or derived.taken[k].basis is not None or siblings:
                taken[report].update(range(first, last))
            elif derived.base is not None or others:
                unsure[report].update(range(first, last))
    return {
        document.id: None if unsure[k] - taken[k] else round(1 - len(taken[k]) / max(1, len(rows[k].forms)), 4)
        for k, document in enumerate(documents)
    }


def parents_of(found: Sequence[Derived]) -> dict[int, set[int]]:
    """The reports from which each report has passages."""
    parents: dict[int, set[int]] = {}
    for derived in found:
        for stretch, taken in zip(derived.family.stretches, derived.taken, strict=True):
            if taken.parent is not None:
                parents.setdefault(stretch[0], set()).add(derived.family.stretches[taken.parent][0])
    return parents


def after(documents: Sequence[Document], found: Sequence[Derived]) -> Mapping[str, Bounds]:
    """Bounds of the date of reports that show none: not before those from which they have passages."""
    bounds: dict[str, Bounds] = {}
    for report, own in sorted(parents_of(found).items()):
        if documents[report].published is None:
            lows = [p.not_before for k in own if (p := documents[k].published) is not None and p.not_before]
            ids = tuple(sorted(documents[k].id for k in own))
            bounds[documents[report].id] = Bounds(max(lows, default=None), None, "order", (), ids)
    return bounds
