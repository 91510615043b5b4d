"""Everything that a search finds, page by page (RFC 2696), whole or not at all."""

from collections.abc import Iterator, Sequence
from typing import Any

import ldap
from ldap.controls import SimplePagedResultsControl
from ldap.ldapobject import LDAPObject

from integrations.directory.ldap.ranges import whole
from integrations.directory.ldap.troubles import unavailable
from integrations.directory.mapping.entry import Entry
from integrations.directory.port import DirectoryFaulty, DirectoryUnavailable, Trouble


def found_below(
    connection: LDAPObject, base: str, wanted: str, attributes: Sequence[str], *, page_size: int, timeout_seconds: int
) -> Iterator[Entry]:
    """Each entry below `base` that the filter `wanted` means, with these attributes.

    Raises DirectoryUnavailable for any error on any page: what came before is then worth nothing.
    """
    control = SimplePagedResultsControl(criticality=True, size=page_size, cookie="")
    page = 0
    while True:
        page += 1
        try:
            request = connection.search_ext(
                base, ldap.SCOPE_SUBTREE, wanted, list(attributes), serverctrls=[control], timeout=timeout_seconds
            )
            _kind, found, _number, answered = connection.result3(request, timeout=timeout_seconds)
            # An answer without a DN is a referral to another server: those are not followed.
            for dn, values in ((dn, values) for dn, values in found if dn is not None):
                yield Entry(dn, whole(connection, dn, values))
        except ldap.LDAPError as error:
            raise unavailable(error, f"page {page} of {base}") from error
        except UnicodeDecodeError as error:
            raise DirectoryFaulty(base, f"a DN on page {page} is not UTF-8") from error
        cookie = _next_page(answered, base)
        if not cookie:
            return
        control.cookie = cookie


def _next_page(controls: Sequence[Any], base: str) -> bytes:
    for control in controls:
        if control.controlType == SimplePagedResultsControl.controlType:
            return bytes(control.cookie or b"")
    raise DirectoryUnavailable(f"{base}: the server does not answer page by page", Trouble.SIZE_LIMIT)
