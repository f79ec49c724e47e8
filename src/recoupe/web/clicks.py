"""A click as a correction: what was pointed at by id becomes words of the reports, so that it outlives the ids."""

from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec import Struct

from recoupe.corrections.anchors import places
from recoupe.corrections.reading import checked
from recoupe.errors import CorrectionLost, CorrectionsError
from recoupe.model import Document, Dossier, Span, Statement
from recoupe.model.corrections import (
    AddAttribution,
    AddDenial,
    Anchor,
    Correction,
    DropAttribution,
    DropStatement,
    JoinVoices,
    MergeActors,
    MergeClaims,
    SeparateVoices,
    SetDate,
    SetFirmness,
    SetOutlet,
    SetRealis,
    SetSource,
    SetStance,
    SplitActor,
    SplitClaim,
    TieDenial,
    UntieDenial,
    UntieVoices,
)

CORRECTION: msgspec.json.Decoder[Correction] = msgspec.json.Decoder(Correction)
LONGEST = 2000  # characters of who and why
GONE = "what was pointed at is not in the present result; load the page again"
OF_STATEMENTS = ("split claim", "merge claims", "drop statement", "drop attribution", "split actor", "set source")
SETTINGS: dict[str, tuple[type[SetStance] | type[SetFirmness] | type[SetRealis], str]] = {
    "set stance": (SetStance, "stance"),
    "set firmness": (SetFirmness, "firmness"),
    "set realis": (SetRealis, "realis"),
}
OF_VOICES: dict[str, type[JoinVoices] | type[SeparateVoices] | type[UntieVoices]] = {
    "join voices": JoinVoices,
    "separate voices": SeparateVoices,
    "untie voices": UntieVoices,
}


