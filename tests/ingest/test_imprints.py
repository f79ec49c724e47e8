"""Who made a report, when, and whom it credits, as heads of many kinds tell it."""

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.imprints import is_imprint
from recoupe.ingest.reading import read_files
from recoupe.model import Document

BODY = {
    "fr": "La digue de Norvale a cédé dimanche sur une vingtaine de mètres, a indiqué la capitainerie. Les pompiers ont "
    "évacué les maisons basses pendant la nuit, et l'école restera fermée jusqu'à nouvel ordre.\n\nLa réparation "
    "prendra plusieurs semaines, selon un premier avis des ingénieurs du port.\n",
    "en": "The sea wall at Norvale gave way on Sunday over some twenty metres, the harbour office said. Firefighters "
    "cleared the lower houses during the night, and the school will stay shut until further notice.\n\nRepairs will "
    "take several weeks, a first opinion by the engineers of the port says.\n",
}
TITLE = {"fr": "Norvale : la digue cède, des maisons évacuées", "en": "Sea wall gives way at Norvale, houses cleared"}


def read(head: str, language: str, site: str = "") -> Document:
    """A report with a head above its text; site: the outlet that its page names."""
    if site:
        paragraphs = "".join(f"<p>{p}</p>" for p in f"{head}\n\n{BODY[language]}".split("\n\n"))
        meta = f'<meta property="og:site_name" content="{site}">'
        text = f"<html><head><title>{TITLE[language]}</title>{meta}</head><body><article>{paragraphs}</article></body></html>"
        return read_files([Raw("a.html", text.encode())]).documents[0]
    return read_files([Raw("a.txt", f"{head}\n\n{BODY[language]}".encode())]).documents[0]


def day(document: Document) -> str | None:
    return document.published.not_before if document.published and document.published.basis == "header" else None


@pytest.mark.parametrize(
    ("line", "language", "told", "names"),
    [
        (
            "Par Irène Maltais, notre correspondante à Norvale. Mis en ligne le 6 avril 2025 à 9h, modifié à 10h05.",
            "fr",
            "2025-04-06",
            ["Irène Maltais"],
        ),
        (
            "Par Noé Sarrazin et Lise Aubin. Photos : Jean Roux. Le 7 avril 2025 à 18h30.",
            "fr",
            "2025-04-07",
            ["Noé Sarrazin", "Lise Aubin"],
        ),
        (
            "Publié le 6 avril 2025 à 6h00. Mis à jour le 8 avril 2025 à 8h10. Temps de lecture : 3 minutes.",
            "fr",
            "2025-04-06",
            [],
        ),
        (
            "By Ada Finch in Norvale. Published 6 April 2025, 6.00 am; updated 11.25 am.",
            "en",
            "2025-04-06",
            ["Ada Finch"],
        ),
        (
            "By Ada Finch, harbour correspondent. First published on April 6, 2025. Last updated on April 9, 2025.",
            "en",
            "2025-04-06",
            ["Ada Finch"],
        ),
        ("Posted by Tom Hale on April 6, 2025 at 9:14 am. Filed under: harbours.", "en", "2025-04-06", ["Tom Hale"]),
    ],
)
def test_a_line_of_several_sentences_tells_who_wrote_and_when(
    line: str, language: str, told: str, names: list[str]
) -> None:
    for head in (f"{TITLE[language]}\n\n{line}", f"{TITLE[language]}\n\n{BODY[language].splitlines()[0]}\n\n{line}"):
        document = read(head, language)
        assert day(document) == told
        assert [s.text for s in document.byline] == names
        assert line in [s.text for s in document.asides]


@pytest.mark.parametrize(
    "text",
    [
        "Par Belmont, le convoi a gagné la frontière avant la nuit. Le 6 avril 2025, il était à Norvale.",
        "By Monday the wall had gone. Published reports on 6 April 2025 say that nobody had looked at it for years.",
        "La digue a cédé. Publié le 6 avril 2025.",
        "Par Irène Maltais.",
        "Le 6 avril, des pompes de Lanvaux ont été livrées à Norvale.",
        "On 6 April 2025, pumps from Lanvaux reached the harbour.",
    ],
)
def test_sentences_of_the_affair_are_no_imprint(text: str) -> None:
    assert not is_imprint(text)


