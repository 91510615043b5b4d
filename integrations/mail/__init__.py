"""Mail on its way out."""

from integrations.mail.port import (
    CalendarPart,
    EnclosedFile,
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
    "EnclosedFile",
    "Handover",
    "Letter",
    "LetterDeferred",
    "LetterLost",
    "LetterRefused",
    "MailUnavailable",
    "Post",
]
