"""The laws on copies, further voices and order over planted piles: raw texts with known origins, relays and circles."""

import json
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.planted.plan import Pile
from evaluation.planted.planting import plant
from evaluation.planted.truth import answers
from evaluation.planted.world import world
from evaluation.planted.writing import write
from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.model import Claim, Dossier
from recoupe.pipeline import Memory, analyse_reading
from recoupe.report import render
from tests.laws.recount import recount

SMALL = 5  # reports of a pile
PILES = {seed: pile for seed in range(80) if len((pile := plant(seed, "read")).reports) <= SMALL}
FEW = settings(max_examples=4, deadline=None, derandomize=True)
FURTHER = "Ottmar Quellweiser"  # nobody of the planted world
KNOWN: Memory = {}  # a report is annotated once

seeds = st.sampled_from(sorted(PILES))
Place = tuple[str, int, int]


def texts_of(pile: Pile) -> dict[str, str]:
    """The reports of a pile by name."""
    return {f"{r.number:02}.txt": write(r, pile)[0] for r in pile.reports}


def analysed(texts: dict[str, str]) -> Dossier:
    """What the program makes of reports."""
    return analyse_reading(read_files([Raw(n, t.encode("utf-8")) for n, t in texts.items()]), memory=KNOWN)


def by_places(dossier: Dossier, names: Sequence[str]) -> dict[frozenset[Place], Claim]:
    """Each claim by the places of its statements in certain reports."""
    held = {d.id: d.name for d in dossier.documents if d.name in names}
    statements = {s.id: s for s in dossier.statements}
    found = {}
    for claim in dossier.claims:
        own = [statements[s] for s in claim.statements if statements[s].document in held]
        if own:
            found[frozenset((held[s.document], s.spans[0].start, s.spans[0].end) for s in own)] = claim
    return found


@FEW
@given(seeds, st.integers(0, SMALL - 1))
def test_a_copy_without_credit_changes_no_range_and_no_grouping(seed: int, which: int) -> None:
    pile = PILES[seed]
    texts = texts_of(pile)
    copied = pile.reports[which % len(pile.reports)]
    outlet = next(o for o in world().outlets if all(o.name not in t for t in texts.values()))
    text = texts[f"{copied.number:02}.txt"].replace(copied.outlet.name, outlet.name, 1)
    before = by_places(analysed(texts), tuple(texts))
    after = by_places(analysed({**texts, "copy.txt": text}), tuple(texts))
    assert before.keys() == after.keys()
    for places, claim in before.items():
        ours, theirs = claim.origins, after[places].origins
        assert (ours.min, ours.max, ours.established) == (theirs.min, theirs.max, theirs.established)


@FEW
@given(seeds)
def test_a_further_voice_without_ties_lowers_neither_bound(seed: int) -> None:
    pile = PILES[seed]
    texts = texts_of(pile)
    further = {
        f"further-{k}.txt": f"News from the region\n\nSelon {FURTHER}, {pile.events[a.claim].forms['fr']['fact']}.\n"
        for k, a in enumerate(answers(pile))
    }
    before = by_places(analysed(texts), tuple(texts))
    after = by_places(analysed({**texts, **further}), tuple(texts))
    for places, claim in before.items():
        held = [c for own, c in after.items() if places <= own]
        assert all(c.origins.min >= claim.origins.min and c.origins.max >= claim.origins.max for c in held)


@FEW
@given(seeds, st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing_and_bounds_hold(seed: int, random) -> None:
    texts = texts_of(PILES[seed])
    shuffled = list(texts.items())
    random.shuffle(shuffled)
    dossier = analysed(texts)
    assert render(analysed(dict(shuffled)), "json", "en") == render(dossier, "json", "en")
    for claim in dossier.claims:
        origins = claim.origins
        assert (origins.min, origins.max) == (0, 0) or 1 <= origins.min <= origins.max
        assert origins.established == (origins.min >= 2)
    assert recount(json.loads(render(dossier, "json", "en"))) == []


def test_the_same_seed_plants_the_same_pile_and_the_truth_has_its_bounds() -> None:
    for seed, pile in PILES.items():
        assert texts_of(pile) == texts_of(plant(seed, "read"))
        for answer in answers(pile):
            assert 1 <= answer.min <= answer.max
    assert len({t for p in PILES.values() for t in texts_of(p).values()}) > len(PILES)
