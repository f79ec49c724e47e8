"""Which files the arguments name, and under which names they appear."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from recoupe.errors import MissingInput
from recoupe.ingest.archives import LARGEST, Budget, too_large, unpacked
from recoupe.ingest.contents import Raw, Refused
from recoupe.ingest.fetching import fetch, is_address

STANDARD_INPUT = "standard input"


def gather(argument: str, stdin: BinaryIO | None) -> Iterator[tuple[str, Raw | Refused]]:
    """Every file that an argument names, archives unpacked; each with the place it came from.

    The place tells a file given twice (by two paths, or by itself and in its folder) from two files of the same bytes.
    MissingInput where the path does not exist or the address does not answer.
    """
    if argument == "-":
        if stdin is None:
            raise MissingInput("-: there is no standard input; pipe a text into the command or give a file")
        yield from placed("-", read_bounded(STANDARD_INPUT, stdin))
    elif is_address(argument):
        yield from placed(argument, fetch(argument))
    else:
        yield from from_path(Path(argument))


def placed(place: str, found: Raw | Refused) -> Iterator[tuple[str, Raw | Refused]]:
    """A file and, where it is an archive, its members, with the place of the file."""
    if isinstance(found, Refused):
        yield place, found
        return
    for member in unpacked(found, Budget()):
        yield f"{place}\x1f{member.name[len(found.name) :]}", member


def from_path(path: Path) -> Iterator[tuple[str, Raw | Refused]]:
    """A file, or every file below a folder (hidden ones left out, links to folders not followed)."""
    try:
        there, is_folder = path.exists(), path.is_dir()
    except (OSError, ValueError):  # a name that is too long, or with a zero in it
        there, is_folder = False, False
    if not there:
        raise MissingInput(
            f"{path}: no such file or folder; check the spelling, or give a folder, an address or - instead"
        )
    if not is_folder:
        yield from opened(path, path.name)
        return
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder) / name
            if not name.startswith(".") and file.is_file():
                yield from opened(file, file.relative_to(path).as_posix())


def opened(path: Path, name: str) -> Iterator[tuple[str, Raw | Refused]]:
    """One file of the disk."""
    place = os.path.realpath(path)
    try:
        with path.open("rb") as stream:
            found = read_bounded(name, stream)
    except OSError as error:
        found = Refused(name, f"cannot be opened ({error.strerror or error}); check its rights")
    yield from placed(place, found)


def read_bounded(name: str, stream: BinaryIO) -> Raw | Refused:
    """All of a stream, refused where it is too large."""
    data = stream.read(LARGEST + 1)
    return Raw(name, data) if len(data) <= LARGEST else too_large(name)
