"""Servers of calendars by CalDAV (RFC 4791), over the one guarded way out."""

from integrations.calendar.caldav.account import CalDavAccount

__all__ = ["CalDavAccount"]
