"""Floors as files and tables name them: 06F.svg, 6 and 6F are one floor."""

import re
import unicodedata
from dataclasses import dataclass

_NUMBERED = re.compile(r"(B?)0*([1-9][0-9]{0,2})F?", re.IGNORECASE)
_ROOF = re.compile(r"(RF?|屋上)", re.IGNORECASE)
ROOF_LEVEL = 1000


@dataclass(frozen=True, slots=True)
class FloorName:
    """What a floor is called: its code, its name, and its place in the order of floors."""

    code: str
    name: str
    level: int


def floor_named(written: str) -> FloorName | None:
    """The floor that `written` means (6, 06F, B1, R), or None."""
    text = unicodedata.normalize("NFKC", written).strip()
    if _ROOF.fullmatch(text):
        return FloorName("R", "屋上", ROOF_LEVEL)
    match = _NUMBERED.fullmatch(text)
    if match is None:
        return None
    number = int(match[2])
    if match[1]:
        return FloorName(f"B{number}", f"地下{number}階", -number)
    return FloorName(str(number), f"{number}階", number)
