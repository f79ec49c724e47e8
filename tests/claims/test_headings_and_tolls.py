"""Events in bare headings, tolls behind a quantity, what may have been, and things that are counted."""

from pathlib import Path

import pytest

from tests.claims.pile import Pile, pile_in, statements

BODY = "\n\nThe ministry in Dorval said on Wednesday that the harbour would be rebuilt."


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def test_a_bare_heading_puts_a_verb_between_two_nouns(pile: Pile) -> None:
    (told,) = statements(pile(a="Navy seizes trawler off Dorval" + BODY), "capture")
    assert {p.role for p in told.event.participants} >= {"agent", "theme"}
    assert told.phase == "done"


def test_what_may_have_been_done_is_done(pile: Pile) -> None:
    (told,) = statements(pile(a="Dorval may have polluted the river."), "pollute")
    assert told.phase == "done"


@pytest.mark.parametrize("text", ["Le séisme a fait vingt et un morts.", "Le bilan est de vingt et un morts."])
def test_a_toll_in_words_counts_the_dead(pile: Pile, text: str) -> None:
    assert statements(pile(a=text), "die")


def test_counted_things_are_no_predicate(pile: Pile) -> None:
    assert {s.realis for s in statements(pile(a="Dorval could deliver thirty pumps to Norway."), "transfer")} == {
        "hypothetical"
    }
