"""Gate codes: `G06-1` is the first gate of the sixth floor, `B1-2` the second of the first basement floor."""

import re

_FLOOR_GATE = re.compile(r"(?:G0*(\d+)|G?(B\d+))-\d+", re.ASCII)


def floor_code_of(gate: str) -> str | None:
    """The code of the floor that the gate leads to, or None where its code names none, as at an entrance."""
    found = _FLOOR_GATE.fullmatch(gate)
    return (found[1] or found[2]) if found else None
