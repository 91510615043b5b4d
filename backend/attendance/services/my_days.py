"""One's own day, said: what would be given up is asked about first, and a section that falls short is told of."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from django.db import transaction

from attendance.policies.minimum import halves_broken
from attendance.selectors.own_words import with_desk_codes
from audit.services import record
from core import clock
from core.locks import Locked, lock
from core.refused import Refused
from core.revision import revisions
from people.models import Department, Post
from plans.policies.claims import PlanRefusal
from plans.policies.own_days import AWAY, Word
from plans.selectors.days import on_site
from plans.services.own_plans import say_own_day
from telework.selectors.approvers import managers_of, posts_on
from telework.selectors.staffing import sections_with_minimum, staffing_of


@transaction.atomic
def plan_own_day(
    *,
    person_id: int,
    day: date,
    am: Word | None = None,
    pm: Word | None = None,
    shift: str | None = None,
    letting_go: bool = False,
) -> None:
    """Take the person's word for a day: `plans.services.own_plans.say_own_day`, whose refusals name desks here.

    A trip or a leave that brings the section under its minimum is taken all the same, and its 所属長 hear of it.
    """
    away = any(word is not None and word.wish in AWAY for word in (am, pm))
    try:
        with _minimum_watched(person_id, day) if away else _unwatched():
            say_own_day(person_id=person_id, day=day, am=am, pm=pm, shift=shift, letting_go=letting_go)
    except Refused as refused:
        if refused.code != PlanRefusal.WOULD_LET_GO:
            raise
        raise Refused(refused.code, {"lets_go": with_desk_codes(refused.facts["lets_go"])}) from refused


def lock_sections(person_id: int, days: Iterable[date]) -> None:
    """Let nobody leave the person's section on these days meanwhile: before any lock of a person."""
    sections = {section.pk for day in days if (section := _section_of(person_id, day)[1])}
    if sections:
        lock(*((Locked.SECTION, pk) for pk in sections))


def _section_of(person_id: int, day: date) -> tuple[tuple[int, ...], Department | None]:
    """The lineage of the person's main post on `day`, and the nearest department in it that has a minimum."""
    post = posts_on(day).filter(person_id=person_id, kind=Post.Kind.MAIN).select_related("department").first()
    lineage = tuple(post.department.lineage or ()) if post else ()
    sections = sections_with_minimum([lineage])
    return lineage, next((sections[pk] for pk in reversed(lineage) if pk in sections), None)


@contextmanager
def _unwatched() -> Iterator[None]:
    yield


@contextmanager
def _minimum_watched(person_id: int, day: date) -> Iterator[None]:
    """Compare who is on site before and after; nobody else leaves the section meanwhile."""
    lineage, nearest = _section_of(person_id, day)
    if nearest is None:
        yield
        return
    lock((Locked.SECTION, nearest.pk))
    slow = revisions()
    staffing = staffing_of([lineage], [person_id], [day], slow, sections={nearest.pk: nearest})
    members = [one.person_id for one in staffing.members.get(nearest.pk, ()) if one.on(day)]
    before = on_site(members, day, slow)
    yield
    after = on_site(members, day, slow)
    managers = sorted(managers_of([nearest.pk], clock.today()).get(nearest.pk, set()) - {person_id})
    for half in halves_broken(before, after, nearest.minimum_on_site):
        record(
            kind="attendance.minimum_broken",
            subject_kind="department",
            subject_id=nearest.pk,
            after={
                "department": nearest.pk,
                "department_name": nearest.name,
                "day": day,
                "half": half,
                "count": after[half],
                "minimum": nearest.minimum_on_site,
                "managers": managers,
            },
        )
