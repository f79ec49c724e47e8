"""Doers of a passive that a parse hangs on a noun between: `a été emmené de son lit d'hôpital | par des gendarmes`, `were
stopped at the same pass | by customs officers`.

A noun that tells no event has no doer; the verb before it, which was done by somebody, has.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN", "NUM"}


def agents_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such nouns as doers of the verb."""
    found = list(tokens)
    for mark in tokens:
        doer = tokens[mark.head - first]
        verb = passive_above(found, mark, first)
        if verb is not None and not any(t.head == verb.i and t.dep == "obl:agent" for t in found):
            found[doer.i - first] = replace(doer, head=verb.i, dep="obl:agent")
    return found


def passive_above(tokens: Sequence[Token], mark: Token, first: int) -> Token | None:
    """The passive verb above the nouns on which a phrase of the preposition of a doer hangs; `None` without one."""
    pack = language_pack(mark.language)
    doer = tokens[mark.head - first]
    if mark.norm not in pack.events.by or mark.dep != "case" or not doer.dep.startswith("nmod"):
        return None
    if doer.pos not in {"NOUN", "PROPN"}:
        return None
    above = tokens[doer.head - first]
    while above.pos in NOMINAL and above.i < mark.i and above.head != above.i:
        if above.lemma in pack.events.nouns or above.lemma in pack.events.verbs:
            return None
        above = tokens[above.head - first]
    if above.pos != "VERB" or above.i > mark.i:
        return None
    return above if any(t.head == above.i and t.dep == "aux:pass" for t in tokens) else None
