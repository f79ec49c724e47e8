"""Denials and contradictions: pairs of French sentences from DACCORD beside the project, contradictory or not.

`python -m evaluation.contradictions [--wrong]` reads each pair as two reports and says yes where one denies a claim of
the other, or a note says that clauses of the two do not go together. It prints accuracy, and precision and recall of yes,
over all pairs and over each half: the rules were made with the first, third, fifth ... pairs in sight, never the others.
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from recoupe.claims.incompatible import CODE
from recoupe.ingest import Reading
from recoupe.model import Document, Dossier
from recoupe.pipeline import analyse_reading

PAIRS = Path(__file__).parents[2] / "shared" / "corpora" / "contradiction" / "daccord_dev.tsv"


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
    """Whether one report denies a claim of the other, or clauses of the two do not go together."""
    for claim in dossier.claims:
        for denial in claim.denials:
            if set(denial.reports) - set(claim.reports) or set(claim.reports) - set(denial.reports):
                return True
    return any(note.code == CODE for note in dossier.notes)


def main() -> int:
    """Print the figures."""
    if not PAIRS.exists():
        print(f"no pairs in {PAIRS}")
        return 0
    found = [(contradictory(read_as_reports(p, h)), marked, f"{p} // {h}") for p, h, marked in pairs()]
    for name, some in (("all", found), ("pairs in sight", found[::2]), ("pairs unread", found[1::2])):
        report(name, [(said, marked) for said, marked, _ in some])
    if "--wrong" in sys.argv:
        print(*(f"wrong yes: {words}" for said, marked, words in found[::2] if said and not marked), sep="\n")
    return 0


def report(name: str, found: Sequence[tuple[bool, bool]]) -> None:
    """The figures of some pairs, as said and as marked."""
    wanted, yes = sum(marked for _, marked in found), sum(said for said, _ in found)
    both, right = sum(said and marked for said, marked in found), sum(said == marked for said, marked in found)
    print(f"{name}: {len(found)} pairs, {wanted} contradictory")
    print(f"  accuracy {100 * right / len(found):.1f}   always no {100 * (len(found) - wanted) / len(found):.1f}")
    print(f"  contradiction: precision {100 * both / max(1, yes):.1f} ({both} of {yes})", end="   ")
    print(f"recall {100 * both / wanted:.1f}")


if __name__ == "__main__":
    sys.exit(main())
