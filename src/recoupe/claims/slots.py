"""What the statements of a claim say differently, what none of them says, and what is asked without an answer."""

from collections.abc import Mapping, Sequence

from recoupe.claims.drafted import Drafted
from recoupe.claims.figures import Bounds, bounds_of, of_its_time, own_values, unit_key
from recoupe.claims.found import FoundEvent
from recoupe.claims.profiles import unnamed_body
from recoupe.claims.things import HOLDERS, thing_at
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Span, Value, Variant, VariantValue
from recoupe.model.statements import Slot
from recoupe.values.lookup import lookup

ASKED: tuple[Slot, ...] = ("count", "date", "place")
MEASURED: tuple[Slot, ...] = ("count", "amount", "measure", "date", "duration")
STANDARD = {"amount", "measure"}  # slots whose values are told in standard units
LOCAL = {"place", "goal", "destination"}
VERBAL = {"aux", "cop", "advmod"}
Told = Mapping[str, list[Span]]


def variants(drafted: Sequence[Drafted], roots: Mapping[str, str]) -> tuple[Variant, ...]:
    """Slots for which the statements of a claim give differing values, in the order of the contract."""
    told: list[tuple[str, Told]] = [(slot, measured(drafted, slot)) for slot in MEASURED]
    told.append(("place", places(drafted)))
    roles = sorted({role for d in drafted for role in d.found.fillers} - LOCAL)
    told += [("participant", participant(drafted, role, roots)) for role in roles]
    told.append(("wording", wordings(drafted)))
    found: dict[str, dict[str, list[Span]]] = {}
    for slot, values in told:
        if len(values) > 1:
            for value, spans in values.items():
                found.setdefault(slot, {}).setdefault(value, []).extend(spans)
    return tuple(
        Variant(slot, tuple(VariantValue(v, tuple(sorted(set(spans)))) for v, spans in sorted(values.items())))
        for slot, values in found.items()
    )


def measured(drafted: Sequence[Drafted], slot: Slot) -> dict[str, list[Span]]:
    """The figures or dates of a slot, by how they are written; of amounts and measures those that differ in one unit.

    A measure is told in the unit of the reports where all of them have the same, else in the standard one; durations
    of one length are one, as the first has it (`2 days`, `48 hours`). A date that counts from the story's own moment
    differs from none.
    """
    found: dict[str, list[Span]] = {}
    units: dict[str, set[str]] = {}
    lasting: dict[Bounds, str] = {}
    told = [(one, value) for one in of_its_time(drafted) for value in own_values(one, slot)]
    own = {unit: common_measure([(d, v) for d, v in told if v.unit == unit]) for unit in {v.unit for _, v in told}}
    for one, value in told:
        if slot == "date" and value.value is None and value.low is None:
            continue
        written = shown(value, one, own[value.unit])
        if slot == "duration":
            written = lasting.setdefault(bounds_of(value), written)
        found.setdefault(written, []).append(value.span)
        units.setdefault(value.unit or "" if slot in STANDARD else "", set()).add(written)
    return {
        written: spans for written, spans in found.items() if any(len(u) > 1 and written in u for u in units.values())
    }


def common_measure(told: Sequence[tuple[Drafted, Value]]) -> tuple[str, float] | None:
    """The unit that all reports give a measure in, by its first word, with its factor; `None` where it is the standard one."""
    if any(value.slot != "measure" for _, value in told):
        return None
    found = [unit_word(value, one.annotation) for one, value in told]
    factors = {unit[1] for unit in found if unit is not None}
    if None in found or len(factors) != 1 or factors == {1.0}:
        return None
    return min(unit for unit in found if unit is not None)


def unit_word(value: Value, annotation: Annotation) -> tuple[str, float] | None:
    """The word of a measure's unit as it stands, with its factor to the standard unit."""
    tokens = [t for t in annotation.tokens if value.span.start <= t.start < value.span.end]
    for k, token in enumerate(tokens):
        found = lookup(token.language).units.behind(tokens, k, len(tokens))
        if found is not None and found[1].unit == value.unit:
            return (token.lemma if found[0] == 1 else " ".join(t.norm for t in tokens[k:])), found[1].factor
    return None


def shown(value: Value, one: Drafted, measure: tuple[str, float] | None = None) -> str:
    """A value as data: a figure with its bounds and unit (the unit by the key that both languages share), a date.

    measure: the unit that it is told in, with its factor, where that is not the standard one.
    """
    if value.slot == "date":
        if value.low is not None and value.low != value.high:
            return f"{value.low}/{value.high}"
        return str(value.value) if value.value is not None else value.span.text
    unit = f" {unit_key(value, one)}" if value.unit else ""
    exact, low, high = value.value, value.low, value.high
    if measure is not None:
        unit = f" {measure[0]}"
        exact, low, high = (round(n / measure[1], 6) if isinstance(n, float) else n for n in (exact, low, high))
    if exact is not None and low == high:
        return f"{number(exact)}{unit}"
    if low is not None and high is not None:
        return f"{number(low)}–{number(high)}{unit}"
    if low is not None:
        return f"≥ {number(low)}{unit}"
    return f"≤ {number(high)}{unit}" if high is not None else value.span.text


