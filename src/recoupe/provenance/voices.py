"""Who stands behind each statement, and through whom it reached the report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.claims.drafts import DraftClaim
from recoupe.model import Actor, Attribution, ChainLink, Document, Span, Statement, Voice, identifier


@dataclass(frozen=True)
class Path:
    """The actors of a statement from the innermost outwards, each with the words that name it."""

    steps: tuple[tuple[str | None, Span | None], ...]
    relay: tuple[str | None, Span | None] | None


def path_of(statement: Statement, attributions: Mapping[str, Attribution], relays: Mapping[str, str]) -> Path:
    """The nested sources of a statement. Where an anonymous source tells what another said, it is the innermost one."""
    steps: list[tuple[str | None, Span | None]] = []
    relay = None
    current = attributions.get(statement.attribution) if statement.attribution else None
    seen: set[str] = set()
    while current is not None and current.id not in seen:
        seen.add(current.id)
        steps.append((current.actor, current.source))
        if relay is None and current.relay is not None:
            relay = (relays.get(current.id), current.relay)
        current = attributions.get(current.within) if current.within else None
    return Path(tuple(steps), relay)


def innermost(path: Path, actors: Mapping[str, Actor]) -> int | None:
    """Index of the step that is the voice: the innermost that names an actor, but an anonymous one around it wins."""
    named = [i for i, (actor, _) in enumerate(path.steps) if actor is not None]
    if not named:
        return None
    first = named[0]
    for i in named[1:]:
        actor = actors[path.steps[i][0] or ""]
        if actor.anonymity is not None and actors[path.steps[first][0] or ""].anonymity is None:
            return i
    return first


def is_outlet(actor: str | None, actors: Mapping[str, Actor]) -> bool:
    """Whether an actor is an outlet or agency: a relay unless it says that it witnessed."""
    return actor is not None and actors[actor].type == "outlet"


def not_given(document: str, claim: str) -> str:
    """Id of the voice `not given` of a report and claim."""
    return identifier("voice", "not given", document, claim)


def voice_id(actor: str) -> str:
    """Id of an actor's voice."""
    return identifier("voice", actor)


@dataclass(frozen=True)
class Voiced:
    """A statement's voice (id; `None` while it stands on an outlet's word alone), that outlet, and its chain's head."""

    voice: str | None
    outlet: str | None
    path: Path
    step: int | None


def voiced(statement: Statement, attributions: Mapping[str, Attribution], actors: Mapping[str, Actor], relays: Mapping[str, str]) -> Voiced:
    """The voice of a statement as far as its own report tells."""
    path = path_of(statement, attributions, relays)
    step = innermost(path, actors)
    if step is None:
        return Voiced(None, None, path, None)
    actor = path.steps[step][0]
    if is_outlet(actor, actors):
        return Voiced(None, actor, path, step)
    return Voiced(voice_id(actor or ""), None, path, step)


def chain(document: Document, found: Voiced, basis_known: bool, actor: str | None) -> tuple[ChainLink, ...]:
    """Origin, then relays from the inside outwards, then the report."""
    links = []
    span = found.path.steps[found.step][1] if found.step is not None and found.outlet is None else None
    stated = found.step is not None and found.outlet is None
    links.append(ChainLink(actor, None, "origin", "stated" if stated else "inferred" if basis_known else "unknown", span))
    for i, (outer, outer_span) in enumerate(found.path.steps):
        if outer is not None and (i != found.step or found.outlet is not None):
            links.append(ChainLink(outer, None, "relay", "stated", outer_span))
    if found.path.relay is not None and found.path.relay[0] not in {link.actor for link in links}:
        links.append(ChainLink(found.path.relay[0], None, "relay", "stated", found.path.relay[1]))
    links.append(ChainLink(document.outlet.actor if document.outlet else None, document.id, "report", "stated", None))
    return tuple(links)


def make_voice(actor: Actor) -> Voice:
    """The voice of an actor."""
    anonymous = actor.anonymity is not None
    return Voice(
        id=voice_id(actor.id),
        actor=actor.id,
        given=True,
        named=not anonymous and actor.type not in {"unknown", "group"},
        headcount=actor.anonymity.count if actor.anonymity is not None else None,
    )


def claims_of(drafts: Sequence[DraftClaim]) -> dict[str, str]:
    """For each statement the claim that it affirms, denies, declines or supposes; the first by id."""
    found: dict[str, str] = {}
    for draft in sorted(drafts, key=lambda d: d.id):
        for statement in (*draft.statements, *draft.denials, *draft.refusals, *draft.hypothetical):
            found.setdefault(statement, draft.id)
    return found
