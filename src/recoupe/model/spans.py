"""A span of a document's text, and identifiers made of spans."""

import hashlib

from msgspec import Struct


class Span(Struct, frozen=True, order=True, gc=False):
    """A stretch of a document's text.

    document: the document's id. start, end: Unicode code points, end excluded. text: the very characters,
    `document.text[start:end]`. Empty spans do not exist (start < end).
    """

    document: str
    start: int
    end: int
    text: str

    def contains(self, other: "Span") -> bool:
        """Whether the other span lies inside this one."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.document == other.document and self.start < other.end and other.start < self.end


def identifier(kind: str, *parts: object) -> str:
    """An id: a kind and a hash of its defining spans and parents, the same on every machine.

    Spans count by document and offsets; everything else by its text. 12 hexadecimal digits of SHA-256.
    """
    digest = hashlib.sha256()
    for part in parts:
        if isinstance(part, Span):
            part = f"{part.document}:{part.start}:{part.end}"
        digest.update(str(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return f"{kind}-{digest.hexdigest()[:12]}"
