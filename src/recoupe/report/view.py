"""What the page and the Markdown show, as plain structures; `arranging` fills them from a dossier."""

from msgspec import Struct

from recoupe.report.picture import Picture
from recoupe.report.segments import Segment


class Link(Struct, frozen=True):
    """Words of a report, the anchor at which the reader shows them, the report's label and its language.

    before, after: the rest of their sentence, where they are too few to be understood by themselves.
    """

    anchor: str
    text: str
    report: str
    language: str
    before: str = ""
    after: str = ""


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
    """One statement: its words, where, how firmly, through whom. degree: the contract's firmness; firmness: its word.

    counted: False where its voice is not given and the report gives another one, so that it is no origin.
    """

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
    counted: bool
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
    """Who says otherwise, in which reports, and which leave it out. several: its statements are of several voices."""

    anchor: str
    voice: Ref
    statements: tuple[StatementView, ...]
    several: bool
    reports: tuple[Ref, ...]
    missing: tuple[Ref, ...]


class DenierView(Struct, frozen=True):
    """Who says otherwise, voices of one root body as one. anchor: the first denial; missing: reports without any of them."""

    name: str
    anchor: str
    missing: tuple[Ref, ...]


class FirmnessView(Struct, frozen=True):
    """How firmly some reports state a claim (`flat`, `both`, `hedged`); each is counted once and leads to its passage."""

    degree: str
    firmness: str
    count: str
    reports: tuple[Ref, ...]


class ChangeView(Struct, frozen=True):
    """A step in how a claim is told. kind: the contract's word; lost: it is here that its report loses the conditional.

    denied: what comes after it is what is denied from then on.
    """

    kind: str
    change: str
    report: Ref | None
    date: str
    before: Link | None
    after: Link | None
    links: tuple[Link, ...]
    lost: bool
    denied: bool


class SlotView(Struct, frozen=True):
    """Figures, dates or wordings of one sort, each with its passages. differs: the reports do not agree on it.

    unit: what all its figures are of; empty where they differ in that, so that each has its own.
    """

    slot: str
    unit: str
    differs: bool
    values: tuple[tuple[str, tuple[Link, ...]], ...]


class EvidenceView(Struct, frozen=True):
    """A link that grouped two statements: its score and named parts."""

    a: Link
    b: Link
    score: float
    parts: tuple[tuple[str, float], ...]


class WordingView(Struct, frozen=True):
    """A name under which reports tell of a voice. heads: how many persons it is, in words, or empty."""

    voice: Ref
    heads: str
    reports: tuple[Ref, ...]


class NoteView(Struct, frozen=True):
    """A note or limit with its passages. claims: id, number and headline of those that it is about.

    pairs: where it stands for several notes that each set passages side by side, those of each.
    """

    message: str
    links: tuple[Link, ...]
    claims: tuple[tuple[str, int, Link], ...] = ()
    pairs: tuple[tuple[Link, ...], ...] = ()


class UntiedView(Struct, frozen=True):
    """A denial (denies) or refusal that answers no claim: who says it, what it is, its words. statement: its id, or empty."""

    voice: str
    stance: str
    denies: bool
    links: tuple[Link, ...]
    report: Ref
    statement: str


class SayingView(Struct, frozen=True):
    """What somebody is said to say that no claim holds: who, the words, the report."""

    voice: str
    links: tuple[Link, ...]
    report: Ref


class ClaimView(Struct, frozen=True):
    """A claim's card. number: by which explanations know it; count, origins, independence: the range in words.

    independence: empty where there is one origin, of which nothing can be independent. loose: whether some of its voices
    are neither tied nor set apart.

    taken_back: the changes by which somebody corrects or withdraws it. relations, evidence: ties enough to see what joins
    what; relations_left, evidence_left: how many more the JSON has.
    """

    id: str
    number: int
    headline: Link
    reports: tuple[Ref, ...]
    count: str
    origins: str
    independence: str
    established: bool
    exact: bool
    phase: str
    groups_max: tuple[tuple[WordingView, ...], ...]
    groups_min: tuple[tuple[WordingView, ...], ...]
    relations: tuple[RelationView, ...]
    relations_left: int
    loose: bool
    alerts: tuple[NoteView, ...]
    firmness: tuple[FirmnessView, ...]
    changes: tuple[ChangeView, ...]
    taken_back: tuple[ChangeView, ...]
    statements: tuple[StatementView, ...]
    denials: tuple[DenialView, ...]
    deniers: tuple[DenierView, ...]
    undenied: tuple[Ref, ...]
    unsourced: tuple[Ref, ...]
    refusals: tuple[StatementView, ...]
    hypothetical: tuple[StatementView, ...]
    unfilled: tuple[str, ...]
    slots: tuple[SlotView, ...]
    evidence: tuple[EvidenceView, ...]
    evidence_left: int
    siblings: tuple[tuple[str, Link], ...]
    picture: Picture

    @property
    def range(self) -> str:
        """Origins and their independence in one."""
        return ", ".join(filter(None, (self.origins, self.independence)))


