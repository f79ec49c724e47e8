"""Which text does a retelling come from? Stories retold from person to person, beside the project.

`python -m evaluation.narration` takes every retelling and asks for its parent among all texts of an earlier generation, of
whatever story and chain (the order is known, nothing else). Beside `recoupe.reuse.nearness` stand the plain share of words
and of pairs of neighbouring words.
"""

import csv
import itertools
import math
import re
import sys
from collections.abc import Callable
from pathlib import Path

from recoupe.reuse.nearness import nearness

STORIES = Path(__file__).parents[2] / "shared" / "corpora" / "derivation" / "iterated_narration.csv"
LANGUAGE = "en"


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return re.findall(r"\w+", text.lower())


def shared_words(one: str, other: str) -> float:
    """Words of both, of those of either."""
    a, b = set(words(one)), set(words(other))
    return len(a & b) / len(a | b)


def shared_pairs(one: str, other: str) -> float:
    """Pairs of neighbouring words of both, of those of either."""
    a, b = (set(itertools.pairwise(w)) for w in (words(one), words(other)))
    return len(a & b) / max(1, len(a | b))


def near(one: str, other: str) -> float:
    """What the product says."""
    return nearness(one, other, LANGUAGE)[0]


def main() -> int:
    """Print the share of retellings whose parent is named, with its standard error."""
    if not STORIES.exists():
        print(f"not here: {STORIES}", file=sys.stderr)
        return 1
    with STORIES.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    generation: dict[str, int] = {}
    for row in rows:
        generation.setdefault(row["story_text"], int(row["generation"]) - 1)
    for row in rows:
        generation.setdefault(row["reproduction"], int(row["generation"]))
    measures: dict[str, Callable[[str, str], float]] = {
        "shared pairs of words": shared_pairs,
        "shared words": shared_words,
        "recoupe.reuse.nearness": near,
    }
    for name, measure in measures.items():
        right = 0
        for row in rows:
            text = row["reproduction"]
            earlier = [t for t, g in generation.items() if g < int(row["generation"]) and t != text]
            right += max(earlier, key=lambda t: (measure(t, text), t)) == row["story_text"]
        share = right / len(rows)
        error = math.sqrt(share * (1 - share) / len(rows))
        print(f"{name}: parent named in {100 * share:.1f} % of {len(rows)} (standard error {100 * error:.1f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
