"""Infinitives that a form of a verb may have, by the endings that a pack lists."""

import functools

from recoupe.languages import language_pack


@functools.cache
def infinitives(form: str, language: str) -> tuple[str, ...]:
    """What a past participle may be of (`révélées` -> `révéler`), whatever the tagger makes of it; lower case."""
    endings = language_pack(language).settings.participle_endings
    bare = form.removesuffix("s").removesuffix("e")
    return tuple(bare.removesuffix(ending) + whole for ending, whole in endings.items() if bare.endswith(ending))
