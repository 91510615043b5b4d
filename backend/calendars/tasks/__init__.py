"""What the workers do for calendars: one file a concern."""

from calendars.tasks import sending

__all__ = ["sending"]
