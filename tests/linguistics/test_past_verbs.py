"""Irregular pasts that the tagger takes for nouns are the verbs of their sentences."""

import pytest

from recoupe.linguistics import annotate
from recoupe.linguistics.tokens import Token
from recoupe.model import Document


def tokens(text: str) -> tuple[Token, ...]:
    return annotate(Document("d", "d", "", text, True, "und"), {}).annotation.tokens


@pytest.mark.parametrize(
    ("text", "verb", "infinitive", "subject", "behind"),
    [
        ("The Council froze 84 million crowns of the yard's assets.", "froze", "freeze", "Council", "crowns"),
        ("The Council shook 84 million crowns of the yard's assets.", "shook", "shake", "Council", "crowns"),
        ("Shares slid by 4 percent on Monday.", "slid", "slide", "Shares", "percent"),
    ],
)
def test_a_past_that_only_a_verb_has_is_the_verb(
    text: str, verb: str, infinitive: str, subject: str, behind: str
) -> None:
    found = {t.text: t for t in tokens(text)}
    own = found[verb]
    assert (own.pos, own.lemma, own.head) == ("VERB", infinitive, own.i)
    assert own.has("Tense=Past")
    assert (found[subject].dep, found[subject].head) == ("nsubj", own.i)
    assert found[behind].head == own.i


def test_where_another_word_is_the_verb_nothing_is_changed() -> None:
    found = {t.text: t for t in tokens("The mayor praised the shook report.")}
    assert found["praised"].head == found["praised"].i


def test_a_past_form_read_as_an_infinitive_is_a_past() -> None:
    froze = next(t for t in tokens("The bank froze the accounts of three directors.") if t.text == "froze")
    assert (froze.lemma, froze.has("Tense=Past"), froze.has("VerbForm=Fin")) == ("freeze", True, True)
