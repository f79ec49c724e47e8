"""Words that answer each other in two sentences: looked up once, and paired as if each two were compared."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.reuse.answers import AnsweringWords, Table

WORDS = ("mill", "moulin", "dam", "barrage", "quay")
KIN = {
    ("en", word): {("en", other): part for other, part in zip(WORDS, parts, strict=True) if part}
    for word, parts in zip(
        WORDS,
        (
            (1.0, 0.8, 0.0, 0.0, 0.5),
            (0.8, 1.0, 0.5, 0.0, 0.0),
            (0.0, 0.5, 1.0, 0.8, 0.0),
            (0.0, 0.0, 0.8, 1.0, 0.5),
            (0.5, 0.0, 0.0, 0.5, 1.0),
        ),
        strict=True,
    )
}


@dataclass(frozen=True)
class Told:
    """A sentence of the lexicon above."""

    words: tuple[tuple[str, float], ...]
    language: str = "en"

    @property
    def told(self) -> float:
        """What its words tell."""
        return sum(own for _, own in self.words)


def told(least: int = 0) -> st.SearchStrategy[Told]:
    """Sentences of a few words, with what each tells."""
    words = st.tuples(st.sampled_from(WORDS), st.sampled_from((0.25, 0.5, 1.0)))
    return st.lists(words, min_size=least, max_size=7).map(lambda words: Told(tuple(words)))


def one_by_one(a: Told, b: Told) -> list[tuple[int, int, float]]:
    """Each word of a with the one of b, of those still free, that answers it best; the first of those as good."""
    free = set(range(len(b.words)))
    found = []
    for at, (word, own) in enumerate(a.words):
        near = KIN["en", word]
        best = min(((-near["en", b.words[k][0]], k) for k in free if ("en", b.words[k][0]) in near), default=None)
        if best is not None:
            free.discard(best[1])
            found.append((at, best[1], -best[0] * min(own, b.words[best[1]][1])))
    return found


@given(told(), st.lists(told(), max_size=3))
def test_words_answer_each_other_as_if_compared_one_by_one(a: Told, others: list[Told]) -> None:
    words = AnsweringWords(KIN)
    assert [words.between(a, b) for b in others] == [one_by_one(a, b) for b in others]


@given(told(1), st.lists(told(1), min_size=1, max_size=4))
def test_many_at_once_share_what_each_two_do(a: Told, others: list[Told]) -> None:
    shared = Table([a, *others], KIN).shared(0, np.arange(1, len(others) + 1))
    assert shared.tolist() == pytest.approx([sum(part for *_, part in one_by_one(a, b)) for b in others])


def test_a_word_answers_once() -> None:
    assert AnsweringWords(KIN).between(Told((("mill", 1.0), ("mill", 1.0))), Told((("moulin", 0.5),))) == [(0, 0, 0.4)]
