"""What linked calendars propose."""

from django.contrib.postgres.fields import ArrayField, DateTimeRangeField
from django.db import models

from calendars.models.link import CalendarLink
from calendars.policies.choices import ProposalKind, ProposalState
from core.interval import Interval
from people.models import Person

ONE_PROPOSAL_A_DAY = "one_proposal_a_source_and_day"


class SeenResource(models.Model):
    """A file in a linked calendar that was read: its name and tag, and how many of its parts could not be read."""

    link = models.ForeignKey(CalendarLink, on_delete=models.CASCADE, related_name="seen")
    href = models.CharField(max_length=1000)
    etag = models.CharField(max_length=255, blank=True)
    malformed = models.PositiveIntegerField(default=0, help_text="parts of it that could not be read")
    malformed_line = models.PositiveIntegerField(default=0, help_text="where the first of them begins, from 1")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["link", "href"], name="one_seen_resource_a_href")]

    def __str__(self) -> str:
        return f"{self.link_id} {self.href}"


class SeenStretch(models.Model):
    """What a linked calendar says of a stretch of time: kind and interval alone, and whence. Proposals follow from it.

    `source` is a digest of the event's identity, so that it can be told from others and nothing be read in it.
    """

    link = models.ForeignKey(CalendarLink, on_delete=models.CASCADE, related_name="stretches")
    href = models.CharField(max_length=1000)
    source = models.CharField(max_length=64, help_text="SHA-256 of the event's UID and recurrence, in hexadecimal")
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in ProposalKind])
    during = DateTimeRangeField(default_bounds="[)")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="seen_stretch_is_a_place", condition=models.Q(kind__in=["leave", "trip", "home"])
            )
        ]

    def __str__(self) -> str:
        return f"{self.link_id} {self.kind} {self.during}"

    @property
    def interval(self) -> Interval:
        return Interval.of_range(self.during)


class Proposal(models.Model):
    """カレンダーからの提案: kind and stretch of one day. No title is stored; `source` is a digest of its identity.

    For `release` and `take_back`, `holder_kind` and `holder_id` name what would be given up; for one that was accepted,
    what came of it (an own plan, a telework request). `own_plans` are the ids of all own plans that came of it and that
    were not taken back through it: those that still stand are as they were made, for a word by hand makes others.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="calendar_proposals")
    link = models.ForeignKey(CalendarLink, on_delete=models.CASCADE, related_name="proposals")
    href = models.CharField(max_length=1000, blank=True)
    source = models.CharField(max_length=64, help_text="SHA-256 of the event's UID and recurrence, in hexadecimal")
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in ProposalKind])
    day = models.DateField()
    part = models.CharField(max_length=4, choices=[("full", "全日"), ("am", "午前"), ("pm", "午後")])
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in ProposalState], default=ProposalState.OPEN.value
    )
    automatic = models.BooleanField(default=False, help_text="accepted without asking")
    refused = models.CharField(max_length=64, blank=True, help_text="code of what kept it from being accepted")
    holder_kind = models.CharField(max_length=16, blank=True)
    holder_id = models.BigIntegerField(null=True)
    own_plans = ArrayField(models.BigIntegerField(), default=list)
    told_at = models.DateTimeField(
        null=True, help_text="when it was left to the person; null: it is still to be accepted unasked, or told of"
    )
    made_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "day"], name="open_proposal_of_person", condition=models.Q(state="open")),
            models.Index(fields=["day"], name="proposal_of_day"),
        ]
        constraints = [models.UniqueConstraint(fields=["link", "source", "day"], name=ONE_PROPOSAL_A_DAY)]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day} {self.kind} {self.state}"
