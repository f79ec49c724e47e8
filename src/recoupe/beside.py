"""What each report of a pile states and what its reports share, found by two processes where that is sooner done.

A second process makes the statements of the first reports while the first process makes those of the last ones, until they
meet; then it finds what reports share while the first one makes claims. Either finds the same.
"""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import get_context

from msgspec import Struct

from recoupe.claims import Clash, Drafted, clashes, statements_of
from recoupe.corrections.actors import Cast
from recoupe.linguistics import Annotation
from recoupe.model import Attribution, Span, Value
from recoupe.reuse import Compared, compare

FROM = 100  # reports; what fewer state and share is found before a further process is ready
BATCH = 20  # reports whose statements are made at once
SELDOM = (50_000, 20, 100)  # objects and rounds after which garbage is looked for while a pile is compared


class Reports(Struct, frozen=True):
    """The reports of a pile with all that is known of them before their statements are made. values: by report."""

    annotations: tuple[Annotation, ...]
    cast: Cast
    values: Mapping[str, tuple[Value, ...]]


class Shared(Struct, frozen=True):
    """What the reports of a pile share, and the clauses of theirs that do not go together."""

    compared: Compared
    clashes: tuple[Clash, ...]


Stated = list[list[Drafted]]  # the statements of each report


class Found(Struct, frozen=True):
    """What a pile holds before claims are made, each given when it is asked for (`stated` once)."""

    stated: Callable[[], Stated]
    shared: Callable[[], Shared]


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Look for garbage seldom: millions of objects that stay would be gone through again and again (a tenth of the time)."""
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@collecting_seldom()
def shared_by(reports: Reports) -> Shared:
    """What reports share word by word and clause by clause, whatever claims are made of them."""
    cast, values = reports.cast, reports.values
    return Shared(
        compare(reports.annotations, cast.attributions, cast.actors, cast.relays, values),
        tuple(clashes([(a, values[a.document.id]) for a in reports.annotations])),
    )


def stated_by(reports: Reports, own: Mapping[str, Sequence[Attribution]], annotation: Annotation) -> list[Drafted]:
    """The statements of a report. own: the attributions of each report."""
    id_ = annotation.document.id
    actors = actors_by_token(annotation, reports.cast.mentions)
    return statements_of(annotation, own.get(id_, ()), actors, reports.values[id_])


def actors_by_token(annotation: Annotation, mentions: Mapping[str, Sequence[tuple[Span, str]]]) -> dict[int, str]:
    """The actor named at each token of a report. mentions: by report."""
    starts = {t.start: t.i for t in annotation.tokens}
    return {starts[span.start]: actor for span, actor in mentions.get(annotation.document.id, ())}


def by_report(attributions: Sequence[Attribution]) -> dict[str, list[Attribution]]:
    """Attributions by their report."""
    found: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        found.setdefault(attribution.document, []).append(attribution)
    return found


def found_by(reports: Reports, workers: int) -> Found:
    """What a pile holds, with the help of a second process where there are workers and the pile is large enough."""
    if workers > 1 and len(reports.annotations) >= FROM:
        return found_by_two(reports)
    shared, own = shared_by(reports), by_report(reports.cast.attributions)
    return Found(lambda: [stated_by(reports, own, a) for a in reports.annotations], lambda: shared)


def found_by_two(reports: Reports) -> Found:
    """As `found_by`: the second process begins at once, and what reports share is waited for."""
    annotations, own = reports.annotations, by_report(reports.cast.attributions)
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    pool.submit(hold, reports)
    batches = [range(k, min(k + BATCH, len(annotations))) for k in range(0, len(annotations), BATCH)]
    coming = [pool.submit(batch_stated, batch) for batch in batches]
    sharing = pool.submit(held_shared)
    pool.shutdown(wait=False)

    def stated() -> Stated:
        """The statements of the last reports, made here, and of those to which the second process has come."""
        found: Stated = [[] for _ in annotations]
        for batch, future in zip(reversed(batches), reversed(coming), strict=True):
            if future.cancel():
                for k in batch:
                    found[k] = stated_by(reports, own, annotations[k])
            else:
                for k, made in zip(batch, future.result(), strict=True):
                    found[k] = [replace(d, annotation=annotations[k]) for d in made]
        return found

    return Found(stated, sharing.result)


HELD: list[Reports] = []  # in the second process what it works on, handed to it once


def hold(reports: Reports) -> None:
    """Keep what the second process works on."""
    HELD.append(reports)


def held_shared() -> Shared:
    """What the reports share, in the second process."""
    return shared_by(HELD[0])


@collecting_seldom()
def batch_stated(batch: Sequence[int]) -> Stated:
    """The statements of some reports, in the second process; they come without their annotations, which the first one has."""
    reports = HELD[0]
    some = [reports.annotations[k] for k in batch]
    names = {a.document.id for a in some}
    own = by_report([a for a in reports.cast.attributions if a.document in names])
    return [[replace(d, annotation=a.without_words()) for d in stated_by(reports, own, a)] for a in some]
