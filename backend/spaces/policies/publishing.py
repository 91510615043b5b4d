"""When a layout may be published: what was in force stays as it was (docs/decisions/0010)."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum


class Publishing(StrEnum):
    """What publishing a layout means for the floor's layouts."""

    ADD = "add"
    REPLACE = "replace"
    HISTORY = "history"


def publishing(*, day: date, today: date, begin_on: Collection[date]) -> Publishing:
    """How a layout that begins on `day` fits among those that begin on `begin_on`.

    A floor's first layout may begin on any day. After that a layout begins today or later; one of the same first day
    is replaced, because nothing that is over depends on it. HISTORY: the change would alter days that are over.
    """
    if not begin_on:
        return Publishing.ADD
    if day < today:
        return Publishing.HISTORY
    return Publishing.REPLACE if day in begin_on else Publishing.ADD
