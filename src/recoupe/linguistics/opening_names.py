"""Names that open a sentence and that a tagger takes for verbs or nouns: `Dorval dément.`, `Dorval, for its part, denies it`.

A first word has its capital in any case. What tells that it is a name: it is the subject of its sentence, and it is no
form of a verb that can be one, or the report has the same word as a name elsewhere.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

VERBAL = {"VERB", "AUX"}
MISTAKEN = {*VERBAL, "NOUN", "ADJ", "ADV", "X", "INTJ"}
ITS_OWN = ("aux", "cop", "mark", "obj", "det", "nsubj")  # what no name alone has beside it


def with_names(tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of a report, those that open a sentence as its subject and are names as names."""
    found = list(tokens)
    opening = [first for first, last in sentences if is_open_to_doubt(tokens, first, last)]
    if not opening:
        return found
    starts = {first for first, _ in sentences}
    names = {t.text for t in tokens if t.pos == "PROPN" and t.i not in starts}
    for first in opening:
        token = tokens[first]
        if token.text in names or (token.pos in VERBAL and not token.has("VerbForm=Inf") and is_no_verb(token)):
            found[first] = replace(token, pos="PROPN", morph="")
    return found


def is_no_verb(token: Token) -> bool:
    """Whether a word that the tagger takes for a verb has the lemma of none: its own form, or one that no pack has."""
    pack = language_pack(token.language)
    listed = token.lemma in pack.events.verbs or token.lemma in pack.reporting_verbs.verbs
    return token.lemma == token.norm or (not listed and (token.pos == "AUX" or token.has("VerbForm=Fin")))


def is_open_to_doubt(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the first word of a sentence is its subject, has a capital alone, and was not read as a name."""
    token = tokens[first]
    if token.pos not in MISTAKEN or not token.dep.startswith("nsubj") or not token.text[:1].isupper():
        return False
    return not any(t.head == first and t.dep.startswith(ITS_OWN) for t in tokens[first + 1 : last])
