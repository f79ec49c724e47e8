"""What shared passages are measured against: near-duplicate search by MinHash, over the same word 8-grams."""

import time
from collections.abc import Callable, Sequence

Pairs = set[tuple[int, int]]
THRESHOLD, PERMUTATIONS, SIZE, BANDS = 0.3, 128, 8, 32


def grams(text: str) -> list[str]:
    """The word 8-grams of a text."""
    words = text.split()
    return [" ".join(words[k : k + SIZE]) for k in range(len(words) - SIZE + 1)]


def datasketch(texts: Sequence[str]) -> Pairs:
    """MinHash with locality-sensitive hashing of datasketch."""
    from datasketch import MinHash, MinHashLSH

    index, sketches = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS), []
    for i, text in enumerate(texts):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([g.encode() for g in grams(text)])
        sketches.append(sketch)
        index.insert(i, sketch)
    return {(min(i, j), max(i, j)) for i, sketch in enumerate(sketches) for j in index.query(sketch) if i != j}


def rensa(texts: Sequence[str]) -> Pairs:
    """The same with rensa, which is compiled."""
    from rensa import RMinHash, RMinHashLSH

    index, sketches = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS), []
    for i, text in enumerate(texts):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(grams(text))
        sketches.append(sketch)
        index.insert(i, sketch)
    return {(min(i, j), max(i, j)) for i, sketch in enumerate(sketches) for j in index.query(sketch) if i != j}


PEERS: dict[str, Callable[[Sequence[str]], Pairs]] = {"datasketch": datasketch, "rensa": rensa}


def timed(peer: Callable[[Sequence[str]], Pairs], texts: Sequence[str]) -> tuple[float, Pairs] | None:
    """CPU seconds and pairs; `None` where the peer is not installed."""
    try:
        peer(texts[:2])
    except ImportError:
        return None
    start = time.process_time()
    pairs = peer(texts)
    return time.process_time() - start, pairs
