"""Attributions measured on marked texts: by construction, kind, language and subject, with the confidence's worth.

`python -m evaluation.attributions` prints the tables for the passages in `passages/` (made up, marked blind to code and
packs) and, where they lie beside the project, for the marked news and PolNeAR. `--errors N` adds the errors of the
passages' development half. The rule of pairing is the annotation guide's: contents with a Jaccard index of at least 0.5.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.scoring import Relation, paired, source_right
from recoupe.attribution.flattening import flattened
from recoupe.ingest import read
from recoupe.model import Attribution, Span
from recoupe.pipeline import attributions_of

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
PASSAGES = HERE / "passages"
BINS = 10
EDGE = " \n\t\"'«»“”‘’\u00a0\u202f.,:;"
INTRODUCING = ("que ", "qu'", "qu’", "that ", "de ", "d'", "d’")


Chosen = Callable[[Sequence[Attribution], str], Sequence[Attribution]]


def every(attributions: Sequence[Attribution], text: str) -> Sequence[Attribution]:
    """All of them."""
    return attributions


@dataclass(frozen=True)
class Marked:
    """Texts by name, their gold relations and the relations predicted in them."""

    texts: Mapping[str, str]
    gold: Sequence[Relation]
    predicted: Sequence[Relation]
    construction: Sequence[str]


def passages(language: str, part: str) -> Marked:
    """The made-up passages of a language; part: `dev`, read while the rules were made, or `test`, never read."""
    folder = PASSAGES / language
    rows = [row for row in lines(folder / "gold.jsonl") if row["part"] == part]
    names = sorted({str(row["doc"]) for row in rows})
    return marked([folder / name for name in names], rows)


def folder_of(folder: Path) -> Marked:
    """Every text of a folder with the relations of its `gold.jsonl`."""
    return marked(sorted(folder.glob("*.txt")), lines(folder / "gold.jsonl"))


def lines(path: Path) -> list[dict[str, object]]:
    """The objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def marked(paths: Sequence[Path], rows: Sequence[Mapping[str, object]], chosen: Chosen = every) -> Marked:
    """Marked texts with what Recoupe finds in them. chosen: which of the attributions of a text count."""
    predicted, texts = [], {}
    for path in paths:
        document = read([str(path)]).documents[0]
        texts[path.name] = document.text
        found = chosen(attributions_of(document, {}).attributions, document.text)
        predicted += [relation_of(path.name, a) for a in found]
    kept = [row for row in rows if Path(str(row["doc"])).name in texts]
    return Marked(texts, [gold_relation(r) for r in kept], predicted, [str(r.get("construction", "")) for r in kept])


def edges(span: object) -> tuple[int, int] | None:
    """A span of the guide's format."""
    return (int(span[0]), int(span[1])) if isinstance(span, list) else None


def gold_relation(row: Mapping[str, object]) -> Relation:
    """A line of the guide's format."""
    content = row["content"]
    assert isinstance(content, list)
    return Relation(
        Path(str(row["doc"])).name,
        edges(row.get("source")),
        tuple((int(s), int(e)) for s, e in content),
        str(row.get("kind") or ""),
        str(row.get("firmness") or ""),
        bool(row.get("optional")),
        edges(row.get("relay")),
    )


def relation_of(name: str, attribution: Attribution) -> Relation:
    """An attribution of Recoupe's."""

    def of(span: Span | None) -> tuple[int, int] | None:
        return (span.start, span.end) if span else None

    return Relation(
        name,
        of(attribution.source),
        tuple((s.start, s.end) for s in attribution.content),
        attribution.kind,
        attribution.firmness,
        False,
        of(attribution.relay),
        attribution.confidence,
    )


@dataclass(frozen=True)
class Ratio:
    """Hits among what was predicted and what was marked."""

    hits: int
    predicted: int
    gold: int

    @property
    def f1(self) -> float:
        """F1 in per cent."""
        return round(200 * self.hits / (self.predicted + self.gold), 1) if self.hits else 0.0

    def __str__(self) -> str:
        precision = 100 * self.hits / self.predicted if self.predicted else 0.0
        recall = 100 * self.hits / self.gold if self.gold else 0.0
        return f"P {precision:5.1f}  R {recall:5.1f}  F1 {self.f1:5.1f}  ({self.hits} of {self.gold})"


