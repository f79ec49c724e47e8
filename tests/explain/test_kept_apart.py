"""Why two claims are not merged: the average that keeps them apart can be made again from what is printed."""

import re
from itertools import combinations

import pytest

from recoupe.claims.explaining import explain_pair
from recoupe.ingest import read
from recoupe.pipeline import Worked, work
from recoupe.report.explained import explained_pair
from recoupe.report.messages import messages

REPORTS = {
    "one.txt": "The council of Orlin has sold the old lighthouse to Brandt Holdings, the mayor said. "
    "Police arrested Ada Quill in Orlin on Monday.",
    "two.txt": "Brandt Holdings has bought the old lighthouse from the council of Orlin. "
    "Ada Quill was questioned for six hours in Orlin, her lawyer said.",
    "three.txt": "Ada Quill, arrested in Orlin, denies that she stole the lamp of the lighthouse. "
    "The council of Orlin leased the old lighthouse to Brandt Holdings.",
}


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Worked:
    folder = tmp_path_factory.mktemp("pile")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return work(read([str(folder)]))


def test_claims_are_apart_because_their_average_is_low_or_something_bars_them(worked: Worked) -> None:
    claims = worked.dossier.claims
    assert len(claims) > 1
    for one, other in combinations(claims, 2):
        pair = explain_pair(worked.drafted, worked.roots, claims, one.statements[0], other.statements[0])
        assert pair.apart is not None
        assert pair.apart.average < pair.apart.needed or pair.apart.barring is not None
        weights = [b.sizes[0] * b.sizes[1] for b in pair.apart.beside]
        made = sum(w * b.average for w, b in zip(weights, pair.apart.beside, strict=True)) / sum(weights)
        assert made == pytest.approx(pair.apart.average, abs=1e-3)
        for beside in pair.apart.beside:
            odds = [c[2] for c in beside.compared] or [beside.average]
            assert sum(odds) / len(odds) == pytest.approx(beside.average, abs=1e-3)


def test_the_odds_of_two_passages_are_the_sum_of_what_is_told_of_them(worked: Worked) -> None:
    for one, other in combinations(worked.dossier.claims, 2):
        a, b = one.statements[0], other.statements[0]
        pair = explain_pair(worked.drafted, worked.roots, worked.dossier.claims, a, b)
        if pair.likeness_parts:
            told = sum(p.weight for p in pair.likeness_parts)
            assert pair.likeness == pytest.approx(min(5.0, max(-3.0, told)), abs=1e-3)
        for beside in pair.apart.beside if pair.apart else ():
            assert all(odds == pair.likeness for x, y, odds in beside.compared if (x, y) == (a, b))


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_a_reader_can_make_the_average_again(worked: Worked, ui: str) -> None:
    claims = worked.dossier.claims
    for one, other in combinations(claims, 2):
        pair = explain_pair(worked.drafted, worked.roots, claims, one.statements[0], other.statements[0])
        assert pair.apart is not None
        text = explained_pair(worked.dossier, pair, worked.routes, ui)
        average, needed = f"{pair.apart.average:.2f}", f"{pair.apart.needed:.2f}"
        assert messages(ui)("explain.merging", average=average, needed=needed) in text
        for terms, total, told in re.findall(r"\(([-\d. ×+]+)\) / (\d+) = (-?[\d.]+)", text):
            made = sum(float(w) * float(v) for w, v in (t.split(" × ") for t in terms.split(" + ")))
            assert made / int(total) == pytest.approx(float(told), abs=0.011)


def test_what_is_in_one_claim_is_not_kept_apart(worked: Worked) -> None:
    claim = next(c for c in worked.dossier.claims if len(c.statements) > 1)
    a, b = claim.statements[:2]
    assert explain_pair(worked.drafted, worked.roots, worked.dossier.claims, a, b).apart is None
