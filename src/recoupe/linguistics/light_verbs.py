"""Verbs that make one predicate with a noun, read as auxiliaries of the noun: `Le rapport fait état de trois fuites`.

What tells them: a form of a light verb hangs on a noun right behind it that goes with it without an article.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

NEAR = 2  # tokens between verb and noun: adverbs (`fait déjà état de`)
OF_NOUN = ("det", "amod", "nummod", "case", "fixed", "compound")  # what stays with the noun
OF_VERB = {"nmod": "obl:arg"}  # constructions of nouns, as verbs have them


def lightened(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such a verb in the place of the noun it goes with."""
    found = list(tokens)
    for k, token in enumerate(tokens):
        nouns = language_pack(token.language).events.light.get(token.lemma, ())
        noun = found[token.head - first]
        if not nouns or noun.lemma not in nouns or noun.pos != "NOUN" or not 0 < noun.i - token.i <= NEAR:
            continue
        between = tokens[k + 1 : noun.i - first]
        if not (token.has("VerbForm=Fin") or token.has("VerbForm=Part")) or any(t.pos != "ADV" for t in between):
            continue
        for j, other in enumerate(found):
            if other.head == noun.i and j not in {k, noun.i - first} and not other.dep.startswith(OF_NOUN):
                found[j] = replace(other, head=token.i, dep=OF_VERB.get(other.dep, other.dep))
        top = noun.head if noun.head != noun.i else token.i
        found[k] = replace(found[k], pos="VERB", dep=noun.dep, head=top)
        found[noun.i - first] = replace(noun, dep="obj", head=token.i)
        if token.has("VerbForm=Fin") and found[k].dep == "xcomp":
            found = over_subject(found, k, first)
    return found


def over_subject(tokens: Sequence[Token], k: int, first: int) -> list[Token]:
    """The tokens of a sentence with a finite verb that hangs inside a relative clause as the verb of what that describes.

    `Des relevés que X a pu consulter | font état de N`: no finite verb is a complement of an infinitive.
    """
    found, verb = list(tokens), tokens[k]
    above = found[verb.head - first]
    while above.head != above.i and not above.dep.startswith("acl"):
        above = found[above.head - first]
    noun = found[above.head - first]
    plural = [t.has("Number=Plur") for t in (noun, verb)]
    if above.head == above.i or noun.i > verb.i or noun.dep.startswith("nsubj") or plural[0] != plural[1]:
        return found
    found[k] = replace(verb, dep=noun.dep, head=noun.head if noun.head != noun.i else verb.i)
    found[noun.i - first] = replace(noun, dep="nsubj", head=verb.i)
    for j, other in enumerate(found):
        if other.head == noun.i and other.i > verb.i:
            found[j] = replace(other, head=verb.i)
    return found
