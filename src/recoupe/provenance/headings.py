"""Who speaks in a heading and in the report below it: one, where the heading calls him by a place alone."""

from collections.abc import Mapping, Sequence

from recoupe.model import Relation, Statement, Voice
from recoupe.provenance.bodies import known_kind
from recoupe.provenance.pile import Pile


def named_below(voices: Sequence[Voice], behind: Mapping[str, Sequence[Statement]], pile: Pile) -> list[Relation]:
    """Pairs of a name of unknown make that only headings ascribe a claim to, and the one voice named below each of them.

    `Sarn confirms theft`, over a report in which the minister does: the capital stands for its government. Nobody, where
    the report has two such voices, or none that is named.
    """
    named = [v for v in voices if v.given and v.named and v.actor is not None]
    found = []
    for voice in named:
        actor = pile.actors[voice.actor or ""]
        if actor.type != "organisation" or known_kind(actor) or not all(headed(s, pile) for s in behind[voice.id]):
            continue
        reports = {s.document for s in behind[voice.id]}
        below = [
            v
            for v in named
            if v.id != voice.id and any(s.document in reports and not headed(s, pile) for s in behind[v.id])
        ]
        if len(below) == 1:
            other = below[0]
            first, second = sorted((voice.id, other.id))
            spans = tuple(next(s.spans[0] for s in behind[v] if s.document in reports) for v in (first, second))
            ground = f"a heading calls by a place who speaks below it: {pile.actors[other.actor or ''].name}"
            found.append(Relation(first, second, "same", ground, spans))
    return found


def headed(statement: Statement, pile: Pile) -> bool:
    """Whether a statement stands in its report's title."""
    title = pile.documents[statement.document].title
    return title is not None and title.contains(statement.spans[0])
