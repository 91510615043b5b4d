"""What the workers do for calendars: one file a concern."""

from calendars.tasks import city, invitations, reading, replies, sending

__all__ = ["city", "invitations", "reading", "replies", "sending"]