class Click(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an analyst pointed at, and who, when, why. do: as in a corrections file; result: the result that was shown.

    refs: ids of statements, of two voices, or of one report; what answers a claim has a statement of that claim behind it.
    name: of an outlet, or of an actor that is split off. words, source: quoted from the report, where they are what is
    missing. value: what a statement is set to.
    """

    do: str
    refs: tuple[str, ...]
    who: str
    when: date
    why: str
    result: str
    not_before: date | None = None
    not_after: date | None = None
    name: str | None = None
    words: str | None = None
    source: str | None = None
    value: str | None = None


def correction_of(click: Click, dossier: Dossier) -> Correction:
    """The correction of a click, with an id made of its content. CorrectionsError where it does not fit the result."""
    who, why = " ".join(click.who.split()), " ".join(click.why.split())
    if not who or not why or max(len(who), len(why)) > LONGEST:
        raise CorrectionsError(f"a correction says who makes it, and why, each in {LONGEST} characters at most")
    made = Pointing(dossier).correction(click, who, why)
    try:
        return checked(CORRECTION.decode(msgspec.json.encode(made)))
    except msgspec.ValidationError as error:
        raise CorrectionsError(f"{click.do}: {error}") from error


class Pointing:
    """Looks up what ids stand for, and its words."""

    def __init__(self, dossier: Dossier) -> None:
        self.documents = {d.id: d for d in dossier.documents}
        self.statements = {s.id: s for s in dossier.statements}
        self.attributions = {a.id: a for a in dossier.attributions}
        self.voices = {v.id: v for v in dossier.voices}
        self.actors = {a.id: a for a in dossier.actors}

    def correction(self, click: Click, who: str, why: str) -> Correction:
        """The correction that a click asks for."""
        refs, when = click.refs, click.when
        if click.do in ("set date", "set outlet") and len(refs) == 1 and refs[0] in self.documents:
            document = self.documents[refs[0]]
            named = {"report": document.name, "sha256": document.sha256, "who": who, "when": when, "why": why}
            if click.do == "set date":
                return SetDate(**named, not_before=click.not_before, not_after=click.not_after)  # type: ignore[arg-type]
            return SetOutlet(**named, outlet=(click.name or "").strip() or None)  # type: ignore[arg-type]
        if click.do in OF_VOICES and len(set(refs)) == 2 and self.voices.keys() >= set(refs):
            return OF_VOICES[click.do](voices=tuple(self.voice(v) for v in refs), who=who, when=when, why=why)
        if click.do == "merge actors" and len(set(refs)) == 2 and self.voices.keys() >= set(refs):
            return MergeActors(actors=tuple(self.mention(v) for v in refs), who=who, when=when, why=why)
        if click.do in ("add attribution", "add denial") and refs and refs[0] in self.documents:
            return self.added(click, self.documents[refs[0]], who, why)
        if click.do in SETTINGS and len(refs) == 1 and refs[0] in self.statements:
            kind, field = SETTINGS[click.do]
            at = self.statement(self.statements[refs[0]])
            return kind(at=at, who=who, when=when, why=why, **{field: click.value})  # type: ignore[arg-type]
        if click.do in ("tie denial", "untie denial") and len(refs) == 2 and self.statements.keys() >= set(refs):
            denial, claim = (self.statement(self.statements[r]) for r in refs)
            made = TieDenial if click.do == "tie denial" else UntieDenial
            return made(denial=denial, claim=claim, who=who, when=when, why=why)
        if click.do in OF_STATEMENTS and refs and self.statements.keys() >= set(refs):
            return self.of_statements(click, [self.statements[r] for r in refs], who, why)
        raise CorrectionsError(GONE)

    def added(self, click: Click, document: Document, who: str, why: str) -> Correction:
        """What a report says and was not found there, in the words that were quoted from it."""
        at = self.said(document, click.words)
        source = self.said(document, click.source) if (click.source or "").strip() else None
        if click.do == "add attribution":
            return AddAttribution(content=at, source=source, who=who, when=click.when, why=why)
        if len(click.refs) == 2 and click.refs[1] in self.statements:
            claim = self.statement(self.statements[click.refs[1]])
            return AddDenial(at=at, source=source, claim=claim, who=who, when=click.when, why=why)
        raise CorrectionsError(GONE)

    def said(self, document: Document, words: str | None) -> Anchor:
        """Words that an analyst quotes from a report; the first place where they stand several times."""
        anchor = Anchor(report=document.name, sha256=document.sha256, words=" ".join((words or "").split()) or "?")
        try:
            several = len(places(anchor, [document])) > 1
        except CorrectionLost as lost:
            raise CorrectionsError(str(lost)) from lost
        return msgspec.structs.replace(anchor, occurrence=1) if several else anchor

    def of_statements(self, click: Click, found: list[Statement], who: str, why: str) -> Correction:
        """A correction of statements, of the attribution behind one, or of who is named as its source."""
        when, anchors = click.when, tuple(self.statement(s) for s in found)
        if click.do == "split claim":
            return SplitClaim(statements=anchors, who=who, when=when, why=why)
        if click.do == "merge claims" and len(anchors) > 1:
            return MergeClaims(statements=anchors, who=who, when=when, why=why)
        if click.do == "drop statement" and len(anchors) == 1:
            return DropStatement(at=anchors[0], who=who, when=when, why=why)
        attribution = self.attributions.get(found[0].attribution or "")
        if len(anchors) != 1 or attribution is None:
            raise CorrectionsError(
                "the report says this itself: there is no source to correct; drop the statement instead"
            )
        source = attribution.source
        if click.do == "set source":
            at = self.anchor(attribution.content[0], source.text if source else None)
            named = self.said(self.documents[attribution.document], click.source) if click.source else None
            return SetSource(at=at, source=named, who=who, when=when, why=why)
        if click.do == "split actor" and source is not None:
            name = (click.name or "").strip() or None
            return SplitActor(mentions=(self.anchor(source),), name=name, who=who, when=when, why=why)
        if click.do == "drop attribution":
            at = self.anchor(attribution.content[0], source.text if source else None)
            return DropAttribution(at=at, who=who, when=when, why=why)
        raise CorrectionsError("no words name a source here; set the source, or drop the statement")

    def anchor(self, span: Span, source: str | None = None) -> Anchor:
        """Words of a report, counted where they stand several times."""
        document = self.documents[span.document]
        plain = Anchor(report=document.name, sha256=document.sha256, words=span.text, source=source)
        standing = places(plain, [document])
        starts = [p.start for p in standing]
        if len(standing) == 1 or span.start not in starts:
            return plain
        return msgspec.structs.replace(plain, occurrence=starts.index(span.start) + 1)

    def statement(self, statement: Statement) -> Anchor:
        """The words of a statement, with those of its source."""
        attribution = self.attributions.get(statement.attribution or "")
        source = attribution.source if attribution else None
        return self.anchor(statement.spans[0], source.text if source else None)

    def voice(self, id_: str) -> Anchor:
        """Words behind which a voice stands: a mention of it, else a statement."""
        for span in self.mentions(id_):
            return self.anchor(span)
        for statement in self.statements.values():
            if statement.voice == id_:
                return self.statement(statement)
        raise CorrectionsError(GONE)

    def mention(self, id_: str) -> Anchor:
        """Words that name a voice."""
        for span in self.mentions(id_):
            return self.anchor(span)
        raise CorrectionsError("no report names this voice; choose another correction")

    def mentions(self, id_: str) -> Iterator[Span]:
        """Where a voice is named: as the source of what it says first, else anywhere."""
        actor = self.actors.get(self.voices[id_].actor or "")
        if actor is None:
            return
        sources = {a.source for a in self.attributions.values() if a.actor == actor.id and a.source}
        yield from (m for m in actor.mentions if m in sources)
        yield from actor.mentions


def topic(correction: Correction) -> tuple[object, ...] | None:
    """What a correction decides where only the last word of it can count; `None` where several stand side by side."""
    if isinstance(correction, SetDate | SetOutlet):
        return type(correction), correction.sha256, correction.report
    if isinstance(correction, JoinVoices | SeparateVoices | UntieVoices):
        return "voices", *sorted(correction.voices, key=repr)
    return None
