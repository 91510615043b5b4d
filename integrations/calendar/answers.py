"""Answers to invitations: what a REPLY says (RFC 5546, 3.2.3)."""

from dataclasses import dataclass
from enum import StrEnum

from integrations.calendar.components import Component, Line, calendars_in
from integrations.calendar.faults import Faults, NotACalendar
from integrations.calendar.values import BAD_VALUES, parameters_and_value, text_of

_MOST_BYTES = 1_000_000


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
    lines: dict[str, list[Line]] = {}
    for line in events[0].lines:
        lines.setdefault(line.name, []).append(line)
    if "RECURRENCE-ID" in lines:
        raise NoReply("one date of a recurrence, and nothing of ours recurs")
    attendees = lines.get("ATTENDEE", [])
    if len(attendees) != 1:
        raise NoReply("not one attendee")
    try:
        uid = text_of(parameters_and_value(lines["UID"][0])[1]).strip()
        if not uid or not uid.isprintable():
            raise NoReply("a UID that nobody has written")
        sequence = int(lines["SEQUENCE"][0].value) if "SEQUENCE" in lines else 0
        parameters, calendar_user = parameters_and_value(attendees[0])
        return Reply(uid, sequence, _address(calendar_user), Says(parameters.get("PARTSTAT", "").upper()))
    except BAD_VALUES as error:
        raise NoReply(f"{type(error).__name__}: {error}") from error


def _parsed(text: str) -> tuple[str, list[Component]]:
    """Whoever can write to the mailbox has written this: it is taken apart and nothing in it is followed."""
    try:
        calendar = calendars_in(text, most_bytes=_MOST_BYTES, faults=Faults())[0]
    except NotACalendar as error:
        raise NoReply(error.detail) from error
    return calendar.said("METHOD").upper(), [part for part in calendar.nested if part.name == "VEVENT"]


def _address(calendar_user: str) -> str:
    scheme, _, address = calendar_user.partition(":")
    return address.strip().lower() if scheme.strip().lower() == "mailto" else ""
