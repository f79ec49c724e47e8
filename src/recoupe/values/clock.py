"""Times of the day, which are neither durations nor counts: `à 14 h 20`, `vers six heures`, `at 2.20 p.m.`, `1430 hours`."""

import re

from recoupe.linguistics import Annotation, Token
from recoupe.values.lookup import Lookup
from recoupe.values.numbers import number_at

HOURS = 24
FOUR_FIGURES = re.compile(r"([01]\d|2[0-4])[0-5]\d")
MINUTES = re.compile(r"[0-5]?\d(?:mn|min)?")
HOUR_IN_WORD = re.compile(r"(\d{1,2})([^\W\d_]+)(\d{2})?")
LEADS, CLOSES = "before", "behind"
OF = {"de", "d'", "of"}


def clock_at(annotation: Annotation, i: int, first: int, last: int, table: Lookup) -> int | None:
    """The token after a time of the day whose number begins at a token; `None` where none does.

    Words behind it make any number one (`p.m.`, `du matin`); words before it only a number of hours up to 24 (`vers six
    heures`) or four figures (`by 1430 hours`) that nothing measured hangs on (`à six heures de route`).
    """
    tokens = annotation.tokens
    hours = hours_at(annotation, i, last, table)
    end, unit = hours if hours is not None else (number_end(annotation, i, last, table), False)
    if end is None or end > last:
        return None
    closing = table.clock.at(tokens, end, last)
    if closing is not None and closing[1] == CLOSES:
        return end + closing[0]
    if not unit or measured(tokens, end, last, table):
        return None
    led = table.clock.before(tokens, i, first)
    named = i > first and (tokens[i - 1].norm in table.weekdays or table.days.before(tokens, i, first) is not None)
    if not named and (led is None or led[1] != LEADS or amounts_to(annotation, i, table)):
        return None
    upto = ranges(annotation, end, last, table)
    if led is not None and tokens[i - 1].norm in OF and upto is None:
        return None
    return upto if upto is not None else end


def led_clock(annotation: Annotation, i: int, first: int, last: int, table: Lookup) -> int | None:
    """The token after a time of the day whose leading words begin at a token (`avant 14 h 30`)."""
    led = table.clock.at(annotation.tokens, i, last)
    if led is None or led[1] != LEADS or i + led[0] >= last:
        return None
    return clock_at(annotation, i + led[0], first, last, table)


def measured(tokens: tuple[Token, ...], end: int, last: int, table: Lookup) -> bool:
    """Whether something measured in hours, or how often they come, stands behind them (`de route`, `par jour`)."""
    rate = end + 1 < last and tokens[end].pos == "ADP" and tokens[end + 1].norm in table.time_units
    return end < last and (tokens[end].norm in OF or rate)


def hours_at(annotation: Annotation, i: int, last: int, table: Lookup) -> tuple[int, bool] | None:
    """The token after a number of hours that a day has, with its minutes, and that a unit shows it."""
    tokens = annotation.tokens
    word = HOUR_IN_WORD.fullmatch(tokens[i].norm)
    if word is not None and table.time_units.get(word[2]) == "hour" and int(word[1]) <= HOURS:
        return (i + 1 if word[3] else minutes(tokens, i + 1, last)), True
    number = number_at(tokens, i, last, table)
    if number is None or number.value is None or number.low != number.high or number.end >= last:
        return None
    if table.time_units.get(tokens[number.end].norm) != "hour":
        return None
    if FOUR_FIGURES.fullmatch(tokens[i].text):
        return number.end + 1, True
    if number.value > HOURS or number.value != int(number.value):
        return None
    return minutes(tokens, number.end + 1, last), True


def number_end(annotation: Annotation, i: int, last: int, table: Lookup) -> int | None:
    """The token after a number that may be an hour of the day."""
    number = number_at(annotation.tokens, i, last, table)
    whole = number is not None and number.value is not None and number.low == number.high
    return number.end if number is not None and whole and (number.value or 0) <= HOURS else None


def minutes(tokens: tuple[Token, ...], k: int, last: int) -> int:
    """The token after the minutes behind an hour, if there are any."""
    return k + 1 if k < last and MINUTES.fullmatch(tokens[k].norm) else k


def ranges(annotation: Annotation, end: int, last: int, table: Lookup) -> int | None:
    """The token after the time to which one goes on (`de 8 heures à 18 heures`); `None` where it goes on to none."""
    if end + 1 >= last or annotation.tokens[end].pos not in {"ADP", "CCONJ"}:
        return None
    other = hours_at(annotation, end + 1, last, table)
    return other[0] if other is not None and not measured(annotation.tokens, other[0], last, table) else None


def amounts_to(annotation: Annotation, i: int, table: Lookup) -> bool:
    """Whether a number of hours is what its verb measures out (`limité à six heures`)."""
    noun = annotation.tokens[i]
    if noun.dep.startswith("nummod"):
        noun = annotation.tokens[noun.head]
    head = annotation.tokens[noun.head]
    return head.i != noun.i and head.lemma in table.amounts
