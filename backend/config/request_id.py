"""The request's id: taken over from a trusted proxy or made here, and said in answers, logs and the audit trail."""

import os
import re
from contextvars import ContextVar

_current: ContextVar[str] = ContextVar("request_id", default="")
_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{8,64}")


def current_request_id() -> str:
    """The id of the request being answered, or an empty text outside one."""
    return _current.get()


def begin_request(given: str | None) -> str:
    """Remember and return the id of a request that begins; a given one of an odd shape is replaced."""
    request_id = given if given and _ACCEPTED.fullmatch(given) else os.urandom(8).hex()
    _current.set(request_id)
    return request_id


def end_request() -> None:
    """Forget the id when the request is answered."""
    _current.set("")
