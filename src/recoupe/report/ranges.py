"""The range of a claim's origins in words, the same wherever it is printed."""

from recoupe.model import Claim
from recoupe.report.messages import Messages


def told_origins(claim: Claim, say: Messages) -> str:
    """How many origins a claim can have."""
    origins = claim.origins
    if not origins.max:
        return say("origins.none")
    if origins.min == origins.max:
        return say.counted("origins", origins.max)
    return say("origins.range", low=origins.min, high=origins.max)


def told_independence(claim: Claim, say: Messages) -> str:
    """Whether origins are shown to be independent of each other; empty where there is one at most.

    What is only taken up by nouns is nobody's news, so that nothing is said of it but that.
    """
    origins = claim.origins
    if origins.max and claim.in_passing:
        return say("independence.passing")
    if origins.established:
        return say("independence.established", low=origins.min)
    return say("independence.open") if origins.max > 1 else ""


def told_range(claim: Claim, say: Messages) -> str:
    """`1 to 6 possible origins, independence not established`."""
    return ", ".join(filter(None, (told_origins(claim, say), told_independence(claim, say))))


def range_line(claim: Claim, say: Messages) -> str:
    """`4 reports -> 1 to 6 possible origins, independence not established`."""
    return f"{say.counted('reports', len(claim.reports))} -> {told_range(claim, say)}"
