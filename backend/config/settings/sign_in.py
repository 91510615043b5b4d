"""How people sign in, as the environment says."""

import re

from config.settings.environment import Environment, Network

# The roles that are granted; the names are those of people.policies.roles, which settings may not import.
GRANTED_ROLES = ("facilities", "it", "hr", "crisis")


def second_factor_roles(env: Environment) -> frozenset[str]:
    """The roles whose accounts have to show a second factor."""
    roles = frozenset(env.words("KYOSEKI_SECOND_FACTOR_ROLES"))
    unknown = sorted(roles - set(GRANTED_ROLES))
    env.require(not unknown, f"KYOSEKI_SECOND_FACTOR_ROLES holds {unknown!r}; it may hold {', '.join(GRANTED_ROLES)}.")
    return roles


def proxy_settings(env: Environment) -> tuple[str, list[Network]]:
    """The header in which a reverse proxy names who it let in, as WSGI writes it (empty: none), and the proxies that
    may send it.
    """
    header = env.text("KYOSEKI_PROXY_HEADER")
    proxies = env.networks("KYOSEKI_PROXY_ADDRESSES")
    named = bool(re.fullmatch(r"[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)+", header))
    env.require(
        not header or named, f"KYOSEKI_PROXY_HEADER is {header!r}; it has to be a header's name, such as X-Remote-User."
    )
    env.require(
        bool(header) == bool(proxies),
        "KYOSEKI_PROXY_HEADER and KYOSEKI_PROXY_ADDRESSES go together: only a proxy named there is believed.",
    )
    return (f"HTTP_{header.upper().replace('-', '_')}" if header and named else ""), proxies
