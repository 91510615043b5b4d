"""Why something asked of a file of a gate log is refused."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal


class GateLogRefusal(StrEnum):
    """Codes of refusals."""

    OVER = "gate_log_over"
    GONE = "gate_log_gone"
    GOING_ON = "gate_log_going_on"


GATE_LOG_WORDS: Mapping[GateLogRefusal, Mapping[Literal["ja", "en"], str]] = {
    GateLogRefusal.OVER: {
        "ja": "このファイルの取り込みはすでに終わっています。",
        "en": "This file has already been taken over.",
    },
    GateLogRefusal.GONE: {
        "ja": "ファイルの中身は残っていません。もう一度ファイルを選んで取り込んでください。",
        "en": "The file itself is no longer here. Choose it once more.",
    },
    GateLogRefusal.GOING_ON: {
        "ja": "このファイルはほかの処理が取り込んでいます。",
        "en": "This file is being taken over by another process.",
    },
}
