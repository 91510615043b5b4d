"""A linked calendar in memory, and events as its owner writes them there."""

from dataclasses import dataclass
from datetime import date, timedelta

from calendars.models import CalendarLink, Proposal
from calendars.services.reading import take_in
from core import clock
from integrations.calendar.memory import MemoryCalendar
from tests.factories.hall import Hall
from tests.fixtures.cast import TUESDAY


def event(
    uid: str = "their-1",
    *,
    day: date = TUESDAY,
    hours: tuple[str, str] | None = None,
    days: int = 1,
    title: str = "夏の休暇",
    more: str = "",
) -> str:
    """A file with one event: of whole days, or with `hours` as ("0830", "1715") by the city's clocks."""
    if hours is None:
        when = f"DTSTART;VALUE=DATE:{day:%Y%m%d}\r\nDTEND;VALUE=DATE:{day + timedelta(days=days):%Y%m%d}\r\n"
    else:
        start, end = (f"{day:%Y%m%d}T{one}00" for one in hours)
        when = f"DTSTART;TZID=Asia/Tokyo:{start}\r\nDTEND;TZID=Asia/Tokyo:{end}\r\n"
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Their own//EN\r\nBEGIN:VEVENT\r\n"
        f"UID:{uid}\r\nDTSTAMP:20261101T000000Z\r\n{when}SUMMARY:{title}\r\n{more}"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


@dataclass
class Linked:
    """A link and the calendar behind it."""

    link: CalendarLink
    calendar: MemoryCalendar

    def write(self, name: str = "one.ics", text: str | None = None, **said: object) -> str:
        """Its owner writes a file."""
        return self.calendar.write(name, event(**said) if text is None else text)  # type: ignore[arg-type]  # a test's

    def read(self) -> "Linked":
        """The worker reads it."""
        take_in(link_id=self.link.pk)
        self.link.refresh_from_db()
        return self

    def proposals(self, state: str = "open") -> list[tuple[str, str, str]]:
        """Day, part and kind of those in a state."""
        rows = Proposal.objects.filter(link=self.link, state=state).order_by("day", "pk")
        return [(f"{one.day:%m-%d}", one.part, one.kind) for one in rows]

    def one(self, state: str = "open") -> Proposal:
        """The only one in a state."""
        return Proposal.objects.get(link=self.link, state=state)


@dataclass
class Linking:
    """Links calendars in memory for people of the small hall."""

    hall: Hall
    calendars: dict[str, MemoryCalendar]

    def __call__(self, name: str = "agatsuma", **more: object) -> Linked:
        address = f"https://calendar.city.example/{len(self.calendars)}/"
        self.calendars[address] = calendar = MemoryCalendar(address=address)
        values: dict[str, object] = {"sends": False, "takes_in": True, "on_deleted": "ask", "acceptance": "ask", **more}
        link = CalendarLink.objects.create(
            person=self.hall.people[name],
            kind="caldav",
            address=address,
            host="calendar.city.example:443",
            calendar=address,
            calendar_name="自分の予定",
            created_at=clock.now(),
            **values,
        )
        return Linked(link, calendar)
