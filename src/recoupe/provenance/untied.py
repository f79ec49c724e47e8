"""Denials and refusals that answer no claim: they were found, but not what they say no to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recoupe.claims.drafts import DraftClaim
from recoupe.claims.found import OTHER
from recoupe.model import Attribution, Statement, Untied
from recoupe.provenance.bodies import family
from recoupe.provenance.pile import Pile

STANCES = {"denial": "denies", "refusal": "refuses"}


@dataclass(frozen=True)
class Silence:
    """Which reports hold a denial of a party that answers no claim, or that does not say what it denies.

    Nobody can say that they leave one out.

    parties: for each such denial its report and the ids of who may have said it; none where that is not known.
    """

    parties: tuple[tuple[str, frozenset[str]], ...] = ()

    def reports_of(self, party: Iterable[str]) -> frozenset[str]:
        """The reports that hold a denial by a party, or by nobody who is known, that answers no claim."""
        ids = frozenset(party)
        return frozenset(document for document, own in self.parties if not own or own & ids)


def untied_of(
    attributions: Sequence[Attribution], statements: Sequence[Statement], drafts: Sequence[DraftClaim]
) -> tuple[Untied, ...]:
    """The denials and refusals of somebody that no claim has among its answers, in the order of the texts.

    One that lies in another of the same source is told with it.
    """
    tied = {s for draft in drafts for s in (*draft.denials, *draft.refusals)}
    made: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.attribution is not None:
            made.setdefault(statement.attribution, []).append(statement)
    found: dict[str, Untied] = {}
    for attribution in attributions:
        own = made.get(attribution.id, [])
        saying_no = [s for s in own if s.stance != "affirms" and s.realis == "actual"]
        stance = STANCES.get(attribution.firmness) or next((s.stance for s in saying_no), None)
        if stance is None or any(s.id in tied for s in own):
            continue
        ids = tuple(sorted(s.id for s in saying_no))
        found[attribution.id] = Untied(attribution.id, attribution.document, stance, ids)  # type: ignore[arg-type]
    by_id = {a.id: a for a in attributions}
    answering = [a for a in attributions if any(s.id in tied for s in made.get(a.id, ()))]
    kept = [
        u
        for u in found.values()
        if not told_with(by_id[u.attribution], by_id, found, made, tied) and not holds(by_id[u.attribution], answering)
    ]
    return tuple(sorted(kept, key=lambda u: (by_id[u.attribution].content[0], u.attribution)))


def contested(
    untied: Sequence[Untied], attributions: Sequence[Attribution], statements: Sequence[Statement]
) -> tuple[Untied, ...]:
    """Those that say no by a word of denial or refusal, or of which somebody else affirms an event of the same kind.

    Who only says that something is not so (`« We had no time »`) need answer nobody.
    """
    by_id = {a.id: a for a in attributions}
    made = {s.id: s for s in statements}
    told: dict[str, list[Statement]] = {}
    for statement in statements:
        if (statement.stance, statement.realis) == ("affirms", "actual"):
            told.setdefault(str(statement.event.class_), []).append(statement)
    return tuple(
        u
        for u in untied
        if by_id[u.attribution].firmness in {"denial", "refusal"}
        or any(
            other.attribution != u.attribution and akin(made[s], other)
            for s in u.statements
            for other in told.get(str(made[s].event.class_), ())
        )
    )


def akin(denying: Statement, other: Statement) -> bool:
    """Whether two statements name one actor, or in one role the same word; of events of no class by the same word too."""
    a, b = denying.event, other.event
    if a.class_ == OTHER and a.predicate.text.lower() != b.predicate.text.lower():
        return False
    actors = {p.actor for p in a.participants if p.actor} & {p.actor for p in b.participants if p.actor}
    words = {(p.role, p.span.text.lower()) for p in a.participants}
    return bool(actors) or any((p.role, p.span.text.lower()) in words for p in b.participants)


def told_with(
    attribution: Attribution,
    by_id: Mapping[str, Attribution],
    found: Mapping[str, Untied],
    made: Mapping[str, Sequence[Statement]],
    tied: Iterable[str],
) -> bool:
    """Whether a denial lies in one of the same source that is told, or that answers a claim."""
    outer = by_id.get(attribution.within or "")
    while outer is not None:
        answers = any(s.id in tied for s in made.get(outer.id, ()))
        if outer.actor == attribution.actor and (outer.id in found or answers):
            return True
        outer = by_id.get(outer.within or "")
    return False


def holds(attribution: Attribution, answering: Sequence[Attribution]) -> bool:
    """Whether a denial of the same source that answers a claim lies in the words of one (`it is false, X said, that F`)."""
    return any(
        a.actor == attribution.actor is not None
        and a.document == attribution.document
        and all(any(own.contains(c) for own in attribution.content) for c in a.content)
        for a in answering
    )


def silence(
    untied: Sequence[Untied], attributions: Sequence[Attribution], statements: Sequence[Statement], pile: Pile
) -> Silence:
    """Who may have spoken the denials that answer no claim, or that do not say themselves what they deny (`X dément`)."""
    by_id = {a.id: a for a in attributions}
    spoken = {(u.document, by_id[u.attribution].actor) for u in untied if u.stance == "denies"}
    short = [s for s in statements if s.stance == "denies" and s.realis == "actual" and only_says_no(s)]
    spoken |= {(s.document, by_id[s.attribution].actor if s.attribution in by_id else None) for s in short}
    return Silence(
        tuple((document, party(actor, pile)) for document, actor in sorted(spoken, key=lambda p: (p[0], p[1] or "")))
    )


def only_says_no(statement: Statement) -> bool:
    """Whether the words of a denial do not hold what they deny: it may be more than the claim that they are tied to."""
    return not any(span.contains(statement.event.predicate) for span in statement.spans)


def party(actor: str | None, pile: Pile) -> frozenset[str]:
    """An actor with the bodies that it belongs to or speaks for; nobody where it is not known."""
    found = pile.actors.get(actor or "")
    if found is None:
        return frozenset()
    whose = found.anonymity.whose if found.anonymity is not None else None
    return family(found, pile) | ({whose} if whose is not None else frozenset())
