"""The pass: a signed cookie that says who may read the roster while the database cannot be asked.

Given to crisis management alone for that; in everybody else's it only says that the roster was opened, and why. It is
bound to the session's cookie, and ends by its own age: nobody can take it back earlier while the database is silent.
"""

from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from access.session_key import digest_of
from core import clock

COOKIE = "kyoseki_roster"
_SALT = "roster.pass"


@dataclass(frozen=True, slots=True)
class RosterPass:
    """Whose pass it is. `reason` and `opened_at` (seconds since 1970) are set once the roster was opened."""

    account_id: int
    name: str
    person_id: int | None
    language: str
    session: str
    crisis: bool
    issued_at: int
    reason: str | None = None
    opened_at: int | None = None

    def opened(self, reason: str, at: datetime) -> "RosterPass":
        """The pass of somebody who has opened the roster for this reason."""
        return replace(self, reason=reason, opened_at=int(at.timestamp()))

    @property
    def is_open(self) -> bool:
        """Whether the roster was opened within the lifetime of a pass."""
        return self.opened_at is not None and _age(self.opened_at) < lifetime()

    @property
    def opened_instant(self) -> datetime:
        """When the roster was opened. Raises ValueError before that."""
        if self.opened_at is None:
            raise ValueError("not opened")
        return datetime.fromtimestamp(self.opened_at, UTC)

    @property
    def is_due(self) -> bool:
        """Whether half of its life is over."""
        return _age(self.issued_at) > lifetime() / 2


def lifetime() -> timedelta:
    """How long a pass lasts: the setting ROSTER_PASS_HOURS."""
    return timedelta(hours=settings.ROSTER_PASS_HOURS)


def pass_of(request: HttpRequest) -> RosterPass | None:
    """The pass that came with the request, if it is ours, not over, and of the session that came along."""
    cookie, key = request.COOKIES.get(COOKIE), request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if not cookie or not key:
        return None
    try:
        found = RosterPass(**signing.loads(cookie, salt=_SALT, max_age=lifetime()))
    except (signing.BadSignature, TypeError):
        return None
    return found if found.session == session_mark(key) and _age(found.issued_at) < lifetime() else None


def session_mark(key: str) -> str:
    """What binds a pass to a session, and does not tell its key nor the digest in the table."""
    return digest_of(f"{_SALT}:{key}")[:32]


def give(response: HttpResponseBase, held: RosterPass) -> None:
    """Send the pass as a cookie with the answer."""
    response.set_cookie(
        COOKIE,
        signing.dumps(asdict(held), salt=_SALT),
        max_age=int(lifetime().total_seconds()),
        path="/api/v1/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def take_back(response: HttpResponseBase) -> None:
    """Have the browser forget its pass."""
    response.delete_cookie(COOKIE, path="/api/v1/", samesite="Lax")


def _age(seconds: int) -> timedelta:
    return timedelta(seconds=clock.now().timestamp() - seconds)
