"""`python -m evaluation.stages [--half read|unread] [--missed]`: stages and reserve of events, per cent of those found.

`--missed` shows the passages of the read half that are read wrong.
"""

import argparse
import sys
from collections import Counter

from evaluation.stages.scoring import HALVES, Judged, score


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="evaluation.stages")
    parser.add_argument("--half", choices=HALVES, help="one half alone")
    parser.add_argument("--missed", action="store_true", help="what is read wrong in the read half")
    asked = parser.parse_args()
    for half in (asked.half,) if asked.half else HALVES:
        for language in ("fr", "en"):
            judged = score(language, half)
            kept = share([j.reserve == j.read_reserve for j in judged if j.read_reserve])
            right = share([j.right for j in judged])
            print(
                f"== {language}, {half} half: {len(judged)} passages, stage right {right}, reserve right where found {kept}"
            )
            print("  " + "; ".join(rows(judged)))
            if asked.missed and half == "read":
                for j in judged:
                    if not j.right or (j.read_reserve is not None and j.reserve != j.read_reserve):
                        print(f"  {j.stage}, {j.reserve} read {j.read_stage}, {j.read_reserve}: [{j.event}] {j.text}")
    return 0


def rows(judged: list[Judged]) -> list[str]:
    """For each stage how many are right, and as what the others are read."""
    told = []
    for stage in sorted({j.stage for j in judged}):
        own = [j for j in judged if j.stage == stage]
        wrong = Counter(str(j.read_stage) for j in own if not j.right)
        rest = ", ".join(f"{name} {n}" for name, n in wrong.most_common())
        told.append(f"{stage} {sum(j.right for j in own)} of {len(own)} ({rest})")
    return told


def share(found: list[bool]) -> str:
    """Per cent, with the count."""
    return f"{100 * sum(found) / max(1, len(found)):.1f} % ({sum(found)} of {len(found)})"


if __name__ == "__main__":
    sys.exit(main())
