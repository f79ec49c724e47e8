"""Reading: encodings, pages, headers, and what cannot be read."""

import io
from pathlib import Path

import pytest

from evaluation.demo.compare import AFFAIR
from recoupe.errors import MissingInput, NothingReadable
from recoupe.ingest import read

SENTENCE = "L'été dernier, la préfète a annoncé que le pont de Sérac rouvrirait à l'automne."


def one(path: Path):
    reading = read([str(path)])
    assert len(reading.documents) == 1
    return reading.documents[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-15"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(((SENTENCE + " ") * 6).encode(encoding))
    assert SENTENCE in one(file).text


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(b"Titre\r\n\r\nLe texte.\r\n")
    assert one(file).text == "Titre\r\n\r\nLe texte.\r\n"


def test_standard_input() -> None:
    reading = read(["-"], io.BytesIO(SENTENCE.encode()))
    assert reading.documents[0].text == SENTENCE


def test_missing_path_names_it(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match=r"nowhere\.txt"):
        read([str(tmp_path / "nowhere.txt")])


@pytest.mark.parametrize("data", [b"", b"   \n", bytes(range(256)) * 40])
def test_what_cannot_be_read_is_an_error_alone(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(data)
    with pytest.raises(NothingReadable, match=r"bad\.txt"):
        read([str(file)])


def test_what_cannot_be_read_is_listed_beside_the_rest(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "good.txt").write_text(SENTENCE, encoding="utf-8")
    reading = read([str(tmp_path)])
    assert [d.name for d in reading.documents] == ["good.txt"]
    assert any("bad.txt" in limit.message for limit in reading.limits)


def test_identical_files_have_ids_of_their_own(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SENTENCE, encoding="utf-8")
    ids = [d.id for d in read([str(tmp_path)]).documents]
    assert len(set(ids)) == 2


def test_headers_of_the_made_up_affair() -> None:
    found = {d.name: d for d in read([str(AFFAIR)]).documents}
    ecluse = found["ecluse.txt"]
    assert ecluse.title and ecluse.title.text == "Sorvalex a payé un intermédiaire tasmérien"
    assert ecluse.outlet and (ecluse.outlet.actor, ecluse.outlet.basis) == ("L'Écluse", "header")
    assert ecluse.published and ecluse.published.not_before == ecluse.published.not_after == "2025-03-13"
    assert [b.text for b in ecluse.byline] == ["Armel Quéguiner"]
    dispatch = found["alp-depeche.txt"]
    assert dispatch.place and dispatch.place.text == "PORT-MELKIR (Tasmérie)"
    assert [a.actor for a in dispatch.agencies] == ["ALP"]
    assert found["orle-matin.txt"].outlet and found["orle-matin.txt"].outlet.actor == "Orle Matin"
    page = found["gazette-de-saulmes.html"]
    assert page.outlet and page.outlet.basis == "metadata"
    assert "cookies" not in page.text


def test_a_text_without_headers_has_none(tmp_path: Path) -> None:
    file = tmp_path / "plain.txt"
    file.write_text((SENTENCE + " ") * 8, encoding="utf-8")
    document = one(file)
    assert document.title is document.outlet is document.published is document.place is None
    assert document.agencies == () == document.byline
