"""Settings of the runs: one frozen record, and the two that made the shipped pipelines."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Settings:
    """What a run depends on besides the treebanks.

    `steps` is the length of the schedule of rates and batch sizes, `stop` the step after which the run ends (all
    steps if 0). `refine` steps follow from the best weights at a low rate, with more reporting clauses. `words` is the
    size of a batch at the start and from the middle of the schedule on, in words.
    """

    language: str
    steps: int
    stop: int = 0
    refine: int = 0
    width: int = 96
    depth: int = 4
    rows: list[int] = field(default_factory=lambda: [6000, 1500, 4000, 2000, 10, 10])
    hidden: int = 64
    extra: bool = True
    speech: float = 0.3  # share of the speech texts seen in each pass
    words: tuple[int, int] = (200, 1000)
    rate: tuple[float, float] = (0.0015, 0.0002)
    refine_rate: tuple[float, float] = (0.0005, 0.0001)
    dropout: float = 0.1
    augment: bool = True
    seed: int = 1
    every: int = 150  # steps between evaluations
    refine_every: int = 50


SHIPPED = {
    "fr": Settings(
        "fr",
        steps=3600,
        stop=2850,
        refine=300,
        width=128,
        words=(300, 800),
        rate=(0.002, 0.0001),
        speech=0.5,
        refine_every=100,
    ),
    "en": Settings(
        "en",
        steps=4000,
        stop=3000,
        refine=300,
        width=128,
        words=(300, 800),
        rate=(0.002, 0.0001),
        speech=0.7,
        refine_every=100,
    ),
}
