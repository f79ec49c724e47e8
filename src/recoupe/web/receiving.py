"""Reports as they come in: dropped files and pasted addresses. Never a path of this machine."""

from pathlib import PurePosixPath

from recoupe.errors import MissingInput
from recoupe.ingest.contents import Raw, Refused
from recoupe.ingest.fetching import fetch, is_address
from recoupe.ingest.files import placed

LONGEST_NAME = 300  # characters
Received = tuple[list[Raw], list[str]]


def received(name: str, data: bytes) -> Received:
    """A dropped file, unpacked where it is an archive; and what of it was refused, each with its reason."""
    return sorted_out(Raw(name_of(name), data))


def fetched(address: str) -> Received:
    """What an address gives. MissingInput where it is none, or gives nothing."""
    asked = address.strip()
    if not is_address(asked):
        raise MissingInput(f"{asked[:LONGEST_NAME]}: not an address; it begins with http:// or https://")
    return sorted_out(fetch(asked))


def sorted_out(raw: Raw) -> Received:
    """A file or the members of an archive, apart from what was refused."""
    found = [member for _, member in placed(raw.name, raw)]
    refused = [f"{m.name}: {m.reason}" for m in found if isinstance(m, Refused)]
    return [m for m in found if isinstance(m, Raw)], refused


def name_of(given: str) -> str:
    """A name as it is shown and sorted by: relative, without steps up, without controls, not too long."""
    shown = "".join(c for c in given.replace("\\", "/") if c.isprintable())
    parts = [part for part in PurePosixPath(shown).parts if part not in ("/", "..", ".")]
    return "/".join(parts)[-LONGEST_NAME:] or "report"
