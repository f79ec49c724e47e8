"""What a report tells and somebody denies in a clause behind it is both told and denied."""

import pytest

from tests.claims.pile import dossier_of


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Le moulin a été incendié par la régie, ce que la régie dément.", "la régie"),
        ("La régie a incendié le moulin, ce que récuse son directeur.", "son directeur"),
        ("La régie aurait incendié le moulin, une accusation que le préfet a rejetée.", "le préfet"),
        ("The board burned down the mill, which the chairman denies.", "the chairman"),
        ("The board burned down the mill, an allegation the chairman has rejected.", "the chairman"),
    ],
)
def test_a_comment_denies_what_is_told_before_it(text: str, source: str) -> None:
    dossier = dossier_of(text)
    denial = next(a for a in dossier.attributions if a.firmness == "denial")
    assert denial.source is not None and denial.source.text == source
    stances = {s.stance for s in dossier.statements if s.event.class_ in {"burn", "attack", "damage"}}
    assert stances == {"affirms", "denies"}


def test_a_comment_that_denies_nothing_stays_one() -> None:
    dossier = dossier_of("The board burned down the mill, which angered its chairman.")
    assert {s.stance for s in dossier.statements} == {"affirms"}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Aucun ordre n'a été donné de vider le bassin.", "vider"),
        ("No instruction was given to drain the basin.", "drain"),
    ],
)
def test_what_nobody_ordered_is_denied(text: str, verb: str) -> None:
    found = next(s for s in dossier_of(text).statements if s.event.predicate.text == verb)
    assert found.stance == "denies"
