"""How calendars are spoken to, and where the product may go at all, as the environment says."""

from typing import Any
from urllib.parse import urlsplit

from config.settings.environment import Environment

LEAVE_WORDS = ("休暇", "年休", "有給", "病休", "欠勤", "休み", "leave", "vacation", "holiday", "out of office")
TRIP_WORDS = ("出張", "外勤", "外出", "business trip", "trip")
HOME_WORDS = ("在宅", "テレワーク", "リモート", "telework", "remote", "working from home", "wfh")


def outbound_settings(env: Environment) -> dict[str, Any]:
    """Which hosts calendars and webhooks may live on, which private networks they may be in, whose certificates count.

    A host is a name (`caldav.city.example`), a name with everything below it (`*.city.example`), either with `:port`
    where only that port is meant. A host that is not named is never asked, and one that is named and lies at a private
    address only where its network is named too.
    """
    return {
        "calendar_hosts": tuple(env.words("KYOSEKI_CALENDAR_HOSTS")),
        "webhook_hosts": tuple(env.words("KYOSEKI_WEBHOOK_HOSTS")),
        "networks": tuple(env.networks("KYOSEKI_OUTBOUND_NETWORKS")),
        "ca_file": env.text("KYOSEKI_OUTBOUND_CA"),
    }


def calendar_settings(env: Environment, *, address: str) -> dict[str, Any]:
    """What calendars are told and how their words are understood; where the city's Garoon is, empty without one."""
    garoon = env.text("KYOSEKI_GAROON").rstrip("/")
    env.require(
        not garoon or urlsplit(garoon).scheme in {"http", "https"},
        f"KYOSEKI_GAROON is {garoon!r}; it has to be the address of Garoon, up to /g, grn.cgi or grn.exe.",
    )
    return {
        "garoon": garoon,
        "domain": env.text("KYOSEKI_CALENDAR_DOMAIN", urlsplit(address).hostname or "kyoseki.invalid"),
        "read_days": env.number("KYOSEKI_CALENDAR_READ_DAYS", 62, least=7, most=366),
        "words": {
            "leave": tuple(env.words("KYOSEKI_CALENDAR_LEAVE_WORDS")) or LEAVE_WORDS,
            "trip": tuple(env.words("KYOSEKI_CALENDAR_TRIP_WORDS")) or TRIP_WORDS,
            "home": tuple(env.words("KYOSEKI_CALENDAR_HOME_WORDS")) or HOME_WORDS,
        },
    }


def sealing_keys(env: Environment, *, production: bool, secret: str, old_secrets: list[str]) -> tuple[str, ...]:
    """The keys under which passwords of calendars and secrets of webhooks are stored, the present one first.

    Without a key of its own the product's secret key seals them too.
    """
    key, old = env.text("KYOSEKI_CALENDAR_KEY"), env.words("KYOSEKI_OLD_CALENDAR_KEYS")
    env.require(
        not (production and key and len(key) < 32),
        "KYOSEKI_CALENDAR_KEY has to be a secret of your own of at least 32 characters.",
    )
    return (*([key] if key else []), *old, secret, *old_secrets)
