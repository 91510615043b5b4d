"""One day of one person in the gate log, read passage by passage."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from occupancy.policies.passages import Cleaned, CleaningRule, Finding, Open, Passage, Stay

LONGEST_OVER_MIDNIGHT = timedelta(hours=18)
"""How long a stay over midnight may be."""
EVENING_TO_NIGHT = timedelta(hours=12)
"""How long after an entry another one at night goes on with the same stay; after more, an exit is missing between."""
OUT_AT_NIGHT = timedelta(hours=3)
"""How long somebody may be out of whom the night duty is the same afterwards."""


def day_of(passages: Sequence[Passage], midnight: datetime, left_at: datetime | None = None) -> Cleaned:
    """One day's stays of one person, from that day's passages in order and without doubles.

    `midnight` is the one within the day, which begins and ends at five. An exit that ended a stay of the day before
    must not be among the passages; it is told as `left_at`.
    """
    walk = _Walk(midnight, left_at)
    for passage in passages:
        walk.pass_by(passage)
    return Cleaned(walk.stays, walk.findings, walk.missing, walk.still_there)


class _Walk:
    """Where somebody is while a day's passages are read one by one."""

    def __init__(self, midnight: datetime, left_at: datetime | None) -> None:
        self.stays: list[Stay] = []
        self.findings: list[Finding] = []
        self.missing: list[tuple[Open, Passage]] = []
        self._midnight = midnight
        self._last_at = left_at
        self._on_night_duty: bool | None = None
        self._inside: Open | None = None
        self._by_entrance = False

    @property
    def still_there(self) -> Open | None:
        inside = self._inside
        return inside and Open(inside.floor_id, inside.start, bool(self._on_night_duty))

    def pass_by(self, passage: Passage) -> None:
        if passage.at >= self._midnight:
            self._by_night(passage)
        if passage.goes_in:
            self._enter(passage)
        else:
            self._leave(passage)
        self._last_at = passage.at

    def _by_night(self, passage: Passage) -> None:
        """The first passage of a night tells whether the person was there in the evening and is on duty still."""
        inside, longest = self._inside, EVENING_TO_NIGHT if passage.goes_in else LONGEST_OVER_MIDNIGHT
        if inside is not None and inside.start < self._midnight and passage.at - inside.start > longest:
            self.missing.append((inside, passage))
            self._inside, self._by_entrance = None, False
        if self._on_night_duty is None:
            out_shortly = self._last_at is not None and passage.at - self._last_at <= OUT_AT_NIGHT
            self._on_night_duty = not passage.goes_in or self._inside is not None or out_shortly

    def _enter(self, passage: Passage) -> None:
        inside = self._inside
        if passage.floor_id is None:
            self._by_entrance = True
        if inside is None:
            self._begin(passage.floor_id, passage.at)
        elif inside.floor_id == passage.floor_id:
            self._find(CleaningRule.ENTERED_AGAIN, passage.at)
        else:
            if inside.floor_id is not None:
                self._find(CleaningRule.MOVED, passage.at)
            self._end(passage.at)
            self._begin(passage.floor_id, passage.at)

    def _leave(self, passage: Passage) -> None:
        inside = self._inside
        if inside is None or (inside.floor_id is None and passage.floor_id is not None):
            self._find(CleaningRule.EXIT_WITHOUT_ENTRY, passage.at)
            return
        if inside.floor_id != passage.floor_id:
            self._find(CleaningRule.LEFT_ELSEWHERE, passage.at)
        self._end(passage.at)
        if passage.floor_id is None:
            self._by_entrance = False
        elif self._by_entrance:
            self._begin(None, passage.at)

    def _begin(self, floor_id: int | None, at: datetime) -> None:
        self._inside = Open(floor_id, at)

    def _end(self, at: datetime) -> None:
        inside, self._inside = self._inside, None
        if inside is not None and inside.start < at:
            self.stays.append(Stay(inside.floor_id, inside.start, at))
            if inside.start < self._midnight <= at:
                self._find(CleaningRule.OVER_MIDNIGHT, inside.start)

    def _find(self, rule: CleaningRule, at: datetime) -> None:
        self.findings.append(Finding(rule, at))
