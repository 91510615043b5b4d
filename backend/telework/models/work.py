"""What was done on a telework day, and what the device says of it."""

from django.db import models
from django.db.models import F, Q

from people.models import Person
from telework.models.request import TeleworkRequest
from telework.policies.forms import DecidedAs

ONE_OPEN_STRETCH = "one_open_work_stretch"
ONE_LOG_PER_STRETCH = "one_device_log_per_stretch"


class WorkStretch(models.Model):
    """A stretch of work of one request: start and resume open one, pause and end close it."""

    request = models.ForeignKey(TeleworkRequest, on_delete=models.PROTECT, related_name="stretches")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request"], name=ONE_OPEN_STRETCH, condition=Q(ended_at__isnull=True)),
            models.CheckConstraint(
                name="work_ends_after_it_begins", condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.started_at}"


class WorkReport(models.Model):
    """実施報告: what was done, from when to when as the person says, and the manager's confirmation.

    Minutes are whole. `device_minutes` is from the device's first log-on to its last log-off, `difference_minutes` how
    far the report is from it at the beginning or the end, whichever is more: null while there is no log of that day.
    """

    request = models.OneToOneField(TeleworkRequest, on_delete=models.PROTECT, related_name="report")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    break_minutes = models.PositiveSmallIntegerField(default=0)
    tasks_done = models.CharField(max_length=800)
    overtime_minutes = models.PositiveSmallIntegerField(default=0)
    overtime_ordered = models.BooleanField(default=False)
    device_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    difference_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    explanation = models.CharField(max_length=400, blank=True, help_text="of the difference from the device's log")
    reported_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_as = models.CharField(max_length=10, blank=True, choices=[(d.value, d.value) for d in DecidedAs])
    confirmed_for = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    comment = models.CharField(max_length=400, blank=True, help_text="of the manager")

    class Meta:
        constraints = [
            models.CheckConstraint(name="report_ends_after_it_begins", condition=Q(ended_at__gt=F("started_at")))
        ]

    def __str__(self) -> str:
        return f"report of {self.request_id}"


class DeviceLog(models.Model):
    """A stretch in which a terminal was in use by a person, as the log of devices has it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="device_logs")
    day = models.DateField()
    logged_on_at = models.DateTimeField()
    logged_off_at = models.DateTimeField()
    device = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "day"], name="device_log_of_person")]
        constraints = [
            models.UniqueConstraint(fields=["person", "logged_on_at", "device"], name=ONE_LOG_PER_STRETCH),
            models.CheckConstraint(
                name="device_log_ends_after_it_begins", condition=Q(logged_off_at__gt=F("logged_on_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.logged_on_at}"
