"""Leave to telework at all."""

from django.db import models
from django.db.models import Q

from people.models import Person
from telework.policies.forms import DecidedAs, ReasonClass, Terminal, UsualPlace
from telework.policies.states import STANDING_REGISTRATIONS, RegistrationState

ONE_REGISTRATION_A_YEAR = "one_registration_a_fiscal_year"


class Registration(models.Model):
    """利用者登録: from a person's application to the last day of its fiscal year.

    `fiscal_year` is the year in which it begins (令和8年度 is 2026: 1 April 2026 to 31 March 2027). Reason class,
    place and contact are for the person, the managers and HR.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="registrations")
    fiscal_year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in RegistrationState])
    reason_class = models.CharField(
        max_length=12, choices=[(r.value, r.value) for r in ReasonClass], default=ReasonClass.NONE.value
    )
    place_kind = models.CharField(
        max_length=16, choices=[(u.value, u.value) for u in UsualPlace], default=UsualPlace.OWN_HOME.value
    )
    place = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=100, blank=True)
    terminal = models.CharField(
        max_length=12, choices=[(t.value, t.value) for t in Terminal], default=Terminal.OWN_OFFICE.value
    )
    trained_on = models.DateField(null=True, blank=True, help_text="the information security training")
    pledged_at = models.DateTimeField(null=True, blank=True, help_text="when the pledge was made")
    valid_from = models.DateField(null=True, blank=True, help_text="the day of approval")
    valid_to = models.DateField(help_text="31 March of the fiscal year")
    comment = models.CharField(max_length=400, blank=True, help_text="of whoever returned, rejected or revoked it")
    created_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    decided_as = models.CharField(max_length=10, blank=True, choices=[(d.value, d.value) for d in DecidedAs])
    decided_for = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    reminded_at = models.DateTimeField(null=True, blank=True, help_text="when its end was last pointed out")
    version = models.PositiveIntegerField(default=1, help_text="one more with every change")

    class Meta:
        indexes = [
            models.Index(fields=["valid_to"], name="registration_to_expire", condition=Q(state="approved")),
            models.Index(fields=["submitted_at"], name="registration_waiting", condition=Q(state="submitted")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "fiscal_year"],
                name=ONE_REGISTRATION_A_YEAR,
                condition=Q(state__in=STANDING_REGISTRATIONS),
            ),
            models.CheckConstraint(
                name="registration_state_is_known", condition=Q(state__in=[s.value for s in RegistrationState])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.fiscal_year} {self.state}"
