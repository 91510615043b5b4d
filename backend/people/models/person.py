"""People as the directory knows them, their posts, and who may act for whom."""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from people.models.department import Department
from people.name import search_text
from people.policies.visibility import Visibility

ONE_MAIN_POST_AT_A_TIME = "one_main_post_at_a_time"
ONE_DELEGATION_AT_A_TIME = {
    "book": "one_delegation_to_book_at_a_time",
    "approve": "one_delegation_to_approve_at_a_time",
}
"""By scope: the same two people have one delegation of a kind on any day."""


class EmploymentClass(models.TextChoices):
    """任用区分, as the directory's employeeType names it."""

    REGULAR = "regular", "常勤"
    FISCAL_YEAR = "fiscal_year", "会計年度任用"
    REAPPOINTED = "reappointed", "再任用"
    CONDITIONAL = "conditional", "条件付採用"


class PersonKind(models.TextChoices):
    """職員, or 来庁者: somebody who comes for some days and holds a desk meanwhile. Nobody: see services.forgetting."""

    STAFF = "staff", "職員"
    VISITOR = "visitor", "来庁者"
    NOBODY = "nobody", "記録を消した人"


class Person(models.Model):
    """職員. Kept true from the directory; one who left stays, with the last day.

    A visitor (来庁者) is a person too, so that a desk is held for a visitor as for anybody else: with a host on the
    roll, the organisation they come from, and the days of the visit in `active_from` and `active_to`.
    """

    kind = models.CharField(max_length=8, choices=PersonKind, default=PersonKind.STAFF)
    host = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="visitors")
    organisation = models.CharField(max_length=100, blank=True, help_text="of a visitor")
    number = models.CharField(max_length=16, unique=True)
    directory_uuid = models.CharField(
        max_length=64,
        unique=True,
        null=True,
        blank=True,
        help_text="the entry's lasting identity: a renamed uid keeps it",
    )
    directory_id = models.CharField(
        max_length=64, unique=True, null=True, blank=True, help_text="the directory's name for signing in; may change"
    )
    name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=50)
    given_name = models.CharField(max_length=50, blank=True)
    kana = models.CharField(max_length=100, blank=True)
    search_text = models.CharField(max_length=400, blank=True, help_text="folded name, kana, number: see people.name")
    mail = models.EmailField(blank=True)
    title = models.CharField(max_length=50, blank=True)
    employment_class = models.CharField(max_length=16, choices=EmploymentClass, default=EmploymentClass.REGULAR)
    active_from = models.DateField(null=True, blank=True)
    active_to = models.DateField(null=True, blank=True, help_text="the last day")
    visibility = models.CharField(
        max_length=10, choices=[(v.value, v.value) for v in Visibility], default=Visibility.EVERYONE.value
    )
    language = models.CharField(max_length=2, choices=[("ja", "日本語"), ("en", "English")], default="ja")

    # The main post of today, kept beside the posts so that lists of people cost one join and not three.
    department = models.ForeignKey(Department, on_delete=models.PROTECT, null=True, blank=True, related_name="members")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="visitor_has_host_and_days",
                condition=~Q(kind="visitor")
                | Q(host__isnull=False, active_from__isnull=False, active_to__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.fold_names()
        super().save(*args, **kwargs)

    def fold_names(self) -> None:
        """Bring `search_text` up to date; whoever writes in bulk calls it for each."""
        self.search_text = search_text(name=self.name, kana=self.kana, number=self.number)


class Post(models.Model):
    """A person's place in a department: one main post at a time (本務), any number of concurrent ones (兼務)."""

    class Kind(models.TextChoices):
        MAIN = "main", "本務"
        CONCURRENT = "concurrent", "兼務"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="posts")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="posts")
    kind = models.CharField(max_length=10, choices=Kind)
    manages = models.BooleanField(default=False, help_text="所属長 of the department and of all below it")
    active_from = models.DateField()
    active_to = models.DateField(null=True, blank=True, help_text="the last day")

    class Meta:
        indexes = [models.Index(fields=["department", "person"], name="post_of_department")]
        constraints = [
            ExclusionConstraint(
                name=ONE_MAIN_POST_AT_A_TIME,
                expressions=[
                    (Func(F("person_id"), F("person_id"), Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
                    (
                        Func(F("active_from"), F("active_to"), Value("[]"), function="daterange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(kind="main"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.department_id}"


class Delegation(models.Model):
    """代理・代決: `delegate` may book or approve for `delegator` from one day to another."""

    class Scope(models.TextChoices):
        BOOK = "book", "席の予約"
        APPROVE = "approve", "承認"

    delegator = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="delegations_given")
    delegate = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="delegations_held")
    scope = models.CharField(max_length=8, choices=Scope)
    active_from = models.DateField()
    active_to = models.DateField(help_text="the last day")
    ended_at = models.DateTimeField(null=True, help_text="when it was ended before its last day")

    class Meta:
        constraints = [
            *(
                ExclusionConstraint(
                    name=name,
                    expressions=[
                        (
                            Func(F("delegator_id"), F("delegator_id"), Value("[]"), function="int8range"),
                            RangeOperators.OVERLAPS,
                        ),
                        (
                            Func(F("delegate_id"), F("delegate_id"), Value("[]"), function="int8range"),
                            RangeOperators.OVERLAPS,
                        ),
                        (
                            Func(F("active_from"), F("active_to"), Value("[]"), function="daterange"),
                            RangeOperators.OVERLAPS,
                        ),
                    ],
                    condition=Q(scope=scope, ended_at__isnull=True),
                )
                for scope, name in ONE_DELEGATION_AT_A_TIME.items()
            ),
            models.CheckConstraint(condition=~Q(delegator=F("delegate")), name="nobody_is_their_own_delegate"),
            models.CheckConstraint(
                condition=Q(active_to__gte=F("active_from")), name="delegation_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.delegate_id} for {self.delegator_id} ({self.scope})"


class Favourite(models.Model):
    """Somebody whom a person wants to find at a glance. Says nothing to that somebody, and opens nothing."""

    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="favourites")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "person"], name="one_favourite_per_person"),
            models.CheckConstraint(condition=~Q(owner=F("person")), name="nobody_is_their_own_favourite"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} of {self.owner_id}"
