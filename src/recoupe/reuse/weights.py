"""How much a shared word tells, by the shipped frequency tables alone: never by the pile at hand."""

import functools
import math

from recoupe.languages import LANGUAGES, language_pack

PER_MILLION = 1.0  # occurrences assumed of a word that the tables do not hold


@functools.cache
def weight(word: str, language: str) -> float:
    """Bits that a lemma or word tells, over those of a rare one: 0 for function words, 1 for words of no table.

    Languages without a pack have no tables.
    """
    if language not in LANGUAGES:
        return 1.0
    tables = language_pack(language).function_words
    if word in functional(language):
        return 0.0
    frequency = max(PER_MILLION, tables.frequencies.get(word, PER_MILLION))
    return round(math.log(1e6 / frequency) / math.log(1e6 / PER_MILLION), 4)


@functools.cache
def functional(language: str) -> frozenset[str]:
    """Closed-class words of a language, lower case."""
    return frozenset(w.replace("'", "") for w in language_pack(language).function_words.words) | frozenset(
        language_pack(language).function_words.words
    )
