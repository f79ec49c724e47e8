"""Bodies named by a common noun and a name (`la mairie de Sérac`, `Sérac town hall`): one key in every report and language."""

import functools
from collections.abc import Callable, Sequence, Set

from recoupe.actors.names import Name
from recoupe.languages import language_pack
from recoupe.languages.schema import BodyNoun, BodyType
from recoupe.linguistics import Annotation, Token

REACH = 12  # words between the noun of a body and its name
INSIDE_NAME = {"NOUN", "ADJ", "ADP", "DET"}
BY_NAME: frozenset[BodyType] = frozenset({"company", "union", "association", "party"})  # types of such a body
LONGEST = 4  # words of a noun of bodies
PARTING = {",", ";"}  # marks behind which no name goes on with a noun before them


def noun_at(annotation: Annotation, i: int) -> tuple[str, BodyNoun] | None:
    """The noun of bodies at a token: the longest entry of which it is a word (`town hall`, `agence de presse`)."""
    tokens = annotation.tokens
    nouns = language_pack(tokens[i].language).institutions.nouns
    for length in range(LONGEST if within_noun(tokens[i].norm, tokens[i].language) else 1, 1, -1):
        for first in range(max(0, i - length + 1), i + 1):
            phrase = " ".join(t.norm for t in tokens[first : first + length]).replace("' ", "'").replace(" 's", "'s")
            if phrase in nouns:
                return phrase, nouns[phrase]
    lemma = tokens[i].lemma
    return (lemma, nouns[lemma]) if lemma in nouns and not hyphened(annotation, i) else None


def hyphened(annotation: Annotation, i: int) -> bool:
    """Whether a word with a capital opens one with a hyphen: `Port-Sarn` is no port."""
    tokens, text = annotation.tokens, annotation.document.text
    return tokens[i].text[:1].isupper() and text[tokens[i].end : tokens[i].end + 1] == "-"


@functools.lru_cache(maxsize=65536)
def within_noun(word: str, language: str) -> bool:
    """Whether a noun of bodies holds a word, be it as a part of another."""
    return any(word in noun for noun in language_pack(language).institutions.nouns)


def name_of(annotation: Annotation, names: Sequence[Name], head: int, elsewhere: Callable[[int], bool]) -> Name | None:
    """The name that tells which body of its kind a noun means. elsewhere: whether a token only says where it is."""
    inside = set(annotation.subtree(head))
    for name in names:
        near = 0 < abs(name.first - head) <= REACH
        beside_it = name.first == head + 1 and annotation.tokens[head].pos == "NOUN"  # however the parse hangs it
        if near and (name.first in inside or beside_it) and not name.person and not elsewhere(name.first):
            return name
    return None


def own_name(annotation: Annotation, names: Sequence[Name], head: int, elsewhere: Callable[[int], bool]) -> Name | None:
    """The name that tells which body of its kind a noun means, and not another one inside its complement.

    None behind a comma or a verb (`the refinery, owned by X`), nor one that tells which body stands between
    (`la police du port de X`), unless that is a town or the like (`la préfecture de la région X`).
    """
    name = name_of(annotation, names, head, elsewhere)
    if name is None or name.first == head + 1:
        return name
    if any(t.text in PARTING for t in annotation.tokens[head : name.first]):
        return None
    above = token_of(annotation, name)
    while above.i != head and above.head != above.i:
        if above.pos in {"VERB", "AUX"} or other_body(annotation, above.i, head):
            return None
        above = annotation.tokens[above.head]
    return name


def other_body(annotation: Annotation, i: int, head: int) -> bool:
    """Whether a word is the noun of another body than a noun, in its complement; places that have an authority are none."""
    noun = noun_at(annotation, i)
    other = noun is not None and noun != noun_at(annotation, head) and noun[1].type != "local_authority"
    return other and bool(annotation.dependents(i, "case"))


def key_of(
    annotation: Annotation, head: int, kind: str, type_: BodyType, name: Name, places: Set[str] = frozenset()
) -> str:
    """The key of a body: its kind and its name; the name alone, where it is its own beside the noun (`le groupe X`,
    `the X shipyard`). places: keys of names of places, which no body goes by alone."""
    alone = type_ in BY_NAME and name.key not in places and beside(annotation, head, name)
    return f"name:{name.key}" if alone else f"body:{kind}:{name.key}"


def beside(annotation: Annotation, head: int, name: Name) -> bool:
    """Whether a name stands beside a noun without a preposition: it is the body's own, not a place's or another body's.

    Words that say what the body does may stand between (`le groupe de traitement des eaux X`), but no other body.
    """
    inside = range(name.first, name.last)
    if name.first == head + 1:
        return True
    top = next((i for i in inside if annotation.tokens[i].head not in inside), name.first)
    if annotation.dependents(top, "case"):
        return False
    above = annotation.tokens[top].head
    while above != head:
        bare = above > head and noun_at(annotation, above) is None and not annotation.tokens[above].text[:1].isupper()
        if not bare or annotation.tokens[above].head == above:
            return False
        above = annotation.tokens[above].head
    return True


def official_name(annotation: Annotation, head: int) -> tuple[int, int] | None:
    """The words of a body whose name is made of common nouns with a capital (`l'Autorité de contrôle des jeux`).

    Tokens [first, last) without the article; `None` where the capital only opens a sentence, or nothing goes on behind it.
    """
    tokens = annotation.tokens
    inside = set(annotation.subtree(head))
    first = head
    while first - 1 in inside and tokens[first - 1].pos == "ADJ" and tokens[first - 1].text[:1].isupper():
        first -= 1
    if not tokens[head].text[:1].isupper() or annotation.sentences[tokens[head].sentence][0] == first:
        return None
    last = head + 1
    while last in inside and (tokens[last].pos in INSIDE_NAME or tokens[last].text == "-"):
        last += 1
    while tokens[last - 1].pos in {"ADP", "DET"}:
        last -= 1
    told = [t for t in tokens[head + 1 : last] if t.pos in {"NOUN", "ADJ"}]
    return (first, last) if told and not any(t.pos == "PROPN" for t in tokens[first:last]) else None


def token_of(annotation: Annotation, name: Name) -> Token:
    """The word that governs a name."""
    inside = range(name.first, name.last)
    top = next((i for i in inside if annotation.tokens[i].head not in inside), name.first)
    return annotation.tokens[annotation.tokens[top].head]
