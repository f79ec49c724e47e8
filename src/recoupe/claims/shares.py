"""Whether an event is told of all of a kind or only of a part of them (`toutes les familles`, `only half of the homes`)."""

from typing import Literal

from recoupe.claims.found import FoundEvent
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

Share = Literal["all", "part", ""]
SHARED = {"theme", "agent", "recipient"}
TOTAL = ("det", "amod", "nummod")
FAR = 3  # tokens before a noun among which a word that restricts it stands


def share_of(annotation: Annotation, found: FoundEvent) -> Share:
    """`all` where a participant is all of a kind, `part` where one is said to be no more than a part; else empty."""
    heads = {head for role, (head, _) in found.fillers.items() if role in SHARED}
    last = annotation.sentences[annotation.tokens[found.token].sentence][1]
    behind = range(found.token + 1, min(last, found.token + 1 + FAR))  # what follows `ne ... que` is read in many ways
    tokens = [annotation.tokens[h] for h in sorted({*heads, *annotation.children[found.token], *behind})]
    if found.polarity and any(only_part_of(annotation, t) for t in tokens):
        return "part"
    return "all" if found.polarity and any(all_of(annotation, annotation.tokens[h]) for h in heads) else ""


def all_of(annotation: Annotation, token: Token) -> bool:
    """Whether a noun stands for all of its kind: behind a word for all, in the plural."""
    if token.pos != "NOUN" or not token.has("Number=Plur"):
        return False
    wholes = language_pack(token.language).negation.wholes
    return any(annotation.tokens[c].norm in wholes for c in annotation.dependents(token.i, *TOTAL))


def only_part_of(annotation: Annotation, token: Token) -> bool:
    """Whether a noun is a part that a word restricts what is told to (`qu'une partie des familles`, `only half of them`)."""
    negation = language_pack(token.language).negation
    if token.pos not in {"NOUN", "NUM", "DET", "PRON"} or token.lemma not in negation.parts:
        return False
    before = annotation.tokens[max(annotation.sentences[token.sentence][0], token.i - FAR) : token.i]
    return any(t.norm in negation.restricting for t in before)
