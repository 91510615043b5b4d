"""Asking another machine: `fetch` for one answer, `guarded_session` for whoever wants a session of requests."""

from collections.abc import Mapping
from dataclasses import dataclass

from requests.auth import HTTPBasicAuth

from integrations.web.allowed import Allowed
from integrations.web.connection import Resolve, resolved
from integrations.web.session import Limits, guarded_session

__all__ = ["Allowed", "Fetched", "Limits", "fetch", "guarded_session"]


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer, whatever its status. The names of `headers` are in small letters; `address` is where it came from."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    address: str


def fetch(
    address: str,
    *,
    allowed: Allowed,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    credentials: tuple[str, str] | None = None,
    limits: Limits | None = None,
    resolve: Resolve = resolved,
) -> Fetched:
    """One answer of an address; `credentials` are a name and a password (RFC 7617, UTF-8). Raises WebUnavailable.

    With `limits` of no redirects a redirect is an answer like any other. `resolve` looks names up.
    """
    limits = limits or Limits()
    with guarded_session(allowed, limits=limits, resolve=resolve) as session:
        answer = session.request(
            method,
            address,
            headers=dict(headers or {}),
            data=body,
            auth=HTTPBasicAuth(credentials[0].encode(), credentials[1].encode()) if credentials else None,
        )
        return Fetched(
            status=answer.status_code,
            headers={name.lower(): value for name, value in answer.headers.items()},
            body=answer.content,
            address=str(answer.url),
        )
