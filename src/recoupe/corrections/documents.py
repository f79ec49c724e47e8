"""Corrected dates and outlets of reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from msgspec import structs

from recoupe.corrections.anchors import unchanged
from recoupe.corrections.ledger import Ledger, Wish
from recoupe.model.corrections import SetDate, SetOutlet
from recoupe.model.documents import Bounds, Document, OutletCredit

BASIS: Literal["correction"] = "correction"


@dataclass(frozen=True)
class Found:
    """Looks up the reports that corrections name."""

    documents: Sequence[Document]

    def date(self, correction: SetDate) -> Wish[SetDate, tuple[str | None, str | None]]:
        """The bounds that a correction sets."""
        document = unchanged(correction.report, correction.sha256, self.documents)
        low, high = (d.isoformat() if d is not None else None for d in (correction.not_before, correction.not_after))
        return Wish(correction, frozenset({document.id}), (low, high))

    def outlet(self, correction: SetOutlet) -> Wish[SetOutlet, str | None]:
        """The outlet that a correction sets."""
        document = unchanged(correction.report, correction.sha256, self.documents)
        outlet = " ".join(correction.outlet.split()) if correction.outlet is not None else None
        return Wish(correction, frozenset({document.id}), outlet)


def correct_documents(documents: Sequence[Document], ledger: Ledger) -> tuple[Document, ...]:
    """Reports as they are read, with the dates and outlets that corrections set."""
    found = Found(documents)
    by_id = {d.id: d for d in documents}
    for dated in ledger.wishes(SetDate, found.date):
        for id_ in dated.keys:
            document = by_id[str(id_)]
            by_id[document.id] = structs.replace(document, published=bounds(document, *dated.value))
            ledger.apply(dated.correction, f"the date of {document.name} is set")
    for credited in ledger.wishes(SetOutlet, found.outlet):
        for id_ in credited.keys:
            document = by_id[str(id_)]
            outlet = OutletCredit(credited.value, BASIS, None) if credited.value is not None else None
            by_id[document.id] = structs.replace(document, outlet=outlet)
            ledger.apply(credited.correction, f"the outlet of {document.name} is set")
    return tuple(by_id[d.id] for d in documents)


def bounds(document: Document, low: str | None, high: str | None) -> Bounds | None:
    """The bounds of a corrected date, `None` where it is not known; the reports that it follows stay."""
    after = document.published.after if document.published is not None else ()
    if low is None and high is None and not after:
        return None
    return Bounds(low, high, BASIS, (), after)
