"""Mail on its way out."""

from integrations.mail.port import Handover, Letter, LetterDeferred, LetterLost, LetterRefused, MailUnavailable, Post

__all__ = ["Handover", "Letter", "LetterDeferred", "LetterLost", "LetterRefused", "MailUnavailable", "Post"]
