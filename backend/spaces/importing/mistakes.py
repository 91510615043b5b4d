"""What is wrong with a folder of places: collected, so that all of it is said at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class MistakeCode(StrEnum):
    FILE_MISSING = "file_missing"
    FILE_UNKNOWN = "file_unknown"
    FILE_TWICE = "file_twice"
    FILE_TOO_LARGE = "file_too_large"
    NOT_TEXT = "not_text"
    NOT_CSV = "not_csv"
    COLUMN_MISSING = "column_missing"
    ROW_TOO_LONG = "row_too_long"
    VALUE_MISSING = "value_missing"
    BAD_CODE = "bad_code"
    BAD_FLOOR = "bad_floor"
    BAD_NUMBER = "bad_number"
    OUT_OF_RANGE = "out_of_range"
    TOO_LONG = "too_long"
    DESK_TWICE = "desk_twice"
    DESK_ALIKE = "desk_alike"
    DESK_ELSEWHERE = "desk_elsewhere"
    DESK_OUTSIDE_FLOOR = "desk_outside_floor"
    AREA_TWICE = "area_twice"
    AREA_OUTSIDE_FLOOR = "area_outside_floor"
    AREA_NOT_DRAWN = "area_not_drawn"
    AREA_ON_OTHER_FLOOR = "area_on_other_floor"
    UNKNOWN_AREA = "unknown_area"
    UNKNOWN_OVERFLOW = "unknown_overflow"
    UNKNOWN_MODE = "unknown_mode"
    UNKNOWN_FEATURE = "unknown_feature"
    UNKNOWN_DEPARTMENT = "unknown_department"
    UNKNOWN_WEEKDAY = "unknown_weekday"
    UNKNOWN_PERSON = "unknown_person"
    PERSON_AT_SHARED_DESK = "person_at_shared_desk"
    PLAN_MISSING = "plan_missing"
    NOT_SVG = "not_svg"
    SVG_WITHOUT_SIZE = "svg_without_size"
    SVG_TOO_DETAILED = "svg_too_detailed"
    SVG_ENTITY = "svg_entity"
    SVG_FORBIDDEN_ELEMENT = "svg_forbidden_element"
    SVG_EVENT_HANDLER = "svg_event_handler"
    SVG_EXTERNAL_REFERENCE = "svg_external_reference"
    SVG_TRANSFORMED_AREA = "svg_transformed_area"
    LAYOUT_IS_HISTORY = "layout_is_history"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to mend. `row` counts from 1 with the table's head, or is the line of a drawing."""

    code: MistakeCode
    file: str
    row: int | None = None
    column: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


class Mistakes:
    """The mistakes found so far; reading goes on after each, as far as it can."""

    def __init__(self) -> None:
        self.found: list[Mistake] = []

    def add(
        self, code: MistakeCode, file: str, row: int | None = None, column: str | None = None, **facts: object
    ) -> None:
        """Note a mistake; `facts` are what its sentence names."""
        self.found.append(Mistake(code, file, row, column, facts))


class FolderError(Exception):
    """The folder is not taken over: every mistake found in it."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__(f"{len(mistakes)} mistakes")
        self.mistakes = mistakes
