"""`python -m evaluation.planted [--piles N] [--seed S] [--part PART] [--worst K] [--workers W] [--given claims|chains]`.

Plants piles from the parts of the templates, reads their raw texts with the program and prints what it finds of them
beside the truth and beside the trivial range (1 to the number of reports that affirm). `--worst K` shows what was missed
in the K worst claims of the read parts; no sentence of the unread part is ever printed.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from evaluation.planted.scoring import Scored, Scores, score_pile
from evaluation.planted.world import PARTS


def share(part: int, whole: int) -> str:
    """A part in per cent, with the count."""
    return f"{100 * part / whole:5.1f} % ({part} of {whole})" if whole else "    – (none)"


def figures(claims: Sequence[Scored]) -> list[str]:
    """The lines about the ranges of some claims."""
    found = [c for c in claims if c.given is not None]
    wider = [c.wider for c in found if c.wider is not None]
    width = sum(wider) / len(wider) if wider else 0.0
    trivial = [c.reports - 1 - (c.true[1] - c.true[0]) for c in claims]
    lines = [
        f"  true range inside the given one: {share(sum(c.inside for c in claims), len(claims))}"
        f"   trivial {share(sum(c.true[1] <= c.reports and c.true[0] >= 1 for c in claims), len(claims))}",
        f"  wider than the true one by: {width:.2f}   trivial {sum(trivial) / max(1, len(trivial)):.2f}",
        f"  exact: {share(sum(c.given == c.true for c in claims), len(claims))}"
        f"   trivial {share(sum(c.true == (1, c.reports) for c in claims), len(claims))}",
    ]
    return lines


def table(scores: Scores) -> list[str]:
    """Everything about the piles of one part."""
    claims = scores.claims
    found = [c for c in claims if c.given is not None]
    right = [c for c in claims if c.extracted]
    lines = [f"claims: {len(claims)}, found: {share(len(found), len(claims))}", *figures(claims)]
    lines += [f"with all reports and statements: {share(sum(c.whole for c in claims), len(claims))}"]
    lines += [f"of the claims found ({len(found)}):", *figures(found)]
    lines += [f"of those whose statements and chains were extracted right ({len(right)}):", *figures(right)]
    lines += [
        f"near misses kept apart: {share(scores.misses[True], scores.misses.total())}",
        f"denials tied: {share(scores.denials[True], scores.denials.total())}",
        f"outlets recognised: {share(scores.outlets[True], scores.outlets.total())}",
        "sentences read as planted, and what was missed first:",
    ]
    by: dict[tuple[str, str], Counter[str | None]] = {}
    for told in scores.sentences:
        by.setdefault((told.construction, told.language), Counter())[told.missing] += 1
    for (construction, language), missed in sorted(by.items()):
        rest = ", ".join(f"{name}: {n}" for name, n in missed.most_common() if name is not None)
        lines.append(f"  {construction:16} {language} {share(missed[None], missed.total())}   {rest}")
    return lines


def worst(claims: Sequence[Scored], number: int) -> list[str]:
    """What was missed in the claims whose range is farthest off."""

    def gap(c: Scored) -> tuple[bool, int]:
        return c.given is None, sum(abs(a - b) for a, b in zip(c.given or (0, 0), c.true, strict=True))

    lines = []
    for c in sorted(claims, key=gap, reverse=True)[:number]:
        lines.append(
            f"{c.pile} {c.claim}: {c.reports} reports, true {c.true}, given {c.given}, extracted {c.extracted}"
        )
        lines += [f"    {t.missing or 'ok'} [{t.construction}]: {t.text} -> {t.statement}" for t in c.told]
    return lines


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="evaluation.planted")
    parser.add_argument("--piles", type=int, default=30, help="piles of each part")
    parser.add_argument("--seed", type=int, default=0, help="first seed")
    parser.add_argument("--worst", nargs="?", type=int, default=0, metavar="K",
                        help="how many of the worst claims of the read parts to show")  # fmt: skip
    parser.add_argument("--part", choices=PARTS, help="one part alone")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--given", nargs="?", const="claims", choices=("claims", "chains"),
                        help="what the program is given: the claims, or who speaks through whom too")  # fmt: skip
    parser.add_argument("--missed", action="store_true", help="every sentence of the read parts that was not read")
    asked = parser.parse_args()
    if asked.worst is None:
        parser.error("--worst wants the number of claims to show, as in `--worst 5`")
    seeds = range(asked.seed, asked.seed + asked.piles)
    with ProcessPoolExecutor(asked.workers, mp_context=get_context("spawn")) as pool:
        for part in (asked.part,) if asked.part else PARTS:
            total = Scores()
            for one in pool.map(score_pile, seeds, [part] * len(seeds), [asked.given] * len(seeds), chunksize=4):
                total.add(one)
            print(f"== {part} part: {asked.piles} piles from seed {asked.seed}")
            print("\n".join(table(total)))
            if part != "unread":
                print("\n".join(worst(total.claims, asked.worst)))
                for told in total.sentences if asked.missed else ():
                    if told.missing is not None:
                        print(f"{told.language} {told.construction} {told.missing}: {told.text} -> {told.statement}")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
