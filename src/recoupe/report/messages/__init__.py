"""Our own words, one file a language; both hold the same keys."""

import functools
import tomllib
from importlib.resources import files

from recoupe.errors import PackError

LANGUAGES = ("en", "fr")


class Messages:
    """The words of one language. A sentence is a template with named places."""

    def __init__(self, language: str, words: dict[str, str]) -> None:
        self.language = language
        self.words = words

    def __call__(self, key: str, **values: object) -> str:
        """The sentence of a key with its places filled; KeyError where the key is unknown."""
        return self.words[key].format(**values)

    def counted(self, key: str, count: int, **values: object) -> str:
        """The sentence of `key.one` or `key.many` for a count."""
        return self(f"{key}.{'one' if count == 1 else 'many'}", count=count, **values)

    def label(self, kind: str, value: str) -> str:
        """The word for a value of the contract (`phase.done`), the value itself where there is none."""
        return self.words.get(f"{kind}.{value}", value)


@functools.cache
def messages(language: str) -> Messages:
    """The messages of a language; PackError where there are none."""
    if language not in LANGUAGES:
        raise PackError(f"no messages in {language!r}; choose one of {', '.join(LANGUAGES)}")
    text = (files(__name__) / f"{language}.toml").read_text(encoding="utf-8")
    return Messages(language, tomllib.loads(text))
