"""Who and what takes part in an event: its constructions by the parse, and the roles that its class gives them."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.claims.found import Filler
from recoupe.claims.things import CONTAINERS, kinds, thing_at
from recoupe.languages import LanguagePack, language_pack, shared_pack
from recoupe.languages.schema import EventEntry, Instead
from recoupe.linguistics import Annotation, Token

PASSIVE_SUBJECT = "object"
STATE = "state"
NAMED_BEHIND = {"NOUN", "ADJ", "PROPN"}
ANIMATE = {"agent", "recipient", "partner"}
PLACE = "place"
SITES = {"site", "building"}  # kinds of things where something can happen
REACH = 8  # tokens from a verb to an object that the parse has lost

Frame = tuple[str, Mapping[str, str]]  # the class and the role of each construction


@dataclass(frozen=True)
class Aside:
    """Tokens that take no part in an event where they stand beside it.

    cues: those of sources, cues and relays, which are no object of what is said. times: those of dates and durations.
    """

    cues: frozenset[int] = frozenset()
    times: frozenset[int] = frozenset()


def frame_of(
    annotation: Annotation,
    entry: EventEntry,
    slots: Sequence[tuple[str, int]],
    pack: LanguagePack,
    named: Mapping[int, str],
) -> Frame:
    """The class of an event and the roles of its constructions: the entry's own, or those that a filler chooses."""
    chosen: EventEntry | Instead = next(
        (i for i in entry.instead if any(suits(annotation, i, s, named) for s in slots)), entry
    )
    class_ = chosen.classes[0]
    return class_, {**pack.events.default_roles.get(class_, {}), **chosen.roles}


def suits(annotation: Annotation, instead: Instead, slot: tuple[str, int], named: Mapping[int, str]) -> bool:
    """Whether what stands in a construction chooses another reading of the event."""
    token = annotation.tokens[slot[1]]
    name = "subject" if slot[0] == PASSIVE_SUBJECT and token.dep.startswith("nsubj") else slot[0]
    passive = slot[0] == PASSIVE_SUBJECT and token.dep.startswith("nsubj")
    if name != instead.slot and not (instead.slot == "passive" and passive):
        return False  # (`sont arrivées` may be read as a passive)
    held = annotation.tokens[counted(annotation, slot[1], language_pack(token.language))]
    person = can_act(held) or slot[1] in named or held.i in named
    if instead.filled == "person":
        return person and not is_body(held)
    if instead.filled != "thing":
        return thing_at(token).kind == instead.filled or thing_at(held).kind == instead.filled
    crafts = language_pack(token.language).events.crafts
    return not person and held.pos == "NOUN" and thing_at(held).kind not in crafts


def is_body(token: Token) -> bool:
    """Whether a noun names a body by its kind (`paper`, `town hall`), which can act but is nobody."""
    return token.pos == "NOUN" and token.lemma in language_pack(token.language).institutions.nouns


