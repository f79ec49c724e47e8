"""The turns of transcripts and interviews: paragraphs that begin with who speaks and a colon (`Ann Dorval: We closed it.`).

Speakers stand in capitals, by their names or initials, or as the letters of question and answer. What an interviewer asks tells
nothing; what follows an answer without a label of its own belongs to it up to the next turn.
"""

import functools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.attribution.sources import source_span
from recoupe.languages import language_pack
from recoupe.languages.loader import LANGUAGES
from recoupe.languages.settings_schema import Settings

CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:\s+[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}")
WORD = r"[A-ZÀ-Þ][\w'’.-]*"
NAME = re.compile(rf"{WORD}(?:[^\S\n]+{WORD}){{1,3}}")
INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?[ -]?){2,4}")
FULL = 2  # words of a full name
SPEAKERS = 2  # who speak in turns, at least
OFTEN = 2  # turns of a speaker by which paragraphs that open alike are known for turns
QUESTION = "?"


@dataclass(frozen=True)
class Turn:
    """A paragraph with who speaks in it. name: where the label stands; words: what is said, both in code points."""

    label: str
    name: Range
    words: Range
    asks: bool


def transcribed(reading: Reading) -> list[Draft]:
    """What the speakers of a transcript say, turn by turn; nothing where paragraphs only open like turns (`Date : 3 mai`)."""
    paragraphs = reading.annotation.paragraphs
    opened = {k: t for k, paragraph in enumerate(paragraphs) if (t := turn(reading, *paragraph)) is not None}
    turns = talk(reading, list(opened.values()))
    spoken = {*turns}
    found = []
    ends = (*opened, max(opened, default=0) + 1)  # (what stands behind the last turn may be the report's own)
    for k, end in pairwise(ends):
        one = opened[k]
        source = who_answers(reading, turns, one) if one in spoken and not one.asks else None
        if source is not None:
            found.append(
                Draft(source=source, cue=None, content=[one.words, *paragraphs[k + 1 : end]], mechanism="turn")
            )
    return found


def talk(reading: Reading, opened: Sequence[Turn]) -> Sequence[Turn]:
    """Which of the paragraphs that open like turns are turns: those in capitals where two so speak, all of an interview."""
    capitals = [t for t in opened if CAPITALS.fullmatch(t.label)]
    if len({t.label for t in capitals}) >= SPEAKERS:
        return capitals
    return opened if len({t.label for t in opened}) >= SPEAKERS and interview(reading, opened) else ()


@functools.cache
def opening_label() -> re.Pattern[str]:
    """What may be a speaker's label, with the small words inside names of any language."""
    tables = [language_pack(code).function_words for code in LANGUAGES]
    small = {word for table in tables for word in (*table.articles, *table.owning, *table.name_joiners)}
    either = "|".join(sorted(re.escape(word) for word in small if not word.endswith("'")))
    joined = rf"(?:[^\S\n]+(?:{either})){{0,2}}"
    return re.compile(rf"[\s*_–—-]*(?P<name>{WORD}(?:{joined}[^\S\n]+{WORD}){{0,4}})[*_]*\s?:[*_]*\s+(?=\S)")


def turn(reading: Reading, start: int, end: int) -> Turn | None:
    """The turn that a paragraph is, if a speaker's label opens it and something is said behind it."""
    opening = opening_label().match(reading.text, start, end)
    if opening is None or opening.end() >= end or not reading.between(start, end):
        return None
    label = " ".join(opening["name"].split())
    asks = reading.text[opening.end() : end].rstrip(' \u00a0\u202f*_»"”').endswith(QUESTION)
    return Turn(label, opening.span("name"), (opening.end(), end), asks)


def interview(reading: Reading, turns: Sequence[Turn]) -> bool:
    """Whether paragraphs that open alike are turns: two labels come again and again, or one asks, and who answers is known.

    A person is known by a first name, or by being named elsewhere in the report.
    """
    often = Counter(t.label for t in turns)
    asking = {t.label for t in turns if plain(t.label) in settings(reading).asking}
    asking |= {label for label in often if all(t.asks for t in turns if t.label == label)}
    again = sum(count >= OFTEN for count in often.values()) >= SPEAKERS or (bool(asking) and len(turns) > SPEAKERS)
    return again and any(answers(reading, turns, label) for label in often if label not in asking)


def answers(reading: Reading, turns: Sequence[Turn], label: str) -> bool:
    """Whether a label is that of somebody who answers: a letter, a person's first name, a name that stands elsewhere too."""
    if plain(label) in settings(reading).answering or INITIALS.fullmatch(label):
        return called(reading, turns, label) is not None
    words = label.split()
    elsewhere = reading.text.count(label) - sum(t.label == label for t in turns)
    return len(words) >= FULL and (elsewhere > 0 or is_first_name(reading, words[0]))


def who_answers(reading: Reading, turns: Sequence[Turn], one: Turn) -> Range | None:
    """Where the words stand that tell who speaks in a turn: its label, or for letters and initials the name before all turns.

    Initials of no name before them are a label like any other: short names in capitals look so (`COX`).
    """
    own = settings(reading)
    if plain(one.label) in own.asking:
        return None
    if plain(one.label) in own.answering:
        return called(reading, turns, one.label)
    return (called(reading, turns, one.label) if INITIALS.fullmatch(one.label) else None) or one.name


def called(reading: Reading, turns: Sequence[Turn], label: str) -> Range | None:
    """The first full name of a person before all turns, of one with those initials where the label is made of some.

    Not of who signs the report.
    """
    signed = [(span.start, span.end) for span in reading.annotation.document.byline]
    letters = (
        [c for c in label if c.isalpha()]
        if INITIALS.fullmatch(label) and plain(label) not in settings(reading).answering
        else []
    )
    for match in NAME.finditer(reading.text, 0, turns[0].name[0]):
        words = match.group().split()
        own = is_first_name(reading, words[0]) and not any(low <= match.start() < high for low, high in signed)
        if own and (not letters or [w[0] for w in words] == letters):
            return match.span()
    return described(reading, turns) if not letters else None


def described(reading: Reading, turns: Sequence[Turn]) -> Range | None:
    """Who is introduced before all turns without a name: the first person there of whom a sentence tells (`The former clerk
    agreed to meet us`)."""
    lexicon, annotation = reading.lexicon(0), reading.annotation
    for token in reading.between(annotation.tokens[0].start, turns[0].name[0]):
        person = token.pos == "NOUN" and not token.has("Number=Plur") and {token.lemma, token.norm} & lexicon.roles
        if person and token.dep.startswith("nsubj") and token.sentence not in annotation.headings:
            return source_span(reading, token.i)
    return None


def is_first_name(reading: Reading, word: str) -> bool:
    """Whether a word is a known first name."""
    return word.lower() in reading.lexicon(0).first_names


def settings(reading: Reading) -> Settings:
    """The settings of the language in which the report begins."""
    return reading.lexicon(0).pack.settings


def plain(label: str) -> str:
    """A label as the tables of letters have it."""
    return label.lower().rstrip(".")
