"""What Kyoseki wants of a mailbox that answers come into."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class MailboxTrouble(StrEnum):
    """Why a mailbox cannot be read.

    `not_allowed`: it would be spoken to without TLS outside the networks where that is let through; `password`: it
    wants another; `no_folder`: the folder of the settings is not there; `cut_off`: the connection broke, or the server
    answered what makes no sense.
    """

    NOT_ALLOWED = "not_allowed"
    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    PASSWORD = "password"  # noqa: S105 - the name of a trouble
    NO_FOLDER = "no_folder"
    TOO_SLOW = "too_slow"
    CUT_OFF = "cut_off"


class MailboxUnavailable(Exception):
    """Nothing can be read now. Mails stay where they are."""

    def __init__(self, trouble: MailboxTrouble, detail: str = "") -> None:
        super().__init__(f"{trouble}: {detail}" if detail else trouble.value)
        self.trouble = trouble
        self.detail = detail


class Drawer(StrEnum):
    """Where a mail is put once it was read: folders below the one it came into."""

    READ = "Kyoseki-read"
    """It counted."""
    LEFT = "Kyoseki-left"
    """It said nothing that could be done: somebody may want to look at it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mail in the folder. `number` names it there for as long as it is there; one that is larger (bytes) than the
    reader wants comes with `content` cut off after its header, and `whole` says so.
    """

    number: int
    size: int
    content: bytes
    whole: bool


class OpenMailbox(Protocol):
    """A folder that is open. Every method raises MailboxUnavailable."""

    def waiting(self) -> Sequence[Waiting]:
        """The mails that nobody put away yet, oldest first, not more than fit into one pass. Reading marks nothing.

        One that the server cannot tell, or did not let go when it was put away, keeps no other from being told.
        """
        ...

    def put_away(self, number: int, drawer: Drawer) -> None:
        """Take a mail out of what waits. It is moved and never deleted; one that is gone already is gone."""
        ...


class Mailbox(Protocol):
    """A mailbox at a server."""

    def open(self) -> AbstractContextManager[OpenMailbox]:
        """Go to the server and into the folder. Raises MailboxUnavailable."""
        ...
