"""Mistakes in a user's table of institutions are told with file, line and cure."""

from pathlib import Path

import pytest

from recoupe.errors import PackError
from recoupe.languages.own_institutions import read_institutions

CIRCLE = '[[institutions]]\nname = "A"\nof = "B"\n\n[[institutions]]\nname = "B"\nof = "A"\n'
BROKEN = [
    ("a.toml", CIRCLE, "line 1: A (line 1), B (line 5)"),
    ("a.toml", '[[institutions]]\nname = "A"\ntype = "company"\n', "organisation, person or outlet"),
    ("a.toml", '[[institutions]]\nname = "A"\nsince = "never"\n', "2024-12-31"),
    ("a.tsv", "name\tof\n", "holds no entry"),
    ("a.tsv", "name,of\nA,B\n", "with tabs between"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "told"), BROKEN)
def test_a_mistake_is_told(tmp_path: Path, name: str, text: str, told: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as error:
        read_institutions(file)
    assert told in str(error.value) and name in str(error.value)
