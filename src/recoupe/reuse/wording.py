"""What differs between two wordings of one utterance, and whether any of them can be the original one."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel, LCSseq

from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Attribution, Difference, Span
from recoupe.reuse.equivalence import meanings
from recoupe.reuse.sayings import CONTENT, Saying, negates

WHOLLY = 0.45  # share of equal words below which a wording is altered as a whole, not here and there

Change = Literal["cut", "altered", "strengthened", "weakened"]


@dataclass(frozen=True)
class Wording:
    """What one attribution gives of an utterance: its sentences, in order of the text."""

    sayings: tuple[Saying, ...]

    @property
    def attribution(self) -> Attribution:
        return self.sayings[0].attribution

    @property
    def annotation(self) -> Annotation:
        return self.sayings[0].annotation

    @property
    def language(self) -> str:
        return self.sayings[0].language

    @property
    def quoted(self) -> bool:
        """Whether all of it is given in quotation marks."""
        return all(s.quoted for s in self.sayings)

    @property
    def told(self) -> float:
        """What its words tell."""
        return sum(s.told for s in self.sayings)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words."""
        return tuple(t for s in self.sayings for t in s.tokens)

    @property
    def forms(self) -> tuple[str, ...]:
        """Its words as they stand, without regard to case and apostrophes."""
        return tuple(f for s in self.sayings for f in s.forms)

    @functools.cached_property
    def spans(self) -> tuple[Span, ...]:
        """Its stretches of text: sentences with nothing but marks between them are one."""
        found: list[tuple[int, int]] = []
        text = self.annotation.document.text
        for saying in self.sayings:
            start, end = saying.span.start, saying.span.end
            if found and not any(c.isalnum() for c in text[found[-1][1] : start]):
                found[-1] = found[-1][0], max(end, found[-1][1])
            else:
                found.append((start, end))
        return tuple(self.annotation.document.span(*f) for f in found)


def verbatim(wordings: Sequence[Wording]) -> bool:
    """Whether any wording can be the original one: in some language all quotations agree but for what they cut."""
    quoted: dict[str, list[tuple[str, ...]]] = {}
    for wording in wordings:
        if wording.quoted:
            quoted.setdefault(wording.language, []).append(wording.forms)
    for forms in quoted.values():
        longest = max(sorted(set(forms)), key=len)
        if all(LCSseq.similarity(longest, f) == len(f) for f in forms):
            return True
    return False


def differences_of(base: Wording, other: Wording) -> list[Difference]:
    """What differs from the fullest wording: language or words, cue, channel."""
    if base.language != other.language:
        found = [Difference("translated", (base.spans[0], other.spans[0]))]
    else:
        found = changes(base, other)
    return found + told_otherwise(base, other)


def changes(base: Wording, other: Wording) -> list[Difference]:
    """Words cut, altered, strengthened or weakened, each with its place in both wordings."""
    if base.forms == other.forms:
        return []
    if LCSseq.similarity(base.forms, other.forms) < WHOLLY * min(len(base.forms), len(other.forms)):
        return [Difference("altered", (base.spans[0], other.spans[0]))]
    found = []
    for left, right in edits(base.forms, other.forms):
        gone, come = base.tokens[left], other.tokens[right]
        if not any(t.pos in CONTENT or negates(t) or hedges(t) or conditional(t) for t in (*gone, *come)):
            continue
        spans = tuple(span_of(w, tokens) for w, tokens in ((base, gone), (other, come)) if tokens)
        kind = change(gone, come)
        found.append(Difference(kind, spans if come else (*spans, other.spans[0])))
    return found


def edits(a: Sequence[str], b: Sequence[str]) -> list[tuple[slice, slice]]:
    """The stretches of two rows that stand against each other."""
    found: list[tuple[slice, slice]] = []
    for e in Indel.opcodes(a, b):
        if e.tag == "equal":
            continue
        if found and found[-1][0].stop == e.src_start and found[-1][1].stop == e.dest_start:
            found[-1] = slice(found[-1][0].start, e.src_end), slice(found[-1][1].start, e.dest_end)
        else:
            found.append((slice(e.src_start, e.src_end), slice(e.dest_start, e.dest_end)))
    return found


