"""Answers to our invitations (RFC 5546, 3.2.3)."""

import re
from dataclasses import dataclass

from integrations.calendar.components import Component, Line, calendars_in
from integrations.calendar.faults import Faults, NotACalendar
from integrations.calendar.values import BAD_VALUES, parameters_and_value, text_of

_MAILTO = re.compile(r"mailto:", re.IGNORECASE)
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody answers: `attendee` is a mail address in small letters, `partstat` what they answer (`DECLINED`,
    `ACCEPTED`, …), `recurrence` the RECURRENCE-ID as it is written, empty where the whole event is meant.
    """

    uid: str
    sequence: int
    attendee: str
    partstat: str
    recurrence: str


def reply_of(ics: str | bytes, *, most_bytes: int = 1_000_000) -> Reply:
    """The answer that a file holds. Raises NotACalendar where it is no answer of one person about one event."""
    calendar = calendars_in(ics, most_bytes=most_bytes, faults=Faults())[0]
    if calendar.said("METHOD").upper() != "REPLY":
        raise NotACalendar("it is not an answer")
    events = [part for part in calendar.nested if part.name == "VEVENT"]
    if len(events) != 1:
        raise NotACalendar("it is not about one event")
    attendees = [line for line in events[0].lines if line.name == "ATTENDEE"]
    if len(attendees) != 1 or not _uid(events[0]):
        raise NotACalendar("it does not say who answers, or about what")
    sequence = events[0].said("SEQUENCE")
    return Reply(
        uid=_uid(events[0]),
        sequence=int(sequence) if sequence.isdecimal() and len(sequence) <= _MOST_DIGITS else 0,
        attendee=_MAILTO.sub("", _parts(attendees[0])[1], count=1).strip().lower(),
        partstat=_parts(attendees[0])[0],
        recurrence=events[0].said("RECURRENCE-ID"),
    )


def _uid(event: Component) -> str:
    return next((_parts(line)[1].strip() for line in event.lines if line.name == "UID"), "")


def _parts(line: Line) -> tuple[str, str]:
    """What a line says of a PARTSTAT, and its value."""
    try:
        parameters, value = parameters_and_value(line)
    except BAD_VALUES as error:
        raise NotACalendar(f"line {line.number} cannot be read") from error
    return parameters.get("PARTSTAT", "").upper(), text_of(value)
