"""Figures told for themselves, with the event of those whom they count.

`X put the number of marchers at 6,000`, `le bilan est passé à 14`, `2 500 selon la police, 5 000 selon X`, `ils étaient
6 000`: the figure is all that is said, and who is counted stands beside it or in what is told before it.
"""

from collections.abc import Mapping, Sequence

from recoupe.claims.extents import clause_span
from recoupe.claims.found import OTHER, Filler, FoundEvent, Tally
from recoupe.claims.victim_groups import THEME, gives_figure, group_behind, with_group
from recoupe.languages import language_pack, shared_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Attribution, Value
from recoupe.values.bare import bare_count

BEFORE = 1  # sentences in which what a bare figure counts may stand before it
WITHIN = 12  # tokens between a noun that tells of a figure and the figure
PERCENT = "%"
SPARE = 6  # tokens of a content that is a figure and what bounds it
Figures = Mapping[int, Value]  # the counts and amounts of a report by their tokens


def bare_figures(annotation: Annotation, attributions: Sequence[Attribution], values: Sequence[Value]) -> list[Value]:
    """The numbers of a report that count by themselves: all that somebody is said to give, or the figure of a noun of figures."""
    ranges = []
    for attribution in attributions:
        for part in attribution.content:
            inside = annotation.within(part)
            if inside and len(inside) <= SPARE and not any(t.pos in {"VERB", "AUX", "PROPN"} for t in inside):
                ranges.append((inside[0].i, inside[-1].i + 1))
    for token in annotation.tokens:
        told = there_were(annotation, [token]) or people_before(annotation, [token]) is not None
        if (token.text[:1].isdigit() and told) or group_behind(annotation, token.i) is not None:
            ranges.append((token.i, token.i + 1))
        if gives_figure(token):
            _, end = annotation.sentences[token.sentence]
            ranges.append((token.i + 1, min(end, token.i + WITHIN)))
            ranges.append((max(token.i - 3, annotation.sentences[token.sentence][0]), token.i))
    known = [v.span for v in values]
    found = {
        v.span: v for first, last in ranges if first < last and (v := bare_count(annotation, first, last)) is not None
    }
    return [found[span] for span in sorted(found) if not any(span.overlaps(other) for other in known)]


def tallied(
    annotation: Annotation, events: Sequence[FoundEvent], attributions: Sequence[Attribution], values: Sequence[Value]
) -> list[FoundEvent]:
    """The events with those that figures tell for themselves, in the order of the text.

    values: with `bare_figures`. What only says that there were so many (`were`, `étaient`) gives way to the event of those
    who were.
    """
    figures = {
        annotation.within(value.span)[0].i: value
        for value in values
        if value.slot in {"count", "amount", "measure"} and value.low is not None and annotation.within(value.span)
    }
    made = [*events]
    for i in sorted(figures):
        one = tally(annotation, i, figures, made, attributions)
        if one is not None:
            made = [*(e for e in made if not only_counts(annotation, e, one)), one]
    return sorted(made, key=lambda e: e.token)


def tally(
    annotation: Annotation,
    i: int,
    figures: Figures,
    events: Sequence[FoundEvent],
    attributions: Sequence[Attribution],
) -> FoundEvent | None:
    """The event of those whom the figure at a token counts, where no other word tells it."""
    value = figures[i]
    inside = annotation.within(value.span)
    if value.slot == "measure":
        return of_rate(annotation, inside) if value.unit == PERCENT else None
    if value.slot == "count" and value.unit is not None:
        return of_noun(annotation, value, events, attributions)
    told = noun_told(annotation, inside)
    counts = counted_by(annotation, told) if told is not None else None
    if told is not None and counts is not None:
        class_, people = counts
        role = THEME if THEME in shared_pack().event_classes.classes[class_].roles else "agent"
        of_them: dict[str, Filler] = {role: (people, None)} if people is not None else {}
        return event_of_figure(inside, Tally(told, *words_of(annotation, told, inside)), class_, of_them)
    if (counted := people_before(annotation, inside)) is not None:
        class_ = counted_class(annotation.tokens[counted])
        return event_of_figure(
            inside, Tally(counted, words_of(annotation, counted, inside)[0], inside[-1].i), class_, {}
        )
    group = group_behind(annotation, inside[-1].i)
    alone = told is not None or group is not None or any(all_given(annotation, a, inside) for a in attributions)
    if value.slot == "amount" or not (alone or there_were(annotation, inside)):
        return None
    before = [e for e in events if counts_before(annotation, e, i, figures)]
    if not before:
        return None
    first = max(before, key=lambda e: e.token)
    counted = first.tally.counted if first.tally is not None else counted_by_event(annotation, first, figures, i)
    others = {role: filler for role, filler in first.fillers.items() if filler[0] != counted and filler[0] < i}
    fillers = with_group(annotation, inside[-1].i, others, first.class_)
    last = inside[-1].i if group is None else group
    return event_of_figure(inside, Tally(counted, inside[0].i, last), first.class_, fillers)


