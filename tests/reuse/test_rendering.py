"""Translated passages: sentences that answer each other in order; single ones show nothing."""

import pytest

from recoupe.linguistics import annotate
from recoupe.model import Bounds, Document, Reuse
from recoupe.reuse import compare

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
