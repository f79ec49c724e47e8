"""Numbers that stand alone in some words: counts of what is told elsewhere (`5 000 selon X`, `put the toll at 14`)."""

from recoupe.linguistics import Annotation
from recoupe.model import Value
from recoupe.values.lookup import lookup
from recoupe.values.numbers import number_at
from recoupe.values.quantities import bounded, is_year, labelled


def bare_count(annotation: Annotation, first: int, last: int) -> Value | None:
    """The count that the first number among the tokens [first, last) tells, of no noun; `None` where none does.

    Neither a year nor a name's number.
    """
    tokens = annotation.tokens
    table = lookup(tokens[first].language)
    for i in range(first, last):
        number = None if labelled(tokens, i, first, table) else number_at(tokens, i, last, table)
        if number is None or (number.value is None and number.low is None):
            continue
        if is_year(number):
            return None
        start, end, low, high = bounded(tokens, number, first, last, table)
        return Value("count", number.value, low, high, None, annotation.span(start, end - 1))
    return None
