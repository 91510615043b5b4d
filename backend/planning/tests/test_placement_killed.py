"""A worker killed in the middle of a search, for good: another takes the placement over, and is the last to try."""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest

from planning.models import Placement
from planning.models.placement import PlacementState
from planning.policies.placing_asked import USUAL
from planning.services.placement_guard import is_worked_on
from planning.services.placement_sweeping import sweep_placements
from planning.services.placements import ask_placement
from tests.load.placement import hall_problem
from tools.server import process_environment, worker_command

pytestmark = [pytest.mark.race, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

PATIENCE_SECONDS = 120
FEW_SECONDS = 2
LONG = 600


@pytest.fixture
def ask(hall) -> Callable[[int], Placement]:
    """Ask for the whole demonstration hall, which nobody places in some seconds as well as can be."""

    def asked_for(seconds: int) -> Placement:
        return ask_placement(name="新庁舎", building=hall.building, asked={**asked_of_hall(), "seconds": seconds})

    return asked_for


def asked_of_hall() -> dict[str, Any]:
    problem = hall_problem()
    return {
        **USUAL,
        "day": "2026-11-30",
        "percentile": 0.95,
        "gap": 0.0,
        "near": [],
        "sharing": False,
        "sections": [
            {
                "department": one.id,
                "code": str(one.id),
                "name": str(one.id),
                "bureau": "",
                "lineage": [[above, "bureau" if above < 100 else "division", str(above)] for above in one.lineage],
                "desks": one.desks,
                "basis": "roll",
                "counter": one.counter,
                "fixed_floor": None,
                "from_floor": one.home,
            }
            for one in problem.sections
        ],
        "floors": [
            {"floor": one.id, "code": str(one.id), "name": f"{one.id}階", "level": one.level, "capacity": one.capacity}
            for one in problem.floors
        ],
    }


@pytest.fixture
def worker(database_url: str) -> Callable[[], AbstractContextManager[None]]:
    """`with worker():` a worker for heavy jobs is a process of its own; it is killed in the end."""
    environment = process_environment(
        DATABASE_URL=database_url, DJANGO_SETTINGS_MODULE="config.settings", KYOSEKI_MODE="test"
    )

    @contextmanager
    def at_work() -> Iterator[None]:
        process = subprocess.Popen(  # noqa: S603 - our own command
            worker_command("heavy"), env=environment, stdin=subprocess.DEVNULL
        )
        try:
            yield
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait(PATIENCE_SECONDS)

    return at_work


def wait_until(come: Callable[[], bool]) -> None:
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    while not come():
        assert time.monotonic() < give_up_at
        time.sleep(0.1)


def in_the_middle(placement: Placement, attempt: int) -> bool:
    placement.refresh_from_db()
    return placement.attempts == attempt and placement.progress.get("seconds", 0) > 0


def swept(placement: Placement) -> None:
    wait_until(lambda: not is_worked_on(placement.pk))
    assert sweep_placements() == 1
    placement.refresh_from_db()


def test_a_killed_worker_is_followed_by_another_and_after_the_second_it_is_given_up(ask, worker):
    short = ask(FEW_SECONDS)
    with worker():
        wait_until(lambda: in_the_middle(short, 1))
    assert short.state == PlacementState.RUNNING
    swept(short)
    with worker():
        wait_until(lambda: Placement.objects.filter(pk=short.pk, finished_at__isnull=False).exists())
        long = ask(LONG)
        wait_until(lambda: in_the_middle(long, 1))
    short.refresh_from_db()
    assert (short.state, short.attempts, len(short.result["floors"])) == (PlacementState.DONE, 2, 10)
    swept(long)
    with worker():
        wait_until(lambda: in_the_middle(long, 2))
    swept(long)
    assert (long.state, long.progress["problem"]) == (PlacementState.FAILED, "interrupted")
