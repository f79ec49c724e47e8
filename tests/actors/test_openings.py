"""Words with the capital of their sentence, numbers, single letters and broken lines make no names."""

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.model import Dossier
from recoupe.pipeline import analyse_reading


def dossier_of(text: str) -> Dossier:
    """The analysis of a report."""
    return analyse_reading(read_files([Raw("a.txt", text.encode())]))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ninety-two people were taken ill in Sarn, the mayor said.", "Ninety"),
        ("Talks between Dorvane and the union broke down on Monday.", "Talks"),
        ("Interrogée lundi, la maire de Sarn a refusé de répondre.", "Interrogée"),
        ("Côté circulation, le pont reste fermé, selon la mairie de Sarn.", "Côté"),
        ("Les ouvriers de l'atelier C. ont repris le travail, a dit la mairie de Sarn.", "C."),
        ("According to the daily Le Ponant, the bridge is closed.", "According"),
    ],
)
def test_no_name(text: str, word: str) -> None:
    assert all(word not in {a.name, *(m.text for m in a.mentions)} for a in dossier_of(text).actors)


def test_a_known_word_that_the_report_has_as_a_name_is_one() -> None:
    text = "Orange va fermer deux sites. Les salariés d'Orange, a dit le syndicat, sont inquiets."
    assert any(a.name == "Orange" for a in dossier_of(text).actors)


def test_a_name_over_two_lines_has_one_space() -> None:
    text = (
        "La mairie de Sarn a confirmé lundi soir ce que disait la rue :\nle directeur du théâtre, après dix ans de maison, "
        "Marc\nDelvane, a démissionné, et son adjointe aussi, pour des\nraisons que personne ne veut donner à Sarn ni ailleurs."
    )
    names = [a.name for a in dossier_of(text).actors]
    assert "Marc Delvane" in names
    assert not any("\n" in name for name in names)


def test_a_first_name_alone_is_the_only_person_who_bears_it() -> None:
    text = "Marius Kestrel a été blessé mardi. « Justice pour Marius », disait une banderole devant la mairie."
    assert not any(a.name == "Marius" for a in dossier_of(text).actors)


def test_a_calling_behind_a_name_makes_a_person() -> None:
    text = "« Je l'ai vu », assure Ludmir Kersaz, docker à la retraite."
    assert next(a for a in dossier_of(text).actors if a.name == "Ludmir Kersaz").type == "person"


def test_a_firm_that_says_what_it_does_is_no_person() -> None:
    text = "The developer, Brackmoor Storage, says the site is safe. Brackmoor Storage has ten sites."
    assert {a.type for a in dossier_of(text).actors if a.name == "Brackmoor Storage"} == {"organisation"}


def test_a_place_where_something_was_said_passes_nothing_on() -> None:
    text = "None is in danger, the director of the clinic, Anna Dorval, announced on Monday at a press briefing."
    assert all("briefing" not in a.name for a in dossier_of(text).actors)
