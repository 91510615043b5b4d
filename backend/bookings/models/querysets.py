"""The words in which bookings are asked for."""

import datetime as dt

from django.db import models
from django.db.models import Q

from bookings.policies.states import HOLDING, LIVE, OFFERS, STANDING, BookingState
from core.interval import Interval


class BookingQuerySet(models.QuerySet["Booking"]):  # type: ignore[name-defined]  # the model imports this module
    def live(self) -> "BookingQuerySet":
        """Still to come or under way: booked or checked in."""
        return self.filter(state__in=LIVE)

    def holding(self) -> "BookingQuerySet":
        """Those that hold their desk for their stretch, over or not."""
        return self.filter(state__in=HOLDING)

    def standing(self) -> "BookingQuerySet":
        """Live bookings, and desks offered to somebody who waits."""
        return self.filter(state__in=STANDING)

    def offered(self) -> "BookingQuerySet":
        """Desks offered to somebody who waits."""
        return self.filter(state=BookingState.OFFERED)

    def made(self) -> "BookingQuerySet":
        """Bookings that somebody made, in whatever state: everything but offers."""
        return self.exclude(state__in=OFFERS)

    def of(self, person_id: int) -> "BookingQuerySet":
        return self.filter(person_id=person_id)

    def on(self, day: dt.date) -> "BookingQuerySet":
        return self.filter(day=day)

    def overlapping(self, during: Interval) -> "BookingQuerySet":
        return self.filter(during__overlap=during.as_range())

    def within(self, day: dt.date, during: Interval) -> "BookingQuerySet":
        """Those of `day` that share an instant with `during`, which lies within that day.

        Found by the day's b-tree: `overlapping` has the planner ask the constraint's GiST index about every desk.
        """
        return self.on(day).filter(during__startswith__lt=during.end, during__endswith__gt=during.start)

    def unfinished(self, now: dt.datetime) -> "BookingQuerySet":
        """Live and not yet over: what counts against the allowance of live bookings."""
        return self.live().filter(Q(during__endswith__gt=now))

    def with_places(self) -> "BookingQuerySet":
        return self.select_related("desk", "floor")
