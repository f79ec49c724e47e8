"""Offices and bodies that are named by common nouns, and names behind a title."""

import pytest

from recoupe.model import Actor
from tests.provenance.test_renditions import dossier_of


def named(actors: tuple[Actor, ...], name: str) -> Actor:
    return next(a for a in actors if a.name == name)


def test_a_trade_before_a_name_is_no_part_of_it() -> None:
    dossier = dossier_of("In brief\n\nVet Luce Ferrand said that the dam gave way.")
    assert named(dossier.actors, "Luce Ferrand").type == "person"


def test_a_possessed_office_speaks_for_its_owner() -> None:
    dossier = dossier_of("Orvane's European spokesman said on Monday that the dam gave way.")
    office = named(dossier.actors, "Orvane's European spokesman")
    assert office.anonymity is None and office.institution == named(dossier.actors, "Orvane").id


def test_an_office_of_several_words_is_no_anonymous_voice() -> None:
    dossier = dossier_of("The press officer of the University of Sornay said that the dam gave way.")
    assert all(a.anonymity is None for a in dossier.actors if a.type in {"role", "unknown"})


def test_a_body_named_by_common_nouns_is_one_in_every_report() -> None:
    dossier = dossier_of(
        "Selon l'Autorité de contrôle des ponts, la digue de Sornay a cédé jeudi.",
        "La digue de Sornay a cédé, a dit la présidente de l'Autorité de contrôle des ponts.",
    )
    assert [a.name for a in dossier.actors if a.name.startswith("Autorité")] == ["Autorité de contrôle des ponts"]


def test_the_group_is_the_only_company_that_its_report_names() -> None:
    dossier = dossier_of(
        "Le groupe Orvane a livré des pompes à Sérac.",
        "Orvane a payé un intermédiaire. Le groupe a nié toute livraison de pompes à Sérac.",
    )
    spoken = {a.actor for a in dossier.attributions if a.source is not None and a.source.text == "Le groupe"}
    assert spoken <= {named(dossier.actors, "Orvane").id} or not spoken


@pytest.mark.parametrize(
    "text",
    [
        "La cheffe d'orchestre Mirela Tasson a nié avoir quitté la scène.",
        "Le directeur d'hôpital Yann Orsel a confirmé la fermeture du service.",
        "La présidente d'association Odile Braz dément tout détournement.",
    ],
)
def test_the_noun_that_ends_an_office_is_no_body(text: str) -> None:
    named_in = [a for a in dossier_of(text).actors if a.name.split()[-1] in {"Tasson", "Orsel", "Braz"}]
    assert [(a.type, len(a.name.split())) for a in named_in] == [("person", 2)]
