"""Learn what tells that two statements are of one claim, from made-up affairs and from the marked events of ECB+ train.

`python -m training.same_claim` writes `src/recoupe/languages/shared/same_claim.toml`: logistic regression over the amounts
of evidence that `recoupe.claims.resemblance` finds in each pair of affirmed statements. Two statements of one affair are
one claim or two as its true answers say; two of different affairs are never one. A weight has the sign that its name
asks for, or is left out. Of ECB+, statements of marked events in two reports of one affair; pairs of the same words count
together by the square root of their number. With `--held-out` it prints instead what the weights of all other affairs
make of each affair's pairs. Either takes some minutes and a gigabyte.
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

import numpy

from evaluation.affairs import AFFAIRS, UNREAD, answers, reports
from evaluation.demo.compare import Comparison
from evaluation.drafting import annotated
from evaluation.drafting import read as read_marked
from evaluation.joins import alike, covered
from evaluation.mentions import ecb
from recoupe.claims.affairs import Affairs
from recoupe.claims.grouping import phased, stands
from recoupe.claims.happenings import Telling, Tellings
from recoupe.claims.matching import AFFAIR
from recoupe.claims.resemblance import amounts, comparable
from recoupe.ingest import read
from recoupe.model import Span
from recoupe.pipeline import Worked, work
from training import tellings
from training.happenings import shares
from training.logistic import Array, fit

TARGET = Path(__file__).parents[1] / "src" / "recoupe" / "languages" / "shared" / "same_claim.toml"
JOINED = 0.3  # average from which groups are merged: lower joins more of the affairs and keeps fewer near misses apart
ACROSS, ACROSS_SHARE, SEED = 20_000, 0.2, 7  # pairs of two affairs, and how much each counts
BACKGROUND_SHARE = 0.9  # how much a pair counts of which the true answers hold one: the other may tell it too
SMALLEST = 0.02  # a weight under it is left out
FOR = {
    "event classes: one",
    "event classes: one broader",
    "words of one sense",
    "same word",
    "one family of words",
    "same phase",
    *(f"same {role}" for role in ("agent", "theme", "recipient", "partner")),
    *(f"{role} by one word" for role in ("agent", "theme", "recipient", "partner")),
    "same actor, another role",
    "same place",
    "same owner",
    "same name",
    "same time",
    "wording",
    "share of words",
    "share of the shorter's words",
    "telling words in common",
    "predicate among the other's words",
    "sentences share words",
    "same voice",
    "same value",
    "same figures",
    "reports share words",
    "reports share names",
}
AGAINST = {
    "event classes: two",
    "everyday word",
    "words of saying",
    "other phase",
    *(f"other {role}" for role in ("agent", "theme", "recipient", "partner")),
    *(f"{role} of another kind" for role in ("agent", "theme", "recipient", "partner")),
    "other place",
    "other owner",
    "other name",
    "other time",
    "told as background in one",
    "other voice",
    "other value",
    "other figures",
    "nothing shared around",
    "names that the other report never tells",
    "reports share no name",
    "chief names missing",
    "one report",  # (a report tells a thing in its title and its text, and seldom twice there)
    "one report, one event class",
    "one sentence",
    "neighbouring sentences",
}


@dataclass(frozen=True)
class Row:
    """Two statements with their evidence. one: whether they are of one claim; affairs: the affairs that they stand in;
    share: how much they count."""

    amounts: dict[str, float]
    one: bool
    affairs: frozenset[str]
    share: float = 1.0


def main() -> None:
    """Learn, show what is made of affairs left out, and write."""
    affairs = [a for a in AFFAIRS if a not in UNREAD]
    rows = [row for affair in affairs for row in within(affair)]
    rows += across(affairs)
    rows += [Row(pair.amounts, pair.one, frozenset()) for pair in tellings.pairs()]
    rows += in_the_news()
    names = sorted({name for row in rows for name in row.amounts})
    x = table(rows, names)
    if "--held-out" in sys.argv:
        for affair in affairs:
            print(held_out(affair, rows, x, names))
        return
    weights = learnt(rows, x, names)
    lines = [
        "# Log-odds that two statements are of one claim; made by `python -m training.same_claim` from made-up affairs",
        "# and ECB+ train. ECB+: A. Cybulska, P. Vossen, 2014, CC BY 3.0; only these weights are derived from it, none of its",
        "# words is here.",
        "",
        f"base = {weights[0]:.2f}",
        f"joined = {JOINED:.2f}",
        "",
        "[weights]",
        *(
            f'"{n}" = {w:.2f}'
            for n, w in zip(names, weights[1:], strict=True)
            if abs(w) >= SMALLEST and n != tellings.BY_ITSELF
        ),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def held_out(affair: str, rows: list[Row], x: Array, names: list[str]) -> str:
    """What the weights of all other affairs make of an affair's pairs, in words. x: the amounts of all pairs."""
    rest = [k for k, row in enumerate(rows) if affair not in row.affairs]
    weights = learnt([rows[k] for k in rest], x[rest], names)
    own = [k for k, row in enumerate(rows) if row.affairs == {affair} and row.share == 1]
    found = x[own] @ weights >= JOINED
    right = sum(rows[k].one for k, yes in zip(own, found, strict=True) if yes)
    return f"{affair}: of {found.sum()} pairs found {right} are right, of {sum(rows[k].one for k in own)}"


