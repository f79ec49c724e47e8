"""Clauses that a parser hangs in the wrong place though their words tell where they belong.

`La firme, qui a pillé le dépôt, se tait`: a clause that opens with a relative pronoun as its subject is one of the noun right
before it, even where the parse takes it for an adjunct of the main verb. `Accusée d'avoir pillé le dépôt, la firme dément`: a
participle that opens a sentence is none of its nouns, and the finite verb behind its comma, with a subject of its own, is the
main verb. `Le ministère a annoncé lundi | avoir saisi N`: what hangs on the day hangs on the verb.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.participles import is_participle, known_verbs
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN"}
RELATIVE = "acl:relcl"
MAIN = ("conj", "parataxis", "ccomp", "acl", "appos", "advcl", "dep")  # what a main verb is to such a participle
PARTICIPLE = "Tense=Past|VerbForm=Part"


def placed(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such clauses where they belong."""
    found = list(tokens)
    for k, token in enumerate(found):
        noun = antecedent(found, k, first)
        if noun is not None:
            found[k] = replace(token, dep=RELATIVE, head=noun.i)
        found[k] = joined(found, found[k], first)
    return behind_participle(behind_day(found, first), first)


def behind_day(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens with what somebody said on a day hung on the verb of saying, where the parse hangs it on the day."""
    found = list(tokens)
    for k, token in enumerate(tokens):
        day = tokens[token.head - first]
        above = tokens[day.head - first]
        if token.dep.startswith(RELATIVE) or not token.dep.startswith(("acl", "advcl", "ccomp", "xcomp")):
            continue
        if token.pos not in {"VERB", "ADJ"} or not day.i < token.i or above.pos != "VERB" or above.i > day.i:
            continue
        calendar = language_pack(day.language).calendar
        if day.norm not in calendar.weekdays and day.norm not in calendar.days:
            continue
        own = [t for t in tokens if t.head == token.i and t.i < token.i]
        marks = {t.norm for t in own if t.dep.startswith("mark")}
        bare = not marks and any(t.has("VerbForm=Inf") for t in (token, *own))
        if bare or marks & {*language_pack(day.language).settings.complementisers}:
            found[k] = replace(token, dep="xcomp" if bare else "ccomp", head=above.i)
            found[day.i - first] = replace(day, dep="obl:mod")
    return found


def joined(tokens: Sequence[Token], verb: Token, first: int) -> Token:
    """A verb with an object that a conjunction joins to a noun, as joined to the verb above it (`shut its mill and cut jobs`)."""
    noun = tokens[verb.head - first]
    above = tokens[noun.head - first]
    if verb.pos != "VERB" or verb.dep != "conj" or noun.pos not in NOMINAL or above.pos != "VERB" or above.i > noun.i:
        return verb
    own = [t for t in tokens if t.head == verb.i]
    conjunction = any(t.dep == "cc" and t.i < verb.i for t in own)
    told = any(t.dep == "obj" and t.i > verb.i for t in own)
    clause = any(t.dep.startswith(("nsubj", "mark", "aux", "cop", "csubj")) for t in own)
    behind = noun.dep.startswith(("obj", "obl", "iobj")) and above.has("VerbForm=Fin")
    if not conjunction or not told or clause or not behind or verb.has("VerbForm=Part") or verb.has("VerbForm=Ger"):
        return verb
    return replace(verb, head=above.i)


def antecedent(tokens: Sequence[Token], k: int, first: int) -> Token | None:
    """The noun right before the relative pronoun that is the subject of a verb, where the verb hangs elsewhere."""
    verb = tokens[k]
    if (
        verb.pos not in {"VERB", "AUX", "ADJ"}
        or verb.dep.startswith(("acl", "conj", "aux", "cop"))
        or verb.head == verb.i
    ):
        return None
    pronoun = next(
        (t for t in tokens if t.head == verb.i and t.dep.startswith("nsubj") and t.has("PronType=Rel")), None
    )
    place = pronoun.i - first - 1 if pronoun is not None else -1
    if place > 0 and tokens[place].text == ",":
        place -= 1
    noun = tokens[place] if place >= 0 else None
    while noun is not None and noun.dep.startswith(("amod", "flat", "nummod")) and first <= noun.head < noun.i:
        noun = tokens[noun.head - first]
    if noun is None or noun.pos not in NOMINAL or under(tokens, noun, verb, first):
        return None
    return noun


def under(tokens: Sequence[Token], node: Token, other: Token, first: int) -> bool:
    """Whether a token hangs under another one."""
    for _ in tokens:
        if node.i == other.i:
            return True
        if node.head == node.i:
            return False
        node = tokens[node.head - first]
    return True


def behind_participle(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens with the finite verb as the root, where a participle that opens the sentence was taken for it."""
    found = list(tokens)
    opening = found[0]
    if (
        opening.head != opening.i
        or not is_participle(opening)
        or any(t.head == opening.i and t.i < opening.i for t in found)
    ):
        return found
    if any(t.head == opening.i and t.dep.startswith(("nsubj", "aux", "cop", "det")) for t in found):
        return found
    comma = next((k for k, t in enumerate(found) if t.text == ","), None)
    verb = next(
        (t for t in found[comma or 0 :] if t.head == opening.i and t.dep.startswith(MAIN) and has_subject(found, t)),
        None,
    )
    if comma is None or verb is None:
        return found
    for k, token in enumerate(found):
        if token.head == opening.i and token.i > verb.i:
            found[k] = replace(token, head=verb.i)
        elif token.head == opening.i and token.dep == "acl" and is_infinitive(found, token):
            found[k] = replace(token, dep="xcomp")  # (`accusée | d'avoir pillé`, as if of a noun)
    found[verb.i - first] = replace(verb, dep="root", head=verb.i)
    lemma = next(iter(known_verbs(opening)), opening.lemma)
    found[0] = replace(opening, pos="VERB", lemma=lemma, morph=PARTICIPLE, dep="advcl", head=verb.i)
    return found


def is_infinitive(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a verb stands in the infinitive, or its auxiliary does."""
    helped = any(t.head == verb.i and t.dep.startswith("aux") and t.has("VerbForm=Inf") for t in tokens)
    return helped or verb.has("VerbForm=Inf")


def has_subject(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a finite verb has a subject before it."""
    own = [t for t in tokens if t.head == verb.i]
    finite = verb.has("VerbForm=Fin") or any(t.has("VerbForm=Fin") and t.dep.startswith(("aux", "cop")) for t in own)
    return finite and any(t.dep.startswith("nsubj") and t.i < verb.i and not t.has("PronType=Rel") for t in own)
