"""What the page's script is told: progress, reports, corrections, notes, grades; and what there is to correct."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from recoupe.dossier import Store
from recoupe.dossier.grades import Warned, contradictions
from recoupe.dossier.store import GRADE, Entry, StoredReport
from recoupe.dossier.subjects import Subjects
from recoupe.model import Dossier
from recoupe.report.messages import Messages
from recoupe.report.wording import visible
from recoupe.web.analyst import Progress

STANDING = 400  # characters of a label


class EntryState(Struct, frozen=True):
    """A note or grade. at: the subject's id in the present result, `None` where its words are no longer there."""

    kind: str
    ref: str
    at: str | None
    field: str
    version: int
    value: str
    label: str


class CorrectionState(Struct, frozen=True):
    """A correction in words. outcome: what became of it in the present result, empty where it was not replayed yet."""

    number: int
    text: str
    undone: bool
    outcome: str


class State(Struct, frozen=True):
    """All that changes while a page is open. result: the name of what the present result was made from."""

    revision: int
    result: str
    progress: Progress
    stage: str
    reports: tuple[StoredReport, ...]
    corrections: tuple[CorrectionState, ...]
    entries: tuple[EntryState, ...]
    warnings: tuple[tuple[str, str], ...]


class VoiceState(Struct, frozen=True):
    """A voice by its name; statements: ids."""

    name: str
    given: bool
    statements: tuple[str, ...]


class ClaimState(Struct, frozen=True):
    """A claim by its headline, with the voices behind it."""

    headline: str
    statements: tuple[str, ...]
    voices: tuple[str, ...]


class StatementState(Struct, frozen=True):
    """A statement by its words, and what it does."""

    words: str
    voice: str
    report: str
    attributed: bool
    stance: str
    firmness: str
    realis: str


class ReportState(Struct, frozen=True):
    """A report as the result has it. anchor: its place on the page."""

    id: str
    anchor: str
    name: str
    not_before: str | None
    not_after: str | None
    outlet: str | None


class SubjectsState(Struct, frozen=True):
    """What there is to write about and to correct in the present result."""

    result: str
    claims: dict[str, ClaimState]
    voices: dict[str, VoiceState]
    statements: dict[str, StatementState]
    reports: tuple[ReportState, ...]


def state_of(
    store: Store,
    dossier: Dossier | None,
    result: str | None,
    progress: Progress,
    told: Sequence[CorrectionState],
    say: Messages,
) -> State:
    """The present state, in the language of the messages."""
    entries = placed(store.entries(), dossier)
    return State(
        store.revision(),
        result or "",
        msgspec.structs.replace(progress, error=visible(say.translated(progress.error))),
        say.label("stage", progress.stage),
        tuple(msgspec.structs.replace(r, name=visible(r.name)) for r in store.reports()),
        tuple(told),
        entries,
        tuple((w.ref, warning(w, dossier, say)) for w in warned(entries, dossier)) if dossier else (),
    )


def placed(entries: Sequence[Entry], dossier: Dossier | None) -> tuple[EntryState, ...]:
    """Notes and grades at the subjects that they belong to now."""
    subjects = Subjects(dossier) if dossier and entries else None
    found = []
    for e in entries:
        now = subjects.now(e.kind, e.ref, e.places) if subjects else None
        at = now.ref if now else None
        found.append(EntryState(e.kind, e.ref, at, e.field, e.version, e.value, shortened(e.label)))
    return tuple(found)


def warned(entries: Sequence[EntryState], dossier: Dossier | None) -> tuple[Warned, ...]:
    """Grades that contradict what the chains show."""
    if dossier is None:
        return ()
    grades = [e for e in entries if e.field == GRADE and e.value and e.at is not None]
    voices = {e.at: e.value for e in grades if e.kind == "voice" and e.at}
    claims = {e.at: e.value for e in grades if e.kind == "claim" and e.at}
    return contradictions(dossier, voices, claims)


def warning(found: Warned, dossier: Dossier | None, say: Messages) -> str:
    """A warning in words."""
    names = voice_names(dossier, say) if dossier else {}
    others = say("list.next").join(names[v] for v in found.others if v in names)
    return say(f"warning.{found.code}", grade=found.grade, others=others)


def voice_names(dossier: Dossier, say: Messages) -> dict[str, str]:
    """Each voice's name."""
    actors = {a.id: visible(a.name) for a in dossier.actors}
    return {v.id: actors.get(v.actor or "", say("voice.not_given")) for v in dossier.voices}


def subjects_state(dossier: Dossier, result: str, say: Messages) -> SubjectsState:
    """Everything that can be pointed at."""
    names = voice_names(dossier, say)
    actors = {a.id: visible(a.name) for a in dossier.actors}
    own: dict[str, list[str]] = {}
    for statement in dossier.statements:
        own.setdefault(statement.voice, []).append(statement.id)
    return SubjectsState(
        result,
        {
            c.id: ClaimState(
                shortened(c.headline.text),
                (*c.statements, *(s for d in c.denials for s in d.statements), *c.refusals, *c.hypothetical),
                c.origins.voices,
            )
            for c in dossier.claims
        },
        {v.id: VoiceState(names[v.id], v.given, tuple(own.get(v.id, ()))) for v in dossier.voices},
        {
            s.id: StatementState(
                shortened(s.spans[0].text),
                s.voice,
                s.document,
                s.attribution is not None,
                s.stance,
                s.firmness,
                s.realis,
            )
            for s in dossier.statements
        },
        tuple(
            ReportState(
                d.id,
                f"d{i}",
                visible(d.name),
                d.published.not_before if d.published else None,
                d.published.not_after if d.published else None,
                actors.get(d.outlet.actor, visible(d.outlet.actor)) if d.outlet else None,
            )
            for i, d in enumerate(dossier.documents, 1)
        ),
    )


def shortened(text: str) -> str:
    """A label on one line."""
    shown = visible(text)
    return shown if len(shown) <= STANDING else shown[: STANDING - 1].rstrip() + "…"
