"""The card of a claim: range, firmness, figures, chains, denials, and what is missing."""

from collections.abc import Callable, Iterable, Sequence

from recoupe.model import Claim, ClaimDenial, ClaimEvidence, Evolution, Note, Relation, Statement
from recoupe.report.naming import named
from recoupe.report.noting import COMPARED, of_claim
from recoupe.report.order import TAKEN_BACK, deserves_card
from recoupe.report.places import Places, widest
from recoupe.report.ranges import told_independence, told_origins
from recoupe.report.routes import chain_picture
from recoupe.report.slots import Slots
from recoupe.report.view import (
    ChangeView,
    ClaimView,
    DenialView,
    DenierView,
    EvidenceView,
    FirmnessView,
    Ref,
    RelationView,
    StatementView,
    WordingView,
)
from recoupe.report.wording import visible

FIRM = {("flat",): "flat", ("flat", "hedged"): "both", ("hedged",): "hedged"}  # degrees of a report's statements
RELATIONS, EVIDENCE = 16, 6  # ties of a claim that a card lists; the JSON has them all
ADDED = ("first appearance", "further voice")  # something new, not another form of what was there
CONDITIONAL_LOST = "conditional lost"
SAID_BY_RANGE = "single origin"  # a note that a card need not repeat: its range is the same words


