"""Phrases of the packs as rows of words, and the look-up of the longest that stands at a token."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from recoupe.linguistics import Token

T = TypeVar("T")
Row = tuple[str, ...]


def split(phrase: str) -> tuple[str, ...]:
    """A phrase of a pack as words; an elided word keeps its apostrophe."""
    return tuple(phrase.lower().replace("’", "'").replace("'", "' ").split())


class Phrases(Generic[T]):
    """Phrases with a value each; the longest one that stands at a token wins."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            for words in {split(phrase), (phrase.lower().replace("’", "'"),)}:  # `aujourd'hui` is one token, or two
                if words and " " not in words[0]:
                    self.by_first.setdefault(words[0], []).append((words, value))
        for found in self.by_first.values():
            found.sort(key=lambda e: (-len(e[0]), e[0]))

    def at(self, tokens: Sequence[Token], i: int, stop: int) -> tuple[int, T] | None:
        """The number of tokens and the value of the longest phrase at token i, before token `stop`."""
        if i >= stop or (listed := self.by_first.get(tokens[i].norm)) is None:
            return None
        for words, value in listed:
            end = i + len(words)
            if end <= stop and (len(words) == 1 or all(tokens[i + k].norm == w for k, w in enumerate(words))):
                return len(words), value
        return None

    def before(self, tokens: Sequence[Token], i: int, start: int) -> tuple[int, T] | None:
        """The same for the longest phrase that ends right before token i, from token `start` on."""
        for k in range(max(start, i - 6), i):
            found = self.at(tokens, k, i)
            if found is not None and k + found[0] == i:
                return found
        return None
