"""Mail that comes in."""

from integrations.mailbox.port import Drawer, Mailbox, MailboxTrouble, MailboxUnavailable, OpenMailbox, Waiting

__all__ = ["Drawer", "Mailbox", "MailboxTrouble", "MailboxUnavailable", "OpenMailbox", "Waiting"]
