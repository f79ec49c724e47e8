"""The layout of a chain picture: boxes in columns, lines that pass between them and cross as little as can be had.

Long lines get a place of their own in each column that they pass, so that none runs through a box. Orders and heights
are found by sweeps over neighbours; nothing is random, so that the same chains give the same drawing.
"""

import itertools
from collections.abc import Mapping, Sequence

from msgspec import Struct

WIDTH, HEIGHT, GAP, ROW, MARGIN, HEAD, STRIP = 144, 50, 34, 60, 6, 22, 20
ROOM, SMALLEST = 968, 0.8  # pixels beside one another on a wide screen; a wider drawing is shown smaller, but not below
LINE, LINES, PITCH = 10.6, 3, 14  # width of a line of a label (ems), lines of a label, pixels from one to the next
NARROW, WIDE = "fijlrtI.,;:'’|!()[] ", "mwMW@%—…"  # letters that take less or more room than others
SWEEPS = 8

Key = tuple[str, ...]


class Box(Struct, frozen=True):
    """A box to be drawn in a column. kind: `origin`, `unknown`, `relay` or `report`; anchor: the passage it opens."""

    key: Key
    column: int
    kind: str
    label: str
    full: str
    anchor: str | None


class Line(Struct, frozen=True):
    """A line to be drawn. basis: `stated`, `inferred`, `translated` or `unknown`; loop: it closes a circle, and is marked.

    One that leads to no higher column than its own is drawn beneath the boxes.
    """

    a: Key
    b: Key
    basis: str
    anchor: str | None
    full: str
    loop: bool = False


class Heading(Struct, frozen=True):
    """Words over the columns from the first to the last of them."""

    first: int
    last: int
    label: str


class Node(Struct, frozen=True):
    """A box with its upper left corner at (x, y) and its label in lines."""

    lines: tuple[str, ...]
    full: str
    kind: str
    anchor: str | None
    x: int
    y: int


class Edge(Struct, frozen=True):
    """A drawn line; mark: where the sign of a loop stands."""

    path: str
    basis: str
    anchor: str | None
    full: str
    mark: tuple[int, int] | None


class Picture(Struct, frozen=True):
    """Boxes and lines in a drawing of the given size (pixels). heads: the middle of each heading with its words.

    shown: width and height at which it is shown; pitch: pixels from one line of a label to the next.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    heads: tuple[tuple[int, str], ...]
    width: int
    height: int
    shown: tuple[int, int]
    box: tuple[int, int] = (WIDTH, HEIGHT)
    pitch: int = PITCH


def picture_of(boxes: Sequence[Box], lines: Sequence[Line], headings: Sequence[Heading] = ()) -> Picture:
    """The drawing: boxes in the columns given, in an order and at heights that leave few lines crossing."""
    columns = {b.key: b.column for b in boxes}
    ahead = [x for x in lines if columns[x.a] < columns[x.b]]
    routes = {(x.a, x.b): route(x, columns) for x in ahead}
    layers = layered(columns, routes)
    links = [pair for way in routes.values() for pair in itertools.pairwise(way)]
    heights = heights_of(ordered(layers, links), links)
    top = MARGIN + (HEAD if headings else 0)
    y = {key: top + round(height * ROW) for key, height in heights.items()}
    x = {key: MARGIN + column * (WIDTH + GAP) for column, keys in enumerate(layers) for key in keys}
    floor = max((y[b.key] for b in boxes), default=0) + HEIGHT
    back = [line for line in lines if columns[line.a] >= columns[line.b]]
    edges = [
        Edge(curve([(x[k], y[k] + HEIGHT // 2) for k in routes[e.a, e.b]]), e.basis, e.anchor, e.full, None)
        for e in ahead
    ]
    for number, line in enumerate(back, 1):
        start = (x[line.a] + WIDTH, y[line.a] + HEIGHT // 2 + 8)
        end = (x[line.b], y[line.b] + HEIGHT // 2 + 8)
        depth = floor + number * STRIP
        mark = ((start[0] + end[0]) // 2, depth) if line.loop else None
        edges.append(Edge(below(start, end, depth), line.basis, line.anchor, line.full, mark))
    width = max(len(layers) - 1, 0) * (WIDTH + GAP) + WIDTH + 2 * MARGIN + (GAP if back else 0)
    height = floor + (len(back) + 1) * STRIP if back else floor + MARGIN
    scale = min(1.0, max(SMALLEST, ROOM / width))
    return Picture(
        tuple(Node(wrapped(b.label), b.full, b.kind, b.anchor, x[b.key], y[b.key]) for b in boxes),
        tuple(edges),
        tuple((MARGIN + (h.first + h.last) * (WIDTH + GAP) // 2 + WIDTH // 2, h.label) for h in headings),
        width,
        height,
        (round(width * scale), round(height * scale)),
    )


def route(line: Line, columns: Mapping[Key, int]) -> list[Key]:
    """The boxes and places in between that a line runs through."""
    between = range(columns[line.a] + 1, columns[line.b])
    return [line.a, *(("", *line.a, "→", *line.b, str(column)) for column in between), line.b]


def layered(columns: Mapping[Key, int], routes: Mapping[tuple[Key, Key], Sequence[Key]]) -> list[list[Key]]:
    """Boxes and places of passing lines by column, in the order given."""
    layers: list[list[Key]] = [[] for _ in range(max(columns.values(), default=-1) + 1)]
    for key, column in columns.items():
        layers[column].append(key)
    for way in routes.values():
        for step, key in enumerate(way[1:-1], 1):
            layers[columns[way[0]] + step].append(key)
    return layers


def neighbours(links: Sequence[tuple[Key, Key]]) -> tuple[dict[Key, list[Key]], dict[Key, list[Key]]]:
    """For each place those before it and those behind it."""
    before: dict[Key, list[Key]] = {}
    behind: dict[Key, list[Key]] = {}
    for a, b in links:
        before.setdefault(b, []).append(a)
        behind.setdefault(a, []).append(b)
    return before, behind


def ordered(layers: list[list[Key]], links: Sequence[tuple[Key, Key]]) -> list[list[Key]]:
    """The columns in the order with the fewest crossings that the sweeps come upon."""
    before, behind = neighbours(links)
    best, fewest = layers, crossings(layers, links)
    now = [list(keys) for keys in layers]
    for sweep in range(SWEEPS):
        if not fewest:
            break
        forward = sweep % 2 == 0
        for column in range(len(now)) if forward else reversed(range(len(now))):
            now[column] = by_middle(now[column], ranks(now), before if forward else behind)
        count = crossings(now, links)
        if count < fewest:
            best, fewest = [list(keys) for keys in now], count
    return best


def ranks(layers: Sequence[Sequence[Key]]) -> dict[Key, int]:
    """The row of each place in its column."""
    return {key: row for keys in layers for row, key in enumerate(keys)}


def by_middle(keys: Sequence[Key], rows: Mapping[Key, int], linked: Mapping[Key, Sequence[Key]]) -> list[Key]:
    """A column ordered by the middle of each place's neighbours; those without any keep their row."""

    def middle(key: Key) -> float:
        near = linked.get(key, ())
        return sum(rows[n] for n in near) / len(near) if near else float(rows[key])

    return sorted(keys, key=middle)


