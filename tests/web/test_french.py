"""A desk in French is in French throughout: what goes wrong included, whoever says so."""

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from starlette.testclient import TestClient

import recoupe
from recoupe import errors
from recoupe.dossier import Store
from recoupe.report.messages import messages
from recoupe.web.analyst import Progress
from recoupe.web.state import state_of
from recoupe.web.wording import wording
from tests.web.running import HOME, OURS, TOKEN, access, analysed, client

ROOT = Path(recoupe.__file__).parent
RAISED = {name for name, kind in vars(errors).items() if inspect.isclass(kind)} | {"Unreadable", "HTTPException"}
TOLD = (  # whose errors a user of the command line or the desk reads
    *(ROOT / "web").glob("*.py"),
    *(ROOT / "dossier").glob("*.py"),
    *(ROOT / "linguistics").glob("*.py"),
    ROOT / "corrections" / "reading.py",
    ROOT / "languages" / "own_institutions.py",
    ROOT / "cli.py",
)
PREFIXED = {"migrations.py": "affair.recoupe: ", "store.py": "affair.recoupe: "}  # by the store, with the file's name


def literal(node: ast.expr, module: ModuleType) -> str | None:
    """A message as the code writes it, with a figure for whatever is filled in but constants."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.Name):
        return value if isinstance(value := getattr(module, node.id, None), str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    parts = []
    for part in node.values:
        inner = part.value if isinstance(part, ast.FormattedValue) else part
        parts.append(literal(inner, module) or "7")
    return "".join(parts)


def raised() -> Iterator[tuple[str, str]]:
    for path in TOLD:
        module = importlib.import_module(".".join(("recoupe", *path.relative_to(ROOT).with_suffix("").parts)))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
                for argument in node.args:
                    text = literal(argument, module)
                    if text and " " in text:
                        yield path.name, text


MESSAGES = sorted(set(raised()))
UNKNOWN = {"7: 7", "7: 7; 7", "7, line 7: 7", "7: 7 entry 7; drop one of them or give it another `id`"}  # all filled in


def test_the_messages_are_found() -> None:
    assert len(MESSAGES) > 30


@pytest.mark.parametrize(("file", "text"), MESSAGES)
def test_every_error_has_a_french_form(file: str, text: str) -> None:
    if text in UNKNOWN:
        return
    say = messages("fr")
    told = say.translated(text)
    if told == text:
        told = say.translated(PREFIXED.get(file, "") + text)
    english = [words for words in text.replace("7", ";").split(";") if len(words.strip(" :,-")) > 12]
    assert told != text
    assert not [words for words in english if words.strip(" :,-") in told]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return analysed(tmp_path)


def test_what_goes_wrong_is_told_in_the_language_of_the_page(store: Store) -> None:
    browser = client(store, headers=OURS)
    wrong = (
        browser.post("/api/addresses?ui=fr", json="ftp://x.example"),
        browser.post("/api/reports/99/withdraw?ui=fr"),
        browser.post("/api/corrections/99/undo?ui=fr"),
        browser.post("/api/reports/99/eat?ui=fr"),
        browser.get("/api/claims/claim-none/sentence?ui=fr"),
        browser.post(
            "/api/entries?ui=fr", json={"kind": "claim", "ref": "claim-sold", "field": "grade", "value": "9", "seen": 0}
        ),
    )
    told = [answer.text for answer in wrong]
    assert [answer.status_code for answer in wrong] == [400, 400, 400, 404, 404, 400]
    assert told == [
        "ftp://x.example\u00a0: n’est pas une adresse\u202f; une adresse commence par http ou https",
        "affair.recoupe\u00a0: l’article 99 n’est pas dans le dossier\u202f; recharger la page",
        "affair.recoupe\u00a0: la correction 99 n’est pas dans le dossier\u202f; recharger la page",
        "cela n’est plus là\u202f; recharger la page",
        "cela n’est plus là\u202f; recharger la page",
        "'9' n’est pas une valeur possible ici\u202f; en choisir une de la page",
    ]
    assert browser.post("/api/reports/99/eat").text == "this is no longer there; load the page again"


def test_what_of_a_file_is_not_taken_is_told_in_french(store: Store) -> None:
    browser = client(store, headers=OURS)
    answer = browser.post("/api/reports?name=pile.zip&ui=fr", content=b"PK\x03\x04 broken")
    assert len(answer.json()["refused"]) == 1
    assert "pile.zip\u00a0: une archive" in answer.json()["refused"][0]


def test_an_analysis_that_fails_says_why_in_french(store: Store) -> None:
    error = "nothing could be read: a.txt: the file is empty; give one with text"
    told = state_of(store, None, None, Progress("failed", error=error), (), wording("fr")).progress.error
    assert told.startswith("rien n’a pu être lu")
    assert "le fichier est vide" in told


@pytest.mark.parametrize(
    ("path", "headers", "told"),
    [
        ("/?ui=fr", {"host": "evil.example"}, "Ce serveur ne répond pas à ce nom"),
        ("/api/state?ui=fr", {"origin": "https://evil.example"}, "Demandé depuis un autre site"),
        ("/?ui=fr", {}, "Ouvrir l’adresse, avec son jeton"),
    ],
)
def test_a_refusal_is_told_in_french(store: Store, path: str, headers: dict[str, str], told: str) -> None:
    answer = client(store, access(TOKEN)).get(HOME + path, headers=headers)
    assert answer.status_code in {401, 403, 421}
    assert answer.text.startswith(told)


def test_a_change_without_the_key_is_refused_in_french(store: Store) -> None:
    answer: TestClient = client(store)
    assert answer.post("/api/analyse?ui=fr").text.startswith("Non demandé par la page")
