"""`python -m benchmarks.claims [SIZE ...]`: from annotated reports to claims and their origins, stage by stage.

For each size a pile of one affair and one of fifty (`affairs` says how they are made), each in a process of its own.
Annotation, the pipelines' own work, is done by two processes and timed apart; every stage after it is given in CPU
seconds of one process (`each`: attributions and values, which the annotating processes find; `reuse` holds the clauses
that do not go together). `two`: seconds by the clock from annotated reports to the report on two cores, where `reuse`
runs beside `claims`. Growth is the exponent between the smallest and the largest size: 1 is linear.
"""

import math
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

SIZES = (100, 500, 1000)
AFFAIRS = (1, 50)
STAGES = ("each", "actors", "reuse", "claims", "provenance", "report")
CORES = 2
FEW = 6  # reports that load the tables of the languages


@dataclass(frozen=True)
class Run:
    """A pile's figures: CPU seconds by stage, seconds on two cores, of reading and of annotation, megabytes."""

    reports: int
    affairs: int
    seconds: dict[str, float]
    two: float
    ingest: float
    annotation: float
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


def measure(size: int, affairs: int) -> Run:
    """One pile from its files to the report."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), size, affairs)
        start = time.perf_counter()
        reading = read([folder])
        ingest = time.perf_counter() - start
    start = time.perf_counter()
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as pool:
        annotations = list(pool.map(parsed, reading.documents, chunksize=4))
    annotation = time.perf_counter() - start
    work(
        Reading(reading.documents[:FEW], ()),
        memory={d: understood(a) for d, a in zip(reading.documents, annotations[:FEW], strict=False)},
    )
    marks = [("each", time.process_time())]
    memory = {d: understood(a) for d, a in zip(reading.documents, annotations, strict=True)}

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
    return Run(size, affairs, seconds, two, ingest, annotation, len(dossier.statements), len(dossier.claims), peak)


def line(run: Run) -> str:
    """A row of the table."""
    stages = "".join(f"{run.seconds[s]:12.1f}" for s in STAGES)
    return (
        f"{run.affairs:7} {run.reports:7}{stages}{run.total:9.1f} {run.two:7.1f} {run.annotation:10.0f} {run.ingest:6.0f}"
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
    rest = f"{'all':>9} {'two':>7} {'annotation':>10} {'read':>6} {'statements':>10} {'claims':>7} {'MB':>6}"
    print(f"{'affairs':>7} {'reports':>7}{heads}{rest}")
    for affairs in AFFAIRS:
        runs = []
        for size in sizes:
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
                runs.append(one.submit(measure, size, affairs).result())
            print(line(runs[-1]), flush=True)
        if len(runs) > 1:
            print(growth(runs[0], runs[-1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
