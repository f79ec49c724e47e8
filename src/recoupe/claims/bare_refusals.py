"""Who was asked and declined to speak, did not answer or was not found: `Le groupe n'a pas donné suite`, `X declined to comment`.

Such words name nothing that they are about: that is what the report tells before them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.claims.runs import runs
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.saying import names_somebody
from recoupe.model import Attribution

ABOVE = 2  # steps of the parse from a word of the run up to the verb that has the subject


@dataclass(frozen=True)
class Refusal:
    """Words of a refusal without a matter of its own.

    words: their first and last token, from the subject on; first: the first of the predicate's. node: the verb. speaker:
    the token of who declines; holder: the attribution whose own words they are (`« Pas de commentaire », dit X`), where
    `speaker` is None.
    """

    words: tuple[int, int]
    first: int
    node: int
    speaker: int | None
    holder: Attribution | None


def bare_refusals(
    annotation: Annotation, attributions: Sequence[Attribution], actors: Mapping[int, str]
) -> list[Refusal]:
    """The refusals of a report that no attribution tells, one for each sentence at most, in order."""
    found = []
    for sentence, (first, stop) in enumerate(annotation.sentences):
        told = [a for a in attributions if a.firmness == "refusal" and a.cue is not None]
        if sentence in annotation.headings or any(
            annotation.within(a.cue)[0].sentence == sentence for a in told if a.cue
        ):
            continue
        places = sorted(set(runs(annotation, "silent", first, stop)), key=lambda p: (p[0], -p[1]))
        one = next((r for p in places if (r := refusal_at(annotation, *p, attributions, actors)) is not None), None)
        if one is not None:
            found.append(one)
    return found


def refusal_at(
    annotation: Annotation, start: int, end: int, attributions: Sequence[Attribution], actors: Mapping[int, str]
) -> Refusal | None:
    """The refusal whose words are tokens [start, end), if somebody is known whose it is."""
    tokens = annotation.tokens
    while start > 0 and tokens[start - 1].pos == "AUX" and tokens[start - 1].sentence == tokens[start].sentence:
        start -= 1  # (`| did not reply`)
    at = tokens[start].start
    around = [a for a in attributions if any(c.start <= at < c.end for c in a.content)]
    node = predicate(annotation, start, end)
    if node is None:
        holder = next((a for a in around if a.kind in {"direct", "mixed"}), None)
        return Refusal((start, end - 1), start, start, None, holder) if holder is not None else None
    if tokens[node].dep.startswith("acl") or not tokens[node].dep.startswith(
        ("root", "conj", "ccomp", "parataxis", "advcl")
    ):
        return None  # (`X, qui n'a pas souhaité s'exprimer, ...` tells who somebody is)
    if tokens[node].dep.startswith("advcl") and not around:
        return None
    subject = next(iter(annotation.dependents(node, "nsubj")), None)
    if subject is None:
        return None
    own = tokens[subject]
    if own.pos == "PRON" and language_pack(own.language).function_words.pronouns.get(own.norm) == "first":
        return Refusal((start, end - 1), start, node, None, around[0]) if around else None
    if subject not in actors and not (own.pos in {"NOUN", "PROPN"} and names_somebody(own)):
        return None
    opening = min(annotation.subtree(subject))
    return Refusal((min(opening, start), end - 1), start, node, subject, None)


def predicate(annotation: Annotation, start: int, end: int) -> int | None:
    """The verb or adjective of a clause that a run tells: the first of its words, or above one, that has a subject."""
    for k in range(start, end):
        token: Token = annotation.tokens[k]
        for _ in range(ABOVE + 1):
            if annotation.dependents(token.i, "nsubj"):
                return token.i
            if token.head == token.i:
                break
            token = annotation.tokens[token.head]
    return None
