"""What the workers do for calendars: one file a concern."""

from calendars.tasks import invitations, sending

__all__ = ["invitations", "sending"]
