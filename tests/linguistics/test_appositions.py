"""Appositions between commas that were read as a second subject."""

from msgspec.structs import replace

from recoupe.linguistics import annotate
from recoupe.linguistics.appositions import one_subject
from recoupe.model import Document


def test_of_two_subjects_the_one_between_commas_says_more_of_the_other() -> None:
    text = "The mayor of Dorval, a northern town shaken by a flood last year, has resigned."
    own = annotate(Document("d", "d", "", text, True, "und"), {}).annotation
    mayor, town, verb = (next(t for t in own.tokens if t.text == w) for w in ("mayor", "town", "resigned"))
    wrong = [replace(t, dep="nsubj", head=verb.i) if t.i == town.i else t for t in own.tokens]
    found = one_subject(wrong, 0)
    assert (found[town.i].dep, found[town.i].head) == ("appos", mayor.i)
    assert found[mayor.i].dep == "nsubj"


def test_a_subject_of_another_clause_is_left_alone() -> None:
    text = "The mayor of Dorval said on Monday that the mill had burnt."
    own = annotate(Document("d", "d", "", text, True, "und"), {}).annotation
    assert one_subject(own.tokens, 0) == list(own.tokens)
