"""Made variants that teach the words and the subjects of news: other reporting verbs, appositions behind a subject.

Treebanks hold few of the verbs that news lives on; a tagger that has never met `dément` or `denies` takes them for
nouns. A verb is replaced by one that takes the same complement in the same form, whatever the sense: tagging and
attachment stay those of the treebank (lexical substitution).
"""

from __future__ import annotations

import functools
import random
from collections import defaultdict
from dataclasses import replace

from recoupe.languages import language_pack
from training.conjugation import english_forms, french_forms
from training.convert import Sentence, Token

PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PLURAL = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
PARTICIPLE = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
VOWELS = "aeiouyhàâéèêëîïôûœ"
ELIDABLE = {"ne", "le", "la", "me", "te", "se", "je", "que", "de"}
Forms = dict[tuple[str, str], list[tuple[str, str]]]  # (slot, complement) -> (form, lemma)


@functools.cache
def forms(language: str) -> Forms:
    """Reporting verbs of a language's pack by slot (features) and by complement (`object`, `clause`)."""
    found: Forms = defaultdict(list)
    irregular = irregular_forms(language)
    for key, verb in language_pack(language).reporting_verbs.verbs.items():
        if " " in key or "'" in key or not key.isalpha():
            continue
        slots = irregular.get(key) or (french_regular(key) if language == "fr" else english_regular(key))
        complements = []
        if {"object", "event_object"} & set(verb.takes):
            complements.append("object")
        if "clause" in verb.takes and verb.standing == "reporting":
            complements.append("clause")
        for slot, form in slots.items():
            for complement in complements:
                found[slot, complement].append((form, key))
    return dict(found)


def irregular_forms(language: str) -> dict[str, dict[str, str]]:
    """Slots of verbs outside the plain conjugation, from the conjugation tables."""
    tables: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for kind, form, lemma in french_forms() if language == "fr" else english_forms():
        tables[lemma][kind].append(form)
    found = {}
    for lemma, kinds in tables.items():
        slots = {}
        if language == "fr":
            present = kinds["VERB:Fin:Pres"]
            single = [f for f in present if f.endswith(("t", "d", "e")) and not f.endswith("ent") and f != lemma]
            plural = [f for f in present if f.endswith("ent")]
            participle = sorted(kinds["VERB:Part:Past"], key=len)
            finals = [f for f in single if f.endswith(("t", "d"))] or single
            slots = {PRESENT: finals[:1], PLURAL: plural[:1], PARTICIPLE: participle[:1]}
        else:
            slots = {PAST: kinds["VERB:Fin:Past"][:1], PRESENT: [third_person(lemma)]}
        found[lemma] = {slot: forms_[0] for slot, forms_ in slots.items() if forms_}
    return found


def french_regular(lemma: str) -> dict[str, str]:
    """The plain first group."""
    stem = lemma[:-2]
    if not lemma.endswith("er") or stem[-1:] in "gcy" or stem[-2:-1] in {"e", "é"} or stem[-3:-2] == "é":
        return {}
    return {PRESENT: stem + "e", PLURAL: stem + "ent", PARTICIPLE: stem + "é"}


def english_regular(lemma: str) -> dict[str, str]:
    """Regular verbs."""
    if lemma.endswith("e"):
        past = lemma + "d"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        past = lemma[:-1] + "ied"
    else:
        past = lemma + "ed"
    return {PRESENT: third_person(lemma), PAST: past}


def third_person(lemma: str) -> str:
    """`denies`, `discusses`, `says`."""
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def complement_of(tokens: tuple[Token, ...], verb: int) -> str | None:
    """What a verb takes in the sentence: an object of words, a clause, or neither."""
    children = [(i, t) for i, t in enumerate(tokens) if t.head == verb and i != verb]
    if any(t.deprel.startswith(("expl", "iobj", "xcomp", "obl:arg")) for _, t in children):
        return None
    if any(t.deprel.startswith("ccomp") and i > verb for i, t in children):
        return "clause"
    noun = any(t.deprel.startswith("obj") and i > verb and t.upos in {"NOUN", "PROPN"} for i, t in children)
    return "object" if noun else None


def other_verb(sentence: Sentence, language: str, rng: random.Random) -> Sentence:
    """The sentence with one of its verbs replaced by a reporting verb of the same form and complement."""
    tokens = list(sentence.tokens)
    places = []
    for i, token in enumerate(tokens):
        inverted = i + 1 < len(tokens) and tokens[i + 1].form.startswith("-")
        if token.upos != "VERB" or inverted:
            continue
        complement = complement_of(sentence.tokens, i)
        if complement and (token.feats, complement) in forms(language):
            places.append((i, complement))
    if not places:
        return sentence
    i, complement = rng.choice(places)
    form, lemma = rng.choice(forms(language)[tokens[i].feats, complement])
    before = tokens[i - 1].form.lower() if i else ""
    if before in ELIDABLE and form[0] in VOWELS and language == "fr":
        return sentence
    if before.endswith(("'", "’")) and form[0] not in VOWELS:
        return sentence
    shown = form[:1].upper() + form[1:] if tokens[i].form[:1].isupper() else form
    tokens[i] = replace(tokens[i], form=shown, lemma=lemma)
    return replace(sentence, tokens=tuple(tokens))


def apposition(
    language: str, names: list[str], first_names: list[str], roles: list[str], rng: random.Random, named: bool
) -> list[tuple[str, str, str, str, int, str, str]]:
    """The pieces of an apposition between commas: a role behind a name, a name behind a role.

    Heads are places in the list; -1 is the subject's head.
    """
    proper = "" if language == "fr" else "Number=Sing"
    flat = "flat:name" if language == "fr" else "flat"
    if not named:
        return [
            (",", ",", "PUNCT", "", 1, "punct", " "),
            (first := rng.choice(first_names), first, "PROPN", proper, -1, "appos", " "),
            (last := rng.choice(names), last, "PROPN", proper, 1, flat, ""),
            (",", ",", "PUNCT", "", 1, "punct", " "),
        ]
    role = rng.choice(roles)
    number = "Number=Sing" if language == "en" else "Gender=Masc|Number=Sing"
    pieces = [(",", ",", "PUNCT", "", 1, "punct", " "), (role, role, "NOUN", number, -1, "appos", " ")]
    case, lemma = ("of", "of") if language == "en" else rng.choice([("de", "de"), ("du", "de"), ("à", "à")])
    place = rng.choice(names)
    return [
        *pieces,
        (case, lemma, "ADP", "", 3, "case", " "),
        (place, place, "PROPN", proper, 1, "nmod", ""),
        (",", ",", "PUNCT", "", 1, "punct", " "),
    ]
