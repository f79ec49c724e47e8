"""Whether two sayings can have one speaker."""

import functools
import re
from collections.abc import Mapping
from typing import Literal

from recoupe.languages import language_pack
from recoupe.model import Actor, Span
from recoupe.reuse.equivalence import STEM, stands_for, stem_alike
from recoupe.reuse.forms import official
from recoupe.reuse.sayings import Saying
from recoupe.reuse.weights import weight
from recoupe.reuse.words import WORD, plain

SHORT = 2  # words of a description that one word may stand for
ALIKE = 0.6  # share of the shorter of two descriptions of speakers that both hold
NAMED = {"person"}
BARE = 4  # letters that a word keeps without the mark of its plural
PLURAL = re.compile(r"(?:s|x)$")

Fit = Literal["same", "near", "apart"]


def fit(a: Saying, b: Saying, actors: Mapping[str, Actor]) -> Fit:
    """`same`: one actor, or two words of a name in common; `near`: a body and who speaks for it, or one not known."""
    one, other = actor_of(a, actors), actor_of(b, actors)
    if one is not None and other is not None and one.id == other.id:
        return "same"
    first, second = a.attribution.source, b.attribution.source
    if len(names(first, a.language) & names(second, b.language)) > 1:
        return "same"
    if one is None or other is None:
        return "near"
    if one.type in NAMED and other.type in NAMED:
        return "apart"
    if one.institution == other.id or other.institution == one.id:
        return "near"
    if one.institution is not None and one.institution == other.institution:
        return "near"
    if first is None or second is None:
        return "apart"
    return "near" if described_alike(first.text, second.text, a.language, b.language) else "apart"


def actor_of(saying: Saying, actors: Mapping[str, Actor]) -> Actor | None:
    """Who is known to have said it."""
    return actors.get(saying.attribution.actor) if saying.attribution.actor is not None else None


@functools.cache
def described_alike(first: str, second: str, language: str, other: str) -> bool:
    """Whether two sources are described in mostly the same words (`two port officials`), or in words that mean the same.

    What only says that a source is not named is set aside where that helps. A single word describes a voice where it is
    the same word, or where it tells more than that somebody spoke (`an eyewitness`).
    """
    if heads(first, language) != heads(second, other) and heads(first, language) and heads(second, other):
        return False
    whole = described(first, language), described(second, other)
    bare = described(without_markers(first, language), language), described(without_markers(second, other), other)
    return any(one and two and matching(one, two, language, other) for one, two in (whole, bare))


@functools.cache
def compatible(first: str, second: str, language: str, other: str) -> bool:
    """Whether two descriptions can be of one anonymous voice: alike, of one trade by their words' stems, or one of them
    telling only that there is somebody (`a source`).

    It tells nothing by itself: it serves where something else shows that a certain voice is meant.
    """
    if described_alike(first, second, language, other):
        return True
    if heads(first, language) != heads(second, other) and heads(first, language) and heads(second, other):
        return False
    one, two = (described(without_markers(text, code), code) for text, code in ((first, language), (second, other)))
    if any(own and all(indistinct(w, code) for w in own) for own, code in ((one, language), (two, other))):
        return True
    return any(
        stands_for((language, x), (other, y)) or (min(len(x), len(y)) >= STEM and stem_alike((language, x), (other, y)))
        for x in one
        for y in two
        if not indistinct(x, language) and not indistinct(y, other)
    )


def indistinct(word: str, language: str) -> bool:
    """Whether a noun of voices tells only that there is somebody (`a source`, `an official`)."""
    return language_pack(language).anonymity.heads.get(word) in {"source", "person", "official"}


def matching(one: frozenset[str], two: frozenset[str], language: str, other: str) -> bool:
    """Whether most words of the shorter of two descriptions stand for words of the longer one."""
    if len(one) > len(two):
        one, two, language, other = two, one, other, language
    matched = sum(any(one_word(a, b, language, other) for b in two) for a in one)
    if len(one) == 1:
        return bool(matched) and (len(two) == 1 or (len(two) == SHORT and telling(min(one), language)))
    return matched >= ALIKE * len(one)


@functools.cache
def one_word(a: str, b: str, language: str, other: str) -> bool:
    """Whether a word of a description stands for one of another, be either of them a plural."""
    return any(stands_for((language, x), (other, y)) for x in singular(a) for y in singular(b))


@functools.cache
def singular(word: str) -> tuple[str, ...]:
    """A word, and without the mark of a plural where it may bear one."""
    bare = PLURAL.sub("", word)
    return (word, bare) if len(bare) >= BARE and bare != word else (word,)


@functools.cache
def heads(text: str, language: str) -> frozenset[int]:
    """How many a description says that they are."""
    cardinals = language_pack(language).numbers.cardinals
    return frozenset(int(cardinals[w]) for m in WORD.finditer(text) if (w := m.group().lower()) in cardinals) - {1}


def telling(word: str, language: str) -> bool:
    """Whether a noun of voices tells what somebody is, and not only that there is somebody (`a source`, `an official`)."""
    return language_pack(language).anonymity.heads.get(word) in {"witness", "expert", "employee"}


@functools.cache
def without_markers(text: str, language: str) -> str:
    """A description without the words that say that the voice is not named."""
    plainly = " ".join(text.lower().replace("’", "'").split())
    for marker in markers(language):
        plainly = plainly.replace(marker, " ")
    return plainly


@functools.cache
def markers(language: str) -> tuple[str, ...]:
    """What says that a voice is not named, the longest first."""
    return tuple(sorted(language_pack(language).anonymity.markers, key=lambda m: (-len(m), m)))


@functools.cache
def described(text: str, language: str) -> frozenset[str]:
    """The words of a description that tell something."""
    forms = (plain(m.group()) for m in WORD.finditer(text))
    cardinals = language_pack(language).numbers.cardinals
    return frozenset(f for f in forms if weight(f, language) > 0 and f not in cardinals)


def names(source: Span | None, language: str) -> frozenset[str]:
    """The words of a source that are written as names and belong to no office or body."""
    return frozenset() if source is None else name_words(source.text, language)


@functools.cache
def name_words(text: str, language: str) -> frozenset[str]:
    """Capitalised words that are none of an office or body."""
    forms = {plain(m.group()) for m in WORD.finditer(text) if m.group()[0].isupper()}
    return frozenset(f for f in forms - official(language) if weight(f, language) > 0)
