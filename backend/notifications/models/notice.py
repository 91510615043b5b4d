"""What a person is told."""

from django.db import models
from django.db.models import Q

from people.models import Person

ONE_NOTICE_PER_EVENT = "one_notice_per_person_and_event"


class Notice(models.Model):
    """お知らせ: something that happened, told to one person once.

    `facts` holds what the sentence needs (days and instants in ISO 8601), so that a notice reads the same after what
    it speaks of has changed. `mail_due_at` null: no mail. A mail is claimed before it is handed to the mail server and
    marked sent afterwards; one claimed and never marked may have arrived, and is not sent again.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=40)
    event_id = models.BigIntegerField(help_text="of the event log, which nothing points at by foreign key")
    facts = models.JSONField(default=dict)
    link = models.CharField(max_length=200, help_text="the address in the product, such as /bookings")
    created_at = models.DateTimeField(db_index=True)
    read_at = models.DateTimeField(null=True)

    mail_due_at = models.DateTimeField(null=True)
    mail_in_digest = models.BooleanField(default=False)
    mail_tries = models.PositiveSmallIntegerField(default=0)
    mail_claimed_at = models.DateTimeField(null=True)
    mail_sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "event_id"], name=ONE_NOTICE_PER_EVENT)]
        indexes = [
            models.Index(fields=["person", "-id"], name="notice_of_person"),
            models.Index(fields=["person", "id"], name="notice_unread", condition=Q(read_at__isnull=True)),
            models.Index(
                fields=["mail_due_at"],
                name="notice_to_mail",
                condition=Q(mail_due_at__isnull=False, mail_claimed_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.person_id}"
