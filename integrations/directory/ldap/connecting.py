"""A connection to the first server that answers: reached, secured, and bound as the account that reads."""

from collections.abc import Iterator
from contextlib import contextmanager

import ldap
from ldap.ldapobject import LDAPObject

from integrations.directory.ldap.options import connection_options, warn_if_unchecked
from integrations.directory.ldap.reaching import reach
from integrations.directory.ldap.troubles import unavailable
from integrations.directory.port import DirectoryUnavailable, Progress, Trouble
from integrations.directory.settings import DirectorySettings


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
    reach(server, settings.timeout_seconds)
    progress("reached", server)
    connection = ldap.initialize(server)
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
    if server.startswith("ldaps:"):
        progress("secured", server)
    progress("bound", settings.bind_dn)
    return connection


def _close(connection: LDAPObject) -> None:
    try:
        connection.unbind_ext_s()
    except ldap.LDAPError:
        return
