"""Words for anybody and anything at all that a parser takes apart: `qui que ce soit`, `le moindre centime`."""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token


def indefinites_found(tokens: Sequence[Token], _first: int) -> list[Token]:
    """The tokens of one sentence with such words as one pronoun or one noun phrase."""
    found = list(tokens)
    for k in range(len(found)):
        found = as_pronoun(found, k)
        found = under_noun(found, k)
    return found


def as_pronoun(tokens: Sequence[Token], k: int) -> list[Token]:
    """The tokens of a sentence with a set phrase that begins at one of them as one pronoun.

    What the parse hangs on its other words hangs on what the phrase hangs on.
    """
    found, token = list(tokens), tokens[k]
    for phrase in language_pack(token.language).settings.whichever:
        words = phrase.split()
        inside = range(k, k + len(words))
        if inside.stop > len(found) or [t.norm for t in found[k : inside.stop]] != words:
            continue
        own = {found[j].i for j in inside}
        top = next((found[j] for j in inside if found[j].head not in own), token)
        if top.head == top.i:
            return found
        for j, other in enumerate(found):
            if other.head in own and other.i not in own:
                case = other.dep == "case"
                found[j] = replace(
                    other, head=token.i if case else top.head, dep=other.dep if case else lifted(other.dep)
                )
        found[k] = replace(token, pos="PRON", head=top.head, dep=top.dep)
        for j in inside[1:]:
            found[j] = replace(found[j], pos="PRON", head=token.i, dep="fixed")
        return found
    return found


def lifted(dep: str) -> str:
    """The construction of what hung inside a phrase, on the verb above it."""
    return "obl" if dep.startswith(("nmod", "obl")) else dep


def under_noun(tokens: Sequence[Token], k: int) -> list[Token]:
    """The tokens of a sentence with a superlative read as a noun under the noun behind it (`le moindre | centime`)."""
    found, token = list(tokens), tokens[k]
    behind = found[k + 1] if k + 1 < len(found) else token
    smallest = language_pack(token.language).settings.slightest
    if (
        token.lemma not in smallest
        or token.pos != "NOUN"
        or behind.head != token.i
        or behind.pos not in {"ADJ", "NOUN"}
    ):
        return found
    for j, other in enumerate(found):
        if other.head == token.i and other.i != behind.i:
            found[j] = replace(other, head=behind.i)
    top = token.head if token.head != token.i else behind.i
    found[k + 1] = replace(behind, pos="NOUN", head=top, dep=token.dep)
    found[k] = replace(token, pos="ADJ", head=behind.i, dep="amod")
    return found
