"""The roster's sentences, for the server's side."""

from collections.abc import Mapping

from core.words import Language
from roster.policies.refusals import RosterRefusal

ROSTER_WORDS: Mapping[str, Mapping[Language, str]] = {
    RosterRefusal.ROSTER_NOT_OPENED: {
        "ja": "在館者名簿がまだ開かれていません。訓練か災害かを選んで開いてください。",
        "en": "The roster has not been opened yet. Choose drill or emergency to open it.",
    },
    RosterRefusal.HEAD_COUNT_RUNNING: {
        "ja": "同じ種類の安否確認がすでに行われています。",
        "en": "A head count of this kind is already under way.",
    },
    RosterRefusal.HEAD_COUNT_CLOSED: {
        "ja": "この安否確認は終わっています。",
        "en": "This head count is over.",
    },
    RosterRefusal.NOT_ASKED: {
        "ja": "この人の安否は、本人、所属長、危機管理の担当者が登録できます。",
        "en": "Only the person, their managers and crisis management can mark this person.",
    },
    RosterRefusal.DATABASE_SILENT: {
        "ja": "データベースが応答しません。しばらくしてから、もう一度お試しください。",
        "en": "The database does not answer. Please try again in a little while.",
    },
}
