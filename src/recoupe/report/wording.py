"""How names, dates and figures of a dossier are written out; invisible marks that could mislead are made visible."""

import re
from calendar import monthrange
from datetime import date

from recoupe.report.messages import Messages

# marks that turn the reading direction, controls, separators, halves of characters: none may steer a page or terminal
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
BREAKING = re.compile(r"[^\S\u00a0\u202f]+")
PAIRS = (("«", "»"), ("“", "”"), ('"', '"'))  # marks that open and close a quotation
GAP = re.compile(r"\s{2,}")
SPACED = re.compile(r"(«)\s+|\s+(»)")
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
YEAR = re.compile(r"\d{4}")
MONTH = re.compile(r"(\d{4})-(\d{2})")
MONTH_ALONE = re.compile(r"XXXX-(0[1-9]|1[0-2])")
YEARLESS = re.compile(r"XXXX-(\d{2})-(\d{2})")
WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
FIGURES = ("count", "amount", "measure")  # slots
FIGURE = re.compile(r"(?P<sign>[≥≤] )?(?P<low>-?\d+(?:\.\d+)?)(?:–(?P<high>-?\d+(?:\.\d+)?))?(?= |$)")
# by standard unit the larger ones that readers know, the largest first
LARGER: dict[str, tuple[tuple[str, float], ...]] = {
    "m": (("km", 1000.0),),
    "m2": (("km2", 1e6), ("ha", 1e4)),
    "kg": (("t", 1000.0),),
}
MANY = 10
SIGNS = {"≥ ": "figure.least", "≤ ": "figure.most"}


def visible(text: str) -> str:
    """Text on one line whose invisible controls are written out, as in `⟨U+202E⟩`; spaces that do not break stay."""
    return HIDDEN.sub(lambda mark: f"⟨U+{ord(mark[0]):04X}⟩", BREAKING.sub(" ", text).strip())


def quotable(text: str, say: Messages) -> str:
    """Words to stand between our own quotation marks: marks around the whole left out, those inside of the inner kind.

    A mark without its partner, cut off with the words around it, is left out too.
    """
    opening, closing = say("quote.open").strip(), say("quote.close").strip()
    whole = text.strip()
    for first, last in PAIRS:
        if whole[:1] == first and whole[-1:] == last and first not in whole[1:-1] and last not in whole[1:-1]:
            whole = whole[1:-1].strip()
    open_: list[int] = []
    lone: set[int] = set()
    for place, sign in enumerate(whole):
        if sign == opening:
            open_.append(place)
        elif sign == closing and open_:
            open_.pop()
        elif sign == closing:
            lone.add(place)
    lone |= set(open_)
    kept = "".join(sign for place, sign in enumerate(whole) if place not in lone)
    kept = GAP.sub(" ", kept) if lone else kept
    inner = SPACED.sub(lambda m: m[1] or m[2], kept) if opening == "«" else kept
    marks = {opening: say("quote.inner.open"), closing: say("quote.inner.close")}
    return "".join(marks.get(sign, sign) for sign in inner).strip()


def written_date(value: str, say: Messages) -> str:
    """A date or part of one (ISO 8601, unknown digits as X) in words; any other value as it stands."""
    if found := DAY.fullmatch(value):
        return say("date.day", day=say.ordinal_day(int(found[3])), month=say(f"month.{found[2]}"), year=found[1])
    if found := MONTH.fullmatch(value):
        return say("date.month", month=say(f"month.{found[2]}"), year=found[1])
    if found := MONTH_ALONE.fullmatch(value):
        return say(f"month.{found[1]}")
    if found := YEARLESS.fullmatch(value):
        return say("date.yearless", day=say.ordinal_day(int(found[2])), month=say(f"month.{found[1]}"))
    if found := YEAR.fullmatch(value):
        return found[0]
    found = WEEKDAY.fullmatch(value)
    return say(f"weekday.{found[1]}") if found else visible(value)


def written_bounds(low: str | None, high: str | None, say: Messages) -> str:
    """Bounds of a date in words."""
    if low is not None and high is not None:
        if low == high:
            return written_date(low, say)
        if period := whole_period(low, high):
            return written_date(period, say)
        return say("date.between", low=written_date(low, say), high=written_date(high, say))
    if low is not None:
        return say("date.from", low=written_date(low, say))
    return say("date.until", high=written_date(high, say)) if high is not None else say("unknown")


