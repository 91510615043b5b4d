"""Codes of what the roster refuses, and of what it cannot do now."""

from enum import StrEnum


class RosterRefusal(StrEnum):
    """Why not."""

    ROSTER_NOT_OPENED = "roster_not_opened"
    HEAD_COUNT_RUNNING = "head_count_running"
    HEAD_COUNT_CLOSED = "head_count_closed"
    NOT_ASKED = "not_asked"
    DATABASE_SILENT = "database_silent"
