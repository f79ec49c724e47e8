"""Who and what takes part in an event: its constructions by the parse, and the roles that its class gives them."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from recoupe.claims.constructions import PASSIVE_SUBJECT, STATE, case_of, described, is_reflexive, is_time
from recoupe.claims.found import CAUSE, Filler
from recoupe.claims.holding import counted, of_held, of_owner
from recoupe.claims.stricken import wielder
from recoupe.claims.things import BODY, HOLDERS, MONEY, PERSON, thing_at
from recoupe.languages import LanguagePack, language_pack, shared_pack
from recoupe.languages.events_schema import EventEntry, Instead
from recoupe.linguistics import Annotation, Token

NAMED_BEHIND = {"NOUN", "ADJ", "PROPN"}
ANIMATE = {"agent", "recipient", "partner"}
PLACE = "place"
EXTENT = "extent"  # the kind of how much something has changed, which takes no part (`fell | 11 percent`)
ANYTHING = "anything"
GIVEN = "given"  # the construction of who gets what a verb of giving has as its second object
INFINITIVE, EVENT = "infinitive", "event"  # a construction of verbs, and what fills it or a preposition
SITES = {"site", "building"}  # kinds of things where something can happen
NAMING = 3  # words before a noun that may make a body of it

CLAUSE_MARKS = {":", ";"}  # marks between two clauses


@dataclass(frozen=True)
class Frame:
    """The class of an event, the role of each construction, and the constructions whose role the entry itself tells.

    phase: where the word says it by itself.
    """

    class_: str
    roles: Mapping[str, str]
    own: frozenset[str]
    phase: str


@dataclass(frozen=True)
class Aside:
    """Tokens that take no part in an event where they stand beside it.

    cues: those of sources, cues and relays, which are no object of what is said. times: those of dates and durations.
    days: the first and last day (ISO 8601) that a date tells, by its tokens.
    """

    cues: frozenset[int] = frozenset()
    times: frozenset[int] = frozenset()
    days: Mapping[int, tuple[str, str]] = field(default_factory=dict)


def frame_of(
    annotation: Annotation,
    predicate: int,
    entry: EventEntry,
    slots: Sequence[tuple[str, int]],
    nominal: bool,
    pack: LanguagePack,
    named: Mapping[int, str],
) -> Frame:
    """The class of an event and the roles of its constructions: the entry's own, or those that a filler chooses."""
    governed = [(INFINITIVE, c) for c in annotation.dependents(predicate, "xcomp", "advcl", "ccomp")]
    chosen: EventEntry | Instead = next(
        (i for i in entry.instead if any(suits(annotation, predicate, i, s, named) for s in (*slots, *governed))), entry
    )
    class_ = chosen.classes[0]
    usual = pack.events.default_roles.get(class_, {})
    if not nominal:  # `the delivery of X`, but not `crossed the pass of X`: only a noun names its doer as its owner
        usual = {c: r for c, r in usual.items() if r != "agent" or not owning(c)}
    return Frame(class_, {**usual, **chosen.roles}, frozenset(chosen.roles), chosen.phase or entry.phase)


def suits(
    annotation: Annotation, predicate: int, instead: Instead, slot: tuple[str, int], named: Mapping[int, str]
) -> bool:
    """Whether what stands in a construction chooses another reading of the event."""
    token = annotation.tokens[slot[1]]
    name = "subject" if slot[0] == PASSIVE_SUBJECT and token.dep.startswith("nsubj") else slot[0]
    passive = slot[0] == PASSIVE_SUBJECT and token.dep.startswith("nsubj")
    copula = bool(annotation.dependents(token.head, "cop"))
    befalls = passive and instead.slot == "object" and (token.dep.startswith("nsubj:pass") or copula)  # `a été volé`
    passive = passive or (slot[0] == PASSIVE_SUBJECT and described(annotation, annotation.tokens[predicate]))
    if of_owner(slot[0]) and instead.slot == "object" and thing_at(token).kind == instead.filled:
        name = "object"  # `touché de l'argent`: the parse takes the article for a preposition
    if name != instead.slot and not befalls and not (instead.slot == "passive" and passive):
        return False  # (`sont arrivées` may be read as a passive)
    if instead.filled == ANYTHING:
        return True
    held = annotation.tokens[counted(annotation, slot[1], language_pack(token.language))]
    someone = can_act(held) and (held.pos != "PRON" or (held.has("PronType=Prs") and not held.has("Gender=Neut")))
    person = someone or slot[1] in named or held.i in named or calls_by_name(annotation, held)
    if instead.filled == PERSON:
        return person and not is_body(held)
    if instead.filled == BODY:
        return is_body(held)
    if instead.filled == EVENT:
        return token.has("VerbForm=Inf") or token.lemma in language_pack(token.language).events.nouns
    if instead.filled == PLACE:
        return is_site(token) or is_site(held)
    if instead.filled != "thing":
        named_so = language_pack(token.language).events.objects.get(instead.filled, ())
        kinds_ = {thing_at(token).kind, thing_at(held).kind}
        return instead.filled in kinds_ or token.lemma in named_so or held.lemma in named_so
    crafts = language_pack(token.language).events.crafts
    return not person and held.pos == "NOUN" and thing_at(held).kind not in crafts


