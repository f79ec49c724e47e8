"""Counts, amounts and measures: a number with what bounds it and what it counts."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.linguistics import Annotation, Token
from recoupe.model import Value
from recoupe.values.lookup import Lookup
from recoupe.values.numbers import Number, begins, number_at
from recoupe.values.units import SIGN

ABOUT = 0.1  # of the number either way, where the text says `about`
REACH = 4  # tokens from a number to the noun that it counts
HYPHENS = {"-", "\u2010", "\u2011", "\u2013"}
OPENING = {"entre", "between", "de", "from"}  # words that open a range
LINKING = {"et", "à", "and", "to"}
YEARS = (1800, 2100)


def quantities(annotation: Annotation, first: int, last: int, table: Lookup, taken: set[int]) -> list[Value]:
    """The quantities among the tokens [first, last), without those that dates have taken."""
    tokens = annotation.tokens
    found, i = [], first
    while i < last:
        number = None if i in taken or labelled(tokens, i, first, table) else number_at(tokens, i, last, table)
        if number is None or any(k in taken for k in range(number.start, number.end)):
            i += 1
            continue
        value, end = quantity(annotation, number, first, last, table)
        if value is not None:
            found.append(value)
        i = max(end, number.end)
    return found


def labelled(tokens: Sequence[Token], i: int, first: int, table: Lookup) -> bool:
    """Whether a number is a name's: `article 49`, `quai n° 7`, `HVB-7`."""
    if i > first + 1 and tokens[i - 1].text in HYPHENS and tokens[i - 1].end == tokens[i].start:
        before = tokens[i - 2]
        return before.end == tokens[i - 1].start and before.text[0].isalpha() and before.norm not in table.numerals
    return i > first and (tokens[i - 1].lemma in table.labels or tokens[i - 1].norm in table.labels)


def quantity(annotation: Annotation, number: Number, first: int, last: int, table: Lookup) -> tuple[Value | None, int]:
    """The value of a number with its bounds and unit, and the token after it."""
    tokens = annotation.tokens
    sign = table.units.before(tokens, number.start, first)
    if sign is not None:
        number = replace(number, start=number.start - sign[0])
    other = second(tokens, number, first, last, table)
    end, start = number.end, number.start
    low, high, value = number.low, number.high, number.value
    if other is not None:
        low, high, value, end = (
            times(number.low, shared_factor(tokens, number, other, table)),
            other.high,
            None,
            other.end,
        )
        start -= tokens[other.start - 1].norm not in HYPHENS
    else:
        start, end, low, high = bounded(tokens, number, first, last, table)
    linked = end + 1 if end < last and tokens[end].norm in {"de", "d'", "of"} else end
    unit = table.units.behind(tokens, linked, last)
    if sign is not None and (unit is None or unit[1].slot != "amount"):
        unit, linked = (0, sign[1]), end
    time = table.time_units.get(tokens[end].norm) if end < last else None
    if time is not None:
        return None, end  # a duration
    if unit is not None:
        length, found = unit
        end = linked
        span = annotation.span(start, end + length - 1)
        factor = found.factor
        return Value(
            found.slot, times(value, factor), times(low, factor), times(high, factor), found.unit, span
        ), end + length
    noun = counted(tokens, number, end, last)
    if other is None and in_score(tokens, number, first, last):
        return None, end
    if noun is not None and tokens[noun].has("Number=Sing") and is_year(number):
        return None, end  # `a 2021 letter`
    if noun is not None and tokens[noun].norm in table.time_units:
        return None, end  # the years of an age
    if noun is None and (not plain_number(tokens, number) or is_year(number)):
        return None, end
    name = tokens[noun].lemma if noun is not None else None
    return Value("count", value, low, high, name, annotation.span(start, end - 1)), end


def times(value: float | None, factor: float) -> float | None:
    """A bound in the standard unit."""
    return None if value is None else round(value * factor, 6)


def second(tokens: Sequence[Token], number: Number, first: int, last: int, table: Lookup) -> Number | None:
    """The second number of a range (`entre 10 et 20`, `from 5 to 8`, `$5-6 million`, `10–12 km`); it begins with its sign."""
    if number.end + 1 >= last or number.value is None:
        return None
    opened = number.start > first and tokens[number.start - 1].norm in OPENING
    if opened and (whole := with_own_unit(tokens, number, last, table)) is not None:
        return whole
    dash = tokens[number.end].norm in HYPHENS
    if not dash and not (opened and tokens[number.end].norm in LINKING):
        return None
    signs = (k for k in range(number.end + 1, min(number.end + 1 + SIGN, last)) if begins(tokens[k], table))
    start = next(signs, None)
    found = number_at(tokens, start, last, table) if start is not None else None
    if start is None or found is None or found.value is None:
        return None
    sign = table.units.before(tokens, start, number.end + 1)
    if start != number.end + 1 + (sign[0] if sign is not None else 0):
        return None
    low = number.value * shared_factor(tokens, number, found, table)
    measured = table.units.before(tokens, number.end - 1, first) or scale(tokens, found, table) > 1
    measured = measured or table.units.behind(tokens, found.end, last) or counts_several(tokens, found.end, last)
    if dash and (low >= found.value or not measured or is_year(number)):
        return None  # (a score, a season, a name)
    return replace(found, start=number.end + 1)


