"""Flat attributions: nested ones left out, quotations that go on joined to the one before."""

from recoupe.attribution import extract
from recoupe.attribution.flattening import flattened
from recoupe.linguistics import annotate
from recoupe.model import Attribution, Document


def both(text: str) -> tuple[list[Attribution], list[Attribution]]:
    """All attributions of a text, and the flat ones."""
    found = list(extract(annotate(Document("d1", "d1", "", text, True, "und"), {}).annotation).attributions)
    return found, flattened(found, text)


def test_a_quotation_that_goes_on_joins_the_one_before() -> None:
    found, flat = both('"The dam held," the engineer said. "Nobody was hurt in the valley."')
    assert [len(a.content) for a in found] == [1, 1]
    assert [len(a.content) for a in flat] == [2]


def test_nested_attributions_are_left_out() -> None:
    found, flat = both("Le maire a déclaré que la préfète avait promis que le pont rouvrirait lundi.")
    assert len(found) == 2
    assert [a.cue.text for a in flat if a.cue] == ["a déclaré"]