def crossings(layers: Sequence[Sequence[Key]], links: Sequence[tuple[Key, Key]]) -> int:
    """How many pairs of lines between two neighbouring columns cross."""
    rows = ranks(layers)
    place = {key: column for column, keys in enumerate(layers) for key in keys}
    by_column: dict[int, list[tuple[int, int]]] = {}
    for a, b in links:
        by_column.setdefault(place[a], []).append((rows[a], rows[b]))
    return sum(
        (a[0] - b[0]) * (a[1] - b[1]) < 0 for pairs in by_column.values() for a, b in itertools.combinations(pairs, 2)
    )


def heights_of(layers: Sequence[Sequence[Key]], links: Sequence[tuple[Key, Key]]) -> dict[Key, float]:
    """How far down each place stands, in rows: level with its neighbours as far as its column's order lets it."""
    before, behind = neighbours(links)
    heights = {key: float(row) for key, row in ranks(layers).items()}
    for linked, columns in ((before, layers), (behind, layers[::-1]), (before, layers)):
        for keys in columns:
            wanted = [middle_height(key, linked, heights) for key in keys]
            heights |= dict(zip(keys, spread(wanted), strict=True))
    lowest = min(heights.values(), default=0.0)
    return {key: height - lowest for key, height in heights.items()}


def middle_height(key: Key, linked: Mapping[Key, Sequence[Key]], heights: Mapping[Key, float]) -> float:
    """The height between a place's neighbours, its own where it has none."""
    near = linked.get(key, ())
    return sum(heights[n] for n in near) / len(near) if near else heights[key]


def spread(wanted: Sequence[float]) -> list[float]:
    """Heights at least one row apart, in the order given, with the least squared distance to those wanted."""
    blocks: list[tuple[float, int]] = []  # mean of wanted height less row, number of rows
    for row, height in enumerate(wanted):
        mean, size = height - row, 1
        while blocks and blocks[-1][0] >= mean:
            other, many = blocks.pop()
            mean, size = (mean * size + other * many) / (size + many), size + many
        blocks.append((mean, size))
    flat = [mean for mean, size in blocks for _ in range(size)]
    return [mean + row for row, mean in enumerate(flat)]


def curve(points: Sequence[tuple[int, int]]) -> str:
    """A line from the right side of the first box to the left side of the last, level at each place between."""
    path = f"M{points[0][0] + WIDTH} {points[0][1]}"
    half = GAP // 2
    for number, (x, y) in enumerate(points[1:], 1):
        path += f"C{x - half} {points[number - 1][1]} {x - half} {y} {x} {y}"
        if number < len(points) - 1:
            path += f"H{x + WIDTH}"
    return path


def below(start: tuple[int, int], end: tuple[int, int], depth: int) -> str:
    """A line from the right side of a box beneath all boxes back to the left side of an earlier one."""
    (x1, y1), (x2, y2), out = start, end, 14
    return f"M{x1} {y1}H{x1 + out}V{depth}H{x2 - out}V{y2}H{x2}m-6 -4l6 4l-6 4"


def wrapped(label: str) -> tuple[str, ...]:
    """A label in as many lines as its box holds, cut where it is longer; a word longer than a line goes on in the next."""
    lines: list[str] = []
    for word in filter(None, label.split(" ")):  # a space that does not break stays
        if lines and room(f"{lines[-1]} {word}") <= LINE:
            lines[-1] += f" {word}"
            continue
        lines.append("")
        for letter in word:
            if room(lines[-1] + letter) > LINE:
                lines.append("")
            lines[-1] += letter
    kept = lines[:LINES]
    if len(lines) > LINES:
        while room(f"{kept[-1]}…") > LINE:
            kept[-1] = kept[-1][:-1]
        kept[-1] = kept[-1].rstrip() + "…"
    return tuple(kept) or ("",)


def room(text: str) -> float:
    """How wide a text is drawn at most, in ems of the widest of the page's typefaces."""
    return sum(0.4 if c in NARROW else 1.0 if c in WIDE else 0.7 if c.isupper() else 0.64 for c in text)