def written_span(low: str | None, high: str | None, say: Messages) -> str:
    """Bounds of a date in as few words as a heading has room for: what both days share is told once."""
    if not (low and high and low != high and DAY.fullmatch(low) and DAY.fullmatch(high)) or whole_period(low, high):
        return written_bounds(low, high, say)
    if low[:7] == high[:7]:
        return say("date.span", low=say.ordinal_day(int(low[8:])), high=written_date(high, say))
    same_year = low[:4] == high[:4]
    first = written_short(date.fromisoformat(low), say) if same_year else written_date(low, say)
    return say("date.span.far", low=first, high=written_date(high, say))


def whole_period(low: str, high: str) -> str:
    """The month or year (ISO 8601) of which two days are the first and the last; empty where there is none."""
    try:
        first, last = date.fromisoformat(low), date.fromisoformat(high)
    except ValueError:
        return ""
    if first.day == 1 and last == first.replace(day=monthrange(first.year, first.month)[1]):
        return low[:7]
    return low[:4] if (first.month, first.day, last) == (1, 1, date(first.year, 12, 31)) else ""


def written_value(slot: str, value: str, say: Messages) -> str:
    """One of the values of a slot; a figure with its unit as the language writes it."""
    if slot == "date":
        low, between, high = value.partition("/")
        return written_bounds(low or None, high or None, say) if between else written_date(value, say)
    if slot == "duration":
        return written_duration(value, say)
    found = FIGURE.match(value) if slot in FIGURES else None
    if found is None:
        return visible(value)
    unit, factor = larger(value[found.end() :].strip(), float(found["low"]))
    low = say.number(float(found["low"]) / factor)
    told = say("figure.between", low=low, high=say.number(float(found["high"]) / factor)) if found["high"] else low
    told = say(SIGNS[found["sign"]], value=told) if found["sign"] else told
    return figure_of(slot, told, unit)


def written_figure(slot: str, value: float | str, unit: str | None, say: Messages) -> str:
    """A figure with its unit, as the language writes it."""
    if slot == "duration":
        return written_duration(str(value), say)
    if isinstance(value, str):
        return figure_of(slot, value, unit or "")
    unit, factor = larger(unit or "", value)
    return figure_of(slot, say.number(value / factor), unit)


def larger(unit: str, value: float) -> tuple[str, float]:
    """The unit in which a measure is told, with what it is of the standard one: kilometres for whole thousands of metres
    or tens of them; a height of 3,200 metres is left as it is.
    """
    for name, factor in LARGER.get(unit, ()):
        if abs(value) >= MANY * factor or (abs(value) >= factor and value % factor == 0):
            return name, factor
    return unit, 1.0


def figure_of(slot: str, figure: str, unit: str) -> str:
    """A figure in words with its unit; what is counted stands in brackets, as no report has it in this form."""
    if not unit:
        return visible(figure)
    return visible(f"{figure} ({unit})" if slot == "count" else f"{figure} {unit}")


def written_duration(value: str, say: Messages) -> str:
    """A duration (ISO 8601) or two of them as bounds in words, the unit behind them left out; another value as it stands."""
    bounds = value.partition(" ")[0].split("–") if not value.startswith(("≥", "≤")) else [value]
    told = [parts_of_duration(bound, say) for bound in bounds]
    if not all(told):
        return visible(value)
    return told[0] if len(told) == 1 else say("duration.between", low=told[0], high=told[-1])


def parts_of_duration(value: str, say: Messages) -> str:
    """One duration in words: `P1DT12H` is a day and twelve hours; empty for another value."""
    if not (found := DURATION.fullmatch(value)):
        return ""
    parts = zip(("year", "month", "week", "day", "hour", "minute", "second"), found.groups(), strict=True)
    return say("list.next").join(say.counted(f"duration.{unit}", int(count)) for unit, count in parts if count)


def written_short(day: date, say: Messages) -> str:
    """A day in words without its year."""
    return say("date.short", day=say.ordinal_day(day.day), month=say(f"month.{day.month:02d}"))
