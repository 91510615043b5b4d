"""Who acts, and from where: known to all that runs for a request or a job, without being passed along."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from ipaddress import ip_address


@dataclass(frozen=True, slots=True)
class Origin:
    """The account that acts (None: the product itself), its person and that one's name, the client's address and
    what it calls itself, the request's id, and the token of the program that acts in the account's place.
    """

    actor_id: int | None = None
    actor_name: str = ""
    actor_person_id: int | None = None
    source_address: str | None = None
    request_id: str = ""
    user_agent: str = ""
    token_id: int | None = None


NOBODY = Origin()
_current: ContextVar[Origin] = ContextVar("audit_origin", default=NOBODY)


def current_origin() -> Origin:
    """The origin of what happens now."""
    return _current.get()


@contextmanager
def request_from(*, source_address: str | None, request_id: str, user_agent: str = "") -> Iterator[None]:
    """Everything inside comes from this request; who sent it is added by `acts` when that is known."""
    token = _current.set(Origin(source_address=_address(source_address), request_id=request_id, user_agent=user_agent))
    try:
        yield
    finally:
        _current.reset(token)


def acts(*, actor_id: int, actor_name: str, actor_person_id: int | None = None, token_id: int | None = None) -> None:
    """Say who sent the request that is being answered, by which token if by one; forgotten with the request."""
    _current.set(
        replace(
            _current.get(),
            actor_id=actor_id,
            actor_name=actor_name,
            actor_person_id=actor_person_id,
            token_id=token_id,
        )
    )


def acting_for(person_id: int) -> int | None:
    """The person who acts now, where that is somebody else than `person_id`; None for oneself and for the product."""
    acting = _current.get().actor_person_id
    return None if acting == person_id else acting


def _address(text: str | None) -> str | None:
    """`text` if it is an address as PostgreSQL keeps one (no zone), else None: a socket's path is none."""
    bare = (text or "").partition("%")[0]
    try:
        ip_address(bare)
    except ValueError:
        return None
    return bare


@contextmanager
def acting_as(
    *, actor_id: int | None = None, actor_name: str, actor_person_id: int | None = None, request_id: str = ""
) -> Iterator[None]:
    """Everything inside is done by this actor: an import, a scheduled job, a test's person."""
    origin = replace(_current.get(), actor_id=actor_id, actor_name=actor_name, actor_person_id=actor_person_id)
    token = _current.set(replace(origin, request_id=request_id, token_id=None))
    try:
        yield
    finally:
        _current.reset(token)
