"""The sentences of the importer, in both languages; braces hold the facts of a mistake."""

from collections.abc import Mapping

from core.words import Language
from spaces.importing.mistakes import Mistake, MistakeCode

MISTAKE_WORDS: Mapping[MistakeCode, Mapping[Language, str]] = {
    MistakeCode.FILE_MISSING: {"ja": "ファイルがありません。", "en": "The file is missing."},
    MistakeCode.FILE_UNKNOWN: {
        "ja": "読みこめるのは areas.csv、desks.csv と図面の SVG です。",
        "en": "What can be read is areas.csv, desks.csv and drawings as SVG.",
    },
    MistakeCode.FILE_TWICE: {
        "ja": "同じ名前のファイルが二つあります。",
        "en": "There are two files of this name.",
    },
    MistakeCode.FILE_TOO_LARGE: {
        "ja": "ファイルが大きすぎます（上限 {most} バイト）。",
        "en": "The file is too large (at most {most} bytes).",
    },
    MistakeCode.NOT_TEXT: {
        "ja": "文字コードが UTF-8 でも CP932 でもありません。",
        "en": "The text is neither UTF-8 nor CP932.",
    },
    MistakeCode.NOT_CSV: {"ja": "CSV として読めません。", "en": "This cannot be read as CSV."},
    MistakeCode.COLUMN_MISSING: {"ja": "列がありません。", "en": "The column is missing."},
    MistakeCode.ROW_TOO_LONG: {"ja": "見出しより多くの値があります。", "en": "The row has more values than the head."},
    MistakeCode.VALUE_MISSING: {"ja": "値がありません。", "en": "The value is missing."},
    MistakeCode.BAD_CODE: {"ja": "コードとして使えません: {value}", "en": "Not usable as a code: {value}"},
    MistakeCode.BAD_FLOOR: {
        "ja": "階として読めません: {value}（6、B1、R など）",
        "en": "Not a floor: {value} (write 6, B1 or R)",
    },
    MistakeCode.BAD_NUMBER: {"ja": "数ではありません: {value}", "en": "Not a number: {value}"},
    MistakeCode.OUT_OF_RANGE: {
        "ja": "{least} から {most} までの数にしてください: {value}",
        "en": "It has to be from {least} to {most}: {value}",
    },
    MistakeCode.TOO_LONG: {"ja": "長すぎます（{most} 文字まで）。", "en": "Too long (at most {most} characters)."},
    MistakeCode.DESK_TWICE: {
        "ja": "席 {value} は {first} 行目にもあります。",
        "en": "Desk {value} is in row {first} too.",
    },
    MistakeCode.DESK_ALIKE: {
        "ja": "席 {value} は {first} 行目の席 {other} と区別できません。",
        "en": "Desk {value} reads the same as desk {other} in row {first}.",
    },
    MistakeCode.DESK_ELSEWHERE: {
        "ja": "席 {value} は別の場所（{place}）にあります。",
        "en": "Desk {value} stands elsewhere ({place}).",
    },
    MistakeCode.DESK_OUTSIDE_FLOOR: {
        "ja": "席 {value} が階の外に出ています（階は {width} m × {height} m）。",
        "en": "Desk {value} reaches outside the floor of {width} m by {height} m.",
    },
    MistakeCode.AREA_TWICE: {
        "ja": "エリア {value} は {first} 行目にもあります。",
        "en": "Area {value} is in row {first} too.",
    },
    MistakeCode.AREA_OUTSIDE_FLOOR: {
        "ja": "エリア {value} が階の外に出ています（階は {width} m × {height} m）。",
        "en": "Area {value} reaches outside the floor of {width} m by {height} m.",
    },
    MistakeCode.AREA_NOT_DRAWN: {
        "ja": "{plan} に #area-{value} の長方形がありません。",
        "en": "{plan} has no rectangle #area-{value}.",
    },
    MistakeCode.AREA_ON_OTHER_FLOOR: {
        "ja": "エリア {value} は {floor} 階ではなく {other} 階です。",
        "en": "Area {value} is on floor {other}, not on {floor}.",
    },
    MistakeCode.UNKNOWN_AREA: {
        "ja": "areas.csv にエリア {value} がありません。",
        "en": "There is no area {value} in areas.csv.",
    },
    MistakeCode.UNKNOWN_OVERFLOW: {
        "ja": "あふれ先のエリア {value} がありません。",
        "en": "There is no area {value} to overflow to.",
    },
    MistakeCode.UNKNOWN_MODE: {
        "ja": "利用区分 {value} はありません（{known}）。",
        "en": "There is no mode {value} ({known}).",
    },
    MistakeCode.UNKNOWN_FEATURE: {
        "ja": "設備 {value} はありません（{known}）。",
        "en": "There is no feature {value} ({known}).",
    },
    MistakeCode.UNKNOWN_DEPARTMENT: {"ja": "所属 {value} がありません。", "en": "There is no department {value}."},
    MistakeCode.UNKNOWN_WEEKDAY: {
        "ja": "曜日として読めません: {value}（mon+wed など）",
        "en": "Not a weekday: {value} (write mon+wed)",
    },
    MistakeCode.UNKNOWN_PERSON: {
        "ja": "職員番号 {value} の職員がいません。",
        "en": "There is nobody with the number {value}.",
    },
    MistakeCode.PERSON_AT_SHARED_DESK: {
        "ja": "職員を割り当てられるのは指定席だけです。",
        "en": "Only an assigned desk can belong to a person.",
    },
    MistakeCode.PLAN_MISSING: {
        "ja": "{floor} 階の図面がありません。",
        "en": "The drawing of floor {floor} is missing.",
    },
    MistakeCode.NOT_SVG: {"ja": "SVG として読めません: {reason}", "en": "This cannot be read as SVG: {reason}"},
    MistakeCode.SVG_WITHOUT_SIZE: {
        "ja": "viewBox がないか、原点から始まっていません。",
        "en": "There is no viewBox that begins at 0 0.",
    },
    MistakeCode.SVG_TOO_DETAILED: {
        "ja": "図形が多すぎます（{most} 個まで）。",
        "en": "Too many shapes (at most {most}).",
    },
    MistakeCode.SVG_ENTITY: {
        "ja": "文書型宣言（DOCTYPE）や実体は使えません。",
        "en": "A document type or an entity may not be in a drawing.",
    },
    MistakeCode.SVG_FORBIDDEN_ELEMENT: {
        "ja": "<{value}> は図面に使えません。",
        "en": "<{value}> may not be in a drawing.",
    },
    MistakeCode.SVG_EVENT_HANDLER: {
        "ja": "イベント属性 {value} は使えません。",
        "en": "The event handler {value} may not be in a drawing.",
    },
    MistakeCode.SVG_EXTERNAL_REFERENCE: {
        "ja": "外部への参照は使えません: {value}",
        "en": "A drawing may not refer to anything outside: {value}",
    },
    MistakeCode.SVG_TRANSFORMED_AREA: {
        "ja": "エリア {value} に transform は使えません。",
        "en": "Area {value} may not be moved by a transform.",
    },
    MistakeCode.LAYOUT_IS_HISTORY: {
        "ja": "{day} のレイアウトは過去の記録なので変えられません。今日（{today}）以降の日から適用してください。",
        "en": "The layout of {day} is history and cannot change. Let the change begin today ({today}) or later.",
    },
}


def mistake_words(mistake: Mistake, language: Language) -> str:
    """What is wrong, in a sentence."""
    return MISTAKE_WORDS[mistake.code][language].format(**mistake.facts)


def mistake_line(mistake: Mistake, language: Language) -> str:
    """`desks.csv:14 area: …`: where, then what."""
    place = mistake.file if mistake.row is None else f"{mistake.file}:{mistake.row}"
    if mistake.column:
        place += f" {mistake.column}"
    return f"{place}: {mistake_words(mistake, language)}"
