"""The timeline: a lane for each claim, what happened apart from what was told, with marks for what changed."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate, pairwise

from msgspec import Struct

from recoupe.model import Claim, TimelineEntry
from recoupe.report.places import Places
from recoupe.report.view import Lane, LaneMark, Ref, Tick, Timeline
from recoupe.report.wording import whole_period, written_bounds, written_short

LANES = 24  # claims that get a lane
LEVEL, PAD, GUTTER, LEAST, DAY, FARTHEST, LABEL = 18, 8, 118, 26, 14, 110, 92
ROOM, WIDEST = 740, 3.0  # days are drawn further apart or closer together, as they have room
HIGHEST = 8  # marks above one another; more are told as a number
SIGNS = {
    "flat": "■",
    "hedged": "◧",
    "denial": "✕",
    "happened": "◆",
    "first appearance": "★",
    "figure": "≠",
    "conditional lost": "!",
    "conditional gained": "?",
    "correction": "✎",
    "further voice": "+",
    "phase": "»",
    "retraction": "↩",
    "stance": "⇄",
}
OTHER = "△"  # a change that a later version of the contract adds
ROWS = ("change", "told", "happened")


class Dated(Struct, frozen=True):
    """Something on a lane: its row, its days, the sign for it, the passage that it opens and its words."""

    row: str
    kind: str
    low: date
    high: date
    anchor: str
    full: str


class Days:
    """Where days stand: in order, far ones drawn together."""

    def __init__(self, spans: Iterable[tuple[date, date]]) -> None:
        self.spans = set(spans)
        self.days = sorted({day for span in self.spans for day in span})
        steps = [min(LEAST + (b - a).days * DAY, FARTHEST) for a, b in pairwise(self.days)]
        wider = min(ROOM / max(sum(steps), 1), WIDEST)
        places = accumulate((max(round(step * wider), LEAST) for step in steps), initial=GUTTER + LEAST)
        self.x = dict(zip(self.days, places, strict=True))
        self.width = max(self.x.values()) + LABEL

    def ticks(self, places: Places) -> tuple[Tick, ...]:
        """Days, whole months and whole years in words, where there is room for them; the year of a day where it is new."""
        whole = {span for span in self.spans if whole_period(span[0].isoformat(), span[1].isoformat())}
        named = {day for span in self.spans - whole for day in span}
        told = [(self.x[day], day, day) for day in named]
        told += [((self.x[low] + self.x[high]) // 2, low, high) for low, high in whole if not named & {low, high}]
        found: list[Tick] = []
        free, year = 0, 0
        for x, low, high in sorted(told):
            if x >= free:
                label = written_bounds(low.isoformat(), high.isoformat(), places.say)
                label = written_short(low, places.say) if low == high and low.year == year else label
                found.append(Tick(x, label))
                free, year = x + LABEL, high.year
        return tuple(found)


def timeline_of(claims: Sequence[Claim], places: Places) -> Timeline | None:
    """The timeline of the leading claims; `None` where no date is known."""
    told = {e.document: e for e in places.dossier.timeline if e.kind == "told" and e.document and not e.claim}
    lanes = [(claim, once(dated(claim, told, places))) for claim in claims[:LANES]]
    lanes = [(claim, marks) for claim, marks in lanes if marks]
    if not lanes:
        return None
    days = Days((mark.low, mark.high) for _, marks in lanes for mark in marks)
    kinds = {mark.kind for _, marks in lanes for mark in marks}
    legend = (
        (k, SIGNS.get(k, OTHER))
        for k in sorted(kinds, key=lambda k: (list(SIGNS).index(k) if k in SIGNS else len(SIGNS), k))
    )
    drawn = tuple(lane(claim, marks, days, places) for claim, marks in lanes)
    return Timeline(drawn, tuple(days.x[day] for day in days.days), days.ticks(places), days.width, tuple(legend))


def once(found: Iterable[Dated]) -> list[Dated]:
    """Marks of a lane without those that tell the same of the same report again."""
    return list({(d.row, d.kind, d.low, d.high, d.full): d for d in reversed([*found])}.values())[::-1]


def bounds(entry: TimelineEntry) -> tuple[date, date] | None:
    """The days of an entry; `None` where it has no full date."""
    low, high = day_of(entry.not_before), day_of(entry.not_after)
    if low is None and high is None:
        return None
    first, last = low or high, high or low
    return (first, last) if first is not None and last is not None else None


def day_of(value: str | None) -> date | None:
    """A day; `None` for a date with unknown parts."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def dated(claim: Claim, told: dict[str, TimelineEntry], places: Places) -> Iterable[Dated]:
    """What stands on the lane of a claim."""
    own = {e.document: e for e in places.dossier.timeline if e.kind == "told" and e.document and e.claim == claim.id}
    when = {d: found for d, e in {**told, **own}.items() if places.is_placed(d) and (found := bounds(e))}
    first: dict[str, str] = {}
    for id_ in places.in_order(claim.statements):
        first.setdefault(places.statements[id_].document, id_)
    for document in claim.reports:
        if document in when and document in first:
            statement = places.statements[first[document]]
            said = places.say.label("firmness", statement.firmness)
            full = places.say("timeline.told", report=places.report(document).text, date=places.day(document), how=said)
            yield Dated("told", statement.firmness, *when[document], places.link(statement.spans[0]).anchor, full)
    for denial in claim.denials:
        denying = sorted((places.statements[i] for i in denial.statements), key=lambda s: s.spans[0])
        for statement in {s.document: s for s in reversed(denying)}.values():  # the first words of each report
            if statement.document in when:
                full = places.say(
                    "timeline.denial" if places.voices[denial.voice].given else "timeline.denial.nobody",
                    voice=places.voice(denial.voice).text,
                    report=places.report(statement.document).text,
                    date=places.day(statement.document),
                )
                passage = places.link(statement.spans[0]).anchor
                yield Dated("change", "denial", *when[statement.document], passage, full)
    for change in claim.evolution:
        after = places.statements.get(change.to or "")
        if after is not None and after.document in when:
            full = places.say(
                "timeline.change",
                change=places.say.label("change", change.change),
                report=places.report(after.document).text,
                date=places.day(after.document),
            )
            yield Dated("change", change.change, *when[after.document], places.link(after.spans[0]).anchor, full)
    yield from happened(claim, places)


