"""Claims are those of every pair compared, and the links listed are those that joined them."""

from itertools import combinations
from pathlib import Path

import networkx
import pytest

from recoupe.claims.affairs import Affairs
from recoupe.claims.grouping import phased, stands, wording
from recoupe.claims.happenings import Tellings
from recoupe.claims.joining import joined
from recoupe.claims.links import link
from recoupe.claims.matching import AFFAIR, THRESHOLD, conflict
from recoupe.ingest import read
from recoupe.pipeline import Worked, work

TOLD = (
    "Selon deux employés, la société Dorval a livré des pompes à la ville de Sérac.",
    "La société Dorval a livré trente pompes à la ville de Sérac, a dit le maire, Paul Ancel.",
    "La société Karsten a livré des pompes à la ville de Sérac, selon la préfecture.",
    "Dorval s'apprête à livrer des pompes à la ville de Sérac, a rapporté un conseiller.",
    "La société Dorval aurait livré des missiles à la Norvège, a dit le maire, Paul Ancel.",
    "Lundi, la société Dorval a livré des pompes à la Norvège, selon la préfecture.",
)
REPORTS = 46
REST = "Le maire de Sérac se dit inquiet pour les habitants de la vallée et pour leurs maisons."


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Worked:
    folder: Path = tmp_path_factory.mktemp("pile")
    for k in range(REPORTS):
        (folder / f"{k:02}.txt").write_text(f"{TOLD[k % 3]}\n\n{REST}\n\n{TOLD[3 + k % 3]}", encoding="utf-8")
    return work(read([str(folder)]))


def test_claims_are_those_of_every_pair(worked: Worked) -> None:
    items = sorted(worked.drafted, key=lambda d: d.statement.id)
    profiles = phased(items, worked.roots)
    words = [wording(d) for d in items]
    affirming = [i for i, d in enumerate(items) if stands(d)]
    tellings = Tellings(items, profiles)
    scores = {(a, b): link(tellings.of(a), tellings.of(b))[0] for a, b in combinations(affirming, 2)}
    group = {i: {i} for i in affirming}
    for a, b in sorted(scores, key=lambda p: (-scores[p], sorted(words[i] for i in p), p)):
        if scores[a, b] < THRESHOLD or tellings.apart(a, b) is not None:
            continue
        if not any(conflict(profiles[x], profiles[y]) for x in group[a] for y in group[b]):
            both = group[a] | group[b]
            group.update(dict.fromkeys(both, both))
    affairs = Affairs({p.document: p.affair for p in profiles}, AFFAIR)
    found, _ = joined(affirming, profiles, tellings, affairs, words)
    assert {frozenset(members) for members in found} == {frozenset(members) for members in group.values()}
    assert max(len(c.statements) for c in worked.dossier.claims) > REPORTS // 4


def test_a_claim_lists_the_links_that_joined_it(worked: Worked) -> None:
    for claim in worked.dossier.claims:
        tree = networkx.Graph()
        tree.add_nodes_from(claim.statements)
        tree.add_edges_from((e.a, e.b) for e in claim.evidence)
        assert networkx.is_tree(tree) and set(tree) == set(claim.statements)
        for e in claim.evidence:
            assert e.score == pytest.approx(sum(p.weight for p in e.parts))
