"""Groups of statements that are, on average, likely to be of one claim are merged."""

from itertools import combinations

import pytest

from recoupe.claims.affairs import Affairs
from recoupe.claims.grouping import phased, stands
from recoupe.claims.happenings import Tellings
from recoupe.claims.matching import AFFAIR
from recoupe.claims.merging import Merging
from recoupe.claims.resemblance import CEILING, FLOOR, amounts, barred, likeness, odds
from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.languages import shared_pack
from recoupe.pipeline import Worked, work
from recoupe.report.messages import messages

CRASH = "Trois élèves de Morvans ont été tués lundi dans l'accident d'un car près de Brel."
CRASH_ELSEWHERE = "L'accident du car de Brel a coûté la vie lundi à trois élèves de Morvans."
STRIKE = "Les conducteurs de Brel ont déposé un préavis de grève pour jeudi."


def worked(*texts: str) -> Worked:
    return work(read_files([Raw(f"{i}.txt", text.encode("utf-8")) for i, text in enumerate(texts)]))


def told(result: Worked) -> Tellings:
    items = sorted(result.drafted, key=lambda d: d.statement.id)
    return Tellings(
        [d for d in items if stands(d)],
        [p for d, p in zip(items, phased(items, result.roots), strict=True) if stands(d)],
    )


def test_evidence_sums_to_the_odds_and_odds_are_symmetrical() -> None:
    tellings = told(worked(CRASH, CRASH_ELSEWHERE, STRIKE))
    every = [tellings.of(i) for i in range(len(tellings.drafted))]
    assert len(every) > 2
    for a, b in combinations(every, 2):
        score, parts = likeness(a, b)
        assert score == pytest.approx(sum(p.weight for p in parts), abs=1e-3)
        assert FLOOR <= odds(a, b) <= CEILING
        assert odds(a, b) == pytest.approx(odds(b, a), abs=1e-3)


def test_one_accident_is_likelier_to_be_one_than_an_accident_and_a_strike() -> None:
    tellings = told(worked(CRASH, CRASH_ELSEWHERE, STRIKE))
    of = {d.annotation.document.name: tellings.of(i) for i, d in enumerate(tellings.drafted)}
    first, second, third = (of[f"{k}.txt"] for k in range(3))
    assert odds(first, second) > odds(first, third)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("La société Dorval a livré des pompes à Brel.", "La société Dorval va livrer des pompes à Brel.", True),
        ("La société Dorval a livré des pompes à Brel.", "La société Karsten a livré des pompes à Brel.", True),
        ("La société Dorval a livré des pompes à Brel.", "Dorval a fourni des pompes à Brel lundi.", False),
    ],
)
def test_phases_and_doers_bar_two_from_one_claim(one: str, other: str, apart: bool) -> None:
    result = worked(one, other)
    items = [d for d in sorted(result.drafted, key=lambda d: d.statement.document) if stands(d)]
    first, second = phased(items, result.roots)
    assert barred(first, second) is apart


def test_one_statement_of_several_that_is_told_apart_does_not_keep_two_groups_in_two() -> None:
    """`the agency reports that the Dorval plant ...` may be misread as what the agency does."""
    others = (
        "L'agence Karsten a fermé l'usine de Brel.",
        "Dorval a fermé l'usine de Brel.",
        "L'usine de Brel a été fermée.",
    )
    result = worked("La société Dorval a fermé l'usine de Brel.", *others)
    items = sorted(result.drafted, key=lambda d: d.statement.id)
    profiles = phased(items, result.roots)
    by_name = {d.annotation.document.name: i for i, d in enumerate(items) if d.found.class_ == "close"}
    affairs = Affairs({p.document: p.affair for p in profiles}, AFFAIR)
    merging = Merging(
        [[i] for i in by_name.values()],
        profiles,
        Tellings(items, profiles),
        affairs,
        [str(i) for i in by_name.values()],
    )
    own = merging.clash.own
    one, strange, other, third = (own[by_name[f"{k}.txt"]] for k in range(4))
    assert merging.barred({one}, {strange})
    assert merging.barred({one}, {strange, other})
    assert not merging.barred({one}, {strange, other, third})


def test_every_weight_is_of_evidence_that_is_looked_for_and_has_a_french_name() -> None:
    for name in shared_pack().same_claim.weights:
        assert messages("en").translated(name) == name
        assert messages("fr").translated(name) != name, name
    tellings = told(worked(CRASH, CRASH_ELSEWHERE))
    assert {*amounts(tellings.of(0), tellings.of(1))} & {*shared_pack().same_claim.weights}
