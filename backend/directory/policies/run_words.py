"""The refusals about runs as sentences."""

from collections.abc import Mapping

from core.words import Language
from directory.policies.refusals import RunRefusal

RUN_WORDS: Mapping[str, Mapping[Language, str]] = {
    RunRefusal.GOING_ON: {
        "ja": "ディレクトリとの同期が、いま動いています。終わってから、もう一度お試しください。",
        "en": "The directory is being read already. Try again when that is done.",
    },
    RunRefusal.NOT_CONFIGURED: {
        "ja": "ディレクトリが設定されていません。",
        "en": "No directory is configured.",
    },
    RunRefusal.PLAN_CHANGED: {
        "ja": "確認しているあいだに、変更の内容が変わりました。新しい内容を確かめてから、もう一度反映してください。",
        "en": "What would change has become something else meanwhile. Look at it anew before you apply it.",
    },
    RunRefusal.DECIDED: {
        "ja": "この実行は、もう反映されたか、破棄されています。",
        "en": "This run has been applied or discarded already.",
    },
    RunRefusal.UNAVAILABLE: {
        "ja": "ディレクトリを読み取れませんでした。何も変えていません。",
        "en": "The directory cannot be read now. Nothing was changed.",
    },
}
