"""Notes on statements of two reports that do not go together, with the claims that they bear on."""

from collections.abc import Iterable, Mapping, Sequence

from recoupe.claims.clashes import Clash, Clause
from recoupe.claims.found import AHEAD
from recoupe.linguistics import Annotation
from recoupe.model import Claim, Note, Span, Statement

CODE = "incompatible"
Told = tuple[str, Span]  # a statement and words of it
WORDS = {
    "denied in one of them": "two sentences to compare: one report denies what another may affirm",
    "opposites": "two sentences to compare: they may say the opposite of each other",
    "other figures": "two sentences to compare: their figures may not agree",
}


def incompatible(
    found: Sequence[Clash],
    rivals: Sequence[tuple[Told, Told]],
    annotations: Sequence[Annotation],
    statements: Sequence[Statement],
    claims: Sequence[Claim],
) -> tuple[Note, ...]:
    """A note for each two clauses (`found`) or figures (`rivals`) of different reports that do not go together.

    Nothing says which of them holds. rivals: each figure with its statement. refs: the claims that hold a statement of
    either, and those statements. What a claim shows already, a denial beside what it answers or figures that differ, has
    no note.
    """
    at = {(s.document, s.event.predicate.start): s for s in statements}
    tokens = {a.document.id: a.tokens for a in annotations}
    claims_of: dict[str, list[str]] = {}
    variants_of: dict[Span, set[str]] = {}
    for claim in claims:
        for statement in (*claim.statements, *(s for denial in claim.denials for s in denial.statements)):
            claims_of.setdefault(statement, []).append(claim.id)
        for span in (span for variant in claim.variants for value in variant.values for span in value.spans):
            variants_of.setdefault(span, set()).add(claim.id)

    def told(clause: Clause) -> Statement | None:
        """The statement of a clause's predicate."""
        return at.get((clause.document, tokens[clause.document][clause.token].start))

    notes, noted = [], set()
    for one in found:
        pair = [s for s in (told(one.a), told(one.b)) if s is not None]
        ids = [s.id for s in pair]
        if len(pair) == 2 and (in_one([claims_of.get(s, ()) for s in ids]) or not one_time(*pair)):
            continue
        spans = {span for part in one.evidence for span in part.spans}
        if not in_one([variants_of.get(span, ()) for span in sorted(spans)]):
            noted.add(frozenset(ids))
            notes.append(note(one.evidence[0].name, spans, ids, claims_of))
    for (a, first), (b, second) in rivals:
        if frozenset((a, b)) not in noted:
            notes.append(note("other figures", (first, second), (a, b), claims_of))
    return tuple(notes)


def in_one(holders: Sequence[Iterable[str]]) -> bool:
    """Whether one claim is among those that hold each of several things."""
    return bool(set.intersection(*map(set, holders)))


def one_time(a: Statement, b: Statement) -> bool:
    """Whether two statements can be about one time: what has not been done may still be ahead."""
    return (a.phase in AHEAD) == (b.phase in AHEAD)


def note(ground: str, spans: Iterable[Span], statements: Sequence[str], claims_of: Mapping[str, Sequence[str]]) -> Note:
    """The note of two statements that do not go together, by the ground and the words that show it."""
    claims = sorted({claim for s in statements for claim in claims_of.get(s, ())})
    return Note(CODE, WORDS[ground], (*claims, *sorted(statements)), tuple(sorted(set(spans))))
