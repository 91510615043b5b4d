"""The seam to the mail server, and its words for the services of this app."""

from django.conf import settings

from integrations.mail import Handover, Letter, LetterDeferred, LetterLost, LetterRefused, MailUnavailable, Post
from integrations.mail.smtp import SmtpPost

__all__ = [
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
    """The mail server of the settings; None where none is named, and no mail is sent."""
    return SmtpPost(**settings.MAIL) if settings.MAIL else None
