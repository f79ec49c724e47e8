"""From a dossier to what is shown: its own results, arranged for reading. Nothing is counted or decided anew."""

import shlex
from collections import Counter
from collections.abc import Iterable, Sequence

from recoupe.model import Actor, Claim, ClaimDenial, Document, Dossier, Reuse, Span, Statement, Thread, Utterance, Voice
from recoupe.report.messages import Messages, number_of
from recoupe.report.picture import picture_of
from recoupe.report.segments import Mark, segments_of
from recoupe.report.view import (
    CellView,
    ChainStep,
    ClaimView,
    CorrectionView,
    DenialView,
    DocumentView,
    EvidenceView,
    Link,
    NoteView,
    Part,
    Ref,
    RelationView,
    ReuseView,
    StatementView,
    ThreadView,
    UtteranceView,
    VariantView,
    View,
    VoiceView,
)
from recoupe.report.wording import visible, written_bounds, written_value

QUOTED = 300  # characters of a passage shown in a list; the reader shows it whole


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
        self.outlets = Counter(d.outlet.actor for d in dossier.documents if d.outlet)
        self.reports_of_voices = {s.voice: s.document for s in dossier.statements}
        self.linked: dict[str, set[tuple[int, int]]] = {d.id: set() for d in dossier.documents}

    def view(self) -> View:
        """All of it; the documents last, when every span that is linked to is known."""
        dossier = self.dossier
        claims = [self.claim(c) for c in dossier.claims]
        cards = [c for c in claims if self.deserves_card(self.claims[c.id])]
        shown = [self.claims[c.id] for c in cards]
        matrix = tuple(
            (self.report(d.id), self.share(d), tuple(self.cell(d, c) for c in shown)) for d in dossier.documents
        )
        return View(
            lead=self.lead(cards[0] if cards else None, dossier.claims),
            claims=tuple(cards),
            single=tuple(c for c in claims if not self.deserves_card(self.claims[c.id])),
            threads=tuple(self.thread(t) for t in dossier.threads if len(t.claims) > 1),
            voices=tuple(self.voice_view(v) for v in dossier.voices if v.given),
            matrix=matrix,
            utterances=tuple(self.utterance(u) for u in dossier.utterances),
            reuse=tuple(self.reuse(r) for r in dossier.reuse),
            notes=self.notes((n.message, n.spans) for n in dossier.notes),
            limits=self.notes((n.message, n.spans) for n in dossier.limits),
            corrections=tuple(
                CorrectionView(
                    visible(c.id),
                    self.say("correction.applied" if c.applied else "correction.refused"),
                    visible(self.say.translated(c.reason)),
                    self.say("list.next").join(visible(word) for word in (c.who, c.when, c.why) if word),
                )
                for c in dossier.corrections
            ),
            documents=tuple(self.document(d) for d in dossier.documents),
            version=dossier.recoupe,
            schema=dossier.schema,
            options=tuple((k, visible(str(v))) for k, v in sorted(dossier.options.items()) if v is not None),
            command=self.command(),
        )

    def deserves_card(self, claim: Claim) -> bool:
        """Whether more than one report, voice or stance is in play."""
        return len(claim.reports) > 1 or bool(claim.denials or claim.refusals) or len(claim.origins.voices) > 1

    # --- sentences

    def sentence(self, key: str, **places: Sequence[Part]) -> tuple[Part, ...]:
        """One of our sentences with parts that lead somewhere put into its places."""
        parts: list[Part] = []
        for text, place in self.say.pieces(key):
            parts += [Part(text)] if text else []
            parts += places[place] if place is not None else ()
        return tuple(parts)

    def lead(self, claim: ClaimView | None, claims: Sequence[Claim]) -> tuple[tuple[Part, ...], ...]:
        """The sentences on top: what is stated, where it comes from, who says otherwise; every figure leads on."""
        say = self.say
        if claim is None:
            reports = [Part(say.counted("reports", len(self.documents)), "reader")]
            counted = [Part(say.counted("claims", len(claims)), "claims")]
            return self.sentence("lead.pile", reports=reports, claims=counted), (Part(say("lead.empty")),)
        many = len(claim.reports)
        stated = self.sentence(
            number_of("lead.states", many),
            reports=[Part(claim.count, f"{claim.id}-says")],
            headline=[Part(claim.headline.text, claim.headline.anchor, quoted=True)],
        )
        traced = self.sentence(
            number_of("lead.origins", many),
            origins=[Part(claim.origins, f"{claim.id}-why")],
            independence=[Part(claim.independence, f"{claim.id}-why")],
        )
        if not claim.denials:
            return stated, traced, self.sentence("lead.undenied")
        voices: list[Part] = []
        for denial in claim.denials:
            left = len(denial.missing)
            missing = say.counted("lead.left", left) if left else say("lead.carried")
            voices += [Part(say("list.next"))] if voices else []
            voices += self.sentence(
                "lead.denial",
                voice=[Part(denial.voice.text, denial.voice.anchor)],
                missing=[Part(missing, denial.anchor)],
            )
        return stated, traced, self.sentence("lead.denied", voices=voices)

    def notes(self, found: Iterable[tuple[str, tuple[Span, ...]]]) -> tuple[NoteView, ...]:
        """Notes or limits in the page's language."""
        return tuple(NoteView(visible(self.say.translated(message)), self.links(spans)) for message, spans in found)

    # --- spans, reports, voices

    def link(self, span: Span) -> Link:
        """A link to a span; the reader gets an anchor there."""
        self.linked[span.document].add((span.start, span.end))
        text = visible(span.text)
        shown = text if len(text) <= QUOTED else text[: QUOTED - 1].rstrip() + "…"
        anchor = f"d{self.index[span.document]}-{span.start}-{span.end}"
        return Link(anchor, shown, self.report(span.document).text, self.documents[span.document].language)

    def links(self, spans: Iterable[Span]) -> tuple[Link, ...]:
        """Links to several spans."""
        return tuple(self.link(s) for s in spans)

    def report(self, id_: str) -> Ref:
        """A report: by its outlet where no other report of the pile has that one, else by its file's name."""
        document = self.documents[id_]
        name = visible(document.name)
        label = name
        if document.outlet and self.outlets[document.outlet.actor] == 1 and document.outlet.actor in self.actors:
            label = visible(self.actors[document.outlet.actor].name)
        return Ref(label, f"d{self.index[id_]}", name)

    def reports(self, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Several reports."""
        return tuple(self.report(i) for i in ids)

    def voice(self, id_: str) -> Ref:
        """A voice with its headcount."""
        voice = self.voices[id_]
        actor = self.actors.get(voice.actor or "")
        if actor is None:
            return Ref(self.say("voice.not_given"), None, self.say("voice.not_given"))
        name = visible(actor.name)
        heads = self.heads(voice)
        text = self.say("voice.heads", name=name, heads=heads) if heads else name
        return Ref(text, voice.id, name)

    def located(self, id_: str) -> Ref:
        """A voice; one that is not given by the report that does not give it."""
        document = self.reports_of_voices.get(id_)
        if self.voices[id_].given or document is None:
            return self.voice(id_)
        report = self.report(document)
        return Ref(self.say("voice.not_given.in", report=report.text), report.anchor, report.full)

    def heads(self, voice: Voice) -> str:
        """How many persons a voice is, in words; nothing for a single one."""
        many = voice.headcount is not None and voice.headcount > 1
        return self.say("voice.headcount", count=voice.headcount) if many else ""

    def voice_view(self, voice: Voice) -> VoiceView:
        """A voice with who it is and what it stands behind."""
        actor = self.actors.get(voice.actor or "")
        own = [s for s in self.dossier.statements if s.voice == voice.id]
        return VoiceView(
            anchor=voice.id,
            name=self.voice(voice.id).full,
            kind=self.say.label("actor", actor.type) if actor else self.say("unknown"),
            described=self.links(actor.anonymity.spans) if actor and actor.anonymity else (),
            headcount=self.heads(voice),
            institution=self.body(actor),
            first_hand=self.link(voice.first_hand) if voice.first_hand else None,
            statements=tuple(self.link(s.spans[0]) for s in own),
        )

    def body(self, actor: Actor | None) -> str:
        """The body that an actor belongs to or speaks for, and whose an anonymous voice is."""
        if actor is None:
            return ""
        whose = actor.anonymity.whose if actor.anonymity else None
        ids = dict.fromkeys(i for i in (actor.institution, whose, actor.root) if i and i != actor.id)
        return self.say("list.next").join(visible(self.actors[i].name) for i in ids if i in self.actors)

    # --- claims

    def statement(self, id_: str, claim: Claim) -> StatementView:
        """A statement as it is listed under a claim."""
        say, statement = self.say, self.statements[id_]
        extent = next((a.extent for a in statement.answers if a.claim == claim.id), "")
        widest = [t for t in statement.triggers if not any(o != t and o.contains(t) for o in statement.triggers)]
        return StatementView(
            id=id_,
            links=self.links(statement.spans),
            voice=self.voice(statement.voice),
            report=self.report(statement.document),
            degree=statement.firmness,
            firmness=say.label("firmness", statement.firmness),
            voice_firmness=say.label("degree", statement.voice_firmness),
            report_firmness=say.label("degree", statement.report_firmness),
            phase=say.label("phase", statement.phase),
            extent=say(f"denial.{extent}") if extent else "",
            chain=self.chain(statement),
            triggers=self.links(widest),
        )

    def in_order(self, ids: Iterable[str]) -> list[str]:
        """Statements report by report, each in the order of its text."""
        return sorted(ids, key=lambda i: (self.index[self.statements[i].document], self.statements[i].spans[0].start))

    def told(self, ids: Iterable[str], claim: Claim) -> tuple[StatementView, ...]:
        """Several statements, in order."""
        return tuple(self.statement(s, claim) for s in self.in_order(ids))

    def chain(self, statement: Statement) -> tuple[ChainStep, ...]:
        """Origin, relays, report."""
        steps = []
        for link in statement.chain:
            words = self.link(link.span) if link.span else None
            report = self.report(link.document) if link.document is not None else None
            anchor = words.anchor if words else report.anchor if report else None
            if report is not None and link.role == "report":
                name = report.text
            elif link.actor is not None:
                name = visible(self.actors[link.actor].name)
            else:
                name = report.text if report is not None else self.say("voice.not_given")
            steps.append(ChainStep(name, link.role, link.basis, anchor, words.text if words else ""))
        return tuple(steps)

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
        return ClaimView(
            id=claim.id,
            headline=self.link(claim.headline),
            reports=self.reports(claim.reports),
            count=say.counted("reports", len(claim.reports)),
            origins=figures,
            independence=independence,
            established=origins.established,
            exact=origins.exact,
            phase=self.claim_phase(claim),
            groups_max=tuple(tuple(self.located(v) for v in group) for group in origins.groups_max),
            groups_min=tuple(tuple(self.located(v) for v in group) for group in origins.groups_min),
            relations=tuple(
                RelationView(
                    self.located(r.a),
                    self.located(r.b),
                    say(f"relation.{r.relation}"),
                    visible(say.translated(r.ground)),
                    self.links(r.spans),
                )
                for r in origins.relations
            ),
            statements=self.told(claim.statements, claim),
            denials=tuple(self.denial(d, i, claim) for i, d in enumerate(claim.denials, 1)),
            refusals=self.told(claim.refusals, claim),
            hypothetical=self.told(claim.hypothetical, claim),
            unfilled=tuple(say.label("slot", slot) for slot in claim.unfilled),
            variants=tuple(
                VariantView(
                    say.label("slot", v.slot),
                    tuple((written_value(v.slot, x.value, say), self.links(x.spans)) for x in v.values),
                )
                for v in claim.variants
            ),
            evidence=tuple(
                EvidenceView(
                    self.link(self.statements[e.a].spans[0]),
                    self.link(self.statements[e.b].spans[0]),
                    e.score,
                    tuple((visible(say.translated(p.name)), p.weight) for p in e.parts),
                )
                for e in claim.evidence
            ),
            siblings=tuple((c, self.link(self.claims[c].headline)) for c in siblings),
            picture=picture_of([self.chain(self.statements[s]) for s in self.in_order(claim.statements)]),
        )

    def denial(self, denial: ClaimDenial, number: int, claim: Claim) -> DenialView:
        """A voice's denials of a claim."""
        return DenialView(
            f"{claim.id}-denial-{number}",
            self.voice(denial.voice),
            self.told(denial.statements, claim),
            self.reports(denial.reports),
            self.reports(denial.missing),
        )

    def thread(self, thread: Thread) -> ThreadView:
        """A thread's claims in the order in which they were told."""
        reports: dict[str, list[str]] = {}
        for step in thread.order:
            reports.setdefault(step.claim, []).append(step.document)
        for claim in thread.claims:
            reports.setdefault(claim, [])
        views = ((self.claims[c], documents) for c, documents in reports.items() if c in self.claims)
        return ThreadView(
            tuple((c.id, self.link(c.headline), self.claim_phase(c), self.reports(documents)) for c, documents in views)
        )

    def claim_phase(self, claim: Claim) -> str:
        """The phase of a claim's statements."""
        return self.say.label("phase", self.statements[claim.statements[0]].phase) if claim.statements else ""

    def cell(self, document: Document, claim: Claim) -> CellView:
        """What a report says of a claim: the strongest thing that it says."""
        own = [self.statements[s] for s in claim.statements if self.statements[s].document == document.id]
        denied = [s for d in claim.denials for s in d.statements if self.statements[s].document == document.id]
        others = {
            "denies": denied,
            "refuses": [s for s in claim.refusals if self.statements[s].document == document.id],
            "hypothetical": [s for s in claim.hypothetical if self.statements[s].document == document.id],
        }
        if own:
            flat = [s for s in own if s.attribution is None and s.report_firmness == "flat"]
            kind = "affirms" if flat else "ascribes" if all(s.firmness == "flat" for s in own) else "hedges"
            return CellView(kind, bool(denied), self.link((flat or own)[0].spans[0]))
        for kind, found in others.items():
            if found:
                return CellView(kind, False, self.link(self.statements[found[0]].spans[0]))
        return CellView("silent", False, None)

    # --- what reports share

    def utterance(self, found: Utterance) -> UtteranceView:
        """A saying in its wordings; a pair of words that differ twice over is told once."""
        actor = visible(self.actors[found.actor].name) if found.actor in self.actors else self.say("unknown")
        differences = dict.fromkeys((d.kind, d.spans) for d in found.differences)
        return UtteranceView(
            self.say(f"utterance.{found.relation}"),
            found.verbatim,
            actor,
            tuple(self.links(m.spans) for m in found.members),
            tuple((self.say.label("difference", kind), self.links(spans)) for kind, spans in differences),
        )

    def reuse(self, found: Reuse) -> ReuseView:
        """A shared passage."""
        members = []
        for member in found.members:
            known = []
            if member.parent is not None:
                parent = self.report(found.members[member.parent].span.document)
                known.append(self.say("reuse.from", report=parent.text))
            if member.credited is not None:
                known.append(self.say("reuse.credited" if member.credited else "reuse.uncredited"))
            members.append((self.link(member.span), self.say("list.next").join(known)))
        return ReuseView(self.say.label("reuse", found.kind), tuple(members))

    # --- reports

    def share(self, document: Document) -> str:
        """The share of a report's text that is its own, in words."""
        if document.own_text is None:
            return self.say("unknown")
        return self.say("percent", figure=f"{document.own_text * 100:.0f}")

    def document(self, document: Document) -> DocumentView:
        """A report with its text in marked segments."""
        say = self.say
        index = self.index[document.id]
        marks = []
        for a in self.dossier.attributions:
            if a.document == document.id:
                marks += [Mark(s.start, s.end, "content") for s in a.content]
                named = ((a.source, "source"), (a.cue, "cue"), (a.relay, "relay"))
                marks += [Mark(s.start, s.end, kind) for s, kind in named if s]
        published, outlet = document.published, document.outlet
        return DocumentView(
            anchor=f"d{index}",
            name=visible(document.name),
            label=self.report(document.id).text,
            title=visible(document.title.text) if document.title else visible(document.name),
            code=document.language,
            language=say.label("language", document.language),
            words=len(document.text.split()),
            complete=document.complete,
            outlet=visible(self.actors[outlet.actor].name)
            if outlet and outlet.actor in self.actors
            else say("unknown"),
            outlet_basis=say.label("read", outlet.basis) if outlet else "",
            date=written_bounds(published.not_before, published.not_after, say) if published else say("unknown"),
            date_basis=say.label("read", published.basis) if published else "",
            agencies=tuple(visible(self.actors[a.actor].name) for a in document.agencies if a.actor in self.actors),
            byline=tuple(visible(s.text) for s in document.byline),
            own_text=self.share(document),
            sha256=document.sha256,
            segments=segments_of(document.text, marks, sorted(self.linked[document.id]), f"d{index}"),
        )

    def command(self) -> str:
        """The command that makes this page again where the same files lie."""
        words = ["recoupe", "report", *(visible(d.name) for d in self.dossier.documents)]
        for option, value in sorted(self.dossier.options.items()):
            if value is not None:
                name, _, language = option.partition(".")
                words += [f"--{name}", f"{language}={value}" if language else str(value)]
        return shlex.join([*words, "--ui", self.say.language])
