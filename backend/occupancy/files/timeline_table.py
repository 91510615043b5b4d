"""The table of daily peaks, with those of another period beside them where two are compared."""

from typing import Any

from core.words import Language
from occupancy.files.content import Column, Form, Table
from occupancy.files.words import WORDS
from occupancy.policies.meetings import Meeting, Meetings, meetings_of
from occupancy.policies.periods import By, Period

Told = dict[str, Any]


def timeline_table(told: Told, compared: Told | None, language: Language) -> Table:
    """A row a day, week or month, with the one of the other period that it meets where two are compared.

    Where one of the two has nothing, its columns are empty.
    """
    words = WORDS[language]
    beside = [
        Column(words["other_day"], Form.DAY),
        Column(words["other_peak"], Form.WHOLE),
        Column(words["change"], Form.WHOLE),
    ]
    columns = [
        Column(words["day"], Form.DAY),
        Column(words["peak"], Form.WHOLE),
        *(beside if compared else ()),
        Column(words["peak_at"]),
        Column(words["present"], Form.WHOLE),
        Column(words["in_service"], Form.WHOLE),
        Column(words["average_utilisation"], Form.SHARE),
        Column(words["provisional"]),
    ]
    rows = [
        (
            one.day,
            _of(now, "peak"),
            *(_beside(now, other) if compared else ()),
            _of(now, "peak_at"),
            _of(now, "present"),
            _of(now, "in_service"),
            _of(now, "average"),
            words["yes"] if _of(now, "provisional") else None,
        )
        for one, now, other in rows_that_meet(told, compared)
    ]
    beyond = _meetings(told, compared).beyond
    return Table("timeline", words["timeline"], columns, rows, words["beyond"].format(count=beyond) if beyond else "")


def rows_that_meet(told: Told, compared: Told | None) -> list[tuple[Meeting, Told | None, Told | None]]:
    """The places of a timeline in order, each with its row and with that of another timeline of the same steps."""
    other_rows = compared["rows"] if compared else ()
    return [
        (
            one,
            None if one.now is None else told["rows"][one.now],
            None if one.other is None else other_rows[one.other],
        )
        for one in _meetings(told, compared).meetings
    ]


def _meetings(told: Told, compared: Told | None) -> Meetings:
    days = [row["day"] for row in told["rows"]]
    if compared is None:
        return Meetings([Meeting(day, number, None) for number, day in enumerate(days)], 0)
    other_days = [row["day"] for row in compared["rows"]]
    return meetings_of(By(told["by"]), _period(told), days, _period(compared), other_days)


def _period(told: Told) -> Period:
    return Period(told["scope"]["from"], told["scope"]["to"])


def _of(row: Told | None, name: str) -> Any:
    return None if row is None else row[name]


def _beside(now: Told | None, other: Told | None) -> tuple[Any, ...]:
    """The day that is met, its peak, and by how much this one's is more."""
    peak, was = _of(now, "peak"), _of(other, "peak")
    return _of(other, "day"), was, None if peak is None or was is None else peak - was
