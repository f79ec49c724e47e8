"""The small words around names, of all languages together: a name keeps them in a report of any language."""

import functools

from recoupe.languages import language_pack
from recoupe.languages.loader import LANGUAGES
from recoupe.languages.schema import FunctionWords


def tables() -> list[FunctionWords]:
    """The function words of each language."""
    return [language_pack(code).function_words for code in LANGUAGES]


@functools.cache
def articles() -> frozenset[str]:
    """The definite articles."""
    return frozenset(word for table in tables() for word in table.articles)


@functools.cache
def loose_articles() -> frozenset[str]:
    """The definite articles that a name is told without as well: those of languages that have its noun last (`the X Post`)."""
    packs = (language_pack(code) for code in LANGUAGES)
    return frozenset(word for pack in packs if pack.settings.right_headed for word in pack.function_words.articles)


@functools.cache
def opening_articles() -> frozenset[str]:
    """The articles that may open a description, definite or not."""
    return articles() | {word for table in tables() for word in table.indefinite_articles}


@functools.cache
def owning() -> frozenset[str]:
    """The prepositions before whose something is, or after whom it is named."""
    return frozenset(word for table in tables() for word in table.owning)


@functools.cache
def name_joiners() -> frozenset[str]:
    """The small words inside names (`Ana von Sarn`)."""
    return frozenset(word for table in tables() for word in table.name_joiners)


@functools.cache
def name_openers() -> frozenset[str]:
    """Words that with a capital open a name (`St Orlan`)."""
    return frozenset(word for table in tables() for word in table.name_openers)


@functools.cache
def names_several(name: str) -> bool:
    """Whether a name is one of several, or of a state whose name is in the plural (`les Charmilles`, `États-Unis`)."""
    return name.lower().startswith(tuple(word for table in tables() for word in table.several))
