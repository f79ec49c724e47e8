"""Tellings of one event and of others that only resemble it, written blind for this: what weights are learnt from.

Each item has five tellings of one event (`same`) and three of other events (`other`), in French and English; people,
places and bodies are invented. No report stands around them, so that nothing is learnt of reports from them.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from recoupe.claims.grouping import phased, stands
from recoupe.claims.happenings import Telling, Tellings
from recoupe.claims.resemblance import own_amounts
from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.pipeline import work

HERE = Path(__file__).parent
BY_ITSELF = "a telling by itself"  # takes up what the missing report would add; it is learnt, and not shipped


@dataclass(frozen=True)
class Pair:
    """Two tellings with their evidence, and whether they tell one event."""

    amounts: dict[str, float]
    one: bool


def pairs() -> Iterator[Pair]:
    """The pairs of tellings of every item."""
    for file in sorted(HERE.glob("*.toml")):
        for item in tomllib.loads(file.read_text(encoding="utf-8"))["item"]:
            same, other = item["same"], item["other"]
            told = statements([*same, *other])
            own = [told[k] for k in range(len(same)) if k in told]
            others = [told[k] for k in range(len(same), len(same) + len(other)) if k in told]
            for a, b in combinations(own, 2):
                yield Pair(by_themselves(a, b), True)
            for a, b in product(own, others):
                yield Pair(by_themselves(a, b), False)


def statements(told: list[str]) -> dict[int, Telling]:
    """The longest affirmed statement of each telling, by its place; none of a telling that was not read so."""
    raw = [Raw(f"{k}.txt", line.partition(": ")[2].encode("utf-8")) for k, line in enumerate(told)]
    worked = work(read_files(raw))
    place = {d.id: int(d.name.removesuffix(".txt")) for d in worked.dossier.documents}
    items = sorted(worked.drafted, key=lambda d: d.statement.id)
    tellings = Tellings(items, phased(items, worked.roots))
    found: dict[int, tuple[int, Telling]] = {}
    for i, drafted in enumerate(items):
        length = sum(s.end - s.start for s in drafted.statement.spans)
        k = place[drafted.statement.document]
        if stands(drafted) and length > found.get(k, (0, None))[0]:
            found[k] = length, tellings.of(i)
    return {k: telling for k, (_, telling) in found.items()}


def by_themselves(a: Telling, b: Telling) -> dict[str, float]:
    """The evidence of two tellings, without what reports around them would tell."""
    return {**own_amounts(a, b), BY_ITSELF: 1.0}
