"""Archives: their members, bounded in number, size and depth. Nothing is ever written, so no member can escape."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from recoupe.ingest.contents import Raw, Refused

LARGEST = 50_000_000  # bytes of one report or archive
TOTAL = 500_000_000  # bytes of all members of one argument's file together
MOST = 20_000  # members likewise
DEEPEST = 3  # archives within archives
ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".gz", ".bz2", ".xz")
# documents of office programs are zip archives too
OFFICE = ("[Content_Types].xml", "mimetype")
BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, NotImplementedError
)  # fmt: skip
HIDDEN = ("__MACOSX",)


@dataclass
class Budget:
    """What may still be unpacked."""

    bytes: int = TOTAL
    members: int = MOST

    def spend(self, size: int) -> bool:
        """Take one member out; False where it no longer fits."""
        self.bytes -= size
        self.members -= 1
        return self.bytes >= 0 and self.members >= 0


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes."""


Opener = Callable[[Raw, Budget], Iterator[Raw | Refused]]


def unpacked(raw: Raw, budget: Budget, depth: int = 0) -> Iterator[Raw | Refused]:
    """The members of an archive, archives in it unpacked too, or the file itself where it is none."""
    opener = opener_of(raw)
    if opener is None:
        if raw.name.lower().endswith(ENDINGS):
            yield Refused(raw.name, "an archive that cannot be opened; pack it again or give the files in it")
        else:
            yield raw
        return
    if depth == DEEPEST:
        yield Refused(raw.name, f"an archive more than {DEEPEST} archives deep; unpack it and give the folder")
        return
    try:
        for member in opener(raw, budget):
            if isinstance(member, Raw):
                yield from unpacked(member, budget, depth + 1)
            else:
                yield member
    except BROKEN as error:
        yield Refused(raw.name, f"an archive that breaks off ({error}); pack it again or give the files in it")


def opener_of(raw: Raw) -> Opener | None:
    """What opens a file by its first bytes, `None` where it is no archive."""
    data = raw.data
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None if is_office(data) else zipped
    if data.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")) or data[257:262] == b"ustar":
        return tarred if is_tar(data) else compressed
    return None


def is_office(data: bytes) -> bool:
    """Whether a zip archive is a document of an office program; a broken archive is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name in OFFICE for name in archive.namelist())
    except BROKEN:
        return False


def is_tar(data: bytes) -> bool:
    """Whether a file, compressed or not, begins like a tar archive."""
    try:
        with tarfile.open(fileobj=io.BytesIO(data)):
            return True
    except BROKEN:
        return False


def zipped(raw: Raw, budget: Budget) -> Iterator[Raw | Refused]:
    """The members of a zip archive in the order of their names."""
    with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
        for member in sorted(archive.infolist(), key=lambda m: m.filename):
            name = member_name(raw, member.filename)
            if member.is_dir() or name is None:
                continue
            if member.flag_bits & 1:
                yield Refused(name, "locked with a password; unpack the archive and give the folder")
                continue
            if member.file_size > LARGEST or not budget.spend(member.file_size):
                yield too_large(name)
                continue
            try:
                with archive.open(member) as opened:
                    yield bounded(name, opened)
            except BROKEN as error:
                yield Refused(name, f"broken inside its archive ({error}); pack it again")


def tarred(raw: Raw, budget: Budget) -> Iterator[Raw | Refused]:
    """The members of a tar archive, in its own order: one pass, so that no more is decompressed than is read."""
    with tarfile.open(fileobj=io.BytesIO(raw.data)) as archive:
        for entry in archive:
            name = member_name(raw, entry.name)
            fits = budget.spend(entry.size)
            if entry.isfile() and name is not None and fits and entry.size <= LARGEST:
                opened = archive.extractfile(entry)
                if opened is not None:
                    yield bounded(name, opened)
            elif entry.isfile() and name is not None:
                yield too_large(name)
            if not fits:
                return


def compressed(raw: Raw, budget: Budget) -> Iterator[Raw | Refused]:
    """The one file of a gzip, bzip2 or xz stream."""
    opener = gzip.open if raw.data.startswith(b"\x1f\x8b") else bz2.open if raw.data.startswith(b"BZh") else lzma.open
    with opener(io.BytesIO(raw.data), "rb") as opened:
        found = bounded(raw.name.rsplit(".", 1)[0] if "." in raw.name else raw.name, opened)
    if isinstance(found, Raw) and budget.spend(len(found.data)):
        yield replace(found, url=raw.url)
    else:
        yield too_large(raw.name)


def bounded(name: str, opened: Readable) -> Raw | Refused:
    """A file read up to the bound: what an archive says of a member's size may be wrong."""
    data = opened.read(LARGEST + 1)
    return Raw(name, data) if len(data) <= LARGEST else too_large(name)


def too_large(name: str) -> Refused:
    """A file above the bounds."""
    return Refused(name, f"larger than {LARGEST // 1_000_000} MB, or too much with the rest; give it in parts")


def member_name(raw: Raw, path: str) -> str | None:
    """A member's name below its archive's, without roots and steps upwards; `None` where it is hidden."""
    parts = [p for p in path.replace("\\", "/").split("/") if p not in {"", ".", ".."}]
    if not parts or any(p.startswith(".") or p in HIDDEN for p in parts):
        return None
    return f"{raw.name}/{'/'.join(parts)}"
