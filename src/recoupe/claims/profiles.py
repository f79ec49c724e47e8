"""The comparable side of a statement: class, phase, actors, things, places, times and rare words."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from recoupe.claims.constructions import is_time
from recoupe.claims.drafted import Drafted
from recoupe.claims.entries import is_victim
from recoupe.claims.extents import clause_span
from recoupe.claims.fields import fields_of
from recoupe.claims.figures import Bounds, counts_of
from recoupe.claims.found import CAUSE, OTHER, FoundEvent, Owner
from recoupe.claims.opposites import Side, sides_of
from recoupe.claims.participants import can_act
from recoupe.claims.persons import is_one_person
from recoupe.claims.shares import Share, share_of
from recoupe.claims.things import (
    BODY,
    CONTAINERS,
    LADINGS,
    MONEY,
    PERSON,
    SOMEBODY,
    Thing,
    key_of,
    kinds,
    thing_at,
    thing_told,
)
from recoupe.languages import language_pack, shared_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Span
from recoupe.reuse.equivalence import meanings
from recoupe.reuse.weights import weight

NAMELESS_ROLES = {"place", "carrier", "time", "instrument", "purpose"}
NEAR_TIME = 31  # days that a date may span and still tell an event
RARE = 0.9  # of what a word of no table tells (see the weights of shared words)
CONTENT = {"NOUN", "VERB", "ADJ"}
TELLING = {*CONTENT, "PROPN", "NUM", "ADV"}

Word = tuple[
    frozenset[str], float, Span
]  # what it can mean in either language, what it tells (0 to 1), where it stands


@dataclass(frozen=True)
class Profile:
    """What of a statement is compared.

    actors by role (joined to their root), kinds of things by role, and whose these are said to be; places: actors where
    the event is said to be; times: first and last day (ISO 8601); words: rare words by the key that the languages share;
    named: names by role of what is no actor (products, ships, works);
    senses: what its predicate can mean; tells: how much its word tells, 0 to 1;
    clause: the other telling words of its clause: what each can mean in either language, and what it tells;
    wording: all telling words of its span, its predicate and participants with them: what each can mean, what it tells;
    background: whether its dates lie long before its report, which tells it beside its news; told_on: the first day on
    which its report can be of, empty where that is unknown, and for a heading, whose text tells when; happened_on: the day
    (ISO 8601) of what its report tells as days before its news;
    unsettled: whether its words leave open if it goes on or is to come;
    counts: what it counts of who or what takes part, under one word for all persons, with bounds;
    beside_another: whether words set it, or who takes part, beside another of its kind (`was also arrested`);
    effect: of what is told to be brought about, the class of the event;
    plain: its verb tells nothing by itself (`représenter`, `have`): what it is said of tells all;
    one: for roles of persons whether they are one (`the volunteer`) or several, where that is told;
    labels: numbers that tell one thing from others of its word (`dryer 3`, `the second round`): word, number;
    affair: the names that its report tells, with how often each stands there; document: its report;
    nominal: it is told by a noun alone, which takes up rather than tells;
    sides: the opposites on whose side its predicate is; fields: those in which it is done, where words name any;
    own_people: their own people are what they deny to have done it (`our men shot at nobody`);
    speaker: the root actor who says it; own_part: whether they deny an event told by a noun without a doer, which is
    their own part in it; speaker_named: whether they are named there. share: whether it is told of all of a kind or of a part;
    refuses: it is that somebody refuses another event. called: what nouns can mean that its report uses of actors, by role.
    rank: of one more person whom it befell (`a fifth man died`), else 0.
    """

    class_: str
    phase: str
    actors: Mapping[str, str]
    things: Mapping[str, Thing]
    owners: Mapping[str, Owner]
    places: Mapping[str, Span]
    times: Sequence[tuple[str, str, Span]]
    words: Mapping[str, Span]
    spans: Mapping[str, Span]
    predicate: Span
    speaker: str | None
    own_part: bool = False
    speaker_named: bool = False
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)
    senses: frozenset[str] = frozenset()
    clause: Sequence[Word] = ()
    wording: Sequence[tuple[frozenset[str], float]] = ()
    labels: Sequence[tuple[frozenset[str], frozenset[str], Span]] = ()
    affair: Mapping[str, int] = field(default_factory=dict)
    document: str = ""
    effect: str = ""
    plain: bool = False
    one: Mapping[str, bool] = field(default_factory=dict)
    nominal: bool = False
    sides: frozenset[Side] = frozenset()
    fields: frozenset[str] = frozenset()
    tells: float = 1.0
    background: bool = False
    told_on: str = ""
    happened_on: str = ""
    unsettled: bool = False
    counts: Mapping[str, Bounds] = field(default_factory=dict)
    beside_another: bool = False
    own_people: bool = False
    share: Share = ""
    refuses: bool = False
    called: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rank: int = 0

    @functools.cached_property
    def meant(self) -> frozenset[str]:
        """What any of the words of its wording can mean."""
        return frozenset().union(*(senses for senses, _ in self.wording))

    @functools.cached_property
    def meant_beside(self) -> frozenset[str]:
        """What any of the other words of its clause can mean."""
        return frozenset().union(*(senses for senses, _, _ in self.clause))

    @functools.cached_property
    def told(self) -> tuple[float, ...]:
        """What each word of its wording tells."""
        return tuple(told for _, told in self.wording)


def profile(drafted: Drafted, phase: str, roots: Mapping[str, str], affair: Mapping[str, int]) -> Profile:
    """The comparable side of a statement; `roots` joins a body to the state or organisation that it belongs to.

    affair: the names that its report tells.
    """
    annotation, found = drafted.annotation, drafted.found
    actors, things, spans = {}, {}, {}
    named: dict[str, frozenset[str]] = {}
    places: dict[str, Span] = {}
    amounts = [v.span for v in drafted.statement.values if v.slot == "amount"]
    measures = [v.span for v in drafted.statement.values if v.slot == "measure"]
    for role, (head, actor) in found.fillers.items():
        token = annotation.tokens[head]
        if role in NAMELESS_ROLES:
            if actor is not None and role == "place":
                places[roots.get(actor, actor)] = annotation.span(head, head)
            continue
        if any(span.start <= token.start < span.end for span in measures):
            continue  # how much of a thing that is not named: `2 300 hectares ont brûlé`
        spans[role] = annotation.span(head, head)
        if actor is not None and actor not in drafted.unnamed:
            befallen = role == "theme" and shared_pack().event_classes.classes[found.class_].befalls
            actors[role] = actor if befallen else roots.get(actor, actor)  # (who is arrested is no body of theirs)
        elif stands_for_some(annotation, token):
            if found.class_ in language_pack(token.language).events.victims.values():
                things[role] = SOMEBODY  # `injured 11`, `four of its comrades were killed`
        elif names := name_words(annotation, head):
            named[role] = names
        elif token.pos == "NOUN" or token.lemma in kinds(token.language):
            sum_ = any(span.start <= token.start < span.end for span in amounts)
            things[role] = MONEY if sum_ else thing_of(annotation, token)
    told = found.token if found.word is None else found.word
    taken = "theme" if "theme" in shared_pack().event_classes.classes[found.class_].roles[:1] else "agent"
    if (is_victim(annotation, annotation.tokens[told]) or found.tally is not None) and taken not in spans:
        spans[taken], things[taken] = (
            annotation.span(told, told),
            SOMEBODY,
        )  # (`a fait dix morts`, `2 500 manifestants`)
    speaker = roots.get(drafted.speaker or "", drafted.speaker or "") or None
    return Profile(
        class_=found.class_,
        phase=phase,
        actors=actors,
        things=things,
        owners={r: o._replace(actor=roots.get(o.actor, o.actor)) for r, o in found.owners.items() if r in spans},
        places=places,
        times=times(drafted),
        words=rare_words(drafted),
        spans=spans,
        predicate=annotation.span(found.token, found.token),
        speaker=speaker,
        own_part=own_part_denied(drafted) and "agent" not in actors,
        speaker_named=drafted.speaker_named,
        named=named,
        senses=senses_of(annotation.tokens[found.word]) if found.word is not None else frozenset(),
        clause=clause(drafted),
        wording=wording(drafted),
        background=drafted.background,
        told_on="" if annotation.tokens[found.token].sentence in annotation.headings else first_day(annotation),
        happened_on=happened_on(drafted),
        unsettled=drafted.unsettled,
        counts=counts_of(drafted),
        beside_another=beside_another(drafted),
        effect=effect_of(annotation, found),
        plain=tells_nothing(annotation.tokens[found.token], found.class_),
        one={r: one for r in spans.keys() & found.fillers.keys() if (one := is_one(annotation, found, r)) is not None},
        labels=labels(drafted),
        affair=affair,
        document=annotation.document.id,
        tells=weight(annotation.tokens[found.token].lemma, annotation.tokens[found.token].language),
        sides=sides_of(annotation.tokens[found.token]),
        fields=fields_of(annotation, found),
        share=share_of(annotation, found),
        refuses=found.refuses,
        rank=rank_of(annotation, found),
        called={role: drafted.called[role] for role in drafted.called.keys() & actors.keys()},
        nominal=found.nominal and not is_victim(annotation, annotation.tokens[found.token]),
    )


def stands_for_some(annotation: Annotation, token: Token) -> bool:
    """Whether a word stands for some of those told of, without a noun that says who or what they are (`17`, `others`,
    `une trentaine`).
    """
    pack = language_pack(token.language)
    vague = token.lemma in pack.numbers.vague and not annotation.dependents(token.i, "nmod", "obl")
    return token.pos == "NUM" or vague or token.lemma in pack.events.rest


def effect_of(annotation: Annotation, found: FoundEvent) -> str:
    """The class of the event that something brought about (`caused the fire`); empty where no event noun names it."""
    if found.class_ != CAUSE or "theme" not in found.fillers:
        return ""
    noun = annotation.tokens[found.fillers["theme"][0]]
    entry = language_pack(noun.language).events.nouns.get(noun.lemma)
    return next(iter(entry.classes), "") if entry is not None else ""


def tells_nothing(token: Token, class_: str) -> bool:
    """Whether a predicate is of a state or of no class and a verb that tells no event by its word alone."""
    state = class_ == OTHER or shared_pack().event_classes.classes[class_].state
    return state and token.lemma in language_pack(token.language).events.plain


def told_in(drafted: Drafted) -> Span:
    """The words of a statement that tell its event; of a denial those that it denies, wherever they stand."""
    if drafted.takes_up is None:
        return drafted.statement.spans[0]
    return clause_span(drafted.annotation, drafted.found)


def clause(drafted: Drafted) -> tuple[Word, ...]:
    """The telling words of a statement beside its predicate and participants."""
    annotation, found = drafted.annotation, drafted.found
    span = told_in(drafted)
    taken = {found.token, *found.nodes, *(head for head, _ in found.fillers.values())}
    words = []
    for token in annotation.within(span):
        if token.i not in taken and token.pos in TELLING and (told := weight(token.lemma, token.language)) > 0:
            words.append((senses_of(token), told, annotation.span(token.i, token.i)))
    return tuple(words)


def wording(drafted: Drafted) -> tuple[tuple[frozenset[str], float], ...]:
    """All telling words of a statement; a name or figure tells as much as a word of no table."""
    span = told_in(drafted)
    words = []
    for token in drafted.annotation.within(span):
        if token.pos in TELLING:
            told = 1.0 if token.pos in {"PROPN", "NUM"} else weight(token.lemma, token.language)
            if told > 0:
                words.append((senses_of(token) | {token.norm}, told))
    return tuple(words)


def labels(drafted: Drafted) -> tuple[tuple[frozenset[str], frozenset[str], Span], ...]:
    """The things of a statement that are told from others of their word by a number behind it, or by an ordinal."""
    annotation, span = drafted.annotation, told_in(drafted)
    found = []
    for token in annotation.within(span):
        if token.pos != "NOUN":
            continue
        if is_time(token, language_pack(token.language)):
            continue
        for child in annotation.children[token.i]:
            own = annotation.tokens[child]
            near = (own, *(annotation.tokens[c] for c in annotation.children[child]))
            if any(is_time(t, language_pack(t.language)) for t in near):
                continue  # `the first cases on January 22`
            behind = own.i > token.i and own.dep.startswith(("nummod", "nmod", "appos", "flat", "dep", "amod"))
            number = next(
                (annotation.tokens[c] for c in (child, *annotation.children[child]) if is_number(annotation.tokens[c])),
                None,
            )
            if number is not None and behind:
                found.append((senses_of(token), senses_of(number), annotation.span(token.i, number.i)))
            elif own.dep.startswith("amod") and own.lemma in language_pack(own.language).numbers.ordinals:
                rank = frozenset({f"number:{language_pack(own.language).numbers.ordinals[own.lemma]}"})
                found.append((senses_of(token), rank, annotation.span(min(token.i, child), max(token.i, child))))
    return tuple(found)


def beside_another(drafted: Drafted) -> bool:
    """Whether a word beside the predicate or a participant sets the event beside another one (`lui aussi`, `another`)."""
    annotation, found = drafted.annotation, drafted.found
    heads = {found.token, *found.nodes, *(head for head, _ in found.fillers.values())}
    near = {c for head in heads for c in annotation.children[head]} - heads
    near |= {c for n in near if annotation.tokens[n].pos == "PRON" for c in annotation.children[n]}  # `lui aussi`
    span = drafted.statement.spans[0]
    denies = drafted.statement.stance == "denies"  # (`has not lost a single crown`)
    return any(
        span.start <= t.start < span.end
        and not (denies and t.lemma in language_pack(t.language).denials.single)
        and {t.norm, t.lemma} & {*language_pack(t.language).events.beside_another}
        and not annotation.dependents(t.i, "case")
        for t in (annotation.tokens[n] for n in near)
    )


def rank_of(annotation: Annotation, found: FoundEvent) -> int:
    """The rank of one more person among those whom an event befell (`a fifth man died`); 0 where none is told."""
    for head, _ in found.fillers.values():
        noun = annotation.tokens[head]
        ranks = language_pack(noun.language).numbers.ordinals
        new = any(annotation.tokens[c].has("Definite=Ind") for c in annotation.dependents(head, "det"))
        beside = [annotation.tokens[c] for c in annotation.dependents(head, "amod")] if new else []
        if thing_at(noun).kind == PERSON and (
            told := [r for t in beside if (r := ranks.get(t.lemma, ranks.get(t.norm, 0)))]
        ):
            return int(max(told))
    return 0


def is_number(token: Token) -> bool:
    """Whether a token is a whole number in figures."""
    return token.text.isdecimal()


def senses_of(token: Token) -> frozenset[str]:
    """What a word can mean in either language; a word of no table means itself."""
    return meanings((token.language, token.lemma)) or frozenset({token.lemma})


def is_one(annotation: Annotation, found: FoundEvent, role: str) -> bool | None:
    """Whether who fills a role is one person or several; None where that is left open."""
    return is_one_person(annotation, found.fillers[role][0])


def name_words(annotation: Annotation, head: int) -> frozenset[str]:
    """The words of a proper name, lower case; none where a noun of things heads the phrase."""
    token = annotation.tokens[head]
    if token.pos != "PROPN" or token.lemma in kinds(token.language) or not token.text[:1].isupper():
        return frozenset()
    parts = [annotation.tokens[c] for c in (head, *annotation.dependents(head, "flat", "compound", "nummod"))]
    return frozenset(t.norm for t in parts if t.pos in {"PROPN", "NUM", "X"})


def times(drafted: Drafted) -> tuple[tuple[str, str, Span], ...]:
    """The dates of a statement that are told to the month or nearer."""
    return tuple(
        (str(v.low), str(v.high), v.span)
        for v in drafted.statement.values
        if v.slot == "date" and v.low is not None and v.high is not None and near(str(v.low), str(v.high))
    )


def first_day(annotation: Annotation) -> str:
    """The first day (ISO 8601) that a report can be of; empty where that is unknown."""
    published = annotation.document.published
    return (published.not_before or "")[:10] if published is not None else ""


def happened_on(drafted: Drafted) -> str:
    """The day (ISO 8601) of an event that its report dates to days before its news; empty where it does not."""
    day = first_day(drafted.annotation)
    if drafted.days_before is None or not day:
        return ""
    return (date.fromisoformat(day) - timedelta(days=drafted.days_before)).isoformat()


def near(low: str, high: str) -> bool:
    """Whether two days lie within a month of one another."""
    return (date.fromisoformat(high) - date.fromisoformat(low)).days < NEAR_TIME


def rare_words(drafted: Drafted) -> dict[str, Span]:
    """Rare content words of a statement beside its predicate and named participants, by the key that both languages share."""
    annotation, found = drafted.annotation, drafted.found
    span = told_in(drafted)
    taken = {found.token, *(head for head, actor in found.fillers.values() if actor is not None)}
    named = {annotation.tokens[i].lemma for i in taken}
    words: dict[str, Span] = {}
    for token in annotation.within(span):
        if token.pos in CONTENT and token.lemma not in named and weight(token.lemma, token.language) >= RARE:
            words.setdefault(key_of(token.lemma, token.language), annotation.span(token.i, token.i))
    return words


def thing_of(annotation: Annotation, token: Token) -> Thing:
    """What a noun names: a body by its kind alone, a craft that holds what it carries (`trucks loaded with rockets`)."""
    found = thing_told(annotation, token)
    events = language_pack(token.language).events
    named = found == thing_at(token)  # by the word alone (`the paper`; but `a ballot paper` is no body)
    if named and unnamed_body(token) and found.kind not in events.crafts:  # (`le pétrolier` names a ship, no company)
        return replace(found, kind=BODY)
    if not found.kind and unnamed_group(token):
        return replace(found, kind=BODY)
    if not found.kind and can_act(token):
        return replace(found, kind=BODY)  # (`the curator`: a name may be theirs)
    if found.kind in events.crafts:
        beside = [annotation.tokens[c] for c in annotation.dependents(token.i, "acl", "amod")]
        goods = [thing_at(annotation.tokens[c]) for c in annotation.dependents(token.i, "nmod", "compound")]
        if any(t.lemma in events.laden for t in beside) or any(g.kind in LADINGS for g in goods):
            return replace(found, kind=CONTAINERS)
    return found


def unnamed_body(token: Token) -> bool:
    """Whether a noun names a body by its kind alone (`a Brenian company`): it may be any body of the kind."""
    return token.lemma in language_pack(token.language).institutions.nouns


def unnamed_group(token: Token) -> bool:
    """Whether a noun names people who act together (`forces`, `rebels`): a named body may be theirs."""
    institutions = language_pack(token.language).institutions
    return token.norm in institutions.plurals or token.norm in institutions.groups


def own_part_denied(drafted: Drafted) -> bool:
    """Whether somebody denies an event told by a noun without a doer: it is their own part in it that they deny."""
    denied = drafted.statement.firmness == "denial" or drafted.takes_up is not None
    tokens, sentences = drafted.annotation.tokens, drafted.annotation.sentences
    first = tokens[sentences[tokens[drafted.found.token].sentence][0]].start
    behind = any(s.end <= first for s in drafted.statement.triggers[:1])
    return denied and drafted.found.nominal and not behind  # `« Je démens. » X ne s'étend pas sur la livraison`
