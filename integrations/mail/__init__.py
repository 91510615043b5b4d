"""Mail on its way out."""

from integrations.mail.port import (
    CalendarPart,
    Handover,
    Letter,
    LetterDeferred,
    LetterLost,
    LetterRefused,
    MailUnavailable,
    Post,
)

__all__ = [
    "CalendarPart",
    "Handover",
    "Letter",
    "LetterDeferred",
    "LetterLost",
    "LetterRefused",
    "MailUnavailable",
    "Post",
]
