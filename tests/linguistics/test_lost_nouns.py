"""Nouns in -ment that the tagger takes for adverbs are nouns behind a determiner; adverbs stay what they are."""

import pytest

from recoupe.linguistics import annotate
from recoupe.linguistics.tokens import Token
from recoupe.model import Document


def tokens(text: str) -> tuple[Token, ...]:
    return annotate(Document("d", "d", "", text, True, "und"), {}).annotation.tokens


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("La régie nie catégoriquement tout rationnement.", "rationnement", "nie"),
        ("La société Mirval dément fermement tout licenciement.", "licenciement", "dément"),
    ],
)
def test_behind_a_determiner_it_is_the_object(text: str, noun: str, verb: str) -> None:
    found = {t.text: t for t in tokens(text)}
    assert (found[noun].pos, found[noun].lemma) == ("NOUN", noun)
    assert found[noun].head == found[verb].i


def test_adverbs_stay() -> None:
    found = {t.text: t for t in tokens("La régie a tout simplement nié les faits, tout bonnement.")}
    assert found["simplement"].pos == "ADV"
    assert found["bonnement"].pos == "ADV"
