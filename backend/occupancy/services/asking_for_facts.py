"""Facilities ask for facts of a period, now."""

from datetime import date

from django.db import transaction

from audit.services import record
from core import clock
from core.refused import Refused
from occupancy.policies.refusals import OccupancyRefusal
from occupancy.selectors.due_days import first_recorded_day
from occupancy.services.building import build_day
from occupancy.services.deferring import build_period_soon

FACTS_ASKED_FOR = "occupancy.build_asked"


@transaction.atomic
def ask_for_facts(*, first: date, last: date) -> int:
    """Build one day at once, or leave several to the worker; answers how many days that is.

    Raises Refused where one of them is still to come (DAY_TO_COME), and for a single day that is sealed (DAY_SEALED);
    of several days the sealed ones are passed over, and those before anything was recorded.
    """
    if last > clock.today():
        raise Refused(OccupancyRefusal.DAY_TO_COME, {"allowed_until": clock.today().isoformat()})
    record(
        kind=FACTS_ASKED_FOR,
        subject_kind="occupancy",
        subject_id=0,
        after={"from": first.isoformat(), "to": last.isoformat()},
    )
    if first == last:
        build_day(first)
        return 1
    recorded = first_recorded_day()
    if recorded is None or recorded > last:
        return 0
    first = max(first, recorded)
    build_period_soon(first=first, last=last)
    return (last - first).days + 1
