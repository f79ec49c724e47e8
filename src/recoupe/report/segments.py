"""A report's text cut at every edge of a mark, so that marks may overlap and nothing of the text is lost."""

import itertools
from collections.abc import Sequence

from msgspec import Struct


class Mark(Struct, frozen=True):
    """A stretch [start, end) of a text with its kind: `source`, `cue`, `content` or `relay`."""

    start: int
    end: int
    kind: str


class Segment(Struct, frozen=True):
    """The stretch [start, end) of a text (code points) under the same marks.

    anchors: ids of the linked spans that begin here.
    """

    text: str
    kinds: tuple[str, ...]
    anchors: tuple[str, ...]
    start: int
    end: int


def segments_of(
    text: str, marks: Sequence[Mark], linked: Sequence[tuple[int, int]], prefix: str
) -> tuple[Segment, ...]:
    """The whole text as segments, in order.

    linked: spans (code points) that links lead to; their anchors are `prefix-start-end`, in code points.
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
        found.append(Segment(text[start:end], kinds, tuple(opening.get(start, ())), start, end))
    return tuple(found)
