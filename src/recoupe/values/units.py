"""Units of the packs behind a number (`5 km`, `3 M€`), and signs of money in front of one (`£60,000`, `US$3m`, `CHF 5`)."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from recoupe.languages.schema import Unit
from recoupe.linguistics import Token
from recoupe.values.rows import split

PIECE = re.compile(r"[^\W_]+|[^\w\s]")
SIGN = 3  # tokens of a sign of money at most (`US` and `$`)
NO_UNIT = {"VERB", "AUX", "ADJ", "ADP", "PART", "PRON", "DET", "CCONJ"}  # (`10 won`, `60,000 to`, `three real threats`)


class Units:
    """Units by their words. One with a capital is written so (`To` is no `to`); a word is none where it is read as no noun."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], str, Unit]]] = {}
        for phrase, unit in units.items():
            for words in {split(phrase), tuple(PIECE.findall(phrase.lower()))}:  # `km/h` is one token, or three
                self.by_first.setdefault(words[0], []).append((words, phrase, unit))
        for found in self.by_first.values():
            found.sort(key=lambda e: (-len(e[0]), e[1]))
        self.signs = {phrase: unit for phrase, unit in units.items() if is_sign(phrase, unit)}

    def behind(self, tokens: Sequence[Token], i: int, stop: int) -> tuple[int, Unit] | None:
        """The number of tokens and the longest unit at token i, before token `stop`."""
        if i >= stop:
            return None
        for words, phrase, unit in self.by_first.get(tokens[i].norm, ()):
            end = i + len(words)
            if end > stop or any(tokens[i + k].norm != w for k, w in enumerate(words)):
                continue
            if phrase.islower() or not phrase.isalpha():
                misread = phrase.isalpha() and tokens[end - 1].pos in NO_UNIT
            else:
                misread = tokens[i].text != phrase
            if not misread:
                return len(words), unit
        return None

    def before(self, tokens: Sequence[Token], i: int, start: int) -> tuple[int, Unit] | None:
        """The number of tokens and the longest sign of money that ends right before token i, from token `start` on."""
        for k in range(max(start, i - SIGN), i):
            row = tokens[k:i]
            if all(a.end == b.start for a, b in pairwise(row)):
                unit = self.signs.get("".join(t.text for t in row))
                if unit is not None:
                    return i - k, unit
        return None


def is_sign(phrase: str, unit: Unit) -> bool:
    """Whether a unit of money is a sign or code that can stand in front of its number."""
    return unit.slot == "amount" and unit.factor == 1 and " " not in phrase and not phrase.islower()
