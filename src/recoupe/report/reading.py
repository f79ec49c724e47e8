"""The reports as they are read on the page: metadata, marked text, passages beside it."""

from collections.abc import Mapping

from recoupe.model import Document
from recoupe.report.matrix import share
from recoupe.report.places import Places, widest
from recoupe.report.segments import Mark, segments_of
from recoupe.report.view import Comparison, DocumentView, Link
from recoupe.report.wording import visible, written_bounds


def documents_of(places: Places, beside: Mapping[str, tuple[Comparison, ...]]) -> tuple[DocumentView, ...]:
    """Every report. beside: by report id, its passages with those that they are compared with."""
    marks: dict[str, list[Mark]] = {}
    for a in places.dossier.attributions:
        own = marks.setdefault(a.document, [])
        own += [Mark(s.start, s.end, "content") for s in a.content]
        named = ((a.source, "source"), (a.cue, "cue"), (a.relay, "relay"))
        own += [Mark(s.start, s.end, kind) for s, kind in named if s]
    return tuple(document_view(d, marks.get(d.id, []), beside.get(d.id, ()), places) for d in places.dossier.documents)


def corrections_in(document: Document, places: Places) -> tuple[Link, ...]:
    """The words of a report by which it corrects what was told before."""
    notes = [n for n in places.dossier.notes if n.code == "correction"]
    own = (
        n for n in notes if any(places.statements[r].document == document.id for r in n.refs if r in places.statements)
    )
    spans = dict.fromkeys(span for note in own for span in note.spans if span.document == document.id)
    return places.links(widest([*spans]))


def document_view(
    document: Document, marks: list[Mark], comparisons: tuple[Comparison, ...], places: Places
) -> DocumentView:
    """A report with its text in marked segments."""
    say, actors = places.say, places.actors
    index = places.index[document.id]
    published, outlet = document.published, document.outlet
    numbers: dict[int, list[tuple[str, int]]] = {}
    shared = []
    for comparison in comparisons:
        for position, link in enumerate(comparison.here):
            start, end = map(int, link.anchor.split("-")[1:])
            shared.append(Mark(start, end, "shared"))
            if position == 0:
                numbers.setdefault(start, []).append((comparison.anchor, comparison.number))
    return DocumentView(
        anchor=f"d{index}",
        name=visible(document.name),
        label=places.report(document.id).text,
        title=visible(document.title.text) if document.title else visible(document.name),
        code=document.language,
        language=say.label("language", document.language),
        words=len(document.text.split()),
        complete=document.complete,
        outlet=visible(actors[outlet.actor].name) if outlet and outlet.actor in actors else say("unknown"),
        outlet_basis=say.label("read", outlet.basis) if outlet else "",
        date=written_bounds(published.not_before, published.not_after, say) if published else say("unknown"),
        date_basis=say.label("read", published.basis) if published else "",
        agencies=tuple(visible(actors[a.actor].name) for a in document.agencies if a.actor in actors),
        byline=tuple(visible(s.text) for s in document.byline),
        own_text=share(document, places),
        corrects=corrections_in(document, places),
        sha256=document.sha256,
        segments=segments_of(
            document.text, [*marks, *shared], sorted(places.linked[document.id]), f"d{index}", numbers
        ),
        comparisons=comparisons,
    )
