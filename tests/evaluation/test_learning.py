"""What weights are learnt from: pairs as rows of amounts, and which of them an affair that is left out takes along."""

from training.same_claim import Row, held_out, learnt, table

NAMES = ["same word", "other place"]
ROWS = [
    Row({"same word": 1.0}, True, frozenset({"mill"})),
    Row({"same word": 1.0, "other place": 0.5}, False, frozenset({"mill"})),
    Row({"same word": 1.0}, True, frozenset({"ferry"})),
    Row({"other place": 1.0}, False, frozenset({"ferry", "mill"}), 0.2),
]


def test_each_pair_is_a_row_of_its_amounts_behind_the_base() -> None:
    assert table(ROWS, NAMES).tolist() == [[1, 1, 0], [1, 1, 0.5], [1, 1, 0], [1, 0, 1]]


def test_weights_have_the_signs_of_their_names() -> None:
    _, for_, against = learnt(ROWS, table(ROWS, NAMES), NAMES)
    assert for_ >= 0 >= against


def test_an_affair_is_judged_by_its_own_pairs_alone() -> None:
    assert held_out("mill", ROWS, table(ROWS, NAMES), NAMES).endswith("are right, of 1")
