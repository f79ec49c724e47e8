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
    """Gold relation -> predicted one, each once, the best contents first and right sources before wrong ones."""
    options = []
    by_document: dict[str, list[tuple[int, Relation, set[int]]]] = {}
    for p, other in enumerate(predicted):
        by_document.setdefault(other.document, []).append((p, other, characters(other)))
    for g, one in enumerate(gold):
        a = characters(one)
        for p, other, b in by_document.get(one.document, []):
            jaccard = len(a & b) / len(a | b)
            if jaccard >= JACCARD:
                options.append((one.optional, not source_right(one, other), -jaccard, g, p))
    pairs: dict[int, int] = {}
    for *_, g, p in sorted(options):
        if g not in pairs and p not in pairs.values():
            pairs[g] = p
    return pairs


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
