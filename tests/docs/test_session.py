"""The README's session is what the command really prints."""

import os
import re
import shutil
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
SESSION = re.compile(r"```\n\$ (recoupe report .*)\n((?s:.*?))```")
LEFT_OUT = "..."


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The lines of the session's command, those of standard error first, over the affair that comes with Recoupe."""
    found = SESSION.search(README.read_text(encoding="utf-8"))
    assert found is not None
    folder = tmp_path_factory.mktemp("session")
    with as_file(files("recoupe.demo") / "affair") as affair:
        shutil.copytree(affair, folder / "reports")
    command = [sys.executable, "-m", *found[1].split()]
    done = subprocess.run(command, cwd=folder, env={**os.environ, "COLUMNS": "100"}, capture_output=True, check=True)
    assert (folder / "affair.html").exists()
    return [line.rstrip() for line in (done.stderr + done.stdout).decode("utf-8").splitlines()]


def test_the_session_is_real(printed: list[str]) -> None:
    found = SESSION.search(README.read_text(encoding="utf-8"))
    assert found is not None
    place, told = -1, [line.rstrip() for line in found[2].splitlines()]
    assert len(told) > 5
    for line, before in zip(told, ["", *told], strict=False):
        if line.strip() == LEFT_OUT:
            continue
        assert line in printed[place + 1 :], line
        at = printed.index(line, place + 1)
        skipped = [x for x in printed[place + 1 : at] if re.search(r"\w", x)]
        assert place < 0 or not skipped or before.strip() == LEFT_OUT, f"{line}: left out before it: {skipped}"
        place = at
