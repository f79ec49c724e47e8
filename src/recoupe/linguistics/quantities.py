"""Quantities that a parser takes for the head of what they count: `Plus de 300 vaches | ont été tuées`.

An adverb is no subject and no object: where it stands as one, with a noun behind its `de`, it only says how many, and the
noun is what the verb tells of.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

NOUNS = ("nsubj", "obj", "root", "conj", "ccomp", "xcomp", "appos", "parataxis")
NUMBERED = ("obl", "nmod")  # where only a number tells: `près de 300 vaches`, but `près de la ville`
HELD = ("obl", "nmod", "obj")


def counted_nouns(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such nouns in the place of their adverbs."""
    found = list(tokens)
    for k, adverb in enumerate(tokens):
        noun = counted_by(found, k, first)
        if noun is None:
            continue
        top = adverb.head == adverb.i
        for place, token in enumerate(found):
            if token.head == adverb.i and token.i not in {adverb.i, noun.i}:
                found[place] = replace(token, head=noun.i)
        found[noun.i - first] = replace(noun, dep=adverb.dep, head=noun.i if top else adverb.head)
        found[k] = replace(adverb, dep="advmod", head=noun.i)
    return found


def counted_by(tokens: Sequence[Token], k: int, first: int) -> Token | None:
    """The noun that an adverb in the place of a noun counts."""
    adverb = tokens[k]
    if adverb.pos != "ADV" or not adverb.dep.startswith((*NOUNS, *NUMBERED)):
        return None
    nouns = [t for t in tokens if t.head == adverb.i and t.pos == "NOUN" and t.i > adverb.i and t.dep.startswith(HELD)]
    noun = nouns[0] if nouns else None
    if noun is None:
        return None
    own = [t for t in tokens if t.head == noun.i and t.i < noun.i]
    case = next((t for t in own if t.dep.startswith("case")), None)
    number = any(t.dep.startswith("nummod") for t in own)
    article = any(t.dep.startswith("det") for t in own)
    held = case is not None and case.lemma in language_pack(adverb.language).settings.held
    if (
        case is None
        or not held
        or case.i != adverb.i + 1
        or article
        or not (number or adverb.dep.startswith(("nsubj", "obj")))
    ):
        return None
    return noun
