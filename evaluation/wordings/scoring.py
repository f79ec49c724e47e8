"""Each event as a pile of its own: which of its wordings meet in a claim, and which other events are taken for it."""

import tempfile
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Literal

from recoupe.model import Dossier
from recoupe.pipeline import analyse

HERE = Path(__file__).parent
Half = Literal["read", "unread"]
HALVES: tuple[Half, ...] = ("read", "unread")


@dataclass(frozen=True)
class Event:
    """An event: its wordings, and sentences that tell another one, each with its language."""

    topic: str
    wordings: tuple[tuple[str, str], ...]
    others: tuple[str, ...]


@dataclass
class Met:
    """How many pairs of wordings meet, by their languages; how many sentences of other events are kept apart; the worst.

    apart: for each event the wordings of which no other is in their claim; taken: other events in a claim of wordings.
    """

    pairs: Counter[tuple[str, bool]] = field(default_factory=Counter)
    others: Counter[bool] = field(default_factory=Counter)
    apart: list[tuple[str, list[str]]] = field(default_factory=list)
    taken: list[tuple[str, str]] = field(default_factory=list)


def events(half: Half) -> list[Event]:
    """The events of one half: the even ones are read by developers, the odd ones are not."""
    found = tomllib.loads((HERE / "events.toml").read_text(encoding="utf-8"))["event"]
    return [
        Event(e["topic"], tuple((code, words) for code in ("fr", "en") for words in e[code]), tuple(e["other"]))
        for n, e in enumerate(found)
        if n % 2 == HALVES.index(half)
    ]


def score(event: Event) -> Met:
    """What is found of one event, each of its sentences a report of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for n, words in enumerate((*(w for _, w in event.wordings), *event.others)):
            (Path(folder) / f"{n:02}.txt").write_text(words, encoding="utf-8")
        dossier = analyse([folder])
    held = claims_of(dossier)
    met = Met()
    count = len(event.wordings)
    for (i, (code, _)), (j, (other, _)) in combinations(enumerate(event.wordings), 2):
        met.pairs["-".join(sorted({code, other})), bool(held.get(i, set()) & held.get(j, set()))] += 1
    shared = [
        {c for c in held.get(i, set()) if any(c in held.get(j, set()) for j in range(count) if j != i)}
        for i in range(count)
    ]
    alone = [event.wordings[i][1] for i in range(count) if not shared[i]]
    if alone:
        met.apart.append((event.topic, alone))
    of_wordings = set().union(*shared)
    for n, words in enumerate(event.others, count):
        taken = bool(held.get(n, set()) & of_wordings)
        met.others[not taken] += 1
        if taken:
            met.taken.append((event.topic, words))
    return met


def claims_of(dossier: Dossier) -> dict[int, set[str]]:
    """The claims that each report has a part in, by its number."""
    number = {d.id: int(Path(d.name).stem) for d in dossier.documents}
    reports = {s.id: number[s.document] for s in dossier.statements}
    found: dict[int, set[str]] = {}
    for claim in dossier.claims:
        for statement in claim.statements:
            found.setdefault(reports[statement], set()).add(claim.id)
    return found
