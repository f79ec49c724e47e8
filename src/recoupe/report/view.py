"""What the page and the Markdown show: the dossier's own results, arranged for reading. Nothing is counted anew."""

from collections.abc import Iterable

from msgspec import Struct

from recoupe.model import Claim, Document, Dossier, Span, Statement, Utterance
from recoupe.report.messages import Messages
from recoupe.report.picture import Picture, picture_of
from recoupe.report.segments import Mark, Segment, segments_of

QUOTED = 300  # characters of a passage shown in a list; the reader shows it whole


class Link(Struct, frozen=True):
    """Words of a report and the anchor at which the reader shows them."""

    anchor: str
    text: str
    report: str


class ChainStep(Struct, frozen=True):
    """One link of a chain as it is printed."""

    name: str
    role: str
    basis: str
    link: Link | None


class StatementView(Struct, frozen=True):
    """One statement: its words, where, how firmly, through whom."""

    link: Link
    voice: str
    firmness: str
    phase: str
    extent: str
    chain: tuple[ChainStep, ...]
    triggers: tuple[Link, ...]


class GroupView(Struct, frozen=True):
    """Voices that count as one origin at most."""

    voices: tuple[str, ...]


class RelationView(Struct, frozen=True):
    """A tie between two voices."""

    a: str
    b: str
    relation: str
    ground: str
    links: tuple[Link, ...]


class DenialView(Struct, frozen=True):
    """Who says otherwise, in which reports, and which leave it out."""

    voice: str
    statements: tuple[StatementView, ...]
    reports: tuple[str, ...]
    missing: tuple[str, ...]


class VariantView(Struct, frozen=True):
    """A slot in which reports differ, with each value and its passages."""

    slot: str
    values: tuple[tuple[str, tuple[Link, ...]], ...]


class EvidenceView(Struct, frozen=True):
    """A link that grouped two statements: its score and named parts."""

    a: Link
    b: Link
    score: float
    parts: tuple[tuple[str, float], ...]


class ClaimView(Struct, frozen=True):
    """A claim's card."""

    id: str
    headline: Link
    reports: tuple[str, ...]
    count: str
    origins: str
    independence: str
    established: bool
    exact: bool
    phase: str
    groups: tuple[GroupView, ...]
    relations: tuple[RelationView, ...]
    statements: tuple[StatementView, ...]
    denials: tuple[DenialView, ...]
    refusals: tuple[StatementView, ...]
    hypothetical: tuple[StatementView, ...]
    unfilled: tuple[str, ...]
    variants: tuple[VariantView, ...]
    evidence: tuple[EvidenceView, ...]
    siblings: tuple[tuple[str, Link], ...]
    picture: Picture


class DocumentView(Struct, frozen=True):
    """A report with its metadata and its text cut into marked segments."""

    anchor: str
    name: str
    title: str
    language: str
    words: int
    outlet: str
    outlet_basis: str
    date: str
    date_basis: str
    agencies: tuple[str, ...]
    own_text: str
    sha256: str
    segments: tuple[Segment, ...]


class CellView(Struct, frozen=True):
    """What one report says of one claim."""

    kind: str
    link: Link | None


class UtteranceView(Struct, frozen=True):
    """One saying in its wordings."""

    relation: str
    verbatim: bool
    actor: str
    members: tuple[tuple[Link, ...], ...]


class ReuseView(Struct, frozen=True):
    """A shared passage."""

    kind: str
    members: tuple[Link, ...]


class NoteView(Struct, frozen=True):
    """A note or limit with its passages."""

    message: str
    links: tuple[Link, ...]


class View(Struct, frozen=True):
    """All that the page shows."""

    lead: tuple[str, ...]
    leading: ClaimView | None
    claims: tuple[ClaimView, ...]
    single: tuple[ClaimView, ...]
    documents: tuple[DocumentView, ...]
    matrix: tuple[tuple[str, tuple[CellView, ...]], ...]
    utterances: tuple[UtteranceView, ...]
    reuse: tuple[ReuseView, ...]
    notes: tuple[NoteView, ...]
    limits: tuple[NoteView, ...]
    version: str
    schema: int
    options: tuple[tuple[str, str], ...]


def view_of(dossier: Dossier, say: Messages) -> View:
    """The view of a dossier in the language of the messages."""
    return Arranger(dossier, say).view()


