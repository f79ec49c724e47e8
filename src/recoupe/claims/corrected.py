"""Reports that take back what was told before them, for a reader to see first."""

from collections.abc import Mapping, Sequence

from recoupe.model import Claim, Document, Note, Span, Statement

CODE = "correction"


def corrected(
    statements: Sequence[Statement],
    claims: Sequence[Claim],
    corrections: Mapping[str, tuple[Span, ...]],
    documents: Sequence[Document],
    names: Mapping[str, str],
) -> list[Note]:
    """One note for each thing that a report denies in a passage that corrects what was told, whether or not a claim tells it.

    corrections: for a statement the words that say so. names: of actors by their ids. The spans are those words, what is
    taken back, and where the reports of its own outlet tell it.
    """
    outlets = {d.id: names.get(d.outlet.actor) if d.outlet is not None else None for d in documents}
    made = {s.id: s for s in statements}
    changes = [(c, e) for c in claims for e in c.evolution if e.change == CODE and e.to is not None]
    found = []
    for statement in sorted(statements, key=lambda s: (s.spans[0], s.id)):
        if statement.stance != "denies" or statement.attribution is not None or statement.id not in corrections:
            continue
        own = [(c, e.from_) for c, e in changes if e.to == statement.id and e.from_ is not None]
        told = [made[first].spans[0] for _, first in own if made[first].document != statement.document]
        refs = dict.fromkeys([*(c.id for c, _ in own), *(a.claim for a in statement.answers), statement.id])
        outlet = outlets.get(statement.document)
        message = f"{outlet} corrects what was told before" if outlet else "a report corrects what was told before"
        spans = (*corrections[statement.id], *statement.spans, *told)
        found.append(Note(CODE, message, tuple(refs), tuple(dict.fromkeys(spans))))
    return found
