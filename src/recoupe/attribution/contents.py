"""A content found by syntax, and the forms of prepositions that bring one."""

import functools
from dataclasses import dataclass

from recoupe.attribution.draft import Range, Reading
from recoupe.languages import LANGUAGES, language_pack

REACH = 14  # tokens between a verb and the mark or preposition of its content
OPENING_MARKS = {"“", '"', "‘", "«"}


@dataclass(frozen=True)
class Content:
    """A content found by syntax: its stretches of tokens, the token that heads it, the construction."""

    ranges: tuple[tuple[int, int], ...]
    head: int
    construction: str


def code_points(reading: Reading, content: Content) -> list[Range]:
    """A content's ranges in code points."""
    return [reading.offsets(first, last) for first, last in content.ranges]


def forms_of(prepositions: list[str]) -> set[str]:
    """The forms of several prepositions."""
    return set().union(*(elided(p) for p in prepositions))


@functools.cache
def elided(preposition: str) -> frozenset[str]:
    """The forms in which a preposition stands in the text of any language: elided, or contracted with an article."""
    settings = [language_pack(code).settings for code in LANGUAGES]
    tables = [table for own in settings for table in (own.elisions, own.contractions)]
    return frozenset({preposition, *(form for table in tables for form, bare in table.items() if bare == preposition)})


def infinitival(reading: Reading, head: int) -> bool:
    """Whether the clause is an infinitive one (the verb or its first auxiliary)."""
    annotation, tokens = reading.annotation, reading.tokens
    group = [head, *annotation.dependents(head, "aux", "cop")]
    return any("VerbForm=Inf" in tokens[k].morph for k in group)
