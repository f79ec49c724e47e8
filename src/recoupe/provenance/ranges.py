"""The range of origins: groups after joining what is *same* (max) and the fewest groups that join nothing *apart* (min).

`min` is the chromatic number of the graph whose nodes are the joined groups and whose edges are *apart*. Up to
`EXACT` groups it is computed exactly by branch and bound over colour classes (Brown 1972); beyond, the size of a
largest clique found by networkx's branch and bound stands in: a published lower bound of the chromatic number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx

EXACT = 15


@dataclass(frozen=True)
class Range:
    """min <= max; groups as sorted tuples of voices; `dropped`: pairs said apart inside a joined group."""

    min: int
    max: int
    exact: bool
    groups_max: tuple[tuple[str, ...], ...]
    groups_min: tuple[tuple[str, ...], ...]
    dropped: tuple[tuple[str, str], ...]


def origin_range(voices: Sequence[str], same: Iterable[tuple[str, str]], apart: Iterable[tuple[str, str]]) -> Range:
    """The range of origins of the voices that affirm a claim; 0 and 0 without any."""
    nodes = sorted(set(voices))
    if not nodes:
        return Range(0, 0, True, (), (), ())
    ties = networkx.Graph()
    ties.add_nodes_from(nodes)
    ties.add_edges_from((a, b) for a, b in same if a in ties and b in ties)
    groups = sorted(tuple(sorted(component)) for component in networkx.connected_components(ties))
    index = {voice: i for i, members in enumerate(groups) for voice in members}
    separations = sorted({(a, b) if a < b else (b, a) for a, b in apart if a in index and b in index})
    dropped = tuple(pair for pair in separations if index[pair[0]] == index[pair[1]])
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(groups)))
    graph.add_edges_from((index[a], index[b]) for a, b in separations if index[a] != index[b])
    if len(groups) <= EXACT:
        classes, exact = fewest_classes(graph), True
        least = len(classes)
    else:
        clique, _ = networkx.max_weight_clique(graph, weight=None)
        least, exact = max(1, len(clique)), False
        classes = greedy_classes(graph)
    groups_min = tuple(sorted(tuple(sorted(v for i in members for v in groups[i])) for members in classes))
    return Range(least, len(groups), exact, tuple(groups), groups_min, dropped)


def fewest_classes(graph: "networkx.Graph") -> list[list[int]]:
    """A partition of the nodes into the fewest classes without an edge inside, by branch and bound."""
    order = sorted(graph.nodes, key=lambda n: (-graph.degree(n), n))
    best = greedy_classes(graph)

    def place(position: int, classes: list[list[int]]) -> None:
        nonlocal best
        if len(classes) >= len(best):
            return
        if position == len(order):
            best = [list(c) for c in classes]
            return
        node = order[position]
        for members in classes:
            if not any(graph.has_edge(node, other) for other in members):
                members.append(node)
                place(position + 1, classes)
                members.pop()
        classes.append([node])
        place(position + 1, classes)
        classes.pop()

    place(0, [])
    return best


def greedy_classes(graph: "networkx.Graph") -> list[list[int]]:
    """A partition without an edge inside a class, largest degree first: an upper bound."""
    classes: list[list[int]] = []
    for node in sorted(graph.nodes, key=lambda n: (-graph.degree(n), n)):
        free = next((c for c in classes if not any(graph.has_edge(node, other) for other in c)), None)
        if free is None:
            classes.append([node])
        else:
            free.append(node)
    return classes
