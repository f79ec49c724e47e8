"""Scores of groups of mentions against the marked ones: MUC, B-cubed, CEAF-e, their mean, and links.

Written from the papers. Both sides group the same mentions (marked spans are given), so that no mention is missing on
either side; mentions that stand alone count.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import networkx

Groups = Sequence[frozenset[Hashable]]


@dataclass(frozen=True)
class PRF:
    """Precision and recall, each in [0, 1], and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def groups(labels: Mapping[Hashable, Hashable]) -> Groups:
    """Mentions by their label, as groups."""
    found: dict[Hashable, set[Hashable]] = {}
    for mention, label in labels.items():
        found.setdefault(label, set()).add(mention)
    return [frozenset(g) for g in found.values()]


def muc(key: Groups, response: Groups) -> PRF:
    """Links that need not be added (Vilain et al. 1995): of each group, its size less the parts that the others cut it into.

    A mention that stands alone has no link and counts on neither side.
    """
    return PRF(links_kept(response, key), links_kept(key, response))


def links_kept(of: Groups, by: Groups) -> float:
    """Share of the links of some groups that other groups keep."""
    place = {m: n for n, group in enumerate(by) for m in group}
    kept = sum(len(g) - len({place[m] for m in g}) for g in of)
    links = sum(len(g) - 1 for g in of)
    return kept / links if links else 0.0


def b_cubed(key: Groups, response: Groups) -> PRF:
    """For each mention the share of its group that is right, and the share of its true group that is there, on average.

    Bagga and Baldwin 1998.
    """
    return PRF(shared_share(response, key), shared_share(key, response))


def shared_share(of: Groups, by: Groups) -> float:
    """For each mention of some groups the share of its group that it shares with its other group, on average."""
    place = {m: g for g in by for m in g}
    total = sum(len(g) for g in of)
    return sum(len(g & place[m]) / len(g) for g in of for m in g) / total if total else 0.0


def ceaf_e(key: Groups, response: Groups) -> PRF:
    """Groups paired one to one so that their likeness (2 shared / both sizes) is greatest (Luo 2005, entity-based)."""
    place = {m: n for n, g in enumerate(key) for m in g}
    graph: networkx.Graph = networkx.Graph()
    for n, group in enumerate(response):
        for k in {place[m] for m in group}:
            likeness = 2 * len(group & key[k]) / (len(group) + len(key[k]))
            graph.add_edge(("response", n), ("key", k), weight=likeness)
    likeness = 0.0
    for part in networkx.connected_components(graph):
        inside = graph.subgraph(part)
        likeness += sum(inside.edges[pair]["weight"] for pair in networkx.max_weight_matching(inside))
    return PRF(likeness / len(response) if response else 0.0, likeness / len(key) if key else 0.0)


MEASURES: dict[str, Callable[[Groups, Groups], PRF]] = {"MUC": muc, "B3": b_cubed, "CEAFe": ceaf_e}


def conll(key: Groups, response: Groups) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e."""
    return sum(measure(key, response).f1 for measure in MEASURES.values()) / len(MEASURES)


def link_scores(key: Groups, joined: Iterable[tuple[Hashable, Hashable]], within: Mapping[Hashable, Hashable]) -> PRF:
    """Pairs that are joined against pairs of one true group, counted only where both mentions lie in one part of `within`."""
    chain = {m: n for n, g in enumerate(key) for m in g}
    wanted = sum(within[a] == within[b] for g in key for a, b in combinations(sorted(g, key=str), 2))
    found = [chain[a] == chain[b] for a, b in joined if within[a] == within[b]]
    return PRF(sum(found) / len(found) if found else 0.0, sum(found) / wanted if wanted else 0.0)
