"""A corrections file: both formats say the same, and a mistake is told with file, entry, line and cure."""

import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from recoupe.corrections import corrections_of, read_corrections
from recoupe.corrections.schema import corrections_schema
from recoupe.errors import CorrectionsError
from recoupe.model.corrections import Anchor, DropStatement, SetDate

PUBLISHED = Path(__file__).parents[2] / "docs" / "schema" / "corrections-1.json"
WHO = 'who = "Ada Morel"\nwhen = 2025-03-20\nwhy = "seen in print"\n'
ENTRY = '[[corrections]]\ndo = "set date"\nreport = "soir.txt"\nnot_before = 2025-03-11\n' + WHO


def read(tmp_path: Path, text: str, name: str = "corrections.toml"):
    file = tmp_path / name
    file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return read_corrections(file)


def test_toml_and_json_say_the_same(tmp_path: Path) -> None:
    told = {"do": "set date", "report": "soir.txt", "not_before": "2025-03-11", "who": "Ada Morel"}
    told |= {"when": "2025-03-20", "why": "seen in print"}
    first = read(tmp_path, ENTRY)
    second = read(tmp_path, json.dumps({"schema": 1, "corrections": [told]}), "corrections.json")
    assert first.entries == second.entries
    assert (first.name, second.name) == ("corrections.toml", "corrections.json")
    entry = first.entries[0]
    assert isinstance(entry, SetDate)
    assert (entry.not_before, entry.when) == (date(2025, 3, 11), date(2025, 3, 20))
    assert entry.id.startswith("correction-")


def test_an_empty_list_is_no_mistake(tmp_path: Path) -> None:
    assert read(tmp_path, "corrections = []").entries == ()


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    assert len(read(tmp_path, "\ufeff" + ENTRY).entries) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("[[corrections]\n", ["corrections.toml", "line 1", "TOML"]),
        ("", ["corrections.toml", "`corrections`", "[[corrections]]"]),
        ("schema = 2\ncorrections = []", ["schema"]),
        (ENTRY + "\n" + ENTRY, ["entry 2 (line 9)", "the same as entry 1", "drop one"]),
        (
            ENTRY + ENTRY.replace("set date", "set dates"),
            ["entry 2 (line 8)", "set dates", "set outlet", "merge actors"],
        ),
        (ENTRY.replace('why = "seen in print"\n', ""), ["entry 1 (line 1)", "`why`", "who made it"]),
        (ENTRY.replace('"seen in print"', '"  "'), ["entry 1 (line 1)", "why"]),
        (ENTRY.replace("report", "rapport"), ["entry 1", "`rapport`", "report, sha256"]),
        (ENTRY.replace('report = "soir.txt"\n', ""), ["entry 1", "no report is named", "sha256"]),
        (ENTRY + "not_after = 2025-03-10\n", ["entry 1", "2025-03-11 lies after not_after 2025-03-10", "exchange"]),
        (ENTRY.replace("2025-03-20", '"20 mars"'), ["entry 1", "a date is written 2025-03-20"]),
        (
            '[[corrections]]\ndo = "drop statement"\nat = { report = "a.txt", word = "x" }\n' + WHO,
            ["entry 1", "words, occurrence, source"],
        ),
        (
            '[[corrections]]\ndo = "drop statement"\nat = { words = "no report" }\n' + WHO,
            ["entry 1", "“no report”", "`sha256` beside the words"],
        ),
        (
            '[[corrections]]\ndo = "join voices"\nvoices = [{ report = "a.txt", words = "x" }]\n' + WHO,
            ["entry 1", "length >= 2"],
        ),
        ('id = "x"\n' + ENTRY, ["`id`", "an entry is"]),
        (
            "\n".join(e.replace("[[corrections]]", '[[corrections]]\nid = "one"') for e in (ENTRY, ENTRY + "\n")),
            ["entry 2", "has the id of entry 1"],
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_cure(tmp_path: Path, text: str, parts: list[str]) -> None:
    with pytest.raises(CorrectionsError) as caught:
        read(tmp_path, text)
    assert "corrections.toml" in str(caught.value)
    assert [p for p in parts if p not in str(caught.value)] == [], str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("corrections.json", b"{\n,}", "line 2"),
        ("corrections.json", b"[]", "an entry is"),
        ("corrections.yaml", b"", ".toml"),
        ("corrections.toml", b"\xff\xfe", "UTF-8"),
        ("corrections.json", b'{"corrections": [3]}', "`do` is one of"),
        ("corrections.json", b'{"corrections": {"do": "set date"}}', "an entry is"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, name: str, content: bytes, part: str) -> None:
    with pytest.raises(CorrectionsError, match=re.escape(part)):
        read(tmp_path, content, name)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CorrectionsError, match=r"nowhere\.toml: cannot be read"):
        read_corrections(tmp_path / "nowhere.toml")


def test_corrections_made_in_python_are_checked_too() -> None:
    anchor = Anchor(report="a.txt", words="x")
    entry = DropStatement(at=anchor, who="Ada Morel", when=date(2025, 3, 20), why="misread")
    assert corrections_of([entry]).entries[0].id == corrections_of([entry]).entries[0].id
    with pytest.raises(CorrectionsError, match="entry 2"):
        corrections_of([entry, entry])


def test_the_published_schema_is_current_and_fits(tmp_path: Path) -> None:
    assert PUBLISHED.read_bytes() == corrections_schema(), "run: recoupe schema corrections > docs/schema/..."
    schema = json.loads(corrections_schema())
    entry = {"do": "set date", "report": "soir.txt", "who": "Ada Morel", "when": "2025-03-20", "why": "print"}
    jsonschema.validate({"corrections": [entry]}, schema)
    for wrong in ({**entry, "do": "set dates"}, {**entry, "whose": 1}, {k: v for k, v in entry.items() if k != "why"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"corrections": [wrong]}, schema)
