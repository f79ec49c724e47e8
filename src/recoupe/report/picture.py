"""The chain picture of a claim: a layered drawing from origins on the left to reports on the right."""

import itertools
from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

COLUMN, ROW, WIDTH, HEIGHT = 230, 46, 190, 32
LONGEST = 28  # characters of a label


class Step(Protocol):
    """What a chain's link has to tell here."""

    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def basis(self) -> str: ...
    @property
    def link(self) -> object | None: ...


class Node(Struct, frozen=True):
    """A box with the corner at (x, y)."""

    label: str
    full: str
    role: str
    x: int
    y: int


class Edge(Struct, frozen=True):
    """A line from the right side of a box to the left side of another; basis: the word for how it is known."""

    x1: int
    y1: int
    x2: int
    y2: int
    basis: str


class Picture(Struct, frozen=True):
    """Boxes and lines in a drawing of the given size (pixels)."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
    box: tuple[int, int] = (WIDTH, HEIGHT)


def picture_of(chains: Sequence[Sequence[Step]]) -> Picture:
    """The drawing of several chains: equal names in one layer are one box, layers stand from left to right."""
    deepest = max((len(c) for c in chains), default=0)
    places: dict[tuple[int, str], tuple[str, str]] = {}
    links: dict[tuple[tuple[int, str], tuple[int, str]], str] = {}
    for chain in chains:
        keys = []
        for i, step in enumerate(chain):
            layer = deepest - 1 if step.role == "report" else i
            unsourced = step.role == "origin" and step.link is None  # each report's own, however alike they are named
            key = (layer, f"{step.name} {chain[-1].name}" if unsourced else step.name)
            places.setdefault(key, (step.name, step.role))
            keys.append(key)
        for (a, b), step in zip(itertools.pairwise(keys), chain[1:], strict=False):
            links.setdefault((a, b), step.basis)
    rows: dict[int, int] = {}
    nodes: dict[tuple[int, str], Node] = {}
    for key in sorted(places, key=lambda k: k[0]):
        layer = key[0]
        name, role = places[key]
        label = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
        nodes[key] = Node(label, name, role, layer * COLUMN + 4, rows.get(layer, 0) * ROW + 4)
        rows[layer] = rows.get(layer, 0) + 1
    edges = tuple(
        Edge(nodes[a].x + WIDTH, nodes[a].y + HEIGHT // 2, nodes[b].x, nodes[b].y + HEIGHT // 2, basis)
        for (a, b), basis in links.items()
    )
    return Picture(tuple(nodes.values()), edges, max(1, deepest) * COLUMN, max(rows.values(), default=1) * ROW + 8)
