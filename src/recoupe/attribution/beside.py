"""Quotations beside a cue: before it, behind a colon, inside another one, going on behind the cue clause."""

from recoupe.attribution.cues import VerbCue
from recoupe.attribution.draft import Range, Reading
from recoupe.attribution.quotations import Quotation
from recoupe.attribution.syntax import is_main, is_relative
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

CUE_CLAUSE = 30  # tokens between a quotation and the verb that ascribes it


def quotation_before(reading: Reading, first: int) -> Quotation | None:
    """The quotation that closes right before a token, but for marks."""
    position = reading.tokens[first].start
    for quotation in reversed(reading.quotations):
        if quotation.outer_end <= position:
            between = reading.text[quotation.outer_end : position]
            return quotation if "\n" not in between and not between.strip(" ,;–—-\u00a0\u202f") else None
    return None


def quotation_after(reading: Reading, last: int) -> Quotation | None:
    """The quotation that opens right behind a token, but for a comma or colon."""
    position = reading.tokens[last - 1].end
    for quotation in reading.quotations:
        if quotation.outer_start >= position:
            between = reading.text[position : quotation.outer_start]
            return quotation if not between.strip(" ,;:–—-\u00a0\u202f") else None
    return None


def goes_on(reading: Reading, quotation: Quotation, sentence_end: int) -> bool:
    """Whether a quotation behind a cue clause goes on the sentence before it."""
    return reading.text[quotation.start].islower() or quotation.outer_start < reading.tokens[sentence_end - 1].start


def begins_anew(reading: Reading, quotation: Quotation, follower: Token) -> bool:
    """Whether a new sentence begins behind a quotation that ends one: `« ... ? » Interrogé sur ce point, il a dit`."""
    last = reading.text[quotation.end - 1]
    if not follower.text[:1].isupper() or last not in ".?!…":
        return False
    return last == "." or follower.pos not in {"PROPN", "PRON", "NOUN", "DET"}


def ends_sentence(annotation: Annotation, token: Token) -> bool:
    """Whether a token is the point that ends its sentence, not one of an abbreviation (`Cummings (D-Md.) said`)."""
    return token.text == "." and token.i + 1 == annotation.sentences[token.sentence][1]


def opens_sentence(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation begins where a sentence may: at its paragraph's start, or behind a point or another mark."""
    start = reading.annotation.paragraphs[quotation.paragraph][0]
    before = reading.text[start : quotation.outer_start].rstrip(" \u00a0\u202f\n-–—")
    return (not before or before[-1] in '.:?!…»”"') and len(reading.text[quotation.start : quotation.end].split()) > 1


def speaks_alone(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation is a whole sentence whatever stands before it."""
    words = reading.text[quotation.start : quotation.end].split()
    return len(words) > 3 and words[0][:1].isupper()


def whole_sentence(reading: Reading, quotation: Quotation | None) -> bool:
    """Whether a quotation begins like a sentence."""
    return quotation is not None and reading.text[quotation.start].isupper()


def resumed(reading: Reading, quotation: Quotation, last: int) -> Quotation | None:
    """The quotation that goes on the sentence of another behind the cue clause and an aside (`, pointing at it, "you`)."""
    later = next((q for q in reading.quotations if q.outer_start >= reading.tokens[last - 1].end), None)
    if later is None or later.paragraph != quotation.paragraph or not reading.text[later.start].islower():
        return None
    between = reading.between(reading.tokens[last - 1].end, later.outer_start)
    described = (
        len(between) > 1 and between[0].text == "," and is_relative(between[1])
    )  # (`said X, who farms there, "and`)
    broken = any((is_main(reading.annotation, t) and not described) or t.text in ".;:?!" for t in between)
    if broken or len(between) > CUE_CLAUSE or not between:
        return None
    turns = language_pack(between[-1].language).negation.turns
    return later if between[-1].text in {",", *turns} else None


def paragraph_of(reading: Reading, i: int) -> int:
    """Index of the paragraph in which a token stands."""
    return reading.annotation.paragraph_of_sentence[reading.tokens[i].sentence]


def widened(reading: Reading, cue: VerbCue, span: Range) -> Range:
    """A content that enters a quotation goes to that quotation's end."""
    start, end = span
    inner = reading.quotation_at(reading.tokens[cue.verb].start)
    for quotation in reading.quotations:
        if quotation is inner:
            return max(start, quotation.start), min(end, quotation.end)
        if start - 2 <= quotation.outer_start < end < quotation.outer_end:
            end = quotation.outer_end
    return start, end
