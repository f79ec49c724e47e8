"""Read everything that the arguments name into documents; what cannot be read is listed, not raised."""

import hashlib
from collections.abc import Sequence
from typing import BinaryIO

from msgspec import Struct, structs

from recoupe.errors import MissingInput, NothingReadable
from recoupe.ingest.files import Raw, gather
from recoupe.ingest.metadata import agencies_of, byline_of, is_complete, outlet_of, place_of, published_of, title_of
from recoupe.ingest.texts import Read, Unreadable, read_text
from recoupe.model import Document, Limit


class Reading(Struct, frozen=True):
    """The documents, ordered by name and id, and what could not be read."""

    documents: tuple[Document, ...]
    limits: tuple[Limit, ...]


def read(arguments: Sequence[str], stdin: BinaryIO | None = None) -> Reading:
    """Documents of files, folders, archives, addresses and `-`.

    MissingInput where none of the paths and addresses exist; NothingReadable where none of the files can be read. What is
    lost beside others that can be read stands under `limits`.
    """
    documents, limits, given, missing = [], [], [], []
    for argument in sorted(set(arguments)):
        try:
            given += list(gather(argument, stdin))
        except MissingInput as error:
            missing.append(error)
            limits.append(Limit("missing", str(error)))
    ranks: dict[str, int] = {}
    for raw in sorted(given, key=lambda r: (r.name, hashlib.sha256(r.data).hexdigest())):
        try:
            found = read_text(raw)
        except Unreadable as error:
            limits.append(Limit("unreadable", f"{raw.name}: {error}"))
            continue
        digest = hashlib.sha256(raw.data).hexdigest()
        ranks[digest] = ranks.get(digest, 0) + 1
        suffix = f"-{ranks[digest]}" if ranks[digest] > 1 else ""
        document = described(raw, found, digest, f"doc-{digest[:12]}{suffix}")
        documents.append(document)
        if not document.complete:
            limits.append(Limit("cut off", f"{document.name}: the text stops in the middle of a sentence", document.id))
    if not documents and missing and not given:
        raise missing[0]
    if not documents:
        reasons = "; ".join(limit.message for limit in limits) or "no files found"
        raise NothingReadable(f"nothing could be read: {reasons}")
    return Reading(tuple(sorted(documents, key=lambda d: (d.name, d.id))), tuple(limits))


def described(raw: Raw, found: Read, digest: str, id_: str) -> Document:
    """A document with what its format and its text show."""
    document = Document(id_, raw.name, digest, found.text, is_complete(found.text), "und", url=found.url)
    return structs.replace(
        document,
        title=title_of(document, found),
        byline=byline_of(document, found),
        place=place_of(document),
        outlet=outlet_of(document, found),
        agencies=agencies_of(document),
        published=published_of(document, found),
    )
