"""Routes from a denial to claims: tried row by row, each claim by the first route that leads there."""

from collections.abc import Mapping

from recoupe.claims.answer_routes import Near, nearest


class To:
    """A route that leads every statement to the same claims."""

    def __init__(self, name: str, claims: Mapping[int, int]) -> None:
        self.name = name
        self.found = claims
        self.asked: list[int] = []

    def claims(self, i: int) -> Mapping[int, int]:
        self.asked.append(i)
        return self.found


def test_the_first_row_that_leads_anywhere_decides() -> None:
    last = To("last", {4: 1})
    assert nearest([[To("a", {}), To("b", {})], [To("c", {2: 3})], [last]], 7) == [Near(3, 2, "c")]
    assert last.asked == []


def test_routes_of_one_row_are_taken_together_and_the_first_names_a_claim() -> None:
    assert nearest([[To("a", {1: 2}), To("b", {1: 1, 3: 1})]], 0) == [Near(2, 1, "a"), Near(1, 3, "b")]


def test_where_no_route_leads_anywhere_there_is_no_claim() -> None:
    assert nearest([[To("a", {})], [To("b", {})]], 0) == []
