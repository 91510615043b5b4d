"""The attendance app's sentences, for the server's side."""

from collections.abc import Mapping
from enum import StrEnum

from core.words import Language


class AttendanceProblem(StrEnum):
    """Codes of what may not be looked at."""

    PAST_IS_PRIVATE = "past_is_private"


ATTENDANCE_WORDS: Mapping[str, Mapping[Language, str]] = {
    AttendanceProblem.PAST_IS_PRIVATE: {
        "ja": "過去の居場所は、本人と所属長だけが見られます。",
        "en": "Where somebody was is for that person and their managers to see.",
    },
}
