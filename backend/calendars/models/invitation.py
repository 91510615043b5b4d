"""Invitations by mail, and the answers that were read."""

from django.db import models

from people.models import Person


class Invitation(models.Model):
    """招待メール: one event as the person was last told of it by mail, and what is to be told next.

    `due_at`: a mail is to be sent for the present `sequence`; null: the person knows. The number in `uid` is followed
    by what only the mail tells, so that an answer can only come from whoever got it. `said` has the wording's members;
    it outlives what it speaks of, so that it can be called off.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="invitations")
    uid = models.CharField(max_length=255)
    holder_kind = models.CharField(max_length=16)
    holder_id = models.BigIntegerField()
    day = models.DateField()
    sequence = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, help_text="of what was said last")
    said = models.JSONField(default=dict)
    cancelled = models.BooleanField(default=False)
    address = models.CharField(max_length=254, help_text="to which it went")
    due_at = models.DateTimeField(null=True)
    claimed_at = models.DateTimeField(null=True, help_text="when a worker took it to send")
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0, help_text="in which the mail server put it off")
    answer = models.CharField(max_length=16, blank=True, help_text="accepted, tentative or declined")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], name="invitation_due", condition=models.Q(due_at__isnull=False)),
            models.Index(fields=["day"], name="invitation_of_day"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "uid"], name="one_invitation_a_uid"),
            models.UniqueConstraint(fields=["person", "holder_kind", "holder_id"], name="one_invitation_a_holder"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.uid}"


class ReadReply(models.Model):
    """A mail that was read from the mailbox of answers, so that it counts once."""

    message_id = models.CharField(max_length=255, unique=True)
    outcome = models.CharField(max_length=32)
    read_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.message_id
