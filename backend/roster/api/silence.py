"""503: the database does not answer, and what is asked for cannot be done without it."""

from rest_framework import status
from rest_framework.exceptions import APIException

from roster.policies.refusals import RosterRefusal


class DatabaseSilent(APIException):
    """Try again later; the screens keep what was typed."""

    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    problem_code = RosterRefusal.DATABASE_SILENT
