"""Posts written as a plan says: opened, closed, never rewritten."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Q

from directory.policies.plan import Change, Plan
from directory.policies.runs import Did, Subject
from people.models import Department, Post

_ROWS_AT_ONCE = 2000


def write_posts(
    plan: Plan, departments: Mapping[str, Department], new: Mapping[str, int], *, day: date, since: date
) -> None:
    """Write the post changes of `plan`: what ends has the day before `day` as its last one.

    Posts of people who are new begin on `since`, others on `day`. A post that began on `day` and is wrong already is
    taken back: it was never anybody's.
    """
    _close([one for one in plan.of(Subject.POST) if one.did is Did.ENDED], departments, day)
    opened = [
        Post(
            person_id=one.person_id if one.person_id is not None else new[one.number],
            department=departments[one.department],
            kind=_kind(one),
            manages=_manages(one),
            active_from=day if one.person_id is not None else since,
        )
        for one in plan.of(Subject.POST, Did.ADDED)
    ]
    Post.objects.bulk_create(opened, batch_size=_ROWS_AT_ONCE)


def _close(ended: list[Change], departments: Mapping[str, Department], day: date) -> None:
    wrong = {(one.person_id, departments[one.department].pk, _kind(one), _manages(one)) for one in ended}
    current = Q(active_to__isnull=True) | Q(active_to__gte=day)
    rows = Post.objects.filter(current, person_id__in={one.person_id for one in ended})
    last_day = day - timedelta(days=1)
    never: list[int] = []
    over: list[int] = []
    for post in rows.only("person_id", "department_id", "kind", "manages", "active_from"):
        if (post.person_id, post.department_id, post.kind, post.manages) in wrong:
            (never if post.active_from > last_day else over).append(post.pk)
    Post.objects.filter(pk__in=never).delete()
    Post.objects.filter(pk__in=over).update(active_to=last_day)


def _kind(change: Change) -> str:
    return next(str(value) for value in change.fields["kind"] if value is not None)


def _manages(change: Change) -> bool:
    return next(bool(value) for value in change.fields["manages"] if value is not None)
