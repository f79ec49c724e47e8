"""Denials and refusals that answer no claim: they were found, but not what they say no to."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from recoupe.claims.drafts import DraftClaim
from recoupe.claims.found import OTHER
from recoupe.model import Attribution, Statement, Untied
from recoupe.provenance.bodies import executive, family, root_of
from recoupe.provenance.pile import Pile

SHORT = 3  # letters of a word of a name that tells nobody from another
STANCES = {"denial": "denies", "refusal": "refuses"}


@dataclass(frozen=True)
class Silence:
    """Which reports hold a denial of a party, whatever it answers: nobody can say that they leave one out.

    said: each denial's report and who says it, None where that is not known; unplaced: those that answer no claim, so that
    who cannot be told from a party may be of it; events: the reports that say, on the word of nobody who is known, that
    something of a class was not, each with the class.
    """

    said: tuple[tuple[str, str | None], ...] = ()
    unplaced: tuple[tuple[str, str | None], ...] = ()
    events: frozenset[tuple[str, str]] = frozenset()

    def of_classes(self, classes: Collection[str]) -> frozenset[str]:
        """The reports that say, on nobody's word who is known, that something of one of some classes was not."""
        return frozenset(report for report, class_ in self.events if class_ in classes)

    def reports_of(self, speakers: Iterable[str], pile: Pile) -> frozenset[str]:
        """The reports that hold a denial by one of several actors or somebody of theirs, or by nobody who is known."""
        own = sorted(frozenset(speakers))
        marked = frozenset[tuple[str, str]]().union(*(marks(a, pile) for a in own))
        speaking = {actor for _, actor in self.said if actor is not None}
        theirs = {actor for actor in speaking if not marks(actor, pile).isdisjoint(marked)}
        heard = {d for d, actor in self.said if actor is None or actor in theirs}
        return frozenset(heard | {d for d, actor in self.unplaced if any(may_be_one(actor, a, pile) for a in own)})


def of_one_party(a: str, b: str, pile: Pile) -> bool:
    """Whether two actors are of one body, as far as bodies or a word of their names show (`Orvane`, `the Orvane group`)."""
    return not marks(a, pile).isdisjoint(marks(b, pile))


def marks(actor: str, pile: Pile) -> frozenset[tuple[str, str]]:
    """By what an actor is seen to be of one body with others: its bodies, and the telling words of its name."""
    if actor not in pile.marks:
        known = pile.actors.get(actor)
        words = known.name.split() if known is not None else ()
        named = {("word", w) for w in words if len(w) > SHORT and w[0].isupper()}
        pile.marks[actor] = frozenset({*named, *(("body", body) for body in party(actor, pile))})
    return pile.marks[actor]


def may_be_one(a: str | None, b: str | None, pile: Pile) -> bool:
    """Whether nothing shows that two actors are of two bodies: two states, or two organisations that are named."""
    one, other = pile.actors.get(a or ""), pile.actors.get(b or "")
    if one is None or other is None or of_one_party(one.id, other.id, pile):
        return True
    states = [executive(x, pile) for x in (one, other)]
    if None not in states:
        return states[0] == states[1]
    bodies = [root_of(x, pile) if x.type in {"organisation", "outlet"} else None for x in (one, other)]
    return None in bodies or states != [None, None]  # (a ministry and its state)


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


def silence(untied: Sequence[Untied], attributions: Sequence[Attribution], statements: Sequence[Statement]) -> Silence:
    """Who speaks the denials of each report, tied or not; without an attribution, those that only say no (`X dément`)."""
    by_id = {a.id: a for a in attributions}
    spoken = {(a.document, a.actor) for a in attributions if a.firmness == "denial"}
    denying = [by_id[u.attribution] for u in untied if u.stance == "denies" and u.attribution in by_id]
    unplaced = {(a.document, a.actor) for a in denying if a.firmness == "denial"}
    for statement in statements:
        if statement.stance != "denies":
            continue
        if statement.attribution in by_id:
            spoken.add((statement.document, by_id[statement.attribution].actor))
        elif statement.realis == "actual" and only_says_no(statement):
            spoken.add((statement.document, None))
    said = tuple(sorted(spoken, key=by_place))
    return Silence(said, tuple(sorted(unplaced, key=by_place)), unowned_denials(statements, by_id))


def unowned_denials(statements: Sequence[Statement], by_id: Mapping[str, Attribution]) -> frozenset[tuple[str, str]]:
    """The reports in which something is denied on nobody's word who is known, with the class of each such event."""
    return frozenset(
        (s.document, str(s.event.class_))
        for s in statements
        if (s.stance, s.realis) == ("denies", "actual")
        and s.event.class_ != OTHER
        and ((holder := by_id.get(s.attribution or "")) is None or holder.actor is None)
    )


def by_place(said: tuple[str, str | None]) -> tuple[str, str]:
    """A denial's report and speaker, for ordering."""
    return said[0], said[1] or ""


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
