"""What befell one person is not what befell several; a figure that a later report may correct parts nothing."""

import pytest

from recoupe.claims.grouping import phased
from recoupe.claims.persons import is_one_person
from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.linguistics import annotate
from recoupe.model import Document
from recoupe.pipeline import work

ONE = [
    ("The volunteer died in March.", "volunteer", True),
    ("The ministry mourns the death of a volunteer.", "volunteer", True),
    ("One of the two divers was found.", "divers", True),
    ("L'un des plongeurs a été retrouvé.", "plongeurs", True),
    ("La plongeuse a été retrouvée.", "plongeuse", True),
    ("Two volunteers died.", "volunteers", False),
    ("The envoys left.", "envoys", False),
    ("Les émissaires sont partis.", "émissaires", False),
    ("One volunteer died.", "volunteer", None),
    ("The crew was rescued.", "crew", None),
    ("Volunteer dies in trial.", "Volunteer", None),
    ("The bridge collapsed.", "bridge", None),
]


@pytest.mark.parametrize(("text", "word", "one"), ONE)
def test_one_or_several(text: str, word: str, one: bool | None) -> None:
    annotation = annotate(Document("d", "d", "", text, True, "und"), {}).annotation
    assert is_one_person(annotation, next(t.i for t in annotation.tokens if t.text == word)) is one


def test_persons_where_something_happens_are_not_counted() -> None:
    texts = (
        "Le garde a rendu visite à la voisine Anne Sorel.",
        "The guards visited the neighbours Anne Sorel and Luc Morel.",
    )
    worked = work(read_files([Raw(f"{i}.txt", t.encode()) for i, t in enumerate(texts)]))
    profiles = phased(worked.drafted, worked.roots)
    assert profiles
    assert all(own.one.keys() <= own.spans.keys() for own in profiles)
