"""What Kyoseki wants of a mail server."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """What calendars are told in a letter (RFC 6047): an iCalendar text and the METHOD that stands in it.

    `organizer` is the address that the text names as the organizer. The letter comes from there: groupware takes the
    sender for the organizer, whatever the text says.
    """

    method: str
    text: str
    organizer: str


@dataclass(frozen=True, slots=True)
class EnclosedFile:
    """A file that goes with a letter; `media_type` such as application/pdf."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A plain text for one reader, something for the reader's calendar where `calendar` is given, and files.

    `key` names the letter for ever: the same letter sent again has the same one.
    """

    to: str
    subject: str
    body: str
    key: str
    written_at: datetime
    calendar: CalendarPart | None = None
    files: tuple[EnclosedFile, ...] = ()


class MailUnavailable(Exception):
    """The server cannot be reached, or takes nothing from us now. Nothing was sent; later it may go."""


class LetterDeferred(Exception):
    """The server does not take this letter now and may later. It was not sent."""


class LetterRefused(Exception):
    """The server will never take this letter: the address is none, or is not known. It was not sent."""


class LetterLost(Exception):
    """The connection broke while the letter was handed over: it may or may not have been taken."""


class Handover(Protocol):
    """An open way to the server."""

    def send(self, letter: Letter) -> None:
        """Hand the letter over; once this returns the server has it.

        Raises LetterDeferred, LetterRefused or LetterLost about this letter, and MailUnavailable about all.
        """
        ...


class Post(Protocol):
    """A mail server."""

    def open(self) -> AbstractContextManager[Handover]:
        """Go to the server, for any number of letters. Raises MailUnavailable."""
        ...
