"""How near two texts of one language are by their words: which of several earlier texts a later one comes from.

The words that either has are compared with those that both have, each counting one and besides what it tells by the shipped
tables (figures count as words of no table); so are pairs of neighbouring words, which show whose sentences were retold.
"""

import functools
import hashlib
import itertools
from collections.abc import Mapping, Sequence

from recoupe.model import Evidence
from recoupe.reuse.weights import weight
from recoupe.reuse.words import WORD, plain

ANY = 1.0  # what every word counts besides what it tells


def nearness(one: str, other: str, language: str) -> tuple[float, tuple[Evidence, ...]]:
    """How near two texts are, from 0 to 1, and its parts: shared words and shared pairs of neighbours, half each."""
    a, b = words_of(one, language), words_of(other, language)
    both = sum(a[w] for w in sorted(a.keys() & b.keys()))
    either = sum({**a, **b}[w] for w in sorted(a.keys() | b.keys()))
    first, second = neighbours(one), neighbours(other)
    parts = (
        Evidence("shared words", round(both / either / 2, 4) if either else 0.0),
        Evidence(
            "shared neighbours", round(len(first & second) / len(first | second) / 2, 4) if first | second else 0.0
        ),
    )
    return round(sum(p.weight for p in parts), 4), parts


def nearest(text: str, candidates: Sequence[str], language: str) -> int | None:
    """Which of several texts one is nearest to, by its place; ties are broken by a hash of the words, not by their order."""
    if not candidates:
        return None

    def rank(k: int) -> tuple[float, str]:
        """How near a candidate is, then a hash of its words."""
        return nearness(candidates[k], text, language)[0], hashlib.sha256(candidates[k].encode("utf-8")).hexdigest()

    return max(range(len(candidates)), key=rank)


@functools.lru_cache(maxsize=4096)
def forms(text: str) -> tuple[str, ...]:
    """The words of a text, without regard to case and apostrophes."""
    return tuple(plain(m.group()) for m in WORD.finditer(text))


@functools.lru_cache(maxsize=4096)
def words_of(text: str, language: str) -> Mapping[str, float]:
    """The words of a text with what each counts."""
    return {w: ANY + (1.0 if w.isdecimal() else weight(w, language)) for w in forms(text)}


@functools.lru_cache(maxsize=4096)
def neighbours(text: str) -> frozenset[tuple[str, str]]:
    """Pairs of words that follow each other."""
    own = forms(text)
    return frozenset(itertools.pairwise(own))
