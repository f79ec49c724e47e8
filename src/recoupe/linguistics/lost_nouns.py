"""Nouns that a tagger takes for adverbs by their ending: `Le groupe dément tout rationnement.`

What tells them: a determiner stands before the word, or it is all that stands behind one, and a table of events has the word
as a noun. And participles behind a figure that count those whom an event befell: `14 blessés`. And words that the parse has
where nouns stand, whatever their tag.
"""

from collections.abc import Sequence

from msgspec import structs

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

VERBAL = {"VERB", "AUX"}
NOMINAL = ("nsubj", "obj", "obl", "nmod", "appos")  # relations of nouns
COUNTED = ("obj", "nsubj", "obl", "nmod", "conj", "root", "appos")  # where a counted participle stands as a noun does


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
    found = [counted_participle(found, k, first) or token for k, token in enumerate(found)]
    return [noun_by_place(found, k) or token for k, token in enumerate(found)]


def noun_by_place(tokens: Sequence[Token], k: int) -> Token | None:
    """A verb that the parse itself has where only a noun stands, behind its article or figure (`quarante | fûts`)."""
    token = tokens[k]
    if (
        token.pos not in VERBAL
        or token.has("VerbForm=Inf")
        or not token.dep.startswith(NOMINAL)
        or not token.text.islower()
    ):
        return None
    own = [t for t in tokens if t.head == token.i]
    determined = any(t.i < token.i and t.dep.startswith(("det", "nummod")) for t in own)
    verbal = any(t.dep.startswith(("aux", "cop", "nsubj", "obj", "xcomp", "ccomp", "expl")) for t in own)
    before_noun = k + 1 < len(tokens) and tokens[k + 1].pos == "NOUN" and tokens[k + 1].head != token.i
    if not determined or verbal or before_noun:
        return None
    plural = any(t.dep.startswith("nummod") for t in own) or any(
        t.dep.startswith("det") and t.has("Number=Plur") for t in own
    )
    lemma = token.norm.removesuffix("s") if plural else token.norm
    return structs.replace(token, pos="NOUN", lemma=lemma, morph=f"Number={'Plur' if plural else 'Sing'}")


def counted_participle(tokens: Sequence[Token], k: int, first: int) -> Token | None:
    """A participle behind its figure as the noun of those counted (`ont fait | 14 blessés`); `None` where it is none."""
    token = tokens[k]
    if token.pos != "VERB" or not token.has("VerbForm=Part") or k == 0 or not token.dep.startswith(COUNTED):
        return None
    before = tokens[k - 1]
    noun = token.norm.removesuffix("s")
    known = noun in language_pack(token.language).events.victims
    if before.pos != "NUM" or before.head != token.i or not known:
        return None
    own = [t for t in tokens if t.head == token.i and t.dep.startswith(("aux", "nsubj", "cop"))]
    return structs.replace(token, pos="NOUN", lemma=noun) if not own else None
