"""Registrations as somebody sees them: the own ones, those one decides about, and for HR all."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from core import clock
from core.fields import LARGEST_ID
from core.pagination import Page, PageWanted, paged
from core.refused import Refused
from core.revision import Slow
from people.models import Post
from people.policies.roles import Role
from people.policies.visibility import Viewer
from plans.selectors.working_days import city_calendar
from telework.models import Registration
from telework.policies.approving import Approvers, Standing, standing_of
from telework.policies.registering import RegistrationForm, missing_for, waited_too_long
from telework.policies.registration_transitions import registration_may
from telework.policies.states import STANDING_REGISTRATIONS, Actor, RegistrationAction, RegistrationState
from telework.selectors.approvers import approvers_of, delegations_to_approve, posts_on
from telework.selectors.registrations import TeleworkFacts, telework_facts

_WITH_PEOPLE = ("person__department", "decided_by__department", "decided_for__department")
_STILL_WRITTEN = (RegistrationState.DRAFT.value, RegistrationState.RETURNED.value)


@dataclass(frozen=True, slots=True)
class SeenRegistration:
    """A registration and what whoever asks is to it: `standing` says as what they decide, None that they do not."""

    registration: Registration
    actor: Actor
    approvers: Approvers
    standing: Standing | None
    may: tuple[RegistrationAction, ...]
    missing: tuple[Refused, ...]
    warnings: tuple[Refused, ...]


def own_registration(person_id: int, fiscal_year: int) -> Registration | None:
    """The person's registration of that year: the one that stands, else the latest that did."""
    rows = list(Registration.objects.filter(person_id=person_id, fiscal_year=fiscal_year).order_by("-pk"))
    standing = [row for row in rows if row.state in STANDING_REGISTRATIONS]
    return next(iter([*standing, *rows]), None)


def seen_registration(registration_id: int, viewer: Viewer, slow: Mapping[Slow, int]) -> SeenRegistration | None:
    """The registration, if it is for whoever asks: the person, and once submitted who may decide about it, and HR."""
    if registration_id > LARGEST_ID:
        return None
    row = Registration.objects.select_related(*_WITH_PEOPLE).filter(pk=registration_id).first()
    if row is None:
        return None
    (seen,) = as_seen([row], viewer, slow)
    if seen.actor is Actor.ONESELF:
        return seen
    decided = viewer.person_id is not None and row.decided_by_id == viewer.person_id
    theirs = seen.actor is Actor.APPROVER or decided or Role.HR in viewer.roles
    return seen if theirs and row.state != RegistrationState.DRAFT else None


def as_seen(rows: Sequence[Registration], viewer: Viewer, slow: Mapping[Slow, int]) -> list[SeenRegistration]:
    """These registrations as `viewer` sees them; six queries for any number."""
    today = clock.today()
    people = {row.person_id for row in rows}
    approvers = approvers_of(people, today)
    first = min((row.valid_from or today for row in rows), default=today)
    facts = telework_facts(people, first=min(first, today), last=today, slow=slow)
    return [_seen(row, viewer.person_id, approvers[row.person_id], facts[row.person_id], today) for row in rows]


def standing_about(
    row: Registration, person_id: int | None, approvers: Approvers, facts: TeleworkFacts, today: date
) -> Standing | None:
    """As what `person_id` may decide about the registration now; None for whoever may not."""
    return standing_of(person_id, approvers, covered=_covered(row, facts, today))


def waiting_for(person_id: int, today: date, slow: Mapping[Slow, int]) -> dict[int, Standing]:
    """The registrations that wait for a decision of this person, by id, with as what they would decide.

    Two queries for whoever decides about nobody.
    """
    departments = _departments_decided_by(person_id, today)
    if not departments:
        return {}
    rows = list(_below(departments, today).filter(state=RegistrationState.SUBMITTED.value, valid_to__gte=today))
    return _standings(rows, person_id, today, slow)


