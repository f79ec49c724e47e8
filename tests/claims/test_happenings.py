"""Statements that look alike and reports that tell of other happenings."""

from itertools import combinations, product
from pathlib import Path

import pytest

from recoupe.claims.affairs import report_of
from recoupe.claims.explaining import explain_pair
from recoupe.claims.happenings import Tellings, kin, odds, of_one_sense, related, sentence_amounts
from recoupe.claims.profiles import profile
from recoupe.ingest import read
from recoupe.languages import shared_pack
from recoupe.languages.inflection import family_of
from recoupe.pipeline import Worked, work

FIRE = (
    "A blaze at the Orlin mill in Kestrel Bay was put out on Tuesday. "
    "Police in Kestrel Bay arrested Ada Quill, the owner of the Orlin mill."
)
AGAIN = "Ada Quill was arrested in Kestrel Bay after the blaze at the Orlin mill."
NAMES = ("fire", "again", "other")
OTHER = "A school in Port Denholm burned down on Tuesday. Police in Port Denholm arrested Luis Marrow, its headmaster."


def worked(folder: Path, **texts: str) -> Worked:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return work(read([str(folder)]))


def tellings_of(result: Worked) -> tuple[Tellings, list[tuple[str, str]]]:
    drafted = list(result.drafted)
    names = {d.id: d.name.removesuffix(".txt") for d in result.dossier.documents}
    made = Tellings(drafted, [profile(d, d.found.phase, result.roots, report_of(d.annotation).names) for d in drafted])
    return made, [(names[d.statement.document], d.found.class_) for d in drafted]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("retire", "retirement", "en"),
        ("announce", "announcement", "en"),
        ("livraison", "livrer", "fr"),
        ("kill", "killings", "en"),
    ],
)
def test_a_verb_and_its_nouns_are_one_family(one: str, other: str, language: str) -> None:
    assert family_of(one, language) == family_of(other, language)


def test_kin_holds_both_ways() -> None:
    assert kin("kill", "die") and kin("die", "kill") and kin("attack", "attack")
    assert not kin("other", "other") and not kin("kill", "trade")


def test_classes_named_as_kin_exist() -> None:
    classes = shared_pack().event_classes.classes
    assert all(k in classes for c in classes.values() for k in c.akin)


def test_one_fire_is_likelier_one_happening_than_two(tmp_path: Path) -> None:
    made, places = tellings_of(worked(tmp_path, fire=FIRE, again=AGAIN, other=OTHER))
    of = {name: [i for i, p in enumerate(places) if p == (name, "arrest")] for name in ("fire", "again", "other")}
    assert all(of.values())
    one = max(odds(made.of(i), made.of(j)) for i, j in product(of["fire"], of["again"]))
    two = max(odds(made.of(i), made.of(j)) for i, j in product(of["fire"], of["other"]))
    assert one > two


def test_the_odds_are_the_sum_of_their_evidence_and_hold_both_ways(tmp_path: Path) -> None:
    made, places = tellings_of(worked(tmp_path, fire=FIRE, again=AGAIN, other=OTHER))
    for i, j in combinations(range(len(places)), 2):
        a, b = made.of(i), made.of(j)
        if odds(a, b) > float("-inf"):
            assert odds(a, b) == odds(b, a)


def test_things_with_other_names_are_other_events(tmp_path: Path) -> None:
    result = worked(
        tmp_path,
        first="On Monday the Velm company delivered the Aurora to Norway.",
        second="On Monday the Velm company delivered the Boreas to Norway.",
    )
    made = [d for d in result.drafted if d.found.class_ == "transfer"]
    assert len(made) == 2
    found = explain_pair(result.drafted, result.roots, result.dossier.claims, *(d.statement.id for d in made))
    assert not found.one
    assert any("another name" in p.name or p.name.startswith("other") for p in found.against)


def test_events_and_reports_compared_once_say_the_same_as_each_pair_by_itself(tmp_path: Path) -> None:
    tellings, told = tellings_of(worked(tmp_path, a=FIRE, b=AGAIN, c=OTHER))
    every = list(product(range(len(told)), repeat=2))
    assert [tellings.odds(i, j) for i, j in every] == [odds(tellings.of(i), tellings.of(j)) for i, j in every]


def test_reports_of_one_affair_share_more_of_their_telling_words(tmp_path: Path) -> None:
    made, places = tellings_of(worked(tmp_path, fire=FIRE, again=AGAIN, other=OTHER))
    of = {name: made.of(next(i for i, p in enumerate(places) if p[0] == name)).report for name in NAMES}
    assert of["fire"].wording(of["again"]) > of["fire"].wording(of["other"])
    assert of["fire"].wording(of["again"]) == of["again"].wording(of["fire"])
    assert round(of["fire"].wording(of["fire"]), 9) == 1


def test_figures_speak_for_one_happening_where_they_meet_and_against_where_none_does(tmp_path: Path) -> None:
    made, places = tellings_of(
        worked(
            tmp_path,
            fire="A climber aged 36 was killed on the Ostrel ridge after a fall of 60 metres.",
            again="A climber aged 36 was killed on the Ostrel ridge.",
            other="A climber aged 32 was killed near the Mirand hut after a fall of 600 metres.",
        )
    )
    of = {name: made.of(next(i for i, p in enumerate(places) if p == (name, "kill"))) for name in NAMES}
    one, two = (sentence_amounts(of["fire"], of[name]) for name in ("again", "other"))
    assert (one["same figures"], one["other figures"]) == (1, 0)
    assert (two["same figures"], two["other figures"]) == (0, 1)


def test_words_of_one_sense_are_related(tmp_path: Path) -> None:
    made, places = tellings_of(
        worked(tmp_path, fire="The council postponed the vote.", again="The council deferred the vote.")
    )
    a, b = (made.of(next(i for i, p in enumerate(places) if p[0] == name)) for name in ("fire", "again"))
    assert a.word != b.word and of_one_sense(a, b) and related(a, b)
