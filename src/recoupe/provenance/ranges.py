"""The range of origins: groups after joining what is *same* (max), fewest groups that join nothing *apart* (min).

`min` is the chromatic number of the graph whose nodes are the joined groups and whose edges are *apart*. It is found
exactly by branch and bound in saturation order (D. Brelaz, "New methods to color the vertices of a graph",
Communications of the ACM 22(4), 1979). A group whose separations are all shared by another group that it is not apart
from never needs a class of its own and is set aside first. Beyond `EXACT` remaining groups the search is cut off after
`STEPS` steps; then the size of a largest clique stands in, the classical lower bound of the chromatic number.

The limit counts groups that still matter, not voices: neither a copy nor an untied voice can push a claim over it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx

EXACT = 15  # groups up to which the search always runs to its end
STEPS = 20_000

Graph = Mapping[int, frozenset[int]]


@dataclass(frozen=True)
class Range:
    """min <= max; groups as sorted tuples of voices; `dropped`: pairs said apart inside a joined group.

    groups_min has `min` groups where `exact`; else it is the best grouping that was found.
    """

    min: int
    max: int
    exact: bool
    groups_max: tuple[tuple[str, ...], ...]
    groups_min: tuple[tuple[str, ...], ...]
    dropped: tuple[tuple[str, str], ...]


def origin_range(voices: Iterable[str], same: Iterable[tuple[str, str]], apart: Iterable[tuple[str, str]]) -> Range:
    """The range of origins of the voices that affirm a claim; 0 and 0 without any. Other voices' pairs are ignored."""
    groups = join(voices, same)
    if not groups:
        return Range(0, 0, True, (), (), ())
    index = {voice: i for i, members in enumerate(groups) for voice in members}
    separations = sorted({(min(a, b), max(a, b)) for a, b in apart if a in index and b in index})
    dropped = tuple((a, b) for a, b in separations if index[a] == index[b])
    edges: dict[int, set[int]] = {i: set() for i in range(len(groups))}
    for a, b in separations:
        if index[a] != index[b]:
            edges[index[a]].add(index[b])
            edges[index[b]].add(index[a])
    classes, least = fewest_classes({i: frozenset(n) for i, n in edges.items()})
    merged = tuple(sorted(tuple(sorted(v for i in members for v in groups[i])) for members in classes))
    return Range(least, len(groups), least == len(classes), groups, merged, dropped)


def join(voices: Iterable[str], same: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Voices grouped under the closure of *same*, in order."""
    ties = networkx.Graph()
    ties.add_nodes_from(voices)
    ties.add_edges_from((a, b) for a, b in same if a in ties and b in ties)
    return tuple(sorted(tuple(sorted(component)) for component in networkx.connected_components(ties)))


def fewest_classes(graph: Graph) -> tuple[list[list[int]], int]:
    """Classes without an edge inside, as few as were found, and a lower bound of their number (equal where exact)."""
    core, stand_ins = reduced(graph)
    colours, finished = colouring(core)
    least = max(colours.values(), default=-1) + 1 if finished else clique(core)
    for node, other in reversed(stand_ins):
        colours[node] = colours[other]
    classes: dict[int, list[int]] = {}
    for node in sorted(graph):
        classes.setdefault(colours[node], []).append(node)
    return list(classes.values()), least


def reduced(graph: Graph) -> tuple[Graph, list[tuple[int, int]]]:
    """The graph without nodes whose neighbours are all another node's too, and for each of them that node, in order."""
    left = {node: set(others) for node, others in graph.items()}
    stand_ins: list[tuple[int, int]] = []
    found = True
    while found:
        found = False
        for node in sorted(left, reverse=True):
            other = next((o for o in sorted(left) if o != node and o not in left[node] and left[node] <= left[o]), None)
            if other is not None:
                for neighbour in left.pop(node):
                    left[neighbour].discard(node)
                stand_ins.append((node, other))
                found = True
    return {node: frozenset(others) for node, others in left.items()}, stand_ins


def colouring(graph: Graph) -> tuple[dict[int, int], bool]:
    """A colouring with as few colours as were found, and whether there is none with fewer."""
    best: dict[int, int] = {}
    fewest = len(graph) + 1
    steps = 0
    floor = clique(graph)

    def extend(colours: dict[int, int], used: int) -> bool:
        """Colour the most constrained node in every useful way; False when the search was cut off."""
        nonlocal best, fewest, steps
        if used >= fewest:
            return True
        if len(colours) == len(graph):
            best, fewest = dict(colours), used
            return True
        steps += 1
        if steps > STEPS and len(graph) > EXACT and best:
            return False
        node = max(
            (n for n in graph if n not in colours),
            key=lambda n: (len({colours[o] for o in graph[n] if o in colours}), len(graph[n]), -n),
        )
        barred = {colours[o] for o in graph[node] if o in colours}
        for colour in range(min(used + 1, fewest - 1)):
            if colour not in barred:
                colours[node] = colour
                finished = extend(colours, max(used, colour + 1))
                del colours[node]
                if not finished:
                    return False
                if fewest == floor:
                    return True
        return True

    return (best, True) if extend({}, 0) else (best, fewest == floor)


def clique(graph: Graph) -> int:
    """The size of a largest clique: no two of its nodes fit in one class."""
    built = networkx.Graph()
    built.add_nodes_from(graph)
    built.add_edges_from((a, b) for a, others in graph.items() for b in others if a < b)
    return len(networkx.max_weight_clique(built, weight=None)[0]) if graph else 0
