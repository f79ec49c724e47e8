"""Notes on statements of two reports that do not go together, with the claims that they bear on."""

from collections.abc import Mapping, Sequence

from recoupe.claims.answering import AHEAD
from recoupe.claims.clashes import Clash, Clause
from recoupe.linguistics import Annotation
from recoupe.model import Claim, Note, Statement

CODE = "incompatible"
WORDS = {
    "denied in one of them": "a denial in one report and words of another may not go together",
    "opposites": "two reports state what may not go together: opposites",
    "other figures": "two reports give figures that may not go together",
}


def incompatible(
    found: Sequence[Clash],
    annotations: Sequence[Annotation],
    statements: Sequence[Statement],
    claims: Sequence[Claim],
) -> tuple[Note, ...]:
    """A note for each two clauses (`found`) of different reports that do not go together; nothing says which of them holds.

    refs: the claims that hold a statement of either, and those statements. What a claim shows already, a denial beside
    what it answers or figures that differ, has no note.
    """
    by_id = {s.id: s for s in statements}
    tokens = {a.document.id: a.tokens for a in annotations}
    at = {(s.document, s.event.predicate.start): s.id for s in statements}
    claims_of: dict[str, list[str]] = {}
    for claim in claims:
        for statement in (*claim.statements, *(s for denial in claim.denials for s in denial.statements)):
            claims_of.setdefault(statement, []).append(claim.id)

    def told(clause: Clause) -> str | None:
        """The statement of a clause's predicate."""
        return at.get((clause.document, tokens[clause.document][clause.token].start))

    notes = []
    for one in found:
        pair = [s for s in (told(one.a), told(one.b)) if s is not None]
        shown = [set(claims_of.get(s, ())) for s in pair]
        if len(pair) == 2 and (shown[0] & shown[1] or not one_time(*(by_id[s] for s in pair))):
            continue
        notes.append(note(one, pair, claims_of))
    return tuple(notes)


def one_time(a: Statement, b: Statement) -> bool:
    """Whether two statements can be about one time: what has not been done may still be ahead."""
    return (a.phase in AHEAD) == (b.phase in AHEAD)


def note(found: Clash, statements: Sequence[str], claims_of: Mapping[str, Sequence[str]]) -> Note:
    """The note of one clash."""
    claims = sorted({claim for s in statements for claim in claims_of.get(s, ())})
    spans = tuple(sorted({span for part in found.evidence for span in part.spans}))
    return Note(CODE, WORDS[found.evidence[0].name], (*claims, *sorted(statements)), spans)
