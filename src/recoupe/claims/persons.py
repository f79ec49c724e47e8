"""Whether a noun of persons names one of them or several: what befell one is not what befell two."""

import functools

from recoupe.claims.constructions import case_of
from recoupe.claims.holding import counts_some, of_counted
from recoupe.claims.participants import can_act, is_body
from recoupe.claims.things import PERSON, thing_at
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token


def is_one_person(annotation: Annotation, head: int) -> bool | None:
    """Whether a noun names one person (`the volunteer`, `one of the two volunteers`) or several; None where it leaves it open.

    Nouns that can be of a group (`the crew`, `le personnel`) leave it open, as do those of bodies, which one language names
    by a plural (`les garde-côtes`, `the coastguard`), and what no figure or article stands with;
    so does the figure one (`one dead`), which a later report may correct.
    """
    token = annotation.tokens[head]
    if token.pos != "NOUN" or not (thing_at(token).kind == PERSON or (can_act(token) and not is_body(token))):
        return None
    above = annotation.tokens[token.head]
    if counts_some(above) and above.i < head and of_counted(case_of(annotation, head)):
        return is_one(above)
    beside = [annotation.tokens[c] for c in annotation.dependents(head, "det", "nummod", "nmod:poss")]
    figures = [t for t in beside if t.pos == "NUM"]
    if figures:
        return None if all(map(is_one, figures)) else False
    if {token.lemma, token.norm} & groups(token.language) or is_collective(token):
        return None
    told = {t.has("Number=Sing") for t in beside if t.pos == "DET" and (t.has("Number=Sing") or t.has("Number=Plur"))}
    if len(told) == 1:
        return told.pop()
    return token.norm == token.lemma if beside else None  # (the tagger only guesses at a rare word's number)


def is_collective(token: Token) -> bool:
    """Whether a noun names a body that acts as one, however its form is counted (`les garde-côtes`, `the border guard`)."""
    institutions = language_pack(token.language).institutions
    own = institutions.nouns.get(token.norm)
    return own is not None and own.executive


def is_one(figure: Token) -> bool:
    """Whether a figure or pronoun counts one."""
    return language_pack(figure.language).numbers.cardinals.get(figure.norm) == 1 or figure.norm == "1"


@functools.cache
def groups(language: str) -> frozenset[str]:
    """Nouns of groups, and those that fit any person."""
    pack = language_pack(language)
    return frozenset({*pack.institutions.groups, *pack.events.anyone})
