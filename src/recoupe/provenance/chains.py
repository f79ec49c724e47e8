"""How a statement reached its report: origin, then relays, then the report."""

from recoupe.model import ChainLink, Statement
from recoupe.provenance.passing import Passed
from recoupe.provenance.pile import Pile
from recoupe.provenance.voices import Reading

KINDS = ("copy", "near_copy", "rewording", "translation")


def chain(statement: Statement, reading: Reading, passed: Passed | None, pile: Pile) -> tuple[ChainLink, ...]:
    """The links of a statement, from the inside outwards.

    `passed`: the voice behind an outlet's word; its link is stated by the report that its span lies in.
    """
    if reading.origin is not None:
        first, relays = reading.steps[reading.origin], reading.steps[reading.origin + 1 :]
        links = [ChainLink(first.actor, None, "origin", "stated", first.span)]
    elif passed is not None:
        relays = (*passed.hops, *reading.steps)
        links = [ChainLink(passed.origin.actor, None, "origin", "stated", passed.origin.span)]
    else:
        relays = reading.steps
        links = [ChainLink(None, None, "origin", "unknown")]
    links += [ChainLink(s.actor, None, "relay", "stated", s.span) for s in relays]
    known = {link.actor for link in links}
    links += [link for link in copied_from(statement, pile) if link.actor is None or link.actor not in known]
    outlet = pile.documents[statement.document].outlet
    span = outlet.span if outlet is not None else None
    return (*links, ChainLink(pile.publisher(statement.document), statement.document, "report", "stated", span))


def copied_from(statement: Statement, pile: Pile) -> list[ChainLink]:
    """The reports, oldest first, from which the passage of a statement was copied, where the direction is known.

    A copy shows it before a translation that both stand in.
    """
    found: dict[str, ChainLink] = {}
    places: dict[int, int] = {}
    for f, m in pile.passages.get(statement.document, ()):
        if f not in places and pile.reuse[f].members[m].span.contains(statement.spans[0]):
            places[f] = m
    for f in sorted(places, key=lambda f: (KINDS.index(pile.reuse[f].kind), f)):
        family = pile.reuse[f]
        at: int | None = places[f]
        seen: set[int] = set()
        while at is not None and at not in seen:
            seen.add(at)
            at = family.members[at].parent
            if at is not None:
                span = family.members[at].span
                link = ChainLink(pile.publisher(span.document), span.document, "relay", "inferred", span, family.id)
                found.setdefault(span.document, link)
    return [link for link in reversed(found.values()) if link.document != statement.document]
