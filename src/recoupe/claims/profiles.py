"""The comparable side of a statement: class, phase, actors, things, places, times and rare words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from recoupe.claims.statements import Drafted
from recoupe.claims.things import Thing, key_of, kinds, thing_at
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Span
from recoupe.reuse.weights import weight

NAMELESS_ROLES = {"place", "carrier", "time", "instrument", "purpose", "cause"}
NEAR_TIME = 31  # days that a date may span and still tell an event
RARE = 0.9  # of what a word of no table tells (see the weights of shared words)
CONTENT = {"NOUN", "VERB", "ADJ"}


@dataclass(frozen=True)
class Profile:
    """What of a statement is compared.

    actors by role (joined to their root), kinds of things by role, and whose these are said to be; places: actors where
    the event is said to be; times: first and last day (ISO 8601); words: rare words by the key that the languages share;
    named: names by role of what is no actor (products, ships, works);
    speaker: the root actor who says it; own_part: whether they deny an event told by a noun without a doer, which is
    their own part in it; speaker_named: whether they are named there.
    """

    class_: str
    phase: str
    actors: Mapping[str, str]
    things: Mapping[str, Thing]
    owners: Mapping[str, str]
    places: Mapping[str, Span]
    times: Sequence[tuple[str, str, Span]]
    words: Mapping[str, Span]
    spans: Mapping[str, Span]
    predicate: Span
    speaker: str | None
    own_part: bool = False
    speaker_named: bool = False
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)


def profile(drafted: Drafted, phase: str, roots: Mapping[str, str]) -> Profile:
    """The comparable side of a statement; `roots` joins a body to the state or organisation that it belongs to."""
    annotation, found = drafted.annotation, drafted.found
    actors, things, spans = {}, {}, {}
    named: dict[str, frozenset[str]] = {}
    places: dict[str, Span] = {}
    for role, (head, actor) in found.fillers.items():
        token = annotation.tokens[head]
        if role in NAMELESS_ROLES:
            if actor is not None and role == "place":
                places[roots.get(actor, actor)] = annotation.span(head, head)
            continue
        spans[role] = annotation.span(head, head)
        if actor is not None:
            actors[role] = roots.get(actor, actor)
        elif names := name_words(annotation, head):
            named[role] = names
        elif (token.pos == "NOUN" or token.lemma in kinds(token.language)) and not unnamed_body(token):
            things[role] = thing_at(token)
    if not actors:
        things = {r: t for r, t in things.items() if not is_event(annotation.tokens[found.fillers[r][0]])}
    speaker = roots.get(drafted.speaker or "", drafted.speaker or "") or None
    return Profile(
        class_=found.class_,
        phase=phase,
        actors=actors,
        things=things,
        owners={role: roots.get(owner, owner) for role, owner in found.owners.items() if role in spans},
        places=places,
        times=times(drafted),
        words=rare_words(drafted),
        spans=spans,
        predicate=annotation.span(found.token, found.token),
        speaker=speaker,
        own_part=own_part_denied(drafted) and "agent" not in actors,
        speaker_named=drafted.speaker_named,
        named=named,
    )


def name_words(annotation: Annotation, head: int) -> frozenset[str]:
    """The words of a proper name, lower case; none where a noun of things heads the phrase."""
    token = annotation.tokens[head]
    if token.pos != "PROPN" or token.lemma in kinds(token.language) or not token.text[:1].isupper():
        return frozenset()
    parts = [annotation.tokens[c] for c in (head, *annotation.dependents(head, "flat", "compound", "nummod"))]
    return frozenset(t.norm for t in parts if t.pos in {"PROPN", "NUM", "X"})


def is_event(token: Token) -> bool:
    """Whether a noun names an event (`une escalade du soutien` is about no thing)."""
    return token.lemma in language_pack(token.language).events.nouns


def times(drafted: Drafted) -> tuple[tuple[str, str, Span], ...]:
    """The dates of a statement that are told to the month or nearer."""
    return tuple(
        (str(v.low), str(v.high), v.span)
        for v in drafted.statement.values
        if v.slot == "date" and v.low is not None and v.high is not None and near(str(v.low), str(v.high))
    )


def near(low: str, high: str) -> bool:
    """Whether two days lie within a month of one another."""
    return (date.fromisoformat(high) - date.fromisoformat(low)).days < NEAR_TIME


def rare_words(drafted: Drafted) -> dict[str, Span]:
    """Rare content words of a statement beside its predicate and named participants, by the key that both languages share."""
    annotation, found = drafted.annotation, drafted.found
    span = drafted.statement.spans[0]
    taken = {found.token, *(head for head, actor in found.fillers.values() if actor is not None)}
    named = {annotation.tokens[i].lemma for i in taken}
    words: dict[str, Span] = {}
    for token in annotation.tokens:
        inside = span.start <= token.start and token.end <= span.end
        if inside and token.pos in CONTENT and token.lemma not in named and weight(token.lemma, token.language) >= RARE:
            words.setdefault(key_of(token.lemma, token.language), annotation.span(token.i, token.i))
    return words


def unnamed_body(token: Token) -> bool:
    """Whether a noun names a body by its kind alone (`a Brenian company`): it may be any body of the kind."""
    return token.lemma in language_pack(token.language).institutions.nouns


def own_part_denied(drafted: Drafted) -> bool:
    """Whether somebody denies an event told by a noun without a doer: it is their own part in it that they deny."""
    return drafted.statement.firmness == "denial" and drafted.found.nominal
