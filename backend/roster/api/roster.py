"""`/roster/`: who is believed in the building now."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from people.selectors.signed_in import SignedIn
from roster.api.answers import OpenedSerializer, OpeningSerializer, RosterSerializer
from roster.api.authentication import actor_of
from roster.api.shapes import brief_of_state, brief_shape, roster_shape, seen_by
from roster.api.silence import DatabaseSilent
from roster.api.standing_by import RosterView, opened_pass
from roster.policies.head_count import Kind
from roster.selectors.head_counts import in_city, open_head_counts
from roster.selectors.roster import roster_from, roster_now
from roster.services.journal_merging import merge_journal
from roster.services.opening import open_roster
from roster.services.standing_by import open_standing_by
from roster.standby.last_copy import LastCopy, last_copy
from roster.standby.pass_giving import pass_for
from roster.standby.roster_pass import RosterPass, give, lifetime


class OpeningsView(RosterView):
    """Opening the roster, which is recorded."""

    @extend_schema(
        operation_id="roster_openings_create",
        request=OpeningSerializer,
        responses={
            200: OpenedSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            503: ProblemSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Open the roster for a drill or an emergency. The event log keeps who, when and why.

        Crisis management sees everybody, a manager the own sections. It stays open for as long as a pass lasts (12
        hours unless set otherwise), on this browser.
        """
        reason = _reason(request)
        opened_at = open_roster(actor=actor_of(request), reason=reason)
        actor = actor_of(request)
        found = request.auth
        if not isinstance(found, SignedIn):
            raise DatabaseSilent
        held = pass_for(request._request, found, crisis=actor.crisis).opened(reason.value, opened_at)
        return _opened(held, from_copy=False)

    def standing_by(self, request: Request, **kwargs: Any) -> Response:
        """Open it on the last copy; the journal keeps who, when and why."""
        reason = _reason(request)
        opened_at = open_standing_by(actor=actor_of(request), reason=reason)
        if not isinstance(request.auth, RosterPass):
            raise DatabaseSilent
        return _opened(request.auth.opened(reason.value, opened_at), from_copy=True)


class CurrentRosterView(RosterView):
    """Who is believed in the building now."""

    @extend_schema(
        operation_id="roster_retrieve",
        responses={
            200: RosterSerializer,
            304: None,
            403: ProblemSerializer,
            409: ProblemSerializer,
            503: ProblemSerializer,
        },
    )
    def get(self, request: Request) -> Response:
        """Everybody who is seen, expected or has left, by floor and section, with the source and its time.

        Has to be opened first. People whom visibility hides elsewhere are here: safety outweighs it, and every opening
        is on record. While the database is silent, crisis management gets the last copy (`from_copy`). Has an ETag.
        """
        held = opened_pass(request)
        merge_journal()
        actor = actor_of(request)
        roster = roster_now()
        counts = [brief_shape(one) for one in open_head_counts()]
        etag = etag_of(actor, held.reason, roster.digest, roster.day, counts)
        if unchanged(request, etag):
            return not_modified(etag)
        shape = roster_shape(
            seen_by(actor, roster),
            reason=held.reason,
            may_lead=actor.crisis,
            head_counts=counts,
            copy_written_at=None,
        )
        return Response(shape, headers=polled_headers(etag))

    def standing_by(self, request: Request, **kwargs: Any) -> Response:
        """The last copy."""
        held = opened_pass(request)
        copy = copy_or_503()
        shape = roster_shape(
            roster_from(copy.roster),
            reason=held.reason,
            may_lead=held.crisis,
            head_counts=[brief_of_state(one) for one in copy.head_counts if one["closed_at"] is None],
            copy_written_at=copy.written_at,
        )
        return Response(shape)


def copy_or_503() -> LastCopy:
    """The last copy. Raises DatabaseSilent where none was ever written."""
    copy = last_copy()
    if copy is None:
        raise DatabaseSilent
    return copy


def _reason(request: Request) -> Kind:
    wanted = OpeningSerializer(data=request.data)
    wanted.is_valid(raise_exception=True)
    return Kind(wanted.validated_data["reason"])


def _opened(held: RosterPass, *, from_copy: bool) -> Response:
    opened_at = held.opened_instant
    response = Response(
        {
            "reason": held.reason,
            "opened_at": in_city(opened_at),
            "until": in_city(opened_at + lifetime()),
            "from_copy": from_copy,
        }
    )
    give(response, held)
    return response