def constructions(
    annotation: Annotation, nodes: Sequence[int], nominal: bool, pack: LanguagePack, times: frozenset[int]
) -> list[tuple[str, int]]:
    """What stands in which construction of a predicate: `subject`, `object`, or a preposition, each with its head.

    nodes: the tokens of the predicate, its own first. times: the tokens of dates and durations, which are no object.
    """
    token = annotation.tokens[nodes[0]]
    children = sorted({c for node in nodes for c in annotation.children[node]} - set(nodes))
    passive = is_passive(annotation, nodes, pack)
    found: list[tuple[str, int]] = []
    subjects = [c for c in children if annotation.tokens[c].dep.startswith("nsubj") and c not in times]
    named = [c for c in subjects if not numbers_noun(annotation, c)]  # `the fan on dryer 3 was stopped`
    subjects = named or subjects
    nearest = max((c for c in subjects if c < token.i), default=subjects[0] if subjects else None)
    for child in children:
        dep = annotation.tokens[child].dep
        if child in times and dep.startswith(("nsubj", "obj", "iobj")):
            continue
        if dep.startswith("nsubj"):
            if child != nearest:
                continue  # the subject of a clause that the parse has lost
            found.append((PASSIVE_SUBJECT if passive else "subject", resolve_relative(annotation, token.i, child)))
        elif dep.startswith(("obj", "iobj")) and not reflexive(annotation.tokens[child], pack):
            if opens_content(annotation, token, child, children):
                continue
            found.append(("object", resolve_relative(annotation, token.i, child)))
    if not any(annotation.tokens[c].dep.startswith("nsubj") for c in children) and not nominal:
        above = implied_subject(annotation, token.i)
        if above is not None:
            found.append((PASSIVE_SUBJECT if passive else "subject", above))
    held = state_of(annotation, token) if nominal else None
    if held is not None:
        found = [(STATE, held)]
    oblique = [c for c in children if annotation.tokens[c].dep.split(":")[0] in {"obl", "nmod"}]
    for time in [c for c in oblique if is_time(annotation.tokens[c], pack)]:
        oblique += annotation.dependents(
            time, "nmod"
        )  # `depuis samedi vers la ville`: the parse hangs one on the other
    for child in oblique:
        case = case_of(annotation, child)
        if case in pack.events.by and (passive or nominal):
            found.append(("subject", child))
        found.append((case, child))
    if not nominal and not any(slot == "object" for slot, _ in found):
        lost = lost_object(annotation, token, passive)
        if lost is not None and lost not in nodes and lost not in times:
            found.append(("object", lost))
    return found


def numbers_noun(annotation: Annotation, node: int) -> bool:
    """Whether a figure stands right behind the noun that it numbers (`dryer 3`)."""
    token = annotation.tokens[node]
    return token.pos == "NUM" and node > 0 and annotation.tokens[node - 1].pos in {"NOUN", "PROPN"}


def state_of(annotation: Annotation, token: Token) -> int | None:
    """Whom a bare event noun behind a preposition of states is said of (`an officer in custody`, `le site est à l'arrêt`)."""
    states = language_pack(token.language).events.states
    if case_of(annotation, token.i) not in states:
        return None
    if annotation.dependents(token.i, "cop"):
        return next(iter(annotation.dependents(token.i, "nsubj")), None)
    said_of = annotation.tokens[token.head]
    if token.dep.startswith("nmod") and said_of.pos in {"NOUN", "PROPN"}:
        return said_of.i
    if token.dep.startswith("obl") and annotation.dependents(said_of.i, "nsubj"):
        remains = said_of.lemma in language_pack(token.language).events.plain
        return annotation.dependents(said_of.i, "nsubj")[0] if remains else None
    return None


def opens_content(annotation: Annotation, token: Token, child: int, children: Sequence[int]) -> bool:
    """Whether a pronoun only opens what a noun of saying tells (`the claim that X sold the pumps`), beside another object."""
    head = annotation.tokens[token.head]
    told = head.lemma in language_pack(token.language).denials.told and token.dep.startswith("acl")
    objects = [c for c in children if annotation.tokens[c].dep.startswith("obj")]
    return told and len(objects) > 1 and "PronType=Rel" in annotation.tokens[child].morph


def is_passive(annotation: Annotation, nodes: Sequence[int], pack: LanguagePack) -> bool:
    """Whether what is done to a thing is said of it as subject: passive, reflexive, or a past participle behind it."""
    token = annotation.tokens[nodes[0]]
    pronouns = [c for c in annotation.dependents(token.i, "obj", "iobj", "expl") if c < token.i]
    if any(reflexive(annotation.tokens[c], pack) for c in pronouns):
        return True
    if annotation.dependents(token.i, "nsubj:pass", "aux:pass"):
        return True
    governs = bool(annotation.dependents(token.i, "obj")) or "VerbForm=Fin" in token.morph
    if token.has("Voice=Pass") and not governs:  # (a past read as a participle has its object: `called off the strike`)
        return True
    if headline_participle(annotation, token):
        return True
    return described(annotation, token) or taken_for_adjective(annotation, token)


