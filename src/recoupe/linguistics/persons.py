"""Nouns of persons that look like infinitives behind their article, and that a tagger takes for verbs: `par le greffier`."""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token


def persons_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such words as nouns and their articles."""
    found = list(tokens)
    for k in range(1, len(found)):
        token, before = found[k], found[k - 1]
        pack = language_pack(token.language)
        article = before.norm in pack.function_words.articles or before.norm in pack.function_words.indefinite_articles
        person = token.norm in pack.titles.roles or token.norm in pack.titles.persons
        if article and person and token.pos == "VERB" and token.has("VerbForm=Inf"):
            found[k] = replace(token, pos="NOUN", lemma=token.norm, morph="Number=Sing")
            found[k - 1] = replace(before, pos="DET", dep="det", head=first + k, morph="PronType=Art")
    return found
