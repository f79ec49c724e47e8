"""Figures of one happening that cannot both hold: set against each other across claims, and only then."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from recoupe.claims import rivals
from recoupe.claims.figures import Figure
from recoupe.claims.incompatible import CODE, WORDS
from recoupe.model import Dossier, Span
from tests.claims.pile import Pile, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def rival_figures(dossier: Dossier) -> list[set[str]]:
    """The figures of each note of figures that may not go together."""
    return [{s.text for s in n.spans} for n in dossier.notes if n.code == CODE and n.message == WORDS["other figures"]]


def varying(dossier: Dossier) -> list[set[str]]:
    """The figures of each claim that gives several, as they are written."""
    slots = {"count", "measure", "amount"}
    return [{s.text for x in v.values for s in x.spans} for c in dossier.claims for v in c.variants if v.slot in slots]


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        (
            "Soixante litres d'acide se sont répandus lundi à la laiterie Carvel, à Ombry.",
            "La laiterie Carvel parle d'une fuite de 9 litres d'acide à Ombry.",
            {"Soixante litres", "9 litres"},
        ),
        (
            "L'incendie a fait onze morts à Ombry, selon les pompiers.",
            "Huit personnes ont été tuées dans l'incendie à Ombry, affirme la mairie.",
            {"onze", "Huit"},
        ),
        (
            "Ostravia has expelled four Belmarian attachés, its foreign minister said.",
            "L'Ostravie a annoncé l'expulsion de sept attachés belmariens.",
            {"four", "sept"},
        ),
    ],
)
def test_figures_of_one_happening_are_set_against_each_other(
    pile: Pile, one: str, other: str, figures: set[str]
) -> None:
    dossier = pile(a=one, b=other)
    noted, shown = rival_figures(dossier), varying(dossier)
    assert figures in [*noted, *shown]
    assert not (figures in noted and figures in shown)  # one way of showing it is enough


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a part and the whole
        ("Two children were killed in the fire at Ombry.", "Nine people were killed in the fire at Ombry."),
        # one figure leaves room for the other
        ("L'incendie a fait au moins huit morts à Ombry.", "Onze personnes ont été tuées dans l'incendie à Ombry."),
        # another giver and another place
        ("Carvel hired 40 engineers in Ombry.", "Dorval hired 60 engineers in Arlen."),
        # a gift to one, a payment to another
        (
            "Carvel a donné 25 000 euros au club de Paul Ancel à Ombry.",
            "Carvel a versé 90 000 euros au maire, Luc Ferran.",
        ),
        # what is worth a sum is not paid by it
        ("Carvel paid Dorval 300,000 euros for a plant worth 2 million euros.", "Carvel paid Dorval 300,000 euros."),
        # another day
        (
            "Ombry, 3 mars 2024. L'incendie du 2 mars 2024 a fait onze morts à Ombry.",
            "Ombry, 3 mai 2024. Deux personnes ont été tuées le 2 mai 2024 dans un incendie à Ombry.",
        ),
    ],
)
def test_figures_of_other_things_are_not(pile: Pile, one: str, other: str) -> None:
    assert rival_figures(pile(a=one, b=other)) == []


def test_a_whole_of_which_some_are_counted_is_no_figure_of_the_event(pile: Pile) -> None:
    dossier = pile(
        a="Deux des six ingénieurs de Carvel ont été libérés à Ombry lundi.",
        b="Deux ingénieurs de Carvel ont été libérés à Ombry.",
    )
    assert rival_figures(dossier) == [] and not any("six" in figures for figures in varying(dossier))


def test_a_figure_drifts_and_varies_only_beside_one_of_its_own_unit(pile: Pile) -> None:
    dossier = pile(
        a="L'Écho de Sérac, 3 mars 2024\n\nCarvel a livré 40 tonnes d'acide à Dorval, a déclaré le maire, Paul Ancel.",
        b="L'Écho de Sérac, 5 mars 2024\n\nCarvel a livré 60 tonnes d'acide à Dorval, a déclaré le maire, Paul Ancel.",
        c="L'Écho de Sérac, 7 mars 2024\n\nCarvel a livré 60 tonnes d'acide et 5 kilomètres de tuyaux à Dorval, "
        "a déclaré le maire, Paul Ancel.",
    )
    (claim,) = [c for c in dossier.claims if len(c.reports) == 3]
    drifts = [{s.text for s in e.spans} for e in claim.evolution if e.change == "figure"]
    assert drifts and all(drift == {"40 tonnes", "60 tonnes"} for drift in drifts)
    assert varying(dossier) == [{"40 tonnes", "60 tonnes"}]


@pytest.mark.parametrize("found_by", [("class leak", "sense:fuite"), ("sense:fuite", "class leak")])
def test_by_what_an_event_is_found_first_decides_nothing(
    monkeypatch: pytest.MonkeyPatch, found_by: tuple[str, ...]
) -> None:
    monkeypatch.setattr(rivals, "looked_up", lambda _: found_by)  # a set, of whose order nothing is sure
    figure = Figure("measure", "litre", (9.0, 9.0), Span("d", 0, 1, "9"), counted=True)
    tellings: Any = SimpleNamespace(event=lambda _: 0, report=lambda _: "d")
    affairs: Any = None
    profiles: Any = [None]
    found = rivals.Rivals({0: [figure]}, [], profiles, tellings, affairs).tellers()
    assert [event for event, *_ in found] == ["class leak", "sense:fuite"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("La fonderie Carvel a fermé pendant trois jours à Ombry.", "The Carvel foundry closed for 72 hours in Ombry."),
        (
            "The ferry Alcyon carried 2 tonnes of salt to Ombry.",
            "The ferry Alcyon carried 2,000 kilos of salt to Ombry.",
        ),
        ("The town of Ombry paid 1.5 million euros to Carvel.", "Ombry a versé 1 500 000 euros à Carvel."),
    ],
)
def test_one_quantity_in_two_units_is_no_disagreement(pile: Pile, one: str, other: str) -> None:
    dossier = pile(a=one, b=other)
    told = {"duration", "measure", "amount"}
    assert {v.slot for s in dossier.statements for v in s.values} & told
    assert not [v for c in dossier.claims for v in c.variants if v.slot in told]
    assert not rival_figures(dossier)


def test_other_lengths_in_two_units_are_both_shown(pile: Pile) -> None:
    dossier = pile(
        a="The Carvel foundry closed for two days in Ombry.", b="The Carvel foundry closed for 72 hours in Ombry."
    )
    lengths = [{s.text for x in v.values for s in x.spans} for c in dossier.claims for v in c.variants]
    assert {"two days", "72 hours"} in [*lengths, *rival_figures(dossier)]
