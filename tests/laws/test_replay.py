"""Corrections leave no trace once they are dropped, and their order says nothing."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.corrections import corrections_of
from recoupe.corrections.ledger import Ledger, Wish
from recoupe.ingest import Reading, read
from recoupe.model.corrections import (
    Anchor,
    DropAttribution,
    DropStatement,
    JoinVoices,
    MergeActors,
    MergeClaims,
    SeparateVoices,
    SetDate,
    SetOutlet,
    SplitActor,
    SplitClaim,
    UntieVoices,
)
from recoupe.pipeline import analyse_reading
from recoupe.report import render
from tests.corrections.pile import DIRECTOR, EMPLOYEES, MAYOR, OFFICIALS, PIPES, TEXTS, TOWN_HALL, UNION, write
from tests.laws.recount import recount

FEW = settings(max_examples=12, deadline=None, derandomize=True)
SAID = [("echo.txt", EMPLOYEES), ("echo.txt", DIRECTOR), ("matin.txt", UNION), ("matin.txt", MAYOR)]
SAID += [("soir.txt", TOWN_HALL), ("soir.txt", PIPES), ("post.txt", OFFICIALS)]
NAMED = [
    ("echo.txt", "deux employés"),
    ("echo.txt", "Anna Dorval"),
    ("soir.txt", "Anna Dorval"),
    ("soir.txt", "Dorval"),
]
NAMED += [("matin.txt", "Paul Ancel"), ("matin.txt", "Luc Ferran"), ("post.txt", "two officials")]
NAMED += [("matin.txt", "Le maire de Sérac, Luc Ferran"), ("soir.txt", "une source de la mairie")]
IDLE = [("echo.txt", "12 mars"), ("soir.txt", "no such words"), ("gone.txt", "Dorval")]

anchors = st.builds(
    lambda at, occurrence: Anchor(report=at[0], words=at[1], occurrence=occurrence),
    st.sampled_from([*SAID, *NAMED, *IDLE]),
    st.sampled_from((None, None, None, 1, 2)),
)
days = st.sampled_from((date(2025, 3, 20), date(2025, 3, 21)))
made = {"who": st.just("Ada Morel"), "when": days, "why": st.sampled_from(("seen in print", "told by the author"))}
two = st.tuples(anchors, anchors)
some = st.lists(anchors, min_size=1, max_size=2).map(tuple)
names = st.sampled_from(tuple(TEXTS))
merges = st.one_of(
    st.builds(MergeActors, actors=two, name=st.sampled_from((None, "Luc Ferran")), **made),
    st.builds(MergeClaims, statements=two, **made),
    st.builds(JoinVoices, voices=two, **made),
)
others = st.one_of(
    st.builds(SetDate, report=names, not_before=days, **made),
    st.builds(SetOutlet, report=names, outlet=st.sampled_from(("Le Soir", "Le Matin de Brel")), **made),
    st.builds(DropAttribution, at=anchors, **made),
    st.builds(DropStatement, at=anchors, **made),
    st.builds(SplitActor, mentions=some, **made),
    st.builds(SplitClaim, statements=some, **made),
    st.builds(SeparateVoices, voices=two, **made),
    st.builds(UntieVoices, voices=two, **made),
)
piles_of_corrections = st.lists(st.one_of(merges, others), min_size=2, max_size=7, unique=True)


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return read([str(write(tmp_path_factory.mktemp("laws") / "pile"))])


@FEW
@given(piles_of_corrections, merges)
def test_a_merge_that_is_dropped_again_leaves_no_byte(reading, others_, merge) -> None:
    kept = tuple(c for c in others_ if c != merge)
    before = render(analyse_reading(reading, corrections=corrections_of(kept)), "json", "en")
    without = analyse_reading(reading, corrections=corrections_of(kept))
    merged = analyse_reading(reading, corrections=corrections_of((*kept, merge)))
    assert len(merged.corrections) == len(kept) + 1
    again = analyse_reading(reading, corrections=corrections_of(kept))
    assert render(again, "json", "en") == before == render(without, "json", "en")
    own = next(o for o in merged.corrections if o not in again.corrections)
    if not own.applied and set(again.corrections) < set(merged.corrections):
        assert merged.claims == again.claims


@FEW
@given(piles_of_corrections, st.randoms(use_true_random=False))
def test_the_order_of_corrections_changes_no_byte(reading, asked, random) -> None:
    expected = render(analyse_reading(reading, corrections=corrections_of(asked)), "json", "en")
    random.shuffle(asked)
    assert render(analyse_reading(reading, corrections=corrections_of(asked)), "json", "en") == expected


@FEW
@given(piles_of_corrections)
def test_none_is_dropped_in_silence_and_every_count_recomputes(reading, asked) -> None:
    dossier = analyse_reading(reading, corrections=corrections_of(asked))
    assert len(dossier.corrections) == len(asked)
    refused = {o.id for o in dossier.corrections if not o.applied}
    told = [x.message for x in dossier.limits if x.code == "correction"]
    assert len(told) == len(refused)
    assert all(any(id_ in message for message in told) for id_ in refused)
    assert recount(json.loads(render(dossier, "json", "en"))) == []
    if refused == {o.id for o in dossier.corrections}:
        assert dossier.claims == analyse_reading(reading).claims


@given(st.lists(st.tuples(days, st.sets(st.integers(0, 3), min_size=1), st.integers(0, 1)), max_size=6), st.data())
def test_who_wins_does_not_depend_on_the_order(asked, data) -> None:
    entries = [
        SetOutlet(id=str(i), report="a", outlet=str(value), who="Ada Morel", when=day, why="print")
        for i, (day, _, value) in enumerate(asked)
    ]
    wishes = [Wish(c, frozenset(keys), value) for c, (_, keys, value) in zip(entries, asked, strict=True)]
    shuffled = data.draw(st.permutations(wishes))
    first, second = Ledger(corrections_of(entries)), Ledger(corrections_of(entries))
    kept = {w.correction.id for w in first.settled(wishes)}
    assert {w.correction.id for w in second.settled(shuffled)} == kept
    assert first.outcomes() == second.outcomes()
    for one in wishes:
        for other in wishes:
            if {one.correction.id, other.correction.id} <= kept and one.keys & other.keys:
                assert one.value == other.value
