"""Events that are denied by saying what is instead (`the dam held`, `the hostage is alive`, `the plant will stay open`)."""

import functools
from collections.abc import Mapping, Sequence

from recoupe.claims.constructions import case_of
from recoupe.claims.entries import behind
from recoupe.claims.found import AHEAD, Filler, FoundEvent
from recoupe.claims.participants import actor_at
from recoupe.claims.phases import phase_of
from recoupe.claims.polarity import expletive, polarity_of
from recoupe.claims.realis import realis_of
from recoupe.languages import language_pack, shared_pack
from recoupe.languages.denial_schema import Contrary
from recoupe.linguistics import Annotation, Token
from recoupe.model import Attribution

ABOUT = ("obj", "obl", "nmod", "iobj")  # how what it is about hangs on such words


@functools.cache
def table(language: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], Contrary]]]:
    """The pack's contraries by their first lemma, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Contrary]]] = {}
    for phrase, own in language_pack(language).denials.contraries.items():
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, own))
    return {first: sorted(listed, key=lambda p: (-len(p[0]), p[0])) for first, listed in found.items()}


def contraries(
    annotation: Annotation, attributions: Sequence[Attribution], actors: Mapping[int, str]
) -> list[FoundEvent]:
    """The events that a report denies so, each as a negated one of its class; a sentence that says so denies each class once."""
    made: list[FoundEvent] = []
    spent: set[int] = set()
    for token in annotation.tokens:
        found = contrary_at(annotation, token)
        if found is None or not spent.isdisjoint(found[1]):
            continue
        own, nodes = found
        spent.update(nodes)
        made += denied_by(annotation, own, nodes, attributions, actors)
    return made


def contrary_at(annotation: Annotation, token: Token) -> tuple[Contrary, tuple[int, ...]] | None:
    """The contrary that a token opens and its tokens, the highest first."""
    for words, own in table(token.language).get(token.lemma, ()):
        nodes = behind(annotation, token.i, words)
        if nodes:
            top = next(
                (n for n in nodes if annotation.tokens[n].head not in nodes or annotation.tokens[n].head == n), 0
            )
            return own, (top, *[n for n in nodes if n != top])
    return None


def denied_by(
    annotation: Annotation,
    own: Contrary,
    nodes: Sequence[int],
    attributions: Sequence[Attribution],
    actors: Mapping[int, str],
) -> list[FoundEvent]:
    """The events that such words deny, with whom or what they are said of; none where they are themselves denied or open."""
    top = annotation.tokens[nodes[0]]
    pack = language_pack(top.language)
    subject = subject_of(annotation, nodes)
    if subject is not None:
        subject = shared_head(annotation, subject)
    if not own.object and annotation.dependents(top.i, "obj"):
        return []  # `held back nine million tonnes`
    if subject is None or (own.of and annotation.tokens[subject].lemma not in own.of):
        return []
    negators = [n for n in polarity_of(annotation, top, pack)[1] if not inside(annotation, n.start, nodes)]
    affirmed = expletive(negators, pack.negation.expletive)
    if not affirmed or realis_of(annotation, top, pack) == "hypothetical" or past(annotation, own, nodes, attributions):
        return []
    fillers: dict[str, Filler] = {}
    if own.subject:
        fillers[own.subject] = (subject, actor_at(annotation, subject, actors))
    if own.owner:
        whose = [c for c in annotation.dependents(subject, "nmod") if actor_at(annotation, c, actors) is not None]
        if not whose:
            return []
        fillers[own.owner] = (whose[0], actor_at(annotation, whose[0], actors))
    if own.object:
        about = [c for n in nodes for c in annotation.dependents(n, *ABOUT) if c not in nodes and c != subject]
        about = [c for c in about if case_of(annotation, c) in {"", *own.ways}]
        if about:
            fillers[own.object] = (about[0], actor_at(annotation, about[0], actors))
    phase, spans = phase_of(annotation, top, pack, False)
    said = annotation.span(min(nodes), max(nodes))
    classes = shared_pack().event_classes.classes
    return [
        FoundEvent(
            token=top.i,
            class_=class_,
            fillers={role: filler for role, filler in fillers.items() if role in classes[class_].roles},
            polarity=False,
            realis="actual",
            phase=phase if phase in AHEAD else "open",
            nominal=False,
            general=False,
            phase_words=spans if phase in AHEAD else (),
            negators=(said,),
            nodes=tuple(nodes),
        )
        for class_ in own.denies
    ]


def subject_of(annotation: Annotation, nodes: Sequence[int]) -> int | None:
    """Who or what such words are said of."""
    subjects = [s for n in nodes for s in annotation.dependents(n, "nsubj") if s not in nodes]
    return min(subjects, default=None)


def shared_head(annotation: Annotation, subject: int) -> int:
    """The noun that a word of all or none stands before (`all of X's tests`), else the subject itself."""
    token = annotation.tokens[subject]
    if token.pos not in {"PRON", "DET", "ADJ"} or token.norm not in language_pack(token.language).negation.universal:
        return subject
    return next((c for c in annotation.dependents(subject, "nmod") if annotation.tokens[c].pos == "NOUN"), subject)


def inside(annotation: Annotation, position: int, nodes: Sequence[int]) -> bool:
    """Whether a code point is the start of one of some tokens."""
    return any(annotation.tokens[n].start == position for n in nodes)


def past(annotation: Annotation, own: Contrary, nodes: Sequence[int], attributions: Sequence[Attribution]) -> bool:
    """Whether a report itself says that something was so before: a state that may have ended with the event.

    What somebody says in reported speech stands in the past with the verb of saying (`said that he was alive`).
    """
    if not own.now:
        return False
    top = annotation.tokens[nodes[0]]
    group = [annotation.tokens[k] for n in nodes for k in (n, *annotation.dependents(n, "aux", "cop"))]
    was = any(t.has("VerbForm=Fin") and (t.has("Tense=Past") or t.has("Tense=Imp")) for t in group)
    return was and not any(c.start <= top.start < c.end for a in attributions for c in a.content)
