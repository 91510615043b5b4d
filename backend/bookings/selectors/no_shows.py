"""The bookings a person did not come to, as that person is told, and what follows from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bookings.models import Booking
from bookings.policies.rules import Owner
from bookings.policies.states import BookingState
from bookings.selectors.booker import booker_on
from bookings.selectors.facts import area_order
from bookings.selectors.rules import RulesHere, rule_rows
from bookings.selectors.shown import ShownBooking, shown
from bookings.selectors.surroundings import earliest_that_counts
from core import clock
from core.revision import Slow, revisions
from plans.selectors.working_days import city_calendar
from spaces.models import DeskMode
from spaces.selectors import floor_plans


@dataclass(frozen=True, slots=True)
class OwnNoShows:
    """What counts today: bookings released because nobody came, over `working_days`.

    `limit` is 0 where nothing follows. `limited_until` is the last day of the shortened window of `window` working
    days, None while the limit is not reached. The rule is that for bookable desks of the person's own area.
    """

    bookings: Sequence[ShownBooking]
    working_days: int
    limit: int
    window: int
    limited_until: date | None
    rule: Owner | None


def own_no_shows(person_id: int) -> OwnNoShows:
    """The person's no-shows that count today, the latest first."""
    today = clock.today()
    slow = revisions()
    calendar = city_calendar(slow[Slow.CALENDAR])
    rules = _rules_at_home(person_id, today, slow)
    counts, limit = rules.number("no_show_days"), rules.number("no_show_limit")
    rows = Booking.objects.of(person_id).filter(
        day__gte=earliest_that_counts(today, counts),
        state=BookingState.RELEASED,
        ended_because="no_show",
        walk_up=False,
    )
    rows = rows.with_places().select_related("booked_by__department").order_by("-day", "-pk")
    bookings = [one for one in rows if calendar.last_day_of_window(one.day, counts) >= today]
    days = sorted({one.day for one in bookings})
    reached = bool(limit) and len(days) >= limit
    return OwnNoShows(
        bookings=shown(bookings, slow),
        working_days=counts,
        limit=limit,
        window=rules.number("no_show_window_days"),
        limited_until=calendar.last_day_of_window(days[-limit], counts) if reached else None,
        rule=rules.rule("no_show_limit").named if limit else None,
    )


def _rules_at_home(person_id: int, today: date, slow: dict[Slow, int]) -> RulesHere:
    booker = booker_on(person_id, today)
    own = area_order(booker, floor_plans(today, revision=slow[Slow.PLACES]), today.weekday()).own
    return RulesHere(
        rule_rows(slow[Slow.RULES]),
        area_id=own[0] if own else 0,
        desk_mode=DeskMode.BOOKABLE.value,
        lineage=booker.lineage,
    )
