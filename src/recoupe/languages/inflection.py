"""Infinitives that a form of a verb may have, and the family of a word, by the endings that a pack lists."""

import functools
from collections.abc import Mapping

from recoupe.languages import language_pack

SHORTEST = 4  # letters that an ending must leave of a word of a family


@functools.cache
def infinitives(form: str, language: str) -> tuple[str, ...]:
    """What a past participle may be of (`révélées` -> `révéler`), whatever the tagger makes of it; lower case."""
    pack = language_pack(language)
    bare = form.removesuffix("s").removesuffix("e")
    endings = pack.settings.participle_endings or pack.events.participles
    bases = (form, bare, bare.removesuffix("s"))  # `prise` -> `pris` -> `pri`, for `prendre`
    return tuple(dict.fromkeys(verb for base in bases for verb in exchanged(base, endings)))


@functools.cache
def possible_infinitives(form: str, language: str) -> tuple[str, ...]:
    """What a participle or finite form of a verb may be of (`campe` -> `camper`); lower case."""
    endings = language_pack(language).settings.finite_endings
    return tuple(dict.fromkeys((*infinitives(form, language), *exchanged(form, endings))))


def exchanged(form: str, endings: Mapping[str, str]) -> tuple[str, ...]:
    """A form with each ending that it has exchanged for the one beside it, in the order of the endings."""
    return tuple(form.removesuffix(ending) + whole for ending, whole in endings.items() if form.endswith(ending))


@functools.lru_cache(maxsize=65536)
def family_of(word: str, language: str) -> str:
    """What is left of a word without its longest ending: the same for a verb and the nouns made of it."""
    for ending in language_pack(language).events.endings if language else ():
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word.removesuffix(ending)
    return word
