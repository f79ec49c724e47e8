"""What a report tells beside its news: events of long before, by the dates around them."""

from collections.abc import Sequence
from datetime import date

from recoupe.claims.found import FoundEvent
from recoupe.linguistics import Annotation
from recoupe.model import Value

LONG_BEFORE = 30  # days from an event that a report tells beside its news


def long_before(annotation: Annotation, found: FoundEvent, values: Sequence[Value]) -> bool:
    """Whether all dates of an event's sentence lie long before its report was published.

    Where it only counts from the story's own moment (`ce jour-là`, `that day`), that of the sentence before it counts.
    """
    published = annotation.document.published
    sentence, places = annotation.tokens[found.token].sentence, annotation.paragraph_of_sentence
    dates = dates_in(annotation, sentence, values)
    while dates and all(v.value is None and v.low is None for v in dates) and sentence > 0:
        sentence -= 1
        dates = dates_in(annotation, sentence, values) if not places or places[sentence] == places[sentence + 1] else []
    dates = [v for v in dates if v.high is not None]
    if published is None or published.not_before is None or not dates:
        return False
    latest = date.fromisoformat(max(str(v.high) for v in dates))
    return (date.fromisoformat(published.not_before[:10]) - latest).days > LONG_BEFORE


def dates_in(annotation: Annotation, sentence: int, values: Sequence[Value]) -> list[Value]:
    """The dates of a sentence."""
    start, end = annotation.sentence_span(sentence)
    return [v for v in values if v.slot == "date" and start <= v.span.start < end]
