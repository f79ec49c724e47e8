"""Confidence: its evidence adds up, and every piece has a weight in the pack and words for the reader."""

import pytest

from recoupe.attribution import extract
from recoupe.languages import shared_pack
from recoupe.linguistics import annotate
from recoupe.model import Attribution, Document
from recoupe.report.messages import messages

TEXTS = (
    "Le préfet, Luc Ferran, a annoncé la fermeture du pont. « C'est une perte », a dit le maire. Elle nie avoir payé.",
    'The minister warned that the dam could fail. "Nobody told us," she said. According to the union, 40 were hurt.',
)


def attributions(text: str) -> tuple[Attribution, ...]:
    """The attributions of a text."""
    return extract(annotate(Document("d1", "d1", "", text, True, "und"), {}).annotation).attributions


@pytest.mark.parametrize("text", TEXTS)
def test_the_score_is_the_sum_of_its_evidence(text: str) -> None:
    found = attributions(text)
    assert found
    for attribution in found:
        assert attribution.score == pytest.approx(sum(e.weight for e in attribution.evidence), abs=1e-3)
        assert 0 < attribution.confidence < 1


def test_what_is_seen_differs_from_relation_to_relation() -> None:
    found = [a for text in TEXTS for a in attributions(text)]
    assert len({a.confidence for a in found}) > 2


def test_every_weight_of_the_pack_has_its_words() -> None:
    for ui in ("en", "fr"):
        say = messages(ui)
        for name in shared_pack().confidence.weights:
            sort, _, value = name.partition(" ")
            told = say.label("mechanism", value) if sort == "mechanism" else say.label("evidence", name)
            assert told not in {name, value}, name
