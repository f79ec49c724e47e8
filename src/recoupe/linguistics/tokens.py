"""Tokens, sentences and the whole annotation of a report: what the stages above see of the linguistics."""

import functools
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from msgspec import Struct

from recoupe.model import Document, Span

LONGEST_HEADING = 160  # code points
NONE: frozenset[str] = frozenset()
SENTENCE_ENDS = frozenset({".", "!", "?", "...", "…", ";", ":", "»", "”", '"'})


class Token(Struct, frozen=True, gc=False):
    """A word or mark of a report.

    i: index in the report. start, end: code points in the report's text, end excluded. norm: lower case with straight
    apostrophes. pos, dep, morph: Universal Dependencies (`morph` as "Feature=Value|..."). head: index of the head,
    its own where it is a root. sentence: index of its sentence. language: of the pipeline that read it.
    """

    i: int
    start: int
    end: int
    text: str
    norm: str
    lemma: str
    pos: str
    morph: str
    dep: str
    head: int
    sentence: int
    language: str

    def has(self, feature: str) -> bool:
        """Whether the morphology holds a `Feature=Value`."""
        return feature in features(self.morph)


@dataclass(frozen=True)
class Annotation:
    """A report with its tokens, sentences (half-open token ranges) and paragraphs (code points)."""

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...]
    paragraph_of_sentence: tuple[int, ...] = field(default=())

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its dependents, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return tuple(tuple(c) for c in found)

    @cached_property
    def below(self) -> tuple[frozenset[str], ...]:
        """For each token the relations of its dependents, with what these are subtypes of."""
        return tuple(NONE.union(*[self.relations[c] for c in own]) if own else NONE for own in self.children)

    @cached_property
    def relations(self) -> tuple[frozenset[str], ...]:
        """For each token its relation, with what that is a subtype of."""
        return tuple(broader(t.dep) for t in self.tokens)

    @cached_property
    def starts(self) -> list[int]:
        """Start offsets of the tokens, for bisection."""
        return [t.start for t in self.tokens]

    @cached_property
    def runs(self) -> dict[int, Mapping[str, tuple[tuple[int, int], ...]]]:
        """By sentence the runs of tokens that a later stage has found there, by names of its own: it looks for them once."""
        return {}

    def without_words(self) -> "Annotation":
        """The report alone, nothing read in it."""
        return Annotation(self.document, (), (), ())

    def subtree(self, i: int) -> list[int]:
        """The token and all that depends on it, in order of the text."""
        found, stack = [], [i]
        while stack:
            node = stack.pop()
            found.append(node)
            stack.extend(self.children[node])
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def dependents(self, i: int, *relations: str) -> list[int]:
        """Dependents of a token whose relation is, or is a subtype of, one of those named."""
        if self.below[i].isdisjoint(relations):  # of most tokens there are none
            return []
        return [c for c in self.children[i] if not self.relations[c].isdisjoint(relations)]

    def within(self, span: Span) -> list[Token]:
        """The tokens that lie in a span, in order."""
        first = bisect_left(self.starts, span.start)
        found = self.tokens[first : bisect_right(self.starts, span.end, lo=first)]
        return [t for t in found if t.end <= span.end]

    def span(self, first: int, last: int) -> Span:
        """The text from token `first` to token `last`, both included."""
        return self.document.span(self.tokens[first].start, self.tokens[last].end)

    def sentence_of(self, token: int) -> Span:
        """The text of the sentence that holds a token, from its first token to its last."""
        first, end = self.sentences[self.tokens[token].sentence]
        return self.span(first, end - 1)

    @cached_property
    def headings(self) -> frozenset[int]:
        """Sentences that are a short paragraph of their own without a mark at their end: titles and headings inside a text."""
        counts = Counter(self.paragraph_of_sentence)
        found = set()
        for sentence, paragraph in enumerate(self.paragraph_of_sentence):
            first, last = self.sentences[sentence]
            length = self.tokens[last - 1].end - self.tokens[first].start
            if counts[paragraph] == 1 and length <= LONGEST_HEADING and self.tokens[last - 1].norm not in SENTENCE_ENDS:
                found.add(sentence)
        return frozenset(found)

    def sentence_span(self, sentence: int) -> tuple[int, int]:
        """Code points of a sentence."""
        first, last = self.sentences[sentence]
        return self.tokens[first].start, self.tokens[last - 1].end


@functools.cache
def features(morph: str) -> frozenset[str]:
    """The features of a morphology, which a pipeline writes in few ways."""
    return frozenset(morph.split("|"))


@functools.cache
def broader(dep: str) -> frozenset[str]:
    """A relation and those that it is a subtype of (`obl:arg`: itself and `obl`)."""
    parts = dep.split(":")
    return frozenset(":".join(parts[: k + 1]) for k in range(len(parts)))


def is_tree(tokens: Sequence[Token], first: int) -> bool:
    """Whether the heads of the tokens of one sentence, the first of them number `first`, lead to a root, each of them."""
    led: set[int] = set()
    for token in tokens:
        way: set[int] = set()
        at = token
        while at.i not in led and at.head != at.i:
            if at.i in way:
                return False
            way.add(at.i)
            at = tokens[at.head - first]
        led |= way
    return True
