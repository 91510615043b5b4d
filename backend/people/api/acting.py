"""Acting for somebody else, over HTTP."""

from rest_framework import status
from rest_framework.exceptions import APIException
from rest_framework.request import Request

from core import clock
from people.api.viewer import viewer_of
from people.policies.acting import Relation
from people.selectors.acting import relation_now
from people.words import ActingProblem


class NotYoursToBook(APIException):
    """403: neither oneself, nor one's people, nor who has given it to one; nor a visitor, for facilities."""

    status_code = status.HTTP_403_FORBIDDEN
    problem_code = ActingProblem.NOT_YOURS_TO_BOOK


def relation_of(request: Request, person_id: int) -> Relation | None:
    """Why whoever asks may act for the person today, or None."""
    return relation_now(viewer_of(request), person_id, today=clock.today())


def allowed_to_act_for(request: Request, person_id: int) -> int:
    """The person's id, for whoever may act for them; NotYoursToBook otherwise, and for an id that nobody has."""
    if relation_of(request, person_id) is None:
        raise NotYoursToBook
    return person_id
