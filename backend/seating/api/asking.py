"""For when and for whom somebody asks: what the views of this app share."""

from datetime import date
from typing import Any

from django.http import Http404
from rest_framework import status
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.request import Request

from bookings.api.asking import person_of
from bookings.api.requests import interval_of
from core import clock
from core.fields import LARGEST_ID
from core.interval import Interval
from core.refused import Refused
from people.api.viewer import viewer_of
from people.models import Department, Person
from people.policies.visibility import Viewer
from people.selectors.acting import delegations_to_book
from people.selectors.finding import on_the_roll
from people.selectors.seen import seen_people
from people.words import ActingProblem
from seating.policies.discretion import Discretion, discretion_of
from seating.policies.naming import may_draw, may_name
from seating.policies.refusals import SeatingRefusal
from spaces.policies.floor_plan import BuildingHours
from spaces.selectors import buildings


class NotYoursToName(APIException):
    """403: among those named is somebody for whom one may not book."""

    status_code = status.HTTP_403_FORBIDDEN
    problem_code = ActingProblem.NOT_YOURS_TO_BOOK


def building_asked() -> BuildingHours:
    """The building whose hours the parts of a day are. Raises Refused where there is none yet."""
    every = buildings()
    if not every:
        raise Refused(SeatingRefusal.NO_DESK_TO_CHOOSE)
    return every[0]


def stretch_asked(values: dict[str, Any]) -> Interval:
    """The interval that validated values mean, in the city's zone."""
    return clock.in_city(interval_of(values, building_asked()))


def colleague(person_id: int | None) -> Person | None:
    """The person to sit near. Raises ValidationError for somebody who does not exist."""
    if person_id is None:
        return None
    found = Person.objects.filter(pk=person_id).first()
    if found is None:
        raise ValidationError({"near": ["unknown"]})
    return found


def people_named(request: Request, ids: list[int], day: date) -> tuple[list[Person], Discretion]:
    """Those whom somebody names for a group on `day`, in that order, each once; and what may be told of them.

    Raises ValidationError for somebody who is not on the roll, and NotYoursToName for somebody one may not name.
    """
    person_of(request)
    viewer, today = viewer_of(request), clock.today()
    found = {person.pk: person for person in on_the_roll(today).filter(pk__in=ids)}
    if unknown := [person_id for person_id in ids if person_id not in found]:
        raise ValidationError({"people": [f"unknown: {', '.join(map(str, unknown))}"]})
    delegators = frozenset(
        delegations_to_book(today).filter(delegate_id=viewer.person_id).values_list("delegator_id", flat=True)
    )
    seen = seen_people(found.values(), first=today, last=today)
    if not all(may_name(viewer, one, delegators=delegators) for one in seen.values()):
        raise NotYoursToName
    discretion = discretion_of(viewer, seen, delegators=delegators, day=day, today=today)
    return [found[person_id] for person_id in dict.fromkeys(ids)], discretion


def department_to_draw(request: Request, department_id: int) -> Department:
    """A department whose desks one may draw, or 404."""
    department = Department.objects.filter(pk=department_id).first() if department_id <= LARGEST_ID else None
    if department is None or not draws_for(viewer_of(request), department):
        raise Http404
    return department


def draws_for(viewer: Viewer, department: Department) -> bool:
    """Whether `viewer` may draw the department's desks."""
    return may_draw(viewer, department.lineage or [department.pk])
