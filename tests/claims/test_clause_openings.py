"""Clauses behind two words that bring them, doubts, what is said by taking the floor, passives without a past of their own."""

from pathlib import Path

import pytest

from recoupe.model import Statement
from recoupe.pipeline import analyse


def statements(tmp_path: Path, text: str) -> dict[str, Statement]:
    """The statements of a text by their predicates."""
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    return {s.event.predicate.text: s for s in analyse([str(tmp_path)]).statements}


@pytest.mark.parametrize(
    ("text", "predicate", "words"),
    [
        ("Le convoi est parti, tandis que la route était fermée.", "fermée", "la route était fermée"),
        ("La mairie a rouvert l'école, alors que le préfet a fermé la route.", "fermé", "le préfet a fermé la route"),
    ],
)
def test_a_conjunction_of_two_words_is_no_part_of_what_is_stated(
    tmp_path: Path, text: str, predicate: str, words: str
) -> None:
    assert [s.text for s in statements(tmp_path, text)[predicate].spans] == [words]


@pytest.mark.parametrize(
    ("text", "predicate", "realis"),
    [
        ("Le syndicat ne doute pas que la direction a vendu le site.", "vendu", "actual"),
        ("Le syndicat doute que la direction ait vendu le site.", "vendu", "hypothetical"),
        ("Le maire a pris la parole pour dire que le pont avait cédé.", "cédé", "actual"),
        ("The mayor took the floor to say that the bridge had collapsed.", "collapsed", "actual"),
        ("Le maire a pris la route pour vendre le pont.", "vendre", "hypothetical"),
    ],
)
def test_what_is_said_or_not_doubted_is_no_supposition(tmp_path: Path, text: str, predicate: str, realis: str) -> None:
    assert statements(tmp_path, text)[predicate].realis == realis


def test_a_passive_conditional_is_not_done(tmp_path: Path) -> None:
    text = "Les drones seraient utilisés par la milice. Les chars auraient été livrés à la milice."
    found = statements(tmp_path, text)
    assert found["utilisés"].phase != "done"
    assert found["livrés"].phase == "done"