@pytest.mark.parametrize(
    ("line", "language", "site", "agency", "outlet"),
    [
        (
            "Le Messager de Norvale (avec BRP) - Publié le 6 avril 2025 à 22h10",
            "fr",
            "",
            "BRP",
            "Le Messager de Norvale",
        ),
        ("The Norvale Courier (with NWA) - 6 April 2025", "en", "", "NWA", "The Norvale Courier"),
        ("6 avril 2025 | BRP", "fr", "La Vigie", "BRP", "La Vigie"),
        ("6 April 2025 • NWA", "en", "The Norvale Star", "NWA", "The Norvale Star"),
        ("BRP | 6 avril 2025 à 11h25", "fr", "La Vigie", "BRP", "La Vigie"),
        ("La Vigie avec BRP\n6 avril 2025", "fr", "", "BRP", "La Vigie"),
        ("Par Lise Aubin (avec BRP)", "fr", "La Vigie", "BRP", "La Vigie"),
        ("Lise Aubin, avec BRP. Publié le 6 avril 2025.", "fr", "La Vigie", "BRP", "La Vigie"),
    ],
)
def test_an_agency_in_brackets_or_behind_the_day_is_credited(
    line: str, language: str, site: str, agency: str, outlet: str
) -> None:
    document = read(f"{TITLE[language]}\n\n{line}", language, site)
    assert [a.actor for a in document.agencies] == [agency]
    assert document.outlet is not None and document.outlet.actor == outlet


@pytest.mark.parametrize("line", ["6 April 2025 | UK", "6 April 2025 | SPORT", "6 April 2025 | Ada Finch"])
def test_a_section_or_a_person_behind_the_day_is_no_agency(line: str) -> None:
    assert not read(f"{TITLE['en']}\n\n{line}", "en", "The Norvale Star").agencies


@pytest.mark.parametrize(
    ("head", "language", "outlet", "title"),
    [
        (
            "RADIO NORVALE\nJournal de midi. Avec vous jusqu'à treize heures, Odile Ferrand.",
            "fr",
            "RADIO NORVALE",
            None,
        ),
        (
            "HALCYON FREIGHT\nPress release\nNorvale, 6 April 2025\n\nWhat we know of the wall",
            "en",
            "HALCYON FREIGHT",
            "What we know of the wall",
        ),
        (
            "MAIRIE DE NORVALE\nCabinet du maire\nNorvale, le 6 avril 2025\n\nCOMMUNIQUÉ DE PRESSE\n\nDigue : le point",
            "fr",
            "MAIRIE DE NORVALE",
            "Digue : le point",
        ),
        (
            "Norvale Harbour Trust\nFOR IMMEDIATE RELEASE\n6 April 2025\n\nHarbour closed to traffic",
            "en",
            "Norvale Harbour Trust",
            "Harbour closed to traffic",
        ),
        (
            f"Norvale Actu\nL'actualité de la presqu'île depuis 1987\nPar la rédaction, le 6 avril 2025\n\n{TITLE['fr']}",
            "fr",
            "Norvale Actu",
            TITLE["fr"],
        ),
        (
            f"The Norvale Courier\nIndependent news from the coast\nBy Ada Finch, 6 April 2025\n\n{TITLE['en']}",
            "en",
            "The Norvale Courier",
            TITLE["en"],
        ),
        (
            "The Norvale Courier\nNewspaper boy finds crack in wall\nBy Ada Finch, 6 April 2025",
            "en",
            "The Norvale Courier",
            "Newspaper boy finds crack in wall",
        ),
        (f"NWA4512 3 GEN 0214 NWA /NWA-QW11\n\n{TITLE['en']}", "en", None, TITLE["en"]),
        (
            "Collectif de la digue\n\nCommuniqué du 6 avril 2025\n\nNos demandes au port",
            "fr",
            "Collectif de la digue",
            "Nos demandes au port",
        ),
        ("STATEMENT BY THE HARBOUR MASTER\nNorvale, 6 April 2025", "en", None, "STATEMENT BY THE HARBOUR MASTER"),
        ("SEA WALL GIVES WAY", "en", None, "SEA WALL GIVES WAY"),
    ],
)
def test_outlets_and_issuers_stand_first_and_taglines_are_no_titles(
    head: str, language: str, outlet: str | None, title: str | None
) -> None:
    document = read(head, language)
    assert (document.outlet.actor if document.outlet else None) == outlet
    assert (document.title.text if document.title else None) == title
