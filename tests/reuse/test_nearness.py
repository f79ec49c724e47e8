"""Which earlier text a later one comes from."""

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.reuse.nearness import nearest, nearness

FIRST = "The mayor of Serac closed the old bridge on Monday after forty cracks were found."
RETOLD = "The old bridge was closed by the mayor after cracks were found."
OTHER = "The baker of Velmont opened a third shop on the square, to the joy of his neighbours."

texts = st.lists(st.sampled_from((FIRST, RETOLD, OTHER, "", "Forty.")), min_size=1, max_size=4)


def test_a_retelling_is_nearest_to_what_it_retells():
    assert nearest(RETOLD, (OTHER, FIRST), "en") == 1
    assert nearest(RETOLD, (), "en") is None


@settings(max_examples=40)
@given(st.sampled_from((FIRST, RETOLD, OTHER, "")), st.sampled_from((FIRST, RETOLD, OTHER, "")))
def test_nearness_is_even_handed_and_the_sum_of_its_parts(one, other):
    score, parts = nearness(one, other, "en")
    assert score == nearness(other, one, "en")[0]
    assert score == round(sum(p.weight for p in parts), 4)
    assert 0 <= score <= 1
    assert not one or nearness(one, one, "en")[0] == 1


@settings(max_examples=30)
@given(texts)
def test_the_order_of_the_candidates_decides_nothing(candidates):
    found = nearest(RETOLD, candidates, "en")
    turned = nearest(RETOLD, candidates[::-1], "en")
    assert candidates[found] == candidates[::-1][turned]
