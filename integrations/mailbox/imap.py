"""A mailbox by IMAP (RFC 9051), over TLS with certificates always checked."""

import logging
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Any, Literal

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError, LoginError

from integrations.mailbox.port import Drawer, MailboxTrouble, MailboxUnavailable, Waiting

CONNECT_SECONDS = 5
READ_SECONDS = 20
MOST_AT_ONCE = 100
"""Mails of one pass."""
LARGEST = 1_000_000
"""Bytes of a mail that is read whole: an answer of a calendar has some thousand."""
HEADER = 65_536
"""Bytes of the header of a mail that is not."""

Network = IPv4Network | IPv6Network
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ImapMailbox:
    """Where the mailbox is. `tls` is `tls` (from the first byte), `starttls`, or `none`.

    Certificates are checked against `ca_file`, or what the machine trusts, and the server's name with them. `none` goes
    to `plain_networks` alone: a password that anybody can read is sent nowhere else.
    """

    host: str
    port: int
    tls: Literal["tls", "starttls", "none"]
    user: str
    password: str
    folder: str = "INBOX"
    ca_file: str = ""
    plain_networks: tuple[Network, ...] = ()

    @contextmanager
    def open(self) -> "Iterator[ImapFolder]":
        with _troubles():
            client = self._connect()
        try:
            with _troubles():
                folder = self._enter(client)
            yield folder
        finally:
            with suppress(OSError, IMAPClientError):
                client.logout()

    def _connect(self) -> IMAPClient:
        host = self.host if self.tls != "none" else self._address_in_the_house()
        context = ssl.create_default_context(cafile=self.ca_file or None) if self.tls != "none" else None
        timeout = SocketTimeout(connect=CONNECT_SECONDS, read=READ_SECONDS)
        client = IMAPClient(host, self.port, ssl=self.tls == "tls", ssl_context=context, timeout=timeout)
        try:
            if self.tls == "starttls":
                client.starttls(context)
            client.login(self.user, self.password)
        except (OSError, IMAPClientError) as error:
            with suppress(OSError, IMAPClientError):
                client.shutdown()
            if isinstance(error, LoginError):
                raise MailboxUnavailable(MailboxTrouble.PASSWORD, str(error)) from error
            raise
        return client

    def _address_in_the_house(self) -> str:
        """The server's address, where it and every other one of that name may be spoken to without TLS."""
        found = [str(one[4][0]) for one in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)]
        addresses = [ip_address(one.partition("%")[0]) for one in found]
        for address in addresses:
            if not any(address.version == network.version and address in network for network in self.plain_networks):
                raise MailboxUnavailable(MailboxTrouble.NOT_ALLOWED, f"{address} would be spoken to without TLS")
        return found[0]

    def _enter(self, client: IMAPClient) -> "ImapFolder":
        try:
            client.select_folder(self.folder)
        except IMAPClientError as error:
            if isinstance(error, IMAPClient.AbortError):
                raise
            raise MailboxUnavailable(MailboxTrouble.NO_FOLDER, str(error)) from error
        return ImapFolder(client, self.folder, moves=client.has_capability("MOVE"))


@dataclass(slots=True)
class ImapFolder:
    """The folder, open. A server that cannot move mails (RFC 6851) has them marked as read, and then those alone that
    are unread are looked at. One that does not let a mail go where it should has it marked too: it comes again, but
    behind those that are unread, so that nobody else's waits for it.
    """

    client: IMAPClient
    folder: str
    moves: bool

    def waiting(self) -> Sequence[Waiting]:
        with _troubles():
            numbers = sorted(self.client.search("UNSEEN"))
            if self.moves and len(numbers) < MOST_AT_ONCE:
                numbers += sorted(self.client.search("SEEN"))
            numbers = numbers[:MOST_AT_ONCE]
            sizes: dict[int, Any] = self.client.fetch(numbers, ["RFC822.SIZE"]) if numbers else {}
            there = ((number, int(sizes[number][b"RFC822.SIZE"])) for number in numbers if number in sizes)
            return [mail for number, size in there if (mail := self._fetch(number, size)) is not None]

    def put_away(self, number: int, drawer: Drawer) -> None:
        with _troubles():
            if not self.moves:
                self.client.add_flags([number], [b"\\Seen"], silent=True)
                return
            try:
                self._move(number, self._folder_of(drawer))
            except IMAPClientError as error:
                if isinstance(error, IMAPClient.AbortError):
                    raise
                logger.warning("a mail stays where it is: %s", error)
                self.client.add_flags([number], [b"\\Seen"], silent=True)

    def _move(self, number: int, target: str) -> None:
        if not self.client.folder_exists(target):
            self.client.create_folder(target)
        self.client.move([number], target)

    def _fetch(self, number: int, size: int) -> Waiting | None:
        """The mail; None where it went meanwhile, or the server cannot tell it."""
        whole = size <= LARGEST
        part = "BODY.PEEK[]" if whole else f"BODY.PEEK[HEADER]<0.{HEADER}>"
        try:
            answer: dict[bytes, Any] = self.client.fetch([number], [part]).get(number, {})
        except IMAPClientError as error:
            if isinstance(error, IMAPClient.AbortError):
                raise
            logger.warning("a mail cannot be read now: %s", error)
            return None
        content = next((value for name, value in answer.items() if name.startswith(b"BODY[")), None)
        return Waiting(number, size, content, whole=whole) if isinstance(content, bytes) else None

    def _folder_of(self, drawer: Drawer) -> str:
        found = self.client.list_folders(pattern=self.folder)
        delimiter = found[0][1].decode() if found and found[0][1] else "/"
        return f"{self.folder}{delimiter}{drawer.value}"


@contextmanager
def _troubles() -> Iterator[None]:
    """What went wrong on the wire, by the names of the port."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise MailboxUnavailable(MailboxTrouble.CERTIFICATE, str(error)) from error
    except TimeoutError as error:
        raise MailboxUnavailable(MailboxTrouble.TOO_SLOW, str(error)) from error
    except OSError as error:
        raise MailboxUnavailable(MailboxTrouble.UNREACHABLE, str(error)) from error
    except (IMAPClientError, ValueError) as error:
        raise MailboxUnavailable(MailboxTrouble.CUT_OFF, str(error)) from error
