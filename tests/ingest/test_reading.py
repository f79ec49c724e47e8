"""Reading: encodings, pages, headers, and what cannot be read."""

import io
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
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


def test_an_archive_is_read_like_a_folder(tmp_path: Path) -> None:
    archive = tmp_path / "pile.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("un.txt", SENTENCE)
        opened.writestr("../deux.txt", SENTENCE.replace("pont", "quai"))
    assert len(read([str(archive)]).documents) == 2
    assert not (tmp_path.parent / "deux.txt").exists()


def test_an_address_is_fetched() -> None:
    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = f"<html><body><article><p>{(SENTENCE + ' ') * 8}</p></article></body></html>".encode()
            self.send_response(200 if self.path == "/page.html" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    found = read([f"{address}/page.html"]).documents[0]
    assert SENTENCE in found.text
    assert found.url == f"{address}/page.html"
    with pytest.raises(MissingInput, match="404"):
        read([f"{address}/nothing.html"])
    server.shutdown()


def test_a_missing_path_beside_others_is_listed(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(SENTENCE, encoding="utf-8")
    reading = read([str(tmp_path / "good.txt"), str(tmp_path / "nowhere.txt")])
    assert len(reading.documents) == 1
    assert any("nowhere.txt" in limit.message for limit in reading.limits)


def test_a_broken_archive_spoils_itself_alone(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "broken.tar.gz").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 9)
    reading = read([str(tmp_path)])
    assert [d.name for d in reading.documents] == ["good.txt"]
    assert {m.message.split(":")[0] for m in reading.limits} == {"broken.tar.gz", "broken.zip"}


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