class Cards:
    """Makes the cards of a dossier's claims."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.say = places.say
        self.threads = {t.id: t for t in places.dossier.threads}
        self.figures = Slots(places)

    def card(self, claim: Claim) -> ClaimView:
        """A claim's card."""
        say, places, origins = self.say, self.places, claim.origins
        relations = telling(origins.relations)
        evidence = bearing(claim.evidence)
        changes = self.changes(claim)
        thread = self.threads.get(claim.thread)
        siblings = [c for c in (thread.claims if thread else ()) if c != claim.id and c in places.claims]
        return ClaimView(
            id=claim.id,
            number=places.numbers[claim.id],
            headline=places.link(claim.headline),
            reports=places.reports(claim.reports),
            count=say.counted("reports", len(claim.reports)),
            origins=told_origins(claim, say),
            independence=told_independence(claim, say),
            established=origins.established and not claim.in_passing,
            exact=origins.exact,
            phase=self.phase(claim),
            groups_max=tuple(self.wordings(group, claim) for group in origins.groups_max),
            groups_min=tuple(self.wordings(group, claim) for group in origins.groups_min),
            relations=tuple(
                RelationView(
                    places.located(r.a),
                    places.located(r.b),
                    say(f"relation.{r.relation}"),
                    visible(say.translated(r.ground)),
                    places.links(r.spans),
                )
                for r in relations
            ),
            relations_left=len(origins.relations) - len(relations),
            loose=is_loose(claim),
            alerts=of_claim(sorted((n for n in places.dossier.notes if on_card(n, claim)), key=last), places),
            firmness=self.firmness(claim),
            changes=changes,
            taken_back=tuple(change for change in changes if change.kind in TAKEN_BACK),
            statements=tuple(sorted(self.told(claim.statements, claim), key=lambda s: not s.counted)),
            denials=tuple(self.denial(found, claim) for found in self.grouped(claim, places.speaker).values()),
            deniers=self.deniers(claim),
            undenied=self.undenied(claim),
            unsourced=self.unsourced(claim),
            refusals=self.told(claim.refusals, claim),
            hypothetical=self.told(claim.hypothetical, claim),
            unfilled=self.figures.unfilled(claim),
            slots=self.figures.of(claim),
            evidence=tuple(evidence_view(e, places) for e in evidence),
            evidence_left=len(claim.evidence) - len(evidence),
            siblings=tuple((c, places.link(places.claims[c].headline)) for c in siblings),
            picture=chain_picture(claim, places),
        )

    def phase(self, claim: Claim) -> str:
        """The phase of a claim's statements."""
        if not claim.statements:
            return ""
        return self.say.label("told", self.places.statements[claim.statements[0]].phase)

    # --- voices

    def wordings(self, group: Iterable[str], claim: Claim) -> tuple[WordingView, ...]:
        """Voices that are one, told by their distinct names, each with the reports that have it so under a claim."""
        found: dict[tuple[str, str], list[str]] = {}
        first: dict[tuple[str, str], Ref] = {}
        for voice in group:
            ref, known = self.places.voice(voice), self.places.voices[voice]
            actor = self.places.actors.get(known.actor or "")
            key = named(actor) if actor is not None else ref.full, self.places.heads(known)
            first.setdefault(key, ref)
            own = {s.document for s in self.places.said.get(voice, ()) if s.id in claim.statements}
            found.setdefault(key, []).extend(sorted(own, key=self.places.index.__getitem__))
        return tuple(
            WordingView(Ref(name, first[name, heads].anchor, name), heads, self.places.reports(dict.fromkeys(reports)))
            for (name, heads), reports in found.items()
        )

    # --- statements

    def statement(self, id_: str, claim: Claim) -> StatementView:
        """A statement as it is listed under a claim."""
        say, places = self.say, self.places
        statement = places.statements[id_]
        extent = next((a.extent for a in statement.answers if a.claim == claim.id), "")
        return StatementView(
            id=id_,
            links=places.links(statement.spans),
            voice=places.voice(statement.voice),
            report=places.report(statement.document),
            degree=statement.firmness,
            firmness=say.label("firmness", statement.firmness),
            voice_firmness=say.label("degree", statement.voice_firmness),
            report_firmness=say.label("degree", statement.report_firmness),
            phase=say.label("phase", statement.phase),
            extent=say(f"denial.{extent}") if extent else "",
            counted=id_ not in claim.statements
            or places.voices[statement.voice].given
            or statement.voice in claim.origins.voices,
            chain=places.chain(statement),
            triggers=places.links(widest(statement.triggers)),
        )

    def told(self, ids: Iterable[str], claim: Claim) -> tuple[StatementView, ...]:
        """Several statements, in order; what one voice says twice in the same words is told once."""
        told: dict[object, StatementView] = {}
        for id_ in self.places.in_order(ids):
            view = self.statement(id_, claim)
            told.setdefault((view.links, view.voice, view.degree, view.extent, view.chain), view)
        return tuple(told.values())

    def passages(self, statements: Iterable[Statement]) -> tuple[Ref, ...]:
        """Reports, each leading to its first passage among some statements."""
        first: dict[str, Statement] = {}
        for statement in statements:
            first.setdefault(statement.document, statement)
        named = ((self.places.report(d), self.places.link(s.spans[0])) for d, s in first.items())
        return tuple(Ref(report.text, link.anchor, link.text) for report, link in named)

    # --- firmness and change

    def firmness(self, claim: Claim) -> tuple[FirmnessView, ...]:
        """Which reports state a claim without reserve, which with, which both; in the last the reserve is what is shown."""
        own: dict[str, list[Statement]] = {}
        for id_ in self.places.in_order(claim.statements):
            statement = self.places.statements[id_]
            own.setdefault(statement.document, []).append(statement)
        held: dict[str, list[Statement]] = {degree: [] for degree in FIRM.values()}
        for statements in own.values():
            degrees = tuple(sorted({s.firmness for s in statements}))
            if degrees in FIRM:
                held[FIRM[degrees]].append(next(s for s in statements if s.firmness == degrees[-1]))
        return tuple(
            FirmnessView(
                degree,
                self.say.label("firmness", degree),
                self.say.counted("reports", len(found)),
                self.passages(found),
            )
            for degree, found in held.items()
            if found
        )

    def moment(self, found: Evolution) -> tuple[bool, str]:
        """When a change was told; undated ones come last, others of one day as the dossier has them."""
        after = self.places.statements.get(found.to or "")
        published = self.places.documents[after.document].published if after else None
        placed = published is not None and after is not None and self.places.is_placed(after.document)
        day = (published.not_before or published.not_after or "") if published and placed else ""
        return not day, day

    def changes(self, claim: Claim) -> tuple[ChangeView, ...]:
        """How a claim's telling changes; a report that loses the conditional in several sentences loses it in the first."""
        found: list[ChangeView] = []
        losing: set[str] = set()
        for evolution in sorted(claim.evolution, key=self.moment):
            after = self.places.statements.get(evolution.to or "")
            report = after.document if after else ""
            lost = evolution.change == CONDITIONAL_LOST and report not in losing
            if lost:
                losing.add(report)
            found.append(self.change(evolution, lost))
        return tuple(found)

    def change(self, found: Evolution, lost: bool) -> ChangeView:
        """A step in how a claim is told: what changed, where and when, from what to what. lost: as in the view."""
        places = self.places
        after, before = places.statements.get(found.to or ""), places.statements.get(found.from_ or "")
        whole = [s.spans[0] for s in (before, after) if s]
        before = None if found.change in ADDED else before
        return ChangeView(
            found.change,
            self.say.label("change", found.change),
            places.report(after.document) if after else None,
            places.day(after.document) if after else "",
            places.link(before.spans[0]) if before else None,
            places.link(after.spans[0]) if after else None,
            places.links(s for s in widest(found.spans) if s not in whole),
            lost,
            after is not None and after.stance == "denies",
        )

    # --- what is missing

    def grouped(self, claim: Claim, by: Callable[[str], str]) -> dict[str, list[tuple[int, ClaimDenial]]]:
        """The denials of a claim, numbered, by what their voices have in common."""
        found: dict[str, list[tuple[int, ClaimDenial]]] = {}
        for number, denial in enumerate(claim.denials, 1):
            found.setdefault(by(denial.voice), []).append((number, denial))
        return found

    def denial(self, found: Sequence[tuple[int, ClaimDenial]], claim: Claim) -> DenialView:
        """Denials of a claim by one voice, or in the same words; missed only by reports that carry none of them."""
        carried = dict.fromkeys(report for _, denial in found for report in denial.reports)
        missing = dict.fromkeys(report for _, denial in found for report in denial.missing if report not in carried)
        number, first = found[0]
        voices = dict.fromkeys(self.places.voice(denial.voice) for _, denial in found)
        names = self.say("list.next").join(dict.fromkeys(v.text for v in voices))
        voice = self.places.voice(first.voice)
        told = self.told((s for _, denial in found for s in denial.statements), claim)
        return DenialView(
            f"{claim.id}-denial-{number}",
            Ref(names, voice.anchor, names),
            told,
            len({s.voice for s in told}) > 1,
            self.places.reports(carried),
            self.places.reports(missing),
        )

    def deniers(self, claim: Claim) -> tuple[DenierView, ...]:
        """Who denies a claim; a body and those who speak for it are named once, and missed only where all of them are.

        Those whom most reports carry come first.
        """
        found: list[tuple[int, DenierView]] = []
        for body, denials in self.grouped(claim, self.places.party).items():
            carried = {report for _, denial in denials for report in denial.reports}
            missing = dict.fromkeys(report for _, denial in denials for report in denial.missing)
            number, first = denials[0]
            voices = {denial.voice for _, denial in denials}
            name = (
                named(self.places.actors[body])
                if body in self.places.actors and len(voices) > 1
                else self.places.denier(first.voice)
            )
            left = self.places.reports(report for report in missing if report not in carried)
            found.append((len(carried), DenierView(name, f"{claim.id}-denial-{number}", left)))
        return tuple(denier for _, denier in sorted(found, key=lambda one: -one[0]))

    def undenied(self, claim: Claim) -> tuple[Ref, ...]:
        """Reports that affirm a claim that somebody denies, leave out a denial that they could have told, and tell none."""
        carrying = {report for denial in claim.denials for report in denial.reports}
        silent = {report for denial in claim.denials for report in denial.missing} - carrying
        own = [self.places.statements[s] for s in self.places.in_order(claim.statements)]
        return self.passages(s for s in own if s.document in silent)

    def unsourced(self, claim: Claim) -> tuple[Ref, ...]:
        """Reports that affirm a claim and never say from whom they have it."""
        nobody = {v for v in claim.origins.voices if not self.places.voices[v].given}
        own = [self.places.statements[s] for s in self.places.in_order(claim.statements)]
        return self.passages(s for s in own if s.voice in nobody)


