"""The tense that a verb's written form tells, whatever the tagger made of it."""

import pytest

from recoupe.linguistics.verbforms import tense_mended

IMPERFECT = "Mood=Ind|Number=Plur|Person=3|Tense=Imp|VerbForm=Fin"
PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"


@pytest.mark.parametrize(
    ("norm", "lemma", "told", "expected"),
    [
        ("partira", "partir", PAST, "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"),
        ("remettra", "remettre", "Tense=Pres|VerbForm=Part", "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"),
        ("remettra", "remettre", "VerbForm=Inf", "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"),
        ("viendra", "venir", PAST, "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"),
        ("paiera", "payer", PAST, "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"),
        ("formeraient", "former", IMPERFECT, "Mood=Cnd|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"),
        ("négocient", "négocier", IMPERFECT, "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"),
        ("livra", "livrer", PAST, PAST),
        ("livraient", "livrer", IMPERFECT, IMPERFECT),
        ("montra", "montrer", PAST, PAST),
        ("accusée", "accuser", PAST, "Number=Sing|Tense=Past|VerbForm=Part"),
    ],
)
def test_the_form_of_a_verb_tells_its_tense(norm: str, lemma: str, told: str, expected: str) -> None:
    assert tense_mended(told, norm, lemma, "VERB", "fr") == expected


def test_a_language_whose_forms_tell_nothing_keeps_its_tags() -> None:
    assert tense_mended(PAST, "delivered", "deliver", "VERB", "en") == PAST
