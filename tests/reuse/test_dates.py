"""Which reports are surely earlier than others, many asked at once."""

from hypothesis import given
from hypothesis import strategies as st

from recoupe.model import Bounds, Document
from recoupe.reuse.dates import Order

days = st.none() | st.sampled_from(["2031-05-01", "2031-05-02", "2031-05", "2031-06-01"])
bounds = st.none() | st.tuples(days, days)


def document(name: str, dated: tuple[str | None, str | None] | None) -> Document:
    published = Bounds(dated[0], dated[1], "metadata") if dated is not None else None
    return Document(name, name, name, "", True, "fr", published=published)


@given(st.lists(bounds, min_size=1, max_size=6), st.lists(bounds, min_size=1, max_size=4))
def test_reports_that_are_not_earlier_than_all_others(
    own: list[tuple[str | None, str | None] | None], other: list[tuple[str | None, str | None] | None]
) -> None:
    documents = {f"a{k}": document(f"a{k}", d) for k, d in enumerate(own)}
    documents |= {f"b{k}": document(f"b{k}", d) for k, d in enumerate(other)}
    reports, others = ([d for d in documents if d.startswith(letter)] for letter in "ab")
    order = Order(documents)
    assert order.reaching(reports, others) == [
        r for r in reports if not all(Order(documents).earlier(r, o) for o in others)
    ]
