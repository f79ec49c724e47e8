"""Verbs of saying that a tagger takes for nouns where they are inserted: `Le pont a cédé, note la préfecture.`

A present that looks like a noun (`juge`, `lance`, `note`, `souffle`, `tranche`) stands behind a mark, before its inverted
subject, in a sentence that has a finite verb elsewhere; no noun stands so in French.
"""

import functools
from collections.abc import Mapping, Sequence

from msgspec import structs

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

MISTAKEN = {"NOUN", "ADJ", "X", "PROPN", "ADV", "ADP"}
BEFORE = {",", "»", "”", '"', "–", "—"}
MORPH = "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin"
NEAR = 6  # tokens between an article and its noun


def retagged(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with inserted verbs as verbs and their subjects below."""
    found = list(tokens)
    for k in range(1, len(found) - 1):
        lemma = inserted(found, k)
        if lemma is None:
            continue
        subject = subject_behind(found, k, first)
        root = next(
            (t.i - first for t in found if t.pos in {"VERB", "AUX"} and t.head == t.i and t.i - first != k), None
        )
        if subject is None or root is None or hangs_under(found, root, subject, first):
            continue
        number = "Plur" if found[subject].has("Number=Plur") else "Sing"
        found[k] = structs.replace(
            found[k], pos="VERB", lemma=lemma, morph=MORPH.format(number), dep="parataxis:insert", head=root + first
        )
        found[subject] = structs.replace(found[subject], dep="nsubj", head=k + first)
    return found


def inserted(tokens: Sequence[Token], k: int) -> str | None:
    """The infinitive of a verb of saying that a word is, inserted behind a mark before its subject."""
    token, behind = tokens[k], tokens[k + 1]
    mistaken = token.pos in MISTAKEN or (
        token.pos == "VERB" and (token.has("VerbForm=Inf") or token.has("VerbForm=Part"))
    )
    if not mistaken or not token.text.islower() or tokens[k - 1].text not in BEFORE:
        return None
    named = behind.text[:1].isupper() and behind.pos in {"PROPN", "NOUN", "DET", "X"}
    if not named and not articled(tokens, k + 1):
        return None
    pack = language_pack(token.language)
    lemma = said_in_present(token.language).get(token.norm)
    if lemma is None or (named and token.norm in pack.titles.roles):
        return None
    outside = (*tokens[: k - 1], *tokens[k + 1 :])
    return lemma if any(t.has("VerbForm=Fin") for t in outside) else None


@functools.cache
def said_in_present(language: str) -> Mapping[str, str]:
    """The infinitives of verbs that can be inserted, by their third person of the present; none where no cue is inverted."""
    pack = language_pack(language)
    if not (pack.settings.inverted_cues and pack.settings.clitic_inversion):
        return {}
    found: dict[str, str] = {}
    for infinitive, verb in pack.reporting_verbs.verbs.items():
        if " " in infinitive or not verb.incise or verb.standing == "optional":
            continue
        for ending, whole in pack.settings.present_endings.items():
            if infinitive.endswith(whole):
                found.setdefault(infinitive.removesuffix(whole) + ending, infinitive)
    return found


def subject_behind(tokens: Sequence[Token], k: int, first: int) -> int | None:
    """The place of the head of the noun phrase right behind a word."""
    if not articled(tokens, k + 1):
        return k + 1
    return next((n for n in range(k + 2, min(len(tokens), k + 2 + NEAR)) if tokens[n].pos in {"NOUN", "PROPN"}), None)


def articled(tokens: Sequence[Token], k: int) -> bool:
    """Whether an article stands at a place, whatever the tagger makes of it (`juge l'expert`)."""
    if tokens[k].pos == "DET":
        return True
    taken = tokens[k].pos == "PRON" and k + 1 < len(tokens) and tokens[k + 1].pos in {"NOUN", "PROPN", "ADJ"}
    return taken and tokens[k].norm in language_pack(tokens[k].language).events.articles


def hangs_under(tokens: Sequence[Token], node: int, other: int, first: int) -> bool:
    """Whether a token is another one or hangs under it."""
    seen = set()
    while node not in seen:
        if node == other:
            return True
        seen.add(node)
        node = tokens[node].head - first
    return False
