"""`/accounts/proxy/login/`: a session for whom the reverse proxy has let in; its header counts from nobody else."""

from collections.abc import Callable
from urllib.parse import urlencode

import orjson
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.views.decorators.http import require_GET

from access.api.federation.ending import SIGN_IN, own_address
from access.api.session_cookie import keep_session
from access.policies.federation import Ended
from access.proxied import from_the_proxy, proxied_name
from access.services.entering import SignInFailed
from access.services.proxy_sign_in import enter_by_proxy, note_header_refused
from access.words import SignInProblem
from core.problems import CONTENT_TYPE, problem
from core.words import language_of


class ProxyHeaderMiddleware:
    """Refuses every request with the proxy's header that does not come from the proxy; in use only with the setting."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.PROXY_HEADER in request.META and not from_the_proxy(request.META):
            note_header_refused()
            body = problem(SignInProblem.PROXY_HEADER_REFUSED, 400, language_of(request))
            return HttpResponse(orjson.dumps(body), status=400, content_type=CONTENT_TYPE)
        return self._answer(request)


@require_GET
def proxy_login(request: HttpRequest) -> HttpResponse:
    """A session for whom the header names, and on to `next`; back to the sign-in page where it names nobody we know."""
    if not settings.PROXY_HEADER:
        raise Http404
    try:
        entered = enter_by_proxy(
            username=proxied_name(request.META) or "", leaving=request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        )
    except SignInFailed:
        return HttpResponseRedirect(f"{SIGN_IN}?{urlencode({'refused': Ended.UNKNOWN_ACCOUNT.value})}")
    to = own_address(request.GET.get("next"))
    if entered.pending:
        to = f"{SIGN_IN}?{urlencode({'to': to})}" if to != "/" else SIGN_IN
    rotate_token(request)
    response = HttpResponseRedirect(to)
    keep_session(response, entered)
    return response
