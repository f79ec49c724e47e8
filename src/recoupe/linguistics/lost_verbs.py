"""Verbs of saying that a tagger takes for nouns as the only verb of their sentence: `Un élu, joint mardi, juge le récit faux.`

What tells them: the sentence ends with a point and has no finite verb; the word stands behind the noun phrase that opens it,
or behind the comma that closes what is told of that, and before an article and its noun.
"""

from collections.abc import Sequence

from msgspec import structs

from recoupe.languages import language_pack
from recoupe.linguistics.inserted_verbs import MISTAKEN, MORPH, articled, said_in_present, subject_behind
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN"}
BEHIND = {*NOMINAL, "ADJ"}
OPENING = {"«", "“", '"'}
FAR = 9  # tokens between an object and what is said of it


def verbs_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such a word as the verb and root."""
    found = list(tokens)
    if not found or found[-1].text != "." or any(t.has("VerbForm=Fin") for t in found):
        return found
    for k in range(1, len(found) - 1):
        lemma = said_in_present(found[k].language).get(found[k].norm)
        if lemma is None or not stands_as_verb(found, k):
            continue
        subject, thing = opening_noun(found, k), subject_behind(found, k, first)
        if subject is None or thing is None:
            continue
        number = "Plur" if found[subject].has("Number=Plur") else "Sing"
        verb = k + first
        for place, token in enumerate(found):
            above = token.head - first
            crossing = place > k and above <= k  # what stands behind the verb hangs on it, or on what stands there too
            if crossing or token.head == token.i:
                found[place] = structs.replace(token, head=verb, dep="obl" if token.dep == "root" else token.dep)
        found[k] = structs.replace(found[k], pos="VERB", lemma=lemma, morph=MORPH.format(number), dep="root", head=verb)
        found[subject] = structs.replace(found[subject], dep="nsubj", head=verb)
        found[thing] = structs.replace(found[thing], dep="obj", head=verb)
        judged = judged_to_be(found, k, thing, lemma)
        if judged is not None:
            found[judged] = structs.replace(found[judged], dep="xcomp", head=verb)
        return found
    return found


def stands_as_verb(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word stands where a verb does: behind a noun phrase or a comma, before an article."""
    token, before = tokens[k], tokens[k - 1]
    opens = token.pos in MISTAKEN and token.text.islower() and articled(tokens, k + 1)
    return opens and (before.pos in BEHIND or before.text == ",")


def opening_noun(tokens: Sequence[Token], k: int) -> int | None:
    """The place of the head of the noun phrase that opens a sentence, before a place; `None` where none does."""
    start = 1 if articled(tokens, 0) or tokens[0].pos == "NUM" else 0
    found = next((i for i in range(start, k) if tokens[i].pos in NOMINAL), None)
    return found if found is not None and all(t.pos == "ADJ" for t in tokens[start:found]) else None


def judged_to_be(tokens: Sequence[Token], k: int, thing: int, lemma: str) -> int | None:
    """The place of the adjective that opens a quotation behind an object: what a verb that judges says of it."""
    verb = language_pack(tokens[k].language).reporting_verbs.verbs[lemma]
    if "predicative" not in verb.takes:
        return None
    behind = range(thing + 2, min(len(tokens), thing + FAR))
    return next((i for i in behind if tokens[i - 1].text in OPENING and tokens[i].pos in {"ADJ", "ADV"}), None)
