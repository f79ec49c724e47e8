"""Templates filled with words: French elision, and where each field's words stand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

FIELD = re.compile(r"\{(\w+)\}")
VOWEL = re.compile(r"[aeiouyhàâäéèêëîïôöûüœ]", re.IGNORECASE)
ELIDED = re.compile(r"\b(que|lorsque|puisque|de|ne|jusque)\s\Z", re.IGNORECASE)
SI = re.compile(r"\bsi\s\Z", re.IGNORECASE)
UNELIDED = re.compile(r"\bd['’]\Z", re.IGNORECASE)
ASPIRATED = re.compile(r"(?:huit|onz|haut|hôp\Z)", re.IGNORECASE)


@dataclass(frozen=True)
class Filled:
    """A sentence and the offsets of the words that fill its fields; a field may stand several times."""

    text: str
    fields: Mapping[str, tuple[tuple[int, int], ...]]


def fill(template: str, language: str, values: Mapping[str, str]) -> Filled:
    """A template with its fields filled in."""
    mark = "’" if "’" in template else "'"
    text, at = "", 0
    places: dict[str, list[tuple[int, int]]] = {}
    for field in FIELD.finditer(template):
        words = values[field[1]]
        text += template[at : field.start()]
        text = joined(text, words, mark) if language == "fr" else text
        places.setdefault(field[1], []).append((len(text), len(text) + len(words)))
        text += words
        at = field.end()
    return Filled(text + template[at:], {name: tuple(found) for name, found in places.items()})


def joined(text: str, words: str, mark: str) -> str:
    """What stands before words, elided or not as they begin."""
    vowel = VOWEL.match(words) is not None and ASPIRATED.match(words) is None
    if vowel and ELIDED.search(text):
        return text[:-2] + mark
    if SI.search(text) and re.match(r"ils?\b", words):
        return text[:-2] + mark
    if not vowel and UNELIDED.search(text):
        return text[:-1] + "e "
    return text
