"""Desk codes as people type them: 06e16, 6E-016 and ０６Ｅ－０１６ all mean 06E-016."""

import re
import unicodedata

_RUN = re.compile(r"[0-9]+|[^\W\d_]+")
LONGEST_TYPED = 64


def desk_code_key(typed: str) -> str:
    """What stays of a code when width, letter case, separators and leading zeros are taken away: `6E16`.

    Two runs of digits keep a hyphen between them, so that 1-11 and 11-1 stay two codes. Empty when nothing is left.
    """
    folded = unicodedata.normalize("NFKC", typed[:LONGEST_TYPED]).upper()
    key = ""
    for run in _RUN.findall(folded):
        digits = run.isdigit()
        part = (run.lstrip("0") or "0") if digits else run
        key += f"-{part}" if digits and key[-1:].isdigit() else part
    return key
