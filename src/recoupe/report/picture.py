"""The chain picture of a claim: a layered drawing from origins on the left to reports on the right."""

import itertools
from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct

COLUMN, ROW, WIDTH, HEIGHT, MARGIN = 250, 44, 200, 30, 6
LONGEST = 28  # characters of a label
FIRMEST_FIRST = ("stated", "inferred", "unknown")


class Step(Protocol):
    """What a chain's link has to tell here."""

    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def basis(self) -> str: ...
    @property
    def anchor(self) -> str | None: ...


class Node(Struct, frozen=True):
    """A box with the corner at (x, y); anchor: the first passage that shows it."""

    label: str
    full: str
    role: str
    anchor: str | None
    x: int
    y: int


class Edge(Struct, frozen=True):
    """A line from the right side of a box to the left side of another; basis: how it is known."""

    x1: int
    y1: int
    x2: int
    y2: int
    basis: str
    anchor: str | None


class Picture(Struct, frozen=True):
    """Boxes and lines in a drawing of the given size (pixels)."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
    box: tuple[int, int] = (WIDTH, HEIGHT)


Key = tuple[int, str]  # layer, what is one box there


def picture_of(chains: Sequence[Sequence[Step]]) -> Picture:
    """The drawing of several chains: equal names in one layer are one box, layers stand from left to right."""
    deepest = max((len(c) for c in chains), default=0)
    boxes: dict[Key, Step] = {}
    links: dict[tuple[Key, Key], Step] = {}
    for chain in chains:
        keys = [key_of(i, step, chain, deepest) for i, step in enumerate(chain)]
        for key, step in zip(keys, chain, strict=True):
            known = boxes.setdefault(key, step)
            if known.anchor is None:
                boxes[key] = step
        for (a, b), step in zip(itertools.pairwise(keys), chain[1:], strict=True):
            known = links.setdefault((a, b), step)
            if FIRMEST_FIRST.index(step.basis) < FIRMEST_FIRST.index(known.basis):
                links[a, b] = step
    rows = rows_of(boxes, links, deepest)
    places = {key: (key[0] * COLUMN + MARGIN, row * ROW + MARGIN) for key, row in rows.items()}
    nodes = tuple(
        Node(shortened(step.name), step.name, step.role, step.anchor, *places[key]) for key, step in boxes.items()
    )
    edges = tuple(
        Edge(
            places[a][0] + WIDTH,
            places[a][1] + HEIGHT // 2,
            places[b][0],
            places[b][1] + HEIGHT // 2,
            step.basis,
            step.anchor,
        )
        for (a, b), step in links.items()
    )
    tallest = max(rows.values(), default=0) + 1
    width = max(deepest - 1, 0) * COLUMN + WIDTH + 2 * MARGIN
    return Picture(nodes, edges, width, (tallest - 1) * ROW + HEIGHT + 2 * MARGIN)


def key_of(place: int, step: Step, chain: Sequence[Step], deepest: int) -> Key:
    """Where a step stands, and what is the same box: an origin that is not given is each report's own."""
    layer = deepest - 1 if step.role == "report" else place
    alone = step.role == "origin" and step.anchor is None
    return layer, f"{step.name}\n{chain[-1].name}" if alone else step.name


def rows_of(boxes: Mapping[Key, Step], links: Mapping[tuple[Key, Key], Step], deepest: int) -> dict[Key, int]:
    """A row for every box: reports in the order given, each box before them level with those it leads to."""
    rows: dict[Key, int] = {}
    for layer in range(deepest - 1, -1, -1):
        here = [key for key in boxes if key[0] == layer]

        def level(key: Key) -> float:
            ahead = [rows[b] for a, b in links if a == key and b in rows]
            return sum(ahead) / len(ahead) if ahead else 0.0

        taken = -1
        for key in sorted(here, key=level):  # stable: boxes that are level keep the order of the chains
            taken = max(taken + 1, int(level(key)))
            rows[key] = taken
    return rows


def shortened(name: str) -> str:
    """A label that fits its box."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
