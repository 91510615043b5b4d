"""Why a run of the directory, or what somebody decides about one, is refused; and why a run failed."""

from enum import StrEnum


class RunRefusal(StrEnum):
    """Codes of refusals."""

    GOING_ON = "directory_run_going_on"
    NOT_CONFIGURED = "directory_not_configured"
    PLAN_CHANGED = "directory_plan_changed"
    DECIDED = "directory_run_decided"
    UNAVAILABLE = "directory_not_answering"


class RunProblem(StrEnum):
    """Why a run failed, and changed nothing."""

    UNAVAILABLE = "directory_unavailable"
    FAULTY = "directory_faulty"
    EMPTY = "directory_empty"
    INTERRUPTED = "interrupted"
    INTERNAL = "internal"
