"""Sums and shares beside a verb: what is paid, which the parse may take for an adverbial, and signs of no thing."""

from recoupe.claims.things import thing_at
from recoupe.linguistics import Annotation, Token


def bare_sum(annotation: Annotation, token: Token) -> int | None:
    """A sum of money behind a verb, which the parse takes for an adverbial behind words of doubt (`paid about €200,000`)."""
    beside = [annotation.tokens[c] for c in annotation.dependents(token.i, "obl") if c > token.i]
    sums = (t.i for t in beside if t.pos == "SYM" and thing_at(t).kind and not annotation.dependents(t.i, "case"))
    return next(sums, None)


def bare_share(annotation: Annotation, node: int) -> bool:
    """Whether a word is the sign of a share that tells of nothing what it is a share of (`rose 3%`)."""
    token = annotation.tokens[node]
    return token.pos == "SYM" and not thing_at(token).kind and not annotation.dependents(node, "nmod")
