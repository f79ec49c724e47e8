"""`python -m evaluation.sayings [--half read|unread] [--missed]`: passages read right, by language, half and kind."""

import argparse
from collections import Counter
from itertools import product

from evaluation.sayings.scoring import FILES, HALVES, KINDS, score
from recoupe.languages import LANGUAGES


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.sayings", description=__doc__)
    parser.add_argument("--half", choices=HALVES, help="one half alone")
    parser.add_argument("--missed", action="store_true", help="the passages of the read half that are read wrong")
    asked = parser.parse_args()
    halves = (asked.half,) if asked.half else HALVES
    for part, language in product(FILES, LANGUAGES):
        for half in halves:
            judged = score(language, part, half)
            right = sum(one.fault is None for one in judged)
            print(f"{part} part, {language} {half}: {right} of {len(judged)} right ({100 * right / len(judged):.1f} %)")
            for kind, name in enumerate(KINDS):
                own = [one for one in judged if one.kind == kind]
                faults = Counter(one.fault for one in own if one.fault is not None)
                told = ", ".join(f"{fault}: {n}" for fault, n in sorted(faults.items()))
                print(f"  {name:32} {len(own) - sum(faults.values()):3} of {len(own)}   {told}")
            if asked.missed and half == "read":
                print(*(f"    {one.fault}: {one.text}" for one in judged if one.fault is not None), sep="\n")


if __name__ == "__main__":
    main()
