"""The lines above a plain text: with labels, or one below the other without a blank line."""

from pathlib import Path

import pytest

from recoupe.ingest import read
from recoupe.model import Document

BODY = (
    "La mairie de Sérac a annoncé lundi que le pont rouvrirait en avril, après deux ans de travaux et de retards divers.\n\n"
    "Les riverains attendent encore, a dit leur porte-parole. Rien n'est prêt de l'autre côté du fleuve, et la route est fermée. "
    "Le conseil municipal en a parlé jeudi, sans rien décider de plus pour les commerçants de la rive gauche.\n"
)
LABELLED = [
    "Headline: Le pont de Sérac rouvre\nOutlet: The Orle Post\nByline: Ada Morel\nDate: 3 March 2025\n\n",
    "Titre : Le pont de Sérac rouvre\nMédia : The Orle Post\nDate : 3 mars 2025\nAuteur : Ada Morel\n\n",
    "TITRE : Le pont de Sérac rouvre\n\nJOURNAL : The Orle Post\n\nAUTEURS : Ada Morel\n\nDATE : 3 mars 2025\n\n",
    "Le pont de Sérac rouvre en avril, deux ans après la crue de l'Orle et ses dégâts\nThe Orle Post\nAda Morel\n3 mars 2025\n\n",
    "Le pont de Sérac rouvre en avril, deux ans après la crue de l'Orle et ses dégâts\n"
    "The Orle Post (avec ALP)\nAda Morel\n3 mars 2025\n\n",
]


def one(folder: Path, text: str) -> Document:
    (folder / "pont.txt").write_text(text, encoding="utf-8")
    return read([str(folder)]).documents[0]


@pytest.mark.parametrize("head", LABELLED)
def test_title_outlet_author_and_day_are_told_apart(tmp_path: Path, head: str) -> None:
    document = one(tmp_path, head + BODY)
    assert document.text == head + BODY
    assert document.title is not None and document.title.text.startswith("Le pont de Sérac rouvre")
    assert "Post" not in document.title.text
    assert document.outlet is not None and document.outlet.actor == "The Orle Post"
    assert [span.text for span in document.byline] == ["Ada Morel"]
    assert document.published is not None and document.published.not_before == "2025-03-03"


def test_no_label_or_name_of_the_head_is_a_word_of_the_report(tmp_path: Path) -> None:
    from recoupe.linguistics import annotate

    document = one(tmp_path, LABELLED[1] + BODY)
    words = {t.text for t in annotate(document, {}).annotation.tokens}
    assert not words & {"Titre", "Média", "Auteur", "Morel", "Post"}
    assert {"pont", "riverains"} <= words


def test_one_label_alone_may_be_a_title_with_a_colon(tmp_path: Path) -> None:
    document = one(tmp_path, f"Date : ce que l'on sait du pont de Sérac\n\n{BODY}")
    assert document.title is not None and document.title.text.startswith("Date :")


@pytest.mark.parametrize(("first", "second", "follows"), [("08h15", "17:20", True), ("08h15", "08:15", False)])
def test_hours_order_the_reports_of_a_day(tmp_path: Path, first: str, second: str, follows: bool) -> None:
    for name, hour in (("a.txt", first), ("b.txt", second)):
        (tmp_path / name).write_text(f"Le pont de Sérac rouvre\n3 mars 2025, {hour}\n\n{BODY}", encoding="utf-8")
    early, late = read([str(tmp_path)]).documents
    assert early.published is not None and late.published is not None
    assert (early.published.after, late.published.after) == ((), (early.id,) if follows else ())


@pytest.mark.parametrize("rubric", ["FLASH", "RÉGION", "LIVE"])
def test_a_rubric_before_a_title_is_no_outlet_and_no_place(tmp_path: Path, rubric: str) -> None:
    document = one(tmp_path, f"{rubric} – La mairie de Sérac a vendu le vieux moulin à un pépiniériste\n\n" + BODY)
    assert document.outlet is None and document.place is None
    assert document.title is not None and document.title.text.endswith("moulin à un pépiniériste")
    assert not document.asides


def test_what_stands_behind_a_name_and_a_dash_is_a_section_where_it_is_short(tmp_path: Path) -> None:
    document = one(tmp_path, "La mairie de Sérac a vendu le vieux moulin\n\nSuroît – Politique\n\n" + BODY)
    assert document.outlet is not None and document.outlet.actor == "Suroît"


@pytest.mark.parametrize(
    ("head", "day", "issuer"),
    [
        ("# Carnets de Sérac\n\n*Blog tenu par Jo Morel, riverain. Billet du 19 mars 2025*\n\n", "2025-03-19", None),
        ("# Le fil du fleuve\n\n*Lettre hebdomadaire de Jo Morel, 9 mai 2025*\n\n", "2025-05-09", None),
        (
            "COMMUNE DE SÉRAC\nCommuniqué de presse\nSérac, le 12 mars 2025\n\nLe pont de Sérac rouvre\n\n",
            "2025-03-12",
            "COMMUNE DE SÉRAC",
        ),
        (
            "AMBASSADE DE VALDORIE\nCommuniqué, 6 mai 2025\n\nLe pont de Sérac rouvre\n\n",
            "2025-05-06",
            "AMBASSADE DE VALDORIE",
        ),
    ],
)
def test_lines_about_the_text_tell_its_day_and_no_outlet(
    tmp_path: Path, head: str, day: str, issuer: str | None
) -> None:
    document = one(tmp_path, head + BODY)
    assert document.published is not None and document.published.not_before == day
    assert (document.outlet.actor if document.outlet else None) == issuer
