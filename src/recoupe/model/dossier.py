"""The whole of what is known of a pile of reports."""

from typing import Literal

from msgspec import Struct

from recoupe.model.actors import Actor
from recoupe.model.attributions import Attribution
from recoupe.model.claims import Claim, Thread, Untied, Voice
from recoupe.model.corrections import CorrectionOutcome
from recoupe.model.documents import Document
from recoupe.model.reuse import Reuse, Utterance
from recoupe.model.showing import Shown
from recoupe.model.spans import Span
from recoupe.model.statements import Statement

SCHEMA = 1


class TimelineEntry(Struct, frozen=True):
    """When something happened, or when it was told; ISO 8601 bounds."""

    kind: Literal["happened", "told"]
    not_before: str | None
    not_after: str | None
    claim: str | None
    statement: str | None
    document: str | None
    spans: tuple[Span, ...] = ()


class Note(Struct, frozen=True):
    """Something a reader should know (an alert), with what it speaks of."""

    code: str
    message: str
    refs: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


class Limit(Struct, frozen=True):
    """Something that could not be read or is not known."""

    code: str
    message: str
    document: str | None = None
    spans: tuple[Span, ...] = ()


class SummarySentence(Struct, frozen=True):
    """A sentence made from a template and facts; refs: ids of what it speaks of."""

    text: str
    refs: tuple[str, ...] = ()


class Dossier(Shown, frozen=True):
    """Everything found in a pile of reports: the JSON contract, schema 1."""

    schema: int
    recoupe: str
    options: dict[str, str | int | float | bool | None]
    corrections: tuple[CorrectionOutcome, ...]
    documents: tuple[Document, ...]
    actors: tuple[Actor, ...]
    attributions: tuple[Attribution, ...]
    statements: tuple[Statement, ...]
    voices: tuple[Voice, ...]
    claims: tuple[Claim, ...]
    threads: tuple[Thread, ...]
    utterances: tuple[Utterance, ...]
    reuse: tuple[Reuse, ...]
    timeline: tuple[TimelineEntry, ...]
    notes: tuple[Note, ...]
    limits: tuple[Limit, ...]
    summary: tuple[SummarySentence, ...]
    untied: tuple[Untied, ...] = ()
