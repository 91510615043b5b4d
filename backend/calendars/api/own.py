"""Whose calendar a request is about: always one's own."""

from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request

from people.api.viewer import account_of
from people.models import Person


def person_of(request: Request) -> Person:
    """The person who sent the request. Raises PermissionDenied for an account that is nobody's on the roll."""
    person = account_of(request).person
    if person is None:
        raise PermissionDenied
    return person
