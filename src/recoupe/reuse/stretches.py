"""Which stretches of which reports are one passage: pairs of reports compared, the pairs brought together in families."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import networkx as nx

from recoupe.linguistics import Annotation
from recoupe.reuse.anchors import anchors, exact_runs
from recoupe.reuse.chaining import Passage, passages
from recoupe.reuse.forms import Form
from recoupe.reuse.numbering import numbered
from recoupe.reuse.words import WordRow

SHORTEST = 12  # words of a passage
SAME_PLACE = 0.6  # share of the longer of two stretches of a report that both cover from which they are one place
NOTHING: frozenset[int] = frozenset()

Stretch = tuple[int, int, int]  # report, first word, word after the last


@dataclass(frozen=True)
class Family:
    """Stretches of several reports that are one passage, in order; a report may hold it in several places.

    parts: what shows it, with weights: for copies the equal words of the closest two.
    """

    stretches: tuple[Stretch, ...]
    kind: Literal["copy", "near_copy", "translation", "rewording"]
    parts: tuple[tuple[str, float], ...]


def shared(annotations: Sequence[Annotation], rows: Sequence[WordRow]) -> list[Family]:
    """The families of a pile, in order of their stretches, without what is common to reports of any kind.

    Reports of the very same words are compared once. Whether two reports share a passage depends on these two alone.
    """
    twins: dict[tuple[str, ...], list[int]] = {}
    for index, row in enumerate(rows):
        if row.forms:
            twins.setdefault(row.forms, []).append(index)
    firsts = [own[0] for own in twins.values()]
    languages = [annotations[k].document.language for k in firsts]
    graph: nx.Graph = nx.Graph()
    forms = [Form(annotations[k], rows[k]) for k in firsts]
    pile = numbered([rows[k] for k in firsts])
    held = anchors(pile, [rows[k] for k in firsts], languages)
    for left, right, found in passages(pile, exact_runs(held)):
        ours, theirs = held.common.get(left, NOTHING), held.common.get(right, NOTHING)
        for passage in found:
            passage = without(passage, ours, theirs)
            if passage.same >= SHORTEST and telling(forms[left], forms[right], passage):
                ends = ((firsts[left], passage.a_start, passage.a_end), (firsts[right], passage.b_start, passage.b_end))
                graph.add_edge(*ends, exact=exact(rows[ends[0][0]], rows[ends[1][0]], passage), same=passage.same)
    join_places(graph)
    mirror(graph, list(twins.values()))
    return sorted([*families(graph), *same_texts(twins, graph)], key=lambda f: (f.stretches, f.parts))


def mirror(graph: nx.Graph, twins: Sequence[Sequence[int]]) -> None:
    """Puts reports of the very same words where the first of them stands, which changes nothing for the others."""
    own: dict[int, list[Stretch]] = {}
    for stretch in sorted(graph.nodes):
        own.setdefault(stretch[0], []).append(stretch)
    for first, *others in twins:
        for stretch in own.get(first, ()):
            for other in others:
                graph.add_edge(stretch, (other, *stretch[1:]), exact=True, same=stretch[2] - stretch[1])


def same_texts(twins: Mapping[tuple[str, ...], Sequence[int]], known: Collection[Stretch]) -> Iterator[Family]:
    """The families of reports of the very same words, however few or common these are."""
    for words, own in twins.items():
        if len(own) > 1 and (own[0], 0, len(words)) not in known:
            yield Family(tuple((report, 0, len(words)) for report in own), "copy", equal(len(words)))


def without(passage: Passage, ours: frozenset[int], theirs: frozenset[int]) -> Passage:
    """A passage without common words at its ends; those inside count no more among its equal ones."""
    a_start, a_end, b_start, b_end = passage.a_start, passage.a_end, passage.b_start, passage.b_end
    while a_start < a_end and b_start < b_end and (a_start in ours or b_start in theirs):
        a_start, b_start = a_start + 1, b_start + 1
    while a_start < a_end and b_start < b_end and (a_end - 1 in ours or b_end - 1 in theirs):
        a_end, b_end = a_end - 1, b_end - 1
    cut = passage.a_end - passage.a_start - (a_end - a_start)
    inner = sum(k in ours for k in range(a_start, a_end)) if ours else 0
    return Passage(a_start, a_end, b_start, b_end, passage.same - cut - inner)


def telling(one: Form, other: Form, passage: Passage) -> bool:
    """Whether a passage can show that one of two texts comes from the other, in both of them."""
    return one.tells(passage.a_start, passage.a_end) and other.tells(passage.b_start, passage.b_end)


def exact(a: WordRow, b: WordRow, passage: Passage) -> bool:
    """Whether the passage is the same word for word."""
    return a.forms[passage.a_start : passage.a_end] == b.forms[passage.b_start : passage.b_end]


def join_places(graph: nx.Graph) -> None:
    """Ties stretches of one report that lie over each other: passages shared with different reports are one family."""
    places: dict[int, list[Stretch]] = {}
    for node in sorted(graph.nodes):
        places.setdefault(node[0], []).append(node)
    for stretches in places.values():
        for k, one in enumerate(stretches):
            for other in stretches[k + 1 :]:
                if other[1] >= one[2]:
                    break
                covered = min(one[2], other[2]) - other[1]
                if covered >= SAME_PLACE * max(one[2] - one[1], other[2] - other[1]):
                    graph.add_edge(one, other, exact=True, same=0)


def families(graph: nx.Graph) -> Iterator[Family]:
    """The components of a graph of stretches, those of one place as one stretch."""
    for component in nx.connected_components(graph):
        pairs = [data for _, _, data in graph.subgraph(component).edges(data=True) if data["same"]]
        kind: Literal["copy", "near_copy"] = "copy" if all(p["exact"] for p in pairs) else "near_copy"
        yield Family(tuple(merged(sorted(component))), kind, equal(max(p["same"] for p in pairs)))


def equal(words: int) -> tuple[tuple[str, float], ...]:
    """What shows a copy."""
    return (("equal words", float(words)),)


def merged(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Stretches in order, those that lie over each other or follow at once as one."""
    found: list[Stretch] = []
    for report, first, last in stretches:
        if found and found[-1][0] == report and first <= found[-1][2]:
            found[-1] = report, found[-1][1], max(last, found[-1][2])
        else:
            found.append((report, first, last))
    return found