def with_own_unit(tokens: Sequence[Token], number: Number, last: int, table: Lookup) -> Number | None:
    """The second number of a range of which both have their unit behind them (`de 5 euros à 3 euros`)."""
    unit = table.units.behind(tokens, number.end, last)
    link = number.end + unit[0] if unit is not None else last
    if unit is None or link + 1 >= last or tokens[link].norm not in LINKING:
        return None
    found = number_at(tokens, link + 1, last, table)
    if found is None or found.value is None or found.start != link + 1:
        return None
    other = table.units.behind(tokens, found.end, last)
    return found if other is not None and other[1] == unit[1] else None


def counts_several(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a noun in the plural stands at a token (`15-20 | people`, not `a 2-3 | defeat`)."""
    return i < last and tokens[i].pos == "NOUN" and tokens[i].has("Number=Plur")


def in_score(tokens: Sequence[Token], number: Number, first: int, last: int) -> bool:
    """Whether a number is one of two with a dash between them, as in a score (`2-1`) or a season (`2019–20`)."""
    before, behind = number.start - 1, number.end
    left = before > first and tokens[before].text in HYPHENS and tokens[before - 1].text[-1:].isdigit()
    return left or (behind + 1 < last and tokens[behind].text in HYPHENS and tokens[behind + 1].text[:1].isdigit())


def scale(tokens: Sequence[Token], number: Number, table: Lookup) -> float:
    """The multiplier that ends a number (`6 | million`), 1 without one."""
    found = table.multipliers.before(tokens, number.end, number.start + 1)
    return float(found[1]) if found is not None else 1.0


def shared_factor(tokens: Sequence[Token], number: Number, other: Number, table: Lookup) -> float:
    """By what the first number of a range is multiplied behind the second (`entre 5 et 6 millions`, `$5-6 million`)."""
    factor = scale(tokens, other, table)
    alone = number.end == number.start + 1 or tokens[number.end - 1].text[:1].isdigit()
    shared = alone and number.value is not None and other.value is not None and number.value < other.value / factor
    return factor if shared else 1.0


def bounded(
    tokens: Sequence[Token], number: Number, first: int, last: int, table: Lookup
) -> tuple[int, int, float | None, float | None]:
    """Start and end with the words that bound the number (`plus de`, `au moins`, `environ`), and the bounds."""
    start, end, low, high = number.start, number.end, number.low, number.high
    before = table.bounds.before(tokens, start, first)
    if before is None and start > first and table.cardinals.get(tokens[start - 1].norm) == 1:
        before = table.bounds.before(tokens, start - 1, first)  # `plus d'une | dizaine`
        start -= before is not None
    behind = None if before else table.bounds.at(tokens, end, last)
    if before is not None:
        start -= before[0]
    elif behind is not None and behind[1] in {"least", "most"}:
        end += behind[0]
    kind = before[1] if before else behind[1] if behind and behind[1] in {"least", "most"} else ""
    if kind in {"more", "least"}:
        high = None
    elif kind in {"less", "most"}:
        low = None
    elif kind == "about" and low is not None and high is not None:
        low, high = round(low * (1 - ABOUT), 6), round(high * (1 + ABOUT), 6)
    return start, end, low, high


def counted(tokens: Sequence[Token], number: Number, start: int, last: int) -> int | None:
    """The noun that a number counts: its head by the parse, or the noun behind it, past `de`, articles and adjectives."""
    head = tokens[number.end - 1].head
    if (
        tokens[number.end - 1].dep.startswith("nummod")
        and start <= head < min(last, start + REACH)
        and (tokens[head].pos == "NOUN" or (head == start and tokens[head].has("VerbForm=Part")))
    ):
        return head_of_compound(tokens, head, last)  # (`14 blessés`, which the parse may take for a participle)
    for i in range(start, min(last, start + REACH)):
        if tokens[i].pos in {"NOUN", "PROPN"}:
            return head_of_compound(tokens, i, last)
        linking = tokens[i].norm in {"de", "d'", "des", "of", "ces", "ses", "leurs", "autres", "other", "the", "these"}
        if tokens[i].pos not in {"ADJ", "NUM"} and not linking:
            return None
    return None


def head_of_compound(tokens: Sequence[Token], i: int, last: int) -> int:
    """The noun that a noun before it only describes (`900 | tear gas grenades`), itself where it describes none."""
    while (
        tokens[i].dep == "compound"
        and i < tokens[i].head < min(last, i + REACH)
        and tokens[tokens[i].head].pos == "NOUN"
    ):
        i = tokens[i].head
    return i


def plain_number(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number stands for a count though no noun follows: a numeral that is an argument of its verb."""
    return tokens[number.start].pos == "NUM" and tokens[number.start].dep.startswith(("nsubj", "obj"))


def is_year(number: Number) -> bool:
    """Whether a number may be a year."""
    return number.value is not None and YEARS[0] <= number.value <= YEARS[1]
