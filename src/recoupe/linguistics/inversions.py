"""Clauses that a negation opens, in which the auxiliary stands before its subject: `At no time did the mayor sell the hall`.

A parser that knows few of them takes the auxiliary for the verb and the subject for its object, so that the sale is affirmed.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN", "PRON"}
FAR = 14  # tokens from the auxiliary to its verb
OPENING = 6  # tokens in which the auxiliary stands


def uninverted(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such an auxiliary and subject under their verb."""
    found = list(tokens)
    place = auxiliary(found)
    verb = verb_of(found, place) if place is not None else None
    subject = subject_between(found, place, verb) if place is not None and verb is not None else None
    if place is None or verb is None or subject is None:
        return found
    helper, main = found[place], found[verb]
    top = helper.head == helper.i or helper.head == main.i
    passive = is_passive(helper, main)
    for k, token in enumerate(found):
        if token.i in {helper.i, main.i, found[subject].i}:
            continue
        if token.head == helper.i or (token.head == main.i and k < place):
            found[k] = replace(token, head=main.i)
    inside = [k for k in range(subject + 1, verb) if found[k].head in {main.i, helper.i} and found[k].pos != "ADV"]
    last = next((k for k in reversed(inside) if found[k].pos in NOMINAL), None)
    for k in inside:
        above = found[subject].i if k == last or last is None else found[last].i
        found[k] = replace(found[k], head=above, dep="nmod" if k == last else found[k].dep)
    found[place] = replace(helper, pos="AUX", dep="aux:pass" if passive else "aux", head=main.i)
    found[subject] = replace(found[subject], dep="nsubj:pass" if passive else "nsubj", head=main.i)
    dep, head = ("root", main.i) if top else (helper.dep, helper.head)
    found[verb] = replace(main, pos="VERB", dep=dep, head=head)
    return found


def auxiliary(tokens: Sequence[Token]) -> int | None:
    """The place of an auxiliary right behind words that negate and open the sentence."""
    for k in range(1, min(OPENING, len(tokens) - 2)):
        pack = language_pack(tokens[k].language)
        if tokens[k].norm not in pack.settings.inverting or tokens[k + 1].text in {",", "."}:
            continue
        opening = [t.norm for t in tokens[:k]]
        negative = opening[0] in pack.settings.negative_openers
        within = len(opening) > 2 and tokens[0].pos == "ADP" and opening[1] in pack.negation.determiners
        return k if negative or within else None
    return None


def verb_of(tokens: Sequence[Token], place: int) -> int | None:
    """The place of the verb that an auxiliary before its subject helps: one in its plain form, or a participle."""
    helper = tokens[place]
    does = helper.lemma == language_pack(helper.language).settings.bare_helper
    for k in range(place + 2, min(len(tokens), place + FAR)):
        token = tokens[k]
        if token.text in {",", ";", ":"} or token.has("PronType=Rel"):
            return None
        plain = token.norm == token.lemma and not token.has("VerbForm=Ger")
        verb = token.pos == "VERB" or (does and token.pos == "NOUN" and looks_like_verb(tokens, k))
        if verb and (plain if does else not plain or token.has("VerbForm=Inf")):
            return k
    return None


def looks_like_verb(tokens: Sequence[Token], k: int) -> bool:
    """Whether what was read as a noun stands behind a noun and before what it takes (`did the abbot | lease the orchard`)."""
    token, before = tokens[k], tokens[k - 1]
    behind = tokens[k + 1] if k + 1 < len(tokens) else token
    known = token.norm in language_pack(token.language).events.verbs
    return known and before.pos in NOMINAL and behind.pos in {"DET", "PRON", "NUM", "PROPN"}


def subject_between(tokens: Sequence[Token], place: int, verb: int) -> int | None:
    """The place of the first nominal head between an auxiliary and its verb, before any preposition."""
    before = next((k for k in range(place + 1, verb) if tokens[k].pos == "ADP"), verb)
    heads = [k for k in range(place + 1, before) if tokens[k].pos in NOMINAL and tokens[k].norm != "'s"]
    own = [k for k in heads if not tokens[k].dep.startswith(("compound", "flat", "nmod:poss"))]
    return own[-1] if own else (heads[-1] if heads else None)


def is_passive(helper: Token, verb: Token) -> bool:
    """Whether an auxiliary and its verb make a passive."""
    return helper.lemma in language_pack(helper.language).denials.copulas and verb.has("VerbForm=Part")
