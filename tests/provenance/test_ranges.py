"""The arithmetic of ranges against brute force, and laws 4 and 5."""

import tomllib
from itertools import combinations, product
from pathlib import Path

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.provenance.ranges import origin_range

TRUTH = Path(__file__).parents[2] / "evaluation" / "demo" / "truth.toml"


@st.composite
def graphs(draw, most=7):
    """Voices with pairs that are same and pairs that are apart."""
    voices = [f"v{i:02}" for i in range(draw(st.integers(1, most)))]
    pairs = list(combinations(voices, 2))
    some = st.lists(st.sampled_from(pairs), unique=True) if pairs else st.just([])
    return voices, draw(some if draw(st.booleans()) else st.just([])), draw(some)


def by_brute_force(voices, same, apart):
    """min and max by trying every colouring."""
    ties = networkx.Graph(same)
    ties.add_nodes_from(voices)
    groups = list(networkx.connected_components(ties))
    place = {v: i for i, g in enumerate(groups) for v in g}
    edges = [(place[a], place[b]) for a, b in apart if place[a] != place[b]]
    for k in range(1, len(groups) + 1):
        if any(all(c[a] != c[b] for a, b in edges) for c in product(range(k), repeat=len(groups))):
            return k, len(groups)
    raise AssertionError


@settings(deadline=None)
@given(graphs(6))
def test_the_range_is_that_of_brute_force(graph):
    found = origin_range(*graph)
    assert (found.min, found.max) == by_brute_force(*graph)
    assert found.exact


@given(graphs(12))
def test_the_groups_bear_witness(graph):
    voices, same, apart = graph
    found = origin_range(*graph)
    assert 1 <= found.min <= found.max
    assert len(found.groups_max) == found.max
    assert len(found.groups_min) == found.min
    for groups in (found.groups_max, found.groups_min):
        assert sorted(v for g in groups for v in g) == voices
        assert all(any(a in g and b in g for g in groups) for a, b in same)
    inside = {(a, b) for a, b in apart for g in found.groups_min if a in g and b in g}
    assert inside == set(found.dropped)


@given(graphs(10), st.randoms(use_true_random=False))
def test_order_does_not_matter(graph, random):
    voices, same, apart = (list(part) for part in graph)
    for part in (voices, same, apart):
        random.shuffle(part)
    assert origin_range(voices, [(b, a) for a, b in same], apart) == origin_range(*graph)


@given(graphs(20))
def test_a_further_untied_voice_lowers_neither_bound(graph):
    voices, same, apart = graph
    before, after = origin_range(*graph), origin_range([*voices, "w"], same, apart)
    assert after.min >= before.min
    assert after.max == before.max + 1


@given(graphs(20), st.data())
def test_a_further_apart_never_lowers_min(graph, data):
    voices, same, apart = graph
    pair = data.draw(st.tuples(st.sampled_from(voices), st.sampled_from(voices)))
    assert origin_range(voices, same, [*apart, pair]).min >= origin_range(*graph).min


@given(graphs(20), st.data())
def test_a_copy_of_a_voice_changes_no_bound(graph, data):
    voices, same, apart = graph
    one = data.draw(st.sampled_from(voices))
    before, after = origin_range(*graph), origin_range([*voices, "w"], [*same, (one, "w")], apart)
    assert (before.min, before.max) == (after.min, after.max)


@given(graphs(12), st.data())
def test_a_further_same_never_raises_max(graph, data):
    voices, same, apart = graph
    pair = data.draw(st.tuples(st.sampled_from(voices), st.sampled_from(voices)))
    assert origin_range(voices, [*same, pair], apart).max <= origin_range(*graph).max


def test_no_voices_no_origins():
    assert origin_range([], [], []).min == origin_range([], [], []).max == 0


def test_many_voices_that_are_all_apart():
    voices = [f"v{i}" for i in range(40)]
    assert origin_range(voices, [], combinations(voices, 2)).min == 40


def test_a_graph_without_triangles_can_need_more_than_its_largest_clique():
    cycle = networkx.mycielski_graph(4)
    found = origin_range([f"v{n}" for n in cycle], [], [(f"v{a}", f"v{b}") for a, b in cycle.edges])
    assert (found.min, found.exact) == (4, True)


def test_beyond_the_search_a_clique_stands_in():
    graph = networkx.mycielski_graph(8)
    voices = [f"v{n:03}" for n in graph]
    found = origin_range(voices, [], [(f"v{a:03}", f"v{b:03}") for a, b in graph.edges])
    assert (found.min, found.exact) == (2, False)
    assert sorted(v for g in found.groups_min for v in g) == voices


@pytest.mark.parametrize("claim", tomllib.loads(TRUTH.read_text(encoding="utf-8"))["claim"], ids=lambda c: c["id"])
def test_the_worked_examples(claim):
    relations = claim.get("relation", [])
    found = origin_range(
        claim["origins"],
        [(r["a"], r["b"]) for r in relations if r["relation"] == "same"],
        [(r["a"], r["b"]) for r in relations if r["relation"] == "apart"],
    )
    assert (found.min, found.max, found.min >= 2) == (claim["min"], claim["max"], claim["established"])
    assert sorted(found.groups_max) == sorted(tuple(sorted(g)) for g in claim["groups_max"])
    assert len(found.groups_min) == len(claim["groups_min"])
