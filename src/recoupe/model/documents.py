"""A report as it was read."""

from typing import Literal

from msgspec import Struct

from recoupe.model.showing import Shown
from recoupe.model.spans import Span

DateBasis = Literal["metadata", "header", "text", "order", "correction"]


class Passage(Struct, frozen=True):
    """A run of text in one language (ISO 639-1 code, `und` where unknown)."""

    span: Span
    language: str


class OutletCredit(Struct, frozen=True):
    """The outlet that published a report; actor is filled by `actors`.

    basis: `metadata`, `header`, `footer`, `url`, `correction`.
    """

    actor: str
    basis: str
    span: Span | None


class AgencyCredit(Struct, frozen=True):
    """An agency that the report credits. basis: `dateline`, `credit line`, `byline`, `contributing`, `metadata`."""

    actor: str
    basis: str
    span: Span | None


class Bounds(Struct, frozen=True):
    """When a report was published: ISO 8601 bounds, `None` where open; `after`: ids of documents that it follows."""

    not_before: str | None
    not_after: str | None
    basis: DateBasis
    spans: tuple[Span, ...] = ()
    after: tuple[str, ...] = ()


class Document(Shown, frozen=True):
    """One report.

    text: the file as decoded, line ends included (for HTML, PDF and the like: the extracted text); never altered.
    complete: False where the text is visibly cut off. own_text: share of the text found nowhere earlier, in [0, 1],
    `None` where it is not known. asides: lines that say who made the report and when; nothing is stated there.
    """

    id: str
    name: str
    sha256: str
    text: str
    complete: bool
    language: str
    passages: tuple[Passage, ...] = ()
    title: Span | None = None
    url: str | None = None
    byline: tuple[Span, ...] = ()
    place: Span | None = None
    outlet: OutletCredit | None = None
    agencies: tuple[AgencyCredit, ...] = ()
    published: Bounds | None = None
    own_text: float | None = None
    asides: tuple[Span, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span [start, end) of this document; ValueError where it is empty or outside the text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{self.name}: no span [{start}, {end}) in a text of {len(self.text)} code points")
        return Span(self.id, start, end, self.text[start:end])
