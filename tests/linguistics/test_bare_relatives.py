"""Main verbs that were read as relative clauses without a relative word, and numbers of names read as subjects."""

import pytest
from msgspec.structs import replace

from recoupe.linguistics import Annotation, annotate
from recoupe.linguistics.bare_relatives import freed
from recoupe.model import Document


def annotated(text: str) -> Annotation:
    return annotate(Document("d", "d", "", text, True, "und"), {}).annotation


def subject(annotation: Annotation, verb: str) -> str | None:
    """The subject of a verb."""
    token = next(t for t in annotation.tokens if t.text == verb)
    return next((annotation.tokens[c].text for c in annotation.dependents(token.i, "nsubj")), None)


@pytest.mark.parametrize(
    "text",
    [
        "Qu'on se le dise, insiste une source : le capitaine du cargo Orlec 12 s'est assoupi pendant vingt minutes.",
        "D'après un témoin dont la radio Brume tait le nom, le capitaine du cargo Orlec 12 se serait assoupi à la barre.",
    ],
)
def test_a_finite_verb_without_a_relative_word_is_no_relative_clause(text: str) -> None:
    annotation = annotated(text)
    assert subject(annotation, "assoupi") == "capitaine"
    assert not next(t for t in annotation.tokens if t.text == "assoupi").dep.startswith("acl")


def test_a_number_behind_a_name_is_part_of_it() -> None:
    own = annotated("Le commandant du vol Orlec 218 s'est assoupi aux commandes.")
    verb = next(t.i for t in own.tokens if t.text == "assoupi")
    wrong = [replace(t, dep="nsubj", head=verb) if t.text == "218" else t for t in own.tokens]
    number = next(t for t in freed(wrong, 0) if t.text == "218")
    assert (number.dep, own.tokens[number.head].text) == ("flat", "Orlec")


@pytest.mark.parametrize("text", ["Le maire a vu le bateau qui coulait.", "It was the dam he built."])
def test_relative_clauses_stay_what_they_are(text: str) -> None:
    assert any(t.dep.startswith("acl:relcl") for t in annotated(text).tokens)
