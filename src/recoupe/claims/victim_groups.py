"""Among whom an event counts its victims: `14 blessés parmi les gendarmes`, `30 hurt on the demonstrators' side`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.claims.entries import is_victim
from recoupe.claims.found import Filler, FoundEvent
from recoupe.claims.things import PERSON, thing_at
from recoupe.languages import language_pack, shared_pack
from recoupe.linguistics import Annotation, Token

THEME = "theme"
NOUN_WITHIN = 4  # tokens between the words of a group and its noun


def by_group(annotation: Annotation, events: Sequence[FoundEvent], actors: Mapping[int, str]) -> list[FoundEvent]:
    """The events with the group among whom their victims are counted as those whom they befell, and without the noun that
    only gives the figure (`le bilan est de 14 morts`)."""
    settled = []
    for event in events:
        counted = next((n for n in own_nodes(annotation, event) if is_victim(annotation, annotation.tokens[n])), None)
        if counted is None or THEME not in shared_pack().event_classes.classes[event.class_].roles:
            settled.append(event)
            continue
        left = {r: f for r, f in event.fillers.items() if not gives_figure(annotation.tokens[f[0]])}
        if counted != event.token and annotation.tokens[event.token].pos == "VERB":
            left[THEME] = (counted, None)  # (`les heurts ont fait 14 blessés`: it befell no clashes)
        group = group_behind(annotation, counted)
        if group is not None:
            left[THEME] = (group, actors.get(group))
        settled.append(event if left == event.fillers else replace(event, fillers=left))
    return settled


def own_nodes(annotation: Annotation, event: FoundEvent) -> list[int]:
    """The tokens of a predicate with the object of its verb."""
    return [event.token, *event.nodes, *annotation.dependents(event.token, "obj")]


def group_behind(annotation: Annotation, counted: int) -> int | None:
    """The noun of the group that stands right behind a count (`14 blessés | parmi les gendarmes`)."""
    tokens = annotation.tokens
    _, stop = annotation.sentences[tokens[counted].sentence]
    for phrase in language_pack(tokens[counted].language).events.among:
        words = phrase.split()
        first = counted + 1
        last = first + len(words)
        if last < stop and [t.norm for t in tokens[first:last]] == words:
            behind = tokens[last : min(stop, last + NOUN_WITHIN)]
            named = (t.i for t in behind if t.pos in {"NOUN", "PROPN"} or thing_at(t).kind == PERSON)
            return next(named, None)
    return None


def gives_figure(token: Token) -> bool:
    """Whether a noun gives the figure of an event (`number`, `toll`)."""
    return token.pos == "NOUN" and token.lemma in language_pack(token.language).events.tallies


def with_group(annotation: Annotation, last: int, fillers: Mapping[str, Filler], class_: str) -> Mapping[str, Filler]:
    """The fillers of an event that a figure tells, with the group that stands right behind it (`une trentaine chez X`)."""
    group = group_behind(annotation, last)
    if group is None:
        return fillers
    role = THEME if THEME in shared_pack().event_classes.classes[class_].roles else "agent"
    return {**fillers, role: (group, None)}
