"""Main verbs that a parser takes for relative clauses of their subject: `the master of flight Orlec 12 | fell asleep`.

What tells them: a finite verb without a subject of its own and without a relative pronoun can be no relative clause. A number
right behind a name, before a verb and its small words, belongs to the name and is no subject.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

SMALL = {"PRON", "AUX", "ADV", "PART"}  # what may stand between a subject and its verb
NOMINAL = {"NOUN", "PROPN"}
PHRASES = ("appos", "obj", "root", "parataxis", "dislocated", "obl:mod", "conj")


def freed(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such verbs as predicates of the noun before them."""
    found = [named(tokens, k) for k in range(len(tokens))]
    for k, verb in enumerate(found):
        noun = found[verb.head - first] if verb.dep == "acl:relcl" and verb.head < verb.i else None
        if (
            noun is None
            or noun.pos not in NOMINAL
            or not noun.dep.startswith(PHRASES)
            or not bare(found, verb, noun, first)
        ):
            continue
        top = noun.head == noun.i
        dep = "root" if top else "conj" if noun.dep == "conj" else "parataxis"
        found[k] = replace(verb, dep=dep, head=verb.i if top else noun.head)
        found[noun.i - first] = replace(noun, dep="nsubj", head=verb.i)
    return found


def named(tokens: Sequence[Token], k: int) -> Token:
    """A token; a number right behind a name, which a verb took for its subject or adjunct, as part of the name."""
    token = tokens[k]
    behind = tokens[k + 1] if k + 1 < len(tokens) else None
    if k == 0 or behind is None or token.pos != "NUM" or tokens[k - 1].pos != "PROPN" or token.head <= token.i:
        return token
    calendar, before = language_pack(token.language).calendar, tokens[k - 1].norm
    if before in calendar.weekdays or before in calendar.months:
        return token
    return replace(token, dep="flat", head=tokens[k - 1].i) if behind.pos in {*SMALL, "VERB"} else token


def bare(tokens: Sequence[Token], verb: Token, noun: Token, first: int) -> bool:
    """Whether a verb that describes a noun is finite, has no subject and no relative word, and stands right behind its phrase."""
    own = [t for t in tokens if t.head == verb.i]
    finite = verb.has("VerbForm=Fin") or any(t.dep.startswith("aux") and t.has("VerbForm=Fin") for t in own)
    if not finite or any(t.dep.startswith(("nsubj", "csubj", "expl:subj", "mark")) for t in own):
        return False
    before = tokens[noun.i - first + 1 : verb.i - first]
    if any(t.has("PronType=Rel") or t.has("PronType=Int") or t.pos in {"SCONJ", "PUNCT"} for t in before):
        return False
    opening = min([verb.i, *(t.i for t in own if t.i < verb.i)])
    case = any(t.head == noun.i and t.dep.startswith("case") for t in tokens)
    return not case and all(t.pos in SMALL for t in tokens[opening - first : verb.i - first])
