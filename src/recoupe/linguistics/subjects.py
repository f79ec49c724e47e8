"""Subjects that a parse loses: of the second of two clauses in a row, and behind an apposition.

`left the hall, and the owner, Ann Dorval, was charged`: where `and` hangs on a noun phrase, and right behind that stands a
finite verb in a row with the one before and without a subject, the noun phrase is its subject. `The mayor of Lorne, the
southern port, has resigned`: of two subjects of one verb that commas part, the second tells of the first.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.saying import Below, dependents, spread
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN"}
VERBAL = {"VERB", "AUX", "ADJ"}
BESIDE = ("aux", "advmod", "cop", "expl", "iobj", "punct")  # between a subject and its verb


def subjects_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such subjects under their verbs."""
    found = list(tokens)
    for mend in (in_row, told_of):
        below = dependents(found)
        for token in tokens:
            for changed in mend(found, found[token.i - first], below, first):
                found[changed.i - first] = changed
    return found


def in_row(tokens: Sequence[Token], verb: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The noun phrase right before a finite verb in a row, on which the conjunction hangs, as its subject."""
    own = below.get(verb.i, [])
    if verb.dep != "conj" or verb.pos not in VERBAL or not finite(verb, own):
        return ()
    if any(t.dep.startswith(("nsubj", "cc", "mark", "csubj", "expl:subj")) for t in own):
        return ()
    above = tokens[verb.head - first]
    for noun in reversed(tokens[: verb.i - first]):
        joint = next((t for t in below.get(noun.i, []) if t.dep == "cc" and t.i < noun.i), None)
        if noun.dep != "conj" or noun.pos not in NOMINAL or joint is None:
            continue
        inside = spread(noun, below)
        opening = min(i for i in inside if i >= joint.i)
        parted = any(t.dep == "case" for t in below.get(noun.i, []))
        between = tokens[max(inside) + 1 - first : verb.i - first]
        commas = sum(t.text == "," for t in tokens[joint.i - first : verb.i - first])
        if opening != joint.i or not above.i < joint.i < max(inside) < verb.i or parted or commas % 2:
            return ()  # (an odd comma closes the row itself: `..., and forty wounded, said the mayor`)
        if any(t.head != verb.i or not t.dep.startswith(BESIDE) for t in between if t.pos != "PUNCT"):
            return ()
        passive = any(t.dep == "aux:pass" for t in own)
        return (
            replace(noun, dep="nsubj:pass" if passive else "nsubj", head=verb.i),
            replace(joint, head=verb.i),
        )
    return ()


def finite(verb: Token, own: Sequence[Token]) -> bool:
    """Whether a verb, or what helps it, is finite."""
    return verb.has("VerbForm=Fin") or any(t.has("VerbForm=Fin") and t.dep.startswith(("aux", "cop")) for t in own)


def told_of(tokens: Sequence[Token], noun: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The second of two subjects before one verb, between two commas, as what tells of the first."""
    if not noun.dep.startswith("nsubj") or noun.pos not in NOMINAL or noun.head < noun.i:
        return ()
    others = [t for t in below.get(noun.head, []) if t.dep.startswith("nsubj") and t.i < noun.i]
    if len(others) != 1 or others[0].pos not in NOMINAL or says(tokens[noun.head - first]):
        return ()  # (`the bank cut its rate, its spokeswoman, Ann Dorval, announced`)
    inside, before = ([i for i in spread(t, below) if tokens[i - first].pos != "PUNCT"] for t in (noun, others[0]))
    start, end = min(inside), max(inside) + 1
    closed = end < noun.head and tokens[end - first].text == "," and tokens[start - 1 - first].text == ","
    closed = closed and max(before) == start - 2
    return (replace(noun, dep="appos", head=others[0].i),) if closed else ()


def says(verb: Token) -> bool:
    """Whether a verb is one of saying, whose own subject stands behind what is said."""
    return verb.lemma in language_pack(verb.language).reporting_verbs.verbs
