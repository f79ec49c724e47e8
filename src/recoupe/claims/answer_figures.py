"""The claims that tell a figure which somebody denies (`réfute le chiffre de 8 millions`, `17 blessés, et non 14`)."""

from collections.abc import Mapping, Sequence

from recoupe.claims.affairs import Affairs
from recoupe.claims.drafted import Drafted
from recoupe.claims.figures import Figure, figures_of
from recoupe.claims.found import OTHER
from recoupe.claims.things import PERSON


class ByFigure:
    """The claims of one affair with a denial of a figure that tell the figure itself of such an event."""

    name = "figure"

    def __init__(self, groups: Sequence[Sequence[int]], items: Sequence[Drafted], affairs: Affairs) -> None:
        self.groups = groups
        self.items = items
        self.affairs = affairs

    def claims(self, i: int) -> Mapping[int, int]:
        """See `Route`."""
        if not of_figure(self.items[i]):
            return {}
        report = self.items[i].statement.document
        return {
            g: 1
            for g, members in enumerate(self.groups)
            if any(
                self.affairs.one(report, self.items[m].statement.document) and one_figure(self.items[i], self.items[m])
                for m in members
            )
        }


def of_figure(drafted: Drafted) -> bool:
    """Whether a statement denies a figure and no more."""
    return drafted.found.tally is not None and drafted.statement.stance == "denies"


def one_figure(denial: Drafted, told: Drafted) -> bool:
    """Whether a statement tells the figure that another denies, of an event of its class where that is known."""
    if OTHER not in {denial.found.class_, told.found.class_} and denial.found.class_ != told.found.class_:
        return False
    return any(same(own, other) for own in figures_of(denial) for other in figures_of(told))


def same(a: Figure, b: Figure) -> bool:
    """Whether two figures are one: of a unit, or of persons however they are called, and with a bound in common."""
    units = a.unit == b.unit or (a.slot == "count" and PERSON in {a.unit, b.unit})
    bounds = a.bounds[0] == b.bounds[0] or a.bounds[1] == b.bounds[1]
    return a.slot == b.slot and units and bounds