def number(value: float | str | None) -> str:
    """A number without superfluous digits."""
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value).removesuffix(".0")


def places(drafted: Sequence[Drafted]) -> dict[str, list[Span]]:
    """Where the event is said to be."""
    found: dict[str, list[Span]] = {}
    for one in drafted:
        filler = one.found.fillers.get("place")
        if filler is not None and "place" not in one.found.lent:
            span = locality(one.annotation, filler[0])
            found.setdefault(span.text, []).append(span)
    return found


def locality(annotation: Annotation, head: int) -> Span:
    """A noun of a place with all that names it more nearly, up to the next mark: `quai n° 7 de Port-Ville`."""
    inside, last = set(annotation.subtree(head)), head
    while last + 1 in inside and (
        annotation.tokens[last + 1].pos != "PUNCT" or annotation.tokens[last + 1].text == "-"
    ):
        last += 1
    return annotation.span(head, last)


def participant(drafted: Sequence[Drafted], role: str, roots: Mapping[str, str]) -> dict[str, list[Span]]:
    """Who or what fills a role, under one word for one actor or thing; containers and loads left aside."""
    found: dict[str, list[Span]] = {}
    words: dict[str, str] = {}
    for one in drafted:
        filler = one.found.fillers.get(role)
        if filler is None or role in one.found.lent:
            continue
        token = one.annotation.tokens[filler[0]]
        if filler[1] is None and (token.pos != "NOUN" or unnamed_body(token) or thing_at(token).kind in HOLDERS):
            continue
        key = roots.get(filler[1], filler[1]) if filler[1] is not None else thing_at(token).key
        span = phrase(one.annotation, filler[0])
        found.setdefault(key, []).append(span)
        words[key] = min(words.get(key, span.text), span.text)
    return {f"{words[key]}": spans for key, spans in found.items()}


def phrase(annotation: Annotation, head: int) -> Span:
    """A noun with the words that name it more nearly, and no clause or preposition that hangs on it."""
    near = [head, *annotation.dependents(head, "amod", "flat", "compound", "nummod")]
    row = [k for k in near if abs(k - head) <= len(near)]
    return annotation.span(min(row), max(row))


def wordings(drafted: Sequence[Drafted]) -> dict[str, list[Span]]:
    """The words that tell the event, as they stand: `aurait livré`, `a livré`."""
    found: dict[str, list[Span]] = {}
    for one in drafted:
        if not one.found.nominal:
            span = verb_group(one.annotation, one.found)
            found.setdefault(" ".join(span.text.lower().split()), []).append(span)
    return found


def verb_group(annotation: Annotation, found: FoundEvent) -> Span:
    """A predicate with the auxiliaries and adverbs that stand right before it."""
    first = found.token
    start = annotation.sentences[annotation.tokens[found.token].sentence][0]
    while first > start and is_verbal(annotation.tokens[first - 1], found.token):
        first -= 1
    while annotation.tokens[first].dep.startswith("advmod"):
        first += 1
    return annotation.span(min(first, *found.nodes), max(found.token, *found.nodes))


def is_verbal(token: Token, verb: int) -> bool:
    """Whether a word before a verb belongs to its group."""
    return token.head == verb and token.dep.split(":")[0] in VERBAL and token.pos in {"AUX", "ADV", "VERB"}


def unfilled(drafted: Sequence[Drafted]) -> tuple[Slot, ...]:
    """Slots (how many, when, where) that no statement of a claim fills."""
    filled = {slot for slot in ASKED for one in drafted if own_values(one, slot)}
    filled |= {"place" for one in drafted if "place" in one.found.fillers}
    return tuple(slot for slot in ASKED if slot not in filled)


def asked(one: Drafted) -> dict[str, tuple[Span, ...]]:
    """Slots of a statement's event that its report says are not known: the words that ask, and those that leave it open.

    `il est incertain de savoir quand les missiles ont été livrés`, `pas de détails sur le nombre d'armes livrées`.
    """
    annotation, found = one.annotation, one.found
    events = language_pack(annotation.tokens[found.token].language).events
    first = annotation.sentences[annotation.tokens[found.token].sentence][0]
    open_ = [i for i in range(first, found.token) if annotation.tokens[i].lemma in events.unknowing]
    answers: dict[str, tuple[Span, ...]] = {}
    for slot, words in events.asked.items():
        questions = [
            q for q in range(first, found.token) if annotation.tokens[q].lemma in words and asks(annotation, q, found)
        ]
        before = [i for i in open_ if questions and i < questions[-1]]
        if before:
            answers[slot] = (annotation.span(before[-1], before[-1]), annotation.span(questions[-1], questions[-1]))
    return answers


def asks(annotation: Annotation, question: int, found: FoundEvent) -> bool:
    """Whether a question word stands in the event's clause, or a noun that asks has the event or its thing as complement."""
    token = annotation.tokens[question]
    if token.pos != "NOUN":
        return token.head == found.token
    heads = {found.token, *(head for head, _ in found.fillers.values())}
    return any(annotation.tokens[c].head == question for c in heads)
