"""Words that cannot both be said of one thing at one time (to open, to close), by the packs."""

import functools
from collections import defaultdict
from collections.abc import Iterable

from recoupe.languages import language_pack
from recoupe.linguistics import Token

Side = tuple[str, int]  # a pair of opposites of a language, and which of the two


@functools.cache
def opposites(language: str) -> dict[str, frozenset[Side]]:
    """For each word of the packs' opposites the pair that it belongs to and its side there."""
    found: dict[str, set[Side]] = defaultdict(set)
    for n, pair in enumerate(language_pack(language).negation.opposites):
        for side, words in enumerate((pair.one, pair.other)):
            for w in words:
                found[w].add((f"{language} {n}", side))
    return {w: frozenset(sides) for w, sides in found.items()}


def sides_of(token: Token) -> frozenset[Side]:
    """The opposites on whose side a word is."""
    table = opposites(token.language)
    return table.get(token.lemma, frozenset()) | table.get(token.norm, frozenset())


def crossing(a: Iterable[Side], b: Iterable[Side]) -> set[str]:
    """Pairs of opposites of which each has another side."""
    others = set(b)
    return {pair for pair, side in a if (pair, 1 - side) in others}
