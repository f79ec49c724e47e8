"""What reports only take up by a noun, as known, while they tell something else."""

from pathlib import Path

import pytest

from recoupe.model import Dossier
from tests.claims.pile import Pile, claim_with, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def passing(dossier: Dossier, words: str) -> bool:
    told = {s.id for s in dossier.statements if s.event.predicate.text == words}
    claim = next(c for c in dossier.claims if told & {*c.statements})
    return claim.in_passing


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The mayor of Orlin resigned after the arrest of Ada Quill.", "arrest", True),
        ("Police in Orlin arrested Ada Quill on Monday.", "arrested", False),
        ("The police of Orlin announced the arrest of Ada Quill.", "arrest", False),
        ("The council of Orlin was delighted by the arrest of Ada Quill.", "arrest", True),
        ("Le maire de Brelle a démissionné après l'arrestation de Paul Ancel.", "arrestation", True),
        ("La police de Brelle a arrêté Paul Ancel lundi.", "arrêté", False),
        ("Le parquet a annoncé l'arrestation de Paul Ancel.", "arrestation", False),
        ("Le parquet s'est félicité de l'arrestation de Paul Ancel.", "arrestation", True),
    ],
)
def test_a_noun_tells_an_event_only_where_nothing_else_is_told(
    pile: Pile, text: str, words: str, expected: bool
) -> None:
    assert passing(pile(one=text), words) is expected


def test_one_report_that_tells_it_is_enough(pile: Pile) -> None:
    taken_up = "The mayor of Orlin resigned after the arrest of Ada Quill."
    told = "Police in Orlin arrested Ada Quill on Monday, the prosecutor said."
    claim = claim_with(pile(one=taken_up, two=told), "arrested Ada Quill")
    assert len(claim.reports) == 2
    assert not claim.in_passing
