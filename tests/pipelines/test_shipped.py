"""The shipped pipelines: they load, lemmatise verbs never seen, keep boundaries and are deterministic."""

from functools import cache

import pytest
import spacy
from spacy.language import Language

from recoupe.pipelines import pipeline_path
from recoupe.pipelines.lemmatizer import TableLemmatizer


@cache
def pipeline(language: str) -> Language:
    return spacy.load(pipeline_path(language))


def lemma(language: str, form: str, verb_form: str, tense: str) -> str:
    component = pipeline(language).get_pipe("recoupe_lemmatizer")
    assert isinstance(component, TableLemmatizer)
    return component.look_up(form, "VERB", {"VerbForm": verb_form, **({"Tense": tense} if tense else {})})


@pytest.mark.parametrize(
    ("form", "verb_form", "tense", "expected"),
    [
        ("rétorqua", "Fin", "Past", "rétorquer"),
        ("martèle", "Fin", "Pres", "marteler"),
        ("prévenait", "Fin", "Imp", "prévenir"),
        ("démentent", "Fin", "Pres", "démentir"),
        ("fournirait", "Fin", "", "fournir"),
        ("infligea", "Fin", "Past", "infliger"),
        ("rejettent", "Fin", "Pres", "rejeter"),
        ("nuançant", "Part", "Pres", "nuancer"),
        ("transmettra", "Fin", "Fut", "transmettre"),
        ("démenties", "Part", "Past", "démentir"),
    ],
)
def test_french_verbs(form: str, verb_form: str, tense: str, expected: str) -> None:
    assert lemma("fr", form, verb_form, tense) == expected


@pytest.mark.parametrize(
    ("form", "verb_form", "tense", "expected"),
    [
        ("denied", "Fin", "Past", "deny"),
        ("withdrew", "Fin", "Past", "withdraw"),
        ("alleges", "Fin", "Pres", "allege"),
        ("shipped", "Part", "Past", "ship"),
        ("smuggling", "Ger", "", "smuggle"),
        ("foretold", "Fin", "Past", "foretell"),
    ],
)
def test_english_verbs(form: str, verb_form: str, tense: str, expected: str) -> None:
    assert lemma("en", form, verb_form, tense) == expected


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("fr", "Ils ont été formés dans l'atelier B. Des drones, il dit n'en avoir jamais vu.", 2),
        ("en", "They were held in block C. The judge freed them.", 2),
        ("fr", "La thèse a été défendue par le ministre, selon M. Le Brel.", 1),
    ],
)
def test_a_letter_that_tells_which_one_is_no_initial(language: str, text: str, sentences: int) -> None:
    assert len(list(pipeline(language)(text).sents)) == sentences


@pytest.mark.parametrize("language", ["fr", "en"])
def test_blank_line_ends_a_sentence(language: str) -> None:
    doc = pipeline(language)("Paris Londres\n\nBerlin Rome")
    assert "Berlin" in {sentence[0].text for sentence in doc.sents}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("text", ["", " ", "\n", "…", "« »", "a\n\n\n\nb", '"""', "x" * 500])
def test_odd_texts_are_kept(text: str, language: str) -> None:
    assert pipeline(language)(text).text == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "« Rien n'a été livré », a déclaré le ministre."), ("en", "“Nothing was shipped,” said the minister.")],
)
def test_same_text_same_analysis(language: str, text: str) -> None:
    nlp = pipeline(language)
    first = nlp(text).to_json()
    nlp("Un autre texte. Another text.")
    assert nlp(text).to_json() == first


def test_universal_labels() -> None:
    doc = pipeline("fr")("Le ministre a parlé du budget.")
    du = next(token for token in doc if token.text == "du")
    assert (du.pos_, du.dep_, du.head.text, du.lemma_) == ("ADP", "case", "budget", "de")
