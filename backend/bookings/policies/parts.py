"""The usual stretches of a day; their hours are the building's."""

from enum import StrEnum


class Part(StrEnum):
    FULL = "full"
    AM = "am"
    PM = "pm"