@dataclass(frozen=True)
class Measures:
    """What is measured on marked texts; tables count (found, marked), macro F1 stands beside the commonest label's share."""

    content: Ratio
    relation: Ratio
    exact: Ratio
    relay: Ratio
    kind: tuple[float, float]
    firmness: tuple[float, float]
    by_kind: Mapping[str, tuple[int, int]]
    by_construction: Mapping[str, tuple[int, int]]
    auroc: float
    calibration: float


def measure(texts: Marked) -> Measures:
    """All measures; optional gold relations are neither required nor punished."""
    gold, predicted = texts.gold, texts.predicted
    pairs = paired(gold, predicted)
    required = [g for g, r in enumerate(gold) if not r.optional]
    forgiven = {p for g, p in pairs.items() if gold[g].optional}
    right = [g for g in required if g in pairs and source_right(gold[g], predicted[pairs[g]])]
    exact = [g for g in right if to_the_letter(texts.texts[gold[g].document], gold[g], predicted[pairs[g]])]
    relays = [g for g in required if gold[g].relay]
    relayed = [g for g in relays if g in pairs and overlaps(gold[g].relay, predicted[pairs[g]].relay)]
    counted = len(predicted) - len(forgiven)
    matched = [(gold[g], predicted[pairs[g]]) for g in required if g in pairs]
    found = {pairs[g] for g in right}
    judged = [(r.confidence, p in found) for p, r in enumerate(predicted) if p not in forgiven]
    return Measures(
        content=Ratio(len(matched), counted, len(required)),
        relation=Ratio(len(right), counted, len(required)),
        exact=Ratio(len(exact), counted, len(required)),
        relay=Ratio(
            len(relayed), sum(bool(r.relay) for p, r in enumerate(predicted) if p not in forgiven), len(relays)
        ),
        kind=macro_f1([(a.kind, b.kind) for a, b in matched if a.kind]),
        firmness=macro_f1([(a.firmness, b.firmness) for a, b in matched if a.firmness]),
        by_kind=table([gold[g].kind for g in required], [gold[g].kind for g in right]),
        by_construction=table([texts.construction[g] for g in required], [texts.construction[g] for g in right]),
        auroc=area(judged),
        calibration=expected_error(judged),
    )


