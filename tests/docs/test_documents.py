"""Every Python example of the documents runs, and every command of a session exists."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from recoupe.cli import app

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
SESSION = re.compile(r"(?m)^\$ recoupe (\w+)")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def examples() -> list[tuple[str, str]]:
    return [(d.name, code) for d in DOCUMENTS for code in PYTHON.findall(d.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("name", "code"), examples())
def test_example_runs(name: str, code: str) -> None:
    exec(compile(code, name, "exec"), {})


def test_sessions_name_commands_that_exist() -> None:
    commands = set(get_command(app).commands)  # type: ignore[attr-defined]
    named = {c for d in DOCUMENTS for c in SESSION.findall(d.read_text(encoding="utf-8"))}
    assert named <= commands


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{d.name}: {target}"
        for d in DOCUMENTS
        for target in LINK.findall(d.read_text(encoding="utf-8"))
        if not (d.parent / target).exists()
    ]
    assert broken == []
