"""People of the small hall leave or move, as a run of the directory writes it."""

from datetime import date

from django.db import transaction

from core import clock
from core.revision import Slow, bump
from directory.followers import effects_of, followed, queue_to_follow
from directory.policies.roll_changed import Effect, Moved, RollChanged
from people.models import Person, Post
from tests.factories.hall import Hall


def leave(hall: Hall, *names: str) -> RollChanged:
    """They left yesterday, and everybody follows."""
    change = RollChanged(day=clock.today(), left=tuple(hall.person(name) for name in names))
    with transaction.atomic():
        queue_to_follow(change)
        Person.objects.filter(pk__in=change.left).update(active_to=change.before)
        _close(change.left, change.before)
        bump(Slow.PEOPLE)
        followed(change)
    return change


def move(hall: Hall, section: str, *names: str) -> RollChanged:
    """They work in `section` from today on, and manage nothing there; everybody follows."""
    change = would_move(hall, section, *names)
    change = RollChanged(
        day=change.day,
        moved=tuple(Moved(one.person_id, one.from_department, one.to_department) for one in change.moved),
    )
    with transaction.atomic():
        queue_to_follow(change)
        _close(change.moved_ids, change.before)
        department = hall.departments[section]
        for person_id in change.moved_ids:
            Post.objects.create(person_id=person_id, department=department, kind="main", active_from=change.day)
        Person.objects.filter(pk__in=change.moved_ids).update(department=department)
        bump(Slow.PEOPLE)
        followed(change)
    return change


def would_move(hall: Hall, section: str, *names: str) -> RollChanged:
    """The same move, not made yet."""
    to = hall.departments[section]
    people = Person.objects.filter(pk__in=[hall.person(name) for name in names]).order_by("pk")
    moved = [Moved(one.pk, one.department_id, to.pk, (tuple(to.lineage),), ()) for one in people]
    return RollChanged(day=clock.today(), moved=tuple(moved))


def effects(change: RollChanged, kind: str) -> list[tuple[int | None, object]]:
    """The effects of one kind: whose, and because of what."""
    found: list[Effect] = effects_of(change)
    return [(one.person_id, one.facts.get("because")) for one in found if one.kind == kind]


def _close(person_ids: tuple[int, ...], last: date) -> None:
    posts = Post.objects.filter(person_id__in=person_ids, active_to__isnull=True)
    posts.filter(active_from__gt=last).delete()
    posts.update(active_to=last)
