"""Who took a passage from whom, whether it is credited, what is a report's own."""

import pytest

from tests.reuse.piles import Pile

PUMPS = (
    "Le groupe de Sérac aurait livré une trentaine de pompes à la ville voisine pendant la crue de printemps. "
    "Les pompes, arrivées de nuit sur trois camions bâchés, ont été montées le long du quai par des ouvriers. "
    "Aucune facture n'a été retrouvée dans les registres de la mairie, selon le cabinet chargé du contrôle."
)
SHORTENED = (
    "Le groupe de Sérac aurait livré une trentaine de pompes à la ville voisine. "
    "Les pompes ont été montées le long du quai par des ouvriers. "
    "Aucune facture n'a été retrouvée dans les registres de la mairie, selon le cabinet chargé du contrôle."
)
THEATRE = (
    "La troupe du théâtre ouvrira sa saison avec une comédie écrite au siècle dernier par une autrice oubliée. "
    "Les répétitions ont commencé sous la verrière, et les costumes viennent d'un atelier installé au village."
)
OWN = "Dans le bourg, les riverains attendaient ce matin la visite du préfet devant la halle aux grains."


def test_the_later_report_has_it_from_the_earlier_one() -> None:
    pile = Pile()
    pile.report("a", PUMPS, "gazette", "2025-03-04")
    pile.report("b", f"{PUMPS}\n\n{OWN}", "herald", "2025-03-05")
    assert pile.parents() == {"a": (None, None, None, []), "b": ("a", "dates", False, [])}
    shares = pile.compared().own_text
    assert shares["a"] == 1.0
    assert shares["b"] == pytest.approx(len(OWN.split()) / (len(OWN.split()) + 55), abs=0.03)


def test_nothing_decides_between_undated_reports() -> None:
    pile = Pile()
    pile.report("a", PUMPS, "gazette")
    pile.report("b", f"{PUMPS}\n\n{OWN}", "herald")
    found = pile.compared()
    assert pile.parents() == {"a": (None, None, None, []), "b": (None, None, None, [])}
    assert found.own_text == {"a": None, "b": None}
    assert {x.document for x in found.limits} == {"a", "b"}


def test_a_credit_line_tells_the_direction_and_is_shown() -> None:
    pile = Pile()
    pile.report("a", PUMPS, "wire", "2025-03-04")
    pile.report("b", f"{PUMPS}\n\nAvec Wire", "herald", "2025-03-04", wires=["Wire"])
    assert pile.parents()["b"] == ("a", "credit", True, ["Wire"])


def test_an_outlet_named_as_source_is_credited() -> None:
    pile = Pile()
    pile.report("a", PUMPS, "gazette")
    pile.report("b", f"{PUMPS} C'est ce que rapporte la Gazette de Sérac.", "herald")
    pile.says("b", "C'est ce que", actor="gazette", source="la Gazette de Sérac")
    assert pile.parents()["b"] == ("a", "credit", True, ["la Gazette de Sérac"])


def test_outlets_that_name_each_other_decide_nothing() -> None:
    pile = Pile()
    pile.report("a", f"{PUMPS} Le Herald le dit.", "gazette")
    pile.report("b", f"{PUMPS} La Gazette le dit.", "herald")
    pile.says("a", "le dit", actor="herald", source="Le Herald")
    pile.says("b", "le dit", actor="gazette", source="La Gazette")
    assert [m[0] for m in pile.parents().values()] == [None, None]


def test_a_go_between_in_the_passage_leads_to_its_report() -> None:
    told = PUMPS.replace("la mairie, selon", "la mairie, a dit au Fil, selon")
    pile = Pile()
    pile.report("a", told, "wire")
    pile.report("b", f"{told}\n\n{OWN}", "herald")
    pile.says("b", "Aucune facture", relay="Fil")
    assert pile.parents()["b"] == ("a", "relay", True, ["Fil"])


