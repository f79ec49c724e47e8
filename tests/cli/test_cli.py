"""The command line: results on standard output, the rest on standard error, status 2 where nothing can be read."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from recoupe.report.schema import contract_schema

TEXT = "La préfecture a annoncé que le pont de Sérac rouvrirait lundi. « Il est solide », a dit la directrice."


def recoupe(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from recoupe.cli import main; main()", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, check=False)


def test_extract_prints_the_guides_lines(tmp_path: Path) -> None:
    (tmp_path / "pont.txt").write_text(TEXT, encoding="utf-8")
    done = recoupe("extract", str(tmp_path / "pont.txt"))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [TEXT[slice(*line["source"])] for line in lines] == ["La préfecture", "la directrice"]
    assert {line["doc"] for line in lines} == {"pont.txt"}


def test_json_is_valid_by_the_published_schema(tmp_path: Path) -> None:
    (tmp_path / "pont.txt").write_text(TEXT, encoding="utf-8")
    done = recoupe("report", str(tmp_path), "--format", "json")
    assert done.returncode == 0, done.stderr
    jsonschema.validate(json.loads(done.stdout), json.loads(contract_schema()))


def test_a_page_is_written_where_asked(tmp_path: Path) -> None:
    done = recoupe("report", "-", "-o", str(tmp_path / "out" / "page.html"), stdin=TEXT.encode(), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("report", "nowhere.txt"), "nowhere.txt"),
        (("extract", "nowhere.txt"), "nowhere.txt"),
        (("report", "-", "--pipeline", "de=x"), "LANGUAGE=NAME"),
        (("report", "-", "--pipeline", "fr=no_such_pipeline"), "no_such_pipeline"),
    ],
)
def test_errors_name_the_cause_and_leave_with_status_2(arguments: tuple[str, ...], message: str) -> None:
    done = recoupe(*arguments, stdin=TEXT.encode())
    assert done.returncode == 2
    assert done.stdout == b""
    assert message in done.stderr.decode()


def test_nothing_readable_is_status_2(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = recoupe("report", str(tmp_path / "empty.txt"))
    assert done.returncode == 2
    assert "empty.txt" in done.stderr.decode()


def test_help_has_examples() -> None:
    assert "Example" in recoupe("report", "--help").stdout.decode()
