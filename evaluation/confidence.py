"""The weights of an attribution's confidence: a logistic regression with an L2 penalty on marked texts.

`python -m evaluation.confidence` prints how well the confidence tells right relations from wrong ones (AUROC) and how far
it is from their share (expected calibration error), cross-validated by document; `--write` writes the weights of all
texts to the shared pack. The test half of the passages takes no part. PolNeAR, whose guide differs, has a term of its own
that is not shipped.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.attributions import (
    PASSAGES,
    SHARED,
    Marked,
    area,
    expected_error,
    gold_relation,
    lines,
    polnear_texts,
    relation_of,
)
from evaluation.scoring import paired, source_right
from recoupe.attribution.flattening import flattened
from recoupe.ingest import read
from recoupe.languages import loader
from recoupe.model import Attribution
from recoupe.pipeline import attributions_of

TARGET = Path(loader.__file__).parent / "shared" / "confidence.toml"
PENALTY = 2.0
FOLDS = 5
OTHER_GUIDE = "guide of PolNeAR"
OTHER_WEIGHT = 0.3  # of a relation of PolNeAR's beside one of our guide's
RAREST = 4  # relations; rarer signs get no weight
Rows = NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """A relation with what was seen of it and whether it is right."""

    document: str
    signs: frozenset[str]
    right: bool
    weight: float


def judged(paths: Sequence[Path], rows: Sequence[dict[str, object]], other: bool) -> list[Judged]:
    """The relations found in marked texts, each judged by the gold ones."""
    found: list[tuple[str, Attribution]] = []
    texts = {}
    for path in paths:
        document = read([str(path)]).documents[0]
        texts[path.name] = document.text
        attributions: Iterable[Attribution] = attributions_of(document, {}).attributions
        if other:
            attributions = flattened(list(attributions), document.text)
        found += [(path.name, a) for a in attributions]
    gold = [gold_relation(row) for row in rows if Path(str(row["doc"])).name in texts]
    marked = Marked(texts, gold, [relation_of(name, a) for name, a in found], [])
    pairs = paired(marked.gold, marked.predicted)
    forgiven = {p for g, p in pairs.items() if gold[g].optional}
    right = {p for g, p in pairs.items() if source_right(gold[g], marked.predicted[p])}
    return [
        Judged(
            name,
            frozenset(e.name for e in a.evidence if not e.name.startswith("entry "))
            | ({OTHER_GUIDE} if other else set()),
            p in right,
            OTHER_WEIGHT if other else 1.0,
        )
        for p, (name, a) in enumerate(found)
        if p not in forgiven
    ]


def texts() -> list[Judged]:
    """All relations to learn from."""
    found: list[Judged] = []
    for language in ("fr", "en"):
        rows = [r for r in lines(PASSAGES / language / "gold.jsonl") if r["part"] == "dev"]
        names = sorted({str(r["doc"]) for r in rows})
        found += judged([PASSAGES / language / name for name in names], rows, other=False)
    news = SHARED / "gold" / "fr-news"
    if news.exists():
        found += judged(sorted(news.glob("*.txt")), lines(news / "gold.jsonl"), other=False)
    english = polnear_texts()
    if english is not None:
        found += judged(*english, other=True)
    return found


def fitted(sample: Sequence[Judged], names: Sequence[str]) -> Rows:
    """Weights of the base and of each sign, by Newton's method; the base has no penalty."""
    x = matrix(sample, names)
    y = np.array([float(j.right) for j in sample])
    w = np.array([j.weight for j in sample])
    beta = np.zeros(x.shape[1])
    penalty = np.diag([0.0, *[PENALTY] * len(names)])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (w * (y - p)) - penalty @ beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + penalty + 1e-9 * np.eye(x.shape[1])
        step = np.linalg.solve(hessian, gradient)
        beta = beta + step
        if float(np.abs(step).max()) < 1e-9:
            break
    return beta


def matrix(sample: Sequence[Judged], names: Sequence[str]) -> Rows:
    """A row a relation: 1 for the base, then 1 or 0 for each sign."""
    return np.array([[1.0, *(float(n in j.signs) for n in names)] for j in sample])


def signs(sample: Sequence[Judged]) -> list[str]:
    """The signs that are common enough."""
    counts: dict[str, int] = {}
    for one in sample:
        for name in one.signs:
            counts[name] = counts.get(name, 0) + 1
    return sorted(n for n, count in counts.items() if count >= RAREST)


def crossed(sample: Sequence[Judged]) -> list[tuple[float, bool, bool]]:
    """(confidence, right, of our guide) of each relation by weights learnt on the documents of the other folds."""
    documents = sorted({j.document for j in sample})
    fold = {name: i % FOLDS for i, name in enumerate(documents)}
    found = []
    for k in range(FOLDS):
        learnt = [j for j in sample if fold[j.document] != k]
        held = [j for j in sample if fold[j.document] == k]
        names = signs(learnt)
        confidence = 1 / (1 + np.exp(-matrix(held, names) @ fitted(learnt, names)))
        found += [(float(c), j.right, OTHER_GUIDE not in j.signs) for c, j in zip(confidence, held, strict=True)]
    return found


def main() -> None:
    """Print the figures; write the weights if asked to."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.confidence", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    write = parser.parse_args().write
    sample = texts()
    held = crossed(sample)
    for label, ours in (("our guide", True), ("PolNeAR", False)):
        part = [(c, right) for c, right, own in held if own is ours]
        if part:
            print(f"{label}: {len(part)} relations, AUROC {area(part)}, calibration error {expected_error(part)}")
    if write:
        names = signs(sample)
        base, *weights = (round(float(b), 3) for b in fitted(sample, names))
        rows = [f'"{n}" = {v}' for n, v in zip(names, weights, strict=True) if n != OTHER_GUIDE]
        head = TARGET.read_text(encoding="utf-8").splitlines()[0]
        TARGET.write_text("\n".join([head, f"base = {base}", "", "[weights]", *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
