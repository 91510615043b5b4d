import pytest

from integrations.mailbox.memory import MemoryMailbox
from integrations.mailbox.tests.contract import Deliver, Drawers, MailboxContract


class TestMemoryMailbox(MailboxContract):
    @pytest.fixture
    def mailbox(self) -> MemoryMailbox:
        return MemoryMailbox()

    @pytest.fixture
    def away(self) -> MemoryMailbox:
        return MemoryMailbox(away=True)

    @pytest.fixture
    def deliver(self, mailbox: MemoryMailbox) -> Deliver:
        return mailbox.deliver

    @pytest.fixture
    def drawers(self, mailbox: MemoryMailbox) -> Drawers:
        return lambda: {drawer: len(mails) for drawer, mails in mailbox.drawers.items()}