def of_rate(annotation: Annotation, figure: Sequence[Token]) -> FoundEvent | None:
    """The event whose share a figure tells of the subject of its clause (`turnout stood at 41 percent`)."""
    rates = language_pack(figure[0].language).events.rates
    for node in (figure[-1].i, *annotation.ancestors(figure[-1].i)):
        subjects = [annotation.tokens[c] for c in annotation.dependents(node, "nsubj")]
        noun = next((t for t in subjects if t.lemma in rates), None)
        if noun is not None and noun.i < figure[0].i:
            return event_of_figure(figure, Tally(noun.i, noun.i, figure[-1].i), rates[noun.lemma], {})
        if subjects:
            return None
    return None


def of_noun(
    annotation: Annotation, value: Value, events: Sequence[FoundEvent], attributions: Sequence[Attribution]
) -> FoundEvent | None:
    """The event of those whom a figure counts with its own noun, where they are all that is told (`6 000 marcheurs, selon X`)
    or what a noun of figures is said to be (`le bilan est de 14 blessés`)."""
    inside = annotation.within(value.span)
    noun = next((t for t in annotation.tokens[inside[-1].i : inside[-1].i + WITHIN] if t.lemma == value.unit), None)
    if noun is None or any(takes_part(e, noun.i) for e in events):
        return None
    words = [*inside, noun]
    beside = next((e for e in events if befallen_beside(annotation, e, noun)), None)
    if beside is not None:
        others = {role: filler for role, filler in beside.fillers.items() if role != THEME}
        return event_of_figure(
            words, Tally(noun.i, inside[0].i, noun.i), beside.class_, {**others, THEME: (noun.i, None)}
        )
    class_ = counted_class(noun)
    if not class_:
        return None
    of_toll = any(gives_figure(annotation.tokens[c]) for c in annotation.dependents(noun.i, "nsubj"))
    if not of_toll and not any(all_given(annotation, a, words) for a in attributions):
        return None
    fillers = with_group(annotation, noun.i, {}, class_)
    return event_of_figure(words, Tally(noun.i, inside[0].i, noun.i), class_, fillers)


def befallen_beside(annotation: Annotation, event: FoundEvent, noun: Token) -> bool:
    """Whether a counted noun stands beside the one that an event of victims befell (`14 gendarmes and thirty marchers`)."""
    victims = language_pack(noun.language).events.victims.values()
    theme = event.fillers.get(THEME)
    return event.class_ in victims and theme is not None and noun.dep.startswith("conj") and noun.head == theme[0]


def takes_part(event: FoundEvent, noun: int) -> bool:
    """Whether an event of a known class is told by a noun, or of those whom it names."""
    return event.class_ != OTHER and (
        noun in (event.token, *event.nodes) or any(f[0] == noun for f in event.fillers.values())
    )


def counted_class(noun: Token) -> str:
    """The class of the event that those whom a noun names have undergone or taken part in; empty where it tells none."""
    events = language_pack(noun.language).events
    return events.victims.get(noun.lemma) or events.attending.get(noun.lemma, "")


def people_before(annotation: Annotation, figure: Sequence[Token]) -> int | None:
    """The noun of those who are said to be so many (`les manifestants étaient 4 200`, `numbered 4,200`)."""
    for token in figure:
        verb = annotation.tokens[token.head]
        numbers = verb.lemma in language_pack(token.language).events.numbering and token.dep.startswith(("obj", "obl"))
        if numbers or annotation.dependents(token.i, "cop"):
            subjects = [annotation.tokens[c] for c in annotation.dependents(verb.i if numbers else token.i, "nsubj")]
            return next((t.i for t in subjects if t.pos == "NOUN" and counted_class(t)), None)
    return None


def words_of(annotation: Annotation, noun: int, figure: Sequence[Token]) -> tuple[int, int]:
    """The first and last word of a noun of figures and its figure, in whichever order they stand."""
    if noun < figure[0].i:
        return min([noun, *annotation.dependents(noun, "det", "compound", "amod")]), figure[-1].i
    return figure[0].i, max([figure[-1].i, *annotation.subtree(noun)])


def event_of_figure(figure: Sequence[Token], tally: Tally, class_: str, fillers: Mapping[str, Filler]) -> FoundEvent:
    """The event that a figure tells."""
    return FoundEvent(
        token=figure[0].i,
        class_=class_,
        fillers=fillers,
        polarity=True,
        realis="actual",
        phase="done",
        nominal=False,
        general=not any(actor for _, actor in fillers.values()),
        phase_words=(),
        negators=(),
        nodes=tuple(t.i for t in figure),
        tally=tally,
    )


