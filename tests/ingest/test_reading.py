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


BODY = (
    "Le préfet de Sérac a fermé le pont dimanche soir, et les riverains ont protesté devant la mairie.\n\n"
    f"{SENTENCE} {SENTENCE}"
)

HEADS = {
    "yaml": "---\ntitle: 'Le pont de l''Orle'\ndate: 2026-02-13\n{key}: {name}\ntags: [pont, \"Sérac\"]\n---\n",
    "folded": '---\ntitle: >\n  Le pont\n  de l\'Orle\nauthor:\n  - Ada\ndate: 13 février 2026\n{key}: "{name}"\n---\n',
    "toml": '+++\ntitle = "Le pont de l\'Orle"\ndate = 2026-02-13\n{key} = "{name}"\n+++\n',
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("key", ["publisher", "site", "outlet", "journal"])
def test_the_fields_in_front_of_a_text_are_no_part_of_it(tmp_path: Path, head: str, key: str) -> None:
    file = tmp_path / "pont.md"
    file.write_text(head.format(key=key, name="Le Courrier de Sérac") + f"\n# Le pont de l'Orle\n\n{BODY}\n")
    document = one(file)
    assert document.text == f"Le pont de l'Orle\n\n{BODY}"
    assert document.title is not None and document.title.text == "Le pont de l'Orle"
    assert document.outlet is not None and document.outlet.actor == "Le Courrier de Sérac"
    assert document.published is not None and document.published.not_before == "2026-02-13"


@pytest.mark.parametrize(
    "fields", ["title: Le pont", "date: 2026-02-13\ntitle: Le pont", "author: Ada Morel\ntitle: Le pont"]
)
def test_few_fields_are_fields_too(tmp_path: Path, fields: str) -> None:
    file = tmp_path / "pont.txt"
    file.write_text(f"---\n{fields}\n---\n\n{BODY}\n")
    assert one(file).text == f"Le pont\n\n{BODY}"


def test_a_rule_above_a_text_holds_no_fields(tmp_path: Path) -> None:
    file = tmp_path / "pont.txt"
    file.write_text(f"---\n{BODY}\n---\n{SENTENCE}\n")
    assert one(file).text.startswith("---\n")


def test_marks_of_markdown_are_no_part_of_the_words(tmp_path: Path) -> None:
    file = tmp_path / "pont.md"
    file.write_text(
        "# Le pont\n\n**Qui ?** Le *préfet* a fermé le [pont](https://orle.example/p).\n\n## Après\n\n"
        "> **Les riverains** protestent.\n\n* une liste\n* `deux` points\n\nfichier_de_2_km et 2 * 3 * 4\n"
    )
    assert one(file).text == (
        "Le pont\n\nQui ?\n\nLe préfet a fermé le pont.\n\nAprès\n\n"
        "Les riverains protestent.\n\n• une liste\n• deux points\n\nfichier_de_2_km et 2 * 3 * 4"
    )


SIGNED = [
    (
        "L'Orle\n3 mars 2025\nLe pont ferme, contre l'avis de la mairie\nPar Ada Morel à Sérac\n\n",
        "",
    ),
    ("Le pont ferme\n\nPar La rédaction avec ALP — Publié le 3 mars 2025 à 17h41\n\n", ""),
    ("Le pont ferme\n\n", "\n\nReporting by Ada Morel in Sérac and Jo Lane in Orle; editing by Tom Bray\n"),
    ("Le pont ferme\n\n", "\n\nTraduit de l'anglais par Ada Morel\n"),
    ("Le pont ferme\n\n", "\n\n(Additional reporting by Jo Lane in Orle; Writing by Ada Morel.)\n"),
    ("Le pont ferme\n\n", "\n\nam/jl/tb\n"),
]


@pytest.mark.parametrize(("above", "below"), SIGNED)
def test_who_signs_and_when_is_no_part_of_title_or_statements(tmp_path: Path, above: str, below: str) -> None:
    from recoupe.linguistics import annotate

    file = tmp_path / "pont.txt"
    file.write_text(above + BODY + below)
    document = one(file)
    assert document.title is not None and document.title.text.startswith("Le pont ferme")
    assert "Par" not in document.title.text
    words = {t.text for t in annotate(document, {}).annotation.tokens}
    assert not words & {"Ada", "Morel", "Lane", "Bray", "Publié", "rédaction", "editing", "Writing", "am"}
    assert {"riverains", "rouvrirait"} <= words


def test_a_sentence_about_reporting_stays(tmp_path: Path) -> None:
    file = tmp_path / "pont.txt"
    file.write_text(
        f"{BODY}\n\nReporting by the Orle Gazette showed that the bridge had been closed in secret for months.\n"
    )
    assert not one(file).asides


def test_a_dispatch_that_nobody_else_has_printed_is_its_agency_s(tmp_path: Path) -> None:
    file = tmp_path / "depeche.txt"
    file.write_text(f"PONT-RIVERAINS\nLe pont ferme\n\nSÉRAC, 3 mars 2025 (ALP) - {BODY}\n")
    outlet = one(file).outlet
    assert outlet is not None and outlet.actor == "ALP"
