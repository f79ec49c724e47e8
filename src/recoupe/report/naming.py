"""How an actor is named inside a sentence: `Un haut responsable`, as its sentence begins, is `un haut responsable`."""

import functools
import re

from recoupe.languages import LANGUAGES, language_pack
from recoupe.model import Actor
from recoupe.report.wording import visible

DESCRIBED = (
    "role",
    "organisation",
    "group",
    "unknown",
)  # what a text describes; persons, outlets and countries have names
FIRST = re.compile(r"\w+['’]|\w+")


def named(actor: Actor) -> str:
    """An actor's name; one that begins with a function word because its sentence did begins with a small letter."""
    name = visible(actor.name)
    first = FIRST.match(name)
    if actor.type not in DESCRIBED or first is None or first[0].lower().replace("’", "'") not in opening():
        return name
    return name[0].lower() + name[1:]


@functools.cache
def opening() -> frozenset[str]:
    """Words that a description may begin with, of all languages."""
    return frozenset(word for code in LANGUAGES for word in language_pack(code).function_words.words)
