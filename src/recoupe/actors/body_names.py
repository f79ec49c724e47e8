"""The parts of a body's name: the noun that tells its kind, and the name beside it or behind `of` (`Arsenal de Sarn`)."""

import re

from recoupe.actors.firms import spelling
from recoupe.actors.grammar import articles, owning
from recoupe.languages import language_pack

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*['’]?")
LONGEST = 4  # words of a noun of bodies


def kind_and_name(text: str, language: str) -> tuple[str, str] | None:
    """The kind of a body, in the word that the languages share, and its name alone, as names are compared.

    `None` where no noun of a listed kind opens the text, or ends it in a language that has its nouns last, where the rest is
    no name, or where something else goes on behind the name.
    """
    pack = language_pack(language)
    words = [w for part in text.replace("’", "'").split() for w in split(part)]
    while words and words[0].lower() in articles():
        words = words[1:]
    if noun_of(words) in pack.institutions.nouns:
        return None  # `Supreme Court`
    for length in range(min(LONGEST, len(words) - 1), 0, -1):
        opening, ending = noun_of(words[:length]), noun_of(words[-length:])
        if pack.settings.right_headed and ending in pack.institutions.kinds:
            return parts(pack.institutions.kinds[ending], words[:-length])
        if opening in pack.institutions.kinds:
            rest = words[length:]
            of = rest[0].lower() in owning() or rest[0].lower() == "d'"
            if not of and pack.settings.right_headed:
                continue
            name = rest[1:] if of else rest
            return parts(pack.institutions.kinds[opening], name[1:] if name and name[0].lower() in articles() else name)
    return None


def split(word: str) -> list[str]:
    """A word of a text without its marks, what is elided before it apart (`d'` of `d'Alvane`)."""
    elided, mark, rest = word.partition("'")
    if mark and rest[:1].isupper() and f"{elided.lower()}'" in {*owning(), *articles()}:
        return [f"{elided}'", *split(rest)]
    found = WORD.match(word)
    return [word] if found is not None and found.group() == word else [""]


def noun_of(words: list[str]) -> str:
    """Words as the tables of nouns have them."""
    return " ".join(words).lower().replace("' ", "'")


def parts(kind: str, name: list[str]) -> tuple[str, str] | None:
    """A kind with a name whose words all have capitals."""
    if not name or not all(w[:1].isupper() for w in name):
        return None
    return kind, " ".join(spelling(w) for w in " ".join(name).lower().replace("-", " ").split())
