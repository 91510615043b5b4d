"""When a person wants which notices by mail."""

from django.db import models

from notifications.policies.groups import MailWhen, NoticeGroup
from people.models import Person

ONE_MAIL_CHOICE_PER_GROUP = "one_mail_choice_per_person_and_group"


class MailChoice(models.Model):
    """A choice that differs from the usual, or confirms it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="mail_choices")
    group = models.CharField(max_length=16, choices=[(one.value, one.value) for one in NoticeGroup])
    mail = models.CharField(max_length=8, choices=[(one.value, one.value) for one in MailWhen])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "group"], name=ONE_MAIL_CHOICE_PER_GROUP)]

    def __str__(self) -> str:
        return f"{self.person_id} {self.group} {self.mail}"
