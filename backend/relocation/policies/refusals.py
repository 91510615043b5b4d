"""Why an answer to a displacement is refused."""

from enum import StrEnum


class RelocationRefusal(StrEnum):
    DISPLACEMENT_ANSWERED = "displacement_answered"
    DISPLACEMENT_OVER = "displacement_over"