def table(marked_: Iterable[str], found: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Label -> (found, marked)."""
    all_, hits = Counter(marked_), Counter(found)
    return {label: (hits[label], all_[label]) for label in sorted(all_)}


def overlaps(gold: tuple[int, int] | None, predicted: tuple[int, int] | None) -> bool:
    """Whether at least half of a predicted span lies in the gold one."""
    if gold is None or predicted is None:
        return False
    return 2 * (min(gold[1], predicted[1]) - max(gold[0], predicted[0])) >= predicted[1] - predicted[0]


def trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span without marks, spaces, points and an introducing word at its edges."""
    start, end = span
    previous = -1
    while previous != start:
        previous = start
        while start < end and text[start] in EDGE:
            start += 1
        start += next((len(w) for w in INTRODUCING if text[start:end].lower().startswith(w)), 0)
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def joined(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Trimmed spans in order, touching ones as one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(trimmed(text, s) for s in spans):
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def to_the_letter(text: str, gold: Relation, predicted: Relation) -> bool:
    """Whether content and source are the gold spans, edges trimmed."""
    if joined(text, gold.content) != joined(text, predicted.content):
        return False
    if gold.source is None or predicted.source is None:
        return True
    return trimmed(text, gold.source) == trimmed(text, predicted.source)


def macro_f1(labels: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Mean F1 over the gold labels in per cent, and the share of the commonest one."""
    if not labels:
        return 0.0, 0.0
    gold = Counter(g for g, _ in labels)
    predicted = Counter(p for _, p in labels)
    hits = Counter(g for g, p in labels if g == p)
    mean = sum(2 * hits[label] / (gold[label] + predicted[label]) for label in gold) / len(gold)
    return round(100 * mean, 1), round(100 * max(gold.values()) / len(labels), 1)


def area(judged: Sequence[tuple[float, bool]]) -> float:
    """AUROC: how often a right relation has a higher confidence than a wrong one (ties count half)."""
    right = [c for c, held in judged if held]
    wrong = [c for c, held in judged if not held]
    if not right or not wrong:
        return 0.5
    wins = sum((a > b) + 0.5 * (a == b) for a in right for b in wrong)
    return round(wins / (len(right) * len(wrong)), 3)


def expected_error(judged: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error over ten bins of equal width (Guo et al. 2017)."""
    total = 0.0
    for index in range(BINS):
        inside = [(c, held) for c, held in judged if index / BINS <= c < (index + 1) / BINS or (index == 9 and c == 1)]
        if inside:
            confidence = sum(c for c, _ in inside) / len(inside)
            share = sum(held for _, held in inside) / len(inside)
            total += len(inside) * abs(confidence - share)
    return round(total / len(judged), 3) if judged else 0.0


def shown(name: str, measures: Measures) -> str:
    """The tables of one set."""
    rows = [f"== {name}"]
    rows += [f"  {part:9} {getattr(measures, part)}" for part in ("content", "relation", "exact", "relay")]
    rows.append("  kind      macro F1 {:.1f}, commonest label {:.1f}".format(*measures.kind))
    rows.append("  firmness  macro F1 {:.1f}, commonest label {:.1f}".format(*measures.firmness))
    rows.append(f"  confidence: AUROC {measures.auroc}, calibration error {measures.calibration}")
    for label, counts in (("kind", measures.by_kind), ("construction", measures.by_construction)):
        if any(counts):
            rows.append(f"  found by {label}:")
            rows += [f"    {hits:3} of {all_:3}  {value}" for value, (hits, all_) in counts.items()]
    return "\n".join(rows)


def errors(texts: Marked, count: int) -> list[str]:
    """The first errors of a set, worded for reading."""
    pairs = paired(texts.gold, texts.predicted)
    told = []
    for g, relation in enumerate(texts.gold):
        text = texts.texts[relation.document]
        missed = g not in pairs
        if relation.optional or not (missed or not source_right(relation, texts.predicted[pairs[g]])):
            continue
        words = " ## ".join(text[s:e] for s, e in relation.content)
        source = text[slice(*relation.source)] if relation.source else "-"
        told.append(f"  {'missed' if missed else 'other source'} {relation.document}: {source} | {words}")
    return told[:count]


def polnear_texts() -> tuple[list[Path], list[dict[str, object]]] | None:
    """The texts and gold lines of PolNeAR's development part, where it lies beside the project."""
    tool = SHARED / "tools" / "polnear_gold.py"
    folder = next(iter(sorted((SHARED / "corpora" / "attribution").glob("**/dev"))), None)
    if folder is None or not tool.exists():
        return None
    gold = subprocess.run([sys.executable, tool, folder], check=True, capture_output=True, text=True).stdout
    rows: list[dict[str, object]] = [json.loads(line) for line in gold.splitlines()]
    names = {Path(str(row["doc"])).name for row in rows}
    return [p for p in sorted(folder.glob("*.txt")) if p.name in names], rows


def polnear() -> Marked | None:
    """The development part of PolNeAR; flat, as its guide is."""
    found = polnear_texts()
    return marked(*found, flattened) if found is not None else None


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.attributions", description=__doc__)
    parser.add_argument("--errors", type=int, default=0, help="errors of the development passages to print")
    count = parser.parse_args().errors
    for language in ("fr", "en"):
        for part in ("dev", "test"):
            texts = passages(language, part)
            print(shown(f"passages {language}, {part}", measure(texts)))
            if part == "dev":
                print(*errors(texts, count), sep="\n")
    news = SHARED / "gold" / "fr-news"
    if news.exists():
        print(shown("marked French news", measure(folder_of(news))))
    english = polnear()
    if english is not None:
        print(shown("PolNeAR, development part (flat)", measure(english)))


if __name__ == "__main__":
    main()
