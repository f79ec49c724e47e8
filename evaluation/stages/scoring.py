"""What the program reads of the passages, against what their writer says of them."""

import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from evaluation.planted.scoring import lies_over
from evaluation.planted.writing import Place
from evaluation.sayings.scoring import within
from recoupe.model import Statement
from recoupe.pipeline import analyse

HERE = Path(__file__).parent
Half = Literal["read", "unread"]
HALVES: tuple[Half, ...] = ("read", "unread")
NOT_TOLD = "not told"
LATER = {"planned", "imminent"}


@dataclass(frozen=True)
class Judged:
    """A passage with its stage and reserve as written and as read: `None` where no statement lies over its event."""

    text: str
    event: str
    stage: str
    read_stage: str | None
    reserve: str
    read_reserve: str | None

    @property
    def right(self) -> bool:
        """Whether its stage is read as written; what is soon is planned too."""
        if self.stage in LATER and self.read_stage in LATER:
            return True
        return self.stage == self.read_stage or (self.stage == NOT_TOLD and self.read_stage is None)


def score(language: str, half: Half) -> list[Judged]:
    """Every passage of one half, read as a report of its own; those whose event the program does not find included."""
    items = tomllib.loads((HERE / f"{language}.toml").read_text(encoding="utf-8"))["s"]
    chosen = {f"{n:04}.txt": item for n, item in enumerate(items) if n % 2 == HALVES.index(half)}
    with tempfile.TemporaryDirectory() as folder:
        for name, item in chosen.items():
            (Path(folder) / name).write_text(item["text"], encoding="utf-8")
        dossier = analyse([folder])
    ids = {d.name: d.id for d in dossier.documents}
    judged = []
    for name, item in chosen.items():
        start = item["text"].index(item["event"])
        place = (start, start + len(item["event"]))
        own = [s for s in dossier.statements if s.document == ids[name]]
        over = sorted(
            (s for s in own if tells(s, place)), key=lambda s: (not lies_over(s.spans, place), s.spans[0].start)
        )
        reads = [(stage_of(s), s.stance if s.stance == "denies" else s.firmness) for s in over]
        best = next((r for r in reads if r[0] == item["phase"]), reads[0] if reads else (None, None))
        reserve = "denied" if best[1] in {"denies", "denial"} else best[1]
        judged.append(Judged(item["text"], item["event"], item["phase"], best[0], item["reserve"], reserve))
    return judged


def tells(statement: Statement, place: Place) -> bool:
    """Whether the word that tells a statement's event lies in a place."""
    return within(statement.event.predicate, place)


def stage_of(statement: Statement) -> str:
    """The stage that a statement is read to be at; what is only supposed, or denied by the report itself, is not told.

    What somebody denies is at the stage that they deny.
    """
    negated = statement.stance != "affirms" and statement.polarity == "negative" and statement.attribution is None
    if statement.realis != "actual" or negated:
        return NOT_TOLD
    return statement.phase
