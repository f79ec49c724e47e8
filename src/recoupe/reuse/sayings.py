"""What may be one utterance: each sentence that a report puts down to somebody, with its telling words."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.linguistics import Annotation, Token
from recoupe.model import Attribution, Span
from recoupe.reuse.weights import weight

LEAST = 3.0  # what the words of a saying must tell together (see weights)
CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"}


@dataclass(frozen=True)
class Saying:
    """A sentence of an attribution's content.

    words: (lemma, weight) of its telling words, in order. quoted: it stands in quotation marks.
    """

    attribution: Attribution
    span: Span
    language: str
    words: tuple[tuple[str, float], ...]
    forms: tuple[str, ...]
    quoted: bool

    @property
    def told(self) -> float:
        """What all its words tell."""
        return sum(w for _, w in self.words)


def sayings(annotation: Annotation, attributions: Sequence[Attribution]) -> list[Saying]:
    """The sayings of one report, in order of the text; what lies inside another saying is part of that one."""
    own = [a for a in attributions if a.document == annotation.document.id]
    found: dict[tuple[int, int], Saying] = {}
    for attribution in sorted(own, key=lambda a: (-sum(c.end - c.start for c in a.content), a.id)):
        for content in attribution.content:
            for tokens in sentences(annotation, content):
                saying = saying_of(annotation, attribution, tokens)
                if saying.told >= LEAST:
                    found[saying.span.start, saying.span.end] = saying
    kept = [found[key] for key in sorted(found)]
    return [s for s in kept if not any(o is not s and o.span.contains(s.span) for o in kept)]


def sentences(annotation: Annotation, content: Span) -> list[list[Token]]:
    """Tokens of a content, sentence by sentence."""
    parts: dict[int, list[Token]] = {}
    for token in annotation.tokens:
        if content.start <= token.start < content.end:
            parts.setdefault(token.sentence, []).append(token)
    return [parts[key] for key in sorted(parts)]


def saying_of(annotation: Annotation, attribution: Attribution, tokens: Sequence[Token]) -> Saying:
    """One sentence as a saying."""
    inner = [t for t in tokens if t.pos != "PUNCT"] or list(tokens)
    words = tuple((t.lemma, weight(t.lemma, t.language)) for t in inner if t.pos in CONTENT)
    return Saying(
        attribution,
        annotation.document.span(inner[0].start, min(inner[-1].end, len(annotation.document.text))),
        inner[0].language,
        tuple((w, score) for w, score in words if score > 0),
        tuple(t.norm for t in inner),
        attribution.kind in {"direct", "mixed"} or marked(annotation.document.text, inner[0].start, inner[-1].end),
    )


def marked(text: str, start: int, end: int) -> bool:
    """Whether quotation marks stand right around a stretch of text, or open before it without closing."""
    before = text[max(0, start - 3) : start]
    return any(mark in before for mark in '«“"') or any(mark in text[end : end + 3] for mark in '»”"')
