"""What an error of LDAP means for whoever looks after the connection."""

from collections.abc import Mapping
from typing import Any, Final

import ldap

from integrations.directory.port import DirectoryUnavailable, Trouble

_TROUBLES: Final[Mapping[type[ldap.LDAPError], Trouble]] = {
    ldap.INVALID_CREDENTIALS: Trouble.PASSWORD,
    ldap.INVALID_DN_SYNTAX: Trouble.PASSWORD,
    ldap.TIMEOUT: Trouble.TOO_SLOW,
    ldap.TIMELIMIT_EXCEEDED: Trouble.TOO_SLOW,
    ldap.SIZELIMIT_EXCEEDED: Trouble.SIZE_LIMIT,
    ldap.ADMINLIMIT_EXCEEDED: Trouble.SIZE_LIMIT,
    ldap.NO_SUCH_OBJECT: Trouble.NO_BASE,
    ldap.REFERRAL: Trouble.NO_BASE,
    ldap.INSUFFICIENT_ACCESS: Trouble.REFUSED,
    ldap.INAPPROPRIATE_AUTH: Trouble.REFUSED,
    ldap.STRONG_AUTH_REQUIRED: Trouble.REFUSED,
    ldap.CONFIDENTIALITY_REQUIRED: Trouble.REFUSED,
    ldap.OPERATIONS_ERROR: Trouble.REFUSED,
    ldap.UNWILLING_TO_PERFORM: Trouble.REFUSED,
    ldap.UNAVAILABLE_CRITICAL_EXTENSION: Trouble.SIZE_LIMIT,
    ldap.CONNECT_ERROR: Trouble.CERTIFICATE,
}

_SAYS_NOTHING: Final = "(unknown error code)"


def unavailable(error: ldap.LDAPError, doing: str, *, otherwise: Trouble = Trouble.CUT_OFF) -> DirectoryUnavailable:
    """The error in the words of the port; `otherwise` is what a lost connection and anything else mean here."""
    found = next((trouble for kind, trouble in _TROUBLES.items() if isinstance(error, kind)), otherwise)
    return DirectoryUnavailable(f"{doing}: {said(error)}", found)


def said(error: ldap.LDAPError) -> str:
    """The server's own words."""
    facts: Mapping[str, Any] = error.args[0] if error.args and isinstance(error.args[0], dict) else {}
    words = [str(facts[name]).strip() for name in ("desc", "info") if facts.get(name)]
    return " – ".join(word for word in words if word != _SAYS_NOTHING) or type(error).__name__
