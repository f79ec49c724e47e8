"""Which lemmas can stand for each other: translations, cognates, figures, names of states, synonyms by a common translation."""

import functools
import unicodedata
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from recoupe.languages import LANGUAGES, language_pack, shared_pack

COGNATE = 84.0  # per cent of characters of two lemmas of different languages
STEM = 5  # letters from which lemmas may be cognates or of one stem
DERIVED = 0.6  # share of the longer of two lemmas of one language that their common beginning must be
NEAR = 0.7  # what a synonym or a word of the same stem counts
FURTHER = 0.9  # what a cognate counts

Lemma = tuple[str, str]  # language, lemma


@functools.cache
def senses() -> Mapping[Lemma, frozenset[str]]:
    """For each lemma of the packs what it can mean; lemmas that share a sense can stand for each other."""
    found: dict[Lemma, set[str]] = {}

    def mean(language: str, word: str, sense: str) -> None:
        """Note that a word can have a sense."""
        found.setdefault((language, word.lower()), set()).add(sense)

    source, target = LANGUAGES
    for word, others in shared_pack().lexicon.entries.items():
        mean(source, word, f"{source}:{word}")
        for other in others:
            mean(target, other, f"{source}:{word}")
            mean(target, other, f"{target}:{other}")
            mean(source, word, f"{target}:{other}")
    for code, country in shared_pack().countries.countries.items():
        for language in LANGUAGES:
            for word in (*country.names.get(language, ()), *country.adjectives.get(language, ())):
                mean(language, word, f"country:{code}")
    for language in LANGUAGES:
        pack = language_pack(language)
        for kind, table in (
            ("number", pack.numbers.cardinals),
            ("month", pack.calendar.months),
            ("weekday", pack.calendar.weekdays),
        ):
            for word, value in table.items():
                mean(language, word, f"{kind}:{value}")
        for word, unit in pack.numbers.units.items():
            if unit.slot == "amount" and unit.factor == 1.0:
                mean(language, word, f"currency:{unit.unit}")
    return {lemma: frozenset(own) for lemma, own in found.items()}


def meanings(lemma: Lemma) -> frozenset[str]:
    """The senses of a lemma; figures mean their number in every language."""
    return frozenset({f"number:{int(lemma[1])}"}) if lemma[1].isdecimal() else senses().get(lemma, frozenset())


@functools.cache
def bare(word: str) -> str:
    """A word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def stem_alike(one: Lemma, other: Lemma) -> float:
    """What two lemmas of one beginning count for each other, by their letters alone."""
    a, b = bare(one[1]), bare(other[1])
    if one[0] != other[0]:
        return FURTHER if fuzz.ratio(a, b) >= COGNATE else 0.0
    common = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return NEAR if common >= max(STEM, DERIVED * max(len(a), len(b))) else 0.0


def alike(lemmas: Iterable[Lemma]) -> Mapping[Lemma, Mapping[Lemma, float]]:
    """For each lemma those of the given ones that can stand for it, itself among them, and how far (at most 1)."""
    ordered = sorted(set(lemmas))
    found: dict[Lemma, dict[Lemma, float]] = {lemma: {lemma: 1.0} for lemma in ordered}
    by_sense: dict[str, list[Lemma]] = {}
    by_stem: dict[str, list[Lemma]] = {}
    for lemma in ordered:
        for sense in sorted(meanings(lemma)):
            by_sense.setdefault(sense, []).append(lemma)
        if len(lemma[1]) >= STEM and not lemma[1].isdecimal():
            by_stem.setdefault(bare(lemma[1])[: STEM - 1], []).append(lemma)
    for group in by_sense.values():
        for one in group:
            for other in group:
                raise_to(found[one], other, NEAR if one[0] == other[0] else 1.0)
    for group in by_stem.values():
        for one in group:
            for other in group:
                if other not in found[one]:
                    raise_to(found[one], other, stem_alike(one, other))
    for lemma in ordered:
        twin = next((o for o in ordered_twins(lemma) if o in found), None)
        if twin is not None:
            raise_to(found[lemma], twin, 1.0)
            raise_to(found[twin], lemma, 1.0)
    return found


def stands_for(one: Lemma, other: Lemma) -> bool:
    """Whether one word can stand for another: the same letters, or in another language a shared sense or a cognate."""
    if one[1] == other[1]:
        return True
    if one[0] == other[0]:
        return False
    return bool(meanings(one) & meanings(other)) or (
        min(len(one[1]), len(other[1])) >= STEM and stem_alike(one, other) > 0
    )


def ordered_twins(lemma: Lemma) -> list[Lemma]:
    """The same letters in the other languages."""
    return [(language, lemma[1]) for language in LANGUAGES if language != lemma[0]]


def raise_to(values: dict[Lemma, float], lemma: Lemma, value: float) -> None:
    """Note a value unless a higher one, or 1 for the lemma itself, is known."""
    if value > values.get(lemma, 0.0):
        values[lemma] = value
