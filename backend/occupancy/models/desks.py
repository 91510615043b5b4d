"""What each desk was on a day."""

from django.db import models

from spaces.models import Area, Desk, DeskMode, Floor, Layout


class DeskDay(models.Model):
    """A desk of the layout in force on a day: in which slots it was in service and in use.

    Bit n of a mask is slot n; the counts beside them are of the core window alone. Mode, area and layout are those of
    the day, so a desk that moved or was retired leaves its past where it was.
    """

    day = models.DateField()
    working_day = models.BooleanField()
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+", db_index=False)
    floor = models.ForeignKey(Floor, on_delete=models.PROTECT, related_name="+", db_index=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", db_index=False)
    # A layout may be published anew on its first day: today's provisional rows name the one that went until they are
    # built again, and nobody has to look through years of rows for it.
    layout = models.ForeignKey(
        Layout, on_delete=models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False
    )
    mode = models.CharField(max_length=12)
    in_service = models.BigIntegerField()
    booked = models.BigIntegerField()
    checked_in = models.BigIntegerField()
    sensed = models.BigIntegerField()
    occupied = models.BigIntegerField()
    service_slots = models.PositiveSmallIntegerField()
    booked_slots = models.PositiveSmallIntegerField()
    checked_in_slots = models.PositiveSmallIntegerField()
    sensed_slots = models.PositiveSmallIntegerField()
    occupied_slots = models.PositiveSmallIntegerField()

    class Meta:
        # The day stands first, as rows lie on the disk: so the planner knows that a floor's days are near each other.
        constraints = [models.UniqueConstraint(fields=["day", "floor", "desk"], name="desk_day_once")]
        indexes = [
            models.Index(fields=["desk", "day"], name="desk_day_of_desk"),
            # Desks that were never used are looked for among the days that count; an assigned desk has none.
            models.Index(
                fields=["desk", "day"],
                name="desk_day_shared",
                condition=models.Q(working_day=True) & ~models.Q(mode=DeskMode.ASSIGNED.value),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.desk_id}"
