"""Numbers of years that tell how old somebody is, not how long something lasts: `une fille de neuf ans`, `aged 51`."""

from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

SPAN = 3  # tokens between a number of years and the word that tells that it is an age
UNITS = {"year", "month"}


def is_age(annotation: Annotation, own: range, unit: str | None) -> bool:
    """Whether a duration is an age: by a word for it beside, as a person's complement, or between commas behind a name.

    own: its tokens.
    """
    if unit not in UNITS:
        return False
    tokens = annotation.tokens
    first, last = annotation.sentences[tokens[own.start].sentence]
    ages = language_pack(tokens[own.start].language).calendar.ages
    before = tokens[max(first, own.start - SPAN) : own.start]
    behind = tokens[own.stop : min(last, own.stop + SPAN)]
    for word in reversed(before):
        if word.norm in ages:
            return True
        if word.pos not in {"ADP", "PUNCT", "ADV"}:
            break
    for word in behind:
        if word.norm in ages:
            return True
        if word.text != "-":
            break
    return bool(before) and (of_person(tokens, own.start, first) or apposed(tokens, own, first, last))


def of_person(tokens: tuple[Token, ...], start: int, first: int) -> bool:
    """Whether a preposition stands before a number, and a noun of a person before that (`un garçon de | 12 ans`)."""
    return start - 2 >= first and tokens[start - 1].pos == "ADP" and is_person(tokens[start - 2])


def is_person(token: Token) -> bool:
    """Whether a common noun is one of persons."""
    titles = language_pack(token.language).titles
    return token.pos == "NOUN" and any(
        w in t for t in (titles.persons, titles.roles) for w in (token.lemma, token.norm)
    )


def apposed(tokens: tuple[Token, ...], own: range, first: int, last: int) -> bool:
    """Whether a number of years stands between marks right behind a name (`Ana Dorval, 16 ans, ...`)."""
    if own.start - 2 < first or tokens[own.start - 1].text not in {",", "("}:
        return False
    closed = own.stop >= last or tokens[own.stop].pos == "PUNCT"
    return closed and (tokens[own.start - 2].pos == "PROPN" or is_person(tokens[own.start - 2]))
