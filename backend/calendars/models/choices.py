"""What a person wants to find in calendars."""

from django.db import models

from calendars.policies.choices import SectionAs, Spans, Titles
from people.models import Person


class CalendarChoices(models.Model):
    """What goes into the person's feed, linked calendars and invitations alike. No row: the defaults."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="calendar_choices")
    titles = models.CharField(max_length=8, choices=[(t.value, t.value) for t in Titles], default=Titles.FULL.value)
    spans = models.CharField(max_length=8, choices=[(s.value, s.value) for s in Spans], default=Spans.HOURS.value)
    with_desk = models.BooleanField(default=True, help_text="the desk's code and floor in title and location")
    with_telework = models.BooleanField(default=True)
    with_own_plans = models.BooleanField(default=True, help_text="the office without a desk, trips and leave")
    by_mail = models.BooleanField(default=False, help_text="invitations by mail, for a calendar that takes no link")
    section_as = models.CharField(
        max_length=8, choices=[(s.value, s.value) for s in SectionAs], default=SectionAs.SUMMARY.value
    )
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.person_id}"
