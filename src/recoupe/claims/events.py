"""Events in a report: predicates with their class, participants, polarity, phase and realis."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.claims.anaphora import as_told_below, taken_up
from recoupe.claims.constructions import case_of, constructions, described, is_reflexive, takes_place
from recoupe.claims.found import OTHER, Filler, FoundEvent
from recoupe.claims.holding import belongings
from recoupe.claims.misread import misread_verb
from recoupe.claims.participants import Aside, frame_of, participants
from recoupe.claims.phases import phase_of, phase_words
from recoupe.claims.realis import polarity_of, realis_of
from recoupe.claims.things import kinds
from recoupe.languages import LanguagePack, language_pack, shared_pack
from recoupe.languages.schema import EventEntry
from recoupe.linguistics import Annotation, Token
from recoupe.model import Event, Participant

BETWEEN = {"DET", "ADV", "PRON", "ADJ"}  # what may stand between the words of a phrase (`made its way`)
BY_WORD = EventEntry(classes=[OTHER])
FAR = (
    12  # tokens from a verb to a word of its phrase that hangs on it (`a déposé mardi soir devant la cour un recours`)
)


def entry_of(annotation: Annotation, token: Token, pack: LanguagePack) -> tuple[EventEntry, bool] | None:
    """The event entry of a token and whether it is a noun; what no class covers is told by its word alone."""
    if token.norm in pack.hedges.adverbs or tells_phase(annotation, token):
        return None  # read as a verb in a sentence of another language (`est reportedly sur le point de`)
    if is_counted_thing(annotation, token):
        return None
    if is_victim(annotation, token):
        return EventEntry(classes=[pack.events.victims[token.lemma]], phase="done"), True
    if (entry := misread_verb(annotation, token, pack)) is not None:
        return entry, False
    if token.pos in {"VERB", "AUX", "ADJ"} and not token.dep.startswith(("aux", "cop")):
        entry = verb_entry(annotation, token, pack) or participle(token, pack)
        if entry is not None:
            return (entry, False) if not only_governs(annotation, token) else None
        told = token.pos == "VERB" and not only_phase(annotation, token) and not described(annotation, token)
        return (BY_WORD, False) if told or is_said_of(annotation, token) else None
    if token.pos == "NOUN" and annotation.dependents(token.i, "aux") and (entry := participle(token, pack)):
        return entry, False
    if token.pos == "NOUN" and (entry := pack.events.nouns.get(token.lemma)):
        return entry, True
    if (entry := gerund(annotation, token, pack)) is not None:
        return entry, True
    return (BY_WORD, False) if is_said_of(annotation, token) else None


def verb_entry(annotation: Annotation, token: Token, pack: LanguagePack) -> EventEntry | None:
    """The entry of a verb by its lemma, with a reflexive by its pronominal reading where it has one."""
    if token.pos == "ADJ":
        return None
    if token.lemma in pack.events.pronominal and is_reflexive(annotation, token, pack):
        return pack.events.pronominal[token.lemma]
    return pack.events.verbs.get(token.lemma)


def only_governs(annotation: Annotation, token: Token) -> bool:
    """Whether a verb tells nothing but the infinitive that it governs (`leur permettant de frapper`, `tried to flee`)."""
    governing = token.lemma in language_pack(token.language).events.governing
    return governing and bool(annotation.dependents(token.i, "xcomp", "advcl", "ccomp"))


def is_counted_thing(annotation: Annotation, token: Token) -> bool:
    """Whether what was read as a verb is a thing behind its number (`thirty pumps`)."""
    before = annotation.tokens[token.i - 1] if token.i else token
    counted = before.pos == "NUM" or bool(annotation.dependents(token.i, "nummod"))
    thing = token.pos == "VERB" and token.lemma in kinds(token.language)
    return thing and counted and not annotation.dependents(token.i, "nsubj", "aux")


def only_phase(annotation: Annotation, token: Token) -> bool:
    """Whether a verb only says the phase of the infinitive that it governs (`prévoyait d'expédier`, `had to leave`)."""
    obliging = token.lemma in language_pack(token.language).events.obliging
    only = obliging or (token.lemma,) in phase_words(token.language) or only_governs(annotation, token)
    return only and bool(annotation.dependents(token.i, "xcomp"))


def tells_phase(annotation: Annotation, token: Token) -> bool:
    """Whether a noun stands inside words that tell the phase of what follows (`sont en train de former`)."""
    if token.pos != "NOUN":
        return False
    tokens, end = annotation.tokens, annotation.sentences[token.sentence][1]
    first = annotation.sentences[token.sentence][0]
    for words in phase_words(token.language):
        for place in range(1, len(words) - 1):
            start = token.i - place
            inside = words[place] == token.norm and start >= first and start + len(words) <= end
            if inside and all(t.norm == w for t, w in zip(tokens[start : start + len(words)], words, strict=True)):
                return True
    return False


def is_said_of(annotation: Annotation, token: Token) -> bool:
    """Whether a noun, adjective or figure is what a copula says of a subject (`turnout was 63 percent`)."""
    said = token.pos in {"NOUN", "ADJ", "NUM", "SYM"} and bool(annotation.dependents(token.i, "cop"))
    return said and bool(annotation.dependents(token.i, "nsubj"))


def is_victim(annotation: Annotation, token: Token) -> bool:
    """Whether a word counts those whom something has befallen (`trois morts`, `11 injured`)."""
    if token.pos not in {"NOUN", "ADJ", "VERB"} or token.lemma not in language_pack(token.language).events.victims:
        return False
    numbered = bool(annotation.dependents(token.i, "nummod")) or stands_behind_number(annotation, token)
    return numbered and not annotation.dependents(token.i, "nsubj", "aux", "cop")


def stands_behind_number(annotation: Annotation, token: Token) -> bool:
    """Whether a figure or quantity stands right before a word (`31 missing`, `vingt et un morts`, `dozens missing`)."""
    before = [annotation.tokens[k] for k in range(max(0, token.i - 3), token.i)]
    if not before or before[-1].sentence != token.sentence:
        return False
    numbers = language_pack(token.language).numbers
    vague = {before[-1].norm, before[-1].lemma}
    if before[-1].pos == "NUM" or (before[-1].pos == "NOUN" and any(word in numbers.vague for word in vague)):
        return True
    return len(before) == 3 and before[0].pos == "NUM" and before[1].pos == "CCONJ" and before[2].pos == "DET"


def gerund(annotation: Annotation, token: Token, pack: LanguagePack) -> EventEntry | None:
    """The entry of the verb that a noun in `-ing` tells as one event (`the unearthing of a boat by X`)."""
    ending = pack.settings.progressive
    if (
        not ending
        or token.pos != "NOUN"
        or not token.norm.endswith(ending)
        or not annotation.dependents(token.i, "det")
    ):
        return None
    behind = annotation.tokens[token.i + 1] if token.i + 1 < len(annotation.tokens) else None
    if behind is None or behind.lemma != pack.settings.gerund_of:
        return None
    stem = token.norm.removesuffix(ending)
    bases = (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)
    return next((pack.events.verbs[b] for b in bases if b in pack.events.verbs), None)


def participle(token: Token, pack: LanguagePack) -> EventEntry | None:
    """The entry of the verb whose past participle was read as an adjective or noun (`armes livrées`), or under another lemma."""
    if token.pos == "VERB" and not token.has("Tense=Past"):
        return None
    form = token.norm if token.pos == "VERB" else token.lemma
    for ending, infinitive in pack.events.participles.items():
        if form.endswith(ending):
            found = pack.events.verbs.get(form.removesuffix(ending) + infinitive)
            if found is not None:
                return found
    return None


def phrase_of(annotation: Annotation, i: int, pack: LanguagePack) -> tuple[EventEntry, tuple[int, ...]] | None:
    """The longest event phrase that a token opens (`faisait route`, `on its way`) and its tokens, the highest first."""
    if annotation.tokens[i].dep.startswith("aux"):
        return None  # (`was caused by` is not to be the cause)
    for words, entry in phrases(annotation.tokens[i].language).get(annotation.tokens[i].lemma, ()):
        nodes = behind(annotation, i, words)
        if nodes and misread_particle(annotation, nodes):
            continue
        if nodes:
            top = next(
                (n for n in nodes if annotation.tokens[n].head not in nodes or annotation.tokens[n].head == n), i
            )
            return entry, (top, *[n for n in nodes if n != top])
        nodes = turned(annotation, i, words)
        if nodes:
            return entry, tuple(nodes)
    return None


def misread_particle(annotation: Annotation, nodes: Sequence[int]) -> bool:
    """Whether a noun and its preposition, or a verb and that of a phrase, look like a verb with its particle.

    `one step in a journey`, `may not fly in May`.
    """
    first, last = annotation.tokens[nodes[0]], annotation.tokens[nodes[-1]]
    small = all(annotation.tokens[n].pos in {"ADP", "ADV", "PART"} for n in nodes[1:])
    if first.pos in {"NOUN", "PROPN"}:
        return small
    particles = language_pack(first.language).events.particles
    return len(nodes) == 2 and last.norm in particles and last.dep.startswith("case")


@functools.cache
def phrases(language: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], EventEntry]]]:
    """Phrases of the pack by their first lemma, without their articles, the longest first."""
    pack = language_pack(language)
    found: dict[str, list[tuple[tuple[str, ...], EventEntry]]] = {}
    for phrase, entry in pack.events.phrases.items():
        first, *others = phrase.split()
        found.setdefault(first, []).append(((first, *[w for w in others if w not in pack.events.articles]), entry))
    return {first: sorted(listed, key=lambda p: (-len(p[0]), p[0])) for first, listed in found.items()}


def behind(annotation: Annotation, i: int, words: Sequence[str]) -> list[int]:
    """The tokens of a phrase in its usual order: next to each other but for small words, or hung on the first."""
    tokens, end = annotation.tokens, annotation.sentences[annotation.tokens[i].sentence][1]
    nodes, k = [i], i + 1
    for word in words[1:]:
        at = next((j for j in range(k, min(end, i + FAR)) if tokens[j].lemma == word), None)
        if at is None:
            return []
        near = all(tokens[j].pos in BETWEEN for j in range(k, at))
        if not near and not hangs(annotation, at, i, nodes):
            return []
        nodes.append(at)
        k = at + 1
    return nodes


def hangs(annotation: Annotation, node: int, verb: int, nodes: Sequence[int]) -> bool:
    """Whether a word is an argument of a verb, or the preposition of one; a noun's preposition must be of the phrase.

    nodes: the words of the phrase before it.
    """
    token = annotation.tokens[node]
    noun = token.head if token.dep == "case" else node
    if token.dep != "case":
        own = annotation.dependents(node, "case")
        if any(annotation.tokens[c].pos == "ADP" and c not in nodes and not article(annotation.tokens[c]) for c in own):
            return False  # (`prendre part à la décision` is not `prendre décision`)
    return annotation.tokens[noun].head == verb and annotation.tokens[verb].pos == "VERB"


def article(token: Token) -> bool:
    """Whether what was read as a preposition is a partitive article (`porter des accusations`)."""
    return "PronType=Art" in token.morph


def turned(annotation: Annotation, i: int, words: Sequence[str]) -> list[int]:
    """A verb and its object where the object is what the verb is said of (`le recours déposé`, `an appeal was filed`)."""
    token = annotation.tokens[i]
    if len(words) != 2 or token.pos not in {"VERB", "ADJ"}:
        return []
    before = annotation.dependents(i, "nsubj:pass", "nsubj") if annotation.dependents(i, "aux:pass", "cop") else []
    before += [token.head] if token.dep == "acl" else []
    return next(([i, n] for n in before if n < i and annotation.tokens[n].lemma == words[1]), [])


@functools.cache
def carriers(language: str) -> Mapping[tuple[str, str], bool]:
    """Verbs that carry an event noun, with its construction (`object` or a preposition): whether they tell what befalls."""
    events = language_pack(language).events
    found = {}
    for verbs, befalls in ((events.light_verbs, False), (events.undergone, True)):
        for phrase in verbs:
            verb, _, construction = phrase.partition(" ")
            found[verb, construction or "object"] = befalls
    return found


def carried(annotation: Annotation, noun: Token) -> int | None:
    """The verb that only carries an event noun (`mener une perquisition`, `a search was carried out`), if one does."""
    verb = annotation.tokens[noun.head]
    if verb.pos != "VERB" or verb.i == noun.i:
        return None
    if noun.dep.startswith(("obj", "nsubj:pass")):
        particle = next((annotation.tokens[c].lemma for c in annotation.dependents(verb.i, "compound:prt")), "")
        ways = {"object", particle}
    elif noun.dep.startswith("obl"):
        ways = {case_of(annotation, noun.i)}
    elif noun.dep.startswith("nsubj") and takes_place(annotation, verb):
        return verb.i
    else:
        return None
    return verb.i if any((verb.lemma, way) in carriers(noun.language) for way in ways if way) else None


def only_carries(annotation: Annotation, nodes: Sequence[int]) -> bool:
    """Whether a phrase is nothing but a verb that carries event nouns and its particle (`carry out`)."""
    tokens = sorted((annotation.tokens[n] for n in nodes), key=lambda t: t.i)
    return len(tokens) == 2 and (tokens[0].lemma, tokens[1].lemma) in carriers(tokens[0].language)


def find_events(annotation: Annotation, actors: Mapping[int, str], aside: Aside) -> list[FoundEvent]:
    """Every event of a report, in order.

    actors: the actor named at a token.
    """
    found = []
    packs = {language: language_pack(language) for language in {t.language for t in annotation.tokens}}
    told = {t.i: p for t in annotation.tokens if (p := phrase_of(annotation, t.i, packs[t.language])) is not None}
    for token in annotation.tokens:  # `carry out` alone is an event of its own, with an event noun it only carries it
        verb = (
            carried(annotation, token)
            if token.pos == "NOUN" and token.lemma in packs[token.language].events.nouns
            else None
        )
        if verb in told and token.i not in told[verb][1] and only_carries(annotation, told[verb][1]):
            del told[verb]
    told = outermost(told)
    spent = {node for _, nodes in told.values() for node in nodes}
    for token in annotation.tokens:
        if token.i in told:
            entry, nodes = told[token.i]
            if not entry.classes:
                continue  # an idiom that tells no event (`in charge`)
            found.append(event_at(annotation, nodes, entry, annotation.tokens[nodes[0]].pos == "NOUN", actors, aside))
            continue
        match = entry_of(annotation, token, packs[token.language]) if token.i not in spent else None
        if match is None or not match[0].classes:
            continue
        verb = carried(annotation, token) if match[1] else None
        if verb is None or verb in spent:
            event = event_at(annotation, (token.i,), *match, actors, aside)
            if event.class_ != OTHER or match[0] is BY_WORD or not described(annotation, token):
                found.append(replace(event, word=token.i))  # (`the deputy in charge of`: what a filler makes no event)
        else:
            spent.add(verb)
            said = [o for o in annotation.dependents(verb, "obj") if takes_place(annotation, annotation.tokens[verb])]
            predicate = tuple(dict.fromkeys((verb, token.i, *said)))  # (`une réunion a eu lieu`: no place takes part)
            event = event_at(annotation, predicate, match[0], False, actors, aside)
            found = [e for e in found if e.token != verb]
            found.append(replace(event, word=token.i))
    return as_told_below(annotation, taken_up(annotation, shared_complements(annotation, found)))


def outermost(told: Mapping[int, tuple[EventEntry, tuple[int, ...]]]) -> dict[int, tuple[EventEntry, tuple[int, ...]]]:
    """Phrases without those that lie in a longer one (`garde à vue` in `placer en garde à vue`)."""
    kept: dict[int, tuple[EventEntry, tuple[int, ...]]] = {}
    used: set[int] = set()
    for first in sorted(told, key=lambda i: (-len(told[i][1]), i)):
        if used.isdisjoint(told[first][1]):
            kept[first] = told[first]
            used.update(told[first][1])
    return {first: kept[first] for first in sorted(kept)}


def event_at(
    annotation: Annotation,
    nodes: Sequence[int],
    entry: EventEntry,
    nominal: bool,
    actors: Mapping[int, str],
    aside: Aside,
) -> FoundEvent:
    """The event of a predicate."""
    token = annotation.tokens[nodes[0]]
    pack = language_pack(token.language)
    slots = constructions(annotation, nodes, nominal, pack, aside.times)
    frame = frame_of(annotation, token.i, entry, slots, nominal, pack, actors)
    fillers = participants(annotation, token, frame, slots, nominal, actors, aside)
    owners = belongings(annotation, fillers, actors)
    role = shared_pack().event_classes.classes[frame.class_].owner
    if role and role not in fillers and "theme" in owners:  # the thing's, not the receiver's (`reached the town of X`)
        fillers[role] = owners["theme"]
        owners = {}
    polarity, negative = polarity_of(annotation, token, pack)
    realis = realis_of(annotation, token, pack)
    phase, spans = phase_of(annotation, token, pack, nominal, frame.class_, aside)
    return FoundEvent(
        token=token.i,
        class_=frame.class_,
        fillers=fillers,
        polarity=polarity,
        realis=realis,
        phase=entry.phase or phase,  # type: ignore[arg-type]  # checked where the packs are
        nominal=nominal,
        general=entry.general or not any(actor for _, actor in fillers.values()),
        phase_words=spans,
        negators=negative,
        nodes=tuple(nodes),
        owners={r: actor for r, (_, actor) in owners.items() if actor is not None},
    )


def shared_complements(annotation: Annotation, found: list[FoundEvent]) -> list[FoundEvent]:
    """`la vente ou le transfert de X`: event nouns in a row share what the last one names, where they name nothing."""
    by_token = {e.token: e for e in found}
    for event in reversed(found):
        head = annotation.tokens[event.token].head
        first = by_token.get(head)
        if first is None or annotation.tokens[event.token].dep != "conj" or not (first.nominal and event.nominal):
            continue
        roles = shared_pack().event_classes.classes[first.class_].roles
        if not first.fillers:
            lent: dict[str, Filler] = {r: f for r, f in event.fillers.items() if r in roles}
            by_token[head] = replace(first, fillers=lent, general=first.general and event.general, owners=event.owners)
    return [by_token[e.token] for e in found]


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
