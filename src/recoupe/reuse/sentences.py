"""The sentences of a report as they are compared with those of others: what each of their words tells."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property

from recoupe.attribution.quotations import quotations
from recoupe.languages import LANGUAGES
from recoupe.linguistics import Annotation, Token
from recoupe.reuse.equivalence import meanings
from recoupe.reuse.sayings import CONTENT, QUOTED
from recoupe.reuse.stretches import Stretch
from recoupe.reuse.weights import weight
from recoupe.reuse.words import WordRow

Words = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Sentence:
    """A sentence of a report.

    words: (lemma, what it tells) of its telling words, in order; a word that comes in several sentences of its report is
    of its subject, and tells the less of each. sorts: what each is, `names`, `figures` or `words`. quoted: most of it
    stands in quotation marks.
    """

    stretch: Stretch
    language: str
    words: Words
    sorts: tuple[str, ...]
    quoted: bool

    @cached_property
    def told(self) -> float:
        """What all its words tell."""
        return sum(w for _, w in self.words)

    def told_by(self, sorts: Container[str]) -> float:
        """What its words of some sorts tell together."""
        return sum(w for (_, w), sort in zip(self.words, self.sorts, strict=True) if sort in sorts)


def sentences_of(report: int, annotation: Annotation, row: WordRow) -> list[Sentence]:
    """The sentences of a report, in order."""
    marked = [(q.start, q.end) for q in quotations(annotation.document.text, annotation.paragraphs)[0]]
    found: list[tuple[Stretch, str, list[tuple[str, str]], bool]] = []
    for first, last in annotation.sentences:
        tokens = [t for t in annotation.tokens[first:last] if t.pos != "PUNCT"]
        if not tokens or tokens[0].language not in LANGUAGES:
            continue
        start, end = bisect_left(row.starts, tokens[0].start), bisect_left(row.starts, tokens[-1].end)
        if start < end:
            inside = sum(any(low <= t.start < high for low, high in marked) for t in tokens)
            words = [w for t in tokens for w in telling(t)]
            found.append(((report, start, end), tokens[0].language, words, inside >= QUOTED * len(tokens)))
    held = Counter(lemma for _, _, words, _ in found for lemma in {lemma for lemma, _ in words})
    return [
        Sentence(
            stretch,
            language,
            tuple((lemma, round(weight(lemma, language) / held[lemma], 4)) for lemma, _ in words),
            tuple(sort for _, sort in words),
            quoted,
        )
        for stretch, language, words, quoted in found
    ]


def telling(token: Token) -> Iterator[tuple[str, str]]:
    """The telling words of a token, each with its sort: none, one, or the parts of a compound that no table knows whole."""
    if token.pos not in CONTENT:
        return
    lemma = token.lemma
    if any(c.isdigit() for c in lemma):
        yield "".join(lemma.split()), "figures"
        return
    sort = "figures" if token.pos == "NUM" else "names" if token.pos == "PROPN" else "words"
    parts = lemma.split("-") if "-" in lemma and not meanings((token.language, lemma)) else [lemma]
    for part in parts:
        if weight(part, token.language) > 0:
            yield part, sort
