"""Which of two reports is surely the earlier one."""

from collections.abc import Mapping

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
