"""How a way to an identity provider and back ends: in a session of ours, or on the sign-in page with a word why."""

import logging
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.utils.http import url_has_allowed_host_and_scheme

from access.api.session_cookie import keep_session
from access.policies.federation import Ended, Identity
from access.policies.ways import Way
from access.services.entering import SignInFailed
from access.services.federation import enter_by_identity

log = logging.getLogger("kyoseki.federation")

SIGN_IN = "/sign-in"


def came_in(request: HttpRequest, *, way: Way, identity: Identity, wanted: str | None) -> HttpResponse:
    """The answer to somebody the provider vouched for; `wanted` is the address they had asked for."""
    try:
        entered = enter_by_identity(
            provider=settings.FEDERATION[way],
            identity=identity,
            leaving=request.COOKIES.get(settings.SESSION_COOKIE_NAME),
        )
    except SignInFailed:
        return stayed_out(Ended.UNKNOWN_ACCOUNT)
    to = own_address(wanted)
    if entered.pending:
        to = f"{SIGN_IN}?{urlencode({'to': to})}" if to != "/" else SIGN_IN
    rotate_token(request)
    request.session.flush()
    response = HttpResponseRedirect(to)
    keep_session(response, entered)
    return response


def stayed_out(ended: Ended, why: str = "") -> HttpResponse:
    """Back to the sign-in page, which has words for `ended`; `why` is for the log alone."""
    if ended is not Ended.UNKNOWN_ACCOUNT:
        log.warning("sign-in elsewhere ended: %s %s", ended.value, why)
    return HttpResponseRedirect(f"{SIGN_IN}?{urlencode({'refused': ended.value})}")


def own_address(wanted: str | None) -> str:
    """`wanted` when it is the address of a screen of ours, else the first screen."""
    if not wanted or not wanted.startswith("/") or not url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return "/"
    return "/" if wanted.startswith(("/api/", "/accounts/", SIGN_IN)) else wanted
