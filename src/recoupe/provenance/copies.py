"""Which statements of two reports are one passage, copied, translated or reworded."""

from collections.abc import Sequence
from itertools import combinations

from rapidfuzz import fuzz

from recoupe.model import Reuse, ReuseMember, Statement
from recoupe.provenance.bodies import is_named
from recoupe.provenance.pile import Pile

ALIKE = 70.0  # per cent of the characters of two copied statements
BEYOND = 5  # words of a passage outside a statement: fewer are the wording of one event, which two reports may share
NEAR = 75.0  # per cent: places in two passages that run parallel in different words


def counterparts(statements: Sequence[Statement], family: Reuse) -> list[tuple[Statement, Statement]]:
    """Pairs of statements of different reports that stand for each other in a family of passages, one to one.

    Statements of one voice are matched first: a copy of a report in which two voices speak never ties the two.
    """
    found = []
    for left, right in combinations(family.members, 2):
        if left.span.document == right.span.document:
            continue
        scored = []
        for a in inside(statements, left):
            for b in inside(statements, right):
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


def carried(a: Statement, b: Statement, family: Reuse, pile: Pile) -> bool:
    """Whether a shared passage shows that whoever stands behind one statement stands behind the other.

    Two reports may tell an event in the same words and each have it from somebody else. The passage shows more where it
    holds the words that name the source of either, or, where one of them names nobody, words beyond the statement. Two
    that are named are what their reports call them, whoever took whose words.
    """
    holders = [pile.attributions.get(s.attribution or "") for s in (a, b)]
    sources = [h.source if h is not None else None for h in holders]
    speakers = [pile.actors.get((h.actor or "") if h is not None else "") for h in holders]
    if all(actor is not None and actor.type != "outlet" and is_named(actor, pile) for actor in speakers):
        return False
    if all(s is not None for s in sources):
        return all(any(m.span.contains(s) for m in family.members) for s in sources if s is not None)
    if family.kind not in {"copy", "near_copy"}:
        return True
    return all(words_beyond(s, family) >= BEYOND for s in (a, b))


def words_beyond(statement: Statement, family: Reuse) -> int:
    """How many words of its passage lie outside a statement."""
    found = next(m.span for m in family.members if m.span.document == statement.document and covered(statement, m))
    own = statement.spans[0]
    before, after = max(0, own.start - found.start), max(0, found.end - own.end)
    return len(found.text[:before].split()) + len(found.text[len(found.text) - after :].split())


def inside(statements: Sequence[Statement], member: ReuseMember) -> list[Statement]:
    """Statements more than half of whose first span lies in a passage."""
    return [s for s in statements if s.document == member.span.document and covered(s, member)]


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
