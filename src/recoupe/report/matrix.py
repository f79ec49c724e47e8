"""Reports against claims: what each says of each, its share of its own text, whom it copies."""

from collections.abc import Sequence

from recoupe.model import Claim, Document, ReuseMember, Statement
from recoupe.report.places import Places
from recoupe.report.view import CellView, RowView, SourceView

SHOWN = 4  # reports with which a passage is shared and of which none is known to be the source
SILENT = CellView("silent", False, None)
SIGNS = {"affirms": "■", "hedges": "◧", "ascribes": "▣", "denies": "✕", "refuses": "∅", "hypothetical": "◇"}  # of cells


def rows(claims: Sequence[Claim], places: Places) -> tuple[RowView, ...]:
    """A row for each report."""
    columns = [cells(claim, places) for claim in claims]
    copied = sources(places)
    return tuple(
        RowView(
            places.report(d.id),
            places.day(d.id),
            share(d, places),
            tuple(copied.get(d.id, ())),
            tuple(column.get(d.id, SILENT) for column in columns),
        )
        for d in places.dossier.documents
    )


def share(document: Document, places: Places) -> str:
    """The share of a report's text that is its own, in words."""
    if document.own_text is None:
        return places.say("unknown")
    return places.say("percent", figure=f"{document.own_text * 100:.0f}")


def sources(places: Places) -> dict[str, list[SourceView]]:
    """For each report those that it shares passages with, each once: those it has them from, and whether it says so.

    What one passage shows of the two reports holds for those that show less.
    """
    found: dict[str, dict[str, tuple[int, SourceView]]] = {}
    for family in places.dossier.reuse:
        for member in family.members:
            seen = found.setdefault(member.span.document, {})
            if member.parent is not None:
                others = [family.members[member.parent].span.document]
                detail, known = origin_detail(member, places), {True: 3, False: 2, None: 1}[member.credited]
            elif any(m.parent is not None for m in family.members):
                continue  # the source of the others
            else:
                others = [m.span.document for m in family.members if m is not member][:SHOWN]
                detail, known = places.say("reuse.direction"), 0
            for other in (o for o in others if o != member.span.document):
                if other not in seen or seen[other][0] < known:
                    seen[other] = known, SourceView(places.report(other), places.link(member.span), detail)
    return {document: [source for _, source in seen.values()] for document, seen in found.items()}


def origin_detail(member: ReuseMember, places: Places) -> str:
    """Whether a passage's source is credited, in words; nothing where that is not known."""
    if member.credited is None:
        return ""
    return places.say("reuse.credited" if member.credited else "reuse.uncredited")


def cells(claim: Claim, places: Places) -> dict[str, CellView]:
    """What each report that is not silent says of a claim: the strongest thing that it says."""
    own = by_report(claim.statements, places)
    denied = by_report([s for d in claim.denials for s in d.statements], places)
    found: dict[str, CellView] = {}
    weaker = {"denies": denied} | {
        kind: by_report(ids, places)
        for kind, ids in (("refuses", claim.refusals), ("hypothetical", claim.hypothetical))
    }
    for document, statements in own.items():
        flat = [s for s in statements if s.attribution is None and s.report_firmness == "flat"]
        kind = "affirms" if flat else "ascribes" if all(s.firmness == "flat" for s in statements) else "hedges"
        found[document] = CellView(kind, document in denied, places.link((flat or statements)[0].spans[0]))
    for kind, reports in weaker.items():
        for document, statements in reports.items():
            found.setdefault(document, CellView(kind, False, places.link(statements[0].spans[0])))
    return found


def by_report(ids: Sequence[str], places: Places) -> dict[str, list[Statement]]:
    """Statements by the report they stand in."""
    found: dict[str, list[Statement]] = {}
    for id_ in ids:
        found.setdefault(places.statements[id_].document, []).append(places.statements[id_])
    return found
