"""`python -m benchmarks.claims [SIZE ...]`: from annotated reports to claims and their origins, stage by stage.

For each size a pile of one affair and one of fifty (`affairs` says how they are made), each in a process of its own; a
smaller pile is the first reports of the largest, which is annotated once. Annotation, the pipelines' own work, is done by
two processes and not timed; every stage after it is given in CPU seconds of one process (`each`: attributions and values,
which the annotating processes find; `reuse` holds the clauses that do not go together). `two`: seconds by the clock from
annotated reports to the report on two cores, where a second process makes a part of the statements and then does `reuse`
beside `claims`. Growth is the exponent between a size and the next: 1 is linear.
"""

import math
import pickle
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

from benchmarks.affairs import write
from recoupe.ingest import Reading, read
from recoupe.linguistics import annotate
from recoupe.linguistics.annotation import Annotated as Parsed
from recoupe.model import Document
from recoupe.pipeline import understood, work
from recoupe.report import render

SIZES = (500, 1000, 2500)
AFFAIRS = (1, 50)
STAGES = ("each", "actors", "reuse", "claims", "provenance", "report")
CORES = 2
PIECE = 100  # annotated reports that are kept in one file
FEW = 6  # reports that load the tables of the languages


@dataclass(frozen=True)
class Run:
    """A pile's figures: CPU seconds by stage, seconds on two cores, megabytes."""

    reports: int
    affairs: int
    seconds: dict[str, float]
    two: float
    statements: int
    claims: int
    memory: int

    @property
    def total(self) -> float:
        """All stages after annotation."""
        return sum(self.seconds.values())


def parsed(document: Document) -> Parsed:
    """A report as the pipelines read it."""
    return annotate(document, {})


def annotated(size: int, affairs: int, kept: Path) -> None:
    """Write and annotate the largest pile, and keep it in pieces, as a smaller pile needs the first ones alone."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), size, affairs)
        documents = read([folder]).documents
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as pool:
        for start in range(0, size, PIECE):
            some = documents[start : start + PIECE]
            piece = [(d, a) for d, a in zip(some, pool.map(parsed, some, chunksize=4), strict=True)]
            (kept / f"{affairs}-{start:05}.pickle").write_bytes(pickle.dumps(piece))


def measure(size: int, affairs: int, kept: Path) -> Run:
    """One pile from its annotated reports to the report."""
    files = [kept / f"{affairs}-{start:05}.pickle" for start in range(0, size, PIECE)]
    pairs = [pair for file in files for pair in pickle.loads(file.read_bytes())][:size]
    reading = Reading(tuple(d for d, _ in pairs), ())
    annotations = [a for _, a in pairs]
    del pairs
    work(
        Reading(reading.documents[:FEW], ()),
        memory={d: understood(a) for d, a in zip(reading.documents, annotations[:FEW], strict=False)},
    )
    marks = [("each", time.process_time())]
    memory = {d: understood(a) for d, a in zip(reading.documents, annotations, strict=True)}
    del annotations

    def watch(stage: str, done: int, total: int) -> None:
        """Note when a stage begins."""
        if marks[-1][0] != stage:
            marks.append((stage, time.process_time()))

    dossier = work(reading, progress=watch, memory=memory).dossier
    marks.append(("report", time.process_time()))
    render(dossier, "json", "en")
    marks.append(("", time.process_time()))
    start = time.perf_counter()
    work(reading, workers=CORES, memory=memory)
    two = time.perf_counter() - start
    seconds = dict.fromkeys(STAGES, 0.0)
    for (stage, begin), (_, end) in pairwise(marks):
        seconds[stage] += end - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Run(size, affairs, seconds, two, len(dossier.statements), len(dossier.claims), peak)


def line(run: Run) -> str:
    """A row of the table."""
    stages = "".join(f"{run.seconds[s]:12.1f}" for s in STAGES)
    return (
        f"{run.affairs:7} {run.reports:7}{stages}{run.total:9.1f} {run.two:7.1f}"
        f" {run.statements:10} {run.claims:7} {run.memory:6}"
    )


def exponent(first: float, second: float, sizes: tuple[int, int]) -> str:
    """How a figure grows with the size of the pile."""
    if min(first, second) <= 0:
        return "-"
    return f"{math.log(second / first) / math.log(sizes[1] / sizes[0]):.2f}"


def growth(few: Run, many: Run) -> str:
    """The exponents of every stage and of the whole."""
    sizes = few.reports, many.reports
    stages = "".join(f"{exponent(few.seconds[s], many.seconds[s], sizes):>12}" for s in STAGES)
    return f"{few.affairs:7} {'growth':>7}{stages}{exponent(few.total, many.total, sizes):>9}"


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    sizes = [int(a) for a in arguments] or SIZES
    heads = "".join(f"{s:>12}" for s in STAGES)
    rest = f"{'all':>9} {'two':>7} {'statements':>10} {'claims':>7} {'MB':>6}"
    print(f"{'affairs':>7} {'reports':>7}{heads}{rest}")
    for affairs in AFFAIRS:
        runs: list[Run] = []
        with tempfile.TemporaryDirectory() as kept:
            annotated(max(sizes), affairs, Path(kept))
            for size in sizes:
                with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
                    runs.append(one.submit(measure, size, affairs, Path(kept)).result())
                print(line(runs[-1]), flush=True)
                if len(runs) > 1:
                    print(growth(*runs[-2:]), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
