"""Attributes with very many values, which Active Directory hands over in ranges (MS-ADTS 3.1.1.3.1.3.3).

Instead of `member` it answers `member;range=0-1499`, and is asked for `member;range=1500-*` until a range ends in `*`.
"""

import re
from collections.abc import Mapping

import ldap
from ldap.ldapobject import LDAPObject

from integrations.directory.port import DirectoryUnavailable, Trouble

_RANGED = re.compile(r"(.+);range=(\d+)-(\d+|\*)", re.IGNORECASE)


def whole(connection: LDAPObject, dn: str, values: Mapping[str, list[bytes]]) -> dict[str, list[bytes]]:
    """The values by attribute, names in lower case, those that came in part completed. Raises ldap.LDAPError."""
    named = {name.lower(): list(these) for name, these in values.items()}
    for name in [name for name in named if _RANGED.fullmatch(name)]:
        attribute, _first, last = _parts(name)
        these = named.pop(name)
        while last != "*":
            part, last = _further(connection, dn, attribute, int(last) + 1)
            these += part
        named[attribute] = these
    return named


def _further(connection: LDAPObject, dn: str, attribute: str, first: int) -> tuple[list[bytes], str]:
    """The values from number `first` on, and the number of the last of them or `*`."""
    found = connection.search_ext_s(dn, ldap.SCOPE_BASE, attrlist=[f"{attribute};range={first}-*"])
    for name, values in next((values for at, values in found if at is not None), {}).items():
        if _RANGED.fullmatch(name.lower()) and _parts(name.lower())[:2] == (attribute, str(first)):
            return list(values), _parts(name.lower())[2]
    raise DirectoryUnavailable(f"{dn}: {attribute} ends before its value {first}", Trouble.CUT_OFF)


def _parts(name: str) -> tuple[str, str, str]:
    match = _RANGED.fullmatch(name)
    if match is None:
        raise ValueError(name)
    return match.group(1), match.group(2), match.group(3)
