"""What is passed over without a closer look would not have been found by one."""

from importlib.resources import files
from itertools import combinations
from pathlib import Path

import pytest

from recoupe.claims.found import OTHER
from recoupe.claims.grouping import phased
from recoupe.claims.happenings import Tellings
from recoupe.claims.merging import found_by
from recoupe.claims.resemblance import comparable
from recoupe.claims.runs import Run, ends, listed, offered, runs
from recoupe.ingest import read
from recoupe.linguistics import Annotation, annotate
from recoupe.pipeline import Worked, work
from recoupe.values.clock import clock_at, led_clock
from recoupe.values.dates import READERS, duration_at, in_part, may_tell_time
from recoupe.values.lookup import lookup


@pytest.fixture(scope="module")
def reports() -> list[Annotation]:
    reading = read([str(Path(str(files("recoupe.demo"))) / "affair")])
    return [annotate(d, {}).annotation for d in reading.documents]


def test_no_date_begins_where_none_is_looked_for(reports: list[Annotation]) -> None:
    passed = 0
    for annotation in reports:
        for first, last in annotation.sentences:
            for i in range(first, last):
                table = lookup(annotation.tokens[i].language)
                if may_tell_time(annotation.tokens[i], table):
                    continue
                passed += 1
                assert all(read_(annotation.tokens, i, first, last, table) is None for read_ in READERS)
                assert clock_at(annotation, i, first, last, table) is None
                assert led_clock(annotation, i, first, last, table) is None
                assert in_part(annotation, i, last, table) is None
                assert duration_at(annotation, i, first, last, table) is None
    assert passed > 1000


def test_runs_are_found_though_most_are_never_tried(reports: list[Annotation]) -> None:
    found = 0
    for annotation in reports:
        for first, last in annotation.sentences:
            offers = [offered(t) for t in annotation.tokens[first:last]]
            every: dict[str, set[tuple[int, int]]] = {}
            for start in range(first, last):
                for run in opening_at(annotation, start):
                    every.setdefault(run.name, set()).update(
                        (start, end) for end in ends(annotation.tokens, offers, run.items, start, first)
                    )
            for name, places in every.items():
                assert set(runs(annotation, name, first, last)) == places  # type: ignore[arg-type]
                found += len(places)
    assert found


def opening_at(annotation: Annotation, i: int) -> list[Run]:
    token = annotation.tokens[i]
    return [run for word in sorted(offered(token)) for run in listed(token.language).get(word, ())]


def test_statements_that_can_be_compared_are_found_by_events_or_by_words_that_no_class_covers() -> None:
    result: Worked = work(read([str(Path(str(files("recoupe.demo"))) / "affair")]))
    items = sorted(result.drafted, key=lambda d: d.statement.id)
    tellings = Tellings(items, phased(items, result.roots))
    compared = 0
    for a, b in combinations([tellings.of(i) for i in range(len(items))], 2):
        if comparable(a, b):
            compared += 1
            by_words = OTHER in {a.profile.class_, b.profile.class_} and not a.profile.meant.isdisjoint(b.profile.meant)
            assert by_words or found_by(a) & found_by(b)
    assert compared > 10
