"""Whose address a request comes from, when proxies stand in between."""

import ipaddress
from collections.abc import Mapping, Sequence
from typing import Any

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def client_address(meta: Mapping[str, Any], trusted: Sequence[Network]) -> tuple[str, bool]:
    """The client's address, and whether a trusted proxy handed the request on.

    X-Forwarded-For counts only behind a trusted proxy, and is read from its right end: the first address that is not a
    trusted proxy is the client, because everything left of it may be invented.
    """
    nearest = str(meta.get("REMOTE_ADDR") or "")
    if not trusted or not within(nearest, trusted):
        return nearest, False
    hops = [hop.strip() for hop in str(meta.get("HTTP_X_FORWARDED_FOR") or "").split(",") if hop.strip()]
    for hop in reversed(hops):
        try:
            ipaddress.ip_address(hop)
        except ValueError:
            break
        nearest = hop
        if not within(hop, trusted):
            break
    return nearest, True


def within(address: str, networks: Sequence[Network]) -> bool:
    """Whether the address is one and lies in one of the networks."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(parsed.version == network.version and parsed in network for network in networks)
