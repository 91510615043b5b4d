"""What booking desks on many days would come to, date by date; nothing is booked.

Each date is decided by the same wish and policies that `book_desk` asks (docs/decisions/0018).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bookings.policies.holder import HOLDER_KIND
from bookings.policies.hours import OpenHours, cut_at_now, hours_refused
from bookings.policies.refusals import BookingRefusal
from bookings.selectors.allowance import unfinished_bookings
from bookings.selectors.facts import Wish
from bookings.selectors.instead import ANOTHER_DESK_WOULD_DO, Alternative, free_desks_near
from bookings.selectors.many_days import ManyDays
from bookings.selectors.rivals import held_by
from bookings.selectors.rules import RulesHere, rule_rows
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, revisions
from plans.policies import claim_refused
from spaces.selectors import placed_desk


@dataclass(frozen=True, slots=True)
class WantedDate:
    """A desk wanted for a stretch of a day. `but` is the person's booking that would be moved there."""

    day: date
    desk_id: int
    during: Interval
    but: int | None = None


@dataclass(frozen=True, slots=True)
class ForeseenDate:
    """What a wanted date would come to: `refused` is None where it would be booked.

    `wish` is None where the desk does not stand that day.
    """

    wanted: WantedDate
    refused: Refused | None
    wish: Wish | None


class Foresight:
    """What would become of wishes on `days`, if they were booked one after the other as dates of a series."""

    def __init__(self, person_id: int, days: Sequence[date], *, giving_up: int = 0) -> None:
        """`giving_up` is how many live dates of series the wishes would replace."""
        self._person_id = person_id
        self._slow = revisions()
        self._rows = rule_rows(self._slow[Slow.RULES])
        self._around = ManyDays(person_id, days)
        self._live = unfinished_bookings(person_id, clock.now(), repeated=True) - giving_up
        self._now = clock.this_minute()

    def of(self, wanted: WantedDate) -> ForeseenDate:
        """What the date would come to, the dates foreseen before it being booked."""
        wish = self.wish(wanted)
        if wish is None:
            return ForeseenDate(wanted, Refused(BookingRefusal.DESK_NOT_IN_LAYOUT), None)
        refused = self._refused(wanted, wish)
        if refused is None:
            self._live += 1
        return ForeseenDate(wanted, refused, wish)

    def wish(self, wanted: WantedDate) -> Wish | None:
        """The wish with all that surrounds it; None where the desk does not stand that day."""
        place = placed_desk(wanted.desk_id, wanted.day, revision=self._slow[Slow.PLACES])
        if place is None:
            return None
        booker = self._around.booker(wanted.day)
        rules = RulesHere(self._rows, area_id=place.area.id, desk_mode=place.desk.mode, lineage=booker.lineage)
        asked = clock.in_city(wanted.during)
        during = cut_at_now(asked, self._now) if asked.end > self._now else asked
        return Wish(booker, place, wanted.day, during, rules, self._slow, self._around, repeated=True)

    def alternatives(self, seen: ForeseenDate) -> Sequence[Alternative]:
        """Up to three desks that are free that date, the nearest first; none where no desk could be had."""
        if seen.wish is None or (seen.refused is not None and seen.refused.code not in ANOTHER_DESK_WOULD_DO):
            return []
        return free_desks_near(seen.wish)

    def _refused(self, wanted: WantedDate, wish: Wish) -> Refused | None:
        building = wish.place.plan.building
        hours = OpenHours(clock.at(wish.day, building.opens_at), clock.at(wish.day, building.closes_at))
        refused = hours_refused(clock.in_city(wanted.during), hours, self._now) or next(wish.refusals(self._live), None)
        if refused is not None:
            return refused
        if rival := self._around.rival(wish.day, wish.during, wanted.desk_id, but=wanted.but):
            return held_by(rival.during, wanted.desk_id, wish.place.desk.code)
        but = None if wanted.but is None else (HOLDER_KIND, wanted.but)
        held = self._around.own_stretch(wish.day, wish.during, but=but)
        return claim_refused(held) if held else None
