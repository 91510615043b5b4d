"""What is wrong with a draft, said of the thing on the map that has to be mended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.words import Language


class DraftMistake(StrEnum):
    """What may be wrong. Those of WARNINGS are only worth a look: a draft with them can be published."""

    FLOOR_IS_EMPTY = "floor_is_empty"
    LAYOUT_IS_HISTORY = "layout_is_history"
    AREA_WITHOUT_CODE = "area_without_code"
    AREA_BAD_CODE = "area_bad_code"
    AREA_CODE_TWICE = "area_code_twice"
    AREA_ELSEWHERE = "area_elsewhere"
    AREA_OUTSIDE_FLOOR = "area_outside_floor"
    AREA_WITHOUT_SIZE = "area_without_size"
    UNKNOWN_OVERFLOW = "unknown_overflow"
    UNKNOWN_DEPARTMENT = "unknown_department"
    DESK_WITHOUT_CODE = "desk_without_code"
    DESK_BAD_CODE = "desk_bad_code"
    DESK_CODE_TWICE = "desk_code_twice"
    DESK_ALIKE = "desk_alike"
    DESK_ELSEWHERE = "desk_elsewhere"
    DESK_WITHOUT_AREA = "desk_without_area"
    UNKNOWN_AREA = "unknown_area"
    DESK_OUTSIDE_FLOOR = "desk_outside_floor"
    DESK_SIZE = "desk_size"
    PERSON_AT_SHARED_DESK = "person_at_shared_desk"
    UNKNOWN_PERSON = "unknown_person"
    DESK_OUTSIDE_AREA = "desk_outside_area"
    DESKS_OVERLAP = "desks_overlap"


WARNINGS = frozenset({DraftMistake.DESK_OUTSIDE_AREA, DraftMistake.DESKS_OVERLAP})

DRAFT_MISTAKE_WORDS: Mapping[DraftMistake, Mapping[Language, str]] = {
    DraftMistake.FLOOR_IS_EMPTY: {
        "ja": "エリアがありません。エリアを描いてください。",
        "en": "There is no area yet. Draw one.",
    },
    DraftMistake.LAYOUT_IS_HISTORY: {
        "ja": "適用日 {day} は過ぎています。今日（{today}）以降の日にしてください。",
        "en": "{day} is over. Let the layout begin today ({today}) or later.",
    },
    DraftMistake.AREA_WITHOUT_CODE: {"ja": "エリアにコードがありません。", "en": "This area has no code."},
    DraftMistake.AREA_BAD_CODE: {
        "ja": "エリアのコードとして使えません: {code}",
        "en": "Not usable as an area's code: {code}",
    },
    DraftMistake.AREA_CODE_TWICE: {
        "ja": "エリア {code} が二つあります。",
        "en": "There are two areas {code}.",
    },
    DraftMistake.AREA_ELSEWHERE: {
        "ja": "エリア {code} は {place} にもあります。",
        "en": "Area {code} is on {place} too.",
    },
    DraftMistake.AREA_OUTSIDE_FLOOR: {
        "ja": "エリア {code} が階の外に出ています（階は {width} m × {height} m）。",
        "en": "Area {code} reaches outside the floor of {width} m by {height} m.",
    },
    DraftMistake.AREA_WITHOUT_SIZE: {
        "ja": "エリア {code} に広さがありません。描き直してください。",
        "en": "Area {code} has no extent. Draw it again.",
    },
    DraftMistake.UNKNOWN_OVERFLOW: {
        "ja": "エリア {code} のあふれ先 {value} がありません。",
        "en": "Area {code} overflows to {value}, which does not exist.",
    },
    DraftMistake.UNKNOWN_DEPARTMENT: {
        "ja": "エリア {code} の所属 {value} がありません。",
        "en": "Area {code} is home to department {value}, which does not exist.",
    },
    DraftMistake.DESK_WITHOUT_CODE: {"ja": "席番号のない席があります。", "en": "A desk has no code."},
    DraftMistake.DESK_BAD_CODE: {"ja": "席番号として使えません: {code}", "en": "Not usable as a desk's code: {code}"},
    DraftMistake.DESK_CODE_TWICE: {"ja": "席 {code} が二つあります。", "en": "There are two desks {code}."},
    DraftMistake.DESK_ALIKE: {
        "ja": "席 {code} は席 {value} と区別できません。",
        "en": "Desk {code} reads the same as desk {value}.",
    },
    DraftMistake.DESK_ELSEWHERE: {
        "ja": "席 {code} は {place} にもあります。席番号は市全体で一つだけです。",
        "en": "Desk {code} stands on {place} too. A code is one desk in the whole city.",
    },
    DraftMistake.DESK_WITHOUT_AREA: {
        "ja": "席 {code} のエリアが決まっていません。",
        "en": "Desk {code} belongs to no area.",
    },
    DraftMistake.UNKNOWN_AREA: {
        "ja": "席 {code} のエリア {value} がこの階にありません。",
        "en": "Desk {code} belongs to area {value}, which is not on this floor.",
    },
    DraftMistake.DESK_OUTSIDE_FLOOR: {
        "ja": "席 {code} が階の外に出ています（階は {width} m × {height} m）。",
        "en": "Desk {code} reaches outside the floor of {width} m by {height} m.",
    },
    DraftMistake.DESK_SIZE: {
        "ja": "席 {code} の大きさは {least} m から {most} m までにしてください。",
        "en": "Desk {code} has to measure from {least} m to {most} m.",
    },
    DraftMistake.PERSON_AT_SHARED_DESK: {
        "ja": "席 {code} は指定席ではないので、職員を割り当てられません。",
        "en": "Desk {code} is not an assigned desk and cannot belong to a person.",
    },
    DraftMistake.UNKNOWN_PERSON: {
        "ja": "席 {code} を割り当てた職員番号 {value} の職員がいません。",
        "en": "Desk {code} is assigned to number {value}, who does not exist.",
    },
    DraftMistake.DESK_OUTSIDE_AREA: {
        "ja": "席 {code} がエリア {value} の外にあります。",
        "en": "Desk {code} stands outside its area {value}.",
    },
    DraftMistake.DESKS_OVERLAP: {
        "ja": "席 {code} と席 {value} が重なっています。",
        "en": "Desks {code} and {value} overlap.",
    },
}


@dataclass(frozen=True, slots=True)
class FoundMistake:
    """One thing to mend: `subject` is desk, area or floor, `subject_code` its code (the floor's own for the floor).

    `place` counts desks or areas from 0 in the order of the content, since a code may be what is wrong; None for the
    floor.
    """

    code: DraftMistake
    subject: str
    subject_code: str
    place: int | None = None
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def warning(self) -> bool:
        """Whether the draft can be published all the same."""
        return self.code in WARNINGS

    def words(self, language: Language) -> str:
        """The mistake in a sentence."""
        return DRAFT_MISTAKE_WORDS[self.code][language].format(code=self.subject_code, **self.facts)

    def in_language(self, language: Language) -> dict[str, object]:
        """The mistake as the API says it."""
        return {
            "code": self.code.value,
            "severity": "warning" if self.warning else "error",
            "subject": self.subject,
            "subject_code": self.subject_code,
            "place": self.place,
            "words": self.words(language),
        }


def errors(mistakes: list[FoundMistake]) -> list[FoundMistake]:
    """Those that have to be mended before publishing."""
    return [mistake for mistake in mistakes if not mistake.warning]
