"""The figures of a statement that tell of its event, under one unit in both languages, and whether two can both hold."""

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct

from recoupe.claims.constructions import case_of
from recoupe.claims.drafted import Drafted
from recoupe.claims.entries import is_victim
from recoupe.claims.holding import counts_some, holds, of_counted
from recoupe.claims.things import PERSON, thing_at
from recoupe.languages import language_pack
from recoupe.linguistics import Token
from recoupe.model import Span, Value
from recoupe.values.durations import days_of

FigureSlot = Literal["count", "amount", "measure", "duration"]
FIGURES: tuple[FigureSlot, ...] = get_args(FigureSlot)
NEAR = 3  # steps of the parse from a quantity to what it counts
Bounds = tuple[float, float]


class Figure(Struct, frozen=True):
    """A figure of a statement's event with its bounds (infinite where open).

    unit: for a count what is counted, under one word for all persons of whom no more is said; else the unit itself.
    counted: whether it is itself of who or what takes part in the event, or hangs on what tells it.
    """

    slot: FigureSlot
    unit: str
    bounds: Bounds
    span: Span
    counted: bool


def figures_of(one: Drafted) -> tuple[Figure, ...]:
    """The figures that tell of a statement's event; counts only where they are of what takes part in it."""
    found = []
    for value in one.statement.values:
        if value.slot not in FIGURES or (value.low is None and value.high is None):
            continue
        if value.slot != "count" or counts(one, value):
            unit, counted = common_unit(value, one), counts_itself(one, value)
            found.append(Figure(value.slot, unit, bounds_of(value), value.span, counted))
    return tuple(found)


def counts_of(one: Drafted) -> dict[str, Bounds]:
    """What a statement counts of who or what takes part in its event, with bounds: by its word, persons by one word."""
    found = {}
    for figure, value in ((f, v) for f in figures_of(one) for v in one.statement.values if v.span == f.span):
        if figure.slot == "count" and figure.counted:
            noun = counted_noun(value, one)
            of_persons = noun is not None and thing_at(noun).kind == PERSON
            found[PERSON if of_persons else figure.unit] = figure.bounds
    return found


def of_its_time(drafted: Sequence[Drafted]) -> list[Drafted]:
    """The statements of a claim without those told as background beside the news, where others tell the news.

    What another year's fire burned is no other figure of this one's.
    """
    news = [d for d in drafted if not d.background]
    return news or list(drafted)


def bounds_of(value: Value) -> Bounds:
    """The bounds of a figure as numbers, infinite where open; of a duration in days (a month counts 30)."""
    return bound(value.low, -math.inf), bound(value.high, math.inf)


def bound(value: float | str | None, open_end: float) -> float:
    """A bound as a number: of a duration its days (a month counts 30); `open_end` where there is none."""
    if value is None:
        return open_end
    text = str(value)
    return days_of(text) if text.startswith("P") else float(text)


def meet(a: Bounds, b: Bounds) -> bool:
    """Whether two figures can both hold: their bounds meet."""
    return max(a[0], b[0]) <= min(a[1], b[1])


def fewer(counts: Mapping[str, Bounds], rank: int) -> bool:
    """Whether a statement counts fewer persons than one of a rank makes them (`four died`, `a fifth man died`)."""
    return PERSON in counts and counts[PERSON][1] < rank


def own_values(one: Drafted, slot: str) -> tuple[Value, ...]:
    """The values of a statement that tell of its event: of counts only those of what takes part in it."""
    values = tuple(v for v in one.statement.values if v.slot == slot)
    return tuple(v for v in values if counts(one, v)) if slot == "count" else values


def counts(one: Drafted, value: Value) -> bool:
    """Whether a figure is of a participant, of a noun that tells the event, or of what holds one (`dix sacs de cendres`)."""
    annotation = one.annotation
    heads = {*one.found.nodes, *(head for head, _ in one.found.fillers.values())}
    inside = [t.i for t in annotation.within(value.span)]
    if of_a_whole(one, inside):
        return False
    for node in inside:
        for above in [node, *list(annotation.ancestors(node))[:NEAR]]:
            if above in heads or any(holds(annotation, above, head) for head in heads):
                return True
    behind = inside[-1] + 1 if inside else len(annotation.tokens)
    if behind >= len(annotation.tokens):
        return False
    return behind in heads or any(holds(annotation, behind, head) for head in heads)


def of_a_whole(one: Drafted, number: Sequence[int]) -> bool:
    """Whether a number is of a whole of which some are counted (`two of the six pumps`, `l'une des trois toiles`)."""
    annotation = one.annotation
    for i in number:
        noun = annotation.tokens[annotation.tokens[i].head]
        above = annotation.tokens[noun.head]
        linked = noun.dep.startswith(("nmod", "obl")) and of_counted(case_of(annotation, noun.i))
        if above.i < noun.i and linked and counts_some(above):
            return True
    return False


def counts_itself(one: Drafted, value: Value) -> bool:
    """Whether a figure is of a participant, of what holds one, or the subject or object of what tells the event itself.

    `has paid 25 euros`, but not `has paid for a contract worth 25 euros`.
    """
    annotation = one.annotation
    told = {one.found.token, *one.found.nodes}
    heads = {*told, *(head for head, _ in one.found.fillers.values())}
    inside = {t.i for t in annotation.within(value.span)}
    inside |= {annotation.tokens[i].head for i in inside if annotation.tokens[i].dep.startswith("nummod")}
    tops = [annotation.tokens[i] for i in inside if annotation.tokens[i].head not in inside or i in heads]
    return any(
        t.i in heads
        or any(holds(annotation, t.i, head) for head in heads)
        or (t.head in told and t.dep.startswith(("nsubj", "obj")))
        for t in tops
    )


def common_unit(value: Value, one: Drafted) -> str:
    """The unit of a figure as others of one matter have it: of persons of whom no more is said one word for all.

    All durations have one, as their bounds are in days.
    """
    if value.slot == "duration":
        return ""
    noun = counted_noun(value, one)
    victims = language_pack(one.annotation.tokens[one.found.token].language).events.victims.values()
    if value.slot == "count" and one.found.tally is not None and one.found.tally.counted is not None:
        counted = one.annotation.tokens[one.found.tally.counted]
        persons = one.found.class_ in victims or thing_at(counted).kind == PERSON
        return PERSON if persons else thing_at(counted).key
    if value.slot == "count" and value.unit is None and one.found.class_ in victims:
        return PERSON  # (`three were arrested`)
    if value.slot != "count" or noun is None:
        return str(value.unit)
    known = thing_at(noun)
    if is_victim(one.annotation, noun) or (known.kind == PERSON and known.broad):
        return PERSON
    return known.alike or known.key


def unit_key(value: Value, one: Drafted) -> str:
    """What a count is of, under the key of both languages; the standard unit of an amount or measure."""
    noun = counted_noun(value, one) if value.slot == "count" else None
    return thing_at(noun).key if noun is not None else str(value.unit)


def counted_noun(value: Value, one: Drafted) -> Token | None:
    """The noun behind a count that tells of what it is."""
    behind = bisect_left(one.annotation.starts, value.span.end)
    return next((t for t in one.annotation.tokens[behind:] if t.lemma == value.unit), None)