def headline_participle(annotation: Annotation, token: Token) -> bool:
    """Whether a past form in a heading is a participle without its auxiliary, where headings are so (`Deputy held in probe`)."""
    pack = language_pack(token.language)
    if not pack.settings.headline_participles or token.sentence not in annotation.headings or token.pos != "VERB":
        return False
    past = token.has("Tense=Past") or token.has("VerbForm=Part")
    return past and not annotation.dependents(token.i, "obj", "aux", "cop", "ccomp", "xcomp")


def taken_for_adjective(annotation: Annotation, token: Token) -> bool:
    """Whether a participle that was read as an adjective says what was done to something (`was unloaded`, `saw it unloaded`)."""
    if token.pos != "ADJ" or annotation.dependents(token.i, "obj"):
        return False
    movers = language_pack(token.language).events.movers
    said_of = annotation.dependents(token.i, "cop") or token.dep in {"xcomp", "advcl", "conj"}
    return bool(said_of) and not token.lemma.startswith(tuple(movers))


def described(annotation: Annotation, token: Token) -> bool:
    """Whether a past participle describes the noun that it hangs on (`missiles fournis par X`, `armes livrées`)."""
    past = token.pos == "ADJ" or (token.has("VerbForm=Part") and token.has("Tense=Past"))
    return past and token.dep in {"acl", "amod"} and annotation.tokens[token.head].pos in {"NOUN", "PROPN"}


def reflexive(token: Token, pack: LanguagePack) -> bool:
    """Whether a pronoun takes up the subject."""
    return token.has("Reflex=Yes") or token.norm in pack.settings.reflexives


def lost_object(annotation: Annotation, token: Token, passive: bool) -> int | None:
    """An object that the parse hangs elsewhere: a bare noun phrase behind the verb, with no other verb between.

    `expédier par la mer cent vingt conteneurs`, `livrer à la ville une trentaine de pompes`.
    """
    tokens, end = annotation.tokens, annotation.sentences[token.sentence][1]
    if passive or token.pos not in {"VERB", "AUX"}:
        return None
    for i in range(token.i + 1, min(end, token.i + REACH)):
        here = tokens[i]
        misread = here.lemma in kinds(here.language) and bool(annotation.dependents(i, "nummod"))  # `forty pumps`
        if (here.pos in {"VERB", "AUX", "SCONJ", "CCONJ"} and not misread) or here.norm in {
            ",",
            ";",
            ":",
            "(",
            "—",
            "–",
            "«",
            '"',
        }:
            return None
        governs = [c for c in annotation.dependents(i, "nsubj") if c > token.i]
        bare = (here.pos == "NOUN" or misread) and not governs and not annotation.dependents(i, "case", "cop")
        counted_ = annotation.dependents(i, "nummod", "det")
        if bare and counted_ and not here.dep.startswith(("nsubj", "nmod", "obl:unmarked", "appos")):
            return None if is_time(here, language_pack(here.language)) else i
    return None


