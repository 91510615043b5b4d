"""What views of the roster have in common: each may have an answer for when the database is silent."""

from typing import Any

from django.db import Error
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.refused import Refused
from people.policies.roles import Role
from people.selectors.signed_in import SignedIn
from roster.api.authentication import RosterAuthentication
from roster.api.silence import DatabaseSilent
from roster.policies.refusals import RosterRefusal
from roster.standby.roster_pass import RosterPass, pass_of
from roster.standby.silence import SILENT, heard_nothing, is_silence


class _StandBy(Exception):
    """The pass let somebody in: answer from the files."""


class OpensRoster(BasePermission):
    """Crisis management, and managers for their sections; by pass crisis management alone."""

    roles = frozenset({Role.CRISIS, Role.MANAGER})

    def has_permission(self, request: Request, view: APIView) -> bool:
        if isinstance(request.auth, RosterPass):
            return request.auth.crisis
        return isinstance(request.auth, SignedIn) and not self.roles.isdisjoint(request.auth.viewer.roles)


class LeadsHeadCount(OpensRoster):
    """Crisis management."""

    roles = frozenset({Role.CRISIS})


class RosterView(APIView):
    """A view that stands by: `standing_by` answers from the files; where a view has none, it is a 503."""

    authentication_classes = [RosterAuthentication]
    permission_classes = [OpensRoster]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Let nobody past who came by pass: the handlers ask the database."""
        super().initial(request, *args, **kwargs)
        if isinstance(request.auth, RosterPass):
            raise _StandBy

    def handle_exception(self, exc: Exception) -> Response:
        """Answer from the files when the database turns out to be silent, also half-way through."""
        if isinstance(exc, Error) and isinstance(exc, SILENT) and is_silence(exc):
            heard_nothing()
            held = pass_of(self.request._request)
            exc = DatabaseSilent() if held is None or not held.crisis else _StandBy()
            self.request.auth = held
        if isinstance(exc, _StandBy):
            try:
                return self.standing_by(self.request, **self.kwargs)
            except Exception as error:  # noqa: BLE001 - whatever it is, it becomes an answer as any other would
                exc = error
        return super().handle_exception(exc)

    def standing_by(self, request: Request, **kwargs: Any) -> Response:
        """The answer without the database."""
        raise DatabaseSilent


def opened_pass(request: Request) -> RosterPass:
    """The pass of somebody who has opened the roster, and so is on record. Raises Refused before that."""
    held = pass_of(request._request)
    if held is None or not held.is_open:
        raise Refused(RosterRefusal.ROSTER_NOT_OPENED)
    return held
