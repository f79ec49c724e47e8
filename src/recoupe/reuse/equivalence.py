"""How far two sayings are one: their telling words matched by lemma, by cognate form or by the bilingual lexicon."""

import functools
from collections.abc import Mapping

from rapidfuzz import fuzz

from recoupe.languages import shared_pack
from recoupe.reuse.sayings import Saying

COGNATE = 84.0  # per cent of characters
STEM = 5  # letters from which forms may be cognates


@functools.cache
def translations() -> Mapping[str, frozenset[str]]:
    """French lemma -> English lemmas."""
    return {word: frozenset(others) for word, others in shared_pack().lexicon.entries.items()}


@functools.cache
def equivalent(a: str, b: str) -> bool:
    """Whether two lemmas of different languages can stand for each other."""
    if a == b or b in translations().get(a, ()) or a in translations().get(b, ()):
        return True
    return min(len(a), len(b)) >= STEM and fuzz.ratio(a, b) >= COGNATE


def shared_weight(a: Saying, b: Saying) -> float:
    """What the matched words tell, each word matched once at most."""
    free = list(b.words)
    total = 0.0
    for word, weight in a.words:
        for k, (other, other_weight) in enumerate(free):
            same = word == other if a.language == b.language else equivalent(word, other)
            if same:
                total += min(weight, other_weight)
                del free[k]
                break
    return total
