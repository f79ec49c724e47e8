"""Which claim a denial, a refusal or a supposition answers."""

from collections.abc import Container, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from recoupe.claims.affairs import Affairs
from recoupe.claims.answer_figures import ByFigure, of_figure, one_figure
from recoupe.claims.answer_routes import (
    ByClause,
    ByParticipants,
    ByWording,
    IfAffirmed,
    Near,
    Route,
    TakenUp,
    by_class,
    denies,
    general_truth,
    nearest,
)
from recoupe.claims.converses import ByConverse
from recoupe.claims.denied_matter import (
    Age,
    another,
    denied_at_all,
    earlier_stage,
    of_any,
    own_deed_alone,
    refused_another,
    said_of_same,
    steps_back,
)
from recoupe.claims.departures import ByArrival, ByDeparture
from recoupe.claims.drafted import Drafted
from recoupe.claims.existence import ByExistence
from recoupe.claims.found import AHEAD
from recoupe.claims.happenings import Tellings
from recoupe.claims.kinds import answered, kinds
from recoupe.claims.likely import Likely
from recoupe.claims.profiles import Profile
from recoupe.claims.ties import Nearness
from recoupe.languages import language_pack
from recoupe.model import Answer, Statement

PARTICIPANTS = ByParticipants.name
NEAR = 2  # sentences before a short denial in which its speaker affirms what it cannot be about
FARTHEST = ("open", "planned", "imminent", "repeated", "under way", "done")  # phases, the event itself last
Routes = Mapping[
    tuple[str, str], str
]  # for a statement and a claim that it answers, by their ids, the route that led there


class Answers(Struct, frozen=True):
    """For each claim (by its place) the statements that deny, decline or suppose it; for each statement its answers.

    routes: how each of them was found.
    """

    denials: Mapping[int, tuple[str, ...]]
    refusals: Mapping[int, tuple[str, ...]]
    hypothetical: Mapping[int, tuple[str, ...]]
    given: Mapping[int, tuple[Answer, ...]]
    routes: Routes


def answers_to(
    groups: Sequence[Sequence[int]],
    ids: Sequence[str],
    items: Sequence[Drafted],
    profiles: Sequence[Profile],
    affairs: Affairs,
    tellings: Tellings,
    only: Container[int] | None = None,
) -> Answers:
    """What every statement that affirms nothing answers, or those alone that are named by their places (`only`).

    groups: the members of each claim; ids: the claims' ids. A denial answers every claim that it covers; a refusal or a
    supposition the one claim of which it says most (where several are as near, the one of the event itself).
    """
    profiles = [denied_at_all(drafted, own) for drafted, own in zip(items, profiles, strict=True)]
    kind = kinds(profiles, answered)
    shown = [list({kind[m]: profiles[m] for m in members}.values()) for members in groups]
    answering = Answering(groups, ids, items, profiles, shown)
    nearness, told = Nearness(groups, profiles, affairs), by_class(groups, profiles)
    routes: Sequence[Sequence[Route]] = (  # in the order in which they are tried; those of a row are taken together
        (
            ByParticipants(shown, items, profiles, nearness),
            TakenUp(groups, items),
            ByConverse(told, items, profiles, affairs),
            ByDeparture(told, items, profiles, affairs),
            ByArrival(told, items, profiles, affairs),
            ByExistence(told, items, profiles, affairs),
            ByFigure(groups, items, affairs),
        ),
        (IfAffirmed(shown, items, profiles, Likely(groups, profiles, tellings), nearness),),
        (ByClause(groups, items, profiles, nearness),),
        (ByWording(shown, items, profiles, nearness),),
    )
    inside = {m for members in groups for m in members}
    found: dict[str, dict[int, list[str]]] = {"denies": {}, "refuses": {}, "supposes": {}}
    given: dict[int, tuple[Answer, ...]] = {}
    by_route: dict[tuple[str, str], str] = {}
    for i, drafted in enumerate(items):
        how = "" if i in inside or (only is not None and i not in only) else manner(drafted.statement)
        how = "" if how == "denies" and general_truth(drafted) else how
        near = [n for n in nearest(routes, i) if answering.stays(i, n.claim)] if how else []
        if not near:
            continue
        chosen = answering.denied(i, near) if how == "denies" else [answering.most_told(i, near)]
        for n in chosen:
            found[how].setdefault(n.claim, []).append(drafted.statement.id)
            by_route[drafted.statement.id, ids[n.claim]] = n.route
        if how == "denies":
            given[i] = tuple(Answer(ids[n.claim], answering.extent(i, n.claim)) for n in chosen)
    return Answers(frozen(found["denies"]), frozen(found["refuses"]), frozen(found["supposes"]), given, by_route)


