"""What was put into linked calendars."""

from django.db import models

from calendars.models.link import CalendarLink
from calendars.policies.choices import SentState

ONE_EVENT_A_UID = "one_sent_event_a_uid"


class SentEvent(models.Model):
    """One event that we wrote, as the server had it last. `digest` is of what we said, and not of the file."""

    link = models.ForeignKey(CalendarLink, on_delete=models.CASCADE, related_name="sent")
    uid = models.CharField(max_length=255)
    href = models.CharField(max_length=1000)
    etag = models.CharField(max_length=255, blank=True)
    digest = models.CharField(max_length=64)
    holder_kind = models.CharField(max_length=16)
    holder_id = models.BigIntegerField()
    day = models.DateField()
    state = models.CharField(
        max_length=14, choices=[(s.value, s.value) for s in SentState], default=SentState.STORED.value
    )
    sent_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["day"], name="sent_event_of_day")]
        constraints = [models.UniqueConstraint(fields=["link", "uid"], name=ONE_EVENT_A_UID)]

    def __str__(self) -> str:
        return f"{self.link_id} {self.uid}"
