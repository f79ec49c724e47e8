"""Logistic regression whose weights keep the sign that their names ask for."""

from collections.abc import Collection, Sequence

import numpy
from numpy.typing import NDArray

STEPS, RATE, PENALTY = 4000, 0.5, 2.0
Array = NDArray[numpy.float64]


def fit(
    x: Array, y: Array, share: Array, names: Sequence[str], speak_for: Collection[str], against: Collection[str]
) -> Array:
    """The base and the weights of names, by projected gradient with momentum (Beck, Teboulle 2009).

    x: rows of amounts, the first column is the base and has no penalty; y: 1 where a row is true; share: how much each row
    counts; speak_for, against: names whose weights are never below, never above nought.
    """
    low = numpy.array([-numpy.inf, *(0.0 if n in speak_for else -numpy.inf for n in names)])
    high = numpy.array([numpy.inf, *(0.0 if n in against else numpy.inf for n in names)])
    penalty = numpy.array([0.0, *([PENALTY] * len(names))])
    scale = numpy.sqrt((x**2).mean(axis=0)) + 1e-9
    z, total = x / scale, share.sum()
    weights = numpy.zeros(x.shape[1])
    ahead = weights.copy()
    for step in range(STEPS):
        chance = 1 / (1 + numpy.exp(-(z @ ahead)))
        slope = (z.T @ (share * (chance - y)) + penalty * ahead / scale**2) / total
        moved = numpy.clip(ahead - RATE * slope, low, high)
        ahead = numpy.clip(moved + step / (step + 3) * (moved - weights), low, high)
        weights = moved
    found: Array = weights / scale
    return found
