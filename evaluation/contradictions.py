"""Denials and contradictions: pairs of French sentences from DACCORD beside the project, contradictory or not.

`python -m evaluation.contradictions [--wrong]` reads each pair as two reports and says yes where one denies a claim of
the other, or gives a figure that cannot hold beside the other's. It prints accuracy, and precision and recall of yes.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from recoupe.ingest import Reading
from recoupe.model import Document, Dossier
from recoupe.pipeline import analyse_reading

PAIRS = Path(__file__).parents[2] / "shared" / "corpora" / "contradiction" / "daccord_dev.tsv"
FIGURES = ("count", "amount", "measure")


def pairs() -> Iterator[tuple[str, str, bool]]:
    """Each pair with whether it is marked as contradictory."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield row["premise"], row["hypothesis"], row["label"] == "1"


def read_as_reports(*texts: str) -> Dossier:
    """The dossier of sentences, each a report of its own."""
    documents = tuple(Document(f"d{i}", f"d{i}", f"{i}", text, True, "fr") for i, text in enumerate(texts))
    return analyse_reading(Reading(documents, ()))


def contradictory(dossier: Dossier) -> bool:
    """Whether one report denies a claim of the other, or gives a figure that excludes the other's."""
    statements = {s.id: s for s in dossier.statements}
    for claim in dossier.claims:
        for denial in claim.denials:
            if set(denial.reports) - set(claim.reports) or set(claim.reports) - set(denial.reports):
                return True
        for slot in FIGURES:
            told = [
                (statements[s].document, v) for s in claim.statements for v in statements[s].values if v.slot == slot
            ]
            for document, value in told:
                others = [v for d, v in told if d != document and v.unit == value.unit]
                if others and not any(meet(value.low, value.high, v.low, v.high) for v in others):
                    return True
    return False


def meet(low: object, high: object, other_low: object, other_high: object) -> bool:
    """Whether two ranges of figures share a figure; an open end reaches everywhere."""
    bottom = max(float(x) for x in (low, other_low, "-inf") if x is not None)  # type: ignore[arg-type]
    top = min(float(x) for x in (high, other_high, "inf") if x is not None)  # type: ignore[arg-type]
    return bottom <= top


def main() -> int:
    """Print the figures."""
    if not PAIRS.exists():
        print(f"no pairs in {PAIRS}")
        return 0
    right = yes = true_yes = wanted = total = 0
    for premise, hypothesis, marked in pairs():
        said = contradictory(read_as_reports(premise, hypothesis))
        total, wanted, yes = total + 1, wanted + marked, yes + said
        right, true_yes = right + (said == marked), true_yes + (said and marked)
        if "--wrong" in sys.argv and said and not marked:
            print(f"wrong yes: {premise} // {hypothesis}")
    print(f"{total} pairs, {wanted} contradictory")
    print(f"accuracy {100 * right / total:.1f}   always no {100 * (total - wanted) / total:.1f}")
    print(f"contradiction: precision {100 * true_yes / yes if yes else 0:.1f} ({true_yes} of {yes})", end="   ")
    print(f"recall {100 * true_yes / wanted:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
