"""What a pile holds, as facts: its reports, the sentences planted in each, and who has what from whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evaluation.planted.world import Event, Outlet, Voice

Construction = Literal[
    "unsourced", "headline", "according_to", "indirect", "direct", "nominal", "told_outlet", "outlet_alone",
    "outlet_unnamed", "denial", "refusal", "hypothetical",
]  # fmt: skip
Kind = Literal["original", "copy", "edited copy", "partial copy", "translation", "paraphrase"]
AFFIRMING = {
    "unsourced", "headline", "according_to", "indirect", "direct", "nominal", "told_outlet", "outlet_alone",
    "outlet_unnamed",
}  # fmt: skip


@dataclass(frozen=True)
class Mention:
    """A planted sentence: a claim told, denied, declined or supposed.

    index: the template of its construction. voice: who speaks, `None` where nobody is named. outlet: the outlet that
    passes it on. short: whether the voice is taken up by its surname. copied: the report and place of the sentence that
    it is copied or translated from.
    """

    claim: str
    construction: Construction
    index: int
    voice: Voice | None = None
    outlet: Outlet | None = None
    short: bool = False
    copied: tuple[int, int] | None = None

    @property
    def affirms(self) -> bool:
        """Whether it says that the event was."""
        return self.construction in AFFIRMING


@dataclass(frozen=True)
class Filler:
    """A sentence of background."""

    index: int


@dataclass(frozen=True)
class Affiliation:
    """A sentence that says for which body somebody speaks."""

    voice: Voice
    body: Voice
    index: int


Item = Mention | Filler | Affiliation


@dataclass(frozen=True)
class Report:
    """A report. day: of the year 2025, from 1. source: the report that it copies, translates or rewords. credit: the
    template of the line that says so. paragraphs: its sentences in order; headline: `None` where its title says nothing."""

    number: int
    language: str
    outlet: Outlet
    day: int
    kind: Kind
    source: int | None
    credit: int | None
    title: int
    line: int
    headline: Mention | None
    paragraphs: tuple[tuple[Item, ...], ...]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The planted sentences, the headline first."""
        found = [self.headline] if self.headline is not None else []
        return (*found, *(item for p in self.paragraphs for item in p if isinstance(item, Mention)))


@dataclass(frozen=True)
class Pile:
    """A pile of reports and the events that it tells."""

    seed: str
    reports: tuple[Report, ...]
    events: dict[str, Event]

    def told(self, claim: str) -> Iterator[tuple[Report, int, Mention]]:
        """The sentences that speak of a claim, with their report and place."""
        for report in self.reports:
            for place, mention in enumerate(report.mentions):
                if mention.claim == claim:
                    yield report, place, mention
