"""A report's text cut at every edge of a mark, so that marks may overlap and nothing of the text is lost."""

import itertools
from collections.abc import Mapping, Sequence

from msgspec import Struct


class Mark(Struct, frozen=True):
    """A stretch [start, end) of a text with its kind: `source`, `cue`, `content`, `relay` or `shared`."""

    start: int
    end: int
    kind: str


class Segment(Struct, frozen=True):
    """The stretch [start, end) of a text (code points) under the same marks.

    anchors: ids of the linked spans that begin here; notes: passages beside the text that belong here, each with its
    anchor and number.
    """

    text: str
    kinds: tuple[str, ...]
    anchors: tuple[str, ...]
    start: int
    end: int
    notes: tuple[tuple[str, int], ...] = ()


def segments_of(
    text: str,
    marks: Sequence[Mark],
    linked: Sequence[tuple[int, int]],
    prefix: str,
    notes: Mapping[int, Sequence[tuple[str, int]]] | None = None,
) -> tuple[Segment, ...]:
    """The whole text as segments, in order.

    linked: spans (code points) that links lead to; their anchors are `prefix-start-end`, in code points. notes: by the
    place (an edge of a mark) where they stand.
    """
    edges = sorted(
        {
            0,
            len(text),
            *(m.start for m in marks),
            *(m.end for m in marks),
            *(s for s, _ in linked),
            *(e for _, e in linked),
        }
    )
    opening: dict[int, list[str]] = {}
    for start, end in linked:
        opening.setdefault(start, []).append(f"{prefix}-{start}-{end}")
    starts: dict[int, list[Mark]] = {}
    for mark in marks:
        starts.setdefault(mark.start, []).append(mark)
    active: list[Mark] = []
    found = []
    for start, end in itertools.pairwise(edges):
        active = [m for m in active if m.end > start] + starts.get(start, [])
        kinds = tuple(sorted({m.kind for m in active}))
        beside = tuple(notes.get(start, ())) if notes else ()
        found.append(Segment(text[start:end], kinds, tuple(opening.get(start, ())), start, end, beside))
    return tuple(found)
