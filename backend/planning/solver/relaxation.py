"""The linear relaxation: a bound below which no placement can be, and what each variable would at least add to it."""

import math
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog  # type: ignore[attr-defined]  # scipy carries no types
from scipy.sparse import csr_matrix

from planning.policies.placing_program import Program

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Relaxation:
    """`bound` holds for every placement; one that uses a variable costs at least `bound_exact + extra[variable]`.

    `value` are the variables of the relaxed optimum, from 0 to 1.
    """

    bound: int
    bound_exact: float
    extra: list[float]
    value: list[float]

    def bound_without(self, threshold: float) -> int:
        """What a placement costs at least that uses a variable with an `extra` of more than `threshold`."""
        return math.ceil(self.bound_exact + threshold - _ROUNDING)


def relaxation_of(program: Program, seconds: float) -> Relaxation | None:
    """The relaxation by HiGHS; None where it has no solution, or none was found in `seconds`."""
    size = len(program.costs)
    if not size:  # sections that fit on no floor
        return None
    one_of = _matrix([dict.fromkeys(row, 1) for row in program.one_of], size)
    at_most = _matrix([dict(row) for row, _ in program.at_most], size)
    found = linprog(  # type: ignore[no-untyped-call]  # as above
        program.costs,
        A_ub=at_most,
        b_ub=[most for _, most in program.at_most],
        A_eq=one_of,
        b_eq=np.ones(len(program.one_of)),
        bounds=(0, 1),
        method="highs",
        options={"time_limit": max(0.1, seconds)},
    )
    if found.status != 0:
        return None
    return Relaxation(
        bound=math.ceil(found.fun - _ROUNDING),
        bound_exact=float(found.fun),
        extra=[float(one) for one in found.lower.marginals],
        value=[float(one) for one in found.x],
    )


def _matrix(rows: list[dict[int, int]], size: int) -> csr_matrix:
    places = [variable for row in rows for variable in row]
    values = [value for row in rows for value in row.values()]
    numbers = [number for number, row in enumerate(rows) for _ in row]
    return csr_matrix((values, (numbers, places)), shape=(len(rows), size))  # type: ignore[no-untyped-call]  # as above
