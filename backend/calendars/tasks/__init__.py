"""What the workers do for calendars: one file a concern."""

from calendars.tasks import invitations, reading, sending

__all__ = ["invitations", "reading", "sending"]
