"""What a statement says: readings of verbs, things told again, suppositions, whose things they are."""

from pathlib import Path

import pytest

from tests.claims.pile import Pile, pile_in, roles, statements

DELIVERED = "La société Dorval a livré des pompes à la Tasmanie, a annoncé la préfecture. "


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def test_goods_that_arrive_are_delivered_and_ships_arrive(pile: Pile) -> None:
    dossier = pile(a="Les pompes sont arrivées en Norvège. Le cargo Solveig est arrivé en Norvège.")
    assert [roles(dossier, s)["recipient"] for s in statements(dossier, "transfer")] == ["Norvège"]
    assert [roles(dossier, s)["agent"] for s in statements(dossier, "arrive")] == ["Solveig"]


def test_a_person_paid_receives(pile: Pile) -> None:
    dossier = pile(a="La société Dorval a payé un intermédiaire. La société Dorval a payé deux millions d'euros.")
    first, second = statements(dossier, "pay")
    assert roles(dossier, first)["recipient"] == "intermédiaire"
    assert roles(dossier, second)["theme"] == "euros"


def test_a_load_told_again_is_what_was_delivered(pile: Pile) -> None:
    dossier = pile(a=DELIVERED + "La cargaison a été déchargée mardi.")
    _, unloaded = statements(dossier, "transfer")
    assert roles(dossier, unloaded)["theme"] == "pompes"
    assert roles(dossier, unloaded)["agent"] == "Dorval"


def test_a_denied_noun_takes_up_the_event(pile: Pile) -> None:
    dossier = pile(a=DELIVERED + "La société Dorval a nié tout transfert.")
    denied = [s for s in statements(dossier, "transfer") if s.stance == "denies"]
    assert denied and roles(dossier, denied[0])["theme"] == "pompes"


def test_a_law_against_events_of_a_kind_takes_up_none(pile: Pile) -> None:
    dossier = pile(a=DELIVERED + "La convention de Lund interdit la livraison de pompes.")
    barred = [s for s in statements(dossier, "transfer") if "interdit" not in s.spans[0].text]
    assert all("agent" not in roles(dossier, s) for s in barred if s.realis == "hypothetical")


@pytest.mark.parametrize(
    "text",
    [
        "Dorval peut livrer des pompes à la Norvège.",
        "Dorval a loué un cargo pour livrer des pompes à la Norvège.",
        "Toute livraison de pompes à la Norvège serait une faute.",
        "Dorval could deliver thirty pumps to Norway.",
        "Si Dorval livrait des pompes à la Norvège, le contrat tomberait.",
    ],
)
def test_what_may_be_is_not_said_to_be(pile: Pile, text: str) -> None:
    assert {s.realis for s in statements(pile(a=text), "transfer")} == {"hypothetical"}


def test_a_doubt_about_the_past_is_about_something_said_to_be(pile: Pile) -> None:
    (told,) = statements(pile(a="Dorval may have delivered thirty pumps to Norway."), "transfer")
    assert told.realis == "actual"


def test_no_single_one_denies(pile: Pile) -> None:
    (told,) = statements(
        pile(a="« Pas une pompe de la société Dorval n'a été livrée à la Norvège », a dit le maire, Paul Ancel."),
        "transfer",
    )
    assert told.stance == "denies"


def test_on_its_way_is_one_event_under_way(pile: Pile) -> None:
    dossier = pile(a="Le cargo Solveig fait route vers la Norvège.", b="The Solveig is on its way to Norway.")
    found = statements(dossier, "travel")
    assert len(found) == 2 and {s.phase for s in found} == {"under way"}


def test_an_event_noun_that_names_a_kind_is_no_event(pile: Pile) -> None:
    assert statements(pile(a="Dorval a construit une usine de fabrication de pompes en Norvège."), "produce")[1:] == []


def test_what_something_is_for_is_not_said_to_be(pile: Pile) -> None:
    text = "La société Dorval a écrit aux banques pour s'assurer que Karsten ne livre pas de pompes à la Norvège."
    assert {s.realis for s in statements(pile(a=text), "transfer")} == {"hypothetical"}


def test_a_statement_does_not_end_in_the_word_that_opens_what_is_left_out(tmp_path: Path) -> None:
    dossier = pile_in(tmp_path)(a="Orvel a versé deux millions d'euros à un courtier de Vevey afin d'entrer au port.")
    paid = next(s for s in dossier.statements if s.event.predicate.text == "versé")
    assert paid.spans[0].text == "Orvel a versé deux millions d'euros à un courtier de Vevey"
