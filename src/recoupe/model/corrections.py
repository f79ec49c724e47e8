"""What a user corrects, as written down in a file, and what became of it.

Every correction is anchored by words of the reports, never by ids alone, so that it can be replayed after the reports
have been analysed anew. Each kind is a structure of its own; its tag is what the file has under `do`.
"""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from recoupe.model.spans import Span

Words = Annotated[str, Meta(min_length=1, pattern=r"\S")]
Digest = Annotated[str, Meta(pattern="^[0-9a-f]{8,64}$")]


class Anchor(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of a report, quoted exactly (line breaks and the form of apostrophes do not matter).

    report: the report's name as the analysis prints it, or the end of it after a `/`; sha256: the hash of its bytes or
    the first 8 and more digits of it. One of the two is needed; with both, the hash decides and the name stands in for
    it where the report has changed since. occurrence: which one, counted from 1, where the words stand several times.
    source: words of the source, where attributions of several sources lie over the same words.
    """

    report: Words | None = None
    sha256: Digest | None = None
    words: Words
    occurrence: Annotated[int, Meta(ge=1)] | None = None
    source: Words | None = None


Two = Annotated[tuple[Anchor, ...], Meta(min_length=2, max_length=2)]
Several = Annotated[tuple[Anchor, ...], Meta(min_length=2)]
Some = Annotated[tuple[Anchor, ...], Meta(min_length=1)]


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do"):
    """What every correction carries: who made it, when and why; id: a name of its own, else made of its content."""

    id: Words | None = None
    who: Words
    when: date
    why: Words


class SetDate(Entry, frozen=True, kw_only=True, tag="set date"):
    """The bounds of a report's date; without either bound the date is not known."""

    report: Words | None = None
    sha256: Digest | None = None
    not_before: date | None = None
    not_after: date | None = None


class SetOutlet(Entry, frozen=True, kw_only=True, tag="set outlet"):
    """The outlet that published a report, by its name; without it the outlet is not known."""

    report: Words | None = None
    sha256: Digest | None = None
    outlet: Words | None = None


class DropAttribution(Entry, frozen=True, kw_only=True, tag="drop attribution"):
    """The attribution at these words (of its content, cue or source) is none."""

    at: Anchor


class SplitActor(Entry, frozen=True, kw_only=True, tag="split actor"):
    """The mentions at these words are of another actor than its other mentions. name: what to call it."""

    mentions: Some
    name: Words | None = None


class MergeActors(Entry, frozen=True, kw_only=True, tag="merge actors"):
    """The actors named at these words are one. name: what to call it."""

    actors: Several
    name: Words | None = None


class DropStatement(Entry, frozen=True, kw_only=True, tag="drop statement"):
    """Nothing is stated at these words, or not what was understood."""

    at: Anchor


class SplitClaim(Entry, frozen=True, kw_only=True, tag="split claim"):
    """The statements at these words say something else than the others of their claim: a claim of their own."""

    statements: Some


class MergeClaims(Entry, frozen=True, kw_only=True, tag="merge claims"):
    """The statements at these words say the same: their claims are one."""

    statements: Several


class JoinVoices(Entry, frozen=True, kw_only=True, tag="join voices"):
    """The voices behind these words are the same origin, wherever both stand behind one claim."""

    voices: Two


class SeparateVoices(Entry, frozen=True, kw_only=True, tag="separate voices"):
    """The voices behind these words are not the same origin, wherever both stand behind one claim."""

    voices: Two


class UntieVoices(Entry, frozen=True, kw_only=True, tag="untie voices"):
    """What was found to tie or to separate the voices behind these words does neither: they may be the same."""

    voices: Two


class AddAttribution(Entry, frozen=True, kw_only=True, tag="add attribution"):
    """Somebody is cited at these words, where nothing was found. content: what is ascribed; source: the words that say
    to whom, in the same report (without: the report does not say); cue: the words that ascribe; relay: those of an
    outlet or of whom the source is cited by. firmness: how firmly it is told.
    """

    content: Anchor
    source: Anchor | None = None
    cue: Anchor | None = None
    relay: Anchor | None = None
    firmness: Literal["flat", "hedged", "denial", "refusal"] = "flat"


class AddDenial(Entry, frozen=True, kw_only=True, tag="add denial"):
    """These words deny a claim: `at`, with whom they are of (`source`) in the same report, and words that affirm it."""

    at: Anchor
    claim: Anchor
    source: Anchor | None = None
    extent: Literal["full", "part"] = "full"


class TieDenial(Entry, frozen=True, kw_only=True, tag="tie denial"):
    """The denial at these words answers the claim at those."""

    denial: Anchor
    claim: Anchor
    extent: Literal["full", "part"] = "full"


class UntieDenial(Entry, frozen=True, kw_only=True, tag="untie denial"):
    """The denial at these words does not answer the claim at those."""

    denial: Anchor
    claim: Anchor


class SetSource(Entry, frozen=True, kw_only=True, tag="set source"):
    """Who is cited at these words: the source's words in the same report; without them the report does not say."""

    at: Anchor
    source: Anchor | None = None


class SetStance(Entry, frozen=True, kw_only=True, tag="set stance"):
    """What the statement at these words does: it affirms, denies or declines."""

    at: Anchor
    stance: Literal["affirms", "denies", "refuses"]


class SetFirmness(Entry, frozen=True, kw_only=True, tag="set firmness"):
    """How the statement at these words is told: without reserve, or with."""

    at: Anchor
    firmness: Literal["flat", "hedged"]


class SetRealis(Entry, frozen=True, kw_only=True, tag="set realis"):
    """Whether the statement at these words tells of something, or only supposes it."""

    at: Anchor
    realis: Literal["actual", "hypothetical"]


Correction = (
    SetDate
    | SetOutlet
    | DropAttribution
    | SplitActor
    | MergeActors
    | DropStatement
    | SplitClaim
    | MergeClaims
    | JoinVoices
    | SeparateVoices
    | UntieVoices
    | AddAttribution
    | AddDenial
    | TieDenial
    | UntieDenial
    | SetSource
    | SetStance
    | SetFirmness
    | SetRealis
)


class CorrectionsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A corrections file, schema 1: TOML (`[[corrections]]`) or JSON. The order of the entries says nothing."""

    corrections: tuple[Correction, ...]
    schema: Literal[1] = 1


class Corrections(Struct, frozen=True):
    """Corrections to replay, each with an id of its own, and the name of the file that they were read from."""

    entries: tuple[Correction, ...] = ()
    name: str | None = None


class Ruling(Struct, frozen=True):
    """What a correction says of two voices (a < b) wherever both stand behind one claim; spans: the words it quotes."""

    a: str
    b: str
    relation: Literal["same", "apart", "may be same"]
    ground: str
    spans: tuple[Span, ...] = ()


class CorrectionOutcome(Struct, frozen=True):
    """A correction that was asked for; applied or not, and why. do, who, when (ISO 8601), why: as its entry has them."""

    id: str
    applied: bool
    reason: str
    do: str | None = None
    who: str | None = None
    when: str | None = None
    why: str | None = None
