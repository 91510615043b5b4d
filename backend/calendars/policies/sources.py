"""The digest by which a proposal knows its event again: nothing can be read in it. Knows no Django."""

import hashlib


def event_source(uid: str, recurrence: str) -> str:
    """Of one occurrence of somebody's event, SHA-256 in hexadecimal."""
    return _digest("event", uid, recurrence)


def release_source(uid: str) -> str:
    """Of an event of ours that was deleted there."""
    return _digest("release", uid)


def take_back_source(proposal_id: int) -> str:
    """Of an accepted proposal whose event is gone."""
    return _digest("take back", str(proposal_id))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
