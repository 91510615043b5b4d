"""The seam to the mailbox that answers come into, and to what they say."""

from django.conf import settings

from integrations.calendar.answers import NoReply, Reply, Says, reply_in
from integrations.mailbox import Drawer, Mailbox, MailboxUnavailable, OpenMailbox, Waiting
from integrations.mailbox.imap import ImapMailbox
from integrations.mailbox.mail import Mail, MalformedMail, mail_in, message_id_of

__all__ = [
    "Drawer",
    "Mail",
    "Mailbox",
    "MailboxUnavailable",
    "MalformedMail",
    "NoReply",
    "OpenMailbox",
    "Reply",
    "Says",
    "Waiting",
    "mail_in",
    "mailbox_of_answers",
    "message_id_of",
    "reply_in",
]


def mailbox_of_answers() -> Mailbox | None:
    """The mailbox of the settings; None where none is named, and nobody reads what is answered."""
    if not settings.REPLIES:
        return None
    reached = {name: settings.REPLIES[name] for name in ("host", "port", "tls", "user", "password", "folder")}
    return ImapMailbox(
        **reached, ca_file=settings.OUTBOUND["ca_file"], plain_networks=tuple(settings.OUTBOUND["networks"])
    )
