"""Events in a report: predicates with their class, participants, polarity, phase and realis."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace

from recoupe.claims.things import CONTAINERS, thing
from recoupe.languages import LanguagePack, language_pack, shared_pack
from recoupe.languages.schema import EventEntry
from recoupe.linguistics import Annotation, Token
from recoupe.model import Event, Participant, Span
from recoupe.model.statements import Phase, Realis

HAPPEN = {"lieu", "produire", "dérouler", "intervenir", "survenir", "happen", "occur", "place"}
PASSIVE_SUBJECT = "object"
NEAR = 3  # tokens between a phrase of phase and its predicate
STEM = 5  # letters by which a verb and its noun are told to be of one family
NAMED_BEHIND = {"NOUN", "ADJ", "PROPN"}
ANIMATE = {"agent", "recipient", "partner"}
FILLED_BY_ADJECTIVE = "agent"


@dataclass(frozen=True)
class FoundEvent:
    """An event in a report.

    token: the predicate. fillers: role -> (head token, actor id or None). phase `open` where the words leave it so.
    general: a negative or generic event (`de telles actions`), which answers others only in part.
    """

    token: int
    class_: str
    fillers: Mapping[str, tuple[int, str | None]]
    polarity: bool
    realis: Realis
    phase: Phase
    nominal: bool
    general: bool
    phase_words: tuple[Span, ...]
    negators: tuple[Span, ...]


@functools.cache
def phase_words(language: str) -> dict[tuple[str, ...], Phase]:
    """Words and phrases that tell the phase."""
    events = language_pack(language).events
    found: dict[tuple[str, ...], Phase] = {}
    lists: list[tuple[list[str], Phase]] = [
        (events.imminent, "imminent"),
        (events.planned, "planned"),
        (events.under_way, "under way"),
        (events.done, "done"),
        (events.repeated, "repeated"),
    ]
    for forms, phase in lists:
        for form in forms:
            found.setdefault(tuple(form.replace("'", "' ").split()), phase)
    return found


def entry_of(token: Token, pack: LanguagePack) -> tuple[EventEntry, bool] | None:
    """The event entry of a token and whether it is a noun."""
    if token.pos in {"VERB", "AUX", "ADJ"} and not token.dep.startswith(("aux", "cop")):
        entry = pack.events.verbs.get(token.lemma)
        return (entry, False) if entry else None
    if token.pos == "NOUN":
        entry = pack.events.nouns.get(token.lemma)
        return (entry, True) if entry else None
    return None


def find_events(annotation: Annotation, actors: Mapping[int, str], cues: frozenset[int]) -> list[FoundEvent]:
    """Every event of a report, in order.

    actors: the actor named at a token. cues: tokens of sources, cues and relays; what is said takes no object there.
    """
    found = []
    for token in annotation.tokens:
        pack = language_pack(token.language)
        match = entry_of(token, pack)
        if match is None or not match[0].classes:
            continue
        entry, nominal = match
        class_ = entry.classes[0]
        fillers = participants(annotation, token, entry, nominal, pack, actors, cues)
        polarity, negative = polarity_of(annotation, token, pack)
        phase, spans = phase_of(annotation, token, nominal, pack)
        found.append(
            FoundEvent(
                token.i,
                class_,
                fillers,
                polarity,
                realis_of(annotation, token, pack),
                phase,
                nominal,
                entry.general or generic(annotation, token, fillers),
                spans,
                negative,
            )
        )
    return taken_up(annotation, found)


def taken_up(annotation: Annotation, found: list[FoundEvent]) -> list[FoundEvent]:
    """`ces livraisons`: an event noun with a demonstrative or definite article is the last event of its class.

    Only where it names no actor of its own and nothing that it does name is another thing than there.
    """
    settled: list[FoundEvent] = []
    for event in found:
        pointing = any(
            "PronType=Dem" in annotation.tokens[c].morph or "Definite=Def" in annotation.tokens[c].morph
            for c in annotation.dependents(event.token, "det", "case")
        )
        named = any(actor for _, actor in event.fillers.values())
        earlier = [
            e
            for e in settled
            if e.class_ == event.class_ and any(a for _, a in e.fillers.values()) and fits(annotation, event, e)
        ]
        if event.nominal and pointing and not named and earlier and annotation.tokens[event.token].pos == "NOUN":
            akin = [e for e in earlier if one_stem(annotation, event, e)]
            event = replace(event, fillers={**(akin or earlier)[-1].fillers, **event.fillers}, general=False)
        settled.append(event)
    return settled


def one_stem(annotation: Annotation, a: FoundEvent, b: FoundEvent) -> bool:
    """Whether two predicates are of one family of words (`transférer`, `transfert`)."""
    one, other = annotation.tokens[a.token].lemma, annotation.tokens[b.token].lemma
    return one[:STEM] == other[:STEM]


def fits(annotation: Annotation, event: FoundEvent, earlier: FoundEvent) -> bool:
    """Whether what an event noun names may be what an earlier event has in the same roles."""
    tokens = annotation.tokens
    for role, (head, _) in event.fillers.items():
        if role in {"place", "goal"}:
            continue
        known = earlier.fillers.get(role)
        if known is None or not thing(tokens[head].lemma).agrees(thing(tokens[known[0]].lemma)):
            return False
    return True


def participants(
    annotation: Annotation,
    token: Token,
    entry: EventEntry,
    nominal: bool,
    pack: LanguagePack,
    actors: Mapping[int, str],
    cues: frozenset[int],
) -> dict[str, tuple[int, str | None]]:
    """Who fills which role of the class, by the entry's own frame, else the class's default one."""
    class_ = entry.classes[0]
    frame = {**pack.events.default_roles.get(class_, {}), **entry.roles}
    allowed = set(shared_pack().event_classes.classes[class_].roles)
    found: dict[str, tuple[int, str | None]] = {}

    def fill(slot: str, head: int) -> None:
        role = frame.get(slot)
        if slot != "subject" and head in cues and token.i not in cues:
            return
        head = counted(annotation, head, pack)
        words = {annotation.tokens[head].norm, annotation.tokens[head].lemma}
        if words & (pack.calendar.weekdays.keys() | pack.calendar.months.keys() | pack.calendar.units.keys()):
            return  # a date takes no part
        actor = actor_at(annotation, head, actors)
        if role in ANIMATE and actor is None and not can_act(annotation.tokens[head]):
            return
        better = role in ANIMATE and actor is not None and role in found and found[role][1] is None
        if role in allowed and (role not in found or better):
            found[role] = (head, actor)

    reflexive = any(
        annotation.tokens[c].has("Reflex=Yes") for c in annotation.dependents(token.i, "obj", "iobj", "expl")
    )
    passive = token.has("Voice=Pass") or bool(annotation.dependents(token.i, "nsubj:pass", "aux:pass")) or reflexive
    for child in annotation.children[token.i]:
        dep = annotation.tokens[child].dep
        if dep.startswith("nsubj"):
            fill(PASSIVE_SUBJECT if passive else "subject", resolve_relative(annotation, token.i, child))
        elif dep.startswith(("obj", "iobj")) and not annotation.tokens[child].has("Reflex=Yes"):
            fill("object", resolve_relative(annotation, token.i, child))
    if not any(annotation.tokens[c].dep.startswith("nsubj") for c in annotation.children[token.i]) and not nominal:
        above = implied_subject(annotation, token.i)
        if above is not None:
            fill(PASSIVE_SUBJECT if passive else "subject", above)
    obliques = [*annotation.dependents(token.i, "obl", "nmod")]
    for noun in annotation.dependents(token.i, *(("nmod",) if nominal else ("obj", "obl")), "nsubj:pass"):
        inside = inner_phrases(annotation, noun, actors)
        obliques += [k for k in inside if frame.get(case_of(annotation, k)) in ANIMATE]
    for child in obliques:
        case = case_of(annotation, child)
        if case in {"par", "by"} and (passive or nominal):
            fill("subject", child)
        fill(case, child)
    if not nominal and frame.get("object") not in found:
        for child in annotation.dependents(token.i, "obl"):
            if not case_of(annotation, child) and not passive and annotation.tokens[child].i > token.i:
                fill(
                    "object", child
                )  # `livrer à la ville une trentaine de pompes`: an object that the parse takes for none
    if not nominal and frame.get("object") not in found:
        for child in obliques:
            for inner in annotation.dependents(child, "nmod"):
                if partitive(annotation, inner) and actor_at(annotation, inner, actors) is None:
                    fill("object", inner)  # `fournir à la Russie des centaines de drones`: the parse hangs it on Russia
    if nominal:
        nominal_participants(annotation, token, found, allowed, actors)
    adjective_agent(annotation, found, allowed, actors)
    return found


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
    return frozenset(word.lower() for word in (*people, *bodies))


def nominal_participants(
    annotation: Annotation,
    token: Token,
    found: dict[str, tuple[int, str | None]],
    allowed: set[str],
    actors: Mapping[int, str],
) -> None:
    """`le soutien de l'Iran à la Russie`: a `de` phrase that names an actor is the doer unless a theme is missing."""
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


def adjective_agent(
    annotation: Annotation, found: dict[str, tuple[int, str | None]], allowed: set[str], actors: Mapping[int, str]
) -> None:
    """`des missiles iraniens`: where no giver is named, the nationality of the thing given names it."""
    if "theme" not in found or FILLED_BY_ADJECTIVE not in allowed or FILLED_BY_ADJECTIVE in found:
        return
    theme = found["theme"][0]
    for child in annotation.dependents(theme, "amod", "compound"):
        actor = actors.get(child)
        if actor is not None and not any(actor == a for _, a in found.values()):
            found[FILLED_BY_ADJECTIVE] = (child, actor)
            return


def counted(annotation: Annotation, head: int, pack: LanguagePack) -> int:
    """The thing that a quantity or a container holds: `des centaines de missiles`, `dix conteneurs de cendres`."""
    token = annotation.tokens[head]
    quantities = (pack.numbers.vague, pack.numbers.units, pack.events.objects.get(CONTAINERS, ()))
    if any(token.norm in table or token.lemma in table for table in quantities):
        inside = [c for c in annotation.dependents(head, "nmod") if case_of(annotation, c) in {"de", "of"}]
        return counted(annotation, inside[0], pack) if inside else head
    return head


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
    """The subject that a coordinated or dependent verb shares with the one above it."""
    tokens = annotation.tokens
    token = tokens[verb]
    if depth == 0 or token.head == verb:
        return None
    head = tokens[token.head]
    if token.dep.startswith("acl") and not token.dep.startswith("acl:relcl") and head.pos in {"NOUN", "PROPN"}:
        return None
    if token.dep.startswith(("xcomp", "advcl", "ccomp")):
        for child in annotation.dependents(head.i, "obj"):
            if head.i < child < verb and tokens[child].pos in {"NOUN", "PROPN"} and "VerbForm=Fin" not in token.morph:
                return child  # `accuse le groupe d'avoir livré`, `watched the ash being unloaded`
    if token.dep.startswith(("conj", "xcomp", "advcl", "ccomp", "obl")) and head.pos in {"VERB", "AUX", "ADJ"}:
        for child in annotation.dependents(head.i, "nsubj"):
            return resolve_relative(annotation, head.i, child)
        return implied_subject(annotation, head.i, depth - 1)
    return None


def case_of(annotation: Annotation, noun: int) -> str:
    """The preposition of a noun, in its plain form (`à la` -> `à`, `aux` -> `à`, `du` -> `de`)."""
    for child in annotation.dependents(noun, "case"):
        token = annotation.tokens[child]
        return token.lemma or token.norm
    return ""


def polarity_of(annotation: Annotation, token: Token, pack: LanguagePack) -> tuple[bool, tuple[Span, ...]]:
    """Whether the event is affirmed; the words that negate it."""
    negation = pack.negation
    words = {*negation.adverbs, *negation.particles}
    spans = [
        annotation.span(c, c)
        for c in annotation.dependents(token.i, "advmod", "neg")
        if annotation.tokens[c].norm in words
    ]
    spans += negative_arguments(annotation, token, pack)
    node = token.i
    for above in annotation.ancestors(token.i):
        link = annotation.tokens[node].dep
        lemma = annotation.tokens[above].lemma
        if lemma in negation.verbs and link.startswith(("xcomp", "ccomp", "obl", "obj", "advcl", "nmod")):
            spans.append(annotation.span(above, above))
        if not link.startswith(("xcomp", "obj", "nmod", "obl", "conj")):
            break
        node = above
    return len(spans) == 0 or only_particle(annotation, spans, negation.particles), tuple(spans)


def negative_arguments(annotation: Annotation, token: Token, pack: LanguagePack) -> list[Span]:
    """Words by which an argument denies the event: `n'a livré aucune pompe`, `nobody was hurt`, `delivered nothing`."""
    found = []
    for child in annotation.dependents(token.i, "nsubj", "obj", "obl"):
        if annotation.tokens[child].norm in pack.negation.pronouns:
            found.append(annotation.span(child, child))
        for inner in annotation.dependents(child, "det", "amod", "advmod"):
            if annotation.tokens[inner].norm in pack.negation.determiners:
                found.append(annotation.span(inner, inner))
    return found


def only_particle(annotation: Annotation, spans: list[Span], particles: list[str]) -> bool:
    """A `ne` alone (expletive, `ne ... que`) negates nothing."""
    return all(
        s.text.lower().replace("’", "'") in {p for p in particles if p.startswith("n") and len(p) <= 2} for s in spans
    )


def realis_of(annotation: Annotation, token: Token, pack: LanguagePack) -> Realis:
    """Whether the event is said to be, or only supposed: under a condition, a generic determiner, a possibility."""
    words = set(pack.settings.conditional_hypothesis)
    node = token.i
    barred = set(pack.negation.unrealised)
    if any(annotation.tokens[a].lemma in barred for a in list(annotation.ancestors(token.i))[:2]):
        return "hypothetical"  # `la convention interdit toute exportation`
    if any(annotation.tokens[c].norm in words for c in annotation.dependents(token.i, "det", "amod")):
        return "hypothetical"
    if "VerbForm=Inf" in token.morph and negated_infinitive(annotation, token, pack):
        return "hypothetical"
    for step, current in enumerate([token.i, *annotation.ancestors(token.i)]):
        if any(annotation.tokens[c].norm in words for c in annotation.dependents(current, "mark")):
            return "hypothetical"
        if step and annotation.tokens[node].dep.startswith(("ccomp", "acl:relcl", "parataxis")):
            break
        node = current
    adjectives = set(pack.hedges.adjectives)
    if any(annotation.tokens[c].lemma in adjectives for c in annotation.dependents(token.i, "amod")):
        return "hypothetical"
    return "actual"


def negated_infinitive(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """`avertir de ne pas livrer`: what should not be done, no denial that it was."""
    words = {*pack.negation.adverbs, *pack.negation.particles}
    no_auxiliary = not annotation.dependents(token.i, "aux")
    return no_auxiliary and any(annotation.tokens[c].norm in words for c in annotation.dependents(token.i, "advmod"))


def phase_of(annotation: Annotation, token: Token, nominal: bool, pack: LanguagePack) -> tuple[Phase, tuple[Span, ...]]:
    """Planned, imminent, under way or done, by phase words around the event, then by tense; a noun alone leaves it open."""
    told = told_phase(annotation, token)
    if told is not None:
        return told
    if nominal:
        head = annotation.tokens[token.head]
        happens = (
            token.dep.startswith("nsubj")
            and {head.lemma, annotation.tokens[min(head.i + 1, len(annotation.tokens) - 1)].lemma} & HAPPEN
        )
        if not happens:
            return "open", ()
        token = head
    group = [annotation.tokens[k] for k in (token.i, *annotation.dependents(token.i, "aux"))]
    if any("Tense=Fut" in t.morph or t.lemma in {"will", "shall"} for t in group):
        return "planned", ()
    finite = [t for t in group if "VerbForm=Fin" in t.morph or t.has("Mood=Cnd")]
    has_auxiliary = any(t.dep.startswith("aux") and t.lemma in {"avoir", "être", "have"} for t in group)
    if any(t.has("VerbForm=Inf") for t in group) and not any(t.dep == "aux:tense" for t in group):
        marks = language_pack(token.language).settings.purpose_marks
        aimed = any(annotation.tokens[c].norm in marks for c in annotation.dependents(token.i, "mark", "case"))
        return ("planned" if aimed else "open"), ()
    past = has_auxiliary or any("Tense=Past" in t.morph or "Tense=Imp" in t.morph for t in group)
    if past:
        return "done", ()
    if any(t.has("Mood=Cnd") for t in finite):
        return "planned", ()
    if any("Tense=Pres" in t.morph for t in finite):
        return "under way", ()
    return "open", ()


def told_phase(annotation: Annotation, token: Token) -> tuple[Phase, tuple[Span, ...]] | None:
    """The phase that words say: a phrase right before the predicate, or a word that governs it or depends on it."""
    words = phase_words(token.language)
    longest = max(len(w) for w in words)
    start = annotation.sentences[token.sentence][0]
    for first in range(max(start, token.i - longest - NEAR), token.i):
        for length in range(longest, 1, -1):
            stop = first + length
            if stop <= token.i <= stop + NEAR and phrase_at(annotation, first, length) in words:
                return words[phrase_at(annotation, first, length)], (annotation.span(first, stop - 1),)
    governed = [k for k in list(annotation.ancestors(token.i))[:2] if annotation.tokens[k].sentence == token.sentence]
    for i in sorted((*annotation.children[token.i], *governed)):
        single = words.get((annotation.tokens[i].lemma,))
        if single is not None and not annotation.tokens[i].dep.startswith(("nsubj", "obl")):
            return single, (annotation.span(i, i),)
    return None


def phrase_at(annotation: Annotation, first: int, length: int) -> tuple[str, ...]:
    """Words at a token as the packs write phrases: a verb that opens them in its infinitive."""
    tokens = annotation.tokens[first : first + length]
    opening = tokens[0].lemma if tokens[0].pos in {"VERB", "AUX"} else tokens[0].norm
    return (opening, *(plain_preposition(t) for t in tokens[1:]))


def plain_preposition(token: Token) -> str:
    """A word's plain form; a contracted or elided preposition stands for the preposition."""
    return token.lemma if token.pos == "ADP" else token.norm


def generic(annotation: Annotation, token: Token, fillers: Mapping[str, tuple[int, str | None]]) -> bool:
    """Whether an event names no actor at all."""
    return not any(actor for _, actor in fillers.values())


def event_of(annotation: Annotation, found: FoundEvent) -> Event:
    """A found event as the contract has it."""
    return Event(
        class_=found.class_,
        predicate=annotation.span(found.token, found.token),
        participants=tuple(
            Participant(role, actor, annotation.span(head, head))
            for role, (head, actor) in sorted(found.fillers.items())
        ),
    )
