"""A person, a desk, an interval."""

from datetime import datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from bookings.models.querysets import BookingQuerySet
from bookings.policies.states import HOLDING, BookingState
from core.interval import Interval
from people.models import Department, Person
from spaces.models import Area, Desk, Floor

ONE_BOOKING_PER_DESK = "one_booking_per_desk"


class Booking(models.Model):
    """予約. `during` is the stretch in which it holds the desk; `booked_during` is what was asked for first.

    An offered one keeps its desk until `release_at` for somebody who waits (bookings.services.offering), and is none of
    that person's bookings until accepted.

    A booking checked out early keeps the desk only until then; one cancelled or released holds nothing and stays.
    Floor, area and department are those of the day it was made for: a moved wall or a transfer changes no history.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="bookings")
    booked_by = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
        help_text="who booked it for the person; null: the person",
    )
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="bookings")
    floor = models.ForeignKey(Floor, on_delete=models.PROTECT, related_name="+", db_index=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", db_index=False)
    department = models.ForeignKey(Department, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    day = models.DateField()
    during = DateTimeRangeField(default_bounds="[)")
    booked_during = DateTimeRangeField(default_bounds="[)")
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in BookingState])
    walk_up = models.BooleanField(default=False)
    spilled_over = models.BooleanField(default=False, help_text="made in an overflow area")
    repeated = models.BooleanField(
        default=False, help_text="made as one of many dates: the rules of series hold for it, not window and allowance"
    )
    moved_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    release_at = models.DateTimeField(
        null=True, help_text="nobody checked in by then: released; an offer nobody accepted: lapsed"
    )
    created_at = models.DateTimeField()
    checked_in_at = models.DateTimeField(null=True)
    checked_out_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True, help_text="when it was cancelled or released")
    ended_because = models.CharField(
        max_length=16,
        blank=True,
        help_text="person, no_show, closure, displaced; of an offer: declined, lapsed, left, closure, withdrawn",
    )
    revision = models.BigIntegerField(help_text="goes up with every change: see bookings.selectors.floor_revision")

    objects = BookingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["day", "desk"], name="booking_of_desk_on_day", condition=Q(state__in=HOLDING)),
            models.Index(fields=["day", "floor", "revision"], name="booking_revision_of_floor"),
            models.Index(fields=["person", "day", "id"], name="booking_of_person"),
            models.Index(fields=["release_at"], name="booking_to_release", condition=Q(state="booked")),
            models.Index(fields=["release_at"], name="booking_offer_to_lapse", condition=Q(state="offered")),
        ]
        constraints = [
            ExclusionConstraint(
                name=ONE_BOOKING_PER_DESK,
                expressions=[
                    (Func(F("desk_id"), F("desk_id"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=Q(state__in=HOLDING),
            ),
            models.CheckConstraint(
                name="booking_has_both_ends",
                condition=Q(during__isempty=False, during__lower_inf=False, during__upper_inf=False),
            ),
            models.CheckConstraint(
                name="booking_offer_lapses", condition=~Q(state="offered") | Q(release_at__isnull=False)
            ),
            models.CheckConstraint(
                name="booking_state_is_known", condition=Q(state__in=[state.value for state in BookingState])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"

    @property
    def interval(self) -> Interval:
        return Interval.of_range(self.during)

    @property
    def start(self) -> datetime:
        return self.interval.start

    @property
    def end(self) -> datetime:
        return self.interval.end
