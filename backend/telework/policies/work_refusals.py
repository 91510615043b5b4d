"""Why a step of the day itself, or a report, is refused. Knows no Django."""

from enum import StrEnum


class WorkRefusal(StrEnum):
    """The codes, one for each reason."""

    NOT_THE_DAY = "not_the_day"
    OTHER_WORK_UNDER_WAY = "other_work_under_way"
    OVERTIME_NOT_ORDERED = "overtime_not_ordered"
    OVERTIME_UNSAID = "overtime_unsaid"
    DIFFERENCE_UNEXPLAINED = "difference_unexplained"
