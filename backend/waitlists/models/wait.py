"""Somebody who waits for a desk of an area on a day."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from bookings.models import Booking
from core.interval import Interval
from people.models import Person
from spaces.models import Area
from waitlists.policies.states import LIVE_WAITS, WaitState

ONE_WAIT_AT_A_TIME = "one_wait_at_a_time"


class Wait(models.Model):
    """空き待ち. The line of an area's day is its waiting rows in order of their ids.

    `area` is empty where any of the person's areas will do; `area_ids` are those waited for, as they were on joining.
    An offer is a booking in the state `offered`; `offer_until` is when it lapses.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="waits")
    day = models.DateField()
    during = DateTimeRangeField(default_bounds="[)")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    area_ids = ArrayField(models.BigIntegerField())
    features = ArrayField(models.CharField(max_length=20), default=list)
    book_until = models.DateTimeField(null=True, help_text="a desk that comes before then is booked without asking")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in WaitState])
    joined_at = models.DateTimeField()
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, null=True, related_name="+")
    offer_until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True, help_text="when it came to an end, whatever that was")

    class Meta:
        indexes = [
            models.Index(fields=["day", "id"], name="waiting_on_day", condition=Q(state="waiting")),
            models.Index(fields=["person", "day"], name="waits_of_person"),
            models.Index(fields=["day"], name="wait_of_day"),
        ]
        constraints = [
            # An empty area is a range without ends, so a wait for any of one's areas overlaps one for each of them.
            ExclusionConstraint(
                name=ONE_WAIT_AT_A_TIME,
                expressions=[
                    (
                        Func(F("person_id"), F("person_id"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    (Func(F("area_id"), F("area_id"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=Q(state__in=LIVE_WAITS),
            ),
            models.UniqueConstraint(fields=["booking"], name="one_wait_per_offer", condition=Q(booking__isnull=False)),
            models.CheckConstraint(
                name="offered_wait_has_an_offer",
                condition=~Q(state="offered") | Q(booking__isnull=False, offer_until__isnull=False),
            ),
            models.CheckConstraint(name="wait_state_is_known", condition=Q(state__in=[s.value for s in WaitState])),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"

    @property
    def interval(self) -> Interval:
        return Interval.of_range(self.during)
