"""Events in a report: predicates with their class, participants, polarity, phase and realis."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from msgspec import structs

from recoupe.claims.anaphora import as_told_below, taken_up
from recoupe.claims.causatives import caused
from recoupe.claims.constructions import case_of, constructions, described, takes_place
from recoupe.claims.deed_nouns import BY_WORD
from recoupe.claims.doers import lost_doer, lost_undergone, planner_of
from recoupe.claims.entries import entry_of, phrase_of
from recoupe.claims.found import CAUSE, OTHER, Filler, FoundEvent
from recoupe.claims.holding import belongings, counted_by, of_owner, owner_at
from recoupe.claims.offices import names_office
from recoupe.claims.participants import Aside, frame_of, participants
from recoupe.claims.phases import phase_of, untold_phase
from recoupe.claims.polarity import polarity_of
from recoupe.claims.realis import doubted, realis_of
from recoupe.claims.stricken import destroyed, of_struck, struck
from recoupe.claims.things import thing_at
from recoupe.languages import language_pack, shared_pack
from recoupe.languages.events_schema import EventEntry
from recoupe.linguistics import Annotation, Token
from recoupe.model import Event, Participant


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
    noun = annotation.tokens[counted_by(annotation, noun.i)]
    verb = annotation.tokens[noun.head]
    if verb.pos != "VERB" or verb.i == noun.i:
        return None
    if noun.dep.startswith(("obj", "nsubj:pass")):
        particle = next((annotation.tokens[c].lemma for c in annotation.dependents(verb.i, "compound:prt")), "")
        ways = {"object", particle}
    elif noun.dep.startswith("obl"):
        ways = {case_of(annotation, noun.i)}
    elif noun.dep.startswith("nsubj") and (takes_place(annotation, verb) or struck(annotation, verb, noun) is not None):
        return verb.i
    else:
        return None
    if brings_about(verb, noun):
        return None
    return verb.i if any((verb.lemma, way) in carriers(noun.language) for way in ways if way) else None


def brings_about(verb: Token, noun: Token) -> bool:
    """Whether a verb tells what brought an event about that nobody does (`a déclenché l'incendie`, not `une grève`)."""
    events = language_pack(verb.language).events
    if verb.lemma not in events.verbs or noun.lemma not in events.nouns:
        return False
    classes = shared_pack().event_classes.classes
    befallen = [classes[class_] for class_ in events.nouns[noun.lemma].classes[:1]]
    return events.verbs[verb.lemma].classes[:1] == [CAUSE] and any(own.roles[0] == "theme" for own in befallen)


def befalls(annotation: Annotation, noun: Token) -> bool:
    """Whether the verb that carries an event noun says that it befalls its subject (`a reçu une alerte`)."""
    noun = annotation.tokens[counted_by(annotation, noun.i)]
    verb = annotation.tokens[noun.head]
    return noun.dep.startswith("obj") and carriers(noun.language).get((verb.lemma, "object"), False)


def befalling(entry: EventEntry, language: str) -> EventEntry:
    """The entry of an event noun whose verb says whom it befalls: its subject receives or undergoes, whom it is from acts."""
    event_class = shared_pack().event_classes.classes[entry.classes[0]]
    whom = "recipient" if "recipient" in event_class.roles else "theme"
    by = dict.fromkeys(language_pack(language).denials.by, "agent")
    return structs.replace(entry, roles={**by, **entry.roles, "subject": whom}, instead=[])


def ordered_by(entry: EventEntry) -> EventEntry:
    """The entry of an event noun whose verb says that its subject has it befall another (`a prononcé la liquidation de X`)."""
    event_class = shared_pack().event_classes.classes[entry.classes[0]]
    return structs.replace(entry, roles={**entry.roles, "subject": "agent"}) if "agent" in event_class.roles else entry


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
    told = {t.i: p for t in annotation.tokens if (p := phrase_of(annotation, t.i)) is not None}
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
        if match[1] and verb is None and token.lemma in packs[token.language].events.papers:
            continue  # (`a study by the lab`: what was written, not that somebody studied)
        if match[1] and verb is None and names_office(annotation, token):
            continue
        if verb is None or verb in spent:
            event = event_at(annotation, (token.i,), *match, actors, aside)
            plain = event.class_ == OTHER and match[0] is not BY_WORD and described(annotation, token)
            if not plain or caused(annotation, token) is not None:
                found.append(replace(event, word=token.i))  # (`the deputy in charge of`: what a filler makes no event)
        else:
            spent.add(verb)
            said = [o for o in annotation.dependents(verb, "obj") if takes_place(annotation, annotation.tokens[verb])]
            predicate = tuple(dict.fromkeys((verb, token.i, *said)))  # (`une réunion a eu lieu`: no place takes part)
            entry = befalling(match[0], token.language) if befalls(annotation, token) else match[0]
            if annotation.tokens[verb].lemma in packs[token.language].events.ordering:
                entry = ordered_by(entry)
            if (object_ := struck(annotation, annotation.tokens[verb], token)) is not None:
                entry = of_struck(annotation, entry, object_)
            event = event_at(annotation, predicate, entry, False, actors, aside)
            found = [e for e in found if e.token != verb]
            found.append(replace(event, word=token.i))
    having = {made.verb for e in found if (made := caused(annotation, annotation.tokens[e.token])) is not None}
    found = [e for e in found if e.class_ != OTHER or e.token not in having]
    refusing = {t.i for e in found for span in e.negators for t in annotation.within(span) if refuses(t)}
    found = [replace(e, refuses=True) if e.class_ == OTHER and e.token in refusing else e for e in found]
    found = destroyed(annotation, shared_complements(annotation, parts_in(annotation, found)))
    return as_told_below(annotation, taken_up(annotation, found))


def refuses(token: Token) -> bool:
    """Whether a verb is one of refusing."""
    verb = language_pack(token.language).reporting_verbs.verbs.get(token.lemma)
    return verb is not None and verb.class_ == "refusal"


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
    if nominal and (doer := lost_doer(annotation, token)) is not None:
        slots = [*slots, ("subject", doer), (case_of(annotation, doer), doer)]
    if nominal and (planner := planner_of(annotation, token)) is not None:
        slots = [*slots, ("subject", planner)]
    if nominal and not any(of_owner(slot) for slot, _ in slots):
        slots = [*slots, *((case_of(annotation, k), k) for k in lost_undergone(annotation, token))]
    frame = frame_of(annotation, token.i, entry, slots, nominal, pack, actors)
    fillers = participants(annotation, token, frame, slots, nominal, actors, aside)
    if "theme" in shared_pack().event_classes.classes[frame.class_].roles and (
        thing := thing_in(annotation, nodes, entry)
    ):
        fillers.setdefault("theme", (thing, None))
    if frame.class_ == CAUSE and (effect := named_in(annotation, nodes)) is not None:
        fillers.setdefault("theme", (effect, None))
    owners = belongings(annotation, fillers, actors)
    role = shared_pack().event_classes.classes[frame.class_].owner
    if role and role not in fillers and "theme" in owners:  # the thing's, not the receiver's (`reached the town of X`)
        fillers[role] = owners["theme"]
        owners = {}
    polarity, negative = polarity_of(annotation, token, pack)
    realis = realis_of(annotation, token, pack)
    if polarity and any(doubted(annotation, n, pack) for n in nodes[1:]):
        realis = "hypothetical"  # `a possible delivery took place`
    phase, spans = phase_of(annotation, token, pack, nominal, frame.class_, aside)
    own = {annotation.tokens[n].start for n in nodes}
    if spans and all(span.start in own for span in spans):
        # (`set fire to`, `freeze the accounts`: the words of the event itself tell no phase)
        phase, spans = untold_phase(annotation, token, pack, nominal, frame.class_, aside), ()
    return FoundEvent(
        token=token.i,
        class_=frame.class_,
        fillers=fillers,
        polarity=polarity,
        realis=realis,
        phase=frame.phase or phase,  # type: ignore[arg-type]  # checked where the packs are
        nominal=nominal,
        general=entry.general or not any(actor for _, actor in fillers.values()),
        phase_words=spans,
        negators=negative,
        nodes=tuple(nodes),
        owners={r: owner_at(annotation, *owner) for r, owner in owners.items()},
    )


def thing_in(annotation: Annotation, nodes: Sequence[int], entry: EventEntry) -> int | None:
    """The thing in a phrase of a verb and its object that says no more than both do (`lever l'embargo`, `pay a ransom`)."""
    if len(nodes) != 2:
        return None
    verb, noun = (annotation.tokens[n] for n in sorted(nodes, key=lambda n: annotation.tokens[n].pos == "NOUN"))
    own = language_pack(verb.language).events.verbs.get(verb.lemma)
    kind = thing_at(noun).kind if noun.pos == "NOUN" and noun.head == verb.i else ""
    if own is None or not kind:
        return None
    plain = entry.classes[0] in own.classes or any(i.filled == kind and i.classes == entry.classes for i in own.instead)
    return noun.i if plain else None


def named_in(annotation: Annotation, nodes: Sequence[int]) -> int | None:
    """The event noun of a phrase that tells what brings it about (`set fire to`, `start a blaze`)."""
    verb = annotation.tokens[min(nodes)].pos in {"VERB", "AUX"}
    nouns = language_pack(annotation.tokens[nodes[0]].language).events.nouns
    return next((n for n in nodes if annotation.tokens[n].lemma in nouns), None) if verb and len(nodes) > 1 else None


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


def parts_in(annotation: Annotation, found: Sequence[FoundEvent]) -> list[FoundEvent]:
    """Events without the nouns that say no more than that somebody has a part in another of them, which tells it in part.

    `toute implication de X dans la fourniture d'armes` tells of no second event.
    """
    by_token = {e.token: e for e in found if e.nominal}
    left: dict[int, FoundEvent | None] = {}
    for event in by_token.values():
        token = annotation.tokens[event.token]
        if not event.general or token.lemma not in language_pack(token.language).denials.shares:
            continue
        within = [c for c in annotation.dependents(token.i, "nmod", "obl") if c in by_token]
        if within and not of_owner(case_of(annotation, within[0])):
            told = by_token[within[0]]
            agent = {r: f for r, f in event.fillers.items() if r == "agent"}
            left |= {token.i: None, told.token: replace(told, general=True, fillers={**agent, **told.fillers})}
    kept = (left.get(e.token, e) for e in found)
    return [e for e in kept if e is not None]


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
