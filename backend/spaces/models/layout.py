"""Layouts: which areas and desks a floor has from a day on. The one in force is the latest that has begun."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from people.models import Department, Person
from spaces.models.building import Floor
from spaces.models.place import Area, Desk


class DeskMode(models.TextChoices):
    BOOKABLE = "bookable", "予約席"
    DROP_IN = "drop_in", "自由席"
    ASSIGNED = "assigned", "指定席"
    UNAVAILABLE = "unavailable", "利用不可"


class Feature(models.TextChoices):
    MONITOR = "monitor", "モニター"
    HEIGHT_ADJUSTABLE = "height_adjustable", "昇降机"
    QUIET = "quiet", "静かな席"
    ACCESSIBLE = "accessible", "車いす対応"
    WINDOW = "window", "窓ぎわ"


class Layout(models.Model):
    """レイアウト of one floor from `effective_from` until the day of the next. Past ones stay."""

    floor = models.ForeignKey(Floor, on_delete=models.PROTECT, related_name="layouts")
    effective_from = models.DateField()
    width = models.FloatField(help_text="metres")
    height = models.FloatField(help_text="metres")
    plan = models.TextField(help_text="sanitised SVG of what neither moves nor is booked: walls, columns, rooms")
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=150, blank=True, help_text="the name of whoever published it")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["floor", "effective_from"], name="one_layout_per_floor_and_day")]

    def __str__(self) -> str:
        return f"{self.floor_id} {self.effective_from}"


class AreaPlacement(models.Model):
    """An area in a layout: its name and bounds in metres from the floor's upper left."""

    layout = models.ForeignKey(Layout, on_delete=models.CASCADE, related_name="areas")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="placements")
    name = models.CharField(max_length=50)
    x = models.FloatField()
    y = models.FloatField()
    width = models.FloatField()
    height = models.FloatField()
    overflow = ArrayField(models.BigIntegerField(), default=list, blank=True, help_text="ids of areas, first first")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["layout", "area"], name="area_once_in_a_layout")]

    def __str__(self) -> str:
        return self.name


class AreaHome(models.Model):
    """A department at home in an area, every day or on one weekday (Monday is 0). An area without any is common."""

    placement = models.ForeignKey(AreaPlacement, on_delete=models.CASCADE, related_name="homes")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    weekday = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["placement", "department", "weekday"], name="department_at_home_once", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(weekday__isnull=True) | Q(weekday__lte=6), name="weekday_of_a_week"),
        ]

    def __str__(self) -> str:
        return f"{self.department_id} in {self.placement_id}"


class DeskPlacement(models.Model):
    """A desk in a layout: where it stands (metres, degrees), how it is used, what it has."""

    layout = models.ForeignKey(Layout, on_delete=models.CASCADE, related_name="desks")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="placements")
    area = models.ForeignKey(AreaPlacement, on_delete=models.CASCADE, related_name="desks")
    x = models.FloatField()
    y = models.FloatField()
    width = models.FloatField()
    height = models.FloatField()
    rotation = models.FloatField(default=0)
    mode = models.CharField(max_length=12, choices=DeskMode, default=DeskMode.BOOKABLE)
    features = ArrayField(models.CharField(max_length=20, choices=Feature), default=list, blank=True)
    assigned_to = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["layout", "desk"], name="desk_once_in_a_layout"),
            models.CheckConstraint(
                condition=Q(assigned_to__isnull=True) | Q(mode="assigned"), name="only_an_assigned_desk_has_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.desk_id} in {self.layout_id}"
