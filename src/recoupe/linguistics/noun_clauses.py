"""Clauses that tell what a noun of proof or of saying holds, read as relative ones: `no evidence | that the firm sold arms`.

A relative pronoun fills a place in its clause; where the clause has its own subject and object, the word is its mark.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

OPEN = ("obj", "det", "mark", "advmod", "nsubj", "obl")  # what the parse takes the mark for
PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"


def noun_clauses_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such marks and verbs as what they are."""
    found = list(tokens)
    for mark in tokens[1:]:
        noun = tokens[mark.i - first - 1]
        if not opens_clause(noun, mark):
            continue
        clause = clause_of(tokens, noun, mark, first)
        if clause is None:
            continue
        verb, thing = clause
        morph = verb.morph if verb.has("VerbForm=Fin") else PAST
        found[verb.i - first] = replace(verb, pos="VERB", dep="acl", head=noun.i, morph=morph)
        found[thing.i - first] = replace(thing, dep="obj", head=verb.i)
        found[mark.i - first] = replace(mark, pos="SCONJ", dep="mark", head=verb.i, morph="")
    return found


def opens_clause(noun: Token, mark: Token) -> bool:
    """Whether a word that may open a clause of what is said stands behind a noun of proof or of saying."""
    pack = language_pack(mark.language)
    named = noun.pos == "NOUN" and (noun.lemma in pack.settings.proofs or noun.lemma in pack.denials.told)
    return named and mark.norm in pack.settings.complementisers and mark.has("PronType=Rel")


def clause_of(tokens: Sequence[Token], noun: Token, mark: Token, first: int) -> tuple[Token, Token] | None:
    """The verb of the clause behind a mark and its object; None where the mark may fill a place in it.

    The object is the verb's own, or the noun that the parse has the verb describe (`that the firm | sold arms`).
    """
    for verb in tokens[mark.i - first + 1 :]:
        subject = any(t.head == verb.i and t.dep.startswith("nsubj") and mark.i < t.i < verb.i for t in tokens)
        if verb.pos != "VERB" or not subject:
            continue
        own = [t for t in tokens if t.head == verb.i and t.dep.startswith("obj") and t.i > verb.i]
        if mark.head == verb.i and verb.head == noun.i:
            return (verb, own[0]) if own else None
        above = tokens[verb.head - first]
        if verb.dep.startswith("amod") and above.head == noun.i and above.i > verb.i:
            return verb, above
        return None
    return None
