"""Crisis management always holds a pass: given with any answer while the database can still say who they are."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from core import clock
from people.policies.roles import Role
from people.selectors.signed_in import SignedIn
from roster.standby.roster_pass import COOKIE, RosterPass, give, pass_of, session_mark, take_back


class RosterPassMiddleware:
    """Gives a pass to whoever has the role and has none or an old one; takes it from whoever lost the role."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._answer(request)
        found = getattr(request, "auth", None)
        if not isinstance(found, SignedIn) or not found.session_digest or COOKIE in response.cookies:
            return response
        crisis = Role.CRISIS in found.viewer.roles
        if not crisis and COOKIE not in request.COOKIES:
            return response
        held = pass_of(request)
        if held is not None and held.account_id != found.account.pk:
            held = None
        if crisis and (held is None or held.is_due or not held.crisis):
            give(response, pass_for(request, found, crisis=True, before=held))
        elif not crisis and held is not None and held.crisis:
            take_back(response)
        return response


def pass_for(request: HttpRequest, found: SignedIn, *, crisis: bool, before: RosterPass | None = None) -> RosterPass:
    """A new pass for who is signed in; an opening that still holds is carried over from the one before."""
    person = found.account.person
    still_open = before if before is not None and before.is_open else None
    return RosterPass(
        account_id=found.account.pk,
        name=person.name if person else found.account.username,
        person_id=found.viewer.person_id,
        language=person.language if person else "ja",
        session=session_mark(request.COOKIES[settings.SESSION_COOKIE_NAME]),
        crisis=crisis,
        issued_at=int(clock.now().timestamp()),
        reason=still_open.reason if still_open else None,
        opened_at=still_open.opened_at if still_open else None,
    )
