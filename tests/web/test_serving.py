"""The application as it is started: its address, its analysis, its end."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from recoupe.dossier import open_store
from recoupe.ingest.contents import Raw
from recoupe.pipeline import analyse
from recoupe.report import render

TEXTS = {
    "un.txt": "La préfecture a annoncé que la société Dorval avait livré des pompes à la ville de Sérac.",
    "deux.txt": "Selon la préfecture, la société Dorval a livré des pompes à la ville de Sérac. Le maire l'a démenti.",
}


@contextmanager
def served(*arguments: str, cwd: Path) -> Iterator[str]:
    """`recoupe serve` on a free port; its address."""
    command = [sys.executable, "-c", "from recoupe.cli import main; main()", "serve", *arguments, "--port", "0"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=cwd, env=environment) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"http://\S+", line)
        assert found, line + process.stderr.read()
        try:
            yield found[0]
        finally:
            process.send_signal(signal.SIGINT)
            rest = process.stderr.read()
            assert process.wait(20) == 0, rest
            assert "Traceback" not in rest


def test_a_dossier_is_served_analysed_and_exported(tmp_path: Path) -> None:
    """What the application exports is what the command line writes of the same files, with and without corrections."""
    with served("affair.recoupe", cwd=tmp_path) as address, httpx.Client(base_url=address, timeout=60) as browser:
        key = re.search(r'data-key="([^"]+)"', browser.get("/").text)
        assert key
        browser.headers["x-recoupe-key"] = key[1]
        for name, text in TEXTS.items():
            assert browser.post(f"/api/reports?name={name}", content=text.encode()).json()["new"] == 1
        stages = set()
        with browser.stream("GET", "/api/events") as events:
            browser2 = httpx.Client(base_url=address, headers=dict(browser.headers), timeout=60)
            browser2.post("/api/analyse")
            for line in events.iter_lines():
                if line.startswith("data: "):
                    _, state, stage, *_ = json.loads(line.removeprefix("data: "))
                    stages.add(stage)
                    if state == "idle" and browser2.get("/api/state").json()["result"]:
                        break
        assert stages & {"read", "annotate", "actors", "reuse", "claims", "provenance"}
        (tmp_path / "texts").mkdir()
        for name, text in TEXTS.items():
            (tmp_path / "texts" / name).write_bytes(text.encode())
        exported = browser.get("/export/json").content
        assert exported == render(analyse([str(tmp_path / "texts")]), "json", "en")
        report = json.loads(exported)["documents"][0]["id"]
        shown = browser.get("/api/state").json()["result"]
        click = {
            "do": "set date",
            "refs": [report],
            "result": shown,
            "who": "Ada",
            "when": "2025-04-01",
            "why": "stamp",
        }
        assert browser.post("/api/corrections", json={**click, "not_before": "2025-03-02"}).status_code == 200
        for _ in range(600):
            now = browser.get("/api/state").json()
            if now["progress"]["state"] == "idle" and now["result"] not in ("", shown):
                break
        corrected = browser.get("/export/json").content
        (tmp_path / "affair-corrections.json").write_bytes(browser.get("/export/corrections").content)
        again = analyse([str(tmp_path / "texts")], corrections=tmp_path / "affair-corrections.json")
        assert corrected == render(again, "json", "en")
        assert json.loads(corrected)["corrections"][0]["applied"] is True
        assert str(tmp_path) not in corrected.decode()
    assert {r.name for r in open_store(tmp_path / "affair.recoupe").reports()} == TEXTS.keys()
    assert not list(tmp_path.glob("affair.recoupe-*"))


def test_it_opens_to_nobody_else_without_a_token(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from recoupe.cli import main; main()", "serve", "x.recoupe", "--host", "0.0.0.0"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert "--token" in done.stderr
    assert not (tmp_path / "x.recoupe").exists()


def test_a_token_guards_it_from_others(tmp_path: Path) -> None:
    token = "a-token-of-sixteen"
    with served("--host", "0.0.0.0", "--token", token, cwd=tmp_path) as address:
        here = address.replace("0.0.0.0", "127.0.0.1")
        assert httpx.get(here.partition("?")[0]).status_code == 401
        with httpx.Client(follow_redirects=True) as browser:
            assert 'id="bar"' in browser.get(here).text
    assert (tmp_path / "dossier.recoupe").exists()


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("these are my notes " * 20)
    command = [sys.executable, "-c", "from recoupe.cli import main; main()", "serve", "notes.txt"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert "notes.txt" in done.stderr
    assert (tmp_path / "notes.txt").read_text().startswith("these are my notes")


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_in_which_reports_came_changes_nothing(tmp_path: Path, order: int) -> None:
    from recoupe.ingest.reading import read_files
    from recoupe.pipeline import analyse_reading

    store = open_store(tmp_path / "x.recoupe")
    for name in list(TEXTS)[::order]:
        store.add([Raw(name, TEXTS[name].encode())])
    store.keep(analyse_reading(read_files(store.files())), "key")
    for name, text in TEXTS.items():
        (tmp_path / "texts").mkdir(exist_ok=True)
        (tmp_path / "texts" / name).write_bytes(text.encode())
    kept = store.result()
    assert kept is not None
    assert render(kept, "json") == render(analyse([str(tmp_path / "texts")]), "json")


def test_what_is_remembered_changes_nothing(tmp_path: Path) -> None:
    from recoupe.ingest.reading import read_files
    from recoupe.model import Document
    from recoupe.pipeline import Annotated, analyse_reading

    reading = read_files([Raw(name, text.encode()) for name, text in TEXTS.items()])
    memory: dict[Document, Annotated] = {}
    fresh = analyse_reading(reading, memory=memory)
    told: list[str] = []
    again = analyse_reading(reading, progress=lambda stage, done, total: told.append(stage), memory=memory)
    assert again == fresh == analyse_reading(reading)
    assert "annotate" not in told
