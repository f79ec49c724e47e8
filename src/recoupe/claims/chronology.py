"""When undated reports were published, from what they say: days that they tell as past, and reports that they take up.

What is not said stays open: bounds get a beginning, never an end, and an order only where it runs one way.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import structs

from recoupe.claims.drafts import DraftClaim
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation
from recoupe.model import Attribution, Bounds, Document, Span, Statement, Value
from recoupe.reuse.dates import before
from recoupe.values.ahead import is_term, lies_ahead, lies_behind

YEARLESS = re.compile(r"XXXX-(\d{2})-(\d{2})")
PHASES = ("open", "planned", "imminent", "under way", "repeated", "done")


def dated(
    documents: Sequence[Document],
    annotations: Sequence[Annotation],
    values: Mapping[str, Sequence[Value]],
    attributions: Sequence[Attribution],
    relays: Mapping[str, str],
    statements: Sequence[Statement],
    claims: Sequence[DraftClaim],
) -> tuple[Document, ...]:
    """The documents with bounds and order filled in where their text tells them.

    values: by document; relays: the relay's actor of each attribution.
    """
    years = sorted(
        {int(b[:4]) for d in documents if d.published for b in (d.published.not_before, d.published.not_after) if b}
    )
    told = {a.document.id: last_day(a, values.get(a.document.id, ()), years) for a in annotations}
    order = without_circles(documents, followed(documents, attributions, relays, statements, claims))
    return tuple(placed(d, told.get(d.id), order.get(d.id, {}), {x.id: x for x in documents}) for d in documents)


def placed(
    document: Document,
    told: tuple[str, Span] | None,
    after: Mapping[str, Iterable[Span]],
    documents: Mapping[str, Document],
) -> Document:
    """A document with what is known of its publication."""
    known = document.published
    follows = tuple(sorted(after))
    spans = tuple(sorted({s for found in after.values() for s in found}))
    if known is not None:
        both = tuple(sorted({*known.after, *follows}))
        return structs.replace(document, published=structs.replace(known, after=both)) if follows else document
    if told is not None:
        return structs.replace(document, published=Bounds(told[0], None, "text", (told[1], *spans), follows))
    if follows:
        starts = [documents[f].published for f in follows]
        begin = max((b.not_before for b in starts if b is not None and b.not_before is not None), default=None)
        return structs.replace(document, published=Bounds(begin, None, "order", spans, follows))
    return document


def last_day(annotation: Annotation, values: Sequence[Value], years: Sequence[int]) -> tuple[str, Span] | None:
    """The last day that a report tells as past; a day without its year takes one of the pile's that its weekday allows."""
    found = []
    for value in values:
        if value.slot != "date" or not past(annotation, value.span):
            continue
        if value.low is not None and value.low == value.high:
            found.append((str(value.low), value.span))
            continue
        day = with_year(annotation, value, years)
        if day is not None:
            found.append((day.isoformat(), value.span))
    return max(found, key=lambda f: (f[0], -f[1].start)) if found else None


def with_year(annotation: Annotation, value: Value, years: Sequence[int]) -> date | None:
    """The one day of the pile's years that a date without its year can be; `None` where there is none or several."""
    parts = YEARLESS.fullmatch(str(value.value))
    if parts is None:
        return None
    weekdays = language_pack(annotation.document.language).calendar.weekdays
    named = [weekdays[w] for w in value.span.text.lower().replace(",", " ").split() if w in weekdays]
    days = []
    for year in years:
        try:
            day = date(year, int(parts[1]), int(parts[2]))
        except ValueError:
            continue
        if not named or day.isoweekday() == named[0]:
            days.append(day)
    return days[0] if len(days) == 1 else None


def past(annotation: Annotation, span: Span) -> bool:
    """Whether the clause around a date tells something past."""
    first = next((t.i for t in annotation.tokens if t.start >= span.start), None)
    if first is None or lies_ahead(annotation, first) or is_term(annotation, first):
        return False
    return lies_behind(annotation, first)


def followed(
    documents: Sequence[Document],
    attributions: Sequence[Attribution],
    relays: Mapping[str, str],
    statements: Sequence[Statement],
    claims: Sequence[DraftClaim],
) -> dict[str, dict[str, set[Span]]]:
    """For each report those that it takes up: it tells, on the word of an outlet, what that one's report tells itself.

    A report is an outlet's where that one published it or is credited in it; or where it passed on what is said there,
    and the report that takes it up tells of an event farther on. Orders that run both ways are left out.
    """
    by_id = {a.id: a for a in attributions}
    outlets = {d.id: credited(d) for d in documents}
    told = {s.id: s for s in statements}
    passed: dict[str, set[str]] = {}
    for attribution in attributions:
        if attribution.id in relays:
            passed.setdefault(attribution.document, set()).add(relays[attribution.id])
    farthest = phases_told(statements)
    found: dict[str, dict[str, set[Span]]] = {}
    for claim in claims:
        members = [told[s] for s in claim.statements]
        telling: dict[str, set[str]] = {}  # by outlet the reports that are its own, or that pass on what it says
        for report in {s.document for s in members}:
            for outlet in outlets[report] | passed.get(report, set()):
                telling.setdefault(outlet, set()).add(report)
        for late in members:
            for said in speakers(late, by_id):
                if said.actor is None or said.actor in outlets[late.document] or said.source is None:
                    continue
                for early in telling.get(said.actor, set()) - {late.document}:
                    ahead = farthest[late.document, late.event.class_] > farthest.get((early, late.event.class_), 0)
                    if ahead or said.actor in outlets[early]:
                        found.setdefault(late.document, {}).setdefault(early, set()).add(said.source)
    return {d: {o: spans for o, spans in after.items() if d not in found.get(o, {})} for d, after in found.items()}


def without_circles(
    documents: Sequence[Document], order: Mapping[str, Mapping[str, set[Span]]]
) -> dict[str, dict[str, set[Span]]]:
    """An order without what the reports' own dates tell otherwise, and without reports that in the end follow themselves."""
    by_id = {d.id: d for d in documents}
    kept = {
        d: {o: spans for o, spans in after.items() if o in by_id and not before(by_id[d], by_id[o])}
        for d, after in order.items()
    }

    def reaches(first: str, second: str) -> bool:
        """Whether a report follows another, directly or through others."""
        seen, level = {first}, {first}
        while level:
            level = {o for d in level for o in kept.get(d, {})} - seen
            if second in level:
                return True
            seen |= level
        return False

    return {d: {o: spans for o, spans in after.items() if not reaches(o, d)} for d, after in kept.items()}


def credited(document: Document) -> set[str]:
    """The outlet and agencies of a report."""
    return {c.actor for c in (document.outlet, *document.agencies) if c is not None}


def phases_told(statements: Sequence[Statement]) -> dict[tuple[str, str | None], int]:
    """For each report and class of events how far the farthest one that it affirms has come."""
    found: dict[tuple[str, str | None], int] = {}
    for s in statements:
        rank = PHASES.index(s.phase) if s.stance == "affirms" and s.realis == "actual" and s.phase in PHASES else 0
        key = s.document, s.event.class_
        found[key] = max(found.get(key, 0), rank)
    return found


def speakers(statement: Statement, attributions: Mapping[str, Attribution]) -> list[Attribution]:
    """The attribution of a statement and those that it lies within."""
    found = []
    current = attributions.get(statement.attribution or "")
    while current is not None and current not in found:
        found.append(current)
        current = attributions.get(current.within or "")
    return found
