"""Which files the arguments name, and under which names they appear."""

import io
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import httpx

from recoupe.errors import MissingInput

LARGEST = 50_000_000  # bytes of one report or archive
MOST = 20_000  # members of an archive
TIMEOUT = 30.0  # seconds for one address


@dataclass(frozen=True)
class Raw:
    """The bytes of one report, its name relative to the argument, its address where it came from one."""

    name: str
    data: bytes
    url: str | None = None
    media_type: str = ""


def gather(argument: str, stdin: BinaryIO | None) -> Iterator[Raw]:
    """Every file that an argument names, archives unpacked.

    MissingInput where the path does not exist or the address does not answer.
    """
    if argument == "-":
        if stdin is not None:
            yield Raw("standard input", stdin.read(LARGEST))
    elif argument.startswith(("http://", "https://")):
        yield fetch(argument)
    else:
        yield from from_path(Path(argument))


def from_path(path: Path) -> Iterator[Raw]:
    """A file, or every file below a folder (hidden ones left out)."""
    if not path.exists():
        raise MissingInput(
            f"{path}: no such file or folder; check the spelling, or give a folder, an address or - instead"
        )
    if path.is_dir():
        for file in sorted(p for p in path.rglob("*") if p.is_file()):
            relative = file.relative_to(path)
            if not any(part.startswith(".") for part in relative.parts):
                yield from unpacked(Raw(relative.as_posix(), file.read_bytes()))
    else:
        yield from unpacked(Raw(path.name, path.read_bytes()))


def unpacked(raw: Raw) -> Iterator[Raw]:
    """The members of an archive, or the file itself. Office files are archives too but are read as documents.

    An archive that cannot be opened stays one file, which then cannot be read.
    """
    name = raw.name.lower()
    opener = zipped if name.endswith(".zip") else tarred if name.endswith((".tar", ".tar.gz", ".tgz")) else None
    if opener is None:
        yield raw
        return
    try:
        members = list(opener(raw))
    except (zipfile.BadZipFile, tarfile.TarError, OSError, EOFError, RuntimeError):
        members = [raw]
    yield from members


def zipped(raw: Raw) -> Iterator[Raw]:
    """The members of a zip archive, none larger than one report may be."""
    with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
        for member in sorted(archive.infolist(), key=lambda m: m.filename)[:MOST]:
            if not member.is_dir() and member.file_size <= LARGEST:
                yield Raw(f"{raw.name}/{member.filename.lstrip('/')}", archive.read(member))


def tarred(raw: Raw) -> Iterator[Raw]:
    """The members of a tar archive, compressed or not."""
    with tarfile.open(fileobj=io.BytesIO(raw.data)) as archive:
        for entry in sorted(archive.getmembers(), key=lambda m: m.name)[:MOST]:
            file = archive.extractfile(entry) if entry.isfile() and entry.size <= LARGEST else None
            if file is not None:
                yield Raw(f"{raw.name}/{entry.name.lstrip('./')}", file.read())


def fetch(url: str) -> Raw:
    """One address; MissingInput where it does not answer or is too large."""
    try:
        with httpx.stream("GET", url, follow_redirects=True, timeout=TIMEOUT) as response:
            response.raise_for_status()
            data = b""
            for chunk in response.iter_bytes():
                data += chunk
                if len(data) > LARGEST:
                    raise MissingInput(f"{url}: larger than {LARGEST} bytes; save it and give the file")
    except httpx.HTTPError as error:
        raise MissingInput(
            f"{url}: {error}; check the address and the connection, or save the page and give the file"
        ) from error
    media_type = response.headers.get("content-type", "").split(";")[0].strip()
    return Raw(url, data, url, media_type)
