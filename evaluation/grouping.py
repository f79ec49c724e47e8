"""Groups of marked events by the log-odds of their pairs."""

from collections.abc import Hashable, Sequence

import networkx

from recoupe.claims.happenings import Telling


def joined_at(
    least: float, pairs: Sequence[tuple[int, int]], sums: Sequence[float], tellings: Sequence[Telling]
) -> list[frozenset[Hashable]]:
    """Single link over the pairs whose sum reaches `least`."""
    graph: networkx.Graph = networkx.Graph()
    graph.add_nodes_from(range(len(tellings)))
    graph.add_edges_from(pair for pair, s in zip(pairs, sums, strict=True) if s >= least)
    return [frozenset(part) for part in networkx.connected_components(graph)]
