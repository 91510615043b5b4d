"""The directory may be ahead of a planned transfer, or behind it: what its roll comes to with what was planned.

While a transfer waits for its day, an entry that reads exactly as the transfer will have it is kept back. For some days
after it was carried out, an entry that still reads as before is not taken back. Everything else the directory says is
taken as it is: a third department, a corrected name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from directory.policies.planned_values import PlannedEntry, Values
from directory.policies.roll_draft import RollDraft
from directory.policies.runs import Subject
from directory.source import Roll

WAITS_FOR_TRANSFER = "waits_for_transfer"
LAGS_BEHIND_TRANSFER = "lags_behind_transfer"

GRACE_DAYS = 14
"""What a directory gets to catch up with a transfer where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """A planned transfer as the sync asks about it: carried out already, or still waiting for its day.

    For `grace_days`, beginning with its day, the directory may be behind it.
    """

    effective_on: date
    applied: bool
    entries: Sequence[PlannedEntry]
    grace_days: int = GRACE_DAYS

    def in_grace(self, today: date) -> bool:
        """Whether the directory may still be behind it."""
        return self.applied and self.effective_on <= today < self.effective_on + timedelta(days=self.grace_days)


def overlaid(roll: Roll, transfers: Sequence[Transfer], today: date) -> tuple[Roll, dict[str, int]]:
    """`roll` with what waits for its transfer put back and what lags behind one brought forward; and how many of each.

    `{"waits_for_transfer": 3, "lags_behind_transfer": 0}`, without those that are 0. Entries that make no sense in the
    directory are left to their findings.
    """
    behind = [one for one in transfers if one.in_grace(today)]
    ahead = [one for one in transfers if not one.applied]
    if not behind and not ahead:
        return roll, {}
    draft = RollDraft(roll)
    lagging = sum(
        _read_as(draft, entry, says=entry.before, instead=entry.after)
        for transfer in sorted(behind, key=lambda one: one.effective_on)
        for entry in transfer.entries
    )
    waiting = sum(
        _read_as(draft, entry, says=entry.after, instead=entry.before)
        for transfer in sorted(ahead, key=lambda one: one.effective_on, reverse=True)
        for entry in transfer.entries
    )
    counts = {WAITS_FOR_TRANSFER: waiting, LAGS_BEHIND_TRANSFER: lagging}
    return (draft.roll() if waiting or lagging else roll), {name: count for name, count in counts.items() if count}


def carried_out(known: Roll, entries: Sequence[PlannedEntry]) -> Roll:
    """`known` with these entries as they are afterwards; of somebody who stays only the fields that change.

    Whoever left meanwhile stays away, and whoever came earlier than planned becomes what was planned.
    """
    draft = RollDraft(known)
    for entry in entries:
        current = draft.values(entry.subject, entry.before, entry.after)
        if entry.after is None:
            if current is not None:
                draft.take_away(entry.subject, current)
        elif current is not None:
            draft.change(entry.subject, current, _changed(entry, entry.after))
        elif entry.before is None:
            draft.put(entry.subject, entry.after)
    return draft.roll()


def _read_as(draft: RollDraft, entry: PlannedEntry, *, says: Values | None, instead: Values | None) -> bool:
    """Where the roll says `says` of this entry, let it say `instead`; whether it did."""
    if draft.is_unclear(entry.subject, entry.before, entry.after):
        return False
    current = draft.values(entry.subject, says, instead)
    if says is None:
        if current is None and instead is not None:
            draft.put(entry.subject, instead)
            return True
        return False
    if current is None:
        return False
    if instead is None:
        if _stands_there(entry.subject, current, says):
            draft.take_away(entry.subject, current)
            return True
        return False
    if any(current[name] != says[name] for name in entry.differences()):
        return False
    draft.change(entry.subject, current, _changed(entry, instead))
    return True


def _stands_there(subject: Subject, current: Values, planned: Values) -> bool:
    """Whether somebody who comes or goes is where that was planned; what else is written of them may differ."""
    return subject is Subject.DEPARTMENT or bool(current["department"] == planned["department"])


def _changed(entry: PlannedEntry, side: Values) -> Values:
    return {name: side[name] for name in entry.differences()}
