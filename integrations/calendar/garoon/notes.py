"""What an event of ours says in its notes (メモ): where and which, between lines of its owner that stay as they are.

Garoon's events have no UID and no place: the notes carry both, and by them an event is known again.
"""

import re

from integrations.calendar.port import Item

_BEGINS, _UID = "-- 今日の席 --", "ID: "
_OURS = re.compile(rf"{re.escape(_BEGINS)}\n(?:[^\n]*\n){{0,4}}?{_UID}(?P<uid>[^\s]+)")


def uid_in(notes: str) -> str:
    """The UID of ours that notes carry; empty where they carry none."""
    found = _OURS.search(_plain(notes))
    return found["uid"] if found else ""


def notes_with(item: Item, notes: str) -> str:
    """The notes with what we say of `item`, in the place of what we said before or behind what the owner says."""
    said = "\n".join([_BEGINS, *(line for line in (item.location, item.url) if line), f"{_UID}{item.uid}"])
    own = _plain(notes)
    if _OURS.search(own):
        return _OURS.sub(lambda _: said, own, count=1)
    return f"{own.rstrip()}\n\n{said}".lstrip()


def _plain(notes: str) -> str:
    return notes.replace("\r\n", "\n")
