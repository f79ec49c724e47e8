"""What a file holds once it is read: text, and what its format says of the report."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Raw:
    """The bytes of one file, its name relative to the argument, its address where it came from one.

    charset: the encoding that a server declares, empty where none does.
    """

    name: str
    data: bytes
    url: str | None = None
    media_type: str = ""
    charset: str = ""


@dataclass(frozen=True)
class Refused:
    """A file that was not opened; reason says why and what to do."""

    name: str
    reason: str


@dataclass(frozen=True)
class Content:
    """A report's text with what its format says of it (all optional).

    part: its name inside a file of several reports. outlet_basis: as in the contract. date: ISO 8601, to the day or
    the month. agencies: credited in the format's own fields. lost: characters that could not be decoded.
    cut: the format or the page says that the text goes on elsewhere.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    outlet_basis: str = "metadata"
    date: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    url: str | None = None
    part: str = ""
    lost: int = 0
    cut: bool = False


class Unreadable(Exception):
    """A file that cannot be read; the message says why and what to do."""


def headed(body: str, *lines: str) -> str:
    """A body below the lines of its head that it does not begin with itself, each a paragraph; empty lines left out."""
    head = [line for line in lines if line and not " ".join(body.split()).startswith(" ".join(line.split()))]
    return "\n\n".join([*head, body]) if body else "\n\n".join(head)
