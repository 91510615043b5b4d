"""The states of a run of the directory, and of a planned transfer."""

from enum import StrEnum


class RunPurpose(StrEnum):
    """Why the directory was read."""

    SYNC = "sync"  # to bring people up to date
    PREVIEW = "preview"  # to see what would change (a dry run)
    TRANSFER = "transfer"  # to carry a planned transfer out, on its day


class RunState(StrEnum):
    """How far a run is."""

    RUNNING = "running"
    PLANNED = "planned"  # a preview: what would change, for somebody to apply or not
    HELD = "held"  # it would end too many: stopped for a person to confirm
    APPLIED = "applied"
    UNCHANGED = "unchanged"
    FAILED = "failed"  # nothing was changed
    DISCARDED = "discarded"  # planned or held, and then not wanted, or overtaken by another run


class TransferState(StrEnum):
    """How far a planned transfer is."""

    LOADED = "loaded"
    APPLIED = "applied"
    WITHDRAWN = "withdrawn"
    FAILED = "failed"


class Subject(StrEnum):
    """What a change is about."""

    DEPARTMENT = "department"
    PERSON = "person"
    POST = "post"
    ACCOUNT = "account"


class Did(StrEnum):
    """What happened to one thing, or would."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    ENDED = "ended"
    RETURNED = "returned"
