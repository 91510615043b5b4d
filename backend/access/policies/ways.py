"""The ways in which somebody signs in."""

from enum import StrEnum


class Way(StrEnum):
    """Who vouched for the person when a session was opened."""

    PASSWORD = "password"  # noqa: S105 - a word; kept here: break-glass accounts, and the demonstration hall
    DIRECTORY = "directory"  # a bind at the city's directory
    OIDC = "oidc"
    SAML = "saml"
    PROXY = "proxy"  # a header of the reverse proxy, which asked Kerberos
    PASSKEY = "passkey"
