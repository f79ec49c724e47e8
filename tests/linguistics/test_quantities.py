"""Nouns behind a figure that an adverb bounds stand where the adverb stood."""

import pytest

from recoupe.linguistics import annotate
from recoupe.model import Document


@pytest.mark.parametrize(
    ("text", "noun", "relation"),
    [
        ("Plus de quarante mineurs ont été secourus.", "mineurs", "nsubj:pass"),
        ("Pas moins de 80 wagons ont déraillé.", "wagons", "nsubj"),
        ("Le port a reçu près de 300 conteneurs.", "conteneurs", "obj"),
        ("La région versera plus de 20 millions d'euros à la ville.", "millions", "obj"),
        ("La crue a emporté près d'une centaine de ponts.", "centaine", "obj"),
    ],
)
def test_a_noun_takes_the_place_of_the_adverb_before_its_figure(text, noun, relation):
    annotation = annotate(Document("d", "d", "", text, True, "fr"), {}).annotation
    token = next(t for t in annotation.tokens if t.text == noun)
    verb = annotation.tokens[token.head]
    assert (token.dep, verb.pos) == (relation, "VERB")
    bounding = next(t for t in annotation.tokens if t.text.lower() in {"plus", "moins", "près"})
    assert bounding.head == token.i


def test_an_adverb_that_compares_keeps_its_noun():
    text = "La ville a reçu plus de soutien que le port."
    annotation = annotate(Document("d", "d", "", text, True, "fr"), {}).annotation
    assert next(t for t in annotation.tokens if t.text == "plus").dep == "obj"
