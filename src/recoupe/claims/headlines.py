"""Which words are shown for a claim."""

from collections import Counter
from collections.abc import Iterator, Sequence

from recoupe.claims.profiles import Profile
from recoupe.claims.statements import Drafted
from recoupe.model import Span

CLAUSE = 0.5  # what a clause is worth beside a noun, where a participant that all statements share is worth 1
WHOLE = 0.5  # the same for words that hold all participants


def headline(members: Sequence[tuple[Drafted, Profile]]) -> Span:
    """The words of the statement that shows best what all of them say: who and what most of them name, in a whole clause.

    Where it shares its subject with a clause before it, the words go back to that subject.
    """
    told = Counter(part for _, profile in members for part in parts(profile))

    def shows(member: tuple[Drafted, Profile]) -> tuple[float, int]:
        """How well a statement stands for all; of equal ones the first in its report does better."""
        drafted, profile = member
        typical = sum(told[part] for part in parts(profile)) / len(members)
        whole = WHOLE * (subject_before(drafted) is None)
        return typical + whole + CLAUSE * (not profile.nominal), -drafted.statement.spans[0].start

    return with_subject(max(members, key=shows)[0])


def parts(profile: Profile) -> Iterator[tuple[str, object]]:
    """Who and what takes part in an event, by role, as other statements name them too."""
    yield from profile.actors.items()
    yield from ((role, thing.key) for role, thing in profile.things.items())
    yield from profile.named.items()


def with_subject(drafted: Drafted) -> Span:
    """The words of a statement from the subject that they share with a clause before them."""
    span, before = drafted.statement.spans[0], subject_before(drafted)
    if before is None:
        return span
    last = max(t.i for t in drafted.annotation.tokens if t.start < span.end)
    return drafted.annotation.span(min(drafted.annotation.subtree(before)), last)


def subject_before(drafted: Drafted) -> int | None:
    """The head of a participant that stands in the same sentence before a statement's words."""
    tokens, own = drafted.annotation.tokens, drafted.found
    heads = [h for h, _ in own.fillers.values() if tokens[h].sentence == tokens[own.token].sentence]
    return min((h for h in heads if tokens[h].start < drafted.statement.spans[0].start), default=None)
