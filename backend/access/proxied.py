"""What a reverse proxy says in its header of who it has let in."""

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any

from django.conf import settings

from access.policies.federation import named_by


def proxied_name(meta: Mapping[str, Any]) -> str | None:
    """The user name in the proxy's header, None where there is none or it is of a domain that is not ours."""
    said = str(meta.get(settings.PROXY_HEADER) or "").strip() if settings.PROXY_HEADER else ""
    return named_by(said, domains=settings.PROXY_DOMAINS) if said and "," not in said else None


def from_the_proxy(meta: Mapping[str, Any]) -> bool:
    """Whether a request comes straight from one of the proxies that the settings name."""
    try:
        nearest = ip_address(str(meta.get("REMOTE_ADDR") or ""))
    except ValueError:
        return False
    return any(nearest.version == network.version and nearest in network for network in settings.PROXY_ADDRESSES)
