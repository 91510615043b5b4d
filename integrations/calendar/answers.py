"""Answers to invitations: what a REPLY says (RFC 5546, 3.2.3)."""

from dataclasses import dataclass
from enum import StrEnum

from icalendar import Calendar, Event


class Says(StrEnum):
    """PARTSTAT of the one who answers."""

    ACCEPTED = "ACCEPTED"
    TENTATIVE = "TENTATIVE"
    DECLINED = "DECLINED"


class NoReply(Exception):
    """No answer that can be understood; `reason` is a method that is none of ours, or what is wrong with it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Reply:
    """Which event, in which version, what whom says. `attendee` is an address in small letters."""

    uid: str
    sequence: int
    attendee: str
    says: Says


def reply_in(text: str) -> Reply:
    """The answer in an iCalendar text: one event and one attendee. Raises NoReply."""
    method, events = _parsed(text)
    if method != "REPLY":
        raise NoReply(method.lower() or "no method")
    if len(events) != 1:
        raise NoReply("not one event")
    (event,) = events
    if "RECURRENCE-ID" in event:
        raise NoReply("one date of a recurrence, and nothing of ours recurs")
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    if len(attendees) != 1:
        raise NoReply("not one attendee")
    try:
        uid = str(event["UID"]).strip()
        if not uid.isprintable():
            raise NoReply("a UID that nobody has written")
        says = Says(str(attendees[0].params.get("PARTSTAT", "")).upper())
        return Reply(uid, int(event.get("SEQUENCE", 0)), _address(str(attendees[0])), says)
    except (KeyError, ValueError, AttributeError, TypeError) as error:
        raise NoReply(f"{type(error).__name__}: {error}") from error


def _parsed(text: str) -> tuple[str, list[Event]]:
    try:
        calendar = Calendar.from_ical(text)
        return str(calendar.get("METHOD", "")).upper().strip(), list(calendar.walk("VEVENT"))
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError) as error:
        raise NoReply(f"{type(error).__name__}: {error}") from error


def _address(calendar_user: str) -> str:
    scheme, _, address = calendar_user.partition(":")
    return address.strip().lower() if scheme.lower() == "mailto" else ""