class ThreadView(Struct, frozen=True):
    """Claims that lead to one another, from planned to done, then first told first: each with the reports that have it."""

    steps: tuple[tuple[str, Link, str, tuple[Ref, ...]], ...]


class VoiceView(Struct, frozen=True):
    """Who stands behind statements. described: the wordings of an anonymous voice; kind: the word for its sort.

    statements: report by report, those that lie inside another one left out.
    """

    anchor: str
    name: str
    kind: str
    described: tuple[Link, ...]
    headcount: str
    institution: str
    first_hand: Link | None
    statements: tuple[Link, ...]


class Tick(Struct, frozen=True):
    """A day, month or year of the timeline in words."""

    x: int
    label: str


class LaneMark(Struct, frozen=True):
    """A mark on a lane from x to end (equal for one day), centred at y."""

    kind: str
    sign: str
    x: int
    end: int
    y: int
    anchor: str
    full: str


class Lane(Struct, frozen=True):
    """A claim's lane. labels: height and words of each row; undated: reports that have no place on it."""

    claim: str
    headline: Link
    marks: tuple[LaneMark, ...]
    labels: tuple[tuple[int, str], ...]
    undated: tuple[Ref, ...]
    height: int


class Timeline(Struct, frozen=True):
    """Lanes over the same days; width in pixels. days: where each stands; ticks: their words, where there is room.

    kinds: those that its marks have, with their signs.
    """

    lanes: tuple[Lane, ...]
    days: tuple[int, ...]
    ticks: tuple[Tick, ...]
    width: int
    kinds: tuple[tuple[str, str], ...]


class Stretch(Struct, frozen=True):
    """Words of two wordings: of `both`, only `here`, only `there`."""

    kind: str
    text: str


class Comparison(Struct, frozen=True):
    """A passage of a report beside that of another. detail: where it comes from; differences: their kinds, in words."""

    anchor: str
    number: int
    kind: str
    detail: str
    differences: tuple[str, ...]
    here: tuple[Link, ...]
    there: tuple[Link, ...]
    other: Ref
    stretches: tuple[Stretch, ...]


class DocumentView(Struct, frozen=True):
    """A report with its metadata and its text cut into marked segments. corrects: words by which it corrects what was told."""

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
    corrects: tuple[Link, ...]
    sha256: str
    segments: tuple[Segment, ...]
    comparisons: tuple[Comparison, ...]


class SourceView(Struct, frozen=True):
    """A report whose passages another has, and whether that one says so."""

    report: Ref
    link: Link
    credited: str


class RowView(Struct, frozen=True):
    """What one report says of the leading claims, its own share of its text and whom it copies."""

    report: Ref
    date: str
    own_text: str
    copied: tuple[SourceView, ...]
    cells: tuple["CellView", ...]


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


class DoubtView(Struct, frozen=True):
    """An attribution that is hardly more likely than not. confidence: in words."""

    source: Link | None
    content: Link
    confidence: str


class RateView(Struct, frozen=True):
    """Measured error rates of one language, in words. kinds: a kind of attribution with those missed."""

    language: str
    over: str
    missed: str
    unfounded: str
    firmness: str
    kinds: tuple[tuple[str, str], ...]


class UnknownView(Struct, frozen=True):
    """What is uncertain. spread: reports whose date has bounds only; doubts: how many attributions are doubtful."""

    undated: tuple[Ref, ...]
    spread: tuple[tuple[Ref, str], ...]
    doubtful: tuple[DoubtView, ...]
    doubts: int
    weakest: tuple[EvidenceView, ...]
    rates: tuple[RateView, ...]


class CorrectionView(Struct, frozen=True):
    """What became of a correction."""

    id: str
    outcome: str
    reason: str
    origin: str  # who, when, why


class View(Struct, frozen=True):
    """All that the page shows. lead: sentences made of parts.

    claims: those with a card; single: those that one voice makes in one report; passing, passing_single: the like of those
    that reports only take up by nouns.
    """

    lead: tuple[tuple[Part, ...], ...]
    claims: tuple[ClaimView, ...]
    single: tuple[ClaimView, ...]
    passing: tuple[ClaimView, ...]
    passing_single: tuple[ClaimView, ...]
    threads: tuple[ThreadView, ...]
    voices: tuple[VoiceView, ...]
    documents: tuple[DocumentView, ...]
    columns: tuple[ClaimView, ...]
    matrix: tuple[RowView, ...]
    timeline: Timeline | None
    utterances: tuple[UtteranceView, ...]
    reuse: tuple[ReuseView, ...]
    notes: tuple[NoteView, ...]
    untied: tuple[UntiedView, ...]
    unclaimed: tuple[SayingView, ...]
    limits: tuple[NoteView, ...]
    unknowns: UnknownView
    corrections: tuple[CorrectionView, ...]
    version: str
    schema: int
    options: tuple[tuple[str, str], ...]
    command: str

    @property
    def all_claims(self) -> tuple[ClaimView, ...]:
        """Every claim, in the order of the numbers."""
        return (*self.claims, *self.single, *self.passing, *self.passing_single)
