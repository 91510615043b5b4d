"""Whether a server answers at all, within a time: asked before libldap, which waits for a handshake without end."""

import socket
import ssl
from contextlib import closing
from typing import Final
from urllib.parse import urlsplit

from integrations.directory.port import DirectoryUnavailable, Trouble

_PORTS: Final = {"ldap": 389, "ldaps": 636}
_AT_ONCE = 16_384
"""Bytes: a record of TLS."""


def reach(server: str, timeout_seconds: int) -> None:
    """Nothing, when `server` takes a connection and, at an ldaps address, begins to speak TLS.

    So a server that is down is told from one that is not trusted, and one whose process stands still does not hold
    whoever asks: libldap with GnuTLS, as Debian builds it, keeps to no limit of time during the handshake. Nothing is
    sent here and no certificate is looked at; that is libldap's, right after. Raises DirectoryUnavailable.
    """
    url = urlsplit(server)
    if url.scheme == "ldapi":
        return
    try:
        address = (url.hostname or "", url.port or _PORTS[url.scheme])
        with closing(socket.create_connection(address, timeout_seconds)) as wire:
            if url.scheme == "ldaps":
                _shake_hands(wire)
    except TimeoutError as error:
        raise DirectoryUnavailable(f"{server} does not answer within {timeout_seconds} s", Trouble.TOO_SLOW) from error
    except OSError as error:
        raise DirectoryUnavailable(f"{server} cannot be reached: {error.strerror or error}") from error


def _shake_hands(wire: socket.socket) -> None:
    """In memory: a wrapped socket is left open where the server is gone before the first word of TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    heard, said = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = context.wrap_bio(heard, said)
    while True:
        try:
            tls.do_handshake()
        except ssl.SSLWantReadError:
            wire.sendall(said.read())
        except ssl.SSLError:
            return  # it answered; libldap says better what is wrong
        else:
            wire.sendall(said.read())
            return
        if not (answer := wire.recv(_AT_ONCE)):
            return  # likewise
        heard.write(answer)
