"""What a report tells beside its news: events of long before, by the dates around them."""

from collections.abc import Sequence
from datetime import date

from recoupe.claims.found import FoundEvent
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation
from recoupe.model import Value

LONG_BEFORE = 30  # days from an event that a report tells beside its news
NEWS = 7  # days for which an event is news
YEARS_BEFORE = 365  # from one of another affair


def long_before(annotation: Annotation, found: FoundEvent, values: Sequence[Value]) -> bool:
    """Whether all dates of an event's sentence lie long before its report was published.

    Where it only counts from the story's own moment (`ce jour-là`, `that day`), that of the sentence before it counts. The
    date of an event of years ago that a noun names is none of what is told of others (`the blaze recalls the July 2023 fire`).
    """
    sentence, places = annotation.tokens[found.token].sentence, annotation.paragraph_of_sentence
    dates = dates_in(annotation, sentence, values)
    while dates and all(v.value is None and v.low is None for v in dates) and sentence > 0:
        sentence -= 1
        dates = dates_in(annotation, sentence, values) if not places or places[sentence] == places[sentence + 1] else []
    ages = [(v, age(annotation, v)) for v in dates if v.high is not None]
    own = [
        days for v, days in ages if not (of_other(annotation, v, found.token) and (days is None or days > YEARS_BEFORE))
    ]
    if not own:
        return False
    if any(days is None for days in own):
        return before_then(annotation, found.token)
    return min(days for days in own if days is not None) > LONG_BEFORE


def days_before(annotation: Annotation, found: FoundEvent, values: Sequence[Value]) -> int | None:
    """The days from the latest date of an event's sentence to the publication of its report, where that tells of something
    before its news; in the pluperfect a sentence without a date goes on from the one before it (`Le 22 février, ... avait
    fait six blessés. Trois jeunes avaient été arrêtés`).
    """
    sentence, places = annotation.tokens[found.token].sentence, annotation.paragraph_of_sentence
    dates = dates_in(annotation, sentence, values)
    if not dates and before_then(annotation, found.token) and sentence and places[sentence - 1] == places[sentence]:
        dates = dates_in(annotation, sentence - 1, values)
    ages = [days for v in dates if v.high is not None and (days := age(annotation, v)) is not None]
    latest = min(ages, default=None)
    return latest if latest is not None and latest > NEWS else None


def age(annotation: Annotation, when: Value) -> int | None:
    """Days from a date to the publication of its report; None where that is unknown."""
    published = annotation.document.published
    if published is None or published.not_before is None:
        return None
    return (date.fromisoformat(published.not_before[:10]) - date.fromisoformat(str(when.high))).days


def of_other(annotation: Annotation, when: Value, node: int) -> bool:
    """Whether a date is that of another event, which a noun names (`the July 2023 fire`, `l'incendie de 2019`)."""
    inside = {t.i for t in annotation.within(when.span)}
    head = next((i for i in sorted(inside) if annotation.tokens[i].head not in inside), None)
    if head is None or not annotation.tokens[head].dep.startswith(("nmod", "compound", "amod", "nummod")):
        return False
    noun = annotation.tokens[annotation.tokens[head].head]
    told = noun.pos == "NOUN" and noun.lemma in language_pack(noun.language).events.nouns
    return told and noun.i not in (node, *annotation.ancestors(node))


def before_then(annotation: Annotation, node: int) -> bool:
    """Whether the verb of an event, or the one that a noun of it hangs on, stands in the pluperfect: before what is told."""
    tokens = annotation.tokens
    verb = next((k for k in (node, *annotation.ancestors(node)) if tokens[k].pos in {"VERB", "AUX"}), node)
    have = [tokens[k] for k in annotation.dependents(verb, "aux") if not tokens[k].dep.startswith("aux:pass")]
    perfect = language_pack(tokens[verb].language).settings.perfect
    return any(t.has("Tense=Imp") or (t.has("Tense=Past") and t.lemma in perfect) for t in have)


def dates_in(annotation: Annotation, sentence: int, values: Sequence[Value]) -> list[Value]:
    """The dates of a sentence."""
    start, end = annotation.sentence_span(sentence)
    return [v for v in values if v.slot == "date" and start <= v.span.start < end]
