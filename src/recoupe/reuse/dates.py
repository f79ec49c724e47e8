"""Which of two reports is surely the earlier one."""

from collections.abc import Iterable, Mapping, Sequence

from recoupe.model import Document

DAY = len("2000-01-01")


def earlier(first: str, second: str, documents: Mapping[str, Document]) -> bool:
    """Whether a report is surely earlier than another: by their bounds, or because the other follows it."""
    if first == second:
        return False
    seen = {second}
    level = [second]
    while level:
        if any(d == first or before(documents[first], documents[d]) for d in level):
            return True
        following = {d for known in level for d in followed(documents[known]) if d in documents} - seen
        seen |= following
        level = sorted(following)
    return False


class Order:
    """Which reports of a pile are surely earlier than which; reports of the same bounds are compared once."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents
        taken_up = {f for d in documents.values() for f in followed(d)}
        self.bounds = {i: bounds(d) for i, d in documents.items()}
        numbers: dict[object, int] = {}  # of what is equal for all that is asked
        self.first = {
            i: numbers.setdefault((i if i in taken_up else "", *self.bounds[i]), len(numbers)) for i in documents
        }
        self.second = {
            i: numbers.setdefault((*self.bounds[i], followed(d)), len(numbers)) for i, d in documents.items()
        }
        self.known: dict[tuple[int, int], bool] = {}

    def earlier(self, first: str, second: str) -> bool:
        """Whether a report is surely earlier than another."""
        if first == second:
            return False
        key = self.first[first], self.second[second]
        if key not in self.known:
            self.known[key] = earlier(first, second, self.documents)
        return self.known[key]

    def early(self, report: str) -> int:
        """A number that is equal for reports that are surely earlier than the same others."""
        return self.first[report]

    def late(self, report: str) -> int:
        """A number that is equal for reports than which the same others are surely earlier."""
        return self.second[report]

    def reaching(self, reports: Iterable[str], others: Sequence[str]) -> list[str]:
        """Those of several reports that are not surely earlier than all of some others, in their order."""
        shown = list({self.second[other]: other for other in others}.values())
        known: dict[int, bool] = {}
        found = []
        for report in reports:
            key = self.first[report]
            if key not in known:
                known[key] = all(self.earlier(report, other) for other in shown)
            if not known[key]:
                found.append(report)
        return found

    def last(self, reports: Iterable[str]) -> frozenset[str]:
        """Those of several reports that are surely earlier than none of the others."""
        kinds: dict[tuple[int, int], list[str]] = {}
        for report in sorted(set(reports)):
            kinds.setdefault((self.first[report], self.second[report]), []).append(report)
        shown = [report for own in kinds.values() for report in own[:2]]
        return frozenset(r for own in kinds.values() if not any(self.earlier(own[0], o) for o in shown) for r in own)


def bounds(document: Document) -> tuple[str | None, str | None]:
    """The first and the last day on which a report can have been published."""
    published = document.published
    return (published.not_before, published.not_after) if published is not None else (None, None)


def followed(document: Document) -> tuple[str, ...]:
    """The reports that a report is known to follow."""
    return document.published.after if document.published is not None else ()


def before(first: Document, second: Document) -> bool:
    """Whether the bounds of a report end before those of another begin, to the day or as far as both are written."""
    end = first.published.not_after if first.published is not None else None
    start = second.published.not_before if second.published is not None else None
    if end is None or start is None:
        return False
    width = min(len(end), len(start), DAY)
    return end[:width] < start[:width]
