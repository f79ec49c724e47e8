"""Which of the reports of one day came later, by the hours that their heads write behind the day."""

import re
from collections.abc import Sequence

from msgspec import structs

from recoupe.model import Document

HOUR = re.compile(
    r"\s*(?:,|à|at|-|–|\||T)?\s*(?P<hour>[01]?\d|2[0-3])\s*(?:h|:|\.)\s*(?P<minute>[0-5]\d)(?!\d)"
    r"(?P<half>\s*[ap]\.?m\b\.?)?(?P<zone>\s*\(?(?-i:[A-Z]{2,5})\b\)?)?",
    re.IGNORECASE,
)
NOON = 12


def ordered_by_hour(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, each with those of its day that it follows by the hour. Hours of different zones are not compared."""
    hours = {d.id: found for d in documents if (found := hour_of(d)) is not None}
    ordered = []
    for document in documents:
        own, known = hours.get(document.id), document.published
        if own is None or known is None:
            ordered.append(document)
            continue
        before = {i for i, (day, zone, minutes) in hours.items() if (day, zone) == own[:2] and minutes < own[2]}
        after = tuple(sorted(before | {*known.after}))
        ordered.append(structs.replace(document, published=structs.replace(known, after=after)))
    return tuple(ordered)


def hour_of(document: Document) -> tuple[str, str, int] | None:
    """The day of a report with the zone and the minute of it that its head writes; `None` where it writes none."""
    known = document.published
    if known is None or known.not_before is None or known.not_before != known.not_after or not known.spans:
        return None
    match = HOUR.match(document.text, known.spans[0].end)
    if match is None:
        return None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % NOON + NOON * ("p" in match["half"].lower())
    return known.not_before, (match["zone"] or "").strip(" ()"), 60 * hour + int(match["minute"])
