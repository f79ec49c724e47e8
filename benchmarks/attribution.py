"""`python -m benchmarks.attribution`: words a second of tagging and parsing alone, and with the attributions.

The texts are the made-up passages of `evaluation/`, each read by itself. The peer is spaCy's own pipeline in the same run.
"""

import time
from pathlib import Path

from evaluation.attributions import PASSAGES
from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.linguistics.loading import load
from recoupe.model import Document

ROUNDS = 3


def seconds(language: str, folder: Path) -> tuple[int, float, float, float]:
    """Words of a language's passages; CPU seconds of the bare pipeline, of our annotation, of the attributions."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]
    documents = [Document(f"{i}", f"{i}", "", t, True, "und") for i, t in enumerate(texts)]
    pipeline = load(language)
    for document in documents[:2]:
        extract(annotate(document, {}).annotation)
    start = time.process_time()
    for _ in range(ROUNDS):
        for text in texts:
            pipeline(text)
    bare = time.process_time()
    annotations = [annotate(d, {}).annotation for _ in range(ROUNDS) for d in documents]
    annotated = time.process_time()
    for annotation in annotations:
        extract(annotation)
    done = time.process_time()
    return ROUNDS * sum(len(t.split()) for t in texts), bare - start, annotated - bare, done - annotated


def main() -> None:
    """Print the figures of both languages."""
    for language in ("fr", "en"):
        words, bare, annotated, extracted = seconds(language, PASSAGES / language)
        print(
            f"{language}: spaCy pipeline {words / bare:,.0f} words/s; with paragraphs and languages {words / annotated:,.0f};"
            f" attributions add {extracted / annotated:.0%}; together {words / (annotated + extracted):,.0f} words/s"
        )


if __name__ == "__main__":
    main()
