"""Calendars of other makers: written, read, and kept in step."""
