"""A content found by syntax, and the forms of prepositions that bring one."""

from dataclasses import dataclass

from recoupe.attribution.draft import Range, Reading

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


def elided(preposition: str) -> set[str]:
    """The forms in which a preposition stands in the text."""
    forms = {preposition}
    if preposition == "de":
        forms |= {"d'", "du", "des"}
    if preposition == "à":
        forms |= {"au", "aux"}
    return forms


def infinitival(reading: Reading, head: int) -> bool:
    """Whether the clause is an infinitive one (the verb or its first auxiliary)."""
    annotation, tokens = reading.annotation, reading.tokens
    group = [head, *annotation.dependents(head, "aux", "cop")]
    return any("VerbForm=Inf" in tokens[k].morph for k in group)
