"""Our own words, one file a language; both hold the same keys.

Sentences that the contract itself carries (notes, limits, grounds, names of evidence) are written there in English;
the keys `contract.*` hold their forms in each language, so that a page in French can tell them in French.
"""

import functools
import re
import string
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files

from recoupe.errors import PackError

LANGUAGES = ("en", "fr")
CONTRACT = "contract."
NESTED = ("reason", "ground", "why", "cure")  # kinds of places


class Messages:
    """The words of one language. A sentence is a template with named places."""

    def __init__(self, language: str, words: Mapping[str, str], forms: Sequence[tuple[re.Pattern[str], str]]) -> None:
        self.language = language
        self.words = words
        self.forms = forms

    def __call__(self, key: str, **values: object) -> str:
        """The sentence of a key with its places filled; KeyError where the key is unknown."""
        return self.words[key].format(**values)

    def counted(self, key: str, count: int, **values: object) -> str:
        """The sentence of `key.one` or `key.many` for a count."""
        return self(number_of(key, count), count=count, **values)

    def label(self, kind: str, value: str) -> str:
        """The word for a value of the contract (`phase.done`), the value itself where there is none."""
        return self.words.get(f"{kind}.{value}", value)

    def ordinal_day(self, day: int) -> str:
        """A day of the month as dates have it (French has a word of its own for the first)."""
        return self.words["day.first"] if day == 1 else str(day)

    def number(self, value: float) -> str:
        """A number as the language writes it, thousands apart; no fraction where there is none."""
        whole = f"{int(value):,}" if value == int(value) else f"{value:,}"
        signs = {",": self.words["number.thousands"], ".": self.words["number.decimal"]}
        return "".join(signs.get(sign, sign) for sign in whole)

    def pieces(self, key: str) -> list[tuple[str, str | None]]:
        """The sentence of a key as literal text, each piece followed by the place behind it (`None` at the end)."""
        return [(text, place) for text, place, _, _ in string.Formatter().parse(self.words[key])]

    def translated(self, sentence: str) -> str:
        """A sentence of the contract in this language; as it stands where no form fits.

        Names and words of reports stay as they are; places of the kinds NESTED hold sentences of the contract in turn.
        """
        for form, key in self.forms:
            if found := form.fullmatch(sentence):
                return self(key, **{place: self.filled(place, value) for place, value in found.groupdict().items()})
        return sentence

    def filled(self, place: str, value: str) -> str:
        """What stands at a place of a sentence of the contract, in this language."""
        kind = kind_of(place)
        return self.translated(value) if kind in NESTED else self.label(kind, value)


def kind_of(place: str) -> str:
    """The kind of value that a place of a sentence holds: `other_phase` holds a phase, as `phase` does."""
    return place.rpartition("_")[2]


def number_of(key: str, count: int) -> str:
    """The key of a sentence for one or for many."""
    return f"{key}.{'one' if count == 1 else 'many'}"


def words_of(language: str) -> dict[str, str]:
    """The words of a language's file."""
    return tomllib.loads((files(__name__) / f"{language}.toml").read_text(encoding="utf-8"))


@functools.cache
def contract_forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of the contract's sentences with their keys, in the order in which they are tried.

    Those that begin with words of their own come first, as what they hold may be a sentence in turn, then those that say
    most in words of their own.
    """
    found = []
    for key, template in words_of("en").items():
        if key.startswith(CONTRACT):
            parts = [(text, place) for text, place, _, _ in string.Formatter().parse(template)]
            pattern = "".join(re.escape(text) + (f"(?P<{place}>.+?)" if place else "") for text, place in parts)
            rank = bool(parts[0][0]), sum(len(text) for text, _ in parts)
            found.append((rank, re.compile(pattern, re.DOTALL), key))
    return tuple((form, key) for _, form, key in sorted(found, key=lambda entry: entry[0], reverse=True))


@functools.cache
def messages(language: str) -> Messages:
    """The messages of a language; PackError where there are none."""
    if language not in LANGUAGES:
        raise PackError(f"no messages in {language!r}; choose one of {', '.join(LANGUAGES)}")
    return Messages(language, words_of(language), contract_forms())