def on_card(note: Note, claim: Claim) -> bool:
    """Whether a note tells of a claim what the rest of its card does not; in a list, only what is to be compared."""
    if not deserves_card(claim) and note.code not in COMPARED:
        return False
    told = {SAID_BY_RANGE, *(change.change for change in claim.evolution if change.change in TAKEN_BACK)}
    return claim.id in note.refs and note.code not in told


def last(note: Note) -> bool:
    """Whether a note only tells how the range was worked out, and comes behind those that tell of the reports."""
    return note.code == "apart inside a group"


def is_loose(claim: Claim) -> bool:
    """Whether a claim has two groups of voices that nothing sets apart."""
    groups = claim.origins.groups_max
    apart = {frozenset((r.a, r.b)) for r in claim.origins.relations if r.relation == "apart"}
    pairs = ((one, other) for place, one in enumerate(groups) for other in groups[:place])
    return any(not any(frozenset((a, b)) in apart for a in one for b in other) for one, other in pairs)


def telling(relations: Sequence[Relation]) -> list[Relation]:
    """Of the ties between voices those that join what is the same, each group by the fewest, then those that part."""
    same = [r for r in relations if r.relation == "same"]
    apart = [r for r in relations if r.relation != "same"]
    return [*(same[i] for i in joining([(r.a, r.b) for r in same])), *apart][:RELATIONS]


def bearing(evidence: Sequence[ClaimEvidence]) -> list[ClaimEvidence]:
    """Of the links that group statements the strongest that hold all of them together, the weakest of these first."""
    ranked = sorted(evidence, key=lambda e: -e.score)
    return [ranked[i] for i in joining([(e.a, e.b) for e in ranked])][::-1][:EVIDENCE]


def joining(pairs: Sequence[tuple[str, str]]) -> list[int]:
    """The places of those pairs that join something which the pairs before them leave apart."""
    group: dict[str, str] = {}

    def root(one: str) -> str:
        """The name of a thing's group."""
        while group.get(one, one) != one:
            group[one] = group.get(group[one], group[one])
            one = group[one]
        return one

    found = []
    for place, (a, b) in enumerate(pairs):
        if root(a) != root(b):
            group[root(a)] = root(b)
            found.append(place)
    return found


def evidence_view(found: ClaimEvidence, places: Places) -> EvidenceView:
    """A link that grouped two statements, with its parts in the page's language."""
    return EvidenceView(
        places.link(places.statements[found.a].spans[0]),
        places.link(places.statements[found.b].spans[0]),
        found.score,
        tuple((visible(places.say.translated(p.name)), p.weight) for p in found.parts),
    )
