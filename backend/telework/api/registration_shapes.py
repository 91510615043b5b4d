"""A registration as it is answered."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.http import Http404
from rest_framework.request import Request

from core.problems import refusal_problem
from core.revision import revisions
from core.words import Language, language_of
from people.api.answers import person_brief
from people.api.viewer import viewer_of
from people.models import Person
from telework.selectors.registrations_seen import SeenRegistration, seen_registration


def seen_or_404(request: Request, registration_id: int) -> SeenRegistration:
    """The registration as whoever asks sees it; Http404 where it is not theirs to see."""
    found = seen_registration(registration_id, viewer_of(request), revisions())
    if found is None:
        raise Http404
    return found


def registration_answer(request: Request, registration_id: int) -> dict[str, Any]:
    """A Registration in the reader's language; Http404 as `seen_or_404`."""
    return registration_shapes(request, [seen_or_404(request, registration_id)])[0]


def registration_shapes(request: Request, seen: Sequence[SeenRegistration]) -> list[dict[str, Any]]:
    """Registrations in the reader's language; one query for whoever decides about them."""
    people = deciders({pk for one in seen for pk in (*one.approvers.managers, *one.approvers.delegates.values())})
    language = language_of(request)
    return [_shape(one, people, language) for one in seen]


def _shape(seen: SeenRegistration, people: Mapping[int, Person], language: Language) -> dict[str, Any]:
    row, standing = seen.registration, seen.standing
    in_place_of = people.get(standing.decided_for) if standing and standing.decided_for else None
    return {
        "id": row.pk,
        "person": person_brief(row.person),
        "fiscal_year": row.fiscal_year,
        "state": row.state,
        "reason_class": row.reason_class,
        "place_kind": row.place_kind,
        "place": row.place,
        "contact": row.contact,
        "terminal": row.terminal,
        "trained_on": row.trained_on,
        "pledged_at": row.pledged_at,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "comment": row.comment,
        "submitted_at": row.submitted_at,
        "decided_at": row.decided_at,
        "decided_by": person_brief(row.decided_by) if row.decided_by else None,
        "decided_as": row.decided_as,
        "decided_for": person_brief(row.decided_for) if row.decided_for else None,
        "decides_as": standing.decided_as.value if standing else "",
        "in_place_of": person_brief(in_place_of) if in_place_of else None,
        "deciders": [person_brief(people[pk]) for pk in sorted(seen.approvers.managers) if pk in people],
        "missing": [refusal_problem(refused, language) for refused in seen.missing],
        "warnings": [refusal_problem(refused, language) for refused in seen.warnings],
        "may": [action.value for action in seen.may],
        "version": row.version,
    }


def deciders(person_ids: Collection[int]) -> dict[int, Person]:
    """These people with their departments, by id."""
    return Person.objects.select_related("department").in_bulk(list(person_ids))
