"""Runs of words of the packs (`left_open.toml`) found in a text: written like frames, read as they stand, without a parse."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from recoupe.attribution.forms import Item, groups_by_lemma, items_of
from recoupe.attribution.lexicon import unelided
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

GAP = 6  # tokens that a gap may hold
BREAKS = {";", ":", "?", "!", "…"}  # that no gap holds

Table = Literal[
    "clauses",
    "nouns",
    "predicates",
    "declining",
    "told_clauses",
    "told_nouns",
    "told_predicates",
    "refuting",
    "refuting_nouns",
    "refuting_predicates",
    "scoffing",
]


@functools.cache
def table(language: str, name: Table) -> dict[str, tuple[tuple[Item, ...], ...]]:
    """The runs of a table under each word that can open them."""
    found: dict[str, list[tuple[Item, ...]]] = {}
    for text in getattr(language_pack(language).left_open, name):
        items = items_of(text)
        for key in sorted(openers(items, language)):
            found.setdefault(key, []).append(items)
    return {key: tuple(runs) for key, runs in found.items()}


def openers(items: tuple[Item, ...], language: str) -> set[str]:
    """The words that can open a run; none may open with a gap."""
    found: set[str] = set()
    for item in items:
        if not isinstance(item, tuple):
            return found | {item}
        found |= {key for option in item if option for key in openers(option, language)}
        if all(item):
            return found
    return found


@functools.cache
def named(language: str) -> Mapping[str, frozenset[str]]:
    """The groups of words of a language, by the lemmas that they hold."""
    return groups_by_lemma(language_pack(language).left_open.words)


def offered(token: Token) -> frozenset[str]:
    """The words of a run that a token can be."""
    return frozenset({token.norm, unelided(token), f"={token.lemma}", *named(token.language).get(token.lemma, ())})


def runs(annotation: Annotation, name: Table, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where runs of a table lie in tokens [first, stop) of one sentence: each as tokens [start, end)."""
    if first >= stop:
        return
    number = annotation.tokens[first].sentence
    if (name, number) not in annotation.runs:
        annotation.runs[name, number] = tuple(in_sentence(annotation, name, *annotation.sentences[number]))
    for start, end in annotation.runs[name, number]:
        if first <= start and end <= stop:
            yield start, end


def in_sentence(annotation: Annotation, name: Table, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where runs of a table lie in a sentence, tokens [first, stop)."""
    offers = [offered(t) for t in annotation.tokens[first:stop]]
    for start in range(first, stop):
        known = table(annotation.tokens[start].language, name)
        tried = {items: None for word in sorted(offers[start - first]) for items in known.get(word, ())}
        for items in tried:
            for end in dict.fromkeys(ends(annotation.tokens, offers, items, start, first)):
                yield start, end


def ends(
    tokens: Sequence[Token], offers: Sequence[frozenset[str]], items: tuple[Item, ...], i: int, first: int
) -> Iterator[int]:
    """Every token behind what items fill from a token on."""
    if not items:
        yield i
        return
    item, rest = items[0], items[1:]
    stop = first + len(offers)
    if isinstance(item, tuple):
        for option in item:
            yield from ends(tokens, offers, (*option, *rest), i, first)
    elif item == "{gap}":
        for k in range(i, min(stop, i + GAP) + 1):
            if k > i and tokens[k - 1].text in BREAKS:
                break
            if sum(t.text == "," for t in tokens[i:k]) % 2:
                continue  # an aside between two commas, not the end of a clause
            yield from ends(tokens, offers, rest, k, first)
    elif i < stop and item in offers[i - first]:
        yield from ends(tokens, offers, rest, i + 1, first)
