"""A placement worked out: begun, searched while its progress is written each second, and ended in one transaction.

No transaction is open while the solver searches, so that nothing waits for it; the lock that says that somebody is at
work is the connection's.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction

from core import clock
from occupancy.selectors.versions import facts_version
from planning.models.placement import Placement, PlacementState
from planning.policies.placing import PlacementProblem
from planning.policies.placing_asked import problem_of
from planning.policies.placing_checks import Reason, clear_reasons
from planning.policies.placing_result import result_of, summary_of
from planning.policies.placing_sharing import usual_needs
from planning.policies.polishing import polished
from planning.selectors.presence_days import presence_days
from planning.services.placement_guard import working_on
from planning.services.placement_sweeping import MOST_ATTEMPTS
from planning.services.placements import UNDER_WAY, record_placement
from planning.solver.clashes import Clash, clash_of, with_room
from planning.solver.search import Search, SearchOutcome

LOOKS_EVERY_SECONDS = 1.0
SHARE_AFTER_CLASH = 0.5
"""Of an impossible problem: the share of the time for showing the placement with the fewest desks short."""


@dataclass(frozen=True, slots=True)
class _Ended:
    state: PlacementState
    result: dict[str, Any] | None


def run_placement(*, placement_id: int) -> None:
    """Work out what is asked, unless it was stopped, is over, or another worker is at it.

    One that a killed worker left is begun anew. What fails here closes it as failed and is raised on.
    """
    with working_on(placement_id) as mine:
        if not mine or (placement := _begun(placement_id)) is None:
            return
        try:
            ended = _worked_out(placement)
        except Exception:
            _end(placement_id, _Ended(PlacementState.FAILED, None), problem="internal")
            raise
        _end(placement_id, ended)


@transaction.atomic
def _begun(placement_id: int) -> Placement | None:
    rows = Placement.objects.select_for_update(of=("self",)).filter(pk=placement_id, removed_at__isnull=True)
    placement = rows.first()
    if placement is None or placement.state not in UNDER_WAY:
        return None
    if placement.cancel_asked_at is not None or placement.attempts >= MOST_ATTEMPTS:
        cancelled = placement.cancel_asked_at is not None
        _close(placement, _Ended(PlacementState.CANCELLED if cancelled else PlacementState.FAILED, None), "interrupted")
        return None
    placement.state, placement.started_at = PlacementState.RUNNING, clock.now()
    placement.attempts += 1
    placement.progress = {"limit": placement.asked["seconds"]}
    placement.save(update_fields=["state", "started_at", "attempts", "progress"])
    return placement


def _worked_out(placement: Placement) -> _Ended:
    asked = placement.asked
    problem, version = _problem(asked)
    why = clear_reasons(problem)
    outcome = None if why else _searched(placement, problem, asked["seconds"])
    if outcome is not None and not outcome.impossible:
        if outcome.placed is None and outcome.stopped == "cancelled":
            return _Ended(PlacementState.CANCELLED, None)
        if outcome.placed is not None:
            state = PlacementState.CANCELLED if outcome.stopped == "cancelled" else PlacementState.DONE
            return _Ended(state, result_of(asked, problem, outcome, facts_version=version))
    clash = clash_of(problem, proven=outcome is None or outcome.impossible)
    if clash.room is None and clash.placed is not None and outcome is not None:
        late = replace(outcome, placed=polished(problem, clash.placed))
        return _Ended(PlacementState.DONE, result_of(asked, problem, late, facts_version=version))
    return _impossible(placement, problem, [*why, *_unsaid(why, clash)], clash, version)


def _impossible(
    placement: Placement, problem: PlacementProblem, why: list[Reason], clash: Clash, version: int | None
) -> _Ended:
    if clash.room is None:
        return _Ended(PlacementState.IMPOSSIBLE, {"why": why})
    shown = with_room(problem, clash.room)
    outcome = _searched(placement, shown, placement.asked["seconds"] * SHARE_AFTER_CLASH)
    if outcome.placed is None:
        if clash.placed is None:
            return _Ended(PlacementState.IMPOSSIBLE, {"why": why})
        outcome = replace(outcome, placed=polished(shown, clash.placed))
    result = result_of(placement.asked, problem, outcome, facts_version=version)
    return _Ended(PlacementState.IMPOSSIBLE, {**result, "why": why})


def _unsaid(said: list[Reason], clash: Clash) -> list[Reason]:
    """What the search for the clash adds to what was clear at once."""
    known = {(one["code"], one["floor"], one["department"]) for one in said}
    return [one for one in clash.why if (one["code"], one["floor"], one["department"]) not in known]


def _problem(asked: dict[str, Any]) -> tuple[PlacementProblem, int | None]:
    if not asked["sharing"]:
        return problem_of(asked, {}), None
    desks = {row["department"]: row["desks"] for row in asked["sections"]}
    past = presence_days(sorted(desks), before=date.fromisoformat(asked["day"]))
    usual = usual_needs(past.by_department, desks, asked["percentile"])
    return problem_of(asked, usual), facts_version() if usual else None


def _searched(placement: Placement, problem: PlacementProblem, seconds: float) -> SearchOutcome:
    search = Search(problem, seconds=seconds, gap=placement.asked["gap"])
    search.start()
    while not search.wait(LOOKS_EVERY_SECONDS):
        _write_progress(placement, search)
        if Placement.objects.filter(pk=placement.pk, cancel_asked_at__isnull=False).exists():
            search.stop()
    _write_progress(placement, search)
    return search.outcome()


def _write_progress(placement: Placement, search: Search) -> None:
    now = search.progress()
    gap = None
    if now.best is not None and now.bound is not None:
        gap = round(max(0, now.best - now.bound) / now.best, 4) if now.best else 0.0
    placement.progress = {
        "seconds": round(now.seconds, 1),
        "limit": placement.asked["seconds"],
        "best": now.best,
        "bound": now.bound,
        "gap": gap,
        "solutions": now.solutions,
    }
    Placement.objects.filter(pk=placement.pk, state=PlacementState.RUNNING).update(progress=placement.progress)


@transaction.atomic
def _end(placement_id: int, ended: _Ended, problem: str = "") -> None:
    placement = Placement.objects.select_for_update(of=("self",)).get(pk=placement_id)
    if placement.state == PlacementState.RUNNING:
        _close(placement, ended, problem)


def _close(placement: Placement, ended: _Ended, problem: str) -> None:
    placement.state, placement.result, placement.finished_at = ended.state, ended.result, clock.now()
    placement.progress = {
        **placement.progress,
        "summary": summary_of(ended.result),
        "problem": problem if ended.state == PlacementState.FAILED else "",
    }
    placement.save(update_fields=["state", "result", "finished_at", "progress"])
    record_placement("ended", placement, summary=placement.progress["summary"])
