"""`The mayor | embezzled | funds`: a past between its subject and its object, read as a noun of one phrase."""

import pytest

from recoupe.linguistics import annotate
from recoupe.model import Document
from tests.claims.pile import dossier_of, events, statements

TEXTS = [
    ("The mayor embezzled funds, prosecutors say.", "embezzled"),
    ("Auditors say the company hid losses.", "hid"),
    ("Auditors said on Monday that the company hid losses from investors.", "hid"),
]


@pytest.mark.parametrize(("text", "verb"), TEXTS)
def test_the_past_is_a_verb_with_subject_and_object(text: str, verb: str) -> None:
    annotation = annotate(Document("d", "x", "", text, True, "en"), {}).annotation
    (token,) = (t for t in annotation.tokens if t.text == verb)
    assert token.pos == "VERB"
    assert annotation.dependents(token.i, "nsubj")
    assert annotation.dependents(token.i, "obj")


def test_nouns_stay_nouns() -> None:
    annotation = annotate(
        Document("d", "x", "", "The town council funds a left wing party.", True, "en"), {}
    ).annotation
    assert [t.pos for t in annotation.tokens if t.text == "council"] == ["NOUN"]


def test_a_figure_counts_the_noun_behind_an_adjective() -> None:
    (arrested,) = statements(dossier_of("Vingt jeunes gens ont été arrêtés à Sarn."), "arrest")
    (value,) = (v for v in arrested.values if v.slot == "count")
    assert value.unit == "gens"


def test_a_second_clause_is_no_part_of_a_phrase() -> None:
    found = dict(events("Un rassemblement a fait six blessés, trois hommes ont été arrêtés."))
    assert found["arrest"] == {"theme": "hommes"}
    assert "injure" in found
