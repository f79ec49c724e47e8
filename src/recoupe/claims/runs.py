"""Runs of words of the packs (`left_open.toml`) found in a text: written like frames, read as they stand, without a parse."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from recoupe.attribution.forms import Item, groups_by_lemma, items_of
from recoupe.attribution.lexicon import unelided
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

GAP_ITEM = "{gap}"
GAP = 6  # tokens that a gap may hold
BREAKS = {";", ":", "?", "!", "…"}  # that no gap holds

Table = Literal[
    "clauses",
    "nouns",
    "predicates",
    "declining",
    "silent",
    "told_clauses",
    "told_nouns",
    "told_predicates",
    "refuting",
    "refuting_nouns",
    "refuting_predicates",
    "scoffing",
]
TABLES: tuple[Table, ...] = get_args(Table)


class Run(NamedTuple):
    """A run of a table. number: its place among all of its language; needed: of each set of words a sentence must hold one."""

    name: Table
    items: tuple[Item, ...]
    number: int
    needed: tuple[frozenset[str], ...]


@functools.cache
def listed(language: str) -> dict[str, tuple[Run, ...]]:
    """The runs of all tables under each word that can open them."""
    found: dict[str, list[Run]] = {}
    told = ((name, text) for name in TABLES for text in getattr(language_pack(language).left_open, name))
    for number, (name, items) in enumerate(dict.fromkeys((name, items_of(text)) for name, text in told)):
        needed = tuple(dict.fromkeys(words for item in items if (words := needed_of(item))))
        for key in sorted(openers(items, language)):
            found.setdefault(key, []).append(Run(name, items, number, needed))
    return {key: tuple(runs) for key, runs in found.items()}


def needed_of(item: Item) -> frozenset[str]:
    """Words of which a sentence holds one where it holds an item; none where it may hold the item without any."""
    if not isinstance(item, tuple):
        return frozenset() if item == GAP_ITEM else frozenset({item})
    options = [next((words for i in option if (words := needed_of(i))), frozenset[str]()) for option in item]
    return frozenset().union(*options) if all(options) else frozenset()


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
    if number not in annotation.runs:
        annotation.runs[number] = in_sentence(annotation, *annotation.sentences[number])
    for start, end in annotation.runs[number].get(name, ()):
        if first <= start and end <= stop:
            yield start, end


def in_sentence(annotation: Annotation, first: int, stop: int) -> dict[str, tuple[tuple[int, int], ...]]:
    """Where the runs of every table lie in a sentence, tokens [first, stop)."""
    offers = [offered(t) for t in annotation.tokens[first:stop]]
    words = frozenset().union(*offers)
    found: dict[str, list[tuple[int, int]]] = {}
    for start, here in enumerate(offers, first):
        known = listed(annotation.tokens[start].language)
        tried: dict[int, Run] = {}
        for word in sorted(here & known.keys()):
            for run in known[word]:
                if not any(map(words.isdisjoint, run.needed)):
                    tried.setdefault(run.number, run)
        for run in tried.values():
            for end in dict.fromkeys(ends(annotation.tokens, offers, run.items, start, first)):
                found.setdefault(run.name, []).append((start, end))
    return {name: tuple(places) for name, places in found.items()}


def ends(
    tokens: Sequence[Token], offers: Sequence[frozenset[str]], items: tuple[Item, ...], i: int, first: int
) -> Iterator[int]:
    """Every token behind what items fill from a token on."""
    stop = first + len(offers)
    for place, item in enumerate(items):
        if isinstance(item, tuple):
            rest = items[place + 1 :]
            for option in item:
                if opens(option or rest, offers, i - first):
                    yield from ends(tokens, offers, (*option, *rest), i, first)
            return
        if item == GAP_ITEM:
            rest, commas = items[place + 1 :], 0
            for k in range(i, min(stop, i + GAP) + 1):
                if k > i:
                    if tokens[k - 1].text in BREAKS:
                        return
                    commas += tokens[k - 1].text == ","
                if commas % 2 == 0 and opens(rest, offers, k - first):  # else inside an aside between two commas
                    yield from ends(tokens, offers, rest, k, first)
            return
        if i >= stop or item not in offers[i - first]:
            return
        i += 1
    yield i


def opens(items: tuple[Item, ...], offers: Sequence[frozenset[str]], at: int) -> bool:
    """Whether items can begin at a place of a sentence, by their first one where that is a word."""
    if not items or isinstance(items[0], tuple) or items[0] == GAP_ITEM:
        return True
    return at < len(offers) and items[0] in offers[at]
