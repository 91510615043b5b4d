"""The seam to the mail server, for invitations."""

from dataclasses import dataclass

from django.conf import settings

from integrations.mail import (
    CalendarPart,
    Handover,
    Letter,
    LetterDeferred,
    LetterLost,
    LetterRefused,
    MailUnavailable,
    Post,
)
from integrations.mail.smtp import SmtpPost

__all__ = [
    "CalendarPart",
    "Handover",
    "Letter",
    "LetterDeferred",
    "LetterLost",
    "LetterRefused",
    "MailUnavailable",
    "Organizer",
    "Post",
    "organizer",
    "post_of_the_city",
]


@dataclass(frozen=True, slots=True)
class Organizer:
    """The address that invites, and whether somebody reads what is answered to it."""

    address: str
    reads_answers: bool


def post_of_the_city() -> Post | None:
    """The mail server of the settings; None where none is named, and nobody is invited."""
    return SmtpPost(**settings.MAIL) if settings.MAIL else None


def organizer() -> Organizer | None:
    """Who invites: the mailbox of answers, else the sender of every mail; None where no mail is sent."""
    if not settings.MAIL:
        return None
    if settings.REPLIES:
        return Organizer(settings.REPLIES["address"], reads_answers=True)
    return Organizer(settings.MAIL["sender"], reads_answers=False)
