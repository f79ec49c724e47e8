"""Learn what tells that two statements are of one happening, from the marked events of ECB+ train beside the project.

`python -m training.happenings` writes `src/recoupe/languages/shared/happenings.toml`: logistic regression over the
amounts of evidence that `recoupe.claims.happenings` finds in each pair of related events. A weight has the sign that its
name asks for, or is left out. Pairs of the same two words in the same two piles count together by the square root of
their number, so that no long chain decides alone. `joined` is the sum at which groups of the training part score best.
"""

from collections import Counter
from pathlib import Path

import numpy

from evaluation.coreference import conll, groups
from evaluation.drafting import Read, annotated, candidates, read
from evaluation.grouping import joined_at
from evaluation.mentions import ecb
from recoupe.claims.happenings import amounts
from training.logistic import Array, fit

TARGET = Path(__file__).parents[1] / "src" / "recoupe" / "languages" / "shared" / "happenings.toml"
FOR = {
    "same actor",
    "same actor, another role",
    "same thing",
    "same place",
    "same figures",
    "sentence alike",
    "words of one sense",
    "reports share words",
    "reports share many words",
    "reports share most words",
    "reports share names",
}
AGAINST = {
    "everyday word",
    "words of saying",
    "other actor",
    "other thing",
    "other place",
    "other phase",
    "verb and noun",
    "other figures",
    "nothing shared around",
    "reports share no name",
    "names that the other report never tells",
    "chief names missing",
}
SMALLEST = 0.01  # a weight under it is left out
APART = -1.25  # log-odds under which links of claims in ECB+ train and dev are right less often than not


def main() -> None:
    """Learn and write."""
    marked = ecb("train")
    found = read(marked, annotated(marked))
    tellings = [one.telling for one in found]
    pairs = candidates(tellings)
    rows = [amounts(tellings[i], tellings[j]) for i, j in pairs]
    names = list(rows[0])
    x = numpy.array([[1.0, *(row[n] for n in names)] for row in rows])
    y = numpy.array([float(found[i].mention.chain == found[j].mention.chain) for i, j in pairs])
    learnt = fit(x, y, shares(found, pairs), names, FOR, AGAINST)
    sums = x @ learnt
    key = groups({i: one.mention.chain for i, one in enumerate(found)})
    steps = [round(float(s), 2) for s in numpy.arange(-1, 1.6, 0.1)]
    joined = max(steps, key=lambda s: conll(key, joined_at(s, pairs, sums.tolist(), tellings)))
    lines = [
        "# Log-odds that two statements tell of one happening; made by `python -m training.happenings` from ECB+ train.",
        "# ECB+: A. Cybulska, P. Vossen, 2014, CC BY 3.0; only these weights are derived from it, none of its words is here.",
        "",
        f"base = {learnt[0]:.2f}",
        f"joined = {joined:.2f}",
        f"apart = {APART:.2f}",
        "",
        "[weights]",
        *(f'"{n}" = {w:.2f}' for n, w in zip(names, learnt[1:], strict=True) if abs(w) >= SMALLEST),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def shares(found: list[Read], pairs: list[tuple[int, int]]) -> Array:
    """How much each pair counts."""
    kinds = []
    for i, j in pairs:
        a, b = found[i], found[j]
        topics = tuple(sorted((a.mention.topic, b.mention.topic)))
        words = tuple(sorted((a.telling.word, b.telling.word)))
        kinds.append((topics, words, a.mention.chain == b.mention.chain))
    counted = Counter(kinds)
    return numpy.array([counted[kind] ** -0.5 for kind in kinds])


if __name__ == "__main__":
    main()
