"""What a happening struck: `une explosion a secoué la raffinerie`, `a fire gutted the mill`, `a blast ripped through it`.

The noun of the happening tells the event, and what its verb strikes takes part in it. A verb that says no more than that it
struck (`frapper`, `hit`) tells no event beside it; one of destroying tells a second.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from msgspec import structs

from recoupe.claims.found import Filler, FoundEvent
from recoupe.claims.things import thing_at
from recoupe.languages import language_pack, shared_pack
from recoupe.languages.events_schema import EventEntry
from recoupe.linguistics import Annotation, Token

THEME, PLACE = "theme", "place"
VICTIMS = ("injure", "kill")


def is_happening(noun: Token) -> bool:
    """Whether a noun names an event that can strike somebody or something (`explosion`, `flood`, `attack`)."""
    entry = language_pack(noun.language).events.nouns.get(noun.lemma)
    return entry is not None and bool(entry.classes) and entry.classes[0] in shared_pack().event_classes.striking


def struck(annotation: Annotation, verb: Token, noun: Token) -> int | None:
    """What a verb says that a happening struck, which is its subject and the only event told."""
    if not noun.dep.startswith("nsubj") or noun.dep.startswith("nsubj:pass") or not is_happening(noun):
        return None
    ways = {way for name, _, way in (p.partition(" ") for p in striking(verb)) if name == verb.lemma}
    if not ways:
        return None
    for child in annotation.children[verb.i]:
        token = annotation.tokens[child]
        cases = {annotation.tokens[c].norm for c in annotation.dependents(child, "case")}
        if (token.dep.startswith("obj") and "" in ways) or (token.dep.startswith("obl") and cases & ways):
            return child
    return None


def striking(verb: Token) -> Sequence[str]:
    """The verbs of a language that say no more than that a happening struck something."""
    return language_pack(verb.language).events.striking


def of_struck(annotation: Annotation, entry: EventEntry, object_: int) -> EventEntry:
    """The entry of a happening whose verb says what it struck."""
    role = role_of(annotation, entry.classes[0], object_)
    case = next((annotation.tokens[c].norm for c in annotation.dependents(object_, "case")), "object")
    return structs.replace(entry, roles={**entry.roles, "object": role, case: role}, instead=[])


def role_of(annotation: Annotation, class_: str, object_: int) -> str:
    """A town that is struck is where it happened; a thing is what it happened to."""
    roles = shared_pack().event_classes.classes[class_].roles
    named = annotation.tokens[object_].pos == "PROPN" and annotation.tokens[object_].text[:1].isupper()
    return PLACE if named and PLACE in roles else THEME


def destroyed(annotation: Annotation, found: Sequence[FoundEvent]) -> list[FoundEvent]:
    """The events, with what a happening destroyed taking part in the happening too (`un incendie a détruit l'entrepôt`)."""
    by_token = {e.token: e for e in found}
    harms = shared_pack().event_classes.harming
    settled = []
    for event in found:
        noun = annotation.tokens[event.token]
        above = by_token.get(noun.head)
        ruined = above.fillers.get(THEME) if above is not None and above.class_ in harms else None
        subject = noun.dep.startswith("nsubj") and not noun.dep.startswith("nsubj:pass")
        agent = noun.dep.startswith("obl") and above is not None and by_doer(annotation, noun)
        if ruined is None or not event.nominal or not (subject or agent) or not is_happening(noun):
            settled.append(event)
            continue
        role = role_of(annotation, event.class_, ruined[0])
        free = role not in event.fillers and ruined[0] != noun.i
        settled.append(replace(event, fillers={**event.fillers, role: ruined}) if free else event)
    return settled


def by_doer(annotation: Annotation, noun: Token) -> bool:
    """Whether a noun is what a passive names as its doer (`détruit par un incendie`)."""
    cases = {annotation.tokens[c].norm for c in annotation.dependents(noun.i, "case")}
    return not cases.isdisjoint(language_pack(noun.language).events.by)


def has_outcome(annotation: Annotation, found: FoundEvent) -> bool:
    """Whether a verb tells what a happening that a noun names has done (`une frappe a tué douze personnes`)."""
    noun = annotation.tokens[found.token]
    verb = annotation.tokens[noun.head]
    subject = noun.dep.startswith("nsubj") and not noun.dep.startswith("nsubj:pass")
    done = verb.pos == "VERB" and verb.lemma in language_pack(verb.language).events.outcomes
    return found.nominal and subject and done and is_happening(noun)


def wielder(annotation: Annotation, tool: int, class_: str, actors: Mapping[int, str]) -> Filler | None:
    """Whose weapon or craft does harm, which does it with that (`army drones struck`, `des avions russes ont bombardé`)."""
    noun = annotation.tokens[tool]
    harming = {*shared_pack().event_classes.striking, *shared_pack().event_classes.harming, *VICTIMS}
    if class_ not in harming or thing_at(noun).kind not in language_pack(noun.language).events.wielded:
        return None
    bodies = language_pack(noun.language).institutions.nouns.keys()
    for child in annotation.dependents(tool, "nmod", "amod", "compound"):
        if child in actors or {annotation.tokens[child].lemma, annotation.tokens[child].norm} & {*bodies}:
            return child, actors.get(child)
    return None
