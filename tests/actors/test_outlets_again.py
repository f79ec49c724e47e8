"""An outlet by its name without its article, or by its short name, is the same outlet."""

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.model import Actor
from recoupe.pipeline import analyse_reading

HEAD = '<html><head><title>La digue</title><meta property="og:site_name" content="{}"></head>'
PAGE = HEAD + "<body><article><p>{}</p></article></body></html>"


def outlets(bearing: str, *texts: str) -> list[Actor]:
    """The outlets that some reports tell of, beside one that bears an outlet's name."""
    own = PAGE.format(bearing, "La digue d'Ombry a cédé dans la nuit de lundi à mardi, emportant trois maisons.")
    raw = [Raw("own.html", own.encode()), *(Raw(f"{i}.txt", t.encode()) for i, t in enumerate(texts))]
    return [a for a in analyse_reading(read_files(raw)).actors if a.type == "outlet"]


@pytest.mark.parametrize(
    ("name", "text", "short"),
    [
        ("Le Fanal", "Deux ouvriers ont affirmé au Fanal que la digue avait cédé.", "Fanal"),
        ("Les Rives", "Selon les informations des Rives, la digue a cédé.", "Rives"),
        ("Ombry Chronicle", "Two men told the Ombry Chronicle so. The dyke had burst, one told the Chronicle.", "the Chronicle"),
    ],
)  # fmt: skip
def test_an_outlet_without_its_article_or_place_is_itself(name: str, text: str, short: str) -> None:
    (outlet,) = outlets(name, text)
    assert outlet.name == name
    assert short in {s.text for s in outlet.mentions}


def test_a_longer_name_behind_a_preposition_is_no_outlet() -> None:
    found = outlets("Le Fanal", "Le maire d'Ombry a dit mardi que la Coupe du Fanal était reportée.")
    assert not any(s.text == "Fanal" for a in found for s in a.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Selon un article du Veilleur, la digue a cédé.",
        "Selon les informations du Veilleur, la digue a cédé.",
        "Un journaliste du Veilleur a vu la digue céder.",
    ],
)
def test_what_only_outlets_have_shows_an_outlet(text: str) -> None:
    assert "Veilleur" in {a.name for a in outlets("Le Fanal", text)}


@pytest.mark.parametrize("text", ["Selon l'article 12 du Traité, la digue est à l'État.", "L'une des Forces a cédé."])
def test_articles_of_law_and_one_of_several_show_none(text: str) -> None:
    assert {a.name for a in outlets("Le Fanal", text)} <= {"Le Fanal"}
