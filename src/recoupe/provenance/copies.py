"""Which statements of two reports are one passage, copied, translated or reworded."""

from collections.abc import Sequence
from itertools import combinations

from rapidfuzz import fuzz

from recoupe.model import Reuse, ReuseMember, Statement
from recoupe.provenance.pile import Pile

ALIKE = 70.0  # per cent of the characters of two copied statements
NEAR = 75.0  # per cent: places in two passages that run parallel in different words


Held = tuple[ReuseMember, list[Statement]]  # a passage with the statements that lie in it


def held(statements: Sequence[Statement], pile: Pile) -> list[tuple[Reuse, list[Held]]]:
    """The families of passages in which statements of several reports lie, with these, in order of the families' ids."""
    by_report: dict[str, list[Statement]] = {}
    for statement in statements:
        by_report.setdefault(statement.document, []).append(statement)
    found: dict[int, list[tuple[int, list[Statement]]]] = {}
    for report, own in by_report.items():
        for f, m in pile.passages.get(report, ()):
            kept = inside(own, pile.reuse[f].members[m])
            if kept:
                found.setdefault(f, []).append((m, kept))
    return [
        (pile.reuse[f], [(pile.reuse[f].members[m], kept) for m, kept in sorted(own, key=lambda o: o[0])])
        for f, own in sorted(found.items())
        if len({pile.reuse[f].members[m].span.document for m, _ in own}) > 1
    ]


def counterparts(members: Sequence[Held], family: Reuse) -> list[tuple[Statement, Statement]]:
    """Pairs of statements of different reports that stand for each other in a family of passages, one to one.

    Statements of one voice are matched first: a copy of a report in which two voices speak never ties the two.
    """
    found = []
    for (left, ours), (right, theirs) in combinations(members, 2):
        if left.span.document == right.span.document:
            continue
        scored = []
        for a in ours:
            for b in theirs:
                apart = abs(place(a, left) - place(b, right))
                score = likeness(a, b, family, apart)
                if score is not None:
                    scored.append((a.voice != b.voice, -score, round(apart, 4), a.id, b.id, a, b))
        taken: set[str] = set()
        for *_, a, b in sorted(scored, key=lambda entry: entry[:5]):
            if a.id not in taken and b.id not in taken:
                taken |= {a.id, b.id}
                found.append((a, b))
    return found


def inside(statements: Sequence[Statement], member: ReuseMember) -> list[Statement]:
    """Statements of a passage's report more than half of whose first span lies in it."""
    return [s for s in statements if covered(s, member)]


def covered(statement: Statement, member: ReuseMember) -> bool:
    """Whether more than half of a statement's first span lies in a passage."""
    span = statement.spans[0]
    shared = min(span.end, member.span.end) - max(span.start, member.span.start)
    return 2 * shared > span.end - span.start


def place(statement: Statement, member: ReuseMember) -> float:
    """Where in a passage a statement begins, from 0 to 1."""
    return (statement.spans[0].start - member.span.start) / (member.span.end - member.span.start)


def likeness(a: Statement, b: Statement, family: Reuse, apart: float) -> float | None:
    """How alike two statements of a family are, in per cent: by their words or, in other words, by their places."""
    if family.kind in {"copy", "near_copy"}:
        score, least = fuzz.ratio(words(a), words(b)), ALIKE
    else:
        score, least = 100 * (1 - apart), NEAR
    return round(score, 4) if score >= least else None


def words(statement: Statement) -> str:
    """The statement's first span, without regard to case, apostrophes and spaces."""
    return " ".join(statement.spans[0].text.lower().replace("’", "'").split())
