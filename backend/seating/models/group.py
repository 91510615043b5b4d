"""Desks booked for several people together."""

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models

from bookings.models import Booking
from people.models import Person


class GroupBooking(models.Model):
    """グループ予約: bookings made in one act by one person for several. Each is the booking of whom it is for."""

    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="groups_made")
    day = models.DateField()
    during = DateTimeRangeField(default_bounds="[)")
    note = models.CharField(max_length=100, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["day", "id"], name="group_on_day")]

    def __str__(self) -> str:
        return f"{self.made_by_id} {self.day}"


class GroupSeat(models.Model):
    """One person of a group, with the booking. Whoever leaves cancels their own; the row stays."""

    group = models.ForeignKey(GroupBooking, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="group_seats")
    booking = models.OneToOneField(Booking, on_delete=models.PROTECT, related_name="group_seat")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "person"], name="once_in_a_group")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.group_id}"
