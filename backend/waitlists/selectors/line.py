"""Who waits for which desks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bookings.models import Booking
from bookings.selectors.loans import lent_desks
from core import clock
from core.interval import Interval
from core.prepared import prepared_cursor
from core.revision import Slow, revisions
from spaces.policies.floor_plan import PlacedDesk
from spaces.selectors import floor_plans
from waitlists.models import Wait
from waitlists.policies.fitting import fits, still_wanted
from waitlists.policies.states import WaitState

# Only those whose areas and hours meet stand in one line; the person's own other waits are not in the way.
_PLACES = """
SELECT mine.id,
       count(*) FILTER (WHERE other.id < mine.id),
       count(*)
  FROM waitlists_wait mine
  JOIN waitlists_wait other ON other.day = mine.day AND other.state = 'waiting' AND other.area_ids && mine.area_ids
   AND other.during && mine.during AND (other.person_id <> mine.person_id OR other.id = mine.id)
 WHERE mine.id = ANY(%(ids)s)
 GROUP BY mine.id
"""


@dataclass(frozen=True, slots=True)
class PlaceInLine:
    """`position` is 1 for the first; `length` counts everybody in that line."""

    position: int
    length: int


def places_in_line(wait_ids: Iterable[int]) -> dict[int, PlaceInLine]:
    """Where each waiting row stands among those whose areas and hours meet its own."""
    with prepared_cursor() as cursor:
        cursor.execute(_PLACES, {"ids": list(wait_ids)})
        return {pk: PlaceInLine(ahead + 1, length) for pk, ahead, length in cursor.fetchall()}


def waiting_days() -> list[date]:
    """The days from today on for which somebody waits, in order."""
    rows = Wait.objects.filter(state=WaitState.WAITING, day__gte=clock.today())
    return list(rows.order_by("day").values_list("day", flat=True).distinct())


def desks_worth_serving(day: date) -> list[int]:
    """The desks of `day` that are free for somebody who waits, in order of their codes; a few queries in all."""
    line = list(Wait.objects.filter(day=day, state=WaitState.WAITING).order_by("pk"))
    areas = {area for wait in line for area in wait.area_ids}
    slow = revisions()
    lent = lent_desks(day, slow[Slow.LOANS])
    desks = [
        desk
        for plan in floor_plans(day, revision=slow[Slow.PLACES])
        for desk in plan.desks
        if desk.area_id in areas and (desk.mode == "bookable" or desk.id in lent)
    ]
    held: dict[int, list[Interval]] = {}
    for booking in Booking.objects.holding().on(day).filter(desk_id__in=[desk.id for desk in desks]):
        held.setdefault(booking.desk_id, []).append(booking.interval)
    return [desk.id for desk in desks if any(_suits(wait, desk, held.get(desk.id, [])) for wait in line)]


def _suits(wait: Wait, desk: PlacedDesk, held: list[Interval]) -> bool:
    wish = still_wanted(wait.interval, clock.this_minute())
    return (
        wish is not None
        and desk.area_id in wait.area_ids
        and fits(wanted_features=wait.features, features=desk.features, wish=wish, held=held)
    )