def calls_by_name(annotation: Annotation, token: Token) -> bool:
    """Whether a full name stands right behind a noun that says what somebody is (`le navigateur Paul Ancel`)."""
    if token.pos != "NOUN" or is_body(token) or thing_at(token).kind:
        return False
    behind = annotation.tokens[token.i + 1 : token.i + 3]
    return len(behind) == 2 and all(t.pos == "PROPN" and t.text[:1].isupper() for t in behind)


def is_money(annotation: Annotation, head: int, pack: LanguagePack) -> bool:
    """Whether a noun is a sum."""
    return thing_at(annotation.tokens[counted(annotation, head, pack)]).kind == MONEY.kind


def only_extent(annotation: Annotation, head: int, pack: LanguagePack) -> bool:
    """Whether a noun tells only how much something has changed, and is no share of anything (`4% of its staff`)."""
    return thing_at(annotation.tokens[counted(annotation, head, pack)]).kind == EXTENT


def parted(annotation: Annotation, head: int, predicate: int) -> bool:
    """Whether a colon or semicolon stands between two words of a sentence: another clause, however the parse hangs it."""
    low, high = sorted((head, predicate))
    one = annotation.tokens[low].sentence == annotation.tokens[high].sentence
    return one and any(t.text in CLAUSE_MARKS for t in annotation.tokens[low:high])


def is_body(token: Token) -> bool:
    """Whether a noun names a body by its kind (`paper`, `town hall`), which can act but is nobody."""
    return token.pos == "NOUN" and token.lemma in language_pack(token.language).institutions.nouns


