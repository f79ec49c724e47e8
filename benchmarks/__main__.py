"""`make bench`: shared passages against peers over planted copies, alignment, and the whole analysis in words a second.

`python -m benchmarks [SIZE ...]`, by default 1,750 and 10,000 reports. `generator` says what is planted. Figures are
ratios within one run; they are never compared between machines. CPU seconds count from the words of the texts on, with
the tables of the languages loaded.
"""

import random
import sys
import time
from bisect import bisect_left, bisect_right
from collections import Counter

from rapidfuzz.distance import Indel

from benchmarks.generator import CLASSES, Planted, plant, true_words, vocabulary
from benchmarks.peers import PEERS, timed
from evaluation.demo.compare import AFFAIR
from recoupe.ingest import Reading, read
from recoupe.linguistics import Annotation
from recoupe.linguistics.paragraphs import paragraphs
from recoupe.model import Document
from recoupe.pipeline import analyse_reading
from recoupe.reuse.anchors import anchors, exact_runs
from recoupe.reuse.chaining import passages
from recoupe.reuse.numbering import numbered
from recoupe.reuse.stretches import Family, shared
from recoupe.reuse.words import WordRow, word_row

SIZES = (1750, 10_000)
ALIGNED = 10_000  # pairs of texts that are aligned
Pairs = set[tuple[int, int]]


def ours(texts: list[str]) -> tuple[float, list[Family]]:
    """CPU seconds and families of shared passages."""
    documents = [Document(f"{i:05}", f"{i}", "", t, True, "fr") for i, t in enumerate(texts)]
    annotations = [Annotation(d, (), (), tuple(paragraphs(d.text))) for d in documents]
    start = time.process_time()
    rows = [word_row(t) for t in texts]
    found = shared(annotations, rows)
    return time.process_time() - start, found


def pairs_of(found: list[Family]) -> Pairs:
    """Every two reports of a family."""
    pairs = set()
    for family in found:
        members = sorted({report for report, _, _ in family.stretches})
        pairs |= {(a, b) for k, a in enumerate(members) for b in members[k + 1 :]}
    return pairs


def line(name: str, spent: float, pairs: Pairs, planted: Planted, unit: float) -> str:
    """One line of the table: time, recall of each class of copy, precision."""
    held = Counter(kind for pair, kind in planted.pairs.items() if pair in pairs)
    total = Counter(planted.pairs.values())
    recalls = "  ".join(f"{kind} {held[kind] / total[kind]:.3f}" for kind in (*CLASSES, "siblings") if total[kind])
    right = len(pairs & planted.pairs.keys())
    return (
        f"  {name:11}{spent:7.2f} CPU s ({spent / unit:5.2f} x ours)  recall {right / len(planted.pairs):.3f}"
        f" ({recalls})  precision {right / max(1, len(pairs)):.3f}"
    )


def spans(found: list[Family], planted: Planted) -> str:
    """Recall and precision of the words that lie in shared passages."""
    true = true_words(planted)
    rows = [word_row(text) for text in planted.texts]
    starts = [report.starts for report in planted.reports]
    told: list[set[int]] = [set() for _ in planted.reports]
    for family in found:
        for report, first, last in family.stretches:
            low, high = rows[report].starts[first], rows[report].ends[last - 1]
            told[report].update(range(bisect_right(starts[report], low) - 1, bisect_left(starts[report], high)))
    right = sum(len(a & b) for a, b in zip(true, told, strict=True))
    recall, precision = right / sum(map(len, true)), right / max(1, sum(map(len, told)))
    return f"  words in shared passages: recall {recall:.3f}  precision {precision:.3f}"


def passages_at(size: int) -> float:
    """The table for one size; CPU seconds for a report."""
    planted = plant(size)
    print(f"{size} reports, {len(planted.pairs)} pairs that share a passage")
    spent, found = ours(planted.texts)
    print(line("recoupe", spent, pairs_of(found), planted, spent))
    print(spans(found, planted))
    for name, peer in PEERS.items():
        told = timed(peer, planted.texts)
        print(line(name, *told, planted, spent) if told else f"  {name:11} not installed: pip install {name}")
    return spent / size


def alignment() -> None:
    """Passages of given pairs of texts against one alignment of all their words."""
    chance = random.Random(5)
    words = vocabulary(chance)
    pairs = []
    for _ in range(ALIGNED):
        parts = [chance.choices(words, k=80) for _ in range(4)]
        pairs.append([[w for k in order for w in parts[k]] for order in (range(4), chance.sample(range(4), k=4))])
    rows = [WordRow("", tuple(side)) for pair in pairs for side in pair]
    start = time.process_time()
    pile = numbered(rows)
    runs = exact_runs(anchors(pile, rows, ["und"] * len(rows)))
    found = sum(p.same for _, _, own in passages(pile, runs) for p in own)
    spent = time.process_time() - start
    start = time.process_time()
    peer = sum(round(Indel.normalized_similarity(a, b) * (len(a) + len(b)) / 2) for a, b in pairs)
    other = time.process_time() - start
    total = ALIGNED * 320
    print(f"{ALIGNED} pairs with their paragraphs in another order")
    print(f"  recoupe    {spent:7.2f} CPU s ( 1.00 x ours)  words found again {found / total:.3f}")
    print(f"  rapidfuzz  {other:7.2f} CPU s ({other / spent:5.2f} x ours)  words found again {peer / total:.3f}")


def analysis() -> None:
    """The whole analysis of the made-up affair."""
    reading = read([str(AFFAIR)])
    analyse_reading(Reading(reading.documents[:1], ()))
    words = sum(len(d.text.split()) for d in reading.documents)
    start = time.process_time()
    analyse_reading(reading)
    spent = time.process_time() - start
    print(f"whole analysis of the made-up affair, pipelines loaded: {words / spent:.0f} words a CPU second")


def main(sizes: tuple[int, ...]) -> int:
    """Print the tables."""
    ours(plant(60).texts)  # loads the tables
    rates = [passages_at(size) for size in sizes]
    if len(rates) > 1:
        print(f"growth from {sizes[0]} to {sizes[-1]} reports: {rates[-1] / rates[0]:.2f} x linear")
    alignment()
    analysis()
    return 0


if __name__ == "__main__":
    sys.exit(main(tuple(int(a) for a in sys.argv[1:]) or SIZES))
