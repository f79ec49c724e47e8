"""Statements of marked event mentions, drafted by the shipped code from where the mention stands, and their happenings.

Only the place of an event is given by the corpus: its class, participants, phase and context are what Recoupe reads
there. A word that no entry of the packs covers is told by its word alone.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from evaluation.mentions import Marked, Mention
from recoupe.actors import resolve
from recoupe.beside import actors_by_token
from recoupe.claims.affairs import report_of
from recoupe.claims.anaphora import taken_up
from recoupe.claims.drafted import Drafted, draft, innermost
from recoupe.claims.entries import entry_of
from recoupe.claims.events import event_at
from recoupe.claims.found import OTHER, FoundEvent
from recoupe.claims.happenings import Telling, kin, telling
from recoupe.claims.participants import Aside
from recoupe.claims.profiles import profile
from recoupe.claims.statements import times_of
from recoupe.languages import language_pack, shared_pack
from recoupe.languages.events_schema import EventEntry
from recoupe.languages.inflection import family_of
from recoupe.linguistics import Annotation, Token
from recoupe.model import Attribution
from recoupe.pipeline import Annotated, annotate_one, roots_of, with_document
from recoupe.values import read_values

VERBAL = {"VERB", "AUX"}


@dataclass(frozen=True)
class Read:
    """A mention with its statement and what is compared of it."""

    mention: Mention
    drafted: Drafted
    telling: Telling


def annotated(marked: Marked) -> list[Annotated]:
    """Every report by itself."""
    return [annotate_one((document, {})) for document in marked.documents]


def read(marked: Marked, annotations: Sequence[Annotated]) -> list[Read]:
    """The statements of all mentions, in the order of reports and text; a mention without a token is left out."""
    resolved = resolve([a.annotation for a in annotations], [x for a in annotations for x in a.attributions])
    roots = roots_of(resolved.actors)
    by_document: dict[str, list[Mention]] = defaultdict(list)
    for mention in marked.mentions:
        by_document[mention.document].append(mention)
    found = []
    for one in annotations:
        annotation = with_document(one.annotation, {d.id: d for d in resolved.documents})
        own = [a for a in resolved.attributions if a.document == annotation.document.id]
        actors = actors_by_token(annotation, resolved.mentions)
        held = [(m, h) for m in by_document[annotation.document.id] if (h := head_of(annotation, m)) is not None]
        held.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[0].chain))
        values, report = read_values(annotation), report_of(annotation)
        beside = times_of(annotation, values)
        events = [event_there(annotation, head, actors, own, *beside) for _, head in held]
        for (mention, _), event in zip(held, taken_up(annotation, events), strict=True):
            holders = innermost(own, annotation.tokens[event.token].start)
            drafted = draft(annotation, event, holders[0] if holders else None, values)
            found.append(
                Read(mention, drafted, telling(drafted, profile(drafted, event.phase, roots, report.names), report))
            )
    return found


def head_of(annotation: Annotation, mention: Mention) -> Token | None:
    """The token of a mention that governs the others."""
    inside = [t for t in annotation.tokens if t.start < mention.end and mention.start < t.end]
    places = {t.i for t in inside}
    return next((t for t in inside if t.head not in places or t.head == t.i), None)


def event_there(
    annotation: Annotation,
    head: Token,
    actors: Mapping[int, str],
    own: Sequence[Attribution],
    times: frozenset[int],
    days: Mapping[int, tuple[str, str]],
) -> FoundEvent:
    """The event of a predicate by the packs, else one told by its word alone."""
    pack = language_pack(head.language)
    match = entry_of(annotation, head, pack)
    if match is None or not match[0].classes:
        class_ = (
            OTHER if head.pos in VERBAL else families(head.language).get(family_of(head.norm, head.language), OTHER)
        )
        match = EventEntry(classes=[class_]), head.pos not in VERBAL
    spans = [s for a in own for s in (a.source, a.cue, a.relay) if s is not None]
    cues = frozenset(t.i for t in annotation.tokens if any(s.start <= t.start < s.end for s in spans))
    return replace(event_at(annotation, (head.i,), *match, actors, Aside(cues - {head.i}, times, days)), word=head.i)


@functools.cache
def families(language: str) -> dict[str, str]:
    """The class of each family of words: what a capitalised word of a headline, read as a name, is known by."""
    events = language_pack(language).events
    found: dict[str, str] = {}
    for word, entry in (*events.nouns.items(), *events.verbs.items()):
        if entry.classes:
            found.setdefault(family_of(word, language), entry.classes[0])
    return found


def candidates(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Pairs of statements of related events, by place."""
    by_word: dict[str, list[int]] = defaultdict(list)
    by_class: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(tellings):
        by_word[f"word {one.word}"].append(i)
        by_word[f"family {one.family}"].append(i)
        for sense in sorted(one.profile.senses):
            by_word[f"sense {sense}"].append(i)
        by_class[one.profile.class_].append(i)
    pairs = {p for bucket in by_word.values() for p in combinations(bucket, 2)}
    for a, b in pairs_of(shared_pack().event_classes.classes):
        if a in by_class and b in by_class and kin(a, b):
            pairs |= {(min(i, j), max(i, j)) for i in by_class[a] for j in by_class[b] if i != j}
    return sorted(pairs)


def pairs_of(classes: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Each two classes, and each with itself."""
    names = sorted(classes)
    return [(a, b) for i, a in enumerate(names) for b in names[i:]]
