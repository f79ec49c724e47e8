"""The card of a claim: range, firmness, figures, chains, denials, and what is missing."""

from collections.abc import Iterable

from recoupe.model import Claim, ClaimDenial, ClaimEvidence, Evolution, Statement, Value
from recoupe.report.places import Places
from recoupe.report.routes import chain_picture
from recoupe.report.view import (
    ChangeView,
    ClaimView,
    DenialView,
    EvidenceView,
    FirmnessView,
    Link,
    Ref,
    RelationView,
    SlotView,
    StatementView,
)
from recoupe.report.wording import visible, written_bounds, written_figure, written_value

AFFIRMING = ("flat", "hedged")
ADDED = ("first appearance", "further voice")  # something new, not another form of what was there
CONDITIONAL_LOST = "conditional lost"


class Cards:
    """Makes the cards of a dossier's claims."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.say = places.say
        self.threads = {t.id: t for t in places.dossier.threads}

    def card(self, claim: Claim) -> ClaimView:
        """A claim's card."""
        say, places, origins = self.say, self.places, claim.origins
        figures = (
            say.counted("origins", origins.max)
            if origins.min == origins.max
            else say("origins.range", low=origins.min, high=origins.max)
        )
        independence = say("independence.open")
        if origins.established:
            independence = say("independence.established", low=origins.min)
        elif not origins.max:
            independence = say("independence.none")
        thread = self.threads.get(claim.thread)
        siblings = [c for c in (thread.claims if thread else ()) if c != claim.id and c in places.claims]
        return ClaimView(
            id=claim.id,
            headline=places.link(claim.headline),
            reports=places.reports(claim.reports),
            count=say.counted("reports", len(claim.reports)),
            origins=figures,
            independence=independence,
            established=origins.established,
            exact=origins.exact,
            phase=self.phase(claim),
            groups_max=tuple(tuple(places.located(v) for v in group) for group in origins.groups_max),
            groups_min=tuple(tuple(places.located(v) for v in group) for group in origins.groups_min),
            relations=tuple(
                RelationView(
                    places.located(r.a),
                    places.located(r.b),
                    say(f"relation.{r.relation}"),
                    visible(say.translated(r.ground)),
                    places.links(r.spans),
                )
                for r in origins.relations
            ),
            alerts=places.notes(n for n in places.dossier.notes if claim.id in n.refs),
            firmness=self.firmness(claim),
            changes=tuple(self.change(e) for e in sorted(claim.evolution, key=self.moment)),
            statements=self.told(claim.statements, claim),
            denials=tuple(self.denial(d, i, claim) for i, d in enumerate(claim.denials, 1)),
            undenied=self.undenied(claim),
            unsourced=self.unsourced(claim),
            refusals=self.told(claim.refusals, claim),
            hypothetical=self.told(claim.hypothetical, claim),
            unfilled=tuple(say.label("slot", slot) for slot in claim.unfilled),
            slots=self.slots(claim),
            evidence=tuple(evidence_view(e, places) for e in claim.evidence),
            siblings=tuple((c, places.link(places.claims[c].headline)) for c in siblings),
            picture=chain_picture(claim, places),
        )

    def phase(self, claim: Claim) -> str:
        """The phase of a claim's statements."""
        if not claim.statements:
            return ""
        return self.say.label("phase", self.places.statements[claim.statements[0]].phase)

    # --- statements

    def statement(self, id_: str, claim: Claim) -> StatementView:
        """A statement as it is listed under a claim."""
        say, places = self.say, self.places
        statement = places.statements[id_]
        extent = next((a.extent for a in statement.answers if a.claim == claim.id), "")
        widest = [t for t in statement.triggers if not any(o != t and o.contains(t) for o in statement.triggers)]
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
            triggers=places.links(widest),
        )

    def told(self, ids: Iterable[str], claim: Claim) -> tuple[StatementView, ...]:
        """Several statements, in order."""
        return tuple(self.statement(s, claim) for s in self.places.in_order(ids))

    def passages(self, statements: Iterable[Statement]) -> tuple[Ref, ...]:
        """Reports, each leading to its first passage among some statements."""
        first: dict[str, Statement] = {}
        for statement in statements:
            first.setdefault(statement.document, statement)
        named = ((self.places.report(d), self.places.link(s.spans[0])) for d, s in first.items())
        return tuple(Ref(report.text, link.anchor, link.text) for report, link in named)

    # --- firmness and change

    def firmness(self, claim: Claim) -> tuple[FirmnessView, ...]:
        """For each degree the statements that have it and the reports they stand in."""
        own = [self.places.statements[s] for s in self.places.in_order(claim.statements)]
        found = []
        for degree in AFFIRMING:
            held = [s for s in own if s.firmness == degree]
            if held:
                reports = self.passages(held)
                count = self.say.counted("reports", len(reports))
                found.append(FirmnessView(degree, self.say.label("firmness", degree), count, reports))
        return tuple(found)

    def moment(self, found: Evolution) -> tuple[bool, str]:
        """When a change was told; undated ones come last, others of one day as the dossier has them."""
        after = self.places.statements.get(found.to or "")
        published = self.places.documents[after.document].published if after else None
        day = (published.not_before or published.not_after or "") if published else ""
        return not day, day

    def change(self, found: Evolution) -> ChangeView:
        """A step in how a claim is told: what changed, where and when, from what to what."""
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
            places.links(s for s in found.spans if s not in whole),
            found.change == CONDITIONAL_LOST,
        )

    # --- what is missing

    def denial(self, denial: ClaimDenial, number: int, claim: Claim) -> DenialView:
        """A voice's denials of a claim."""
        return DenialView(
            f"{claim.id}-denial-{number}",
            self.places.voice(denial.voice),
            self.told(denial.statements, claim),
            self.places.reports(denial.reports),
            self.places.reports(denial.missing),
        )

    def undenied(self, claim: Claim) -> tuple[Ref, ...]:
        """Reports that affirm a claim that somebody denies, and leave out every one of the denials."""
        left = [set(d.missing) for d in claim.denials]
        silent = set.intersection(*left) if left else set()
        own = [self.places.statements[s] for s in self.places.in_order(claim.statements)]
        return self.passages(s for s in own if s.document in silent)

    def unsourced(self, claim: Claim) -> tuple[Ref, ...]:
        """Reports that affirm a claim and never say from whom they have it."""
        nobody = {v for v in claim.origins.voices if not self.places.voices[v].given}
        own = [self.places.statements[s] for s in self.places.in_order(claim.statements)]
        return self.passages(s for s in own if s.voice in nobody)

    # --- figures

    def slots(self, claim: Claim) -> tuple[SlotView, ...]:
        """Figures, dates and wordings: those that differ with each value, then those that are the same throughout."""
        say, places = self.say, self.places
        differing = [
            SlotView(
                say.label("slot", v.slot),
                True,
                tuple((written_value(v.slot, x.value, say), once(places.links(x.spans))) for x in v.values),
            )
            for v in claim.variants
        ]
        same: dict[tuple[str, str], list[Link]] = {}
        known = {v.slot for v in claim.variants}
        for id_ in places.in_order(claim.statements):
            for value in places.statements[id_].values:
                if value.slot not in known:
                    same.setdefault((value.slot, self.figure(value)), []).append(places.link(value.span))
        alike = [
            SlotView(say.label("slot", slot), False, ((text, once(links)),)) for (slot, text), links in same.items()
        ]
        return (*differing, *alike)

    def figure(self, value: Value) -> str:
        """A value in words: its figure or bounds and its unit; as it stands in the report where it has none."""
        if value.slot == "date" and isinstance(value.low, str | None) and isinstance(value.high, str | None):
            return (
                written_bounds(value.low, value.high, self.say) if value.low or value.high else visible(value.span.text)
            )
        return (
            written_figure(value.value, value.unit, self.say) if value.value is not None else visible(value.span.text)
        )


def once(links: Iterable[Link]) -> tuple[Link, ...]:
    """The same words of one report are told once."""
    return tuple({(link.report, link.text): link for link in reversed([*links])}.values())[::-1]


def evidence_view(found: ClaimEvidence, places: Places) -> EvidenceView:
    """A link that grouped two statements, with its parts in the page's language."""
    return EvidenceView(
        places.link(places.statements[found.a].spans[0]),
        places.link(places.statements[found.b].spans[0]),
        found.score,
        tuple((visible(places.say.translated(p.name)), p.weight) for p in found.parts),
    )
