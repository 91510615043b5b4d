"""One middleware for what every request needs: its id, the host check, security headers, a log line, figures."""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from audit.context import request_from
from config import metrics
from config.addresses import client_address
from config.masking import without_secrets
from config.request_id import request_id_from
from config.security import security_headers

log = logging.getLogger("kyoseki.request")

Answer = Callable[[HttpRequest], HttpResponse]

# Probes and scrapes come every few seconds and say nothing about people.
_QUIET = frozenset({"/healthz", "/readyz", "/metrics"})


class RequestMiddleware:
    """Wraps a request from its first to its last moment; the outermost of the stack."""

    def __init__(self, get_response: Answer) -> None:
        self._answer = get_response
        self._headers = tuple(security_headers(https=settings.HTTPS).items())
        self._https = bool(settings.HTTPS)
        self._trusted = tuple(settings.TRUSTED_PROXIES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        address, by_proxy = client_address(request.META, self._trusted)
        request_id = request_id_from(request.META.get("HTTP_X_REQUEST_ID") if by_proxy else None)
        if self._https:
            request.META["wsgi.url_scheme"] = (
                "https"  # TLS ends at the proxy; the setting knows, no header has to say so
            )
        agent = request.META.get("HTTP_USER_AGENT", "")
        with request_from(source_address=address, request_id=request_id, user_agent=agent):
            request.get_host()  # DisallowedHost becomes Django's answer 400
            response = self._answer(request)
            response["X-Request-ID"] = request_id
            if not response.streaming:
                response.headers.setdefault("Content-Length", str(len(response.content)))
            for name, value in self._headers:
                response.headers.setdefault(name, value)
            self._note(request, response, time.perf_counter() - began)
            return response

    def _note(self, request: HttpRequest, response: HttpResponse, seconds: float) -> None:
        route = request.resolver_match.route if request.resolver_match else "none"
        metrics.observe_request(request.method or "", route, response.status_code, seconds)
        if request.path in _QUIET:
            return
        # The query string stays out: it may hold what somebody searched for.
        log.info(
            "%s %s",
            request.method,
            without_secrets(request.path),
            extra={"status": response.status_code, "milliseconds": round(seconds * 1000, 1)},
        )
