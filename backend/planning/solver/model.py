"""A program given to CP-SAT."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

from planning.policies.placing_program import Program
from planning.solver.relaxation import Relaxation

SUBSOLVER = "lb_tree_search"
"""The one of CP-SAT's searches that raises the bound of these problems most; the other worker looks for placements."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Who hears of each placement found, and answers days on which it breaks a floor; and of each better bound."""

    found: Callable[[Mapping[int, int]], tuple[int, ...]]
    bound: Callable[[int], None]


class Attempt:
    """One run of CP-SAT over `program`, or over those of its variables that add at most `most_extra` to the bound.

    `least` is a bound known already; placements that cost `below` or more are not looked for. After `run`: `impossible`
    and `optimal` say what is proven, `bound` what was reached, and `broken` days that the program has to hold too.
    """

    def __init__(
        self,
        program: Program,
        relaxation: Relaxation | None,
        *,
        most_extra: float | None,
        least: int,
        hint: Mapping[int, int] | None,
        listener: Listener,
        below: int | None = None,
    ) -> None:
        self._program = program
        self._listener = listener
        self._solver = cp_model.CpSolver()
        self._model = cp_model.CpModel()
        self._variables: dict[int, cp_model.IntVar] = {
            number: self._model.new_bool_var("")
            for number in range(len(program.costs))
            if most_extra is None or relaxation is None or relaxation.extra[number] <= most_extra
        }
        self._state_rows(least, below)
        self._hint(relaxation, hint)
        self._stopped = False
        self.impossible = False
        self.optimal = False
        self.bound = least
        self.broken: tuple[int, ...] = ()

    def run(self, *, seconds: float, gap: float, workers: int, seed: int, bounding: bool = True) -> None:
        """Search for so long, or until the gap is that small; `bounding`: a worker is there for the bound alone."""
        wanted = self._solver.parameters
        wanted.max_time_in_seconds = seconds
        wanted.relative_gap_limit = gap
        wanted.num_workers = workers
        wanted.random_seed = seed
        wanted.linearization_level = 2
        if bounding:
            wanted.subsolvers.append(SUBSOLVER)
        self._solver.best_bound_callback = self._heard_bound
        status = self._solver.solve(self._model, _Heard(self))
        self.impossible = status == cp_model.INFEASIBLE
        self.optimal = status == cp_model.OPTIMAL and not self._stopped and gap == 0
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.UNKNOWN):
            self._heard_bound(self._solver.best_objective_bound)

    def stop(self) -> None:
        """End soon. May be called from any thread, also before it runs."""
        self._stopped = True
        self._solver.stop_search()

    def heard(self, value: Callable[[cp_model.IntVar], bool]) -> None:
        """A placement was found; one that breaks a day ends the run."""
        holds = {number: number in self._variables and value(self._variables[number]) for number in self._places()}
        broken = self._listener.found(self._program.placed(holds))
        if broken:
            self.broken = broken
            self._solver.stop_search()

    def _places(self) -> list[int]:
        return list(self._program.places.values())

    def _heard_bound(self, bound: float) -> None:
        if abs(bound) < 2**53:
            self.bound = max(self.bound, round(bound))
            self._listener.bound(self.bound)

    def _state_rows(self, least: int, below: int | None) -> None:
        model, variables = self._model, self._variables
        for row in self._program.one_of:
            model.add_exactly_one(variables[one] for one in row if one in variables)
        for coefficients, most in self._program.at_most:
            kept = [one for one in coefficients if one in variables]
            values = [coefficients[one] for one in kept]
            if sum(max(0, value) for value in values) > most:
                model.add(cp_model.LinearExpr.weighted_sum([variables[one] for one in kept], values) <= most)
        cost = cp_model.LinearExpr.weighted_sum(
            list(variables.values()), [self._program.costs[one] for one in variables]
        )
        model.add(cost >= least)
        if below is not None:
            model.add(cost < below)
        model.minimize(cost)

    def _hint(self, relaxation: Relaxation | None, hint: Mapping[int, int] | None) -> None:
        if hint is not None:
            for (section, floor), one in self._program.places.items():
                if one in self._variables:
                    self._model.add_hint(self._variables[one], hint[section] == floor)
        elif relaxation is not None:
            for one, variable in self._variables.items():
                self._model.add_hint(variable, relaxation.value[one] > 0.5)


class _Heard(cp_model.CpSolverSolutionCallback):
    def __init__(self, attempt: Attempt) -> None:
        super().__init__()
        self._attempt = attempt

    def on_solution_callback(self) -> None:
        self._attempt.heard(lambda variable: bool(self.value(variable)))
