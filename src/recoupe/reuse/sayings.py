"""What may be one utterance: each sentence that a report puts down to somebody, with its telling words."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from recoupe.attribution.quotations import quotations
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Attribution, Span
from recoupe.reuse.weights import weight

LEAST = 3.0  # what the words of a saying must tell together (see weights)
QUOTED = 0.6  # share of a sentence's words in quotation marks from which it is given as it was said
CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"}


@dataclass(frozen=True)
class Saying:
    """A sentence of an attribution's content.

    words: (lemma, weight) of its telling words, in order. quoted: it is given in quotation marks.
    """

    annotation: Annotation
    attribution: Attribution
    span: Span
    language: str
    words: tuple[tuple[str, float], ...]
    tokens: tuple[Token, ...]
    quoted: bool

    @cached_property
    def told(self) -> float:
        """What all its words tell."""
        return sum(w for _, w in self.words)

    @cached_property
    def denies(self) -> bool:
        """Whether it holds a word of negation."""
        return any(negates(t) for t in self.tokens)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Its words as they stand, without regard to case and apostrophes."""
        return tuple(t.norm for t in self.tokens)


def negates(token: Token) -> bool:
    """Whether a word denies."""
    return token.norm in negative(token.language)


@functools.cache
def negative(language: str) -> frozenset[str]:
    """Words that deny by themselves; `ne` and the like, which need another, are left out where that other stands."""
    pack = language_pack(language).negation
    return frozenset((*pack.particles, *pack.adverbs, *pack.determiners, *pack.pronouns))


def all_sayings(annotations: Iterable[Annotation], attributions: Sequence[Attribution]) -> list[Saying]:
    """The sayings of all reports, report by report in order of the text."""
    own: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        own.setdefault(attribution.document, []).append(attribution)
    return [s for a in annotations if a.document.id in own for s in sayings(a, own[a.document.id])]


def sayings(annotation: Annotation, own: Sequence[Attribution]) -> list[Saying]:
    """The sayings of one report, in order of the text; what lies inside another saying is part of that one.

    Words that several attributions give whole belong to the innermost of them.
    """
    marked = [(q.start, q.end) for q in quotations(annotation.document.text, annotation.paragraphs)[0]]
    depth = depths(own)
    found: dict[tuple[int, int], Saying] = {}
    for attribution in sorted(own, key=lambda a: (depth[a.id], -sum(c.end - c.start for c in a.content), a.id)):
        for content in attribution.content:
            for tokens in sentences(annotation, content):
                saying = saying_of(annotation, attribution, tokens, marked)
                if saying.told >= LEAST:
                    found[saying.span.start, saying.span.end] = saying
    kept: list[Saying] = []
    for saying in sorted(found.values(), key=lambda s: (s.span.start, -s.span.end)):
        if not kept or saying.span.end > kept[-1].span.end:
            kept.append(saying)
    return kept


def depths(own: Sequence[Attribution]) -> Mapping[str, int]:
    """How many attributions hold each one."""
    outer = {a.id: a.within for a in own}
    found = {}
    for name in outer:
        seen, at = {name}, outer[name]
        while at in outer and at not in seen:
            seen.add(at)
            at = outer[at]
        found[name] = len(seen)
    return found


def sentences(annotation: Annotation, content: Span) -> list[list[Token]]:
    """Tokens of a content that are words, sentence by sentence."""
    parts: dict[int, list[Token]] = {}
    for token in annotation.tokens:
        if content.start <= token.start < content.end and token.pos != "PUNCT":
            parts.setdefault(token.sentence, []).append(token)
    return [parts[key] for key in sorted(parts)]


def saying_of(
    annotation: Annotation, attribution: Attribution, tokens: Sequence[Token], marked: Sequence[tuple[int, int]]
) -> Saying:
    """One sentence as a saying."""
    words = tuple((t.lemma, weight(t.lemma, t.language)) for t in tokens if t.pos in CONTENT)
    inside = sum(any(start <= t.start < end for start, end in marked) for t in tokens)
    return Saying(
        annotation,
        attribution,
        annotation.document.span(tokens[0].start, tokens[-1].end),
        tokens[0].language,
        tuple((w, score) for w, score in words if score > 0),
        tuple(tokens),
        attribution.kind == "direct" or inside >= QUOTED * len(tokens),
    )
