"""Figures, dates and places of a claim: which there are, on which the reports disagree, which were not found."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations

from recoupe.model import Claim, Span, Value, Variant, VariantValue
from recoupe.report.places import Places
from recoupe.report.view import Link, SlotView
from recoupe.report.wording import FIGURES, LARGER, visible, written_bounds, written_figure, written_value
from recoupe.values.durations import days_of

FIGURED = re.compile(r"(?:[≥≤] )?-?\d[\d.]*(?:–-?\d[\d.]*)? ")
BOUNDED = re.compile(r"(?P<sign>[≥≤] )?(?P<low>-?\d+(?:\.\d+)?)(?:–(?P<high>-?\d+(?:\.\d+)?))?(?: (?P<unit>.*))?")
LASTING = re.compile(r"(?P<sign>[≥≤] )?(?P<low>P[\dA-Z.]+)(?:–(?P<high>P[\dA-Z.]+))?(?: .*)?")
OPEN_DIGITS = re.compile(r"X{2,}")
WHOLE = re.compile(r"\d{4}-\d{2}-\d{2}")
ANSWERING = {  # what else answers how many, when and where
    "count": FIGURES,
    "date": ("date", "duration"),
    "place": ("place",),
}
DATED = {"metadata", "header", "correction"}  # what tells the day of a report itself
LOCAL = ("place", "goal", "destination")  # roles that tell where


Teller = tuple[str, str]  # a voice and the day on which its report came out


class Slots:
    """Makes the rows of figures of a dossier's claims."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.say = places.say

    def of(self, claim: Claim) -> tuple[SlotView, ...]:
        """Figures, dates and wordings: those that differ with each value, then those that are the same throughout."""
        say, places = self.say, self.places
        tellers = self.tellers(claim)
        rows = sorted((self.variant(v, tellers) for v in claim.variants), key=lambda row: not row.differs)
        same: dict[str, dict[str, list[Link]]] = {}
        known = {v.slot for v in claim.variants}
        for id_ in places.in_order(claim.statements):
            for value in places.statements[id_].values:
                if value.slot not in known:
                    same.setdefault(value.slot, {}).setdefault(self.figure(value), []).append(places.link(value.span))
        alike = [
            SlotView(say.label("slot", slot), "", False, tuple((text, once(links)) for text, links in values.items()))
            for slot, values in same.items()
        ]
        return (*rows, *alike)

    def unfilled(self, claim: Claim) -> tuple[str, ...]:
        """What was not found in a claim's statements, in words; nothing beside a value that answers it."""
        own = [self.places.statements[s] for s in claim.statements]
        told = {v.slot for s in own for v in s.values} | {v.slot for v in claim.variants}
        if any(p.role in LOCAL for s in own for p in s.event.participants):
            told.add("place")
        left = (slot for slot in claim.unfilled if told.isdisjoint(ANSWERING.get(slot, (slot,))))
        return tuple(self.say.label("slot", slot) for slot in left)

    def tellers(self, claim: Claim) -> Mapping[Span, Teller]:
        """Whose figure each is, by its words: the first of the voices that are same, and the first day of its report."""
        places = self.places
        group = {v: min(g) for g in claim.origins.groups_max for v in g if places.voices[v].given}
        found: dict[Span, Teller] = {}
        for statement in (places.statements[s] for s in claim.statements):
            published = places.documents[statement.document].published
            day = published.not_before if published is not None and published.basis in DATED else None
            if statement.voice in group and day is not None:
                found.update({value.span: (group[statement.voice], str(day)) for value in statement.values})
        return found

    def variant(self, found: Variant, tellers: Mapping[Span, Teller]) -> SlotView:
        """What reports say differently; the unit of all figures once. Other words for the same are no disagreement."""
        say = self.say
        units = {unit_of(x.value) for x in found.values} if found.slot in FIGURES else {""}
        unit = next(iter(units)) if len(units) == 1 and not units & LARGER.keys() else ""
        return SlotView(
            say.label("slot", found.slot),
            visible(unit),
            differs(found, tellers),
            tuple((self.written(found.slot, x, unit), once(self.places.links(x.spans))) for x in found.values),
        )

    def written(self, slot: str, value: VariantValue, unit: str) -> str:
        """A value in words; a date with parts left open that no words of ours tell, in those of the report."""
        told = written_value(slot, value.value.removesuffix(f" {unit}"), self.say)
        return visible(value.spans[0].text) if slot == "date" and OPEN_DIGITS.search(told) else told

    def figure(self, value: Value) -> str:
        """A value in words: its figure or bounds and its unit; as it stands in the report where it has none."""
        if value.slot == "date" and isinstance(value.low, str | None) and isinstance(value.high, str | None):
            return (
                written_bounds(value.low, value.high, self.say) if value.low or value.high else visible(value.span.text)
            )
        return (
            written_figure(value.slot, value.value, value.unit, self.say)
            if value.value is not None
            else visible(value.span.text)
        )


