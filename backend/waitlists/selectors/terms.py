"""How long an offer stands, by the settings, the city's calendar and a building's hours."""

from datetime import date, datetime

from django.conf import settings

from bookings.selectors.facts import Wish
from core import clock
from core.interval import Interval
from core.revision import Slow
from plans.selectors.working_days import city_calendar
from waitlists.policies.offer_time import OfferTerms, offer_until


def offered_until(wish: Wish) -> datetime | None:
    """When an offer of the wish's desk made now lapses; None where none is worth making."""
    calendar = city_calendar(wish.now_revisions[Slow.CALENDAR])
    building = wish.place.plan.building

    def hours(day: date) -> Interval | None:
        if not calendar.is_working_day(day):
            return None
        return Interval(clock.at(day, building.day_starts_at), clock.at(day, building.day_ends_at))

    return offer_until(
        now=clock.now(),
        wish=wish.during,
        day=wish.day,
        today=clock.today(),
        terms=OfferTerms(settings.OFFER_MINUTES, settings.OFFER_MINUTES_ON_THE_DAY),
        hours=hours,
    )