def joined_answers(one: Answers, other: Answers, places: Mapping[int, int], ids: Sequence[str]) -> Answers:
    """Two sets of answers of different statements to different claims.

    places: where the claims of the other that are kept stand among all; ids: those of all claims of the other.
    """
    kept = {ids[g] for g in places}
    given = {i: tuple(a for a in own if a.claim in kept) for i, own in other.given.items()}
    return Answers(
        {**one.denials, **{places[g]: own for g, own in other.denials.items() if g in places}},
        {**one.refusals, **{places[g]: own for g, own in other.refusals.items() if g in places}},
        {**one.hypothetical, **{places[g]: own for g, own in other.hypothetical.items() if g in places}},
        {**one.given, **{i: own for i, own in given.items() if own}},
        {**one.routes, **{pair: route for pair, route in other.routes.items() if pair[1] in kept}},
    )


def manner(statement: Statement) -> Literal["denies", "refuses", "supposes", ""]:
    """How a statement can answer a claim; "" where it affirms, or denies what is only supposed."""
    if statement.stance == "refuses":
        return "refuses"
    if denies(statement):
        return "denies"
    return "supposes" if statement.realis == "hypothetical" and statement.stance == "affirms" else ""


class Answering:
    """Which of the claims that a statement may answer it does answer.

    groups: the members of each claim; ids: the claims' ids; shown: for each claim its statements that say different things.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        ids: Sequence[str],
        items: Sequence[Drafted],
        profiles: Sequence[Profile],
        shown: Sequence[Sequence[Profile]],
    ) -> None:
        self.ids = ids
        self.items = items
        self.profiles = profiles
        self.members = [[items[m] for m in members] for members in groups]
        self.shown = shown
        self.reports = [{d.statement.document for d in members} for members in self.members]
        self.phases = [own[0].phase for own in self.shown]
        self.ages: dict[int, Age] = {}

    def stays(self, i: int, g: int) -> bool:
        """Whether nothing else that a statement says keeps it from being about a claim to which a route leads."""
        drafted = self.items[i]
        if drafted.implied and not said_of_same(self.profiles[i], self.shown[g]):
            return False
        if self.profiles[i].beside_another and not any(m.beside_another for m in self.shown[g]):
            return False  # `no other canvas was found` leaves the one that was
        own, told = self.profiles[i], self.shown[g]
        if denies(drafted.statement) and (refused_another(drafted, own, told) or own_deed_alone(drafted, own, told)):
            return False
        members = self.members[g]
        if of_figure(drafted) and not any(one_figure(drafted, m) for m in members):
            return False
        if denies(drafted.statement) and (self.affirmed(drafted, members) or self.pointing(drafted, members)):
            return False
        return not (denies(drafted.statement) and (another(drafted, members) or earlier_stage(drafted, members)))

    def affirmed(self, drafted: Drafted, members: Sequence[Drafted]) -> bool:
        """Whether who only says no (`that is wrong`) has just affirmed the claim flatly: they deny something else."""
        named = any(span.contains(drafted.statement.event.predicate) for span in drafted.statement.spans)
        if drafted.speaker is None or named:
            return False
        own = [m for m in members if (m.speaker, m.statement.document) == (drafted.speaker, drafted.statement.document)]
        told = [m for m in own if m.statement.firmness == "flat" and m.found.token != drafted.found.token]
        return any(0 < place_of(drafted) - place_of(m) <= NEAR and parted(m, drafted) == 0 for m in told)

    def pointing(self, drafted: Drafted, members: Sequence[Drafted]) -> bool:
        """Whether a claim is only told by nouns that fit any event (`the move`), and a denial takes up none of them."""
        taken = drafted.takes_up, drafted.statement.document
        return all(fits_any(m) and (m.found.token, m.statement.document) != taken for m in members)

    def most_told(self, i: int, near: Sequence[Near]) -> Near:
        """The one claim that a refusal or supposition is about, of those that it may be about."""
        drafted = self.items[i]
        statement, taken = drafted.statement, (drafted.statement.document, drafted.takes_up)
        held = [n for n in near if any((m.statement.document, m.found.token) == taken for m in self.members[n.claim])]
        near = held or near
        return max(near, key=lambda n: (n.much, *self.weight(statement, n.claim), self.ids[n.claim]))

    def weight(self, statement: Statement, g: int) -> tuple[int, bool, int]:
        """Which of several claims as near a statement is about: of the event itself, of its own report, told by most."""
        reports = self.reports[g]
        return FARTHEST.index(self.phases[g]), statement.document in reports, len(reports)

    def denied(self, i: int, near: Sequence[Near]) -> list[Near]:
        """The claims that a denial answers, of those that it may be about and as near in time as it can be.

        A denial that names nobody and nothing (`dément tout incendie`, `il n'a pas été frappé`) answers the one that is
        nearest; one that tells no number of its thing answers what tells none before what tells one (`the first round`);
        one that leaves its phase open answers what is said to have been before what is said to come, and one of the
        news what is told of it before what is told of long ago.
        """
        drafted, own = self.items[i], self.profiles[i]
        phase = denied_phase(drafted, own)
        in_reach = [n for n in near if in_time(phase, self.phases[n.claim])]
        if not in_reach:
            return []
        most = max(n.much for n in in_reach)
        in_reach = [n for n in in_reach if 2 * n.much >= most or n.route != PARTICIPANTS]
        named = own.actors or own.things or own.named or own.owners
        if not named and any(n.route != ByDeparture.name for n in in_reach):
            return [max(in_reach, key=lambda n: self.closeness(drafted, n.claim))]
        news = [n for n in in_reach if self.concerned(own, n.claim) or not self.age(n.claim).long_before(drafted)]
        in_reach = news or in_reach
        if not own.labels and not of_any(drafted, own):
            in_reach = [n for n in in_reach if not all(m.labels for m in self.shown[n.claim])] or in_reach
        past = [n for n in in_reach if self.phases[n.claim] not in AHEAD]
        return past if phase == "open" and own.phase in {"open", "done"} and past else in_reach

    def concerned(self, own: Profile, g: int) -> bool:
        """Whether who denies, or whom they say it of, takes part in what a claim tells, which they are then asked about."""
        parties = {own.speaker, own.actors.get("agent")} - {None}
        return any(not parties.isdisjoint(m.actors.values()) for m in self.shown[g])

    def age(self, g: int) -> Age:
        """How long ago a claim is told to have been."""
        if g not in self.ages:
            self.ages[g] = Age(self.members[g])
        return self.ages[g]

    def closeness(self, drafted: Drafted, g: int) -> tuple[int, int, str]:
        """How close before a denial its report tells a claim, then how many reports tell it."""
        return -steps_back(drafted, self.members[g]), len(self.reports[g]), self.ids[g]

    def extent(self, i: int, g: int) -> Literal["full", "part"]:
        """Whether a denial answers the whole claim: its phase, and every actor of it that it shares a role with."""
        drafted, own = self.items[i], self.profiles[i]
        if drafted.found.general or own.phase not in {self.phases[g], "open"}:
            return "part"
        whole = any(len(own.actors.keys() & m.actors.keys()) >= min(2, len(m.actors)) for m in self.shown[g])
        return "full" if whole else "part"


def place_of(drafted: Drafted) -> int:
    """The sentence in which the words of a statement stand."""
    start = drafted.statement.spans[0].start
    return next(t.sentence for t in drafted.annotation.tokens if t.end > start)


def parted(one: Drafted, other: Drafted) -> int:
    """The paragraphs from one statement of a report to another."""
    places = one.annotation.paragraph_of_sentence
    return places[place_of(other)] - places[place_of(one)] if places else 0


def fits_any(drafted: Drafted) -> bool:
    """Whether a noun tells a statement that fits events of several classes (`une opération`, `the move`)."""
    token = drafted.annotation.tokens[drafted.found.token]
    entry = language_pack(token.language).events.nouns.get(token.lemma)
    return drafted.found.nominal and entry is not None and entry.general


def decided(drafted: Drafted) -> bool:
    """Whether somebody rules out an event that is theirs to decide on (`a exclu une enquête`, `ruled out a recall`).

    `Ruled out any sabotage` is said of what has been.
    """
    tokens = drafted.annotation.tokens
    own = tokens[drafted.found.token]
    pack = language_pack(own.language)
    if not drafted.found.nominal or tokens[own.head].lemma not in pack.denials.deciding or own.head == own.i:
        return False
    before = [tokens[c] for c in drafted.annotation.dependents(own.i, "det", "amod")]
    known = any(t.has("Definite=Def") or t.norm in pack.settings.conditional_hypothesis for t in before)
    return not known


def denied_phase(drafted: Drafted, own: Profile) -> str:
    """The phase of what a denial denies; what words of denial name in the present may be what is to come (`is closing`)."""
    if decided(drafted):
        return "planned"
    left_open = own.phase == "under way" or own.nominal  # a noun's phase is that of the words around it
    return "open" if left_open and drafted.takes_up is not None else own.phase


def in_time(denied: str, told: str) -> bool:
    """Whether the denial of an event in one phase can answer a claim about another: what is past is not what is ahead."""
    if told in AHEAD:
        return denied in {*AHEAD, "open"}
    return denied not in AHEAD or told == "open"


def frozen(found: Mapping[int, list[str]]) -> dict[int, tuple[str, ...]]:
    """Lists as tuples."""
    return {g: tuple(ids) for g, ids in found.items()}