def differs(found: Variant, tellers: Mapping[Span, Teller]) -> bool:
    """Whether two reports disagree: nothing that one of them gives can be what the other gives.

    Wordings, participants and places that are told by other words may be the same, so that they never do. Nor does one voice
    that gives another figure on another day: it brings its own up to date. tellers: see `Slots.tellers`.
    """
    if found.slot not in {*FIGURES, "date", "duration"}:
        return False
    told: dict[str, set[tuple[str, Teller | None]]] = {}
    for value in found.values:
        for span in value.spans:
            own = tellers.get(span) if found.slot in FIGURES else None
            told.setdefault(span.document, set()).add((value.value, own))
    return any(
        all(apart(found.slot, a, b) and not brought_up_to_date(x, y) for a, x in one for b, y in other)
        for one, other in combinations(told.values(), 2)
    )


def brought_up_to_date(one: Teller | None, other: Teller | None) -> bool:
    """Whether two figures are one voice's, told on two days."""
    return one is not None and other is not None and one[0] == other[0] and one[1] != other[1]


def apart(slot: str, one: str, other: str) -> bool:
    """Whether two values of a slot cannot be the same: figures of one unit, or whole days, without anything in common."""
    a, b = bounds(slot, one), bounds(slot, other)
    return a is not None and b is not None and a[2] == b[2] and (a[1] < b[0] or b[1] < a[0])


def bounds(slot: str, value: str) -> tuple[float, float, str] | None:
    """Lower and upper bound of a value as the contract writes it, and its unit; `None` where it has no such bounds."""
    if slot == "date":
        low, between, high = value.partition("/")
        whole = WHOLE.fullmatch(low) and (not between or WHOLE.fullmatch(high))
        days = [float(date.fromisoformat(day).toordinal()) for day in (low, high or low)] if whole else []
        return (days[0], days[1], "") if days else None
    if slot == "duration":
        return length(value)
    figure = BOUNDED.fullmatch(value)
    if figure is None:
        return None
    first = float(figure["low"])
    last = float(figure["high"]) if figure["high"] else first
    sign = (figure["sign"] or "").strip()
    return (
        float("-inf") if sign == "≤" else first,
        float("inf") if sign == "≥" else last,
        figure["unit"] or "",
    )


def length(value: str) -> tuple[float, float, str] | None:
    """The bounds of a duration in days, whatever its unit; `None` where it has none."""
    found = LASTING.fullmatch(value)
    if found is None:
        return None
    first = days_of(found["low"])
    last = days_of(found["high"]) if found["high"] else first
    sign = (found["sign"] or "").strip()
    return (float("-inf") if sign == "≤" else first, float("inf") if sign == "≥" else last, "")


def once(links: Iterable[Link]) -> tuple[Link, ...]:
    """The same words of one report are told once."""
    return tuple({(link.report, link.text): link for link in reversed([*links])}.values())[::-1]


def unit_of(value: str) -> str:
    """The unit of a figure as the contract writes it: `120 container`, `45–55 container`, `≥ 40 container`."""
    figure = FIGURED.match(value)
    return value[figure.end() :] if figure else ""
