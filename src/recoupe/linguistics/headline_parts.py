"""Second parts of a headline that a parse takes for an object of the first: `Ferry captain arrested, | 19 missing off Corvania`,
`le maire annonce sa démission, | le patron d'Ormeval mis en examen`.

What tells them: one comma parts them from the verb, a participle follows, and no mark ends the line.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.linguistics.tokens import SENTENCE_ENDS, Token

NOMINAL = {"NOUN", "PROPN", "NUM"}
OPENING = ("det", "nummod", "amod", "advmod", "compound")


def parts_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such nouns as what the participle is said of."""
    found = list(tokens)
    if tokens[-1].text[-1:] in SENTENCE_ENDS:
        return found
    for noun in tokens:
        verb = tokens[noun.head - first]
        if noun.dep != "obj" or noun.pos not in NOMINAL or verb.i > noun.i or verb.pos != "VERB":
            continue
        opening = min(
            [noun.i, *[t.i for t in tokens if t.head == noun.i and t.i < noun.i and t.dep.startswith(OPENING)]]
        )
        between = tokens[verb.i - first : opening - first]
        if between[-1].text != "," or sum(t.text == "," for t in between) > 1:
            continue
        state = next(
            (t for t in tokens if t.head == noun.i and t.dep.startswith(("acl", "amod")) and t.i > noun.i), None
        )
        if (
            state is None
            or state.has("VerbForm=Inf")
            or state.dep.endswith("relcl")
            or is_enclosed(tokens, state, first)
        ):
            continue
        done = state.has("VerbForm=Part") and not state.has("Tense=Pres")
        if state.pos == "VERB" and done:
            found[state.i - first] = replace(state, head=verb.i, dep="conj")
            found[noun.i - first] = replace(noun, head=state.i, dep="nsubj:pass")
        elif state.pos == "ADJ":
            found[noun.i - first] = replace(noun, dep="parataxis")
    return found


def is_enclosed(tokens: Sequence[Token], state: Token, first: int) -> bool:
    """Whether a participle closes an apposition with its comma (`X, an importer | based in Y |, is said to`)."""
    return any(t.text == "," for t in tokens[state.i - first :])
