"""The command line: results on standard output, the rest on standard error, status 2 where nothing can be read."""

import functools
import io
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from recoupe.cli import main
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


def test_corrections_are_replayed_and_the_lost_ones_told(tmp_path: Path) -> None:
    (tmp_path / "pont.txt").write_text(TEXT, encoding="utf-8")
    entry = '[[corrections]]\nid = "x"\nwho = "Ada Morel"\nwhen = 2025-03-20\nwhy = "print"\nreport = "pont.txt"\n'
    lost = entry.replace('"x"', '"y"').replace("pont.txt", "gone.txt")
    text = "".join(e + 'do = "set date"\nnot_before = 2025-03-01\n' for e in (entry, lost))
    (tmp_path / "c.toml").write_text(text, encoding="utf-8")
    done = recoupe("report", "pont.txt", "--corrections", "c.toml", "-f", "json", "--ui", "fr", cwd=tmp_path)
    found = json.loads(done.stdout)
    assert [(c["id"], c["applied"]) for c in found["corrections"]] == [("x", True), ("y", False)]
    assert found["options"]["corrections"] == "c.toml"
    assert "aucun article ne se nomme gone.txt" in done.stderr.decode()
    jsonschema.validate(found, json.loads(contract_schema()))


def test_a_bad_corrections_file_is_status_2_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('[[corrections]]\ndo = "mend"\n', encoding="utf-8")
    done = recoupe("report", "nowhere.txt", "--corrections", str(tmp_path / "c.toml"))
    assert done.returncode == 2
    assert "entry 1 (line 1)" in done.stderr.decode()
    assert "merge voices" not in done.stderr.decode()


def test_explain_tells_a_claim_and_two_passages(tmp_path: Path) -> None:
    said = "La société Dorval a livré des pompes à Sérac, a dit un employé."
    (tmp_path / "un.txt").write_text(said, encoding="utf-8")
    (tmp_path / "deux.txt").write_text(said.replace("un employé", "Luc Ferran"), encoding="utf-8")
    words = ("un.txt: La société Dorval a livré", "deux.txt: La société Dorval a livré")
    done = recoupe("explain", ".", "--claim", "1", "--same", *words, "--ui", "fr", cwd=tmp_path)
    text = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    assert "Les deux sont dans une même information." in text
    assert "2 articles ->" in text
    lost = recoupe("explain", ".", "--claim", "9", cwd=tmp_path)
    assert (lost.returncode, lost.stdout) == (2, b"")
    assert "number 9" in lost.stderr.decode()


def test_extract_explains(tmp_path: Path) -> None:
    (tmp_path / "pont.txt").write_text(TEXT, encoding="utf-8")
    done = recoupe("extract", str(tmp_path / "pont.txt"), "--explain", "--ui", "fr")
    assert "«\u202fLa préfecture\u202f»" in done.stdout.decode()
    assert "confiance 0." in done.stdout.decode()


@pytest.mark.parametrize("command", ["report", "explain", "extract", "schema"])
def test_help_of_every_question_has_examples(command: str) -> None:
    assert "Example" in recoupe(command, "--help").stdout.decode()


def test_the_package_is_a_command_too() -> None:
    done = subprocess.run([sys.executable, "-m", "recoupe", "--help"], capture_output=True, check=False)
    assert done.returncode == 0
    assert b"extract" in done.stdout


@pytest.mark.parametrize("word", ["origin", "voice", "reserve"])
def test_help_says_what_its_words_mean(word: str) -> None:
    assert word in general_help().lower()


@functools.cache
def general_help() -> str:
    return recoupe("--help").stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("report", "nowhere.txt", "--ui", "fr"), "ni fichier ni dossier de ce nom"),
        (("extract", "nowhere.txt", "--ui=fr"), "ni fichier ni dossier de ce nom"),
        (("report", "-", "--ui", "fr", "--pipeline", "de=x"), "à écrire LANGUE=NOM"),
        (("explain", "-", "--ui", "fr", "--claim", "99"), "aucune information n’a le numéro 99"),
        (("explain", "-", "--ui", "fr", "--claim", "ont"), "aucune information n’a les mots « ont »"),
        (("explain", "-", "--ui", "fr", "--same", "tout autre", "rouvrirait"), "rien n’a été trouvé à ces mots"),
    ],
)
def test_errors_are_told_in_the_language_that_is_asked_for(
    arguments: tuple[str, ...], message: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["recoupe", *arguments])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    with pytest.raises(SystemExit) as left:  # in this process, whose pipelines are loaded once
        main()
    told = capsys.readouterr()
    assert left.value.code == 2
    assert told.out == ""
    assert message in told.err.replace("\u202f", " ").replace("\u00a0", " ")


def test_extract_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "pont.txt").write_text(TEXT, encoding="utf-8")
    told = recoupe("extract", str(tmp_path), "--format", "text", "--ui", "fr").stdout.decode().replace("\u202f", " ")
    assert "- La préfecture\u00a0: « le pont de Sérac rouvrirait lundi » (discours indirect" in told
    line = json.loads(recoupe("extract", str(tmp_path)).stdout.splitlines()[0])
    assert line["words"]["source"] == "La préfecture"
    assert line["words"]["content"] == [TEXT[slice(*span)] for span in line["content"]]


@pytest.mark.parametrize(("name", "opening"), [("out.json", b"{"), ("out.MD", b"# "), ("out.htm", b"<!doctype")])
def test_a_file_is_written_in_the_format_that_its_ending_says(tmp_path: Path, name: str, opening: bytes) -> None:
    done = recoupe("report", "-", "-o", name, stdin=TEXT.encode(), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / name).read_bytes().startswith(opening)


def test_a_format_that_is_asked_for_goes_before_the_ending(tmp_path: Path) -> None:
    done = recoupe("report", "-", "-o", "out.md", "-f", "json", stdin=TEXT.encode(), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.md").read_bytes().startswith(b"{")