def is_time(token: Token, pack: LanguagePack) -> bool:
    """Whether a word is of the calendar: a date takes no part in an event."""
    calendar = pack.calendar
    tables = (calendar.weekdays, calendar.months, calendar.units, calendar.dayparts, calendar.days)
    return any(word in table for table in tables for word in (token.norm, token.lemma))


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
    class_, roles = frame
    pack = language_pack(token.language)
    if roles.get("subject") == roles.get("object") == "theme" and any(slot == "object" for slot, _ in slots):
        roles = {**roles, "subject": "agent"}  # `the ballots burnt`, `he burnt the ballots`
    allowed = set(shared_pack().event_classes.classes[class_].roles)
    does = "subject" if shared_pack().event_classes.classes[class_].lasting else "object"  # `on strike`, `in custody`
    slots = [(does if slot == STATE else slot, head) for slot, head in slots]
    found: dict[str, Filler] = {}
    lifeless: list[int] = []

    def fill(slot: str, head: int) -> None:
        role = roles.get(slot)
        said_of = slot == "subject" or annotation.tokens[head].dep.startswith("nsubj")
        if role not in allowed or role is None or (not said_of and head in aside.cues and token.i not in aside.cues):
            return
        figure = annotation.tokens[head].pos == "NUM" and slot not in {"subject", "object"}
        if head in aside.times or figure:
            return  # (`at 3 a.m.`, `on the 12th`)
        head = counted(annotation, head, pack)
        if head in aside.times or is_time(annotation.tokens[head], pack):
            return
        actor = actor_at(annotation, head, actors)
        if role in ANIMATE and actor is None and not can_act(annotation.tokens[head]):
            if slot == "subject" and not nominal and annotation.tokens[head].dep.startswith("nsubj"):
                lifeless.append(head)
            return
        if role == PLACE and actor is None and not is_site(annotation.tokens[head]):
            return
        better = role in ANIMATE and actor is not None and role in found and found[role][1] is None
        if role not in found or better:
            found[role] = (head, actor)

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
            for inner in inner_phrases(annotation, head, actors):
                role = roles.get(case_of(annotation, inner))
                subjects = not nominal and role == roles.get("subject")  # `crossed the pass of X`: X crosses nothing
                if role in ANIMATE and not subjects:
                    fill(case_of(annotation, inner), inner)
    for slot, head in late:  # `fournir à X des armes en Y`: a place counts as who receives only where nobody else does
        fill(slot, head)
    if not nominal and roles.get("object") not in found:
        for _, head in slots:
            for inner in annotation.dependents(head, "nmod"):
                if partitive(annotation, inner) and actor_at(annotation, inner, actors) is None:
                    fill("object", inner)  # `fournir à la Russie des centaines de drones`: the parse hangs it on Russia
    if lifeless and "theme" in allowed and not any(slot == "object" for slot, _ in slots):
        found.setdefault("theme", (lifeless[0], None))
    if nominal:
        nominal_participants(annotation, token, found, allowed, actors)
    return found


def is_site(token: Token) -> bool:
    """Whether a noun names where something can happen: a name, a noun of places, or a body that has a seat."""
    seat = token.pos == "NOUN" and is_body(token)
    return token.pos == "PROPN" or thing_at(token).kind in SITES or seat


def inner_phrases(annotation: Annotation, noun: int, actors: Mapping[int, str], depth: int = 3) -> list[int]:
    """Prepositional phrases inside a noun phrase that name an actor: `livrer des missiles à courte portée à la Russie`."""
    found = []
    for child in annotation.dependents(noun, "nmod", "obl", "conj"):
        if actor_at(annotation, child, actors) is not None:
            found.append(child)
        if depth:
            found += inner_phrases(annotation, child, actors, depth - 1)
    return found


def partitive(annotation: Annotation, noun: int) -> bool:
    """Whether an article that the parse may take for a preposition opens a noun phrase (`des drones`, `du gaz`)."""
    case = annotation.dependents(noun, "case")
    return (
        len(case) == 1 and annotation.tokens[case[0]].has("PronType=Art") and annotation.tokens[case[0]].lemma == "de"
    )


def can_act(token: Token) -> bool:
    """Whether a noun can do, give or receive: a name, a pronoun, a noun of persons, bodies or groups."""
    if token.pos in {"PROPN", "PRON"}:
        return True
    return bool({token.lemma, token.norm} & animate(token.language))


@functools.cache
def animate(language: str) -> frozenset[str]:
    """Nouns of persons, bodies and groups, lower case."""
    pack = language_pack(language)
    people = (*pack.titles.roles, *pack.titles.persons, *pack.anonymity.heads)
    bodies = (*pack.institutions.nouns, *pack.institutions.groups, *pack.institutions.plurals)
    kinds_ = (noun for kind in pack.events.people for noun in pack.events.objects.get(kind, ()))
    return frozenset(word.lower() for word in (*people, *bodies, *kinds_))


