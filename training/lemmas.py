"""Tables of the lemmatizer, learnt from training sentences and completed by `training.conjugation`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from recoupe.pipelines.lemmatizer import LONGEST_SUFFIX, TableLemmatizer, tag_class
from recoupe.pipelines.tokenizer import normal_form
from training.conjugation import ENGLISH_VERBS, FRENCH_ENDINGS, english_forms, french_forms
from training.convert import Sentence

_CLOSED = {"PUNCT", "SYM", "SPACE"}
# ends of English stems that have lost an `e` before `-ed` and `-ing`
_SILENT_E = [
    "at",
    "uc",
    "ac",
    "ib",
    "ur",
    "ir",
    "iz",
    "is",
    "us",
    "ov",
    "iv",
    "ev",
    "bl",
    "cl",
    "gl",
    "pl",
    "tl",
    "fl",
    "dl",
    "ag",
    "edg",
    "odg",
    "enc",
    "anc",
    "inc",
    "orc",
    "erg",
    "ut",
    "ud",
    "id",
    "ad",
    "od",
]


def _features(feats: str) -> dict[str, str]:
    return dict(item.split("=", 1) for item in feats.split("|") if item)


def _rule(form: str, lemma: str) -> str:
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    return f"{len(form) - common}|{lemma[common:]}"


def _suffix_rules(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The most frequent change for each suffix; a suffix whose shorter one says the same is left out."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for form, lemma in pairs:
        rule = _rule(form, lemma)
        for size in range(max(1, int(rule.partition("|")[0])), min(LONGEST_SUFFIX, len(form)) + 1):
            votes[form[-size:]][rule] += 1
    rules: dict[str, str] = {}
    for suffix in sorted(votes, key=lambda s: (len(s), s)):
        rule, number = min(votes[suffix].items(), key=lambda item: (-item[1], item[0]))
        shorter = next((rules[suffix[i:]] for i in range(1, len(suffix)) if suffix[i:] in rules), None)
        if number < 2 or (number / votes[suffix].total() < 0.6 and len(suffix) > 2) or rule == shorter:
            continue
        rules[suffix] = rule
    return rules


def _english_regular(verbs: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    for verb in verbs:
        doubled = (
            verb + verb[-1]
            if verb[-1] in "bdgklmnprt" and verb[-2] in "aeiou" and verb[-3:-2] not in list("aeiou")
            else verb
        )
        stem = verb[:-1] if verb.endswith("e") else doubled
        yield "VERB:Fin:Past", stem + "ed", verb
        yield "VERB:Part:Past", stem + "ed", verb
        yield "VERB:Part:Pres", (verb if verb.endswith("ee") else stem) + "ing", verb
        yield "VERB:Ger", stem + "ing", verb
        yield "VERB:Fin:Pres", verb + "s", verb


def build_tables(sentences: Iterable[Sentence], language: str) -> dict[str, Any]:
    """Forms and suffix rules by class. The treebanks come before the conjugation tables where they disagree."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for sentence in sentences:
        weight = (
            3 if sentence.treebank == "sequoia-train" else 1
        )  # the treebanks differ on pronouns (`ils`: `eux`, `il`)
        for token in sentence.tokens:
            if token.upos == "PUNCT":
                counts["PUNCT"][token.form][token.lemma] += weight
            if token.upos in _CLOSED or token.upos == "X" or token.lemma == "_" or token.form.endswith(("~", "-")):
                continue
            norm = normal_form(token.form)
            kind = tag_class(token.upos, _features(token.feats))
            lemma = token.lemma.replace("’", "'")
            if token.upos not in {"PROPN", "NUM", "PRON"} and not (token.upos == "NOUN" and token.form.isupper()):
                lemma = lemma.lower()
            counts[kind][norm][lemma] += weight
            if kind.startswith("VERB"):
                counts["VERB"][norm][lemma] += weight
    forms: dict[str, dict[str, str]] = {
        kind: {norm: _commonest(c) for norm, c in table.items()} for kind, table in counts.items()
    }
    rules: dict[str, dict[str, str]] = {}
    for kind in sorted(forms):
        if kind in {"PROPN", "DET", "PRON", "ADP", "CCONJ", "SCONJ", "NUM", "INTJ", "PUNCT", "PART"}:
            continue
        rules[kind] = _suffix_rules(
            (form, lemma) for form, lemma in sorted(forms[kind].items()) if lemma == lemma.lower()
        )
    verbs = {lemma for lemma in forms["VERB"].values() if lemma.isalpha() and len(lemma) > 2}
    made = list(french_forms()) if language == "fr" else [*english_forms(), *_english_regular(ENGLISH_VERBS)]
    for kind, form, lemma in made:
        verbs.add(lemma)
        name = "VERB:Fin:" if kind == "VERB:Fin" else kind
        forms.setdefault(name, {}).setdefault(form, lemma)
        forms["VERB"].setdefault(form, lemma)
    endings = FRENCH_ENDINGS if language == "fr" else _english_endings()
    ordered = {
        kind: sorted(([e, i] for e, i in _pairs(table)), key=lambda p: (-len(p[0]), p[1]))
        for kind, table in endings.items()
    }
    if language == "en":
        for kind, size in (("VERB:Fin:Past", 2), ("VERB:Part:Past", 2), ("VERB:Part:Pres", 3), ("VERB:Ger", 3)):
            for stem in _SILENT_E:
                rules.setdefault(kind, {}).setdefault(stem + ("ed" if size == 2 else "ing"), f"{size}|e")
    if language == "fr":
        verbs = {verb for verb in verbs if verb.endswith(("er", "ir"))}
        for kind, table in FRENCH_ENDINGS.items():
            learnt = rules.setdefault(kind, {})
            for ending, infinitive in table.items():
                rule = f"{len(ending)}|{infinitive}"
                if len(ending) > 2:
                    learnt[ending] = rule
                else:
                    learnt.setdefault(ending, rule)
    return _pruned({"forms": forms, "rules": rules, "endings": ordered, "verbs": sorted(verbs)})


