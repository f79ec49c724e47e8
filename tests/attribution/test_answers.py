"""Denials without words of their own deny what was last told to somebody, or what the sentence before tells."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Document

BARE = [  # text, who denies, what
    ("Le Quai écrit que la cuve de Verlon a fui. Verlon dément.", "Verlon", "la cuve de Verlon a fui"),
    ("Selon un témoin, le maire a signé. Le maire a démenti.", "Le maire", "le maire a signé"),
    ("La police aurait tiré. La préfecture conteste.", "La préfecture", "La police aurait tiré"),
    ("Le bac était surchargé, dit un marin. L'armateur, lui, nie.", "L'armateur", "Le bac était surchargé"),
    ("The nurse said the man had complained. Corlane denied that.", "Corlane", "the man had complained"),
    ("The union says the tank leaked. Verlon denies it.", "Verlon", "the tank leaked"),
    (
        "A porter said the firm had burned files. The firm denied this on Monday.",
        "The firm",
        "the firm had burned files",
    ),
]


def denials(text: str) -> set[tuple[str | None, str]]:
    """Who denies what in a text."""
    attributions = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    return {(a.source.text if a.source else None, a.content[0].text) for a in attributions if a.firmness == "denial"}


@pytest.mark.parametrize(("text", "source", "content"), BARE)
def test_a_bare_denial_is_of_what_stands_before(text: str, source: str, content: str) -> None:
    assert denials(text) == {(source, content)}


@pytest.mark.parametrize(
    "text",
    [
        "Verlon dément.",  # nothing stands before
        "La ligne a pris feu. Le maire ne dément pas.",
        "The dam leaked. The firm does not deny it.",
        "Le port est fermé.\n\nVerlon dément.",  # another paragraph
    ],
)
def test_nothing_is_denied_there(text: str) -> None:
    assert denials(text) == set()


def test_denials_in_a_row_are_of_the_same_words() -> None:
    text = "Un pêcheur dit que le barrage a cédé. Le préfet nie. La mairie conteste."
    assert denials(text) == {("Le préfet", "le barrage a cédé"), ("La mairie", "le barrage a cédé")}
