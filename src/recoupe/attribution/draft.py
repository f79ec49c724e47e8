"""An attribution while it is being made, and the reading that all mechanisms share."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from recoupe.attribution.lexicon import Lexicon, lexicon, words_of
from recoupe.attribution.quotations import Quotation
from recoupe.linguistics import Annotation, Token

Range = tuple[int, int]
EDGE = " \t\n\r\u00a0\u202f.,:;"
MARKS = "\"'«»“”‘’„‹›"


def meet(a: Range | None, b: Range | None) -> bool:
    """Whether two ranges share a code point; no range shares none."""
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


@dataclass
class Draft:
    """A relation in code points of the report's text.

    mechanism: which mechanism made it; entries: pack entries that it used; head: token that heads the content (for
    firmness); cue_token: token that heads the cue.
    """

    source: Range | None
    cue: Range | None
    content: list[Range]
    mechanism: str
    entries: tuple[str, ...] = ()
    speech: str = "neutral"
    commitment: str = "neutral"
    according: bool = False
    nominal: bool = False
    charged: bool = False
    negated: bool = False
    hedged_by: list[Range] = field(default_factory=list)
    head: int | None = None
    cue_token: int | None = None
    relay: Range | None = None
    quotation: Quotation | None = None
    guarded: bool = False  # the entry is of a verb that has other senses besides reporting

    def covers(self, position: int) -> bool:
        """Whether a code point lies in the content."""
        return any(start <= position < end for start, end in self.content)


@dataclass
class Reading:
    """A report under the eyes of the mechanisms: annotation, quotations, and what has been found so far."""

    annotation: Annotation
    quotations: list[Quotation]
    drafts: list[Draft] = field(default_factory=list)
    used_cues: set[int] = field(default_factory=set)
    media: frozenset[int] = frozenset()  # tokens of names that the report itself shows to be an outlet's

    @property
    def text(self) -> str:
        """The report's text."""
        return self.annotation.document.text

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The report's tokens."""
        return self.annotation.tokens

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts, for look-up by place."""
        return [t.start for t in self.annotation.tokens]

    @cached_property
    def openings(self) -> list[int]:
        """Where each quotation starts, for look-up by place."""
        return [q.outer_start for q in self.quotations]

    @cached_property
    def credits(self) -> list[tuple[str, ...]]:
        """The words of the names of the outlet and the agencies that the report bears."""
        document = self.annotation.document
        return [words_of(c.actor) for c in (document.outlet, *document.agencies) if c is not None]

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that start in [start, end)."""
        return self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def lexicon(self, i: int) -> Lexicon:
        """The compiled packs of a token's language."""
        return lexicon(self.tokens[i].language)

    def quotation_at(self, position: int) -> Quotation | None:
        """The quotation whose marks enclose a code point."""
        at = bisect_right(self.openings, position) - 1
        return self.quotations[at] if at >= 0 and position < self.quotations[at].outer_end else None

    def offsets(self, first: int, last: int) -> Range:
        """Code points of the tokens [first, last)."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def tidy(self, start: int, end: int) -> Range | None:
        """A content span without marks that lack a partner in it, white space or points at its edges."""
        text = self.text
        previous = None
        while previous != (start, end) and start < end:
            previous = (start, end)
            while start < end and text[start] in EDGE + "-–—)":
                start += 1
            while end > start and text[end - 1] in EDGE + "(":
                end -= 1
            quotation = self.quotation_at(start)
            if start < end and text[start] in MARKS and quotation and quotation.outer_start == start:
                if quotation.outer_end >= end:
                    start, end = start + 1, min(end, quotation.end)
            elif start < end and text[start] in MARKS and not (quotation and quotation.outer_start < start):
                start += 1
            if end > start and text[end - 1] in MARKS:
                closing = self.quotation_at(end - 1)
                if closing is None or closing.outer_start < start:
                    end -= 1
        return (start, end) if start < end else None


def without(whole: Range, holes: list[Range]) -> list[Range]:
    """A range less some others, in order."""
    parts, cursor = [], whole[0]
    for start, end in sorted(holes):
        if start > cursor:
            parts.append((cursor, min(start, whole[1])))
        cursor = max(cursor, end)
    if cursor < whole[1]:
        parts.append((cursor, whole[1]))
    return [p for p in parts if p[0] < p[1]]
