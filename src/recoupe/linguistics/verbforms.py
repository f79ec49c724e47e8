"""Tenses that a verb's written form tells by itself, where the tagger has taken them for others: `partira`, `formeraient`.

The lemma and the ending decide; a form that the tables do not build from the lemma keeps the tagger's reading.
"""

import functools
import re
from collections.abc import Mapping

from recoupe.languages import language_pack
from recoupe.languages.inflection import possible_infinitives

TOLD = ("Mood", "Tense")
ENDING = 2  # letters in which a verb may differ from what the tagger makes of its form
CONDITIONAL = {"Mood": "Cnd", "Tense": "Pres"}
FUTURE = {"Mood": "Ind", "Tense": "Fut"}
PRESENT = {"Mood": "Ind", "Tense": "Pres"}


def lemma_mended(norm: str, lemma: str, pos: str, language: str) -> str:
    """The lemma of a verb; where no table knows it, the one verb that they know of which the form can be (`chiffre`)."""
    if pos != "VERB" or lemma in known_verbs(language) or not lemma.isalpha():
        return lemma
    known = [verb for verb in possible_infinitives(norm, language) if verb in known_verbs(language)]
    return known[0] if len(known) == 1 and lemma.startswith(known[0][:-ENDING]) else lemma


@functools.cache
def known_verbs(language: str) -> frozenset[str]:
    """The verbs of the tables of saying and of events."""
    pack = language_pack(language)
    return frozenset(v for table in (pack.reporting_verbs.verbs, pack.events.verbs) for v in table if " " not in v)


def tense_mended(morph: str, norm: str, lemma: str, pos: str, language: str) -> str:
    """The morphology of a word, with the mood and tense that its form tells where it is a finite verb."""
    if pos not in {"VERB", "AUX"}:
        return morph
    if is_infinitive(norm, lemma, language):
        return "VerbForm=Inf"
    unlike = "VerbForm=Inf" in morph and tense_told(norm, lemma, language) is not None
    if unlike or is_no_gerund(morph, norm, language):
        morph = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    if "VerbForm=Fin" not in morph:
        return morph
    if is_participle(norm, lemma, language):
        kept = [f for f in morph.split("|") if f.startswith("Number=")]
        return "|".join([*kept, "Tense=Past", "VerbForm=Part"])
    told = tense_told(norm, lemma, language)
    features = dict(f.split("=", 1) for f in morph.split("|"))
    if told is None and features.get("Tense") == "Imp" and is_present(norm, lemma, language):
        told = PRESENT
    if told is None or all(features.get(k) == told[k] for k in TOLD):
        return morph
    return "|".join(f"{k}={v}" for k, v in sorted({**features, **told}.items()))


def is_infinitive(norm: str, lemma: str, language: str) -> bool:
    """Whether a form is its verb's plain one, which no tense of its language has (`livrer`, read as a future)."""
    forms = language_pack(language).settings.verb_forms
    return (
        norm == lemma
        and forms is not None
        and bool(forms.infinitives)
        and bool(re.search(rf"(?:{forms.infinitives})$", norm))
    )


def is_no_gerund(morph: str, norm: str, language: str) -> bool:
    """Whether a form read as a present participle has no ending of one (`croit`)."""
    forms = language_pack(language).settings.verb_forms
    read = "Tense=Pres" in morph and "VerbForm=Part" in morph
    return read and forms is not None and bool(forms.gerunds) and not re.search(rf"(?:{forms.gerunds})$", norm)


@functools.lru_cache(maxsize=65536)
def is_participle(norm: str, lemma: str, language: str) -> bool:
    """Whether a form is one that only the past participle of its verb has (`accusée`)."""
    forms = language_pack(language).settings.verb_forms
    if forms is None:
        return False
    return any(
        lemma.endswith(infinitive)
        and re.fullmatch(re.escape(lemma.removesuffix(infinitive)) + endings, norm) is not None
        for infinitive, endings in forms.participles.items()
    )


@functools.lru_cache(maxsize=65536)
def tense_told(norm: str, lemma: str, language: str) -> Mapping[str, str] | None:
    """The mood and tense of a form that stands on the stem of the future: future or conditional; `None` of any other."""
    forms = language_pack(language).settings.verb_forms
    if forms is None:
        return None
    for stem in future_stems(lemma, language):
        if norm.startswith(stem):
            if norm.removeprefix(stem) in forms.conditional:
                return CONDITIONAL
            if norm.removeprefix(stem) in forms.future:
                return FUTURE
    return None


def future_stems(lemma: str, language: str) -> list[str]:
    """The stems on which the future of a verb may stand: its own, else those of the longest ending that has some."""
    forms = language_pack(language).settings.verb_forms
    if forms is None:
        return []
    if lemma in forms.own_stems:
        return [forms.own_stems[lemma]]
    ending = max((e for e in forms.stems if lemma.endswith(e)), key=len, default="")
    return [lemma.removesuffix(ending) + stem for stem in forms.stems[ending]] if ending else []


def is_present(norm: str, lemma: str, language: str) -> bool:
    """Whether a form read as an imperfect has no ending of one, and is the lemma with an ending of the present."""
    forms = language_pack(language).settings.verb_forms
    if forms is None or norm.endswith(tuple(forms.imperfect)):
        return False
    return any(
        lemma.endswith(infinitive) and norm == lemma.removesuffix(infinitive) + ending
        for infinitive, endings in forms.present.items()
        for ending in endings
    )
