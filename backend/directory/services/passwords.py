"""A password that was changed in the directory ends the sessions that the old one opened."""

from access.services.ending import end_directory_sessions
from directory.policies.known import KnownRoll
from directory.source import Roll


def end_sessions_before_password_changes(roll: Roll, known: KnownRoll) -> int:
    """End the sessions opened by a directory password older than the one the directory has now; answers how many."""
    changed = {entry.number: entry for entry in roll.people if entry.password_changed_at is not None}
    if not changed:
        return 0
    people = {
        one.person_id: entry.password_changed_at
        for one in known.people
        if not one.left
        and (entry := changed.get(one.entry.number)) is not None
        and entry.password_changed_at is not None
    }
    return end_directory_sessions(people)
