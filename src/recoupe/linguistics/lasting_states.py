"""Adjectives of state that a tagger takes for the going on of a verb: `Six people were | missing on Monday`.

The pack lists them; with an object behind them they are the verb (`is missing a bolt`).
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token


def states_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such words as adjectives."""
    found = list(tokens)
    for token in tokens:
        if token.pos != "VERB" or token.norm not in language_pack(token.language).settings.states:
            continue
        own = [t for t in tokens if t.head == token.i and t.i != token.i]
        if any(t.dep.startswith(("obj", "ccomp", "xcomp")) for t in own):
            continue
        found[token.i - first] = replace(token, pos="ADJ", lemma=token.norm, morph="Degree=Pos")
        copula = max((t for t in own if t.dep.startswith("aux") and t.i < token.i), key=lambda t: t.i, default=None)
        if copula is not None:
            found[copula.i - first] = replace(copula, dep="cop")
    return found
