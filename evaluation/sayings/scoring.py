"""What the program reads of the passages, against what their writers say of them."""

import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from evaluation.planted.scoring import lies_over, touches, way
from evaluation.planted.writing import Place
from recoupe.model import Actor, Attribution, Dossier, Span, Statement
from recoupe.pipeline import analyse

HERE = Path(__file__).parent
Half = Literal["read", "unread"]
HALVES: tuple[Half, ...] = ("read", "unread")
Part = Literal["first", "second"]
# of a language, in the order in which they were written
FILES: dict[Part, str] = {
    "first": "{}.toml",
    "second": "{}_second.toml",
}
OF_EACH = 40  # passages of a kind, in order
KINDS = (
    "somebody says it", "an anonymous voice", "to or through an outlet", "an outlet alone", "denials",
    "refusals and suppositions", "nobody says so",
)  # fmt: skip
STANCES = {"affirms": "affirms", "denies": "denies"}
AHEAD = {"planned", "imminent"}


@dataclass(frozen=True)
class Judged:
    """A passage, the place of its kind in `KINDS`, and the first thing that is read wrong; `None` for nothing."""

    kind: int
    text: str
    fault: str | None


@dataclass(frozen=True)
class Passage:
    """A passage with the places of its event, of who says it and of the outlet (`None` where the writer names none)."""

    kind: int
    text: str
    stance: str
    event: Place
    voice: Place | None
    outlet: Place | None


def passages(language: str, part: Part, half: Half) -> dict[str, Passage]:
    """The passages of one half of a part by the name of the report that they are written to."""
    items = tomllib.loads((HERE / FILES[part].format(language)).read_text(encoding="utf-8"))["s"]
    return {
        f"{k:04}.txt": passage(k // OF_EACH, item) for k, item in enumerate(items) if (k % 2 == 0) == (half == "read")
    }


def passage(kind: int, item: Mapping[str, str]) -> Passage:
    """A passage as its writer has it; each field stands once in its text."""
    text = item["text"]

    def place(words: str) -> Place | None:
        return (text.index(words), text.index(words) + len(words)) if words else None

    event = place(item["event"])
    assert event is not None, text
    return Passage(kind, text, item["stance"], event, place(item["voice"]), place(item["outlet"]))


def score(language: str, part: Part, half: Half) -> list[Judged]:
    """Every passage of one half of a part, read as a report of its own."""
    chosen = passages(language, part, half)
    with tempfile.TemporaryDirectory() as folder:
        for name, own in chosen.items():
            (Path(folder) / name).write_text(own.text, encoding="utf-8")
        dossier = analyse([folder])
    ids = {d.name: d.id for d in dossier.documents}
    return [Judged(own.kind, own.text, fault(dossier, ids[name], own)) for name, own in chosen.items()]


def fault(dossier: Dossier, document: str, own: Passage) -> str | None:
    """The first thing that is read wrong of a passage."""
    over = [s for s in dossier.statements if s.document == document and lies_over(s.spans, own.event)]
    if own.stance in {"declines", "supposes"}:
        inside = [s for s in over if within(s.event.predicate, own.event)]
        return "affirmed" if any(happened(s) for s in inside) else None
    if not over:
        return "no statement"
    negative = own.stance == "affirms" and any(s.polarity == "negative" for s in over)  # what is affirmed is a negation
    stance = "denies" if own.stance == "denies" else "affirms"
    right = [s for s in over if s.stance == stance or (negative and s.stance == "denies")]
    right = [s for s in right if s.realis == "actual" or stance == "denies"]
    if not right:
        return f"{over[0].stance}, {over[0].realis}"
    faults = [misattributed(dossier, s, own) for s in right]
    return None if None in faults else min(f for f in faults if f is not None)


def happened(statement: Statement) -> bool:
    """Whether a statement says that an event was."""
    return statement.stance == "affirms" and statement.realis == "actual" and statement.phase not in AHEAD


def within(span: Span, place: Place) -> bool:
    """Whether a span lies in a place."""
    return place[0] <= span.start and span.end <= place[1]


def misattributed(dossier: Dossier, statement: Statement, own: Passage) -> str | None:
    """Whether a statement goes back to another source, or lacks its relay."""
    attributions = {a.id: a for a in dossier.attributions}
    sources = way(attributions.get(statement.attribution or ""), attributions)
    speaker = own.voice or own.outlet
    if speaker is None:
        return "source" if sources else None
    actors = {a.id: a for a in dossier.actors}
    if not sources or not names(sources[0], speaker, dossier.attributions, actors):
        return "source"
    relayed = own.voice is None or own.outlet is None or any(touches(s, own.outlet) for s in sources[1:])
    return None if relayed else "relay"


def names(source: Span, place: Place, attributions: Sequence[Attribution], actors: Mapping[str, Actor]) -> bool:
    """Whether a source stands at a place, or is the actor named there (`elle` for a name before)."""
    if touches(source, place):
        return True
    own = {a.actor for a in attributions if a.source == source and a.actor is not None}
    return any(touches(m, place) for key in own for m in actors[key].mentions if m.document == source.document)
