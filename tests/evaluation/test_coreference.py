"""Scores of groups against small cases worked out by hand, and from the papers that define them."""

import pytest

from evaluation.coreference import Groups, b_cubed, ceaf_e, conll, groups, link_scores, muc


def sets(*words: str) -> Groups:
    return [frozenset(w) for w in words]


def test_what_is_right_scores_one() -> None:
    key = sets("abc", "de", "f")
    assert conll(key, key) == pytest.approx(1.0)


def test_muc_counts_links_that_need_not_be_added() -> None:
    score = muc(sets("abcd"), sets("ab", "cd"))
    assert (score.precision, score.recall) == (1.0, pytest.approx(2 / 3))


def test_muc_knows_no_mention_that_stands_alone() -> None:
    assert muc(sets("a", "b"), sets("a", "b")).f1 == 0.0


def test_b_cubed_averages_over_mentions() -> None:
    key, response = sets("12345", "67", "89abc"), sets("12345", "6789abc")  # the case of Bagga and Baldwin
    score = b_cubed(key, response)
    assert score.precision == pytest.approx(0.76, abs=0.005)
    assert score.recall == 1.0


def test_ceaf_pairs_groups_one_to_one() -> None:
    score = ceaf_e(sets("abc"), sets("ab", "c"))
    assert score.precision == pytest.approx(0.8 / 2)
    assert score.recall == pytest.approx(0.8)


def test_links_are_counted_inside_parts_only() -> None:
    key = groups({"a": 1, "b": 1, "c": 1, "d": 2})
    pile = {"a": "x", "b": "x", "c": "x", "d": "y"}
    score = link_scores(key, [("a", "b"), ("a", "d")], dict.fromkeys("abcd", 0))
    assert (score.precision, score.recall) == (0.5, pytest.approx(1 / 3))
    assert link_scores(key, [("a", "b"), ("a", "d")], pile).precision == 1.0