def _commonest(lemmas: Counter[str]) -> str:
    return min(lemmas.items(), key=lambda item: (-item[1], item[0] != item[0].lower(), item[0]))[0]


def _pairs(table: dict[str, str]) -> Iterable[tuple[str, str]]:
    for ending, infinitives in table.items():
        for infinitive in infinitives.split("|"):
            yield ending, infinitive


def _english_endings() -> dict[str, dict[str, str]]:
    """Endings of regular verbs; of two readings (`hoped`: `hope`, `hop`) that with `e` comes later by its length."""
    past = {c + c + "ed": c for c in "bdgklmnprt"} | {"ied": "y", "ed": "|e"}
    gerund = {c + c + "ing": c for c in "bdgklmnprt"} | {"ying": "y|ie", "ing": "|e"}
    present = {"ies": "y", "es": "|e", "s": ""}
    return {
        "VERB:Fin:Past": past,
        "VERB:Part:Past": past,
        "VERB:Part:Pres": gerund,
        "VERB:Ger": gerund,
        "VERB:Fin:Pres": present,
    }


def _pruned(tables: dict[str, Any]) -> dict[str, Any]:
    """The tables without the forms that the rules (or the form itself) already give."""
    bare = TableLemmatizer.__new__(TableLemmatizer)
    bare.tables = {**tables, "forms": {}}
    bare._verbs = frozenset(tables["verbs"])
    kept: dict[str, dict[str, str]] = {}
    for kind, table in sorted(tables["forms"].items()):
        upos, _, rest = kind.partition(":")
        form_of_verb, _, tense = rest.partition(":")
        feats = {"VerbForm": form_of_verb, "Tense": tense}
        if kind == "PUNCT":
            kept[kind] = {f: le for f, le in sorted(table.items()) if le != f}
        elif kind == "PROPN":
            kept[kind] = {f: le for f, le in sorted(table.items()) if le.lower() != f}
        else:
            kept[kind] = {f: le for f, le in sorted(table.items()) if bare.look_up(f, upos, feats) != le}
            if kind == "VERB":  # the general table answers only when the class is unknown to it
                kept[kind] = dict(sorted(table.items()))
    return {**tables, "forms": kept}
