"""The sentences of refusals about the day itself and its report, and of mistakes in the log of terminals."""

from collections.abc import Mapping

from core.words import Language
from telework.policies.work_log import LineMistake
from telework.policies.work_log import LogMistake as M
from telework.policies.work_refusals import WorkRefusal as R

WORK_WORDS: Mapping[str, Mapping[Language, str]] = {
    R.NOT_THE_DAY: {
        "ja": "開始・中断・再開ができるのは、実施する日だけです。",
        "en": "Work starts, pauses and resumes on the day itself only.",
    },
    R.OTHER_WORK_UNDER_WAY: {
        "ja": "別の在宅勤務が終了していません。先に終了してください。",
        "en": "Other telework of yours is still under way. Please end it first.",
    },
    R.OVERTIME_NOT_ORDERED: {
        "ja": "命令のない時間外勤務は報告できません。",
        "en": "Overtime that nobody ordered cannot be reported.",
    },
    R.OVERTIME_UNSAID: {
        "ja": "1日の勤務時間を超えています。超えた分を時間外勤務に入れてください。",
        "en": "This is longer than a working day. Please report what is beyond it as overtime.",
    },
    R.DIFFERENCE_UNEXPLAINED: {
        "ja": "端末の記録と時刻が大きくちがいます。理由を書いてください。",
        "en": "The times differ much from the device's log. Please explain why.",
    },
}

LOG_WORDS: Mapping[M, Mapping[Language, str]] = {
    M.FILE_TOO_LARGE: {"ja": "ファイルが大きすぎます。", "en": "The file is too large."},
    M.NOT_TEXT: {
        "ja": "文字コードが UTF-8 でも CP932 でもありません。",
        "en": "The text is neither UTF-8 nor CP932.",
    },
    M.NOT_CSV: {"ja": "CSV として読めません。", "en": "This cannot be read as CSV."},
    M.EMPTY: {"ja": "1行目に見出しがありません。", "en": "The first line names no columns."},
    M.COLUMN_MISSING: {"ja": "見出しに「{value}」がありません。", "en": "The header has no column {value}."},
    M.COLUMN_TWICE: {"ja": "見出しに「{value}」が二つあります。", "en": "The header has the column {value} twice."},
    M.CELLS_MISSING: {"ja": "値が足りません。", "en": "There are fewer values than columns."},
    M.UNKNOWN_PERSON: {"ja": "職員番号が名簿にありません: {value}", "en": "Nobody has the staff number {value}."},
    M.BAD_TIME: {
        "ja": "日時として読めません（2026/11/24 08:30 の形）: {value}",
        "en": "Not a time as in 2026/11/24 08:30: {value}",
    },
    M.ENDS_BEFORE_IT_BEGINS: {
        "ja": "ログオフがログオンより後ではありません: {value}",
        "en": "It ends before it begins: {value}",
    },
    M.TOO_LONG: {"ja": "2日より長い記録です: {value}", "en": "Longer than two days: {value}"},
    M.TO_COME: {"ja": "これからの時刻です: {value}", "en": "A time to come: {value}"},
    M.BAD_DEVICE: {"ja": "端末名として使えません: {value}", "en": "Not usable as the name of a device: {value}"},
}


def log_mistake_words(mistake: LineMistake, language: Language) -> str:
    """What is wrong, in the reader's language."""
    return LOG_WORDS[mistake.code][language].format(value=mistake.value)
