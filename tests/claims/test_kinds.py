"""Statements that are compared once must be equal in all that tells them apart from others."""

from itertools import product

from recoupe.claims.kinds import Decided, kinds, taking_part, told_apart
from recoupe.claims.matching import conflict
from recoupe.claims.profiles import Profile
from recoupe.claims.ties import tie_between
from recoupe.model import Span

WORDS = Span("d", 0, 3, "abc")


def told(phase: str, **more: object) -> Profile:
    """The comparable side of a made-up statement of a transfer."""
    return Profile(
        class_="transfer",
        phase=phase,
        actors={"agent": "dorval"},
        things={},
        owners={},
        places={},
        times=(),
        words={},
        spans={"agent": WORDS},
        predicate=WORDS,
        speaker=None,
        **more,  # type: ignore[arg-type]
    )


PROFILES = [
    told("open", nominal=True),  # `Dorval's delivery`: it can be any
    told("open"),  # `accused of delivering`: it is none of those that are told
    told("done"),
    told("planned", nominal=True),
    told("done", sides=frozenset({("en 0", 0)}), senses=frozenset({"en:open"})),
    told("done", sides=frozenset({("en 0", 1)}), senses=frozenset({"en:close"})),
    told("done", sides=frozenset({("en 0", 1)}), senses=frozenset({"en:open", "en:close"})),
    told("done", fields=frozenset({"military"})),
    told("done", fields=frozenset({"economy"})),
]


def test_what_is_compared_once_is_decided_as_each_pair_is_whatever_stands_first() -> None:
    for profiles in (PROFILES, PROFILES[::-1]):
        own = kinds(profiles, told_apart)
        decided = Decided(conflict, profiles, own)
        for (a, p), (b, q) in product(zip(own, profiles, strict=True), repeat=2):
            assert decided.pair(a, b) == conflict(p, q)


def test_statements_in_which_the_same_take_part_are_tied_alike() -> None:
    more = [told("done", speaker_named=True, own_part=True), told("open", own_part=True, nominal=True, tells=0.2)]
    profiles = [*PROFILES, *more]
    own = kinds(profiles, taking_part)
    assert len(set(own)) < len(own)
    shown = dict(zip(reversed(own), reversed(profiles), strict=True))
    for (a, p), (b, q) in product(zip(own, profiles, strict=True), repeat=2):
        assert tie_between(p, q) == tie_between(shown[a], shown[b])


def test_the_share_of_two_groups_that_is_told_apart_counts_each_kind_once() -> None:
    profiles = [*PROFILES[7:], PROFILES[2], PROFILES[2]]  # two fields, and twice a statement of neither
    own = kinds(profiles, told_apart)
    decided = Decided(conflict, profiles, own)
    assert decided.share({own[0]}, {own[1]}) == 1
    assert decided.share({own[0]}, {own[1], own[2], own[3]}) == 0.5
    assert decided.share({own[2]}, {own[3]}) == 0


def test_another_field_is_another_matter_and_no_field_leaves_it_open() -> None:
    military, economic, plain = PROFILES[7], PROFILES[8], PROFILES[2]
    assert conflict(military, economic)
    assert not conflict(military, plain) and not conflict(economic, plain)
