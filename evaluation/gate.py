"""The quality gate: what Recoupe reaches today against the floors that it once reached.

`python -m evaluation.gate` measures, prints each figure beside its floor and fails where one lies below. Floors stand in
`floors.json` as lists, oldest first; one that is lowered must say why in the same entry, so that none moves down unnoticed.
Figures that need the marked texts beside the project are skipped, with a word, where those are absent.
"""

import json
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from evaluation.affairs import AFFAIRS
from evaluation.attributions import folder_of, measure, passages, polnear
from evaluation.demo.compare import AFFAIR, Comparison, truth
from evaluation.joins import found_of
from evaluation.rewriting import OWN, measured, sets
from recoupe.linguistics.loading import load
from recoupe.pipeline import analyse
from training.convert import load as treebanks
from training.evaluate import evaluate

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
FLOORS = HERE / "floors.json"
Figures = dict[str, float]


def demo() -> Figures:
    """The made-up affair: answers found, relation F1 of its attributions."""
    comparison = Comparison(analyse([str(AFFAIR)]), truth())
    found = [held for _, held in comparison.answers_found()]
    return {
        "demo.answers_found": float(sum(found)),
        "demo.attributions_relation_f1": comparison.attribution_score().f1,
    }


def marked_passages() -> Figures:
    """The made-up passages, marked blind: both halves in both languages."""
    found: Figures = {}
    for language in ("fr", "en"):
        for part in ("dev", "test"):
            measures = measure(passages(language, part))
            name = f"passages.{language}.{part}"
            found |= {f"{name}.relation_f1": measures.relation.f1, f"{name}.exact_f1": measures.exact.f1}
    return found


def affairs() -> Figures:
    """The made-up affairs: pairs of statements of one claim."""
    return {f"affairs.{affair}.pairs_f1": found_of(affair).pairs.f1 for affair in AFFAIRS}


def rewritten() -> Figures:
    """What was made of made-up passages, the half that was not read: how many sentences are tied to their originals."""
    kinds = measured(list(sets("unread")))
    found = {
        f"rewritten.{name}.sentences": kinds[name].recall for name in ("edited", "light_paraphrase", "translation")
    }
    return found | {"rewritten.traps_left_alone": float(sum(kinds[n].total - kinds[n].tied for n in OWN))}


def news() -> Figures:
    """Marked French news beside the project."""
    folder = SHARED / "gold" / "fr-news"
    if not folder.exists():
        return {}
    measures = measure(folder_of(folder))
    return {
        "news.attributions_relation_f1": measures.relation.f1,
        "news.attributions_content_f1": measures.content.f1,
        "news.attributions_exact_f1": measures.exact.f1,
    }


def polnear_news() -> Figures:
    """English news marked by another guide, beside the project."""
    marked = polnear()
    if marked is None:
        return {}
    measures = measure(marked)
    return {
        "polnear.attributions_relation_f1": measures.relation.f1,
        "polnear.attributions_content_f1": measures.content.f1,
        "polnear.confidence_auroc": measures.auroc,
    }


def pipelines() -> Figures:
    """The shipped pipelines on the dev parts of the treebanks beside the project: raw text, CoNLL-2018 measures."""
    corpora = SHARED / "corpora" / "ud"
    found: Figures = {}
    for language in ("fr", "en") if corpora.exists() else ():
        _, dev = treebanks(corpora, language)
        scores = evaluate(load(language), dev)
        found |= {f"pipelines.{language}.{name}": scores[name] for name in ("LAS", "UPOS", "sentences")}
    return found


PARTS: tuple[Callable[[], Figures], ...] = (demo, affairs, rewritten, marked_passages, news, polnear_news, pipelines)


def floors() -> tuple[Figures, list[str]]:
    """The floor in force for each figure, and what is wrong with the history of floors."""
    history = json.loads(FLOORS.read_text(encoding="utf-8"))
    wrong, now = [], {}
    for name, entries in history.items():
        for before, after in pairwise(entries):
            if after["floor"] < before["floor"] and not after.get("why"):
                wrong.append(f"{name}: lowered from {before['floor']} to {after['floor']} without a reason")
        now[name] = float(entries[-1]["floor"])
    return now, wrong


def main() -> int:
    """Print the figures; 1 where one lies below its floor."""
    required, wrong = floors()
    measured: Figures = {}
    for part in PARTS:
        measured |= part()
    for name, floor in required.items():
        if name not in measured:
            print(f"  skipped  {name} (floor {floor}): its texts are not here")
            continue
        held = measured[name] >= floor
        print(f"  {'ok' if held else 'BELOW':7}  {name}: {measured[name]} (floor {floor})")
        if not held:
            wrong.append(f"{name}: {measured[name]} lies below its floor {floor}")
    for name in sorted(measured.keys() - required.keys()):
        wrong.append(f"{name}: {measured[name]} has no floor; add one to {FLOORS.name}")
    for message in wrong:
        print(f"quality gate: {message}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
