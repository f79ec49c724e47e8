"""`python -m evaluation.wordings [--half read|unread] [--missed] [--workers W]`: wordings of one event, in one claim or not.

`--missed` shows wordings that meet no other of their event, and other events taken for it, of the read half alone.
"""

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from evaluation.wordings.scoring import HALVES, Met, events, score


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="evaluation.wordings")
    parser.add_argument("--half", choices=HALVES, help="one half alone")
    parser.add_argument("--missed", action="store_true", help="what is wrong in the read half")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    asked = parser.parse_args()
    with ProcessPoolExecutor(asked.workers, mp_context=get_context("spawn")) as pool:
        for half in (asked.half,) if asked.half else HALVES:
            total = Met()
            for one in pool.map(score, events(half), chunksize=4):
                total.pairs.update(one.pairs)
                total.others.update(one.others)
                total.apart += one.apart
                total.taken += one.taken
            kinds = sorted({kind for kind, _ in total.pairs})
            told = [
                f"{kind} {100 * total.pairs[kind, True] / (total.pairs[kind, True] + total.pairs[kind, False]):.1f}"
                for kind in kinds
            ]
            print(f"== {half} half: pairs of wordings in one claim, per cent: {', '.join(told)};"
                  f" other events kept apart {100 * total.others[True] / total.others.total():.1f}")  # fmt: skip
            if asked.missed and half == "read":
                for topic, words in total.apart:
                    print(f"{topic}: alone: {words}")
                for topic, other in total.taken:
                    print(f"{topic}: taken for it: {other}")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