def noun_told(annotation: Annotation, figure: Sequence[Token]) -> int | None:
    """The noun of a figure in its clause (`the number of marchers at 6,000`, `le bilan s'élève à 14`), if one stands there."""
    first, pack = figure[0], language_pack(figure[0].language)
    start, _ = annotation.sentences[first.sentence]
    for k in range(first.i - 1, max(start - 1, first.i - WITHIN), -1):
        own = annotation.tokens[k]
        if own.text in {";", ":"} or own.pos == "NUM":
            return None
        if gives_figure(own):
            return k if stands_to(annotation, own, figure) else None
    behind = annotation.tokens[figure[-1].i + 1 : figure[-1].i + 3]  # `évalue à 2 500 | le nombre des marcheurs`
    late = next((t for t in behind if gives_figure(t)), None)
    return late.i if late is not None and annotation.tokens[first.i - 1].norm in pack.events.tallied_at else None


def stands_to(annotation: Annotation, noun: Token, figure: Sequence[Token]) -> bool:
    """Whether a figure is given as that of a noun before it: behind `at`, `to`, or as what a copula says of it."""
    pack = language_pack(noun.language)
    if annotation.tokens[figure[0].i - 1].norm in pack.events.tallied_at:
        return True
    return any(noun.i in annotation.dependents(t.i, "nsubj") and annotation.dependents(t.i, "cop") for t in figure)


def counted_by(annotation: Annotation, noun: int) -> tuple[str, int | None] | None:
    """The class of the event that a noun of figures counts, with the noun of those counted where they are told otherwise.

    Those it is of, or of its subject (`les arrestations sont au nombre de douze`), tell it, else the noun itself (`death
    toll`).
    """
    token = annotation.tokens[noun]
    events = language_pack(token.language).events
    beside = [*annotation.dependents(noun, "nmod", "compound", "nsubj"), *annotation.dependents(token.head, "nsubj")]
    for child in beside:
        own = annotation.tokens[child]
        if own.pos != "NOUN" or gives_figure(own):
            continue
        plight = (annotation.tokens[c] for c in annotation.dependents(child, "amod", "acl"))
        told = next((class_ for t in plight if (class_ := counted_class(t))), None)
        if told is not None:
            return told, child
        if class_ := counted_class(own):
            return class_, None
        if own.lemma in events.nouns and events.nouns[own.lemma].classes:
            return events.nouns[own.lemma].classes[0], None
    class_ = events.tallies[token.lemma]
    return (class_, None) if class_ else None


def all_given(annotation: Annotation, attribution: Attribution, figure: Sequence[Token]) -> bool:
    """Whether a figure is all that somebody is said to give."""
    for part in attribution.content:
        inside = annotation.within(part)
        if inside and inside[0].i <= figure[0].i and figure[-1].i <= inside[-1].i and len(inside) <= SPARE:
            return not any(t.pos in {"VERB", "AUX", "PROPN"} for t in inside)
    return False


def there_were(annotation: Annotation, figure: Sequence[Token]) -> bool:
    """Whether a figure is what a clause says there was, or of some told before (`there were 6,000`, `ils étaient 6 000`)."""
    for token in figure:
        if annotation.dependents(token.i, "cop"):
            return any(annotation.tokens[c].pos == "PRON" for c in annotation.dependents(token.i, "nsubj", "expl"))
        if token.dep.startswith(("nsubj", "obj")) and annotation.dependents(token.head, "expl"):
            return True
    return False


def only_counts(annotation: Annotation, event: FoundEvent, told: FoundEvent) -> bool:
    """Whether an event says no more than that there were so many as a figure says."""
    if told.tally is not None and told.tally.counted in annotation.dependents(event.token, "nsubj"):
        return told.class_ in language_pack(annotation.tokens[event.token].language).events.rates.values()
    if event.class_ != OTHER or told.tally is None:
        return False
    figure = [annotation.tokens[n] for n in told.nodes]
    of_them = there_were(annotation, figure)
    return event.token in told.nodes or (of_them and any(t.head == event.token for t in figure))


def counts_before(annotation: Annotation, event: FoundEvent, i: int, figures: Figures) -> bool:
    """Whether an event is told before a figure with a figure of its own, near enough to be what that one counts too."""
    near = annotation.tokens[i].sentence - annotation.tokens[event.token].sentence
    if not 0 <= near <= BEFORE or event.token >= i or event.class_ == OTHER:
        return False
    return event.tally is not None or counted_by_event(annotation, event, figures, i) is not None


def counted_by_event(annotation: Annotation, event: FoundEvent, figures: Figures, stop: int) -> int | None:
    """The noun that a figure of an event before a token counts."""
    for token in annotation.within(clause_span(annotation, event)):
        value = figures.get(token.i)
        if value is None or value.slot != "count" or token.i >= stop:
            continue
        behind = (t.i for t in annotation.tokens[token.i : token.i + WITHIN] if t.lemma == value.unit)
        return next(behind, token.i)
    return None