def nominal_participants(
    annotation: Annotation, token: Token, found: dict[str, Filler], allowed: set[str], actors: Mapping[int, str]
) -> None:
    """`le soutien de l'Iran à la Russie`: a `de` phrase that names an actor is the doer unless a theme is missing."""
    for child in annotation.dependents(token.i, "amod"):
        if child in actors and "agent" in allowed:
            found.setdefault("agent", (child, actors[child]))  # `les frappes russes`
    for child in annotation.dependents(token.i, "nmod", "nmod:poss"):
        actor = actor_at(annotation, child, actors)
        case = case_of(annotation, child)
        taken = {head for head, _ in found.values()}
        if actor is None or case not in {"de", "of", "'s", ""}:
            continue
        for role, (head, _) in list(found.items()):
            if head == child and role != "agent" and "agent" in allowed and "agent" not in found:
                del found[role]
                taken.discard(head)
        if child not in taken and "agent" in allowed and "agent" not in found:
            found["agent"] = (child, actor)


def belongings(annotation: Annotation, found: Mapping[str, Filler], actors: Mapping[int, str]) -> dict[str, Filler]:
    """For each thing of an event whose it is said to be: `missiles iraniens`, `cendres de la société X`, `X ash`."""
    owners: dict[str, Filler] = {}
    for role, (head, actor) in found.items():
        if (
            actor is not None
            or annotation.tokens[head].lemma in language_pack(annotation.tokens[head].language).events.nouns
        ):
            continue
        holders = [head, *[a for a in list(annotation.ancestors(head))[:2] if holds(annotation, a, head)]]
        for holder in holders:
            for child in annotation.dependents(holder, "amod", "compound", "nmod", "flat"):
                linked = annotation.tokens[child].dep.split(":")[0] != "nmod" or case_of(annotation, child) in {
                    "de",
                    "of",
                    "'s",
                    "’s",
                }
                if linked and child in actors and not any(actors[child] == a for _, a in found.values()):
                    owners.setdefault(role, (child, actors[child]))
    return owners


def holds(annotation: Annotation, above: int, below: int) -> bool:
    """Whether a noun is what holds or counts another one (`conteneurs de cendres`)."""
    pack = language_pack(annotation.tokens[above].language)
    return annotation.tokens[above].pos == "NOUN" and counted(annotation, above, pack) == below


def counted(annotation: Annotation, head: int, pack: LanguagePack) -> int:
    """The thing that a quantity or a container holds: `des centaines de missiles`, `dix conteneurs de cendres`."""
    token = annotation.tokens[head]
    quantities = (pack.numbers.vague, pack.numbers.units, pack.events.objects.get(CONTAINERS, ()))
    if any(token.norm in table or token.lemma in table for table in quantities):
        inside = [c for c in annotation.dependents(head, "nmod") if case_of(annotation, c) in {"de", "of"}]
        held = counted(annotation, inside[0], pack) if inside else lost_behind(annotation, head)
        owner = annotation.tokens[held].pos == "PROPN" and thing_at(token).kind == CONTAINERS
        return head if owner else held  # `les conteneurs de X` are X's, they hold none of it
    return row_head(annotation, head, pack)


def lost_behind(annotation: Annotation, head: int) -> int:
    """The known thing behind a quantity and its preposition, where the parse has lost it; else the quantity."""
    k, end = head + 2, annotation.sentences[annotation.tokens[head].sentence][1]
    lost = k < end and annotation.tokens[k - 1].norm in {"de", "d'", "of"}
    return k if lost and annotation.tokens[k].lemma in kinds(annotation.tokens[k].language) else head


def row_head(annotation: Annotation, head: int, pack: LanguagePack) -> int:
    """In a language whose rows of nouns end in their head, the known thing right behind a noun (`incinerator ash`)."""
    behind = head + 1
    if not pack.settings.right_headed or behind >= annotation.sentences[annotation.tokens[head].sentence][1]:
        return head
    token = annotation.tokens[behind]
    bare = annotation.tokens[head].pos in {"NOUN", "PROPN"} and not annotation.tokens[head].dep.startswith("nmod:poss")
    return behind if bare and token.pos not in {"VERB", "AUX", "ADP"} and token.lemma in kinds(token.language) else head


