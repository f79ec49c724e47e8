"""Appositions that a parser takes for a second subject: `The mayor of Orle, a town shaken by floods, | has resigned`.

A verb has one subject. Of two noun phrases before it that are read so, the second between two commas right behind the first
says more of it. Not so where the verb is one of saying: `The mill, its keeper, Ann Dorval, says, is safe`.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN"}
SMALL = {"AUX", "ADV", "PRON", "PART"}  # what may stand between a comma and the verb


def one_subject(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such noun phrases as appositions."""
    found = list(tokens)
    subjects: dict[int, list[Token]] = {}
    for token in tokens:
        if token.dep.startswith("nsubj") and token.pos in NOMINAL and token.i < token.head:
            subjects.setdefault(token.head, []).append(token)
    for verb, own in subjects.items():
        said = tokens[verb - first]
        if said.lemma in language_pack(said.language).reporting_verbs.verbs:
            continue
        for one, other in pairwise(own):
            if between_commas(tokens, one, other, verb, first):
                found[other.i - first] = replace(other, dep="appos", head=one.i)
    return found


def between_commas(tokens: Sequence[Token], one: Token, other: Token, verb: int, first: int) -> bool:
    """Whether a noun phrase stands between two commas, right behind another and before the words of a verb."""
    if any(t.has("VerbForm=Fin") for t in tokens[one.i - first : other.i - first]):
        return False
    inside = spread(tokens, other, first)
    words = [t for t in tokens if t.i in inside and t.text != ","]
    opening, closing = min(t.i for t in words) - first, max(t.i for t in words) - first
    if closing + 1 >= len(tokens) or opening == 0 or tokens[opening - 1].text != "," or tokens[closing + 1].text != ",":
        return False
    before = spread(tokens, one, first)
    return tokens[opening - 2].i in before and all(
        t.pos in {"AUX", "ADV", "PRON", "VERB"} for t in tokens[closing + 2 : verb - first]
    )


def spread(tokens: Sequence[Token], top: Token, first: int) -> set[int]:
    """A token and all that hangs on it, by number."""
    inside = {top.i}
    for token in (*tokens, *tokens):  # (a word may stand before what it hangs on)
        if token.head in inside:
            inside.add(token.i)
    return inside
