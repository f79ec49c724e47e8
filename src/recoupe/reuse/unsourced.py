"""Reports that carry the words of an utterance and leave out who said them."""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from msgspec import structs
from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import partial_ratio_alignment
from rapidfuzz.process import cdist

from recoupe.model import Attribution, Document, Reuse, Span, Utterance, UtteranceMember, identifier

ALIKE = 88.0  # per cent of the characters
LEAST = 0.78  # of the words' characters that then stand there again in order: ALIKE / (200 - ALIKE), rounded down
MARKS = ' \n\t.,;:«»“”"'


def with_unsourced(
    utterances: Sequence[Utterance],
    reuse: Sequence[Reuse],
    attributions: Sequence[Attribution],
    documents: Mapping[str, Document],
) -> list[Utterance]:
    """The utterances with the places at which other reports copied their words as their own, in order of their ids."""
    said: dict[str, list[Span]] = {}
    for attribution in attributions:
        said.setdefault(attribution.document, []).extend(attribution.content)
    copies = [family for family in reuse if family.kind in {"copy", "near_copy"}]
    passages: dict[str, list[tuple[int, Span]]] = {}  # by report: families with its stretches
    for k, family in enumerate(copies):
        for passage in family.members:
            passages.setdefault(passage.span.document, []).append((k, passage.span))
    holding: dict[int, Holding] = {}  # by family
    found = []
    for utterance in utterances:
        own = {span.document for member in utterance.members for span in member.spans}
        places: dict[str, Span] = {}
        for member in utterance.members if utterance.relation == "same_utterance" else ():
            words = member.spans[0]
            for k in {k: None for k, span in passages.get(words.document, ()) if span.contains(words)}:
                if k not in holding:
                    holding[k] = Holding(copies[k], said, documents)
                for span in holding[k].places(words.text):
                    if span.document not in own:
                        places.setdefault(span.document, span)
        new = [UtteranceMember((places[d],), None) for d in sorted(places)]
        found.append(with_members(utterance, new) if new else utterance)
    return sorted(found, key=lambda u: u.id)


class Holding:
    """The stretches of a family with words that their report puts down to nobody, in which others' words may stand again.

    Parts of stretches that are equal, as those of copies are, are compared once.
    """

    def __init__(self, family: Reuse, said: Mapping[str, Sequence[Span]], documents: Mapping[str, Document]) -> None:
        self.said = said
        self.documents = documents
        self.open = with_open_parts(family, said)
        self.parts = list({part: None for _, parts in self.open for part in parts})
        holders: dict[str, list[int]] = {part: [] for part in self.parts}
        for n, (_, parts) in enumerate(self.open):
            for part in parts:
                holders[part].append(n)
        self.holders = [holders[part] for part in self.parts]
        self.known: dict[str, list[Span]] = {}

    def places(self, words: str) -> list[Span]:
        """Where words stand again as their reports' own, in order of the stretches."""
        if words not in self.known:
            may = {n for part in self.holding(words) for n in self.holders[part]}
            places: dict[str, tuple[int, int] | None] = {}  # by the words of stretches, which copies have in common
            found = []
            for stretch in (self.open[n][0] for n in sorted(may)):
                if stretch.text not in places:
                    places[stretch.text] = repeated(words, stretch.text)
                if (place := places[stretch.text]) is None:
                    continue
                span = self.documents[stretch.document].span(stretch.start + place[0], stretch.start + place[1])
                if not any(span.overlaps(s) for s in self.said.get(span.document, ())):
                    found.append(span)
            self.known[words] = found
        return self.known[words]

    def holding(self, words: str) -> list[int]:
        """The parts that can hold words again, by their places: what an alignment that is alike enough has of them
        stands in these in order."""
        least = LEAST * len(words)
        alike = cdist([words], self.parts, scorer=LCSseq.similarity, score_cutoff=math.ceil(least), dtype=np.int32)[0]
        return [int(n) for n in np.flatnonzero(alike >= least)]


def with_open_parts(family: Reuse, said: Mapping[str, Sequence[Span]]) -> list[tuple[Span, list[str]]]:
    """The stretches of a family with words that their report puts down to nobody, with these."""
    found = [(m.span, unattributed(m.span, said.get(m.span.document, ()))) for m in family.members]
    return [(span, parts) for span, parts in found if parts]


def unattributed(passage: Span, said: Iterable[Span]) -> list[str]:
    """The parts of a passage that its report puts down to nobody, with the marks and spaces around them."""
    found, cursor = [], passage.start
    for start, end in [*sorted((s.start, s.end) for s in said), (passage.end, passage.end)]:
        if start > cursor and cursor < passage.end:
            low, high = cursor - passage.start, min(start, passage.end) - passage.start
            while low > 0 and passage.text[low - 1] in MARKS:
                low -= 1
            while high < len(passage.text) and passage.text[high] in MARKS:
                high += 1
            found.append(passage.text[low:high])
        cursor = max(cursor, end)
    return found


def repeated(said: str, passage: str) -> tuple[int, int] | None:
    """Where in a passage of another report the words stand again, from word to word; `None` where they do not."""
    if len(passage) < len(said):
        return None
    aligned = partial_ratio_alignment(said, passage, score_cutoff=ALIKE)
    if aligned is None:
        return None
    start, end = aligned.dest_start, aligned.dest_end
    while start > 0 and passage[start - 1].isalnum():
        start -= 1
    while end < len(passage) and passage[end].isalnum():
        end += 1
    words = passage[start:end]
    lead = len(words) - len(words.lstrip(MARKS))
    tail = len(words) - len(words.rstrip(MARKS))
    return (start + lead, end - tail) if lead + tail < len(words) else None


def with_members(utterance: Utterance, new: Sequence[UtteranceMember]) -> Utterance:
    """An utterance with further members."""
    members = tuple(sorted((*utterance.members, *new), key=lambda m: m.spans))
    spans = [span for member in members for span in member.spans]
    return structs.replace(utterance, id=identifier("utterance", utterance.relation, *spans), members=members)