def participants(
    annotation: Annotation,
    token: Token,
    frame: Frame,
    slots: Sequence[tuple[str, int]],
    nominal: bool,
    actors: Mapping[int, str],
    aside: Aside,
) -> dict[str, Filler]:
    """Who fills which role of a class, from the constructions of its predicate.

    A subject that can do nothing is what the event is about, where nothing else is (`the sum went through a firm`).
    """
    class_, roles = frame.class_, frame.roles
    pack = language_pack(token.language)
    slots = [(slot, head) for slot, head in slots if not only_extent(annotation, head, pack)]
    if shared_pack().event_classes.classes[class_].priced and any(slot == PASSIVE_SUBJECT for slot, _ in slots):
        # (`l'hippodrome a été vendu | 12 millions d'euros`)
        slots = [(slot, head) for slot, head in slots if slot != "object" or not is_money(annotation, head, pack)]
    if roles.get("subject") == roles.get("object") == "theme" and any(slot == "object" for slot, _ in slots):
        roles = {**roles, "subject": "agent"}  # `the ballots burnt`, `he burnt the ballots`
    allowed = set(shared_pack().event_classes.classes[class_].roles)
    if not nominal and "recipient" in allowed and (given := given_to(annotation, token, roles, slots)) is not None:
        slots = [(GIVEN if head == given and slot == "object" else slot, head) for slot, head in slots]
        roles = {**roles, GIVEN: "recipient"}
    does = "subject" if shared_pack().event_classes.classes[class_].lasting or CAUSE in allowed else "object"
    # (`on strike`, `at the origin of`; `in custody`)
    slots = [(does if slot == STATE else slot, head) for slot, head in slots]
    if "theme" not in allowed and is_reflexive(
        annotation, token, pack
    ):  # `le veilleur s'est endormi` was put to sleep by none
        slots = [("subject" if slot == PASSIVE_SUBJECT else slot, head) for slot, head in slots]
    found: dict[str, Filler] = {}
    lifeless: list[int] = []

    def fill(slot: str, head: int) -> None:
        role = roles.get(slot)
        said_of = slot == "subject" or annotation.tokens[head].dep.startswith("nsubj")
        if (
            parted(annotation, head, token.i)
            or role not in allowed
            or role is None
            or (not said_of and head in aside.cues and token.i not in aside.cues)
        ):
            return
        part = counted(annotation, head, pack)
        figure = annotation.tokens[part].pos == "NUM" and slot not in {"subject", "object"}
        if head in aside.times or figure or takes_no_part(annotation, head):
            return  # (`at 3 a.m.`, `on the 12th`)
        head = counted(annotation, head, pack)
        if head in aside.times or is_time(annotation.tokens[head], pack):
            return
        actor = actor_at(annotation, head, actors)
        if role == "agent" and actor is None and (whose := wielder(annotation, head, class_, actors)) is not None:
            found.setdefault(role, whose)
            return
        if (
            role in ANIMATE
            and actor is None
            and not (can_act(annotation.tokens[head]) or is_body_by_words(annotation, head) or moves(head))
        ):
            if CAUSE in allowed:
                found.setdefault(CAUSE, (bringing_about(annotation, head), None))
            elif slot == "subject" and not nominal and annotation.tokens[head].dep.startswith("nsubj"):
                lifeless.append(head)
            return
        if role == PLACE and actor is None and not is_site(annotation.tokens[head]):
            return
        better = role in ANIMATE and actor is not None and role in found and found[role][1] is None
        if role not in found or better:
            found[role] = (head, actor)

    def moves(head: int) -> bool:
        """Whether a craft or what is carried does what only moves itself (`the lorries crossed the border`)."""
        kind = thing_at(annotation.tokens[head]).kind
        return "theme" not in allowed and kind in {*pack.events.crafts, *HOLDERS}

    late = [(slot, head) for slot, head in slots if slot in pack.events.locative and roles.get(slot) in ANIMATE]
    for slot, head in slots:
        if (slot, head) not in late:
            fill(slot, head)
    for slot, head in slots:
        if (
            slot in {"object", PASSIVE_SUBJECT}
            or (slot != "subject" and not nominal)
            or (nominal and slot != "subject")
        ):
            for inner in inner_phrases(annotation, head, actors) if head not in aside.times else ():
                case = case_of(annotation, inner)
                made = case in pack.events.by and inner < token.i  # `a painting by X was found`: X has not found it
                if (roles.get(case) in ANIMATE or (case in frame.own and not nominal)) and not made:
                    fill(case, inner)
    for head in [head for slot, head in slots if roles.get(slot) == "agent" and slot != "subject" and not owning(slot)]:
        for second in annotation.dependents(head, "conj"):  # `un accord entre X et Y`
            found.setdefault(
                "partner" if "partner" in allowed else "theme", (second, actor_at(annotation, second, actors))
            )
    for slot, head in late:  # `fournir à X des armes en Y`: a place counts as who receives only where nobody else does
        fill(slot, head)
    if not nominal and roles.get("object") not in found:
        for _, head in slots:
            for inner in annotation.dependents(head, "nmod"):
                if partitive(annotation, inner) and actor_at(annotation, inner, actors) is None:
                    fill("object", inner)  # `fournir à la Russie des centaines de drones`: the parse hangs it on Russia
    if lifeless and "theme" in allowed and not any(slot == "object" for slot, _ in slots):
        held = "theme" in found and found["theme"][1] is None and owning(case_of(annotation, found["theme"][0]))
        if held or "theme" not in found:  # `the bill went from 2 to 3 million euros`
            found["theme"] = (lifeless[0], None)
    if nominal:
        nominal_participants(annotation, token, frame, found, actors)
    return found


