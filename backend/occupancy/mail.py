"""The seam to the mail server, for reports."""

from django.conf import settings

from integrations.mail import (
    EnclosedFile,
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
    "EnclosedFile",
    "Handover",
    "Letter",
    "LetterDeferred",
    "LetterLost",
    "LetterRefused",
    "MailUnavailable",
    "Post",
    "post_of_the_city",
]


def post_of_the_city() -> Post | None:
    """The mail server of the settings; None where none is named, and no report is sent."""
    return SmtpPost(**settings.MAIL) if settings.MAIL else None
