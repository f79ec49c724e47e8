"""Where the things of a dossier stand on the page: spans, reports and voices by their ids, with their names."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from recoupe.model import Actor, Dossier, Limit, Note, Span, Statement, Voice
from recoupe.report.messages import Messages
from recoupe.report.naming import named, opening
from recoupe.report.order import in_print
from recoupe.report.view import ChainStep, Link, NoteView, Ref
from recoupe.report.wording import quotable, visible, written_bounds

LAST = "9999"  # behind every day
QUOTED = 300  # characters of a passage shown in a list; the reader shows it whole
FEW = 4  # words of a statement; so few are shown inside their sentence
AROUND = 120  # characters of a sentence shown on each side of its words


def named_outlet(actor: Actor | None) -> str:
    """The name of an outlet; empty where an actor is none."""
    return named(actor) if actor is not None and actor.type == "outlet" else ""


class Places:
    """Looks up what a dossier's ids stand for, and keeps count of the spans that the reader needs anchors for."""

    def __init__(self, dossier: Dossier, say: Messages) -> None:
        self.dossier = dossier
        self.say = say
        self.documents = {d.id: d for d in dossier.documents}
        self.index = {d.id: i + 1 for i, d in enumerate(dossier.documents)}
        self.actors = {a.id: a for a in dossier.actors}
        self.voices = {v.id: v for v in dossier.voices}
        self.statements = {s.id: s for s in dossier.statements}
        self.claims = {c.id: c for c in dossier.claims}
        self.numbers = {c.id: number for number, c in enumerate(in_print(dossier), 1)}
        self.sentences = {s.spans[0]: s.sentence for s in dossier.statements if len(s.spans) == 1 and s.sentence}
        self.reuse = {r.id: r for r in dossier.reuse}
        self.outlets = Counter(d.outlet.actor for d in dossier.documents if d.outlet)
        self.reports_of_voices = {s.voice: s.document for s in reversed(dossier.statements)}
        self.said: dict[str, list[Statement]] = {}
        for statement in dossier.statements:
            self.said.setdefault(statement.voice, []).append(statement)
        self.names = Counter(named(self.actors[v.actor]) for v in dossier.voices if v.actor in self.actors)
        self.by_file = outlets_by_file(dossier)
        self.linked: dict[str, set[tuple[int, int]]] = {d.id: set() for d in dossier.documents}

    def link(self, span: Span, sentence: Span | None = None) -> Link:
        """A link to a span; the reader gets an anchor there.

        sentence: what is shown around words that are few, by default the sentence of the statement that they are.
        """
        self.linked[span.document].add((span.start, span.end))
        text = quotable(visible(span.text), self.say)
        shown = text if len(text) <= QUOTED else text[: QUOTED - 1].rstrip() + "…"
        anchor = f"d{self.index[span.document]}-{span.start}-{span.end}"
        few = len(text.split()) <= FEW
        before, after = self.around(span, sentence or self.sentences.get(span)) if few else ("", "")
        return Link(
            anchor, shown, self.report(span.document).text, self.documents[span.document].language, before, after
        )

    def around(self, span: Span, sentence: Span | None) -> tuple[str, str]:
        """The words of a sentence before a span and behind it, as many as a list has room for."""
        if sentence is None or not sentence.contains(span):
            return "", ""
        before, after = sentence.text[: span.start - sentence.start], sentence.text[span.end - sentence.start :]
        if len(before) > AROUND:
            before = "…" + before[-AROUND:].partition(" ")[2]
        if len(after) > AROUND:
            after = after[:AROUND].rpartition(" ")[0] + "…"
        gap, space = " " * before[-1:].isspace(), " " * after[:1].isspace()
        return quotable(visible(before), self.say) + gap, space + quotable(visible(after), self.say)

    def links(self, spans: Iterable[Span]) -> tuple[Link, ...]:
        """Links to several spans."""
        return tuple(self.link(s) for s in spans)

    def report(self, id_: str) -> Ref:
        """A report: by its outlet, with its file's name where another report of the pile has that outlet too.

        One whose outlet nothing shows is called after the outlet of the pile that its file is named after, if any.
        """
        document = self.documents[id_]
        name = visible(document.name)
        label = name
        if document.outlet and document.outlet.actor in self.actors:
            label = visible(self.actors[document.outlet.actor].name)
            if self.outlets[document.outlet.actor] > 1:
                label = self.say("report.of", outlet=label, name=name)
        elif id_ in self.by_file:
            label = visible(self.by_file[id_])
        return Ref(label, f"d{self.index[id_]}", name)

    def body(self, id_: str) -> str:
        """What a voice is told together with in a sentence: its actor's root body, itself where there is none."""
        actor = self.actors.get(self.voices[id_].actor or "")
        return actor.root if actor is not None and actor.root in self.actors else id_

    def speaker(self, id_: str) -> str:
        """Whom the denials of a voice are listed with: nobody else's, but those of who is told of in the same words."""
        actor = self.actors.get(self.voices[id_].actor or "")
        if actor is None or self.voices[id_].named:
            return id_
        return f"{actor.institution or ''} {named(actor).casefold()}"

    def party(self, id_: str) -> str:
        """Whom a voice is named together with where it says otherwise: its body, else those of the same words."""
        body, actor = self.body(id_), self.voices[id_].actor
        return self.speaker(id_) if body in {id_, actor} and not self.voices[id_].named else body

    def denier(self, id_: str) -> str:
        """Who says otherwise, by name; that the report does not say who, where it does not."""
        return self.voice(id_).text if self.voices[id_].given else self.say("denial.nobody")

    def reports(self, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Several reports."""
        return tuple(self.report(i) for i in ids)

    def voice(self, id_: str) -> Ref:
        """A voice with its headcount."""
        voice = self.voices[id_]
        actor = self.actors.get(voice.actor or "")
        if actor is None:
            return Ref(self.say("voice.not_given"), None, self.say("voice.not_given"))
        name = named(actor)
        if not voice.named and self.names[name] > 1 and id_ in self.reports_of_voices:
            name = self.say("voice.of", name=name, report=self.first_quoting(id_))
        heads = self.heads(voice)
        text = self.say("voice.heads", name=name, heads=heads) if heads else name
        return Ref(text, voice.id, name)

    def first_quoting(self, id_: str) -> str:
        """Which outlet quotes a voice first, by name: the one that a report says to have it from, else the earliest report's.

        A report that only has it shown by another one does not count, unless there is no other.
        """
        own = self.said[id_]
        named = [s for s in own if (span := s.chain[0].span) is not None and span.document == s.document]
        first = min(named or own, key=self.told_at)
        hop = next((link for link in first.chain[1:] if link.role == "relay" and link.basis == "stated"), None)
        outlet = self.actors.get(hop.actor or "") if hop is not None else None
        return named_outlet(outlet) or self.report(first.document).text

    def told_at(self, statement: Statement) -> tuple[str, int, int]:
        """Where a statement stands among the others: by its report's day, those without one or of which only a day
        before it is known last, and place.
        """
        published = self.documents[statement.document].published
        day = published.not_before if published is not None and self.is_placed(statement.document) else None
        return str(day or LAST), self.index[statement.document], statement.spans[0].start

    def is_placed(self, document: str) -> bool:
        """Whether a report has a place in time: not where nothing but a day before it is known."""
        published = self.documents[document].published
        return published is not None and bool(published.not_after or published.after)

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

    def day(self, id_: str) -> str:
        """When a report was published, in words; nothing where that is not known."""
        published = self.documents[id_].published
        if published is None or not (published.not_before or published.not_after):
            return ""
        return written_bounds(published.not_before, published.not_after, self.say)

    def in_order(self, ids: Iterable[str]) -> list[str]:
        """Statements report by report, each in the order of its text."""
        return sorted(ids, key=lambda i: (self.index[self.statements[i].document], self.statements[i].spans[0].start))

    def chain(self, statement: Statement) -> tuple[ChainStep, ...]:
        """Origin, relays, report; an outlet that relays into its own report is told once."""
        steps: list[ChainStep] = []
        credit = self.documents[statement.document].outlet
        outlet, before = credit.actor if credit is not None else "", None
        for link in statement.chain:
            words = self.link(link.span) if link.span else None
            report = self.report(link.document) if link.document is not None else None
            anchor = words.anchor if words else report.anchor if report else None
            if report is not None and link.role == "report":
                name = report.text
            elif link.actor is not None:
                name = named(self.actors[link.actor])
            else:
                name = report.text if report is not None else self.say("voice.not_given")
            relayed = bool(steps) and link.role == "report" and steps[-1].role == "relay"
            if relayed and (steps[-1].name == name or before == outlet):
                steps.pop()
            before = link.actor
            steps.append(ChainStep(name, link.role, link.basis, anchor, words.text if words else ""))
        return tuple(steps)

    def notes(self, found: Iterable[Note]) -> tuple[NoteView, ...]:
        """Notes in the page's language, with the claims that they are about."""
        return tuple(
            NoteView(
                visible(self.say.translated(n.message)),
                tuple(self.link(s, self.sentence_of(s, n.refs)) for s in widest(n.spans)),
                tuple((r, self.numbers[r], self.link(self.claims[r].headline)) for r in n.refs if r in self.claims),
            )
            for n in found
        )

    def sentence_of(self, span: Span, ids: Iterable[str]) -> Span | None:
        """The sentence of one of some statements that holds a span; `None` where none of them has it."""
        sentences = (self.statements[i].sentence for i in ids if i in self.statements)
        return next((s for s in sentences if s is not None and s.contains(span)), None)

    def limits(self, found: Iterable[Limit]) -> tuple[NoteView, ...]:
        """Limits in the page's language."""
        return tuple(NoteView(visible(self.say.translated(x.message)), self.links(x.spans)) for x in found)


def widest(spans: Sequence[Span]) -> list[Span]:
    """Passages without those that lie inside another one."""
    kept: set[Span] = set()
    document, reached = "", 0
    for span in sorted(set(spans), key=lambda s: (s.document, s.start, -s.end)):
        if span.document != document:
            document, reached = span.document, -1
        if span.end > reached:
            kept.add(span)
            reached = span.end
    return [span for span in spans if span in kept]


def outlets_by_file(dossier: Dossier) -> dict[str, str]:
    """For reports whose outlet nothing shows the one outlet of the pile whose name has all the words of the file's name."""
    named_so: dict[frozenset[str], set[str]] = {}
    for actor in dossier.actors:
        if actor.type == "outlet":
            named_so.setdefault(words_of_name(actor.name), set()).add(actor.name)
    found = {}
    for document in dossier.documents:
        stem = document.name.rpartition("/")[2].partition(".")[0]
        names = named_so.get(words_of_name(stem), set())
        if document.outlet is None and len(names) == 1:
            found[document.id] = min(names)
    return found


def words_of_name(name: str) -> frozenset[str]:
    """The words of a name that tell something, without accents, case and linking words."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return frozenset(re.findall(r"[^\W_]{2,}", letters.replace("’", " ").replace("'", " "))) - opening()
