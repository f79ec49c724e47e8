"""Wrong joins and missed joins: the claims of the made-up affair against its true ones, pair by pair.

`python -m evaluation.joins` prints, over pairs of affirming statements that both the truth and the analysis have, how
many joined pairs are wrong and how many true pairs are missed, the same for reports of claims and for denials, and each
wrong or missed pair with `--pairs`.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from evaluation.demo.compare import AFFAIR, Comparison, truth
from recoupe.model import Span
from recoupe.pipeline import analyse


@dataclass(frozen=True)
class Joins:
    """Pairs that are joined in truth, that the analysis joins, and both."""

    wanted: int
    found: int
    right: int

    @property
    def false_rate(self) -> float:
        """Share of the found pairs that are wrong, in per cent."""
        return round(100 * (self.found - self.right) / self.found, 1) if self.found else 0.0

    @property
    def missed_rate(self) -> float:
        """Share of the wanted pairs that are not found, in per cent."""
        return round(100 * (self.wanted - self.right) / self.wanted, 1) if self.wanted else 0.0


def counted(wanted: Iterable[object], found: Iterable[object]) -> Joins:
    """The joins of two sets of pairs."""
    a, b = set(wanted), set(found)
    return Joins(len(a), len(b), len(a & b))


def placed(comparison: Comparison) -> dict[int, tuple[str, set[str]]]:
    """For each true affirming statement its words and the claims of the analysis that hold it.

    A statement of the analysis stands for the true one that it shares most with: one sentence may tell of two events.
    """
    places: dict[int, tuple[str, int, int]] = {}
    words: dict[int, str] = {}
    number = 0
    for claim in comparison.answers["claim"]:
        for statement in claim["statement"]:
            number += 1
            if (statement["stance"], statement["realis"]) != ("affirms", "actual") or statement.get("optional"):
                continue
            place = comparison.place(statement["report"], statement["words"])
            words[number] = f"{claim['id']}: {statement['report']}: {statement['words'][:60]}"
            if place is not None:
                places[number] = place
    found: dict[int, tuple[str, set[str]]] = {n: (told, set()) for n, told in words.items()}
    for claim in comparison.dossier.claims:
        for name in claim.statements:
            spans = comparison.statements[name].spans
            near = {n: max(alike(s, p) for s in spans) for n, p in places.items() if covered(comparison, spans, p)}
            if near:
                found[max(near, key=lambda n: (near[n], -n))][1].add(claim.id)
    return found


def covered(comparison: Comparison, spans: Iterable[Span], place: tuple[str, int, int]) -> bool:
    """Whether one of some spans shares enough with a place."""
    return any(comparison.covers(s, place) for s in spans)


def alike(span: Span, place: tuple[str, int, int]) -> float:
    """What two places share of what either covers."""
    if span.document != place[0]:
        return 0.0
    shared = max(0, min(span.end, place[2]) - max(span.start, place[1]))
    return shared / (max(span.end, place[2]) - min(span.start, place[1]))


def main() -> None:
    """Print the rates; with `--pairs` the pairs that are wrong or missed."""
    comparison = Comparison(analyse([str(AFFAIR)]), truth())
    statements = placed(comparison)
    claim_of = {n: words.partition(":")[0] for n, (words, _) in statements.items()}
    pairs = list(combinations(sorted(statements), 2))
    wanted = {(a, b) for a, b in pairs if claim_of[a] == claim_of[b]}
    found = {(a, b) for a, b in pairs if statements[a][1] & statements[b][1]}
    joins = counted(wanted, found)
    unread = [n for n, (_, held) in statements.items() if not held]
    print(f"true affirming statements: {len(statements)}, in no claim: {len(unread)}")
    print(f"pairs: {joins.wanted} wanted, {joins.found} joined, {joins.right} of them right")
    print(f"false joins: {joins.false_rate} %   missed joins: {joins.missed_rate} %")
    reports = counted(
        {(c["id"], r) for c in comparison.answers["claim"] for r in c["reports"]}, set(reports_found(comparison))
    )
    print(f"reports of claims: {reports.wanted} wanted, {reports.found} found, {reports.right} right")
    denials = counted(set(denials_wanted(comparison)), set(denials_found(comparison)))
    print(f"denials by report: {denials.wanted} wanted, {denials.found} found, {denials.right} right")
    if "--pairs" in sys.argv:
        for kind, some in (("false", found - wanted), ("missed", wanted - found)):
            for a, b in sorted(some):
                print(f"{kind}: {statements[a][0]!r} / {statements[b][0]!r}")


def reports_found(comparison: Comparison) -> Iterable[tuple[str, str]]:
    """The reports that the analysis gives for each true claim."""
    names = {d.id: name for name, d in comparison.documents.items()}
    for claim in comparison.answers["claim"]:
        match = comparison.matching(claim)
        for report in match.reports if match is not None else ():
            yield claim["id"], names[report]


def denials_wanted(comparison: Comparison) -> Iterable[tuple[str, str]]:
    """The true claims with the reports that carry a denial of them."""
    for claim in comparison.answers["claim"]:
        for denial in claim.get("denial", ()):
            for report in denial["reports"]:
                yield claim["id"], report


def denials_found(comparison: Comparison) -> Iterable[tuple[str, str]]:
    """The same by the analysis."""
    names = {d.id: name for name, d in comparison.documents.items()}
    for claim in comparison.answers["claim"]:
        match = comparison.matching(claim)
        for denial in match.denials if match is not None else ():
            for report in denial.reports:
                yield claim["id"], names[report]


if __name__ == "__main__":
    main()
