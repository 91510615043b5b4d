"""What follows when a linked calendar cannot be spoken to. Knows no Django.

Troubles are the codes of integrations.calendar, as the seam tells them.
"""

from datetime import timedelta

SILENCE = frozenset({"unreachable", "too_slow"})
"""The server's own: everybody's calendars there wait, and nobody has to do anything."""

MENDS_ITSELF = frozenset({"quota", "certificate", "not_allowed"})
"""The link is paused, but somebody else may mend it: it is tried again by the clock."""

EMPTIED = frozenset({"calendar_gone"})
"""What we wrote is gone with the calendar."""

TRY_PAUSED_AGAIN = timedelta(hours=1)
TOLD_AFTER = timedelta(days=1)
"""How long a server is silent before its people are told."""

_LONGEST_MINUTES = 60


def silent_for(tries: int) -> timedelta:
    """How long a silent server is left alone after this many tries in a row: 1, 2, 4 … 60 minutes."""
    return timedelta(minutes=min(1 << min(max(tries - 1, 0), 10), _LONGEST_MINUTES))


def link_rests_for(tries: int) -> timedelta:
    """How long one link is left alone after as many tries in which its calendar alone said nothing, or changed under
    our hands."""
    return silent_for(tries)
