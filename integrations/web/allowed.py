"""Where the product may go: which hosts by name, and which of their addresses."""

import ipaddress
from collections.abc import Iterator
from dataclasses import dataclass

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# All that was ever given out for the world (RFC 4291, 2.4). What Python calls global is more: site-local addresses
# (fec0::/10) and IPv4 ones with nothing but noughts before them (::10.0.0.1) are among it.
_UNICAST = ipaddress.ip_network("2000::/3")
# Public by its number, but inside Azure it is the machine's own keeper.
_KEEPERS = frozenset({ipaddress.ip_address("168.63.129.16")})


@dataclass(frozen=True, slots=True)
class Allowed:
    """Hosts that may be spoken to, private networks they may lie in, and the file of authorities that count for them.

    A host is `caldav.city.example`, `*.city.example` (that name and everything below it), either with `:port` where
    only that port is meant, or an address (`10.20.0.9`, `[fd00::9]:8443`). Without `ca_file` the system's count.
    """

    hosts: tuple[str, ...] = ()
    networks: tuple[Network, ...] = ()
    ca_file: str = ""

    def names(self, host: str, port: int) -> bool:
        """Whether a host is on the list. It is compared as it was written: 2130706433 is not 127.0.0.1."""
        return any(_means(entry, _plain(host), port) for entry in self.hosts)

    def reaches(self, address: Address) -> bool:
        """Whether an address may be connected to: a public one, or one of the networks, however it is dressed up."""
        return all(self._reaches(one) for one in _undressed(address))

    def inside(self, address: Address) -> bool:
        """Whether an address lies in the networks, where plain http is let through."""
        return all(self._inside(one) for one in _undressed(address))

    def _reaches(self, address: Address) -> bool:
        if address.is_multicast or address.is_unspecified:
            return False
        return self._inside(address) or (_is_public(address) and address not in _KEEPERS)

    def _inside(self, address: Address) -> bool:
        return any(address.version == network.version and address in network for network in self.networks)


def address_of(written: str) -> Address:
    """An address as the resolver writes it, without the interface of a link-local one. Raises ValueError."""
    return ipaddress.ip_address(written.partition("%")[0])


def _undressed(address: Address) -> Iterator[Address]:
    """The IPv4 address that an IPv6 one stands for; an IPv6 one that carries another along is both of them."""
    if isinstance(address, ipaddress.IPv4Address):
        yield address
        return
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
        return
    yield address
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    if address in _NAT64:
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def _is_public(address: Address) -> bool:
    given_out = isinstance(address, ipaddress.IPv4Address) or address in _UNICAST or address in _NAT64
    return given_out and address.is_global


def _means(entry: str, host: str, port: int) -> bool:
    name, only = _parts(entry)
    if only is not None and only != port:
        return False
    if name.startswith("*."):
        return host == name[2:] or host.endswith(name[1:])
    return bool(name) and host == name


def _parts(entry: str) -> tuple[str, int | None]:
    """A host of the list and its port."""
    name, colon, port = entry.strip().rpartition(":")
    if colon and port.isdecimal() and (":" not in name or name.endswith("]")):
        return _plain(name), int(port)
    return _plain(entry), None


def _plain(host: str) -> str:
    """A host's name for comparing: small letters, no dot at its end, no brackets, Japanese as it stands in DNS."""
    bare = host.strip().strip("[]").rstrip(".").lower()
    if bare.isascii():
        return bare
    try:
        return bare.encode("idna").decode()
    except UnicodeError:
        return ""