def happened(claim: Claim, places: Places) -> Iterable[Dated]:
    """When a claim's event took place by its reports, those of the same days together."""
    found: dict[tuple[date, date], list[TimelineEntry]] = {}
    for entry in places.dossier.timeline:
        days = bounds(entry) if entry.kind == "happened" and entry.claim == claim.id and entry.spans else None
        if days:
            found.setdefault(days, []).append(entry)
    for days, entries in found.items():
        first = entries[0]
        reports = dict.fromkeys(places.report(e.spans[0].document).text for e in entries)
        full = places.say(
            "timeline.happened",
            date=written_bounds(first.not_before, first.not_after, places.say),
            report=places.say("list.next").join(reports),
        )
        yield Dated("happened", "happened", *days, places.link(first.spans[0]).anchor, full)


def lane(claim: Claim, found: Sequence[Dated], days: Days, places: Places) -> Lane:
    """A lane with its marks above one another where they meet, and the reports that have no date."""
    marks: list[LaneMark] = []
    labels: list[tuple[int, str]] = []
    y = PAD + LEVEL // 2
    for row in ROWS:
        here = sorted((m for m in found if m.row == row), key=lambda m: (m.low, m.high, m.kind, m.full))
        if not here:
            continue
        labels.append((y + 4, places.say(f"timeline.row.{row}")))
        levels: list[int] = []  # the x from which each level is free
        more: dict[int, int] = {}
        for mark in here:
            x, end = days.x[mark.low], days.x[mark.high]
            level = next((i for i, free in enumerate(levels) if free <= x), len(levels))
            if level == HIGHEST:
                more[x] = more.get(x, 0) + 1
                continue
            levels[level : level + 1] = [end + LEVEL]
            marks.append(
                LaneMark(mark.kind, SIGNS.get(mark.kind, OTHER), x, end, y + level * LEVEL, mark.anchor, mark.full)
            )
        marks += [
            LaneMark("more", f"+{count}", x, x, y + HIGHEST * LEVEL, f"{claim.id}-says", f"+{count}")
            for x, count in more.items()
        ]
        y += (len(levels) + bool(more)) * LEVEL + PAD
    undated: list[Ref] = [places.report(d) for d in claim.reports if not places.is_placed(d)]
    return Lane(claim.id, places.link(claim.headline), tuple(marks), tuple(labels), tuple(undated), y)
