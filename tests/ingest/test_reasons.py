"""Why a report was refused is told in the reader's language."""

import ast
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread

import pytest

from recoupe.errors import MissingInput
from recoupe.ingest.fetching import fetch
from recoupe.ingest.records import CURE
from recoupe.report.messages import messages

RAISED = ("Unreadable", "Refused", "MissingInput")


def reasons() -> list[str]:
    """Every reason that is written in the code, with something in its places."""
    found = set()
    for path in Path(str(files("recoupe.ingest"))).glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in RAISED:
                found |= {text_of(a) for a in call.args if isinstance(a, ast.Constant | ast.JoinedStr)}
    return sorted(r for r in found if " " in r)


def text_of(node: ast.Constant | ast.JoinedStr) -> str:
    """The words of a string, its places filled with a number; those of the fields of records with their own."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    filled = [CURE if "CURE" in ast.unparse(v) and "records" in ast.unparse(node) else "7" for v in node.values]
    return "".join(
        str(v.value) if isinstance(v, ast.Constant) else fill for v, fill in zip(node.values, filled, strict=True)
    )


@pytest.mark.parametrize("reason", reasons())
def test_every_reason_has_a_form_in_french(reason: str) -> None:
    told = messages("fr").translated(reason)
    assert told != reason
    assert messages("en").translated(reason) == reason


class Answer(BaseHTTPRequestHandler):
    """Gone, or sent on without end."""

    def do_GET(self) -> None:
        self.send_response(410 if self.path == "/gone" else 302)
        self.send_header("Location", "/round")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "told"), [("/gone", "le serveur répond 410 Gone"), ("/round", "le serveur renvoie sans fin")]
)
def test_why_an_address_gave_nothing_is_told_in_french(address: str, path: str, told: str) -> None:
    with pytest.raises(MissingInput) as caught:
        fetch(address + path)
    sentence = messages("fr").translated(str(caught.value)).replace("\u202f", " ").replace("\xa0", " ")
    assert sentence.startswith(f"{address}{path} : {told}")
    assert sentence.endswith("ou enregistrer la page et donner le fichier")


def test_no_connection_is_told_in_french(address: str) -> None:
    port = address.rpartition(":")[2]
    with pytest.raises(MissingInput) as caught:
        fetch(f"http://127.0.0.2:{port}/")
    assert "pas de connexion" in messages("fr").translated(str(caught.value))
