"""A connection to the first server that answers: reached, secured, and bound as the account that reads."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final
from urllib.parse import urlsplit

import ldap
from ldap.ldapobject import LDAPObject

from integrations.directory.ldap.options import connection_options, warn_if_unchecked
from integrations.directory.ldap.troubles import unavailable
from integrations.directory.port import DirectoryUnavailable, Trouble
from integrations.directory.settings import DirectorySettings

Progress = Callable[[str, str], None]
"""Is told what has been done: `reached`, `secured`, `bound`, and of which server or how many."""

_PORTS: Final = {"ldap": 389, "ldaps": 636}


@contextmanager
def connected(settings: DirectorySettings, password: str, progress: Progress) -> Iterator[LDAPObject]:
    """A bound connection, closed at the end. The servers are tried in turn.

    A wrong password is not tried at the next server: it would lock the account. Raises DirectoryUnavailable with what
    each server said.
    """
    warn_if_unchecked(settings)
    connection = _first(settings, password, progress)
    try:
        yield connection
    finally:
        _close(connection)


def _first(settings: DirectorySettings, password: str, progress: Progress) -> LDAPObject:
    failures: list[DirectoryUnavailable] = []
    for server in settings.servers:
        try:
            return _bound(server, settings, password, progress)
        except DirectoryUnavailable as failure:
            if failure.trouble is Trouble.PASSWORD:
                raise
            failures.append(failure)
    raise DirectoryUnavailable("; ".join(str(failure) for failure in failures), failures[0].trouble)


def _bound(server: str, settings: DirectorySettings, password: str, progress: Progress) -> LDAPObject:
    _reach(server, settings.timeout_seconds)
    progress("reached", server)
    connection = ldap.initialize(server, bytes_mode=False)
    try:
        for option, value in connection_options(settings).items():
            connection.set_option(option, value)
        if settings.start_tls:
            connection.start_tls_s()
            progress("secured", server)
    except ldap.LDAPError as error:
        _close(connection)
        raise unavailable(error, f"{server} cannot be spoken to in private", otherwise=Trouble.CERTIFICATE) from error
    try:
        connection.simple_bind_s(settings.bind_dn, password if settings.bind_dn else "")
    except ldap.LDAPError as error:
        _close(connection)
        if isinstance(error, ldap.SERVER_DOWN) and server.startswith("ldaps:"):
            doing = f"{server} answers, and TLS is not agreed on (its certificate, or the authority in ca_file)"
            raise unavailable(error, doing, otherwise=Trouble.CERTIFICATE) from error
        raise unavailable(error, f"{server} does not let {settings.bind_dn or 'nobody'} in") from error
    progress("bound", settings.bind_dn)
    return connection


def _reach(server: str, timeout_seconds: int) -> None:
    """Nothing, when something listens there: so that a server that is down is told from one that is not trusted."""
    url = urlsplit(server)
    if url.scheme == "ldapi":
        return
    try:
        socket.create_connection((url.hostname or "", url.port or _PORTS[url.scheme]), timeout_seconds).close()
    except TimeoutError as error:
        raise DirectoryUnavailable(f"{server} does not answer within {timeout_seconds} s", Trouble.TOO_SLOW) from error
    except OSError as error:
        raise DirectoryUnavailable(f"{server} cannot be reached: {error.strerror or error}") from error


def _close(connection: LDAPObject) -> None:
    try:
        connection.unbind_ext_s()
    except ldap.LDAPError:
        return
