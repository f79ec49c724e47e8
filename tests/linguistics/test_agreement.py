"""What a parse has against agreement or voice is mended."""

import pytest

from recoupe.linguistics import Annotation, Token, annotate
from recoupe.model import Document


def read(text: str) -> Annotation:
    """A text as the pipelines read it, mended."""
    return annotate(Document("d", "d", "", text, True, "und"), {}).annotation


def word(annotation: Annotation, text: str) -> Token:
    """The first token of a form."""
    return next(t for t in annotation.tokens if t.text == text)


RELATIVES = [
    ("Il a montré une liste d'élus qui auraient menti.", "menti", "élus"),
    ("La firme travaille à la production de pompes Velm, qui sont utilisées partout.", "utilisées", "pompes"),
    ("She named a group of bankers who were paid twice.", "paid", "bankers"),
    ("Le rapport des experts, qui a été publié lundi, tient en dix pages.", "publié", "rapport"),
]


@pytest.mark.parametrize(("text", "verb", "noun"), RELATIVES)
def test_a_relative_clause_hangs_under_a_noun_of_its_number(text: str, verb: str, noun: str) -> None:
    annotation = read(text)
    found = word(annotation, verb)
    assert (found.dep, annotation.tokens[found.head].text) == ("acl:relcl", noun)


def test_a_participle_of_the_perfect_tells_its_object() -> None:
    annotation = read(
        "La firme avait vendu à la ville des centaines de pompes, que les agents ont utilisées dans la crue."
    )
    verb, subject = word(annotation, "utilisées"), word(annotation, "agents")
    assert (subject.dep, subject.head) == ("nsubj", verb.i)
    assert annotation.tokens[verb.head].text == "pompes"


@pytest.mark.parametrize(
    "text", ["Le médecin Paul Ancel est rentré jeudi à Temms.", "La banque est tombée en faillite."]
)
def test_a_perfect_with_to_be_is_no_passive(text: str) -> None:
    annotation = read(text)
    assert not any(t.dep.endswith(":pass") or t.has("Voice=Pass") for t in annotation.tokens)


@pytest.mark.parametrize("text", ["Les comptes ont été passés au crible.", "The bridge was closed on Monday."])
def test_a_passive_stays_one(text: str) -> None:
    assert any(t.dep == "nsubj:pass" for t in read(text).tokens)
