"""Attribution scores: pairs by content, right where the source is right too (the rule of the annotation guide)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

JACCARD = 0.5


@dataclass(frozen=True)
class Relation:
    """A relation in code points of one text; confidence: of a predicted one, 0 to 1."""

    document: str
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    kind: str
    firmness: str
    optional: bool = False
    relay: tuple[int, int] | None = None
    confidence: float = 1.0


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1 in per cent, and the gold relations that were found."""

    precision: float
    recall: float
    f1: float
    found: frozenset[int]


def characters(relation: Relation) -> set[int]:
    """The code points of a relation's content."""
    return {i for start, end in relation.content for i in range(start, end)}


def source_right(gold: Relation, predicted: Relation) -> bool:
    """Whether at least half of the predicted source lies in the gold one, or both are absent."""
    if gold.source is None or predicted.source is None:
        return gold.source is None and predicted.source is None
    shared = min(gold.source[1], predicted.source[1]) - max(gold.source[0], predicted.source[0])
    return 2 * shared >= predicted.source[1] - predicted.source[0]


def paired(gold: Sequence[Relation], predicted: Sequence[Relation]) -> dict[int, int]:
    """Gold relation -> predicted one, each once: of all pairings by content one with the most pairs.

    The rule of the annotation guide's scorer: required relations are placed first, each where content and source fit best
    (augmenting paths, Kuhn 1955).
    """
    by_document: dict[str, list[tuple[int, Relation, set[int]]]] = {}
    for p, other in enumerate(predicted):
        by_document.setdefault(other.document, []).append((p, other, characters(other)))
    wishes: dict[int, list[int]] = {}
    for g, one in enumerate(gold):
        own = characters(one)
        found = []
        for p, other, its in by_document.get(one.document, []):
            jaccard = len(own & its) / len(own | its)
            if jaccard >= JACCARD:
                found.append((-jaccard - source_right(one, other), p))
        wishes[g] = [p for _, p in sorted(found)]
    owner: dict[int, int] = {}

    def place(g: int, seen: set[int]) -> bool:
        """Find a place for a gold relation, moving others where that makes room."""
        for p in wishes[g]:
            if p not in seen:
                seen.add(p)
                if p not in owner or place(owner[p], seen):
                    owner[p] = g
                    return True
        return False

    for g in sorted(wishes, key=lambda g: (gold[g].optional, g)):
        place(g, set())
    return {g: p for p, g in sorted(owner.items(), key=lambda pair: pair[1])}


def score(gold: Iterable[Relation], predicted: Iterable[Relation]) -> Score:
    """The relation score; optional gold relations are neither required nor punished."""
    golden, found = list(gold), list(predicted)
    pairs = paired(golden, found)
    required = {g for g, r in enumerate(golden) if not r.optional}
    forgiven = {p for g, p in pairs.items() if golden[g].optional}
    right = {g for g, p in pairs.items() if g in required and source_right(golden[g], found[p])}
    counted = len(found) - len(forgiven)
    precision = 100 * len(right) / counted if counted else 0.0
    recall = 100 * len(right) / len(required) if required else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Score(round(precision, 1), round(recall, 1), round(f1, 1), frozenset(right))
