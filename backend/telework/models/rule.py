"""Rules of telework, set for everyone or for a department."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from people.models import Department

ONE_RULE_PER_DEPARTMENT = "one_telework_rule_per_department"


class TeleworkRule(models.Model):
    """One row of rules and whom it is for. An empty member leaves the word to the department above.

    Of the rows that apply, the nearest department that says something wins; the row without one is for everyone, and
    what nobody says is in telework.policies.rules. Times are the city's clocks, days are working days unless said.
    """

    department = models.ForeignKey(Department, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=100, help_text="as a refusal calls it")
    name_en = models.CharField(max_length=100, blank=True)
    owner = models.CharField(max_length=100, help_text="whose rule it is")
    owner_en = models.CharField(max_length=100, blank=True)

    set_by_departments = ArrayField(
        models.CharField(max_length=32),
        null=True,
        blank=True,
        help_text="in the row for everyone: the rules that departments may set; empty: the usual ones",
    )

    registration_needed = models.BooleanField(null=True, blank=True)
    training_in_fiscal_year = models.BooleanField(
        null=True, blank=True, help_text="whether the security training has to be one of the fiscal year"
    )
    excluded_classes = ArrayField(
        models.CharField(max_length=16), null=True, blank=True, help_text="employment classes that cannot telework"
    )
    counter_duty = models.CharField(
        max_length=8, blank=True, choices=[("allow", "認める"), ("warn", "注意する"), ("refuse", "認めない")]
    )
    forms = ArrayField(models.CharField(max_length=10), null=True, blank=True, help_text="allowed forms")
    apply_by_days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="working days before the day; 0 is the same day"
    )
    apply_by_time = models.TimeField(null=True, blank=True, help_text="on the last day to apply")
    post_hoc_days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="working days after the day; 0 is never"
    )
    most_days_a_week = models.PositiveSmallIntegerField(null=True, blank=True, help_text="0 is no limit")
    most_days_a_month = models.PositiveSmallIntegerField(null=True, blank=True, help_text="0 is no limit")
    most_days_in_a_row = models.PositiveSmallIntegerField(null=True, blank=True, help_text="0 is no limit")
    office_days_a_week = models.PositiveSmallIntegerField(null=True, blank=True, help_text="at least so many")
    pool_terminals = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="how many the department shares; empty: not limited"
    )
    earliest_time = models.TimeField(null=True, blank=True)
    latest_time = models.TimeField(null=True, blank=True)
    day_minutes = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="office and telework of one day together"
    )
    documents_out = models.BooleanField(null=True, blank=True, help_text="whether documents may be taken out")
    overtime = models.BooleanField(null=True, blank=True, help_text="whether overtime may be reported without an order")
    minimum_on_site = models.CharField(
        max_length=8, blank=True, choices=[("warn", "注意する"), ("refuse", "認めない")], help_text="what too few does"
    )
    team_days = models.CharField(
        max_length=8, blank=True, choices=[("allow", "認める"), ("warn", "注意する"), ("refuse", "認めない")]
    )
    cover_after_days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="working days after which the next up may decide; 0 is never"
    )
    report_by_days = models.PositiveSmallIntegerField(null=True, blank=True, help_text="working days after the day")
    rest_hours = models.PositiveSmallIntegerField(null=True, blank=True, help_text="between two working days")
    difference_minutes = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="from the device log, beyond which a report explains itself"
    )
    allowance_days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="more than so many days a month on average, ordered in advance"
    )
    allowance_months = models.PositiveSmallIntegerField(null=True, blank=True, help_text="the months averaged")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["department"], name=ONE_RULE_PER_DEPARTMENT, nulls_distinct=False)
        ]

    def __str__(self) -> str:
        return self.name
