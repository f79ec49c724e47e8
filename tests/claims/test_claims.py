"""Claims: what meets, what stays apart, what answers, how it changes."""

from pathlib import Path

import pytest

from tests.claims.pile import Pile, claim_with, files, pile_in

DATE = "L'Écho de Sérac, {} mars 2025\n\n"
REST = "Le maire de Sérac, Paul Ancel, se dit inquiet pour les habitants de la vallée et pour leurs maisons."


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def test_french_and_english_meet(pile: Pile) -> None:
    dossier = pile(
        a="La société Dorval a livré des missiles à la Norvège, selon le maire.",
        b="Dorval delivered missiles to Norway, the mayor said.",
    )
    assert files(dossier, claim_with(dossier, "delivered").reports) == {"a", "b"}


def test_other_givers_goods_and_phases_stay_apart(pile: Pile) -> None:
    dossier = pile(
        a="La société Dorval a livré des pompes à la Norvège.",
        b="La société Karsten a livré des pompes à la Norvège.",
        c="La société Dorval a livré des missiles à la Norvège.",
        d="La société Dorval livrera des pompes à la Norvège.",
    )
    assert all(len(c.reports) == 1 for c in dossier.claims)


def test_an_everyday_paper_makes_no_claim(pile: Pile) -> None:
    assert pile(a="La société Dorval a envoyé une lettre.").claims == ()


def test_a_denial_of_what_is_done_is_none_of_what_is_planned(pile: Pile) -> None:
    dossier = pile(
        a="Dorval prévoit de livrer des pompes à la Norvège.",
        b="« Dorval n'a jamais livré de pompes à la Norvège », a dit la directrice, Lise Hauvet.",
        c="Dorval a livré des pompes à la Norvège.",
    )
    assert claim_with(dossier, "a livré").denials
    assert not claim_with(dossier, "prévoit").denials


def test_a_supposition_stands_under_one_claim(pile: Pile) -> None:
    dossier = pile(
        a="Dorval prévoit de livrer des pompes à la Norvège.",
        b="Dorval a livré des pompes à la Norvège.",
        c="Toute livraison de pompes par Dorval à la Norvège serait une faute, a dit le ministre Paul Ancel.",
    )
    assert claim_with(dossier, "a livré").hypothetical
    assert not claim_with(dossier, "prévoit").hypothetical


def test_changes_are_told_in_order(pile: Pile) -> None:
    dossier = pile(
        a=DATE.format(3) + "Dorval aurait livré dix pompes à la Norvège, a déclaré le maire, Paul Ancel.",
        b=DATE.format(5) + "Dorval a livré quarante pompes à la Norvège, a déclaré le maire, Paul Ancel.",
        c=DATE.format(7) + "Dorval a livré quarante pompes à la Norvège, a déclaré la juge Lise Hauvet.",
    )
    changes = [e.change for e in claim_with(dossier, "a livré").evolution]
    assert changes.count("first appearance") == 1
    assert {"conditional lost", "figure", "further voice"} <= set(changes)


def test_reports_without_a_date_have_no_order(pile: Pile) -> None:
    dossier = pile(
        a="Dorval aurait livré dix pompes à la Norvège, a déclaré le maire, Paul Ancel.",
        b="Dorval a livré quarante pompes à la Norvège, a déclaré le maire, Paul Ancel.",
    )
    assert claim_with(dossier, "a livré").evolution == ()


def test_a_day_told_as_past_dates_its_report(pile: Pile) -> None:
    dossier = pile(
        a=DATE.format(12) + "Dorval a livré des pompes à la Norvège. " + REST,
        b="Dorval prévoit de livrer des pompes à la Norvège. La directrice a refusé vendredi 7 mars de répondre.",
    )
    published = {d.name: d.published for d in dossier.documents}["b.txt"]
    assert published is not None and (published.not_before, published.basis) == ("2025-03-07", "text")


def test_figures_differ_by_their_bounds_and_slots_stay_open(pile: Pile) -> None:
    dossier = pile(
        a="Dorval a livré une dizaine de missiles à la Norvège.",
        b="Dorval delivered forty missiles to Norway.",
    )
    claim = claim_with(dossier, "delivered")
    counts = next(v for v in claim.variants if v.slot == "count")
    assert counts.values[0].value == "40 missile" and len(counts.values) == 2
    assert claim.unfilled == ("date", "place")


def test_a_question_without_an_answer_is_noted(pile: Pile) -> None:
    dossier = pile(
        a="Dorval a livré des pompes à la Norvège. Il est incertain de savoir quand les pompes ont été livrées."
    )
    assert [n.message for n in dossier.notes if n.code == "open question"] == [
        "a report says that this is not known: date"
    ]


def test_what_happened_stands_apart_from_when_it_was_told(pile: Pile) -> None:
    dossier = pile(a=DATE.format(12) + "Dorval a livré des pompes à la Norvège lundi. " + REST)
    assert {(t.kind, t.not_before) for t in dossier.timeline} == {("told", "2025-03-12"), ("happened", "2025-03-10")}


def test_a_place_that_belongs_to_somebody_is_compared_by_name_alone(pile: Pile) -> None:
    dossier = pile(
        a="Le docker Jan Solberg a été arrêté dans le port norvégien.",
        b="Le docker Jan Solberg a été arrêté dans un port norvégien, dit la police.",
    )
    assert len(claim_with(dossier, "arrêté").reports) == 2
