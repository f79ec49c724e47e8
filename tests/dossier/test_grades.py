"""Grades are an analyst's own; only where they contradict the chains is something said."""

from msgspec import structs

from recoupe.dossier.grades import CLAIM_GRADES, VOICE_GRADES, axis, contradictions
from tests.report.affairs import affair


def codes(voices: dict[str, str], claims: dict[str, str]) -> list[tuple[str, str]]:
    return [(w.code, w.ref) for w in contradictions(affair(), voices, claims)]


def test_the_axes() -> None:
    assert axis("voice") == VOICE_GRADES == tuple("ABCDEF")
    assert axis("claim") == CLAIM_GRADES == tuple("123456")
    assert axis("report") == ()


def test_nothing_is_said_where_nothing_was_entered_or_nothing_contradicts() -> None:
    assert codes({}, {}) == []
    assert codes({"voice-two": "C", "voice-none": "F", "voice-anna": "B"}, {"claim-sold": "3", "claim-plan": "6"}) == []


def test_the_best_figure_wants_origins_that_are_apart() -> None:
    assert ("not independent", "claim-sold") in codes({}, {"claim-sold": "1"})
    assert ("one origin", "claim-plan") in codes({}, {"claim-plan": "1"})


def test_a_high_figure_for_what_is_told_only_with_reserve() -> None:
    assert codes({}, {"claim-sold": "2"}) == [("reserve", "claim-sold")]


def test_a_voice_that_is_not_given_cannot_be_judged() -> None:
    assert codes({"voice-none": "B"}, {}) == [("not given", "voice-none")]


def test_a_high_figure_on_the_word_of_weak_voices_alone() -> None:
    assert ("weak voices", "claim-sold") in codes({"voice-two": "E", "voice-none": "F"}, {"claim-sold": "2"})
    assert ("weak voices", "claim-sold") not in codes({"voice-two": "B", "voice-none": "F"}, {"claim-sold": "2"})


def test_one_body_with_two_letters() -> None:
    dossier = affair()
    claim = dossier.claims[0]
    joined = structs.replace(claim.origins, groups_max=(("voice-two", "voice-anna"),), max=1)
    found = contradictions(
        structs.replace(dossier, claims=(structs.replace(claim, origins=joined),)),
        {"voice-two": "A", "voice-anna": "D"},
        {},
    )
    assert [(w.code, w.ref, w.others) for w in found] == [("one body", "voice-two", ("voice-anna",))]


def test_ids_of_another_analysis_are_passed_over() -> None:
    assert codes({"voice-gone": "A"}, {"claim-gone": "1"}) == []
