"""Wrong joins and missed joins: the claims of the made-up affairs against their true ones, pair by pair.

`python -m evaluation.joins [AFFAIR ...]` prints, for each affair, over pairs of true affirming statements, how many are
joined in one claim and rightly so, the same for the reports of claims and for denials, how many ranges are right, and
each wrong or missed pair with `--pairs` (never of an unread affair).
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from evaluation.affairs import AFFAIRS, UNREAD, answers, reports
from evaluation.demo.compare import Comparison
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

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        return round(200 * self.right / (self.found + self.wanted), 1) if self.found + self.wanted else 0.0


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


@dataclass(frozen=True)
class Found:
    """What is found of an affair. lost: true statements that no claim holds; ranges: claims whose range is the true one,
    inside: whose range holds the true one."""

    statements: dict[int, tuple[str, set[str]]]
    wanted: set[tuple[int, int]]
    joined: set[tuple[int, int]]
    reports: Joins
    denials: Joins
    claims: int
    ranges: int
    inside: int

    @property
    def pairs(self) -> Joins:
        """The pairs of statements of one claim."""
        return counted(self.wanted, self.joined)

    @property
    def lost(self) -> list[str]:
        """True statements that no claim holds."""
        return [words for words, held in self.statements.values() if not held]


def found_of(affair: str) -> Found:
    """The analysis of an affair beside its true answers."""
    comparison = Comparison(analyse([str(reports(affair))]), answers(affair))
    statements = placed(comparison)
    claim_of = {n: words.partition(":")[0] for n, (words, _) in statements.items()}
    pairs = list(combinations(sorted(statements), 2))
    claims = comparison.answers["claim"]
    ranges = [(m.origins, c) for c in claims if (m := comparison.matching(c)) is not None]
    return Found(
        statements,
        {(a, b) for a, b in pairs if claim_of[a] == claim_of[b]},
        {(a, b) for a, b in pairs if statements[a][1] & statements[b][1]},
        counted({(c["id"], r) for c in claims for r in c["reports"]}, set(reports_found(comparison))),
        counted(set(denials_wanted(comparison)), set(denials_found(comparison))),
        len(claims),
        sum((o.min, o.max) == (c["min"], c["max"]) for o, c in ranges),
        sum(o.min <= c["min"] and c["max"] <= o.max for o, c in ranges),
    )


def main() -> None:
    """Print the tables; with `--pairs` the pairs that are wrong or missed."""
    chosen = [a for a in sys.argv[1:] if not a.startswith("-")] or list(AFFAIRS)
    for affair in chosen:
        found = found_of(affair)
        pairs, total = found.pairs, len(found.statements)
        print(f"{affair}: {total} true affirming statements, {len(found.lost)} of them in no claim")
        print(f"  pairs of one claim: {told(pairs)}   F1 {pairs.f1}")
        print(f"  reports of claims: {told(found.reports)}   reports with denials: {told(found.denials)}")
        print(f"  ranges: {found.ranges} of {found.claims} right, {found.inside} hold the true one")
        if "--pairs" in sys.argv and affair not in UNREAD:
            for kind, some in (("false", found.joined - found.wanted), ("missed", found.wanted - found.joined)):
                for a, b in sorted(some):
                    print(f"    {kind}: {found.statements[a][0]!r} / {found.statements[b][0]!r}")


def told(joins: Joins) -> str:
    """Precision and recall in words."""
    precision = 100 - joins.false_rate
    return f"precision {precision:.1f} ({joins.right} of {joins.found}) recall {100 - joins.missed_rate:.1f} (of {joins.wanted})"


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
