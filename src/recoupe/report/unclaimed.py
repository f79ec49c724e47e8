"""What somebody is said to say that no claim holds: read, shown, and compared with nothing."""

from collections.abc import Mapping, Sequence

from recoupe.model import Attribution, Dossier, Span
from recoupe.report.places import Places
from recoupe.report.untied import who
from recoupe.report.view import SayingView

LEAST = 4  # words that a saying must have to be shown: `twice`, `a disaster` tell nothing by themselves


def unclaimed(dossier: Dossier, places: Places) -> tuple[SayingView, ...]:
    """Each attribution none of whose statements stands in a claim, and that is no untied denial, in the order of the reports."""
    known = held(dossier)
    shown = [s for s in dossier.statements if s.id in known]
    named = {u.attribution for u in dossier.untied} | {s.attribution for s in shown}
    inside: dict[str, list[Span]] = {}
    for span in (span for s in shown for span in s.spans):
        inside.setdefault(span.document, []).append(span)
    left = [a for a in dossier.attributions if a.id not in named and tells(a) and not touches(a, inside)]
    ordered = sorted(left, key=lambda a: (places.index[a.document], a.content[0].start, a.id))
    return tuple(
        SayingView(who(a, places), tuple(places.links(a.content)), places.report(a.document))
        for a in outermost(ordered)
    )


def held(dossier: Dossier) -> frozenset[str]:
    """The statements that claims hold, as theirs, as answers or as what is only supposed."""
    return frozenset(
        statement
        for claim in dossier.claims
        for row in (claim.statements, claim.refusals, claim.hypothetical, *(d.statements for d in claim.denials))
        for statement in row
    )


def tells(attribution: Attribution) -> bool:
    """Whether what is said is long enough to tell something."""
    return sum(len(span.text.split()) for span in attribution.content) >= LEAST


def touches(attribution: Attribution, inside: Mapping[str, Sequence[Span]]) -> bool:
    """Whether a statement of a claim lies in what is said."""
    return any(c.overlaps(span) for c in attribution.content for span in inside.get(attribution.document, ()))


def outermost(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Attributions without those whose words others hold too."""
    return [a for a in attributions if not any(within(a, other) for other in attributions)]


def within(inner: Attribution, outer: Attribution) -> bool:
    """Whether all that one says lies in what another says, and is less."""
    if inner.document != outer.document or inner.content == outer.content:
        return False
    return all(any(part.contains(own) for part in outer.content) for own in inner.content)
