"""The desks there are."""

from core import clock
from spaces.models import DeskMode
from spaces.selectors.floors import floor_plans


def desks_in_service_today() -> int:
    """Desks of the layouts in force today that can be used, in all buildings; closures of some hours left aside."""
    return sum(desk.mode != DeskMode.UNAVAILABLE for plan in floor_plans(clock.today()) for desk in plan.desks)
