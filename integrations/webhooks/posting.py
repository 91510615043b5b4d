"""One signed post to a receiver."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic

from integrations.web.client import Allowed, Limits, fetch

LIMITS = Limits(connect_seconds=5, whole_seconds=10, most_bytes=1_000_000, most_redirects=0)
"""A receiver answers at once and does its work afterwards."""

LONGEST_ANSWER = 400


@dataclass(frozen=True, slots=True)
class Answered:
    """A receiver's answer: its status, the beginning of what it said, and how long it took."""

    status: int
    beginning: str
    milliseconds: int


def post(address: str, *, allowed: Allowed, headers: Mapping[str, str], body: bytes) -> Answered:
    """Post `body`, which is JSON; a redirect is an answer and is not followed. Raises WebUnavailable."""
    begun = monotonic()
    found = fetch(
        address,
        allowed=allowed,
        method="POST",
        headers={**headers, "Content-Type": "application/json"},
        body=body,
        limits=LIMITS,
    )
    text = found.body[: LONGEST_ANSWER * 4].decode(errors="replace").replace("\x00", "")
    return Answered(found.status, text[:LONGEST_ANSWER], round((monotonic() - begun) * 1000))
