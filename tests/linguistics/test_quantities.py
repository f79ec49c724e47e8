"""Adverbs of quantity that were read as subjects or objects of what they count."""

import pytest

from recoupe.linguistics import annotate
from recoupe.model import Document


@pytest.mark.parametrize(
    ("text", "noun", "role"),
    [
        ("Plus de 300 brebis ont été abattues.", "brebis", "nsubj"),
        ("Le maire dit que près de 40 bateaux ont été détruits.", "bateaux", "nsubj"),
        ("La société Dorval a livré moins de 300 pompes.", "pompes", "obj"),
        ("Combien de pompes ont été livrées ?", "pompes", "nsubj"),
    ],
)
def test_what_an_adverb_counts_is_what_the_verb_tells_of(text: str, noun: str, role: str) -> None:
    annotation = annotate(Document("d", "d", "", text, True, "und"), {}).annotation
    token = next(t for t in annotation.tokens if t.text == noun)
    assert token.dep.startswith(role) and annotation.tokens[token.head].pos == "VERB"


def test_near_a_place_stays_a_place() -> None:
    text = "Le cargo a coulé près de la ville de Dorval."
    annotation = annotate(Document("d", "d", "", text, True, "und"), {}).annotation
    near = next(t for t in annotation.tokens if t.text == "près")
    assert not (near.dep == "advmod" and annotation.tokens[near.head].text == "ville")
