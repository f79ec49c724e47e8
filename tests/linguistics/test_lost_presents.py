"""Verbs in the present that are read as adjectives, nouns or participles behind their subject."""

import pytest

from recoupe.linguistics import Annotation, annotate
from recoupe.model import Document


def read(text: str) -> Annotation:
    return annotate(Document("d", "d", "", text, True, "und"), {}).annotation


@pytest.mark.parametrize(
    ("text", "verb", "subject", "thing"),
    [
        ("La préfecture confisque les deux chalutiers.", "confisque", "préfecture", "chalutiers"),
        ("Le parquet de Sornay inculpe trois douaniers.", "inculpe", "parquet", "douaniers"),
        ("Un cyclone ravage l'archipel et tue deux pêcheurs.", "ravage", "cyclone", "archipel"),
        ("La compagnie minière rachète son rival pour une bouchée de pain.", "rachète", "compagnie", "rival"),
        ("Les témoins disent que la milice massacre les bergers.", "massacre", "milice", "bergers"),
        ("Mardi soir, le régiment encercle la citadelle.", "encercle", "régiment", "citadelle"),
        ("The council blocks the two barges in Sornay.", "blocks", "council", "barges"),
    ],
)
def test_a_present_behind_its_subject_is_a_verb(text: str, verb: str, subject: str, thing: str) -> None:
    annotation = read(text)
    found = next(t for t in annotation.tokens if t.text == verb)
    assert found.pos == "VERB"
    assert [annotation.tokens[k].text for k in annotation.dependents(found.i, "nsubj")] == [subject]
    assert [annotation.tokens[k].text for k in annotation.dependents(found.i, "obj")] == [thing]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("La presse libre les a condamnés.", "libre"),
        ("Un refus ferme à la demande du maire a suivi.", "ferme"),
        ("Ils ont quitté la salle entre deux averses.", "entre"),
        ("The city blocks near the harbour are empty.", "blocks"),
    ],
)
def test_what_is_no_verb_stays_none(text: str, word: str) -> None:
    assert next(t for t in read(text).tokens if t.text == word).pos != "VERB"
