"""A bind at the directory: whether it takes a password. By django-auth-ldap, with the directory's own settings.

Nothing is learnt from the directory here but that answer: no account is made, no attribute or group is taken over.
Importing this module needs the extra `ldap`.
"""

import logging
import secrets
import time
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import ldap
from django_auth_ldap.backend import LDAPBackend, ldap_error
from django_auth_ldap.config import LDAPSearch

from access.sign_in import DirectoryDown, Identity
from integrations.directory.ldap.options import connection_options
from integrations.directory.ldap.reaching import reach
from integrations.directory.port import DirectoryUnavailable
from integrations.directory.settings import DirectorySettings
from people.models import Account

log = logging.getLogger("kyoseki.access")

SILENT_SECONDS = 5.0
"""After a directory did not answer it is not asked for so long: a server whose threads all wait answers nobody."""

# What a server says when it will not have this password, whatever its reason.
_REFUSALS = (
    ldap.INVALID_CREDENTIALS,
    ldap.INAPPROPRIATE_AUTH,
    ldap.UNWILLING_TO_PERFORM,
    ldap.CONSTRAINT_VIOLATION,
    ldap.INSUFFICIENT_ACCESS,
)


@dataclass(slots=True)
class _Memory:
    """What this process remembers of a directory: which server answered last, and until when not to ask."""

    server: str = ""
    quiet_until: float = 0.0


_memories: dict[tuple[str, ...], _Memory] = {}


def bind(
    directory: DirectorySettings, service_password: str, *, username: str, password: str, identity: Identity
) -> bool:
    """Whether the directory takes `password` for the entry that `username` finds, and that entry is `identity`.

    Where nothing is found it binds all the same, at a name that nobody has. An empty password is never sent: servers
    take it for nobody's. The servers are asked in turn. Raises DirectoryDown when none answers.
    """
    memory = _memories.setdefault(directory.servers, _Memory())
    if time.monotonic() < memory.quiet_until:
        raise DirectoryDown("it did not answer a moment ago")
    for server in sorted(directory.servers, key=lambda one: one != memory.server):
        try:
            answer = _PasswordBackend(directory, server, service_password).takes(username, password, identity)
        except _NoAnswer as error:
            log.warning("the directory does not answer: %s: %s", server, error)
            if error.is_about_ourselves:
                break
        else:
            memory.server, memory.quiet_until = server, 0.0
            return answer
    memory.quiet_until = time.monotonic() + SILENT_SECONDS
    raise DirectoryDown(directory.name)


class _NoAnswer(Exception):
    """This server could not be asked; its words are for the log. Where our own password is wrong no other server is
    tried with it, which would lock the account.
    """

    def __init__(self, words: str, *, is_about_ourselves: bool = False) -> None:
        super().__init__(words)
        self.is_about_ourselves = is_about_ourselves


class _PasswordBackend(LDAPBackend):
    """The library's backend for one server, which knows no accounts: it answers a stand-in that is never saved."""

    def __init__(self, directory: DirectorySettings, server: str, service_password: str) -> None:
        self._directory, self._server = directory, server
        self.default_settings = _settings(directory, server, service_password)

    def takes(self, username: str, password: str, identity: Identity) -> bool:
        """Whether this server takes the password for that entry. Raises _NoAnswer."""
        try:
            reach(self._server, self._directory.timeout_seconds)
            found = self.authenticate(  # type: ignore[no-untyped-call]  # the library has no types
                None, username=username, password=password
            )
        except DirectoryUnavailable as error:
            raise _NoAnswer(str(error)) from error
        except ldap.LDAPError as error:
            raise _NoAnswer(_words(error)) from error
        return found is not None and _is(identity, self._directory, found.ldap_user.attrs or {})

    def authenticate_ldap_user(self, ldap_user: Any, password: str) -> Any:
        """Bind as who was found, or as nobody, which takes as long."""
        if ldap_user.dn is None:
            try:
                ldap_user.connection.simple_bind_s(_nobody_below(self._directory.people.base), password)
            except _REFUSALS:
                return None
            return None
        return super().authenticate_ldap_user(  # type: ignore[no-untyped-call]  # as above
            ldap_user, password
        )

    def get_or_build_user(self, username: str, ldap_user: Any) -> tuple[Account, bool]:
        """No account is looked up or made here: whose it is was found before."""
        return Account(username=username), False


def _heard_error(sender: Any, *, context: str, exception: Exception, **_: Any) -> None:
    """The library would take any error for a refusal; one that is none has to be told apart."""
    if context != "authenticate":
        raise _NoAnswer(_words(exception), is_about_ourselves=isinstance(exception, _REFUSALS)) from exception
    if not isinstance(exception, _REFUSALS):
        raise _NoAnswer(_words(exception)) from exception


ldap_error.connect(_heard_error, sender=_PasswordBackend)


def _settings(directory: DirectorySettings, server: str, service_password: str) -> dict[str, Any]:
    attributes = directory.people.attributes
    found_by = f"(&{directory.people.filter}{directory.sign_in.filter})".replace("%", "%%").replace("{}", "%(user)s")
    return {
        "SERVER_URI": server,
        "START_TLS": directory.start_tls,
        "CONNECTION_OPTIONS": connection_options(directory),
        "BIND_DN": directory.bind_dn,
        "BIND_PASSWORD": service_password,
        "USER_SEARCH": LDAPSearch(
            directory.people.base,
            ldap.SCOPE_SUBTREE,
            found_by,
            [name for name in (attributes.uuid, attributes.number) if name],
        ),
        "NO_NEW_USERS": True,
        "ALWAYS_UPDATE_USER": False,
        "PERMIT_EMPTY_PASSWORD": False,
    }


def _is(identity: Identity, directory: DirectorySettings, entry: Any) -> bool:
    """Whether an entry is the person: a name that the directory gave to somebody else opens nothing.

    The lasting identity decides; where one side has none, the staff number; where that is not known either, the name.
    """
    attributes = directory.people.attributes
    uuid = _uuid(_first(entry, attributes.uuid), binary=attributes.uuid.lower() == "objectguid")
    if identity.uuid and uuid:
        return identity.uuid == uuid
    number = _first(entry, attributes.number).decode("utf-8", "replace")
    return not (identity.number and number) or identity.number == number


def _first(entry: Any, attribute: str) -> bytes:
    values = entry.get(attribute) if attribute else None
    value = values[0] if values else b""
    return value if isinstance(value, bytes) else str(value).encode()


def _uuid(value: bytes, *, binary: bool) -> str:
    if binary and len(value) == 16:
        return str(UUID(bytes_le=value))
    try:
        return str(UUID(value.decode("ascii", "replace")))
    except ValueError:
        return value.decode("ascii", "ignore").strip()


def _nobody_below(base: str) -> str:
    return f"cn={secrets.token_hex(16)},{base}"


def _words(error: Exception) -> str:
    """What the server said, without what was sent to it."""
    said = error.args[0] if error.args and isinstance(error.args[0], dict) else {}
    return ": ".join(str(said[key]) for key in ("desc", "info") if key in said) or type(error).__name__
