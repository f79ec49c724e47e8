"""Figures that are only named to be denied or put right: `réfute le chiffre de 8 millions`, `12, et non 9`, `9 deaths, not 14`.

Nothing is denied but the figure: what it counts may well have been.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from recoupe.claims.found import OTHER, FoundEvent, Tally
from recoupe.claims.signs import signs
from recoupe.claims.tallies import WITHIN, counted_class, counts_before, event_of_figure
from recoupe.claims.victim_groups import THEME, gives_figure
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Attribution, Span, Value
from recoupe.values.bare import bare_count

NEAR = 4  # tokens between a noun of figures and the figure that it is of
FIGURES = {"count", "amount", "measure"}
UNTRUE = {"untrue", "phrase"}  # kinds of signs by which a figure is said to be wrong


def with_denied(
    annotation: Annotation, events: Sequence[FoundEvent], attributions: Sequence[Attribution], values: Sequence[Value]
) -> list[FoundEvent]:
    """The events with those that stand for the figures that words deny, in the order of the text."""
    figures = {
        inside[0].i: value
        for value in values
        if value.slot in FIGURES and value.low is not None and (inside := annotation.within(value.span))
    }
    known = {n for e in events for n in (e.token, *e.nodes) if e.tally is not None}
    made = [
        one for one in denied(annotation, events, attributions, figures) if not one.polarity or one.token not in known
    ]
    kept = (e for e in events if not any(e.token == one.token or only_says_wrong(e, one) for one in made))
    return sorted([*kept, *made], key=lambda e: e.token)


def only_says_wrong(event: FoundEvent, figure: FoundEvent) -> bool:
    """Whether an event of no class says no more than that a figure is wrong (`the figure of 60 is fanciful`)."""
    if event.class_ != OTHER or figure.polarity or figure.tally is None:
        return False
    words = range(figure.tally.first, figure.tally.last + 1)
    return any(head in words for head, _ in event.fillers.values())


def denied(
    annotation: Annotation,
    events: Sequence[FoundEvent],
    attributions: Sequence[Attribution],
    figures: Mapping[int, Value],
) -> Iterator[FoundEvent]:
    """The figures of a report that are denied by name, said to be wrong, or set against the one that is right."""
    for noun, figure in named_figures(annotation, figures):
        inside = annotation.within(figures[figure].span)
        counted = unit_of(annotation, figures[figure])
        tally = Tally(noun if counted is None else counted, min(noun, figure), last_of(inside, counted))
        tally = tally._replace(last=max(tally.last, noun))
        class_ = class_of(annotation, noun, counted)
        one = event_of_figure(inside, tally, class_, {})
        words = said_wrong(annotation, noun) or put_right(annotation, noun)
        if in_denial(annotation, noun, attributions):
            yield one
        elif words is not None:
            yield replace(one, polarity=False, negators=(words,))
    for figure, value in sorted(figures.items()):
        stop = setting_against(annotation, figure)
        beside = told_before(annotation, events, figures, stop) if stop is not None else None
        if stop is not None and beside is not None:
            inside = annotation.within(value.span)
            counted = unit_of(annotation, value)
            tally = Tally(counted_in(beside) if counted is None else counted, figure, last_of(inside, counted))
            told = event_of_figure(inside, tally, beside.class_, beside.fillers)
            yield replace(told, polarity=False, negators=(annotation.span(stop, figure - 1),))


def counted_in(event: FoundEvent) -> int | None:
    """The noun of those whom the figure of an event counts."""
    if event.tally is not None:
        return event.tally.counted
    return event.fillers[THEME][0] if THEME in event.fillers else None


def named_figures(annotation: Annotation, figures: Mapping[int, Value]) -> Iterator[tuple[int, int]]:
    """The nouns of figures with the figure that each names (`le chiffre de 14`, `the £2 million figure`)."""
    for token in annotation.tokens:
        if not gives_figure(token):
            continue
        behind = annotation.tokens[token.i + 1 : token.i + 1 + NEAR]
        genitives = language_pack(token.language).settings.genitives
        if behind and behind[0].norm in genitives:
            figure = next((t.i for t in behind[1:] if t.i in figures), None)
        else:
            figure = next((k for k in range(token.i - 1, token.i - NEAR, -1) if k in figures), None)
            figure = figure if figure is not None and of_noun(annotation, figures[figure], token) else None
        if figure is not None:
            yield token.i, figure


def of_noun(annotation: Annotation, value: Value, noun: Token) -> bool:
    """Whether a figure hangs on the noun behind it."""
    return any(t.i != noun.i and t.head == noun.i for t in annotation.within(value.span))


def unit_of(annotation: Annotation, value: Value) -> int | None:
    """The noun behind a count that tells what is counted, or the word right behind it that tells of victims (`40 injured`)."""
    last = annotation.within(value.span)[-1].i
    behind = annotation.tokens[last : last + WITHIN]
    if value.slot != "count":
        return None
    victims = (t.i for t in annotation.tokens[last + 1 : last + 2] if value.unit is None and counted_class(t))
    return next((t.i for t in behind if t.lemma == value.unit), next(victims, None))


def last_of(inside: Sequence[Token], counted: int | None) -> int:
    """The last token of a figure with what it counts."""
    return max(inside[-1].i, counted if counted is not None else -1)


def class_of(annotation: Annotation, noun: int, counted: int | None) -> str:
    """The class of the event of those who are counted, by their noun or by that of the figure."""
    token = annotation.tokens[noun]
    by_noun = counted_class(annotation.tokens[counted]) if counted is not None else ""
    return by_noun or language_pack(token.language).events.tallies[token.lemma] or OTHER


def in_denial(annotation: Annotation, noun: int, attributions: Sequence[Attribution]) -> bool:
    """Whether a noun of figures is what somebody is said to deny: the content of a denial begins with it."""
    for own in attributions:
        for part in own.content if own.firmness == "denial" else ():
            inside = annotation.within(part)
            if inside and inside[0].i <= noun <= inside[0].i + NEAR:
                return not any(t.pos in {"VERB", "AUX", "PROPN"} for t in annotation.tokens[inside[0].i : noun])
    return False


def said_wrong(annotation: Annotation, noun: int) -> Span | None:
    """The words by which a clause says of a noun of figures, its subject, that it is wrong (`le bilan de 9 morts est faux`)."""
    token = annotation.tokens[noun]
    if not token.dep.startswith("nsubj"):
        return None
    said = annotation.tokens[token.head]
    if said.lemma in language_pack(said.language).denials.wrong_figures:
        return None if negates(annotation, said.i) else annotation.span(said.i, said.i)
    found = (s for s in signs(annotation, token.sentence) if s.kind in UNTRUE and s.first > noun)
    return next((annotation.span(s.first, s.last) for s in found if token.head in range(s.first, s.last + 1)), None)


def negates(annotation: Annotation, i: int) -> bool:
    """Whether a word of negation hangs on a token (`n'est pas exagéré`)."""
    pack = language_pack(annotation.tokens[i].language)
    return any(annotation.tokens[c].norm in pack.negation.particles for c in annotation.children[i])


def put_right(annotation: Annotation, noun: int) -> Span | None:
    """The verb of putting right of which a noun of figures is the object (`wishes to correct the figure of N`)."""
    token = annotation.tokens[noun]
    verb = annotation.tokens[token.head]
    puts = token.dep.startswith("obj") and verb.lemma in language_pack(verb.language).denials.correcting
    return annotation.span(verb.i, verb.i) if puts else None


def told_before(
    annotation: Annotation, events: Sequence[FoundEvent], figures: Mapping[int, Value], stop: int
) -> FoundEvent | None:
    """The last event of a class that is told before a token, with a figure of its own (`17 hurt, | not 14`).

    Where the sentence tells none: one of the sentence before that counts (`Thirty were hurt? Sixty-three, | not thirty.`).
    """
    start, _ = annotation.sentences[annotation.tokens[stop].sentence]
    if not any(k in figures for k in range(start, stop)):
        return None
    before = [e for e in events if start <= e.token < stop and e.class_ != OTHER]
    before = before or [e for e in events if e.token < start and counts_before(annotation, e, stop, figures)]
    return max(before, key=lambda e: e.token, default=None)


def setting_against(annotation: Annotation, figure: int) -> int | None:
    """The first of the words before a figure that set it against another (`17, | et non 14`), if there are such."""
    tokens = annotation.tokens
    start, _ = annotation.sentences[tokens[figure].sentence]
    phrases = [phrase.split() for phrase in language_pack(tokens[figure].language).negation.not_but]
    for stop in range(figure, max(start, figure - NEAR), -1):
        for words in phrases:
            first = stop - len(words)
            if first > start and [t.norm for t in tokens[first:stop]] == words:
                return first
        if tokens[stop - 1].pos not in {"DET", "ADP"}:
            return None
    return None


def set_against(annotation: Annotation, values: Sequence[Value]) -> list[Value]:
    """The numbers without a unit of their own that are set against another figure, as counts.

    values: those that are known, which are not given again.
    """
    tokens = annotation.tokens
    numbers = (t.i for t in tokens if t.pos == "NUM" and setting_against(annotation, t.i) is not None)
    found = (bare_count(annotation, i, min(i + NEAR, annotation.sentences[tokens[i].sentence][1])) for i in numbers)
    return [v for v in found if v is not None and not any(v.span.overlaps(other.span) for other in values)]


def without_denied(annotation: Annotation, events: Sequence[FoundEvent], values: Sequence[Value]) -> list[Value]:
    """The values of a report that no event tells only to deny them."""
    wrong = {e.token for e in events if e.tally is not None and not e.polarity}
    return [v for v in values if wrong.isdisjoint(t.i for t in annotation.within(v.span))]
