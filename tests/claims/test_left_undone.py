"""What is told not to have been done beside what was, and facts that something was not."""

import pytest

from tests.claims.pile import claim_with, dossier_of, statements


@pytest.mark.parametrize(
    ("text", "done", "left"),
    [
        ("The council sold the mill rather than closing it.", "trade", "close"),
        ("Instead of publishing the audit, the bank destroyed it.", "damage", "publish"),
        ("Le groupe a vendu l'usine au lieu de la fermer.", "trade", "close"),
        ("Plutôt que de fermer l'usine, le groupe l'a vendue.", "trade", "close"),
        ("Les pompes ont été vendues plutôt que remplacées.", "trade", "replace"),
    ],
)
def test_what_was_not_done_is_not_affirmed(text: str, done: str, left: str) -> None:
    dossier = dossier_of(text)
    assert {s.stance for s in statements(dossier, done)} == {"affirms"}
    assert {s.stance for s in statements(dossier, left)} == {"denies"}


def test_several_reports_may_tell_that_something_was_not() -> None:
    dossier = dossier_of(
        "Les patientes du service n'ont pas été évacuées de l'hôpital de Vellon samedi, selon les pompiers.",
        "The patients were not evacuated from the hospital in Vellon on Saturday, a nurse, Ida Brent, said.",
    )
    claim = claim_with(dossier, "n'ont pas été évacuées")
    assert len(claim.statements) == 2 and len(claim.reports) == 2
    held = [s for s in dossier.statements if s.id in claim.statements]
    assert {(s.stance, s.polarity) for s in held} == {("affirms", "negative")}


def test_who_tells_that_it_was_makes_the_others_deny_it() -> None:
    dossier = dossier_of(
        "Les patientes du service n'ont pas été évacuées de l'hôpital de Vellon samedi, selon les pompiers.",
        "The patients were evacuated from the hospital in Vellon on Saturday, a nurse, Ida Brent, said.",
    )
    claim = claim_with(dossier, "The patients were evacuated")
    assert [d.statements for d in claim.denials] and len(claim.statements) == 1


def test_a_denial_is_not_tied_by_a_common_verb_alone() -> None:
    dossier = dossier_of(
        "The board put the letter to the members of the Vellon club on Monday, Ada Brent said. Asked about the fee, Paul "
        "Corme said: “I never asked for anything to be hidden.”"
    )
    assert not any(c.denials for c in dossier.claims)


def test_one_more_victim_is_another_event() -> None:
    dossier = dossier_of(
        "Four people died in the fire at the Vellon mill on Sunday, the fire brigade said.",
        "Quatre personnes sont mortes dimanche dans l'incendie du moulin de Vellon, selon les pompiers.",
        "A fifth person died of his burns at the hospital in Vellon on Tuesday, a doctor, Ida Brent, said.",
    )
    claims = [{s.spans[0].text[:9] for s in dossier.statements if s.id in c.statements} for c in dossier.claims]
    assert not any("A fifth p" in held and ("Four peop" in held or "Quatre pe" in held) for held in claims)
    assert any({"Four peop", "Quatre pe"} <= held for held in claims)