def given_to(
    annotation: Annotation, token: Token, roles: Mapping[str, str], slots: Sequence[tuple[str, int]]
) -> int | None:
    """Who gets what a verb of giving has as its second object (`she was awarded the prize`, `gave the refugees rice`)."""
    objects = [head for slot, head in slots if slot == "object"]
    behind = [head for head in objects if head > token.i and annotation.tokens[head].dep == "obj"]
    others = [head for head in objects if head not in behind[-1:]]
    if roles.get("object") != "theme" or not behind or len(others) != 1:
        return None
    (other,) = others
    own = annotation.tokens[other]
    passive = own.dep.startswith("nsubj") and bool(annotation.dependents(token.i, "aux:pass"))
    return other if passive or (own.dep == "iobj" and token.i < other < behind[-1]) else None


def bringing_about(annotation: Annotation, head: int) -> int:
    """What is said to have brought something about: of an event that befalls a thing, the thing (`la chute d'un câble`)."""
    token = annotation.tokens[head]
    if token.lemma not in language_pack(token.language).events.nouns:
        return head
    held = [c for c in annotation.dependents(head, "nmod") if of_owner(case_of(annotation, c))]
    return next((c for c in held if annotation.tokens[c].pos == "NOUN"), head)


def takes_no_part(annotation: Annotation, head: int) -> bool:
    """Whether a phrase is an adverb by its meaning (`de son côté`, `à la fois`, `d'où`, `ont tiré les premiers`)."""
    token = annotation.tokens[head]
    ordinal = token.norm in language_pack(token.language).numbers.ordinals
    if token.pos == "ADV" or (ordinal and all(annotation.tokens[c].pos == "DET" for c in annotation.children[head])):
        return True
    opening = min(annotation.dependents(head, "case", "det"), default=head)
    words = " ".join(t.norm for t in annotation.tokens[opening : head + 1])
    return words in asides(annotation.tokens[head].language)


@functools.cache
def asides(language: str) -> frozenset[str]:
    """Phrases that stand aside in a sentence, as words set apart by spaces."""
    return frozenset(phrase.replace("'", "' ") for phrase in language_pack(language).settings.asides)


def is_site(token: Token) -> bool:
    """Whether a noun names where something can happen: a name, a noun of places, or a body that has a seat."""
    seat = token.pos == "NOUN" and is_body(token)
    known = token.pos == "NOUN" and token.lemma in language_pack(token.language).events.premises
    return token.pos == "PROPN" or thing_at(token).kind in SITES or seat or known


def inner_phrases(annotation: Annotation, noun: int, actors: Mapping[int, str], depth: int = 3) -> list[int]:
    """Prepositional phrases inside a noun phrase that name an actor, or somebody or a body that can act.

    `livrer des missiles à courte portée à la Russie`, `fournir des images à l'armée`.
    """
    found = []
    inside = annotation.dependents(noun, "nmod", "obl", "conj")
    adjectives = [c for c in annotation.dependents(noun, "amod") if annotation.tokens[c].pos == "ADJ"]
    inside += [
        c for a in adjectives for c in annotation.dependents(a, "nmod", "obl")
    ]  # (`des drones navals à la Sarvie`)
    inside += [c for c in annotation.dependents(noun, "acl", "amod") if misread_noun(annotation, c)]
    for child in inside:
        token = annotation.tokens[child]
        if actor_at(annotation, child, actors) is not None or (token.pos == "NOUN" and can_act(token)):
            found.append(child)
        if depth:
            found += inner_phrases(annotation, child, actors, depth - 1)
    return found


def misread_noun(annotation: Annotation, node: int) -> bool:
    """Whether what the parse takes for a describing verb or adjective is a noun or name (`à courte portée`, `missiles X-9`)."""
    token = annotation.tokens[node]
    if token.dep.startswith("amod"):
        return token.pos == "PROPN"
    participle = token.has("VerbForm=Part") and token.has("Tense=Past")
    return participle and any(annotation.tokens[m].pos == "ADP" for m in annotation.dependents(node, "mark"))


def owning(case: str) -> bool:
    """Whether a case, or none, is that of the one whose an event is said to be (`X's delivery`, `Sarvia delivery`)."""
    return not case or of_owner(case)


