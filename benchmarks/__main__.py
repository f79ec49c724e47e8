"""`make bench`: shared passages against MinHash (datasketch), and the whole analysis in words a second.

The generator plants edited, partial and reordered copies and boilerplate among made-up reports and keeps the truth, so
that recall and precision of pairs are known. Figures are ratios within one run; they are never compared between machines.
"""

import random
import sys
import time
from dataclasses import dataclass

from evaluation.demo.compare import AFFAIR
from recoupe.ingest import Reading, read
from recoupe.linguistics import Annotation
from recoupe.model import Document
from recoupe.pipeline import analyse_reading
from recoupe.reuse.families import families

REPORTS, WORDS, SEED = 1500, 320, 11
BOILERPLATE = "Suivez toute l'actualité de la région sur notre page et abonnez-vous à notre lettre du matin."


@dataclass(frozen=True)
class Planted:
    """Texts and the pairs of them that share a planted passage."""

    texts: list[str]
    pairs: set[tuple[int, int]]


def vocabulary(chance: random.Random) -> list[str]:
    """Made-up words, the first ones met most often."""
    syllables = ["ba", "ri", "to", "lu", "mé", "sar", "on", "vi", "ne", "pra", "dou", "chi", "gle", "sou", "far"]
    return ["".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(6000)]


def plant() -> Planted:
    """A pile with one planted copy for every third report."""
    chance = random.Random(SEED)
    words = vocabulary(chance)
    weights = [1 / (rank + 5) for rank in range(len(words))]
    reports = [[" ".join(chance.choices(words, weights, k=WORDS // 4)) for _ in range(4)] for _ in range(REPORTS)]
    pairs = set()
    for copy in range(0, REPORTS, 3):
        source = chance.randrange(REPORTS)
        if source == copy or source % 3 == 0:
            continue
        kind = chance.choice(["edited", "partial", "reordered"])
        parts = list(reports[source])
        if kind == "edited":
            parts = [" ".join(w if chance.random() > 0.04 else chance.choice(words) for w in p.split()) for p in parts]
        elif kind == "partial":
            parts = [parts[1], *reports[copy][1:]]
        else:
            parts = [parts[3], parts[1], *reports[copy][2:]]
        reports[copy] = parts
        pairs.add((min(source, copy), max(source, copy)))
    texts = [". ".join(parts) + ". " + (BOILERPLATE if chance.random() < 0.3 else "") for parts in reports]
    return Planted(texts, pairs)


def ours(planted: Planted) -> tuple[float, set[tuple[int, int]]]:
    """CPU seconds and pairs of our families."""
    documents = [Document(f"{i:05}", f"{i}", "", t, True, "fr") for i, t in enumerate(planted.texts)]
    annotations = [Annotation(d, (), (), ((0, len(d.text)),)) for d in documents]
    start = time.process_time()
    found = families(annotations)
    spent = time.process_time() - start
    pairs = set()
    for family in found:
        members = sorted({int(m.span.document) for m in family.members})
        pairs |= {(a, b) for k, a in enumerate(members) for b in members[k + 1 :]}
    return spent, pairs


def datasketch(planted: Planted) -> tuple[float, set[tuple[int, int]]] | None:
    """CPU seconds and pairs of MinHash with locality-sensitive hashing over the same word 8-grams."""
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        return None
    start = time.process_time()
    index, hashes = MinHashLSH(threshold=0.3, num_perm=128), []
    for i, text in enumerate(planted.texts):
        tokens = text.split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(tokens[k : k + 8]).encode() for k in range(len(tokens) - 7)])
        hashes.append(sketch)
        index.insert(i, sketch)
    pairs = {(min(i, j), max(i, j)) for i, sketch in enumerate(hashes) for j in index.query(sketch) if i != j}
    return time.process_time() - start, pairs


def tell(name: str, spent: float, pairs: set[tuple[int, int]], planted: Planted, unit: float) -> None:
    """One line of the table."""
    right = len(pairs & planted.pairs)
    recall, precision = right / len(planted.pairs), right / max(1, len(pairs))
    print(f"{name:12} {spent:6.2f} CPU s ({spent / unit:5.2f} x ours)  recall {recall:.3f}  precision {precision:.3f}")


def main() -> int:
    """Print the table."""
    planted = plant()
    print(f"shared passages: {len(planted.texts)} planted reports, {len(planted.pairs)} pairs")
    spent, pairs = ours(planted)
    tell("recoupe", spent, pairs, planted, spent)
    peer = datasketch(planted)
    if peer is None:
        print("datasketch   not installed: pip install datasketch")
    else:
        tell("datasketch", *peer, planted, spent)
    reading = read([str(AFFAIR)])
    analyse_reading(Reading(reading.documents[:1], ()))
    words = sum(len(d.text.split()) for d in reading.documents)
    start = time.process_time()
    analyse_reading(reading)
    spent = time.process_time() - start
    print(f"whole analysis of the made-up affair, pipelines loaded: {words / spent:.0f} words a CPU second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