def actor_at(annotation: Annotation, head: int, actors: Mapping[int, str]) -> str | None:
    """The actor named by a noun phrase's head, or by a name that stands in apposition to it (`le groupe X`)."""
    if head in actors:
        return actors[head]
    for child in annotation.dependents(head, "appos", "flat"):
        if child in actors:
            return actors[child]
    if annotation.tokens[head].pos != "NOUN" or not can_act(annotation.tokens[head]):
        return None
    for node in annotation.subtree(head):
        token = annotation.tokens[node]
        bare = (
            token.pos == "PROPN"
            and not annotation.dependents(node, "case")
            and annotation.tokens[node - 1].pos in NAMED_BEHIND
        )
        if (
            node > head
            and node in actors
            and bare
            and token.dep.startswith(("nmod", "flat", "appos", "compound", "dep"))
        ):
            return actors[node]
    return None


def resolve_relative(annotation: Annotation, verb: int, pronoun: int) -> int:
    """A relative pronoun's antecedent, else the token itself."""
    token = annotation.tokens[pronoun]
    if "PronType=Rel" in token.morph and annotation.tokens[verb].dep.startswith("acl"):
        return annotation.tokens[verb].head
    return pronoun


def implied_subject(annotation: Annotation, verb: int, depth: int = 4) -> int | None:
    """The subject that a coordinated or dependent verb shares with the one above it, or the noun that it describes."""
    tokens = annotation.tokens
    token = tokens[verb]
    if depth == 0 or token.head == verb:
        return None
    head = tokens[token.head]
    if described(annotation, token):
        return head.i
    before = led_by(annotation, token)
    if before is not None:
        own = annotation.dependents(before, "nsubj")
        return own[0] if own else implied_subject(annotation, before, depth - 1)
    if token.dep == "acl" and head.pos in {"NOUN", "PROPN"}:
        if "VerbForm=Fin" in token.morph:
            return head.i  # the parse takes the verb of a clause for one that describes its subject
        subjects = annotation.dependents(head.i, "nsubj") if annotation.dependents(head.i, "cop") else []
        return subjects[0] if subjects else None  # `sont en train de livrer`, `are in the process of`
    if token.dep.startswith(("xcomp", "advcl", "ccomp")):
        for child in annotation.dependents(head.i, "obj"):
            said_of = tokens[child].pos in {"NOUN", "PROPN"} and "VerbForm=Fin" not in token.morph
            if head.i < child < verb and said_of and plainly_marked(annotation, token):
                return child  # `accuse le groupe d'avoir livré`, `watched the ash being unloaded`
    if token.dep.startswith(("conj", "xcomp", "advcl", "ccomp", "obl")) and head.pos in {"VERB", "AUX", "ADJ"}:
        for child in annotation.dependents(head.i, "nsubj"):
            return resolve_relative(annotation, head.i, child)
        return implied_subject(annotation, head.i, depth - 1)
    return None


def plainly_marked(annotation: Annotation, token: Token) -> bool:
    """Whether an infinitive stands bare or behind its plain mark, not behind a conjunction (`faute de`, `afin de`)."""
    marks = [annotation.tokens[m].norm for m in annotation.dependents(token.i, "mark")]
    return not marks or marks[0] in language_pack(token.language).settings.infinitive_marks


def led_by(annotation: Annotation, token: Token) -> int | None:
    """The finite verb right before an infinitive and its mark, where the parse hangs the infinitive elsewhere."""
    if "VerbForm=Inf" not in token.morph or annotation.tokens[token.head].pos in {"VERB", "AUX"}:
        return None
    i = token.i - 1
    first = annotation.sentences[token.sentence][0]
    while i > first and annotation.tokens[i].dep in {"mark", "case", "advmod", "expl", "obj"}:
        i -= 1
    verb = annotation.tokens[i]
    return i if verb.pos == "VERB" and "VerbForm=Fin" in verb.morph else None


def case_of(annotation: Annotation, noun: int) -> str:
    """The preposition of a noun, in its plain form (`à la` -> `à`, `aux` -> `à`, `du` -> `de`)."""
    for child in sorted(annotation.dependents(noun, "case"), key=lambda c: annotation.tokens[c].pos != "ADP"):
        words = [child, *annotation.dependents(child, "fixed")]
        return " ".join(annotation.tokens[w].lemma or annotation.tokens[w].norm for w in words)
    return ""
