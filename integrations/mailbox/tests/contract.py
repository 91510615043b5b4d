"""The promise of the port, kept by every adapter: inherit, and give `mailbox`, `away`, `deliver` and `drawers`."""

from collections.abc import Callable, Sequence

import pytest

from integrations.mailbox.port import Drawer, Mailbox, MailboxTrouble, MailboxUnavailable

FIRST = b"From: misaki@city.example\r\nMessage-ID: <1@city.example>\r\nSubject: one\r\n\r\nHello.\r\n"
SECOND = b"From: misaki@city.example\r\nMessage-ID: <2@city.example>\r\nSubject: two\r\n\r\nHello again.\r\n"
LARGE = b"From: misaki@city.example\r\nMessage-ID: <3@city.example>\r\n\r\n" + b"0123456789abcde\r\n" * 80_000
Deliver = Callable[[bytes], None]
Drawers = Callable[[], dict[Drawer, int]]


class MailboxContract:
    """`drawers()` says how many mails each drawer holds."""

    def contents(self, mailbox: Mailbox) -> Sequence[bytes]:
        with mailbox.open() as folder:
            return [one.content for one in folder.waiting()]

    def test_what_came_in_is_read_as_it_is_the_oldest_first(self, mailbox: Mailbox, deliver: Deliver) -> None:
        deliver(FIRST)
        deliver(SECOND)
        assert self.contents(mailbox) == [FIRST, SECOND]

    def test_reading_puts_nothing_away(self, mailbox: Mailbox, deliver: Deliver) -> None:
        deliver(FIRST)
        assert self.contents(mailbox) == self.contents(mailbox) == [FIRST]

    def test_what_was_put_away_waits_no_more_and_is_kept(
        self, mailbox: Mailbox, deliver: Deliver, drawers: Drawers
    ) -> None:
        deliver(FIRST)
        deliver(SECOND)
        with mailbox.open() as folder:
            first, second = folder.waiting()
            folder.put_away(first.number, Drawer.READ)
            assert [one.number for one in folder.waiting()] == [second.number]
            folder.put_away(second.number, Drawer.LEFT)
        assert self.contents(mailbox) == []
        assert drawers() == {Drawer.READ: 1, Drawer.LEFT: 1}

    def test_what_is_gone_already_is_gone(self, mailbox: Mailbox, deliver: Deliver) -> None:
        deliver(FIRST)
        with mailbox.open() as folder:
            (first,) = folder.waiting()
            folder.put_away(first.number, Drawer.READ)
            folder.put_away(first.number, Drawer.READ)
        assert self.contents(mailbox) == []

    def test_of_a_mail_that_is_too_large_the_header_is_read(self, mailbox: Mailbox, deliver: Deliver) -> None:
        deliver(LARGE)
        with mailbox.open() as folder:
            (one,) = folder.waiting()
        assert (one.whole, one.size) == (False, len(LARGE))
        assert one.content == LARGE.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"

    def test_a_server_that_is_away_says_so(self, away: Mailbox) -> None:
        with pytest.raises(MailboxUnavailable) as refused, away.open():
            pass
        assert refused.value.trouble is MailboxTrouble.UNREACHABLE