def within(affair: str) -> Iterator[Row]:
    """The pairs of an affair's affirmed statements of which its true answers have one or both.

    Most of what a report says is background that nobody marks: it is another claim than what is marked.
    """
    worked = work(read([str(reports(affair))]))
    comparison = Comparison(worked.dossier, answers(affair))
    places: dict[int, tuple[str, int, int]] = {}
    claim_of: dict[int, str] = {}
    for claim in comparison.answers["claim"]:
        for statement in claim["statement"]:
            place = comparison.place(statement["report"], statement["words"])
            if (statement["stance"], statement["realis"]) == ("affirms", "actual") and place is not None:
                claim_of[len(places)] = claim["id"]
                places[len(places)] = place
    told: list[tuple[int, Telling]] = []
    background: list[Telling] = []
    for telling, statement in standing(worked):
        near = {n: max(alike(s, p) for s in statement) for n, p in places.items() if covered(comparison, statement, p)}
        if near:
            told.append((max(near, key=lambda n: (near[n], -n)), telling))
        else:
            background.append(telling)
    here = frozenset({affair})
    for (n, a), (m, b) in combinations(told, 2):
        if n != m:
            yield Row(amounts(a, b), claim_of[n] == claim_of[m], here)
    for (_, a), b in product(told, background):
        if a.document != b.document and comparable(a, b):
            yield Row(amounts(a, b), False, here, BACKGROUND_SHARE)


def across(affairs: list[str]) -> Iterator[Row]:
    """Pairs of statements from different affairs that would be compared, drawn at random from one pile of all."""
    texts = {d.text: a for a in affairs for d in read([str(reports(a))]).documents}
    worked = work(read([str(reports(a)) for a in affairs]))
    of = {d.id: texts[d.text] for d in worked.dossier.documents}
    told = [telling for telling, _ in standing(worked)]
    draw = random.Random(SEED)
    drawn = 0
    while drawn < ACROSS:
        a, b = draw.sample(told, 2)
        if of[a.document] != of[b.document] and comparable(a, b):
            drawn += 1
            yield Row(amounts(a, b), False, frozenset({of[a.document], of[b.document]}), ACROSS_SHARE)


def in_the_news() -> Iterator[Row]:
    """Pairs of statements of marked events, of two reports of one affair of the news."""
    marked = ecb("train")
    found = [one for one in read_marked(marked, annotated(marked)) if stands(one.drafted)]
    told = [one.telling for one in found]
    affairs = Affairs({t.document: t.profile.affair for t in told}, AFFAIR)
    pairs = [
        (i, j)
        for i, j in combinations(range(len(told)), 2)
        if told[i].document != told[j].document
        and affairs.one(told[i].document, told[j].document)
        and comparable(told[i], told[j])
    ]
    for (i, j), share in zip(pairs, shares(found, pairs), strict=True):
        one = found[i].mention.chain == found[j].mention.chain
        yield Row(amounts(told[i], told[j]), one, frozenset(), float(share))


def standing(worked: Worked) -> Iterator[tuple[Telling, tuple[Span, ...]]]:
    """The statements that affirm an actual event, with their spans."""
    items = sorted(worked.drafted, key=lambda d: d.statement.id)
    compared = Tellings(items, phased(items, worked.roots))
    for i, drafted in enumerate(items):
        if stands(drafted):
            yield compared.of(i), drafted.statement.spans


def learnt(rows: list[Row], x: Array, names: list[str]) -> Array:
    """The base and the weights of names by some pairs with their amounts."""
    y = numpy.array([float(row.one) for row in rows])
    share = numpy.array([row.share for row in rows])
    return fit(x, y, share, names, FOR, AGAINST)


def table(rows: list[Row], names: list[str]) -> Array:
    """The amounts of pairs, a column each, behind the column of the base."""
    column = {name: k for k, name in enumerate(names, 1)}
    found = numpy.zeros((len(rows), len(names) + 1))
    found[:, 0] = 1.0
    for own, row in zip(found, rows, strict=True):
        for name, amount in row.amounts.items():
            own[column[name]] = amount
    return found


if __name__ == "__main__":
    main()
