"""Logistic regression whose weights keep the sign that their names ask for."""

from collections.abc import Collection, Sequence

import numpy
from numpy.typing import NDArray
from scipy.optimize import minimize

PENALTY = 2.0
STEPS = 2000
Array = NDArray[numpy.float64]


def fit(
    x: Array, y: Array, share: Array, names: Sequence[str], speak_for: Collection[str], against: Collection[str]
) -> Array:
    """The base and the weights of names, by L-BFGS-B (R. Byrd, P. Lu, J. Nocedal, C. Zhu, 1995) with an L2 penalty.

    x: rows of amounts, the first column is the base and has no penalty; y: 1 where a row is true; share: how much each row
    counts; speak_for, against: names whose weights are never below, never above nought.
    """
    penalty = numpy.array([0.0, *([PENALTY] * len(names))])
    bounds = [(None, None), *((0 if n in speak_for else None, 0 if n in against else None) for n in names)]

    def loss(weights: Array) -> tuple[float, Array]:
        told = x @ weights
        lost = share @ (numpy.logaddexp(0, told) - y * told) + penalty @ weights**2 / 2
        return float(lost), x.T @ (share * (1 / (1 + numpy.exp(-told)) - y)) + penalty * weights

    best = minimize(
        loss, numpy.zeros(x.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": STEPS}
    )
    return numpy.asarray(best.x, dtype=numpy.float64)
