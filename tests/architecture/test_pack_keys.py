"""Every key that a language pack may hold is read by the program."""

import ast
from pathlib import Path

import msgspec
import pytest

import recoupe
from recoupe.languages import (
    denial_schema,
    events_schema,
    forms_schema,
    frames_schema,
    left_open_schema,
    schema,
    shared_schema,
    stages_schema,
)

FOR_EDITORS = {"examples", "counter_examples"}  # made-up sentences beside an entry
SCHEMAS = (
    schema,
    denial_schema,
    events_schema,
    forms_schema,
    frames_schema,
    left_open_schema,
    shared_schema,
    stages_schema,
)


def words_read() -> set[str]:
    """Names of attributes, and words in strings, outside the schemas themselves."""
    found: set[str] = set()
    for path in Path(recoupe.__file__).parent.rglob("*.py"):
        if path.name.endswith("schema.py") and path.parent.name == "languages":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


@pytest.mark.parametrize("module", SCHEMAS, ids=lambda m: m.__name__.rpartition(".")[2])
def test_every_key_is_read(module: object) -> None:
    structs = [s for s in vars(module).values() if isinstance(s, type) and issubclass(s, msgspec.Struct)]
    fields = {name for struct in structs for name in struct.__struct_fields__}
    assert fields
    assert fields - words_read() - FOR_EDITORS == set()
