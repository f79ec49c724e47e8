"""What newsrooms make of a passage: copies, rewordings and translations told from reports of their own.

`python -m evaluation.rewriting` reads each made-up passage of `evaluation/rewritten` beside each of its versions
as two reports, and then all of them as one pile. It prints how many versions of each kind are tied to the passage, and
precision and recall of the tied sentences. The sets with odd numbers were read while the rules were made; the others were
not: of these nothing is printed but figures.
"""

import sys
import tomllib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal

from recoupe.linguistics import Annotation, annotate
from recoupe.model import Document, Reuse
from recoupe.reuse import compare

SETS = Path(__file__).parent / "rewritten"
DERIVED = ("edited", "light_paraphrase", "paraphrase", "translation")
OWN = ("other_report", "other_event")
Part = Literal["read", "unread"]
Link = tuple[int, int]  # sentence of the passage, sentence of the version, from 0


@dataclass(frozen=True)
class Text:
    """Sentences that make one report."""

    name: str
    language: str
    sentences: tuple[str, ...]

    @cached_property
    def annotation(self) -> Annotation:
        """The report as it is read."""
        text = " ".join(self.sentences)
        return annotate(Document(self.name, self.name, "", text, True, self.language), {}).annotation

    def at(self, start: int, end: int) -> set[int]:
        """The sentences that lie in [start, end) by half at least, or hold all of it."""
        starts = list(accumulate((len(s) + 1 for s in self.sentences), initial=0))[:-1]
        low, high = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        found = set()
        for k in range(low, high + 1):
            size = len(self.sentences[k])
            covered = min(end, starts[k] + size) - max(start, starts[k])
            if 2 * covered >= size or 2 * covered >= end - start:
                found.add(k)
        return found


@dataclass(frozen=True)
class Version:
    """What was made of a passage, or is its trap. links: which of its sentences was made from which."""

    kind: str
    text: Text
    links: frozenset[Link]


@dataclass(frozen=True)
class Rewritten:
    """A passage with its versions."""

    base: Text
    versions: tuple[Version, ...]


def sets(part: Part, folder: Path = SETS) -> Iterator[Rewritten]:
    """The sets of one half, in order of their names."""
    for path in sorted(folder.glob("*/*.toml")):
        if (int(path.name.partition("-")[0]) % 2 == 1) == (part == "read"):
            yield rewritten(f"{path.parent.name}/{path.stem}", tomllib.loads(path.read_text(encoding="utf-8")))


def rewritten(name: str, values: dict[str, Any]) -> Rewritten:
    """One set, as it stands in its file."""
    base = Text(f"{name}/base", values["base_language"], tuple(values["base"]))
    versions = []
    for version in values["version"]:
        sentences = version["sentences"]
        text = Text(f"{name}/{version['kind']}", version["language"], tuple(s["text"] for s in sentences))
        links = frozenset((k - 1, at) for at, s in enumerate(sentences) for k in s["from"])
        versions.append(Version(version["kind"], text, links))
    return Rewritten(base, tuple(versions))


def linked(base: Text, version: Text, reuse: Sequence[Reuse]) -> set[Link]:
    """The sentences of two texts that one family holds."""
    links = set()
    for family in reuse:
        ours = {k for m in family.members if m.span.document == base.name for k in base.at(m.span.start, m.span.end)}
        theirs = {
            k for m in family.members if m.span.document == version.name for k in version.at(m.span.start, m.span.end)
        }
        if family.kind in {"copy", "near_copy"} and len(ours) > 1:
            links |= in_step(ours, theirs)
        else:
            links |= {(a, b) for a in ours for b in theirs}
    return links


def in_step(ours: set[int], theirs: set[int]) -> set[Link]:
    """The sentences of one passage of several sentences, the first with the first and so on as far as they go."""
    return set(zip(sorted(ours), sorted(theirs), strict=False))


@dataclass(frozen=True)
class Kind:
    """The versions of one kind: how many there are, how many are tied to their passage, and the links of sentences."""

    total: int
    tied: int
    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Of the sentences that are tied, in per cent."""
        return round(100 * self.right / self.found, 1) if self.found else 0.0

    @property
    def recall(self) -> float:
        """Of the sentences that were made from one another, in per cent."""
        return round(100 * self.right / self.wanted, 1) if self.wanted else 0.0


def measured(chosen: Sequence[Rewritten]) -> dict[str, Kind]:
    """What is found of each kind of version, each beside its passage alone."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in (*DERIVED, *OWN)}
    for own in chosen:
        for version in own.versions:
            reuse = compare([own.base.annotation, version.text.annotation], [], [], {}, {}).reuse
            links = linked(own.base, version.text, reuse)
            counts[version.kind].update(
                total=1, tied=bool(reuse), right=len(links & version.links), found=len(links), wanted=len(version.links)
            )
    return {
        kind: Kind(**{k: c[k] for k in ("total", "tied", "right", "found", "wanted")}) for kind, c in counts.items()
    }


def main() -> int:
    """Print the tables."""
    parts: tuple[Part, ...] = ("read", "unread")
    for part in parts:
        chosen = list(sets(part))
        print(f"{part} half: {len(chosen)} passages")
        for name, kind in measured(chosen).items():
            print(f"  {name:17} tied to the passage {kind.tied:3} of {kind.total:3}", end="")
            if name in DERIVED:
                print(f"   sentences: precision {kind.precision:5.1f}  recall {kind.recall:5.1f}", end="")
            print()
        print(f"  as one pile: {wrong_ties(chosen)}")
    return 0


def wrong_ties(chosen: Sequence[Rewritten]) -> str:
    """How many pairs of reports are tied in a pile of all texts, and how many of them have nothing to do with each other."""
    texts = {t.name: t for own in chosen for t in (own.base, *(v.text for v in own.versions))}
    reuse = compare([t.annotation for t in texts.values()], [], [], {}, {}).reuse
    pairs = {
        tuple(sorted((a.span.document, b.span.document)))
        for family in reuse
        for a in family.members
        for b in family.members
        if a.span.document != b.span.document
    }
    wrong = [p for p in pairs if not one_root(*p)]
    return f"{len(pairs)} pairs tied, {len(wrong)} of them wrongly"


def one_root(one: str, other: str) -> bool:
    """Whether two texts go back to one passage."""
    same = one.rpartition("/")[0] == other.rpartition("/")[0]
    return same and not any(name.rpartition("/")[2] in OWN for name in (one, other))


if __name__ == "__main__":
    sys.exit(main())
