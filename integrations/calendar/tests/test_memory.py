from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from integrations.calendar.memory import MemoryCalendar, MemoryCalendars
from integrations.calendar.port import CalendarUnavailable, Found, Trouble
from integrations.calendar.tests.contract import ITEM, LEAVE, CalendarContract


class OwnersHand:
    """The owner at the calendar in memory."""

    def __init__(self, calendar: MemoryCalendar) -> None:
        self._calendar = calendar
        self.edit = calendar.edit
        self.delete = calendar.delete

    def put(self, name: str, text: str) -> str:
        return self._calendar.write(name, text)

    def texts(self) -> Mapping[str, str]:
        return self._calendar.texts()


class TestMemoryCalendar(CalendarContract):
    @pytest.fixture
    def calendar(self) -> MemoryCalendar:
        return MemoryCalendar()

    @pytest.fixture
    def hand(self, calendar: MemoryCalendar) -> OwnersHand:
        return OwnersHand(calendar)

    @pytest.fixture
    def vanish(self, calendar: MemoryCalendar) -> Callable[[], object]:
        return lambda: setattr(calendar, "trouble", Trouble.CALENDAR_GONE)


class TestMemoryCalendarWithoutAccountOfChanges(TestMemoryCalendar):
    @pytest.fixture
    def calendar(self) -> MemoryCalendar:
        return MemoryCalendar(tokens=False)


def test_every_trouble_can_be_had():
    calendar = MemoryCalendar()
    for trouble in Trouble:
        calendar.trouble = trouble
        with pytest.raises(CalendarUnavailable) as raised:
            calendar.put(ITEM)
        assert raised.value.trouble is trouble
    calendar.trouble = None
    assert calendar.put(ITEM).href in calendar.texts()


def test_a_line_that_is_cut_after_a_write_leaves_what_was_written():
    calendar = MemoryCalendar(breaks_off=True)
    with pytest.raises(CalendarUnavailable):
        calendar.put(ITEM)
    calendar.breaks_off = False
    calendar.put(ITEM)
    assert len(calendar.texts()) == 1


def test_a_full_calendar_takes_changes_and_nothing_new():
    calendar = MemoryCalendar(room=1)
    stored = calendar.put(ITEM)
    assert calendar.put(replace(ITEM, sequence=1), href=stored.href, etag=stored.etag).href == stored.href
    with pytest.raises(CalendarUnavailable) as raised:
        calendar.put(replace(ITEM, uid="other@kyoseki.city.example"))
    assert raised.value.trouble is Trouble.QUOTA


def test_a_token_from_before_the_server_forgot_gives_everything():
    calendar = MemoryCalendar()
    calendar.write("leave.ics", LEAVE)
    token = calendar.changes().token
    calendar.forget_changes()
    assert calendar.changes(token).whole
    assert not calendar.changes(calendar.changes().token).whole


def test_an_account_names_its_calendars_and_says_of_one_that_is_gone_that_it_is():
    account = MemoryCalendars(
        [MemoryCalendar(address="/a/", name="仕事"), MemoryCalendar(address="/b/", writable=False)]
    )
    assert account.found() == [Found("/a/", "仕事", True, True), Found("/b/", "予定", False, True)]
    assert account.calendar("/a/").put(ITEM).href.startswith("/a/")
    for address, trouble in (("/c/", Trouble.CALENDAR_GONE), ("/b/", Trouble.FORBIDDEN)):
        with pytest.raises(CalendarUnavailable) as raised:
            account.calendar(address).put(ITEM)
        assert raised.value.trouble is trouble
