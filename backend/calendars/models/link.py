"""Calendars that people have linked, and servers that do not answer."""

from django.db import models

from calendars.policies.choices import Acceptance, LinkKind, LinkState, OnDeleted
from people.models import Person


class CalendarLink(models.Model):
    """連携カレンダー: one calendar of one person. The password is stored sealed.

    `trouble` is a code of integrations.calendar.Trouble, empty while all is well; `token` is where reading goes on.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="calendar_links")
    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in LinkKind])
    address = models.CharField(max_length=500, help_text="as typed")
    host = models.CharField(max_length=255, help_text="host and port, by which servers that are silent are left alone")
    username = models.CharField(max_length=255, blank=True)
    sealed_password = models.BinaryField(null=True)
    calendar = models.CharField(max_length=1000, help_text="the address of the calendar itself")
    calendar_name = models.CharField(max_length=200, blank=True)
    sends = models.BooleanField(help_text="one's days go there")
    takes_in = models.BooleanField(help_text="what is there proposes days")
    on_deleted = models.CharField(
        max_length=8, choices=[(o.value, o.value) for o in OnDeleted], default=OnDeleted.ASK.value
    )
    acceptance = models.CharField(
        max_length=10, choices=[(a.value, a.value) for a in Acceptance], default=Acceptance.ASK.value
    )
    state = models.CharField(
        max_length=8, choices=[(s.value, s.value) for s in LinkState], default=LinkState.ACTIVE.value
    )
    trouble = models.CharField(max_length=24, blank=True)
    troubled_since = models.DateTimeField(null=True)
    tries = models.PositiveIntegerField(default=0, help_text="tries in a row that failed")
    try_at = models.DateTimeField(null=True, help_text="not before then")
    token = models.TextField(blank=True, help_text="sync-token, CTag or ETag of what was read last")
    read_whole_at = models.DateTimeField(null=True, help_text="when everything was last read")
    sent_at = models.DateTimeField(null=True, help_text="when what is there was last as it should be")
    read_at = models.DateTimeField(null=True)
    waiting = models.PositiveIntegerField(default=0, help_text="changes that are not there yet, when last compared")
    waiting_since = models.DateTimeField(null=True, help_text="since when there have been some")
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, help_text="taken away by the person, or the person left")
    keeps_events = models.BooleanField(default=False, help_text="what we wrote stays there when the link has ended")

    class Meta:
        indexes = [
            models.Index(fields=["person"], name="live_link_of_person", condition=models.Q(ended_at__isnull=True)),
            models.Index(fields=["host"], name="live_link_of_host", condition=models.Q(ended_at__isnull=True)),
        ]
        constraints = [
            models.CheckConstraint(name="ics_is_only_read", condition=~models.Q(kind="ics", sends=True)),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.kind} of {self.person_id}"


class SilentServer(models.Model):
    """A host that did not answer: nobody's calendar there is tried before `try_at`, so none holds up the others."""

    host = models.CharField(max_length=255, unique=True)
    trouble = models.CharField(max_length=24, default="unreachable")
    since = models.DateTimeField()
    tries = models.PositiveIntegerField()
    try_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, help_text="when its people were told that it has been silent for a day")

    def __str__(self) -> str:
        return self.host
