"""What the page and the Markdown show, as plain structures; `arranging` fills them from a dossier."""

from msgspec import Struct

from recoupe.report.picture import Picture
from recoupe.report.segments import Segment


class Link(Struct, frozen=True):
    """Words of a report, the anchor at which the reader shows them, the report's label and its language."""

    anchor: str
    text: str
    report: str
    language: str


class Part(Struct, frozen=True):
    """A stretch of one of our sentences; anchor: where its figure or words lead."""

    text: str
    anchor: str | None = None
    quoted: bool = False


class Ref(Struct, frozen=True):
    """A report or a voice by its name; anchor: its place on the page; full: its longer name."""

    text: str
    anchor: str | None
    full: str


class ChainStep(Struct, frozen=True):
    """One link of a chain as it is printed. anchor: its passage, else its report; words: those that show the link."""

    name: str
    role: str
    basis: str
    anchor: str | None
    words: str


class StatementView(Struct, frozen=True):
    """One statement: its words, where, how firmly, through whom. degree: the contract's firmness; firmness: its word."""

    id: str
    links: tuple[Link, ...]
    voice: Ref
    report: Ref
    firmness: str
    degree: str
    voice_firmness: str
    report_firmness: str
    phase: str
    extent: str
    chain: tuple[ChainStep, ...]
    triggers: tuple[Link, ...]


class RelationView(Struct, frozen=True):
    """A tie between two voices with its ground."""

    a: Ref
    b: Ref
    relation: str
    ground: str
    links: tuple[Link, ...]


class DenialView(Struct, frozen=True):
    """Who says otherwise, in which reports, and which leave it out."""

    anchor: str
    voice: Ref
    statements: tuple[StatementView, ...]
    reports: tuple[Ref, ...]
    missing: tuple[Ref, ...]


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
    """A claim's card. count, origins, independence: the range in words."""

    id: str
    headline: Link
    reports: tuple[Ref, ...]
    count: str
    origins: str
    independence: str
    established: bool
    exact: bool
    phase: str
    groups_max: tuple[tuple[Ref, ...], ...]
    groups_min: tuple[tuple[Ref, ...], ...]
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


class ThreadView(Struct, frozen=True):
    """Claims that lead to one another, first told first: each with the reports that have it at that point."""

    steps: tuple[tuple[str, Link, str, tuple[Ref, ...]], ...]


class VoiceView(Struct, frozen=True):
    """Who stands behind statements. described: the wording of an anonymous voice; kind: the word for its sort."""

    anchor: str
    name: str
    kind: str
    described: tuple[Link, ...]
    headcount: str
    institution: str
    first_hand: Link | None
    statements: tuple[Link, ...]


class DocumentView(Struct, frozen=True):
    """A report with its metadata and its text cut into marked segments."""

    anchor: str
    name: str
    label: str
    title: str
    code: str
    language: str
    words: int
    complete: bool
    outlet: str
    outlet_basis: str
    date: str
    date_basis: str
    agencies: tuple[str, ...]
    byline: tuple[str, ...]
    own_text: str
    sha256: str
    segments: tuple[Segment, ...]


class CellView(Struct, frozen=True):
    """What one report says of one claim; denied: it carries a denial as well."""

    kind: str
    denied: bool
    link: Link | None


class UtteranceView(Struct, frozen=True):
    """One saying in its wordings, with what differs between them."""

    relation: str
    verbatim: bool
    actor: str
    members: tuple[tuple[Link, ...], ...]
    differences: tuple[tuple[str, tuple[Link, ...]], ...]


class ReuseView(Struct, frozen=True):
    """A shared passage; each member with what is known of where it comes from."""

    kind: str
    members: tuple[tuple[Link, str], ...]


class NoteView(Struct, frozen=True):
    """A note or limit with its passages."""

    message: str
    links: tuple[Link, ...]


class CorrectionView(Struct, frozen=True):
    """What became of a correction."""

    id: str
    outcome: str
    reason: str
    origin: str  # who, when, why


class View(Struct, frozen=True):
    """All that the page shows. lead: sentences made of parts."""

    lead: tuple[tuple[Part, ...], ...]
    claims: tuple[ClaimView, ...]
    single: tuple[ClaimView, ...]
    threads: tuple[ThreadView, ...]
    voices: tuple[VoiceView, ...]
    documents: tuple[DocumentView, ...]
    matrix: tuple[tuple[Ref, str, tuple[CellView, ...]], ...]
    utterances: tuple[UtteranceView, ...]
    reuse: tuple[ReuseView, ...]
    notes: tuple[NoteView, ...]
    limits: tuple[NoteView, ...]
    corrections: tuple[CorrectionView, ...]
    version: str
    schema: int
    options: tuple[tuple[str, str], ...]
    command: str
