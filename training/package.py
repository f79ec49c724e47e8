"""Assemble a trained pipeline for shipping: rules for boundaries, lemma tables, no word list; score it."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

import recoupe.pipelines  # noqa: F401  (registers tokenizer and components)
from recoupe.pipelines.lemmatizer import TableLemmatizer
from training.cases import score_cases
from training.convert import Sentence, load
from training.evaluate import evaluate
from training.lemmas import build_tables


def assemble(trained: Path, sentences: Iterable[Sentence], language: str, *, senter: bool) -> Language:
    """The trained weights with the untrained components. Without `senter` the parser alone cuts sentences."""
    nlp = spacy.load(trained)
    if not senter:
        nlp.remove_pipe("senter")
    nlp.add_pipe("recoupe_boundaries", before="senter" if senter else "parser")
    component = nlp.add_pipe("recoupe_lemmatizer")
    assert isinstance(component, TableLemmatizer)
    component.from_bytes(TableLemmatizer(nlp.vocab, build_tables(sentences, language)).to_bytes())
    nlp.meta.update(
        {
            "name": "recoupe",
            "version": "1.0.0",
            "description": "Tagger, lemmatizer, parser and sentence boundaries with Universal Dependencies labels",
            "author": "Recoupe",
            "license": "CC BY-SA 4.0",
            "performance": {},
        }
    )
    return nlp


def write(nlp: Language, folder: Path) -> None:
    """Write beside `folder`, then rename, so that a reader never sees half a pipeline. The word list is not written."""
    fresh = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh, exclude=["vocab"])
    for name in ("README.md", "scores.json"):
        if (folder / name).exists():
            shutil.copy(folder / name, fresh / name)
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def speed(nlp: Language, sentences: list[Sentence], *, words: int = 20_000) -> dict[str, float]:
    """Words a second on one text after another, whole pipeline; with one thread, the figure of one core."""
    texts: list[str] = []
    total = 0
    for start in range(0, len(sentences), 20):
        texts.append("".join(s.text for s in sentences[start : start + 20]))
        total += sum(len(s.tokens) for s in sentences[start : start + 20])
        if total >= words:
            break
    nlp(texts[0])
    started = time.perf_counter()
    for text in texts:
        nlp(text)
    return {"words_per_second": round(total / (time.perf_counter() - started))}


def size(folder: Path) -> float:
    """Megabytes on disk."""
    return round(sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6, 1)


def _is_news(sentence: Sentence) -> bool:
    return sentence.document.startswith(("annodis", "weblog-")) or sentence.treebank in {"gum-news", "ewt-weblog"}


def scores(nlp: Language, dev: list[Sentence], folder: Path, log: Path) -> dict[str, Any]:
    """All that the model card prints."""
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    cases = score_cases(nlp)
    return {
        "dev": evaluate(nlp, dev),
        "news": evaluate(nlp, [s for s in dev if _is_news(s)]),
        "dev_words": sum(len(s.tokens) for s in dev),
        "dev_sentences": len(dev),
        "cases": {
            "sentences": f"{cases.sentences_passed}/{cases.sentences}",
            "incises": f"{cases.incises_passed}/{cases.incises}",
            "failed": list(cases.failed),
        },
        "speed": speed(nlp, dev),
        "megabytes": size(folder),
        "settings": lines[0]["settings"],
        "steps_run": lines[-1]["step"],
        "components": nlp.pipe_names,
    }


def package(trained: Path, corpora: Path, folder: Path, language: str, *, senter: bool) -> dict[str, Any]:
    """Assemble, write and score; the scores are left in `scores.json` beside the pipeline."""
    training, dev = load(corpora, language)
    write(assemble(trained, training, language, senter=senter), folder)
    result = scores(spacy.load(folder), dev, folder, trained.with_suffix(".jsonl"))
    (folder / "scores.json").write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return result
