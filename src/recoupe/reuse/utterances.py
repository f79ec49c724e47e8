"""One utterance in several reports: whole, cut, reworded or translated, with what differs between its wordings."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import networkx as nx
from rapidfuzz.distance import Indel

from recoupe.linguistics import Annotation
from recoupe.model import Actor, Attribution, Difference, Span, Utterance, UtteranceMember, identifier
from recoupe.reuse.equivalence import shared_weight
from recoupe.reuse.sayings import Saying, sayings

LEAST = 3.0  # what the shared words must tell
CONTAINED = 0.62  # share of the shorter saying that is shared
REPORTED = 0.75  # the same where one of the two is reported speech
OVERALL = 0.34  # share of the longer one
ACROSS = 0.5  # share of the shorter one across languages, where the lexicon misses words


def utterances(
    annotations: Sequence[Annotation], attributions: Sequence[Attribution], actors: Sequence[Actor]
) -> list[Utterance]:
    """Groups of sayings that are one utterance, in order of their ids; pair decisions are local, groups their closure."""
    bodies = {a.id: a.institution for a in actors}
    found = [s for a in annotations for s in sayings(a, attributions)]
    graph: nx.Graph = nx.Graph()
    for left, right in combinations(range(len(found)), 2):
        if one_utterance(found[left], found[right], bodies):
            graph.add_edge(left, right)
    groups = [[found[k] for k in sorted(c)] for c in nx.connected_components(graph)]
    return sorted((utterance(g) for g in groups), key=lambda u: u.id)


def one_utterance(a: Saying, b: Saying, bodies: Mapping[str, str | None]) -> bool:
    """Whether two sayings of different places are one: a quotation on either side, speakers that fit, shared words."""
    if not (a.quoted or b.quoted) or not speakers_fit(a, b, bodies) or a.attribution.id == b.attribution.id:
        return False
    shorter, longer = sorted((a.told, b.told))
    if shorter < LEAST:
        return False
    shared = shared_weight(a, b)
    contained = ACROSS if a.language != b.language else CONTAINED if a.quoted and b.quoted else REPORTED
    return shared >= LEAST and shared >= contained * shorter and shared >= OVERALL * longer


def speakers_fit(a: Saying, b: Saying, bodies: Mapping[str, str | None]) -> bool:
    """Whether the speakers may be one: the same actor, a body and one who speaks for it, or one of them not known."""
    one, other = a.attribution.actor, b.attribution.actor
    if one is None or other is None or one == other:
        return True
    body, other_body = bodies.get(one), bodies.get(other)
    return body == other or other_body == one or (body is not None and body == other_body)


def utterance(group: Sequence[Saying]) -> Utterance:
    """The utterance of a group: its fullest quoted wording is what the others are compared with."""
    ordered = sorted(group, key=lambda s: s.span)
    base = max(ordered, key=lambda s: (s.quoted, s.told, -s.span.start))
    differences = [d for s in ordered if s is not base for d in differences_of(base, s)]
    actors = [s.attribution.actor for s in ordered if s.attribution.actor is not None]
    altered = any(d.kind in {"altered", "translated"} for d in differences)
    return Utterance(
        id=identifier("utterance", *(s.span for s in ordered)),
        actor=max(sorted(set(actors)), key=actors.count) if actors else None,
        relation="same_utterance",
        verbatim=not altered,
        members=tuple(UtteranceMember((s.span,), s.attribution.id) for s in ordered),
        differences=tuple(differences),
    )


def differences_of(base: Saying, other: Saying) -> list[Difference]:
    """What differs from the fullest wording: words cut at its edges or inside, words altered, another cue."""
    found: list[Difference] = []
    if base.language != other.language:
        found.append(Difference("translated", (base.span, other.span)))
    elif base.forms != other.forms:
        edits = [e for e in Indel.opcodes(base.forms, other.forms) if e.tag != "equal"]
        cut = all(e.tag == "delete" for e in edits)
        found.append(Difference("cut" if cut else "altered", (base.span, other.span)))
    cues: list[Span] = [c for c in (base.attribution.cue, other.attribution.cue) if c is not None]
    if len(cues) == 2 and cues[0].text.lower() != cues[1].text.lower():
        found.append(Difference("cue", tuple(cues)))
    return found
