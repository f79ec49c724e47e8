"""Nouns that a tagger takes for adverbs by their ending: `Le groupe dément tout rationnement.`

What tells them: a determiner stands before the word, or it is all that stands behind one, and a table of events has the word
as a noun.
"""

from collections.abc import Sequence

from msgspec import structs

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

VERBAL = {"VERB", "AUX"}


def nouns_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such words as nouns and what hangs on them mended."""
    found = list(tokens)
    for k, token in enumerate(tokens):
        if token.pos != "ADV" or k == 0:
            continue
        pack, before = language_pack(token.language), tokens[k - 1]
        noun = next((form for form in (token.norm, token.lemma) if form in pack.events.nouns), None)
        determined = before.pos == "DET" or before.norm in pack.settings.conditional_hypothesis
        if noun is None or not determined or token.head == token.i:
            continue
        governor = tokens[token.head - first]
        dep = "obj" if governor.pos in VERBAL and governor.i < token.i else "nmod"
        found[k] = structs.replace(token, pos="NOUN", lemma=noun, dep=dep, morph="Number=Sing")
        found[k - 1] = structs.replace(before, pos="DET", dep="det", head=token.i)
        for place in range(k - 1):  # `dément fermement tout rationnement`
            beside = found[place]
            if beside.head == token.i and beside.pos == "ADV":
                found[place] = structs.replace(beside, head=token.head)
    return found
