"""Translated passages: sentences that answer each other in order; single ones show nothing."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest

from recoupe.linguistics import annotate
from recoupe.model import Bounds, Document, Reuse
from recoupe.reuse import compare
from recoupe.reuse.answers import AnsweringWords
from recoupe.reuse.equivalence import alike
from recoupe.reuse.rendering import Copied, Match, answers
from recoupe.reuse.sentences import sentences_of
from recoupe.reuse.words import word_row

FRENCH = (
    "La société Dorval a livré quarante pompes à la ville de Sérac dans la nuit de lundi à mardi. "
    "Au moins trois ouvriers ont été hospitalisés après une explosion au port, a indiqué Oskan Dreval. "
    "Le ministère de l'Environnement a ouvert une enquête sur le transport des pompes vers Sérac en 2024. "
    "Selon Anna Dorval, la société respecte la convention de Morvane et paiera les dommages."
)
ENGLISH = (
    "The company Dorval delivered forty pumps to the town of Sérac in the night from Monday to Tuesday. "
    "At least three workers were hospitalised after an explosion in the port, Oskan Dreval said. "
    "The Environment Ministry opened an investigation into the transport of the pumps to Sérac in 2024. "
    "According to Anna Dorval, the company respects the Morvane convention and will pay for the damage."
)
OTHER = (
    "Farmers near Sérac fear for their harvest after a dry spring, Oskan Dreval wrote in 2024. "
    "The town lent them two old pumps from its fire station. "
    "Anna Dorval opened the annual fair on Monday and tasted the first cheese of the season. "
    "The band of Morvane played until midnight in front of the ministry."
)


def reuse(*texts: str, days: tuple[str, ...] = ("2025-03-04", "2025-03-05", "2025-03-05")) -> tuple[Reuse, ...]:
    annotations = [
        annotate(Document(f"d{k}", f"{k}.txt", "", t, True, "und", published=Bounds(d, d, "header")), {}).annotation
        for k, (t, d) in enumerate(zip(texts, days, strict=False))
    ]
    return compare(annotations, [], [], {}, {}).reuse


def test_a_translation_is_found_sentence_by_sentence() -> None:
    found = reuse(FRENCH, ENGLISH)
    assert len(found) >= 3
    assert {f.kind for f in found} == {"translation"}
    for family in found:
        first, second = family.members
        assert (first.parent, second.parent, second.basis) == (None, 0, "dates")
        assert family.score == pytest.approx(sum(e.weight for e in family.evidence))
        assert FRENCH[: first.span.start].count(". ") == ENGLISH[: second.span.start].count(". ")


def test_reports_of_one_place_are_no_translation() -> None:
    assert reuse(FRENCH, OTHER) == ()


def test_a_copy_of_the_original_joins_the_family() -> None:
    found = [f for f in reuse(FRENCH, ENGLISH, FRENCH) if f.kind == "translation"]
    assert found
    assert all(len(f.members) == 3 for f in found)


def test_one_sentence_alone_is_no_translation() -> None:
    assert reuse(FRENCH, f"{ENGLISH.split('. ')[0]}. {OTHER}") == ()


def test_answers_by_index_are_those_of_every_two_reports_compared_alone() -> None:
    texts = (FRENCH, ENGLISH, OTHER, FRENCH.replace("quarante", "trente"), ENGLISH, f"{ENGLISH} {OTHER}")
    documents = [Document(f"d{k}", f"{k}", f"{k}", text, True, "fr") for k, text in enumerate(texts)]
    annotations = [annotate(d, {}).annotation for d in documents]
    rows = [word_row(d.text) for d in documents]
    sentences = [sentences_of(k, a, r) for k, (a, r) in enumerate(zip(annotations, rows, strict=True))]
    met = AnsweringWords(alike((s.language, w) for own in sentences for s in own for w, _ in s.words))
    together = dict(answers(sentences, met, Copied(())))
    apart = {
        (a, b): matches
        for a, b in combinations(range(len(texts)), 2)
        for _, matches in answers([s if k in {a, b} else [] for k, s in enumerate(sentences)], met, Copied(()))
    }
    assert (0, 1) in together
    assert places(together) == places(apart)


def places(found: Mapping[tuple[int, int], Sequence[Match]]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Which sentences answer each other."""
    return {pair: sorted((m.left, m.right) for m in matches) for pair, matches in found.items()}
