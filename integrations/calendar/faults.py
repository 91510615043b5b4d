"""What can be wrong with a file of a calendar."""

from enum import StrEnum

from integrations.calendar.port import CalendarUnavailable, Malformed, Trouble

_MOST_TOLD = 100


class Fault(StrEnum):
    """Why a part could not be read, or not as it stands.

    `not_a_line`: no name and value; `not_closed`: a component without its end, or an end without its component;
    `not_utf8`: letters that are none in UTF-8 (read with marks in their place); `bad_value`: a property that does not
    say what its kind has to say; `no_uid`: an event nobody can refer to (read under a UID made from what it says);
    `unknown_zone`: a time zone that neither the file nor the machine knows (read as the city's); `too_often`: repeats
    more than a few times a day (only its first time is read); `too_long`: working it out would take too long;
    `too_many`: more occurrences than are read.
    """

    NOT_A_LINE = "not_a_line"
    NOT_CLOSED = "not_closed"
    NOT_UTF8 = "not_utf8"
    BAD_VALUE = "bad_value"
    NO_UID = "no_uid"
    UNKNOWN_ZONE = "unknown_zone"
    TOO_OFTEN = "too_often"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"


class NotACalendar(CalendarUnavailable):
    """Nothing of a file can be read: it is no calendar, or larger than is read."""

    def __init__(self, detail: str, trouble: Trouble = Trouble.NOT_A_CALENDAR) -> None:
        super().__init__(trouble, detail)


class Faults:
    """What was found wrong in a file, in the order of its lines; the first hundred."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, str], Malformed] = {}

    def add(self, line: int, fault: Fault) -> None:
        """Note a fault once for a line."""
        self._found.setdefault((line, fault.value), Malformed(line, fault.value))

    def told(self) -> tuple[Malformed, ...]:
        """The faults by line."""
        return tuple(self._found[key] for key in sorted(self._found)[:_MOST_TOLD])
