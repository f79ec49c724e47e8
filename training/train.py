"""Train one pipeline: fixed seed, fixed number of steps, the averaged weights with the best score on dev kept."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import Adam, fix_random_seed

import recoupe.pipelines  # noqa: F401  (registers the tokenizer)
from training.augment import vary
from training.config import pipeline_config
from training.convert import Sentence, load
from training.documents import example
from training.evaluate import evaluate
from training.settings import Settings

SPEECH = {"rhapsodie-dev", "rhapsodie-train", "parisstories-dev", "parisstories-train", "gum-conversation", "gum-vlog"}


def groups(sentences: list[Sentence], rng: random.Random, speech: float) -> Iterator[list[Sentence]]:
    """Texts of 1 to 10 consecutive sentences of a document, in random order, cut anew at each call."""
    runs: list[list[Sentence]] = []
    for (treebank, _), group in groupby(sentences, key=lambda s: (s.treebank, s.document)):
        run = list(group)
        if treebank == "fqb" or (treebank == "pud"):
            rng.shuffle(run)
        index = 0
        while index < len(run):
            size = rng.choice([1, 2, 3, 4, 5, 6, 8, 10])
            if treebank not in SPEECH or rng.random() < speech:
                runs.append(run[index : index + size])
            index += size
    rng.shuffle(runs)
    yield from runs


def stream(
    sentences: list[Sentence], settings: Settings, rng: random.Random, *, clauses: bool = False
) -> Iterator[list[Sentence]]:
    """Endless texts, varied anew in each pass."""
    while True:
        for run in groups(sentences, rng, settings.speech):
            yield vary(run, settings.language, rng, clauses=clauses) if settings.augment else run


def schedule(settings: Settings, step: int) -> tuple[float, float]:
    """Rate and batch size in words at a step."""
    progress = step / settings.steps
    low, high = settings.words
    first, last = settings.rate
    return min(1.0, step / 100) * (first + (last - first) * progress), low * (high / low) ** min(1.0, 2 * progress)


def refine_schedule(settings: Settings, step: int) -> tuple[float, float]:
    """The same for the steps that refine."""
    first, last = settings.refine_rate
    return min(1.0, step / 20) * (first + (last - first) * step / settings.refine), settings.words[1]


@dataclass
class Run:
    """Some steps on one pipeline; keeps the best averaged weights in `output` and adds to the log beside it."""

    nlp: Language
    texts: Iterator[list[Sentence]]
    dev: list[Sentence]
    settings: Settings
    output: Path
    best: float = -1.0

    def steps(
        self, number: int, plan: Callable[[Settings, int], tuple[float, float]], *, every: int, first: int = 0
    ) -> None:
        """Train `number` steps, scored at each `every`; the log numbers them from `first`."""
        settings, nlp = self.settings, self.nlp
        optimizer = Adam(settings.rate[0], L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
        started = time.monotonic()
        for step in range(1, number + 1):
            optimizer.learn_rate, size = plan(settings, step)
            batch, words = [], 0
            while words < size:
                batch.append(example(nlp, next(self.texts)))
                words += len(batch[-1].reference)
            losses: dict[str, float] = {}
            nlp.update(batch, drop=settings.dropout, sgd=optimizer, losses=losses)
            if step % every == 0 or step == number:
                with nlp.use_params(optimizer.averages):
                    self.keep_best(first + step, round(time.monotonic() - started), losses)

    def keep_best(self, step: int, seconds: int, losses: dict[str, float]) -> None:
        """Score on dev, log, and write the pipeline if it is the best so far."""
        scores = evaluate(self.nlp, self.dev)
        rounded = {name: round(float(loss), 1) for name, loss in losses.items()}
        with self.output.with_suffix(".jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps({"step": step, "seconds": seconds, **scores, "losses": rounded}) + "\n")
        total = scores["LAS"] + 0.3 * scores["sentences"] + 0.5 * scores["UPOS"]
        if total > self.best:
            self.best = total
            self.nlp.to_disk(self.output)


def train(settings: Settings, corpora: Path, output: Path) -> None:
    """Train, write the best pipeline to `output` and a log of the evaluations to `output`.jsonl."""
    fix_random_seed(settings.seed)
    rng = random.Random(settings.seed)
    training, dev = load(corpora, settings.language)
    config = pipeline_config(
        settings.language,
        width=settings.width,
        depth=settings.depth,
        rows=settings.rows,
        hidden=settings.hidden,
        extra=settings.extra,
    )
    nlp = spacy.util.load_model_from_config(config, auto_fill=True, validate=True)
    nlp.initialize(lambda: [example(nlp, [s]) for s in training])
    output.parent.mkdir(parents=True, exist_ok=True)
    output.with_suffix(".jsonl").write_text(json.dumps({"settings": asdict(settings)}) + "\n")
    run = Run(nlp, stream(training, settings, rng), dev, settings, output)
    run.steps(settings.stop or settings.steps, schedule, every=settings.every)
    if settings.refine:
        refine(settings, corpora, output, output)


def refine(settings: Settings, corpora: Path, source: Path, output: Path) -> None:
    """Go on from the pipeline in `source`; the best of these steps replaces it in `output`."""
    fix_random_seed(settings.seed)
    training, dev = load(corpora, settings.language)
    nlp = spacy.load(source)
    texts = stream(training, settings, random.Random(settings.seed + 1), clauses=True)
    run = Run(nlp, texts, dev, settings, output)
    first = settings.stop or settings.steps
    run.steps(settings.refine, refine_schedule, every=settings.refine_every, first=first)
