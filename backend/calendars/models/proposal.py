"""What linked calendars propose."""

from django.db import models

from calendars.models.link import CalendarLink
from calendars.policies.choices import ProposalKind, ProposalState
from people.models import Person

ONE_PROPOSAL_A_DAY = "one_proposal_a_source_and_day"


class SeenResource(models.Model):
    """A file in a linked calendar that was read: its name and tag, nothing of what it says.

    `repeats`: it is read again as days come into sight.
    """

    link = models.ForeignKey(CalendarLink, on_delete=models.CASCADE, related_name="seen")
    href = models.CharField(max_length=1000)
    etag = models.CharField(max_length=255, blank=True)
    repeats = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["link", "href"], name="one_seen_resource_a_href")]

    def __str__(self) -> str:
        return f"{self.link_id} {self.href}"


class Proposal(models.Model):
    """カレンダーからの提案: kind and stretch of one day. No title is stored; `source` is a digest of its identity.

    For `release` and `take_back`, `holder_kind` and `holder_id` name what would be given up; for one that was accepted,
    what came of it (an own plan, a telework request).
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
    made_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "day"], name="open_proposal_of_person", condition=models.Q(state="open")),
        ]
        constraints = [models.UniqueConstraint(fields=["link", "source", "day"], name=ONE_PROPOSAL_A_DAY)]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day} {self.kind} {self.state}"
