"""The search by CP-SAT, in a thread of its own: whoever started it asks how far it is, and may stop it any moment."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from planning.policies.annealing import annealed
from planning.policies.placing import PlacementProblem, terms_of
from planning.policies.placing_checks import breaks_nothing, days_broken, hardest_days
from planning.policies.placing_covers import Covers
from planning.policies.placing_parts import held, some_floors
from planning.policies.placing_program import Program, program_of
from planning.policies.polishing import polished
from planning.solver.model import Attempt, Listener
from planning.solver.relaxation import Relaxation, relaxation_of

WORKERS = 2
SEED = 63
NEAR_THE_BOUND = 0.06
"""First only variables are tried that add at most this share to the linear bound: a tenth of the problem, and nearly
always with the best placement in it."""
FEWEST_EXTRA = 8
DAYS_AT_FIRST = 24
SHARE_OF_FIRST = 0.75
SHARE_OF_BETTERING = 0.6
"""For making a first placement better that is further from the bound than what is searched next."""
SECONDS_OF_A_PART = 3.0
SHARE_OF_ANY = 0.2
"""For any placement where annealing found none, whatever lies near what."""
SHARE_OF_ANNEALING = 0.25
SHARE_OF_COVERS = 0.25
DAYS_OF_COVERS = 2
LITTLE = 0.05
"""Covers that raise the bound by less in `FEW_ROUNDS` rounds are left to the solver."""
FEW_ROUNDS = 3
INCUMBENT_STAYS = 0.001


@dataclass(frozen=True, slots=True)
class SearchProgress:
    """`best` and `bound` are of the objective; None while there is none."""

    seconds: float
    best: int | None
    bound: int | None
    solutions: int


@dataclass(frozen=True, slots=True)
class SearchOutcome:
    """`placed` is the best found, a floor for every section. `impossible`: there is none, and that is proven."""

    placed: Mapping[int, int] | None
    bound: int
    impossible: bool
    stopped: str
    seconds: float


class Search:
    """One search. `start`, then `progress` and `stop` from any thread, `wait` for its end, `outcome`."""

    def __init__(self, problem: PlacementProblem, *, seconds: float, gap: float) -> None:
        self._problem = problem
        self._seconds = seconds
        self._gap = gap
        self._lock = threading.Lock()
        self._attempt: Attempt | None = None
        self._cancelled = False
        self._best: Mapping[int, int] | None = None
        self._best_cost: int | None = None
        self._bound = 0
        self._solutions = 0
        self._days = hardest_days(problem, DAYS_AT_FIRST)
        self._impossible = False
        self._began = 0.0
        self._ended: float | None = None
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._guarded, name="placement-search", daemon=True)

    def start(self) -> None:
        """Begin. A start placement that breaks nothing is the first that is found."""
        self._began = time.monotonic()
        start = {section.id: section.home for section in self._problem.sections}
        whole = {section: floor for section, floor in start.items() if floor in self._problem.floor_by_id}
        known = {section: floor for section, floor in whole.items() if floor is not None}
        if len(known) == len(start) and breaks_nothing(self._problem, known):
            self._take(known)
        self._thread.start()

    def stop(self) -> None:
        """End soon, with the best found so far."""
        with self._lock:
            self._cancelled = True
            attempt = self._attempt
        if attempt is not None:
            attempt.stop()

    def wait(self, seconds: float) -> bool:
        """Wait so long for the end; whether it has come. Raises what the search raised."""
        self._thread.join(seconds)
        if self._thread.is_alive():
            return False
        if self._failure is not None:
            raise self._failure
        return True

    def progress(self) -> SearchProgress:
        """How far it is now."""
        with self._lock:
            return SearchProgress(self._gone(), self._best_cost, self._bound, self._solutions)

    def outcome(self) -> SearchOutcome:
        """What it came to; after its end."""
        optimal = self._best_cost is not None and self._bound >= self._best_cost
        reason = "optimal" if optimal else "cancelled" if self._cancelled else "gap" if self._near_enough() else "time"
        return SearchOutcome(
            placed=self._best,
            bound=self._bound if self._best_cost is None else min(self._bound, self._best_cost),
            impossible=self._impossible,
            stopped=reason,
            seconds=self._gone(),
        )

    def _guarded(self) -> None:
        try:
            self._search()
        except BaseException as error:  # noqa: BLE001 - raised again where the search is waited for
            self._failure = error
        finally:
            self._ended = time.monotonic()

    def _search(self) -> None:
        while not self._over():
            program = program_of(self._problem, self._days)
            relaxation = relaxation_of(program, self._left())
            if relaxation is not None:
                self._raise_bound(relaxation.bound)
                self._anneal(relaxation, program)
                self._find_any()
                relaxation = self._with_covers(relaxation, program)
            if self._over():
                return
            broken = self._attempts(program, relaxation)
            if not broken:
                return
            self._days = (*self._days, *broken)

    def _anneal(self, relaxation: Relaxation, program: Program) -> None:
        """Good placements soon, for whoever waits and for the solver to begin with; for a part of the time at most."""
        start = {}
        for section in self._problem.sections:
            values = {
                floor.id: relaxation.value[variable]
                for floor in program.floors
                if (variable := program.places.get((section.id, floor.id))) is not None
            }
            if not values:
                return
            likely = max(values, key=lambda floor: values[floor])
            start[section.id] = section.home if section.home in self._problem.floor_by_id else likely
        began, budget = self._gone(), SHARE_OF_ANNEALING * self._left()
        annealed(
            self._problem,
            self._days,
            {section: floor for section, floor in start.items() if floor is not None},
            found=self._found,
            gone=lambda: 1.0 if self._over() else (self._gone() - began) / budget,
            seed=SEED,
        )

    def _with_covers(self, relaxation: Relaxation, program: Program) -> Relaxation:
        """The relaxation after rows that it broke were added to the program, as long as that raises the bound."""
        covers = Covers(self._problem, program, hardest_days(self._problem, DAYS_OF_COVERS))
        ends = self._gone() + SHARE_OF_COVERS * self._left()
        reached = [relaxation.bound_exact]
        while not self._over() and self._gone() < ends:
            rows = list(covers.broken_by(relaxation.value))
            program.at_most.extend(rows)
            tighter = relaxation_of(program, self._left()) if rows and not self._over() else None
            if tighter is None:
                break
            relaxation = tighter
            self._raise_bound(relaxation.bound)
            reached.append(relaxation.bound_exact)
            if len(reached) > FEW_ROUNDS and reached[-1] - reached[-1 - FEW_ROUNDS] < LITTLE:
                break
        return relaxation

    def _attempts(self, program: Program, relaxation: Relaxation | None) -> tuple[int, ...]:
        """Search near the linear bound, then everywhere; answers days on which what was found does not hold."""
        if relaxation is not None and not self._over():
            most = max(FEWEST_EXTRA, NEAR_THE_BOUND * relaxation.bound_exact)
            self._better_in_parts(relaxation.bound_without(most), self._left() * SHARE_OF_BETTERING)
            share = SHARE_OF_FIRST
            if self._best_cost is not None and (better := self._best_cost - relaxation.bound_exact) < most:
                most, share = better + INCUMBENT_STAYS, 1.0
            left_out = relaxation.bound_without(most)
            attempt = self._run(program, relaxation, most, self._left() * share)
            if attempt.broken:
                return attempt.broken
            self._raise_bound(left_out if attempt.impossible else min(left_out, attempt.bound))
        if self._over():
            return ()
        return self._everywhere(self._run(program, relaxation, None, self._left()))

    def _find_any(self) -> None:
        """Where nothing was found yet: a placement that holds, with what is near each other left aside."""
        if self._best is None and not self._over():
            program = program_of(replace(self._problem, near=()), self._days)
            attempt = self._attempt_at(program, None, hint=None, least=0, bound=lambda _: None)
            self._go(attempt, seconds=self._left() * SHARE_OF_ANY, gap=0.5, bounding=False)
            self._days = (*self._days, *attempt.broken)

    def _better_in_parts(self, enough: int, seconds: float) -> None:
        """Place the sections of some floors anew, and of others, until the best costs no more than `enough`."""
        ends = self._gone() + seconds
        for floors in some_floors(self._problem, SEED):
            left = ends - self._gone()
            if self._over() or left <= 0 or self._best is None or self._best_cost is None or self._best_cost <= enough:
                return
            program = program_of(held(self._problem, self._best, floors), self._days)
            attempt = self._attempt_at(
                program, None, hint=self._best, least=self._bound, bound=lambda _: None, below=self._best_cost
            )
            self._go(attempt, seconds=min(SECONDS_OF_A_PART, left), gap=0.0, bounding=False)
            self._days = (*self._days, *attempt.broken)

    def _everywhere(self, attempt: Attempt) -> tuple[int, ...]:
        """What a run over the whole problem proves; answers days on which what it found does not hold."""
        if attempt.broken:
            return attempt.broken
        if attempt.impossible and self._best is None:
            self._impossible = True
        elif attempt.impossible or attempt.optimal:
            self._raise_bound(self._best_cost or 0)
        else:
            self._raise_bound(attempt.bound)
        return ()

    def _run(self, program: Program, relaxation: Relaxation | None, most: float | None, seconds: float) -> Attempt:
        ceiling = None if most is None or relaxation is None else relaxation.bound_without(most)
        attempt = self._attempt_at(
            program,
            relaxation,
            hint=self._hint_below(ceiling),
            least=self._bound,
            bound=lambda bound: self._raise_bound(bound if ceiling is None else min(bound, ceiling)),
            most_extra=most,
        )
        self._go(attempt, seconds=seconds, gap=self._gap)
        return attempt

    def _attempt_at(
        self,
        program: Program,
        relaxation: Relaxation | None,
        *,
        hint: Mapping[int, int] | None,
        least: int,
        bound: Callable[[int], None],
        most_extra: float | None = None,
        below: int | None = None,
    ) -> Attempt:
        return Attempt(
            program,
            relaxation,
            most_extra=most_extra,
            least=least,
            hint=hint,
            listener=Listener(found=self._found, bound=bound),
            below=below,
        )

    def _go(self, attempt: Attempt, *, seconds: float, gap: float, bounding: bool = True) -> None:
        """Run it, unless somebody has stopped everything, and where it can be stopped."""
        with self._lock:
            self._attempt = attempt
            cancelled = self._cancelled
        if not cancelled:
            attempt.run(seconds=max(0.05, seconds), gap=gap, workers=WORKERS, seed=SEED, bounding=bounding)
        with self._lock:
            self._attempt = None

    def _hint_below(self, ceiling: int | None) -> Mapping[int, int] | None:
        """The best so far, unless it is so far from the bound that the relaxed optimum is the better beginning."""
        if ceiling is None or (self._best_cost is not None and self._best_cost <= ceiling):
            return self._best
        return None

    def _found(self, placed: Mapping[int, int]) -> tuple[int, ...]:
        """Take what the solver found, or say on which further days it breaks a floor."""
        broken = days_broken(self._problem, placed)
        if not broken:
            self._take(placed)
        return tuple(day for day in broken if day not in self._days)

    def _take(self, placed: Mapping[int, int]) -> None:
        better = polished(self._problem, placed)
        cost = terms_of(self._problem, better).total
        with self._lock:
            if self._best_cost is None or cost < self._best_cost:
                self._best, self._best_cost = better, cost
                self._solutions += 1

    def _raise_bound(self, bound: int) -> None:
        with self._lock:
            self._bound = max(self._bound, bound)

    def _near_enough(self) -> bool:
        if self._best_cost is None:
            return False
        return self._best_cost - self._bound <= self._gap * self._best_cost

    def _over(self) -> bool:
        return self._cancelled or self._impossible or self._left() <= 0 or self._near_enough()

    def _gone(self) -> float:
        return (self._ended or time.monotonic()) - self._began

    def _left(self) -> float:
        return self._seconds - self._gone()
