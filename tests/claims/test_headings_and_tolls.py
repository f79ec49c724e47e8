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


def test_a_heading_tells_what_its_report_says_goes_on(pile: Pile) -> None:
    body = "La Sarvie envoie depuis mai des pompes à la ville de Dorval, selon deux émissaires."
    told = statements(pile(a=f"La Sarvie envoie des pompes à la ville de Dorval\n\n{body}"), "transfer")
    assert {s.phase for s in told} == {"under way"}


def test_plans_that_are_handed_over_are_no_phase(pile: Pile) -> None:
    (told,) = statements(pile(a="L'ingénieur leur aurait remis des plans du pont."), "transfer")
    assert (told.phase, told.firmness) == ("done", "hedged")


def test_who_receives_may_hang_under_what_is_given(pile: Pile) -> None:
    (told,) = statements(pile(a="La Sarvie fournit des pompes à l'armée."), "transfer")
    assert {p.role: p.span.text for p in told.event.participants}["recipient"] == "armée"


@pytest.mark.parametrize(
    ("text", "class_", "low"),
    [
        ("La frappe a fait des dizaines de morts.", "die", 20),
        ("L'attaque a fait plus d'une centaine de blessés.", "injure", 90),
        ("La police a mené une vingtaine de perquisitions à Dorval.", "search", 17),
    ],
)
def test_a_quantity_between_a_verb_and_its_noun_hides_neither(pile: Pile, text: str, class_: str, low: int) -> None:
    (told,) = statements(pile(a=text), class_)
    assert [v.low for v in told.values if v.slot == "count"] == [low]
