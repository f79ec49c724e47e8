"""Made-up reports with what their heads and feet say, as the comparison of reports is handed them."""

from recoupe.linguistics import Annotation
from recoupe.linguistics.paragraphs import paragraphs
from recoupe.model import Actor, AgencyCredit, Attribution, Bounds, Document, OutletCredit, Reuse
from recoupe.reuse import Compared, compare

OUTLETS = ("gazette", "herald", "courier", "wire")


class Pile:
    """Reports under construction."""

    def __init__(self):
        self.documents, self.attributions, self.relays = [], [], {}

    def report(self, name, text, outlet=None, date=None, wires=()):
        """A report; every wire is a word of its text that credits the agency `wire`."""
        agencies = []
        for word in wires:
            at = text.index(word)
            agencies.append(
                AgencyCredit("wire", "credit line", Document(name, name, "", text, True, "fr").span(at, at + len(word)))
            )
        credit = OutletCredit(outlet, "header", None) if outlet else None
        published = Bounds(date, date, "header") if date else None
        self.documents.append(
            Document(name, name, "", text, True, "fr", outlet=credit, agencies=tuple(agencies), published=published)
        )

    def says(self, name, content, actor=None, source=None, relay=None):
        """An attribution: words of a report, by an outlet or through the agency `wire`."""
        document = next(d for d in self.documents if d.id == name)

        def span(words):
            at = document.text.index(words)
            return document.span(at, at + len(words))

        id_ = f"at-{len(self.attributions)}"
        self.attributions.append(
            Attribution(
                id_, name, span(source) if source else None, actor, None, (span(content),), "indirect", "flat", "flat",
                "flat", (), span(relay) if relay else None,
            )
        )  # fmt: skip
        if relay:
            self.relays[id_] = "wire"

    def compared(self) -> Compared:
        annotations = [Annotation(d, (), (), tuple(paragraphs(d.text))) for d in self.documents]
        actors = [Actor(o, o.title(), "outlet", None, None, None) for o in OUTLETS]
        return compare(annotations, self.attributions, actors, self.relays, {a.document.id: () for a in annotations})

    def parents(self, family: Reuse | None = None):
        """For each report of the only family the one it has the passage from, the basis, whether it credits it."""
        if family is None:
            (family,) = self.compared().reuse
        members = family.members
        return {
            m.span.document: (
                members[m.parent].span.document if m.parent is not None else None,
                m.basis,
                m.credited,
                [s.text for s in m.credit],
            )
            for m in members
        }
