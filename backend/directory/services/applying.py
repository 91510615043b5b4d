"""Applying a plan: everything it says is written, or nothing."""

from dataclasses import replace
from datetime import date

from core.revision import Slow, bump
from directory.followers import followed, queue_to_follow
from directory.policies.fiscal_year import fiscal_year_start
from directory.policies.known import KnownRoll
from directory.policies.plan import Plan
from directory.policies.roll_changed import Moved, RollChanged
from directory.policies.runs import Did, Subject
from directory.services.writing_departments import write_departments
from directory.services.writing_people import write_accounts, write_people
from directory.services.writing_posts import write_posts
from people.models import Department, Person


def apply_plan(*, plan: Plan, known: KnownRoll, day: date, since: date | None = None) -> RollChanged:
    """Write `plan`, which `compare` made of `known`, in the caller's transaction, and let everyone follow.

    Changes hold from `day` on. `since` is the first day of the posts of people who are new: by default `day`, in the
    first run of all 1 April of its fiscal year. A plan without changes writes nothing and moves no revision.
    """
    if not plan.changes:
        return RollChanged(day=day)
    changed = _roll_changed(plan, day)
    # Before the first row is written: whoever books meanwhile holds places first and people's rows then.
    queue_to_follow(changed)
    departments = write_departments(plan, day=day, first=known.is_first)
    new = write_people(plan, departments, day=day, first=known.is_first)
    begins = since or (fiscal_year_start(day) if known.is_first else day)
    write_posts(plan, departments, new, day=day, since=begins)
    write_accounts(plan, new)
    bump(Slow.PEOPLE)
    changed = replace(changed, moved=_moved_to(changed.moved))
    followed(changed)
    return changed


def _roll_changed(plan: Plan, day: date) -> RollChanged:
    """Who left, moved and came back, with the departments in which they are before anything is written."""
    left = {one.person_id for one in plan.of(Subject.PERSON, Did.ENDED) if one.person_id is not None}
    returned = {one.person_id for one in plan.of(Subject.PERSON, Did.RETURNED) if one.person_id is not None}
    posts = {one.person_id for one in plan.of(Subject.POST) if one.person_id is not None} - left - returned
    gone = [one.key for one in plan.of(Subject.DEPARTMENT, Did.ENDED)]
    before = dict(Person.objects.filter(pk__in=posts).values_list("pk", "department_id"))
    return RollChanged(
        day=day,
        left=tuple(sorted(left)),
        moved=tuple(Moved(person_id, before[person_id], None) for person_id in sorted(posts)),
        returned=tuple(sorted(returned)),
        departments_ended=tuple(Department.objects.filter(code__in=gone).order_by("pk").values_list("pk", flat=True)),
    )


def _moved_to(moved: tuple[Moved, ...]) -> tuple[Moved, ...]:
    after = dict(Person.objects.filter(pk__in=[one.person_id for one in moved]).values_list("pk", "department_id"))
    return tuple(Moved(one.person_id, one.from_department, after[one.person_id]) for one in moved)