def partitive(annotation: Annotation, noun: int) -> bool:
    """Whether an article that the parse may take for a preposition opens a noun phrase (`des drones`, `du gaz`)."""
    case = annotation.dependents(noun, "case")
    return (
        len(case) == 1 and annotation.tokens[case[0]].has("PronType=Art") and of_held(annotation.tokens[case[0]].lemma)
    )


def can_act(token: Token) -> bool:
    """Whether a noun can do, give or receive: a name, a pronoun, a noun of persons, bodies or groups."""
    if token.pos in {"PROPN", "PRON"}:
        return True
    return bool({token.lemma, token.norm} & animate(token.language))


def is_body_by_words(annotation: Annotation, head: int) -> bool:
    """Whether a noun is a body's by the words right before it (`the intelligence service`), which alone it is not."""
    bodies, words = language_pack(annotation.tokens[head].language).institutions.nouns, annotation.tokens[head].lemma
    for k in range(head - 1, max(0, head - NAMING) - 1, -1):
        if annotation.tokens[k].head != head:
            return False
        words = f"{annotation.tokens[k].lemma} {words}"
        if words in bodies:
            return True
    return False


@functools.cache
def animate(language: str) -> frozenset[str]:
    """Nouns of persons, bodies and groups, lower case."""
    pack = language_pack(language)
    people = (*pack.titles.roles, *pack.titles.persons, *pack.anonymity.heads)
    bodies = (*pack.institutions.nouns, *pack.institutions.groups, *pack.institutions.plurals)
    kinds_ = (noun for kind in pack.events.people for noun in pack.events.objects.get(kind, ()))
    return frozenset(word.lower() for word in (*people, *bodies, *kinds_))


def nominal_participants(
    annotation: Annotation, token: Token, frame: Frame, found: dict[str, Filler], actors: Mapping[int, str]
) -> None:
    """`le soutien de l'Iran à la Russie`: a `de` phrase that names an actor is the doer unless a theme is missing.

    Of what befalls somebody (`l'arrestation de X`, `X's arrest`) it is the theme.
    """
    event_class = shared_pack().event_classes.classes[frame.class_]
    if "agent" not in event_class.roles:
        return
    for child in annotation.dependents(token.i, "amod"):
        if child in actors and not misread_noun(annotation, child):
            found.setdefault("agent", (child, actors[child]))  # `les frappes russes`
    for child in annotation.dependents(token.i, "nmod", "nmod:poss"):
        actor = actor_at(annotation, child, actors)
        case = case_of(annotation, child)
        if actor is None or not owning(case):
            continue
        befallen = event_class.befalls or (case in frame.own and frame.roles[case] == "theme")
        if befallen and found.setdefault("theme", (child, actor))[0] == child:
            continue
        taken = {head for head, _ in found.values()}
        for role, (head, _) in list(found.items()):
            if head == child and role != "agent" and "agent" not in found:
                del found[role]
                taken.discard(head)
        if child not in taken and "agent" not in found:
            found["agent"] = (child, actor)


def actor_at(annotation: Annotation, head: int, actors: Mapping[int, str]) -> str | None:
    """The actor named by a noun phrase's head, or by a name that stands in apposition to it (`le groupe X`)."""
    if head in actors:
        return actors[head]
    for child in annotation.dependents(head, "appos", "flat"):
        if child in actors and not parted(annotation, child, head):
            return actors[child]
    if annotation.tokens[head].pos != "NOUN" or not can_act(annotation.tokens[head]):
        return None
    for node in annotation.subtree(head):
        token = annotation.tokens[node]
        if (
            node > head
            and node in actors
            and bare_name(annotation, node)
            and not parted(annotation, node, head)
            and token.dep.startswith(("nmod", "flat", "appos", "compound", "dep"))
        ):
            return actors[node]
    return None


def bare_name(annotation: Annotation, node: int) -> bool:
    """Whether a name stands beside a noun without a preposition (`le chantier naval X`); any word of it may be asked."""
    if annotation.tokens[node].pos != "PROPN" or annotation.tokens[node - 1].pos not in NAMED_BEHIND:
        return False
    while annotation.tokens[node].dep.startswith("flat") and annotation.tokens[node].head == node - 1:
        node -= 1  # to the first word of the name
    return not annotation.dependents(node, "case")
