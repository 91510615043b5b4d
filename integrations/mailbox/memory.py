"""A mailbox made of a dictionary, for tests."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from integrations.mailbox.port import Drawer, MailboxTrouble, MailboxUnavailable, Waiting


@dataclass(slots=True)
class MemoryMailbox:
    """Holds what `deliver` put into it; `away` makes it fail as a server that is not there."""

    away: bool = False
    largest: int = 1_000_000
    mails: dict[int, bytes] = field(default_factory=dict)
    drawers: dict[Drawer, list[bytes]] = field(default_factory=lambda: {drawer: [] for drawer in Drawer})
    _number: int = 0

    def deliver(self, content: bytes) -> None:
        """A mail comes in."""
        self._number += 1
        self.mails[self._number] = content

    @contextmanager
    def open(self) -> "Iterator[MemoryMailbox]":
        if self.away:
            raise MailboxUnavailable(MailboxTrouble.UNREACHABLE, "the mailbox in memory was switched off")
        yield self

    def waiting(self) -> Sequence[Waiting]:
        return [self._waiting(number, content) for number, content in self.mails.items()]

    def put_away(self, number: int, drawer: Drawer) -> None:
        content = self.mails.pop(number, None)
        if content is not None:
            self.drawers[drawer].append(content)

    def _waiting(self, number: int, content: bytes) -> Waiting:
        if len(content) <= self.largest:
            return Waiting(number, len(content), content, whole=True)
        head, gap, _ = content.partition(b"\r\n\r\n")
        return Waiting(number, len(content), head + gap, whole=False)
