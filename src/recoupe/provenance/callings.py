"""By what bodies are called: where they are, or a name of their own. The one need not tell a body from the other."""

import functools
from itertools import pairwise
from typing import NamedTuple

from recoupe.languages import language_pack, shared_pack
from recoupe.languages.loader import LANGUAGES
from recoupe.model import Actor

TYPES = frozenset({"hospital", "university", "prosecution", "plant", "hotel"})  # that news calls by several nouns


class Calling(NamedTuple):
    """A name of a body by its common noun. kind: what the noun means, in a word of both languages; placed: whether a
    preposition brings the rest, as it does the name of a place or of whoever owns the body; possessed: whether the rest has
    the mark of a possessor."""

    kind: str
    placed: bool
    possessed: bool


def may_be_one_body(first: Actor, second: Actor) -> bool:
    """Whether two bodies of one kind are called in two ways of which neither excludes the other.

    `l'hôpital de Sarn` and `l'hôpital Saint-Orlan` may be one, `l'hôpital de Sarn` and `l'hôpital de Melden` are two.
    """
    one, other = calling(first.name), calling(second.name)
    if one is None or other is None or one.kind != other.kind:
        return False
    return one.placed != other.placed or one.possessed != other.possessed


@functools.lru_cache(maxsize=4096)
def calling(name: str) -> Calling | None:
    """What the words of a name tell of its body, `None` where no noun of bodies is among them."""
    words = name.lower().replace("\u2019", "'").replace("'", "' ").split()
    for code in LANGUAGES:
        pack = language_pack(code)
        for at, word in enumerate(words):
            noun = pack.institutions.nouns.get(word)
            if noun is None:
                continue
            behind = words[at + 1 : at + 2]
            small = {*pack.function_words.owning, *pack.function_words.seats}
            placed = bool(behind) and behind[0].rstrip("'") in {w.rstrip("'") for w in small}
            possessed = any(a.endswith("'") and b == "s" for a, b in pairwise(words[:at]))
            return Calling(kind(word, noun.type), placed, possessed)
    return None


def kind(noun: str, type_: str) -> str:
    """What a noun of bodies means: its translation; for those that news calls by several nouns their type."""
    if type_ in TYPES:
        return type_
    entries = shared_pack().lexicon.entries
    return entries[noun][0].lower() if noun in entries else noun
