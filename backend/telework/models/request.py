"""One day, or a part of it, that somebody wants to work elsewhere."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from core.interval import Interval
from people.models import Department, Person
from telework.models.order import TeleworkOrder
from telework.policies.forms import DecidedAs, Form, Origin, Terminal, Treatment, Unit
from telework.policies.states import STANDING_REQUESTS, RequestState

ONE_REQUEST_AT_A_TIME = "one_telework_request_at_a_time"


class TeleworkRequest(models.Model):
    """実施申請. `department` is that of the main post on the day; `during` is the stretch asked for.

    Approved (or ordered), it holds its stretch in the ledger. `version` goes up with every change, so that nobody
    decides about something else than what stood on the screen. Requests of one series share `series`.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="telework_requests")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, null=True, related_name="+")
    day = models.DateField()
    during = DateTimeRangeField(default_bounds="[)")
    unit = models.CharField(max_length=6, choices=[(u.value, u.value) for u in Unit])
    form = models.CharField(max_length=10, choices=[(f.value, f.value) for f in Form], default=Form.HOME.value)
    place = models.CharField(max_length=200, blank=True, help_text="empty: the usual place of the registration")
    shift = models.CharField(max_length=8, blank=True)
    tasks = models.CharField(max_length=400, blank=True)
    contact = models.CharField(max_length=100, blank=True)
    terminal = models.CharField(
        max_length=12, choices=[(t.value, t.value) for t in Terminal], default=Terminal.OWN_OFFICE.value
    )
    documents = models.CharField(max_length=200, blank=True, help_text="taken out; empty is none")
    treatment = models.CharField(
        max_length=6, choices=[(t.value, t.value) for t in Treatment], default=Treatment.DUTY.value
    )
    origin = models.CharField(max_length=10, choices=[(o.value, o.value) for o in Origin], default=Origin.REQUEST.value)
    post_hoc_reason = models.CharField(max_length=200, blank=True)
    order = models.ForeignKey(TeleworkOrder, on_delete=models.PROTECT, null=True, related_name="requests")
    series = models.UUIDField(null=True, blank=True)
    state = models.CharField(max_length=14, choices=[(s.value, s.value) for s in RequestState])
    comment = models.CharField(max_length=400, blank=True, help_text="of whoever returned, rejected or revoked it")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    decided_as = models.CharField(max_length=10, blank=True, choices=[(d.value, d.value) for d in DecidedAs])
    decided_for = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+", help_text="the 所属長 in whose place"
    )
    ended_at = models.DateTimeField(
        null=True, blank=True, help_text="when it was withdrawn, cancelled, revoked, rejected or found not performed"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["person", "day"], name="telework_of_person"),
            models.Index(fields=["department", "day"], name="telework_of_department"),
            models.Index(
                fields=["department", "submitted_at"], name="telework_waiting", condition=Q(state="submitted")
            ),
            models.Index(fields=["department", "day"], name="telework_to_confirm", condition=Q(state="reported")),
            models.Index(fields=["day"], name="telework_to_perform", condition=Q(state="approved")),
        ]
        constraints = [
            ExclusionConstraint(
                name=ONE_REQUEST_AT_A_TIME,
                expressions=[
                    (Func(F("person_id"), F("person_id"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=Q(state__in=STANDING_REQUESTS),
            ),
            models.CheckConstraint(
                name="telework_has_both_ends",
                condition=Q(during__isempty=False, during__lower_inf=False, during__upper_inf=False),
            ),
            models.CheckConstraint(
                name="telework_state_is_known", condition=Q(state__in=[s.value for s in RequestState])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"

    @property
    def interval(self) -> Interval:
        return Interval.of_range(self.during)
