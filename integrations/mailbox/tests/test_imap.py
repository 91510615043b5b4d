"""The IMAP adapter at a real Cyrus."""

import socket
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path
from typing import Literal

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from integrations.mailbox import imap
from integrations.mailbox.imap import ImapMailbox
from integrations.mailbox.port import Drawer, MailboxTrouble, MailboxUnavailable
from integrations.mailbox.tests.contract import FIRST, SECOND, Deliver, Drawers, MailboxContract
from tests.fixtures.certificates import Authority
from tests.fixtures.imap_server import MailAccount

HOUSE = (ip_network("127.0.0.0/8"),)


def mailbox_at(server: MailAccount) -> ImapMailbox:
    return ImapMailbox("127.0.0.1", server.tls, "tls", server.user, server.password, ca_file=str(server.ca_file))


def trouble_of(mailbox: ImapMailbox) -> MailboxTrouble:
    with pytest.raises(MailboxUnavailable) as refused, mailbox.open():
        pass
    return refused.value.trouble


class TestImapMailbox(MailboxContract):
    @pytest.fixture
    def mailbox(self, mail_account: MailAccount) -> ImapMailbox:
        return mailbox_at(mail_account)

    @pytest.fixture
    def away(self, mail_account: MailAccount) -> ImapMailbox:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = int(probe.getsockname()[1])
        return replace(mailbox_at(mail_account), port=port)

    @pytest.fixture
    def deliver(self, mail_account: MailAccount) -> Deliver:
        return mail_account.deliver

    @pytest.fixture
    def drawers(self, mail_account: MailAccount) -> Drawers:
        return lambda: {drawer: mail_account.folders()[f"INBOX/{drawer.value}"] for drawer in Drawer}


def test_tls_may_begin_later(mail_account: MailAccount) -> None:
    mail_account.deliver(FIRST)
    with replace(mailbox_at(mail_account), port=mail_account.plain, tls="starttls").open() as folder:
        assert [one.content for one in folder.waiting()] == [FIRST]


def test_without_tls_it_is_read_in_the_networks_named_for_it_alone(mail_account: MailAccount) -> None:
    mail_account.deliver(FIRST)
    openly = replace(mailbox_at(mail_account), port=mail_account.plain, tls="none")
    assert trouble_of(openly) is MailboxTrouble.NOT_ALLOWED
    assert trouble_of(replace(openly, plain_networks=(ip_network("10.0.0.0/8"),))) is MailboxTrouble.NOT_ALLOWED
    with replace(openly, plain_networks=HOUSE).open() as folder:
        assert [one.content for one in folder.waiting()] == [FIRST]


@pytest.mark.parametrize("tls", ["tls", "starttls"])
def test_a_certificate_nobody_vouches_for_is_not_believed(
    mail_account: MailAccount, tmp_path: Path, tls: Literal["tls", "starttls"]
) -> None:
    other = Authority.make(tmp_path / "other")
    port = mail_account.tls if tls == "tls" else mail_account.plain
    assert trouble_of(replace(mailbox_at(mail_account), port=port, tls=tls, ca_file=str(other.ca_file))) is (
        MailboxTrouble.CERTIFICATE
    )


def test_what_is_wrong_with_the_settings_is_said(mail_account: MailAccount) -> None:
    assert trouble_of(replace(mailbox_at(mail_account), password="another")) is MailboxTrouble.PASSWORD
    assert trouble_of(replace(mailbox_at(mail_account), folder="Nowhere")) is MailboxTrouble.NO_FOLDER


def test_a_folder_of_its_own_has_its_drawers_below_it(mail_account: MailAccount) -> None:
    with mail_account.client() as client:
        client.create_folder("INBOX/Answers")
        client.append("INBOX/Answers", FIRST)
    with replace(mailbox_at(mail_account), folder="INBOX/Answers").open() as folder:
        (one,) = folder.waiting()
        folder.put_away(one.number, Drawer.READ)
    assert mail_account.folders() == {"INBOX": 0, "INBOX/Answers": 0, "INBOX/Answers/Kyoseki-read": 1}


def test_a_drawer_that_takes_nothing_keeps_no_mail_behind_it_waiting(
    mail_account: MailAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = IMAPClient.move

    def move(client: IMAPClient, numbers: list[int], target: str) -> object:
        if target.endswith(Drawer.LEFT):
            raise IMAPClientError("move failed: NO [OVERQUOTA] Over quota")
        return moved(client, numbers, target)

    monkeypatch.setattr(imap, "MOST_AT_ONCE", 1)
    monkeypatch.setattr(IMAPClient, "move", move)
    mail_account.deliver(FIRST, SECOND)
    with mailbox_at(mail_account).open() as folder:
        (first,) = folder.waiting()
        folder.put_away(first.number, Drawer.LEFT)
        (second,) = folder.waiting()
        assert (first.content, second.content) == (FIRST, SECOND)
        folder.put_away(second.number, Drawer.READ)
        assert [one.number for one in folder.waiting()] == [first.number], "it is tried again when nothing else waits"


def test_a_mail_that_the_server_cannot_tell_hides_no_other(
    mail_account: MailAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail_account.deliver(FIRST, SECOND)
    with mailbox_at(mail_account).open() as folder:
        first, _second = folder.waiting()
        told = IMAPClient.fetch

        def fetch(client: IMAPClient, numbers: list[int], parts: list[str]) -> object:
            if numbers == [first.number]:
                raise IMAPClientError("FETCH failed: NO Internal error")
            return told(client, numbers, parts)

        monkeypatch.setattr(IMAPClient, "fetch", fetch)
        assert [one.content for one in folder.waiting()] == [SECOND]


def test_a_server_that_cannot_move_has_mails_marked_as_read(account_without_move: MailAccount) -> None:
    account_without_move.deliver(FIRST, SECOND)
    with mailbox_at(account_without_move).open() as folder:
        first, second = folder.waiting()
        folder.put_away(first.number, Drawer.READ)
        assert [one.number for one in folder.waiting()] == [second.number]
    assert account_without_move.folders() == {"INBOX": 2}
