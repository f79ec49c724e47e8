"""Adjectives that a pile's own names of places and peoples have (`le ministère valdrien`, `the Valdrian army`).

The tables know those of states. Of any other name an adjective is one that the packs' endings make of it, and that is no
word of the language. It tells whose a body or a thing is, as the adjective of a state does.
"""

import functools
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from recoupe.actors.bodies import noun_at
from recoupe.actors.firms import spelling
from recoupe.actors.gazetteer import Known, KnownMention, known_names
from recoupe.actors.names import Name
from recoupe.actors.openings import everyday, first_names
from recoupe.languages import language_pack, shared_pack
from recoupe.linguistics import Annotation, Token

LEAST = 4  # letters of the stem that a name and its adjective share
DESCRIBING = ("amod", "compound", "nmod", "flat")

Adjectives = Mapping[tuple[str, ...], Known]


def demonyms(annotations: Iterable[Annotation], names: Mapping[str, Sequence[Name]]) -> dict[tuple[str, ...], Known]:
    """The adjectives that the reports make of names met in any of them, by their words. names: of every report, by id."""
    reports = sorted(annotations, key=lambda a: a.document.id)
    places = {n.text: n.key for a in reports for n in names[a.document.id] if names_place(n)}
    words = {t.norm: t for a in reports for t in a.tokens if may_tell_of(t)}
    first = told_of(words, places)  # (an adjective with a capital is read as a name too: it has none of its own)
    return told_of(words, {text: key for text, key in places.items() if (text.lower(),) not in first})


def told_of(words: Mapping[str, Token], places: Mapping[str, str]) -> dict[tuple[str, ...], Known]:
    """Which words are adjectives of one of some names. places: the key of each name."""
    stems: dict[str, set[str]] = {}
    usual: dict[str, str] = {}
    for text in sorted(places):
        usual.setdefault(places[text], text)
        for stem in stems_of(text):
            stems.setdefault(stem, set()).add(places[text])
    found: dict[tuple[str, ...], Known] = {}
    for norm in sorted(words):
        told = {k for stem in bases(words[norm]) for k in stems.get(stem, ())}
        keys = told - {spelling(norm)}
        if len(keys) == 1:
            key = keys.pop()
            found[norm,] = Known(f"name:{key}", usual[key], "organisation", adjective=True)
    return found


def names_place(name: Name) -> bool:
    """Whether a name may be a place's or people's: one word, and no person's."""
    return not name.person and name.last - name.first == 1 and len(name.text) > LEAST and not name.text.isupper()


def may_tell_of(token: Token) -> bool:
    """Whether a word may be such an adjective: it describes a noun, and no table knows it."""
    if token.pos not in {"ADJ", "NOUN", "PROPN"} or not token.text.isalpha() or len(token.text) <= LEAST:
        return False
    if token.language in capitalised() and not token.text[:1].isupper():
        return False
    if token.pos == "PROPN" and not token.dep.startswith(DESCRIBING):
        return token.has("Number=Plur")
    words = shared_pack().lexicon.entries
    known = (token.norm,) in known_names().get(token.language, {}) or token.norm in first_names(token.language)
    return not (known or everyday(token) or token.norm in words or token.lemma in words)


@functools.cache
def capitalised() -> frozenset[str]:
    """Languages whose adjectives of places have a capital."""
    return frozenset(code for code in known_names() if language_pack(code).settings.right_headed)


@functools.cache
def plain(word: str) -> str:
    """A word without accents, lower case."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def stems_of(name: str) -> set[str]:
    """What adjectives may be made of: a name, and a name without an ending of places."""
    word = plain(name)
    endings = {e for code in known_names() for e in language_pack(code).settings.place_endings}
    found = {word.removesuffix(plain(e)) for e in endings if word.endswith(plain(e))} | {word}
    return {stem for stem in found if len(stem) >= LEAST}


def bases(token: Token) -> set[str]:
    """What an adjective may be made of: the word without an ending of such adjectives."""
    word = plain(token.norm)
    endings = (plain(e) for e in language_pack(token.language).settings.demonym_endings)
    found = {word.removesuffix(e) for e in endings if word.endswith(e)}
    return {stem for stem in found if len(stem) >= LEAST}


def stands_alone(annotation: Annotation, mention: KnownMention) -> bool:
    """Whether an adjective with a capital is no part of a longer name (`the Valdrian army`, not `Valdrian Airways`)."""
    tokens = annotation.tokens
    behind = tokens[mention.last] if mention.last < len(tokens) else None
    if behind is None or behind.sentence != tokens[mention.first].sentence or not behind.text[:1].isupper():
        return True
    return any(noun_at(annotation, k) is not None for k in range(mention.last, min(len(tokens), mention.last + 2)))