def test_who_cuts_copies() -> None:
    pile = Pile()
    pile.report("a", PUMPS, "gazette")
    pile.report("b", f"{SHORTENED}\n\n{OWN}", "herald")
    assert pile.parents() == {"a": (None, None, None, []), "b": ("a", "cuts", False, [])}
    bounds = pile.compared().published
    assert set(bounds) == {"b"}
    assert (bounds["b"].basis, bounds["b"].after) == ("order", ("a",))


def test_an_undated_copy_is_not_before_its_source() -> None:
    pile = Pile()
    pile.report("a", PUMPS, "wire", "2025-03-04")
    pile.report("b", f"{PUMPS}\n\nAvec Wire", "herald", wires=["Wire"])
    assert pile.compared().published["b"].not_before == "2025-03-04"


def test_two_sources_of_one_report() -> None:
    pile = Pile()
    pile.report("a", PUMPS, "gazette", "2025-03-04")
    pile.report("b", THEATRE, "herald", "2025-03-04")
    pile.report("c", f"{PUMPS}\n\n{OWN}\n\n{THEATRE}", "courier", "2025-03-06")
    taken = {pile.parents(f)["c"][0] for f in pile.compared().reuse}
    assert taken == {"a", "b"}


def test_a_copy_of_a_copy_comes_from_the_closest_text() -> None:
    altered = PUMPS.replace("trois camions bâchés", "quatre wagons bâchés")
    pile = Pile()
    pile.report("a", PUMPS, "gazette", "2025-03-04")
    pile.report("b", altered, "herald", "2025-03-05")
    pile.report("c", f"{altered}\n\n{OWN}", "courier", "2025-03-06")
    assert {k: v[0] for k, v in pile.parents().items()} == {"a": None, "b": "a", "c": "b"}


def test_one_of_two_equal_texts_is_not_picked() -> None:
    pile = Pile()
    pile.report("a", PUMPS, "gazette", "2025-03-04")
    pile.report("b", PUMPS, "herald", "2025-03-04")
    pile.report("c", f"{PUMPS}\n\n{OWN}", "courier", "2025-03-06")
    assert pile.parents()["c"] == (None, "several", None, [])
    assert pile.compared().own_text["c"] < 1


def test_an_agency_text_that_is_not_there_is_inferred() -> None:
    pile = Pile()
    pile.report("a", f"{PUMPS}\n\nAvec Wire", "gazette", "2025-03-04", wires=["Wire"])
    pile.report("b", f"{PUMPS}\n\n{OWN}\n\nAvec Wire", "herald", "2025-03-05", wires=["Wire"])
    pile.report("c", f"{OWN}\n\n{PUMPS}", "courier", "2025-03-06")
    families = [f for f in pile.compared().reuse if len(f.members) == 3]
    (family,) = families
    assert family.base is not None
    assert (family.base.inferred, family.base.actor) == (True, "wire")
    assert pile.parents(family) == {
        "a": (None, "credit", True, ["Wire"]),
        "b": (None, "credit", True, ["Wire"]),
        "c": (None, None, False, []),
    }


def test_an_agency_text_in_the_pile_needs_no_base() -> None:
    pile = Pile()
    pile.report("a", PUMPS, "wire")
    pile.report("b", f"{PUMPS}\n\nAvec Wire", "gazette", wires=["Wire"])
    pile.report("c", f"{PUMPS}\n\n{OWN}\n\nAvec Wire", "herald", wires=["Wire"])
    (family,) = pile.compared().reuse
    assert family.base is None
    assert {k: v[0] for k, v in pile.parents(family).items()} == {"a": None, "b": "a", "c": "a"}


def test_an_outlet_that_reprints_itself_owes_no_credit() -> None:
    pile = Pile()
    pile.report("a", PUMPS, "gazette", "2025-03-04")
    pile.report("b", f"{PUMPS}\n\n{OWN}", "gazette", "2025-03-05")
    assert pile.parents()["b"] == ("a", "dates", None, [])
