"""Shared passages as families: a passage carried by many reports is one family, not a pair for every two of them."""

import functools
from collections.abc import Mapping, Sequence
from typing import Literal

import networkx as nx

from recoupe.attribution.quotations import quotations
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation
from recoupe.model import Evidence, Reuse, ReuseMember, Span, identifier
from recoupe.reuse.anchors import anchors
from recoupe.reuse.chaining import Passage, passages
from recoupe.reuse.weights import weight
from recoupe.reuse.words import WORD, WordRow, plain, word_row

SHORTEST = 12  # words of a passage
TELLING = 5.0  # what its words must tell together (see weights)
LONG = 24  # words from which a passage counts whatever its words
QUOTED = 0.8  # share of words in quotation marks from which the passage is an utterance, not copied text
SAME_PLACE = 0.6  # share of what two stretches of a report cover together from which they are one place

Stretch = tuple[int, int, int]  # report, first word, word after the last


def families(annotations: Sequence[Annotation]) -> list[Reuse]:
    """All families, in order of their ids. What two reports share depends on these two alone."""
    rows = [word_row(a.document.text) for a in annotations]
    quoted = [quoted_words(row, a) for row, a in zip(rows, annotations, strict=True)]
    graph: nx.Graph = nx.Graph()
    for left, right, found in anchors(rows):
        language = annotations[left].document.language
        for passage in passages(rows[left].forms, rows[right].forms, found):
            ends = ((left, passage.a_start, passage.a_end), (right, passage.b_start, passage.b_end))
            if passage.same >= SHORTEST and all(
                tells(rows[k], first, last, annotations[k].document.text, language, quoted[k])
                for k, first, last in ends
            ):
                graph.add_edge(*ends, exact=exact(rows[left], rows[right], passage), same=passage.same)
    join_identical(graph, rows)
    join_places(graph)
    components = [sorted(c) for c in nx.connected_components(graph)]
    return sorted((family(graph, c, rows, annotations) for c in components), key=lambda r: r.id)


def quoted_words(row: WordRow, annotation: Annotation) -> frozenset[int]:
    """Words that stand in quotation marks."""
    marked = quotations(annotation.document.text, annotation.paragraphs)[0]
    return frozenset(k for k, start in enumerate(row.starts) if any(q.start <= start < q.end for q in marked))


def tells(row: WordRow, first: int, last: int, text: str, language: str, quoted: frozenset[int]) -> bool:
    """Whether words [first, last) can show that one text comes from another: no quotation alone, no name and title.

    A long passage always does. In a short one neither capitalised words nor those of offices and bodies count, so that
    `the spokesman of the National Security Council, ...` in two reports is not taken for copying.
    """
    words = range(first, last)
    if sum(k in quoted for k in words) >= QUOTED * len(words):
        return False
    if len(words) >= LONG:
        return True
    titles = official(language)
    telling = [k for k in words if not text[row.starts[k]].isupper() and row.forms[k] not in titles]
    return sum(weight(row.forms[k], language) for k in telling) >= TELLING


@functools.cache
def official(language: str) -> frozenset[str]:
    """Words of offices, bodies and channels."""
    pack = language_pack(language)
    phrases = (*pack.titles.roles, *pack.institutions.nouns, *pack.attribution_phrases.channels)
    return frozenset(plain(m.group()) for phrase in phrases for m in WORD.finditer(phrase))


def exact(a: WordRow, b: WordRow, passage: Passage) -> bool:
    """Whether the passage is the same word for word."""
    return a.forms[passage.a_start : passage.a_end] == b.forms[passage.b_start : passage.b_end]


def join_identical(graph: nx.Graph, rows: Sequence[WordRow]) -> None:
    """Ties reports of the very same words, however few or common these are."""
    first: dict[tuple[str, ...], int] = {}
    for index, row in enumerate(rows):
        other = first.setdefault(row.forms, index)
        if other != index and row.forms:
            size = len(row.forms)
            graph.add_edge((other, 0, size), (index, 0, size), exact=True, same=size)


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
                shared = min(one[2], other[2]) - other[1]
                if shared >= SAME_PLACE * (max(one[2], other[2]) - one[1]):
                    graph.add_edge(one, other, exact=True, same=0)


def family(
    graph: nx.Graph, nodes: Sequence[Stretch], rows: Sequence[WordRow], annotations: Sequence[Annotation]
) -> Reuse:
    """One family: for each report the hull of its stretches."""
    hulls: dict[int, tuple[int, int]] = {}
    for report, first, last in nodes:
        low, high = hulls.get(report, (first, last))
        hulls[report] = min(low, first), max(high, last)
    spans = [span_of(annotations[r], rows[r], *hulls[r]) for r in sorted(hulls)]
    spans.sort()
    pairs = [data for a, b, data in graph.subgraph(nodes).edges(data=True) if data["same"]]
    words = max(data["same"] for data in pairs)
    kind: Literal["copy", "near_copy"] = "copy" if all(data["exact"] for data in pairs) else "near_copy"
    evidence = (Evidence("equal words", float(words), (spans[0],)),)
    members = tuple(ReuseMember(span) for span in spans)
    return Reuse(identifier("reuse", *spans), kind, members, score=float(words), evidence=evidence)


def span_of(annotation: Annotation, row: WordRow, first: int, last: int) -> Span:
    """The span of words [first, last)."""
    return annotation.document.span(row.starts[first], row.ends[last - 1])


def own_shares(annotations: Sequence[Annotation], found: Sequence[Reuse]) -> Mapping[str, float | None]:
    """For each report the share of its words found in no earlier report; `None` where dates leave the order open."""
    by_id = {a.document.id: a.document for a in annotations}
    shares: dict[str, float | None] = {}
    for annotation in annotations:
        document = annotation.document
        row = word_row(document.text)
        taken: set[int] = set()
        known = True
        for reuse in found:
            own = [m.span for m in reuse.members if m.span.document == document.id]
            others = [by_id[m.span.document] for m in reuse.members if m.span.document != document.id]
            if not own or not others:
                continue
            order = [earlier(o.published, document.published) for o in others]
            if any(order):
                taken |= {k for k, start in enumerate(row.starts) if any(s.start <= start < s.end for s in own)}
            elif None in order:
                known = False
        shares[document.id] = round(1 - len(taken) / max(1, len(row.forms)), 4) if known else None
    return shares


def earlier(one: object, other: object) -> bool | None:
    """Whether bounds of a date lie before others; `None` where they leave it open."""
    high, low = getattr(one, "not_after", None), getattr(other, "not_before", None)
    if high and low and high < low:
        return True
    low, high = getattr(one, "not_before", None), getattr(other, "not_after", None)
    return False if low and high and low > high else None