def change(gone: Sequence[Token], come: Sequence[Token]) -> Change:
    """What a change does: hedges that go strengthen, hedges that come weaken; graded and emphatic words likewise."""
    before, after = sum(map(force, gone)) + degree(gone), sum(map(force, come)) + degree(come)
    verbs = {t.lemma for t in gone if conditional(t)} & {t.lemma for t in come if not conditional(t)}
    back = {t.lemma for t in come if conditional(t)} & {t.lemma for t in gone if not conditional(t)}
    if after > before or verbs:
        return "strengthened"
    if after < before or back:
        return "weakened"
    return "altered" if come else "cut"


def force(token: Token) -> int:
    """-1 for a hedge, 1 for an emphatic word, else 0."""
    return 1 if token.norm in emphatic(token.language) else -1 if hedges(token) else 0


def degree(tokens: Sequence[Token]) -> int:
    """How strong the strongest graded word is (`notable`, `grave`), 0 where there is none."""
    return max((language_pack(t.language).hedges.degrees.get(t.lemma, 0) for t in tokens), default=0)


def conditional(token: Token) -> bool:
    """Whether a verb stands in the conditional."""
    return token.has("Mood=Cnd")


def hedges(token: Token) -> bool:
    """Whether a word leaves the truth of what is said open."""
    return token.norm in hedging(token.language) or (
        token.lemma in language_pack(token.language).hedges.modals and token.has("VerbForm=Fin")
    )


@functools.cache
def hedging(language: str) -> frozenset[str]:
    """Hedging adverbs of one word."""
    return frozenset(language_pack(language).hedges.adverbs)


@functools.cache
def emphatic(language: str) -> frozenset[str]:
    """Emphatic words."""
    return frozenset(language_pack(language).hedges.emphatics)


def span_of(wording: Wording, tokens: Sequence[Token]) -> Span:
    """The span from the first to the last of some words."""
    return wording.annotation.document.span(tokens[0].start, tokens[-1].end)


def told_otherwise(base: Wording, other: Wording) -> list[Difference]:
    """Another reporting verb over the same words, another channel."""
    found = []
    first, second = cue_words(base), cue_words(other)
    if first and second and not interchangeable(first, second, base.language, other.language):
        found.append(Difference("cue", (base.attribution.cue, other.attribution.cue)))  # type: ignore[arg-type]
    ours, theirs = channels(base), channels(other)
    if ours and theirs and not any(one_channel(x, y) for x in ours for y in theirs):
        spans = tuple(w.annotation.document.span(t[0].start, t[0].end) for w, t in ((base, ours), (other, theirs)))
        found.append(Difference("channel", spans))
    return found


def cue_words(wording: Wording) -> tuple[str, ...]:
    """The lemmas of an attribution's cue that are no auxiliaries."""
    cue = wording.attribution.cue
    if cue is None:
        return ()
    inside = [t for t in wording.annotation.tokens if cue.start <= t.start < cue.end and t.pos not in {"AUX", "PUNCT"}]
    return tuple(t.lemma for t in inside)


def interchangeable(first: Sequence[str], second: Sequence[str], language: str, other: str) -> bool:
    """Whether two cues say the same: the same lemmas, or verbs of one class in different languages."""
    if language == other:
        return tuple(first) == tuple(second)
    classes = [
        {v.class_ for w in words if (v := language_pack(code).reporting_verbs.verbs.get(w)) is not None}
        for words, code in ((first, language), (second, other))
    ]
    return not classes[0] or not classes[1] or bool(classes[0] & classes[1])


def channels(wording: Wording) -> list[Token]:
    """Nouns by which the sentences of a cue and its source name the channel: `communiqué`, `interview`."""
    nouns = set(language_pack(wording.language).attribution_phrases.channels)
    attribution, tokens = wording.attribution, wording.annotation.tokens
    marks = [s for s in (attribution.cue, attribution.source) if s is not None]
    near = {t.sentence for t in tokens for m in marks if m.start <= t.start < m.end}
    said = attribution.content
    return [
        t
        for t in tokens
        if t.sentence in near and t.lemma in nouns and not any(c.start <= t.start < c.end for c in said)
    ]


def one_channel(one: Token, other: Token) -> bool:
    """Whether two nouns name one channel."""
    if one.lemma == other.lemma:
        return True
    return bool(meanings((one.language, one.lemma)) & meanings((other.language, other.lemma)))
