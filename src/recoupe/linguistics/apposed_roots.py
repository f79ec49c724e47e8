"""Adjectives set beside a subject between commas that a parse takes for the predicate: `X, | absent à l'audience |, a nié`.

What tells them: they have no copula, the comma before them is right behind the subject, and the finite verb behind the second
comma has no subject of its own.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.linguistics.saying import Below, dependents, spread
from recoupe.linguistics.tokens import Token

DESCRIBING = {"ADJ", "NOUN", "VERB", "ADV"}
CLAUSES = ("advcl", "conj", "parataxis", "ccomp", "acl", "appos", "dep")


def unapposed(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with the verb as root and the adjective below its noun."""
    found = list(tokens)
    root = next((t for t in found if t.head == t.i), None)
    if root is None or root.pos not in DESCRIBING or root.has("VerbForm=Fin") or root.i - first < 2:
        return found
    below = dependents(found)
    own = below.get(root.i, [])
    if any(t.dep.startswith(("cop", "aux", "mark", "expl")) for t in own):
        return found
    subject = next((t for t in own if t.dep.startswith("nsubj") and t.i < root.i), None)
    verb = next((t for t in own if t.i > root.i and t.dep.startswith(CLAUSES) and heads_clause(t, below)), None)
    if subject is None or verb is None or any(t.dep.startswith("conj") and t.i < verb.i for t in own):
        return found
    last = max(i for i in spread(subject, below) if tokens[i - first].pos != "PUNCT")
    if tokens[last - first + 1].text != ",":
        return found
    start = min(t.i for t in (verb, *(c for c in below.get(verb.i, []) if c.i < verb.i and c.pos != "PUNCT")))
    if tokens[start - first - 1].text != ",":
        return found
    passive = any(t.dep == "aux:pass" for t in below.get(verb.i, []))
    found[verb.i - first] = replace(verb, head=verb.i, dep="root")
    found[subject.i - first] = replace(subject, head=verb.i, dep="nsubj:pass" if passive else "nsubj")
    found[root.i - first] = replace(root, head=subject.i, dep="acl" if root.pos == "VERB" else "amod")
    for token in own:
        if token.i > verb.i:
            found[token.i - first] = replace(token, head=verb.i)
    return found


def heads_clause(verb: Token, below: Below) -> bool:
    """Whether a verb is finite, or has a finite auxiliary, and has no subject, conjunction or relative of its own."""
    own = below.get(verb.i, [])
    finite = verb.has("VerbForm=Fin") or any(t.dep.startswith("aux") and t.has("VerbForm=Fin") for t in own)
    bound = any(t.dep.startswith(("nsubj", "csubj", "mark", "cc", "expl:subj")) or t.has("PronType=Rel") for t in own)
    return verb.pos == "VERB" and finite and not bound
