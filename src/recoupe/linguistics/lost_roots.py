"""Past tenses that a parser takes for participles of their subject: `Dorval confirmed on Monday that two had died`.

The name that opens the sentence is then its root. What tells the verb: it stands right behind the name and opens a clause
with its mark, which no participle does there.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

MORPH = "Mood=Ind|Tense=Past|VerbForm=Fin"


def rehung(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such a verb as root and the name as its subject."""
    found = list(tokens)
    name = next((t for t in found if t.head == t.i and t.pos in {"PROPN", "NOUN"}), None)
    verb = found[name.i - first + 1] if name is not None and name.i - first + 1 < len(found) else None
    if name is None or verb is None:
        return found
    if not lost(found, name, verb, first):
        verb = next((t for t in found[name.i - first + 1 :] if alone(found, name, t)), None)
        if verb is None:
            return found
    for k, token in enumerate(found):
        if token.head == name.i and token.i > verb.i:
            found[k] = replace(token, head=verb.i)
    found[verb.i - first] = replace(verb, morph=MORPH, dep="root", head=verb.i)
    found[name.i - first] = replace(name, dep="nsubj", head=verb.i)
    return found


def lost(tokens: Sequence[Token], name: Token, verb: Token, first: int) -> bool:
    """Whether a participle behind the name that opens a sentence is its verb."""
    settings = language_pack(verb.language).settings
    if settings.clitic_inversion or tokens[-1].text != "." or verb.pos != "VERB" or verb.head != name.i:
        return False  # (where participles have a form of their own, and in headings, which keep theirs)
    if not verb.dep.startswith("acl") or not verb.has("Tense=Past"):
        return False
    clauses = {t.i for t in tokens if t.head == verb.i and t.dep.startswith("ccomp")}
    marked = any(t.head in clauses and t.norm in settings.complementisers for t in tokens)
    return marked and all(t.pos in {"PROPN", "NOUN", "DET", "ADJ", "PUNCT"} for t in tokens[: name.i - first])


def alone(tokens: Sequence[Token], name: Token, verb: Token) -> bool:
    """Whether a participle of the noun that opens a sentence is its only verb, and takes an object (`Miner X paid 8 million`).

    Of finite verbs the sentence has only such as hang below it.
    """
    settings = language_pack(verb.language).settings
    if settings.clitic_inversion or tokens[-1].text != "." or verb.pos != "VERB" or verb.head != name.i:
        return False
    if not verb.dep.startswith("acl") or not verb.has("Tense=Past") or verb.has("VerbForm=Ger"):
        return False
    first = tokens[0].i
    if any(t.has("VerbForm=Fin") and not hangs_below(tokens, t, verb) for t in tokens):
        return False
    before = tokens[: verb.i - first]
    plain = all(t.pos in {"PROPN", "NOUN", "DET", "ADJ", "NUM"} for t in before)
    return plain and any(t.head == verb.i and (t.dep.startswith("obj") or summed(tokens, t)) for t in tokens)


def hangs_below(tokens: Sequence[Token], token: Token, verb: Token) -> bool:
    """Whether a token of a sentence hangs below another, however far."""
    first, above = tokens[0].i, token
    while above.head not in {above.i, verb.i}:
        above = tokens[above.head - first]
    return above.head == verb.i


def summed(tokens: Sequence[Token], noun: Token) -> bool:
    """Whether a noun that is hung as an adverbial is a sum behind its bound (`paid | at least 8 million`)."""
    own = [t for t in tokens if t.head == noun.i]
    figure = noun.pos == "NUM" or any(t.pos == "NUM" for t in own)
    numbers = language_pack(noun.language).numbers
    bounds = {w for phrase in (*numbers.at_least, *numbers.at_most, *numbers.more_than) for w in phrase.split()}
    return noun.dep.startswith("obl") and figure and any(t.norm in bounds for t in own)
