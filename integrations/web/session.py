"""A session of requests that cannot leave the list, wait without end, or be drowned."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import DEFAULT_POOLBLOCK, HTTPAdapter
from requests.hooks import default_hooks
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError, ReadTimeoutError

from integrations.web.allowed import Allowed
from integrations.web.connection import Guard, Resolve, checking_context, guarded_pools, resolved
from integrations.web.deadline import answered_within
from integrations.web.trouble import WebTrouble, WebUnavailable

_PIECE = 64 * 1024
# What a redirect may turn into a GET, as browsers do. Every other method goes on as it is (RFC 9110, 15.4).
_BECOMES_GET = frozenset({"GET", "HEAD", "POST"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`whole_seconds` is from the question to the last byte, redirects included; `most_bytes` after decompression."""

    connect_seconds: float = 5
    whole_seconds: float = 20
    most_bytes: int = 10_000_000
    most_redirects: int = 5


def guarded_session(allowed: Allowed, *, limits: Limits | None = None, resolve: Resolve = resolved) -> requests.Session:
    """A session for whoever wants one of requests (caldav). Every trouble of the way is raised as WebUnavailable.

    Proxies, certificates and passwords of the environment do not count, nor does what a caller says of time-outs,
    proxies and verification. A body is read before the answer is handed over, so `stream` changes nothing.
    """
    return _GuardedSession(allowed, limits or Limits(), resolve)


class _GuardedSession(requests.Session):
    def __init__(self, allowed: Allowed, limits: Limits, resolve: Resolve) -> None:
        super().__init__()
        self.trust_env = False
        self.max_redirects = limits.most_redirects
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self.headers["Accept-Encoding"] = "gzip, deflate"
        self.headers["User-Agent"] = "Kyoseki"
        self._whole_seconds = limits.whole_seconds
        self._follows_none = limits.most_redirects == 0
        self.adapters.clear()
        adapter = _GuardedAdapter(allowed, limits, resolve)
        self.mount("https://", adapter)
        self.mount("http://", adapter)

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        try:
            with answered_within(self._whole_seconds):
                return super().send(request, **kwargs)
        except requests.TooManyRedirects as error:
            raise WebUnavailable(WebTrouble.REDIRECTS, str(error)) from error
        except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema) as error:
            raise WebUnavailable(WebTrouble.NOT_ALLOWED, str(error)) from error
        except (requests.RequestException, ValueError) as error:  # ValueError: it sends one on to what is no address
            raise WebUnavailable(WebTrouble.UNREACHABLE, str(error)) from error

    def prepare_request(self, request: requests.Request) -> requests.PreparedRequest:
        try:
            return super().prepare_request(request)
        except (requests.RequestException, ValueError) as error:
            raise WebUnavailable(WebTrouble.NOT_ALLOWED, f"that is no address: {error}") from error

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        if self._follows_none:
            return None
        target = super().get_redirect_target(resp)
        if target is not None and resp.status_code in (301, 302) and resp.request.method not in _BECOMES_GET:
            resp.status_code = 308
        return target

    def rebuild_auth(self, prepared_request: requests.PreparedRequest, response: requests.Response) -> None:
        old, new = str(response.request.url), str(prepared_request.url)
        if urlsplit(old).scheme == "https" and urlsplit(new).scheme != "https":
            raise WebUnavailable(WebTrouble.NOT_ALLOWED, "it sends one on from https to http")
        ways: Any = super()
        ways.rebuild_auth(prepared_request, response)
        if ways.should_strip_auth(old, new):
            # A digest is worked out by a hook, which would answer whoever asks.
            prepared_request.hooks = default_hooks()


class _GuardedAdapter(HTTPAdapter):
    def __init__(self, allowed: Allowed, limits: Limits, resolve: Resolve) -> None:
        self._guard = Guard(allowed, connect_seconds=limits.connect_seconds, resolve=resolve)
        self._limits = limits
        self._context = checking_context(allowed.ca_file)
        super().__init__()

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = DEFAULT_POOLBLOCK, **pool_kwargs: Any
    ) -> None:
        super().init_poolmanager(connections, maxsize, block, ssl_context=self._context, **pool_kwargs)
        self.poolmanager.pool_classes_by_scheme = guarded_pools(self._guard)

    def build_connection_pool_key_attributes(
        self, request: requests.PreparedRequest, verify: object, cert: object = None
    ) -> tuple[Any, Any]:
        place, _ = super().build_connection_pool_key_attributes(request, True, None)
        return place, {"ssl_context": self._context}

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Nothing: the context checks, and nobody can tell it not to."""

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: Any = True,
        cert: Any = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        if "@" in urlsplit(str(request.url)).netloc:
            raise WebUnavailable(WebTrouble.NOT_ALLOWED, "an address holds neither a name nor a password")
        waits = (self._limits.connect_seconds, self._limits.whole_seconds)
        try:
            response = super().send(request, stream=True, timeout=waits, proxies={})
        except requests.RequestException as error:
            raise WebUnavailable(_trouble(error), str(error)) from error
        try:
            body = self._body(response)
        except (requests.RequestException, HTTPError, OSError) as error:
            raise WebUnavailable(_trouble(error), str(error)) from error
        finally:
            response.close()
        response.raw = BytesIO(body)
        return response

    def _body(self, response: requests.Response) -> bytes:
        pieces: list[bytes] = []
        size = 0
        for piece in response.raw.stream(_PIECE, decode_content=True):
            size += len(piece)
            if size > self._limits.most_bytes:
                raise WebUnavailable(WebTrouble.TOO_LARGE, f"more than {self._limits.most_bytes} bytes")
            pieces.append(piece)
        return b"".join(pieces)


def _trouble(error: BaseException) -> WebTrouble:
    """What lies at the bottom of an error: requests wraps urllib3's, which wraps the machine's."""
    chain: list[BaseException] = []
    rest: list[Any] = [error]
    while rest:
        one = rest.pop()
        if isinstance(one, BaseException) and one not in chain:
            chain.append(one)
            rest += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]
    if any(isinstance(one, ssl.SSLCertVerificationError) for one in chain):
        return WebTrouble.CERTIFICATE
    if any(isinstance(one, (TimeoutError, ReadTimeoutError, ConnectTimeoutError)) for one in chain):
        refused = any(isinstance(one, NewConnectionError) for one in chain)
        timed_out = any(isinstance(one, TimeoutError) for one in chain)
        return WebTrouble.UNREACHABLE if refused and not timed_out else WebTrouble.TOO_SLOW
    if any(isinstance(one, (requests.exceptions.SSLError, ssl.SSLError)) for one in chain):
        return WebTrouble.CERTIFICATE
    return WebTrouble.UNREACHABLE