class Arranger:
    """Looks up what the dossier's ids stand for while the view is made."""

    def __init__(self, dossier: Dossier, say: Messages) -> None:
        self.dossier = dossier
        self.say = say
        self.documents = {d.id: d for d in dossier.documents}
        self.index = {d.id: i + 1 for i, d in enumerate(dossier.documents)}
        self.actors = {a.id: a for a in dossier.actors}
        self.voices = {v.id: v for v in dossier.voices}
        self.statements = {s.id: s for s in dossier.statements}
        self.claims = {c.id: c for c in dossier.claims}
        self.linked: dict[str, set[tuple[int, int]]] = {d.id: set() for d in dossier.documents}

    def view(self) -> View:
        """All of it; the documents last, when every span that is linked to is known."""
        claims = [self.claim(c) for c in self.dossier.claims]
        cards = [c for c in claims if self.deserves_card(self.claims[c.id])]
        single = [c for c in claims if not self.deserves_card(self.claims[c.id])]
        matrix = tuple((d.name, tuple(self.cell(d, self.claims[c.id]) for c in cards)) for d in self.dossier.documents)
        utterances = tuple(self.utterance(u) for u in self.dossier.utterances)
        reuse = tuple(ReuseView(r.kind, self.links(m.span for m in r.members)) for r in self.dossier.reuse)
        notes = tuple(NoteView(n.message, self.links(n.spans)) for n in self.dossier.notes)
        limits = tuple(NoteView(n.message, self.links(n.spans)) for n in self.dossier.limits)
        return View(
            utterances=utterances,
            reuse=reuse,
            notes=notes,
            limits=limits,
            lead=self.lead(cards[0] if cards else None),
            leading=cards[0] if cards else None,
            claims=tuple(cards),
            single=tuple(single),
            documents=tuple(self.document(d) for d in self.dossier.documents),
            matrix=matrix,
            version=self.dossier.recoupe,
            schema=self.dossier.schema,
            options=tuple((k, str(v)) for k, v in sorted(self.dossier.options.items()) if v is not None),
        )

    def deserves_card(self, claim: Claim) -> bool:
        """Whether more than one report, voice or stance is in play."""
        return len(claim.reports) > 1 or bool(claim.denials or claim.refusals) or len(claim.origins.voices) > 1

    def lead(self, claim: ClaimView | None) -> tuple[str, ...]:
        """The sentences on top."""
        say = self.say
        reports = say.counted("reports", len(self.dossier.documents))
        sentences = [say("lead", reports=reports, claims=say.counted("claims", len(self.dossier.claims)))]
        if claim is None:
            return (*sentences, say("lead.empty"))
        sentences.append(say("lead.claim", reports=claim.count, origins=claim.origins, independence=claim.independence))
        if not claim.denials:
            return (*sentences, say("lead.undenied"))
        voices = ", ".join(d.voice for d in claim.denials)
        silent = set(claim.denials[0].missing).intersection(*(d.missing for d in claim.denials))
        key = "lead.denied" if silent else "lead.denied.all"
        return (*sentences, say(key, voices=voices, missing=say.counted("reports", len(silent))))

    def link(self, span: Span) -> Link:
        """A link to a span; the reader gets an anchor there."""
        self.linked[span.document].add((span.start, span.end))
        text = " ".join(span.text.split())
        shown = text if len(text) <= QUOTED else text[: QUOTED - 1].rstrip() + "…"
        return Link(f"d{self.index[span.document]}-{span.start}-{span.end}", shown, self.documents[span.document].name)

    def links(self, spans: Iterable[Span]) -> tuple[Link, ...]:
        """Links to several spans."""
        return tuple(self.link(s) for s in spans)

    def voice(self, id_: str) -> str:
        """A voice's name with its headcount."""
        voice = self.voices[id_]
        if voice.actor is None:
            return self.say("voice.not_given")
        name = self.actors[voice.actor].name
        many = voice.headcount is not None and voice.headcount > 1
        return f"{name} ({self.say('voice.headcount', count=voice.headcount)})" if many else name

    def name(self, document: str) -> str:
        """A report's name."""
        return self.documents[document].name

    def names(self, documents: Iterable[str]) -> tuple[str, ...]:
        """Names of several reports."""
        return tuple(self.name(d) for d in documents)

    def statement(self, id_: str, claim: Claim) -> StatementView:
        """A statement as it is listed under a claim."""
        statement = self.statements[id_]
        extent = next((a.extent for a in statement.answers if a.claim == claim.id), "")
        return StatementView(
            self.link(statement.spans[0]),
            self.voice(statement.voice),
            self.say.label("firmness", statement.firmness),
            self.say.label("phase", statement.phase),
            self.say(f"denial.{extent}") if extent else "",
            self.chain(statement),
            self.links(statement.triggers),
        )

    def in_order(self, ids: Iterable[str]) -> list[str]:
        """Statements report by report, each in the order of its text."""
        return sorted(ids, key=lambda i: (self.index[self.statements[i].document], self.statements[i].spans[0].start))

    def chain(self, statement: Statement) -> tuple[ChainStep, ...]:
        """Origin, relays, report."""
        return tuple(
            ChainStep(
                self.step_name(link.actor, link.document),
                link.role,
                self.say(f"basis.{link.basis}"),
                self.link(link.span) if link.span else None,
            )
            for link in statement.chain
        )

    def step_name(self, actor: str | None, document: str | None) -> str:
        """Who or what stands at a place of a chain."""
        if actor is not None:
            return self.actors[actor].name
        return self.name(document) if document is not None else self.say("voice.not_given")

    def claim(self, claim: Claim) -> ClaimView:
        """A claim's card."""
        say, origins = self.say, claim.origins
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
        thread = next((t for t in self.dossier.threads if t.id == claim.thread), None)
        siblings = [c for c in (thread.claims if thread else ()) if c != claim.id and c in self.claims]
        first = self.statements[claim.statements[0]]
        return ClaimView(
            id=claim.id,
            headline=self.link(claim.headline),
            reports=self.names(claim.reports),
            count=say.counted("reports", len(claim.reports)),
            origins=figures,
            independence=independence,
            established=origins.established,
            exact=origins.exact,
            phase=say.label("phase", first.phase),
            groups=tuple(GroupView(tuple(self.voice(v) for v in group)) for group in origins.groups_max),
            relations=tuple(
                RelationView(
                    self.voice(r.a), self.voice(r.b), say(f"relation.{r.relation}"), r.ground, self.links(r.spans)
                )
                for r in origins.relations
            ),
            statements=tuple(self.statement(s, claim) for s in self.in_order(claim.statements)),
            denials=tuple(
                DenialView(
                    self.voice(d.voice),
                    tuple(self.statement(s, claim) for s in self.in_order(d.statements)),
                    self.names(d.reports),
                    self.names(d.missing),
                )
                for d in claim.denials
            ),
            refusals=tuple(self.statement(s, claim) for s in self.in_order(claim.refusals)),
            hypothetical=tuple(self.statement(s, claim) for s in self.in_order(claim.hypothetical)),
            unfilled=tuple(say.label("slot", slot) for slot in claim.unfilled),
            variants=tuple(
                VariantView(say.label("slot", v.slot), tuple((x.value, self.links(x.spans)) for x in v.values))
                for v in claim.variants
            ),
            evidence=tuple(
                EvidenceView(
                    self.link(self.statements[e.a].spans[0]),
                    self.link(self.statements[e.b].spans[0]),
                    e.score,
                    tuple((p.name, p.weight) for p in e.parts),
                )
                for e in claim.evidence
            ),
            siblings=tuple((c, self.link(self.claims[c].headline)) for c in siblings),
            picture=picture_of([self.chain(self.statements[s]) for s in self.in_order(claim.statements)]),
        )

    def cell(self, document: Document, claim: Claim) -> CellView:
        """What a report says of a claim: the strongest thing that it says."""
        own = [self.statements[s] for s in claim.statements if self.statements[s].document == document.id]
        denied = [s for d in claim.denials for s in d.statements if self.statements[s].document == document.id]
        others = [
            ("refuses", [s for s in claim.refusals if self.statements[s].document == document.id]),
            ("hypothetical", [s for s in claim.hypothetical if self.statements[s].document == document.id]),
        ]
        if own:
            flat = [s for s in own if s.attribution is None and s.report_firmness == "flat"]
            kind = "affirms" if flat else "ascribes" if all(s.firmness == "flat" for s in own) else "hedges"
            return CellView(kind + ("-denied" if denied else ""), self.link((flat or own)[0].spans[0]))
        if denied:
            return CellView("denies", self.link(self.statements[denied[0]].spans[0]))
        for kind, found in others:
            if found:
                return CellView(kind, self.link(self.statements[found[0]].spans[0]))
        return CellView("silent", None)

    def utterance(self, found: Utterance) -> UtteranceView:
        """A saying in its wordings."""
        actor = self.actors[found.actor].name if found.actor else self.say("unknown")
        members = tuple(self.links(m.spans) for m in found.members)
        return UtteranceView(self.say(f"utterance.{found.relation}"), found.verbatim, actor, members)

    def document(self, document: Document) -> DocumentView:
        """A report with its text in marked segments."""
        say = self.say
        index = self.index[document.id]
        own = [a for a in self.dossier.attributions if a.document == document.id]
        marks = []
        for a in own:
            marks += [Mark(s.start, s.end, "content") for s in a.content]
            marks += [
                Mark(s.start, s.end, kind)
                for s, kind in ((a.source, "source"), (a.cue, "cue"), (a.relay, "relay"))
                if s
            ]
        published, outlet = document.published, document.outlet
        return DocumentView(
            anchor=f"d{index}",
            name=document.name,
            title=" ".join(document.title.text.split()) if document.title else document.name,
            language=say.label("language", document.language),
            words=len(document.text.split()),
            outlet=self.actors[outlet.actor].name if outlet and outlet.actor in self.actors else say("unknown"),
            outlet_basis=outlet.basis if outlet else "",
            date=self.date(published.not_before, published.not_after) if published else say("unknown"),
            date_basis=published.basis if published else "",
            agencies=tuple(self.actors[a.actor].name for a in document.agencies if a.actor in self.actors),
            own_text=f"{document.own_text:.0%}" if document.own_text is not None else say("unknown"),
            sha256=document.sha256,
            segments=segments_of(document.text, marks, sorted(self.linked[document.id]), f"d{index}"),
        )

    def date(self, low: str | None, high: str | None) -> str:
        """Bounds of a date as they are printed."""
        if low and high:
            return low if low == high else self.say("date.between", low=low, high=high)
        if low:
            return self.say("date.from", low=low)
        return self.say("date.until", high=high) if high else self.say("unknown")