def decided_by(person_id: int, fiscal_year: int, today: date, slow: Mapping[Slow, int]) -> list[int]:
    """The ids of all registrations of a fiscal year about which this person decides, whatever their state."""
    departments = _departments_decided_by(person_id, today)
    rows = list(_below(departments, today).filter(fiscal_year=fiscal_year)) if departments else []
    return list(_standings(rows, person_id, today, slow))


def registrations_page(
    wanted: PageWanted, *, ids: Collection[int] | None, fiscal_year: int | None, state: str | None, oldest_first: bool
) -> Page[Registration]:
    """A page of registrations: those of `ids`, or for None all; drafts are their writers' alone and never here."""
    rows = Registration.objects.exclude(state=RegistrationState.DRAFT.value).select_related(*_WITH_PEOPLE)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    if fiscal_year is not None:
        rows = rows.filter(fiscal_year=fiscal_year)
    if state is not None:
        rows = rows.filter(state=state)

    def fetch(key: tuple[int, ...] | None, backwards: bool, limit: int) -> Sequence[Registration]:
        ascending = oldest_first is not backwards
        found = rows if key is None else rows.filter(**{"pk__gt" if ascending else "pk__lt": key[0]})
        return list(found.order_by("pk" if ascending else "-pk")[:limit])

    return paged(wanted, fetch, lambda row: (row.pk,))


def _seen(
    row: Registration, viewer_id: int | None, approvers: Approvers, facts: TeleworkFacts, today: date
) -> SeenRegistration:
    standing = standing_about(row, viewer_id, approvers, facts, today)
    actor = Actor.ONESELF if viewer_id == row.person_id else Actor.APPROVER if standing else Actor.OTHER
    writing = actor is Actor.ONESELF and row.state in _STILL_WRITTEN
    warned = facts.warned(today) if row.state == RegistrationState.SUBMITTED else None
    return SeenRegistration(
        registration=row,
        actor=actor,
        approvers=approvers,
        standing=standing,
        may=tuple(registration_may(RegistrationState(row.state), actor)),
        missing=tuple(missing_now(row, facts, approvers, today)) if writing else (),
        warnings=() if warned is None else (warned,),
    )


def missing_now(row: Registration, facts: TeleworkFacts, approvers: Approvers, today: date) -> list[Refused]:
    """Everything in the way of submitting the registration today."""
    form = RegistrationForm(
        fiscal_year=row.fiscal_year,
        place_kind=row.place_kind,
        place=row.place,
        contact=row.contact,
        trained_on=row.trained_on,
        pledged=row.pledged_at is not None,
    )
    decidable = bool(approvers.managers)
    return missing_for(form, facts.teleworker(today), today, facts.rules(today), decidable=decidable)


def _covered(row: Registration, facts: TeleworkFacts, today: date) -> bool:
    if row.state != RegistrationState.SUBMITTED or row.submitted_at is None:
        return False
    after_days = int(facts.rules(today).cover_after_days.value)
    calendar = city_calendar(facts.slow[Slow.CALENDAR])
    return waited_too_long(clock.city_day(row.submitted_at), today, after_days, calendar.is_working_day)


def _standings(
    rows: Sequence[Registration], person_id: int, today: date, slow: Mapping[Slow, int]
) -> dict[int, Standing]:
    people = {row.person_id for row in rows}
    approvers = approvers_of(people, today)
    facts = telework_facts(people, first=today, last=today, slow=slow)
    found = {
        row.pk: standing_about(row, person_id, approvers[row.person_id], facts[row.person_id], today) for row in rows
    }
    return {pk: standing for pk, standing in found.items() if standing is not None}


def _departments_decided_by(person_id: int, today: date) -> list[int]:
    delegators = delegations_to_approve(today).filter(delegate_id=person_id).values_list("delegator_id", flat=True)
    managing = posts_on(today).filter(person_id__in=[person_id, *delegators], manages=True)
    return list(managing.values_list("department_id", flat=True))


def _below(departments: Sequence[int], today: date) -> "QuerySet[Registration]":
    here = posts_on(today).filter(kind=Post.Kind.MAIN, department__lineage__overlap=departments)
    return Registration.objects.filter(Q(person_id__in=here.values("person_id"))).exclude(
        state=RegistrationState.DRAFT.value
    )
