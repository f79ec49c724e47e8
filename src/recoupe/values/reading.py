"""All values of a report, sentence by sentence: dates first, then quantities among the words that are left."""

from itertools import groupby

from recoupe.linguistics import Annotation
from recoupe.model import Value
from recoupe.values.calendar import reference
from recoupe.values.dates import dates
from recoupe.values.lookup import lookup
from recoupe.values.quantities import quantities


def read_values(annotation: Annotation) -> tuple[Value, ...]:
    """The counts, amounts, measures, dates and durations of a report, in order of the text.

    Relative dates are resolved against the report's own bounds of date; where it has none, `low` and `high` are `None`.
    A weekday or month without more is the nearest one before the report, or after it where its clause is in the future.
    """
    published = annotation.document.published
    given = reference(published.not_before, published.not_after) if published else None
    found: list[Value] = []
    for first, last in annotation.sentences:
        runs = groupby(range(first, last), key=lambda i: annotation.tokens[i].language)
        for language, indices in runs:
            run = list(indices)
            start, stop, table = run[0], run[-1] + 1, lookup(language)
            dated = dates(annotation, start, stop, table, given)
            taken = {k for _, tokens in dated for k in tokens}
            found += [value for value, _ in dated if value is not None]
            found += quantities(annotation, start, stop, table, taken)
    return tuple(sorted(found, key=lambda v: v.span))
