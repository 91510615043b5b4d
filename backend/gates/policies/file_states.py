"""What a file of a gate log goes through."""

from enum import StrEnum


class FileState(StrEnum):
    """Only `done` has put passages in; every other state has put in none."""

    WAITING = "waiting"
    READING = "reading"
    PUBLISHING = "publishing"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


GOING_ON = frozenset({FileState.WAITING, FileState.READING, FileState.PUBLISHING})
STOPPED = frozenset({FileState.FAILED, FileState.CANCELLED})


class FileProblem(StrEnum):
    """Why a file failed."""

    NOT_THERE = "not_there"
    CUT_OFF = "cut_off"
    NO_COLUMN = "no_column"
    COLUMN_TWICE = "column_twice"
    ENCODING = "encoding"
    ARCHIVE = "archive"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    TOO_MANY_FAULTS = "too_many_faults"
    INTERNAL = "internal"
