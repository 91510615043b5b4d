"""How a connection behaves: its limits of time, referrals, certificates. For python-ldap and what is built on it."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import ldap

from integrations.directory.settings import DirectorySettings

_log = logging.getLogger(__name__)
_SYSTEM_AUTHORITIES: Final = Path("/etc/ssl/certs/ca-certificates.crt")
"""Debian's, where no ca_file is given: GnuTLS, with which Debian builds libldap, trusts nobody by itself."""


def connection_options(settings: DirectorySettings) -> Mapping[int, object]:
    """The options of one connection, in the order in which they have to be set.

    A certificate has to be good for the name of the server, unless the settings say otherwise.
    """
    authorities = settings.ca_file or (_SYSTEM_AUTHORITIES if _SYSTEM_AUTHORITIES.is_file() else None)
    demanded = ldap.OPT_X_TLS_DEMAND if settings.check_certificate else ldap.OPT_X_TLS_NEVER
    return {
        ldap.OPT_PROTOCOL_VERSION: ldap.VERSION3,
        ldap.OPT_REFERRALS: 0,
        ldap.OPT_NETWORK_TIMEOUT: settings.timeout_seconds,
        ldap.OPT_TIMEOUT: settings.timeout_seconds,
        ldap.OPT_X_TLS_REQUIRE_CERT: demanded,
        **({ldap.OPT_X_TLS_CACERTFILE: str(authorities)} if authorities else {}),
        ldap.OPT_X_TLS_PROTOCOL_MIN: ldap.OPT_X_TLS_PROTOCOL_TLS1_2,
        # What was set of TLS holds from here on.
        ldap.OPT_X_TLS_NEWCTX: 0,
    }


def warn_if_unchecked(settings: DirectorySettings) -> None:
    """Say in the log that nobody proves who the server is, where the settings want it so."""
    if not settings.check_certificate:
        _log.warning("check_certificate is false: whoever stands between here and %s reads passwords", settings.name)
