"""Reading goes on past what cannot be read, a silent server, a calendar that is gone and thousands of events."""

import logging
from datetime import timedelta

import pytest

from calendars.models import CalendarLink, SeenResource, SeenStretch, SilentServer
from calendars.selectors.files_read import Reader
from calendars.selectors.malformed import malformed_of
from calendars.services.deferring_reads import defer_due_reads
from calendars.services.forgetting import end_over, forget_read
from calendars.tests.linked import forget_jobs, jobs
from core import clock
from integrations.calendar.port import Trouble
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

WEDNESDAY = MONDAY + timedelta(days=2)
MANY = 5_000
"""Events of a calendar that has been kept for years."""


def test_what_cannot_be_read_is_told_by_number_and_line_and_the_rest_is_read(linked, caplog):
    mine = linked()
    mine.write("bad.ics", text="this is no calendar: 秘密の予定\r\n")
    mine.write("good.ics")
    with caplog.at_level(logging.WARNING):
        mine.read()
    assert mine.proposals() == [("12-01", "full", "leave")]
    found = malformed_of([mine.link.pk])[mine.link.pk]
    assert (found.count, found.line) == (1, 1)
    assert "line 1" in caplog.text
    assert "秘密" not in caplog.text


def test_a_server_that_is_silent_leaves_everything_as_it_was(linked):
    mine = linked()
    mine.write()
    mine.read()
    mine.calendar.trouble = Trouble.UNREACHABLE
    mine.write("two.ics", uid="two", day=WEDNESDAY)
    mine.read()
    assert mine.proposals() == [("12-01", "full", "leave")]
    assert SilentServer.objects.count() == 1
    mine.calendar.trouble = None
    SilentServer.objects.all().delete()
    mine.read()
    assert mine.proposals() == [("12-01", "full", "leave"), ("12-02", "full", "leave")]


def test_a_calendar_that_is_gone_pauses_the_link_and_withdraws_nothing(linked):
    mine = linked()
    mine.write()
    mine.read()
    mine.calendar.trouble = Trouble.CALENDAR_GONE
    mine.read()
    assert mine.link.state == "paused"
    assert mine.proposals() == [("12-01", "full", "leave")]


def test_days_that_passed_are_over(linked, time_machine):
    mine = linked()
    mine.write()
    mine.read()
    time_machine.move_to(f"{WEDNESDAY}T00:30:00+09:00")
    assert end_over() == 1
    assert mine.proposals("over") == [("12-01", "full", "leave")]
    assert SeenStretch.objects.count() == 0


def test_a_calendar_that_takes_in_no_longer_proposes_nothing(linked):
    mine = linked()
    mine.write()
    mine.read()
    forget_read(link_ids=[mine.link.pk])
    assert mine.proposals() == []
    mine.read()
    assert mine.proposals() == [("12-01", "full", "leave")]


def test_a_repeating_event_with_an_exception(linked):
    mine = linked()
    rule = "RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE;VALUE=DATE:20261202\r\n"
    mine.write(more=rule)
    mine.read()
    assert [day for day, *_ in mine.proposals()] == ["12-01", "12-03", "12-04"]


def test_what_we_wrote_is_never_taken_in(linked, settings):
    mine = linked()
    for number, uid in enumerate(("booking-1", "telework-2", "plan-3", "plan-3-0123456789abcdef")):
        mine.write(f"{number}.ics", uid=f"{uid}@{settings.CALENDAR['domain']}")
    mine.read()
    assert mine.proposals() == []


def test_of_a_calendar_with_thousands_of_events_only_what_changed_is_understood_again(linked, monkeypatch):
    mine = linked()
    for number in range(MANY):
        mine.write(f"{number}.ics", uid=f"meeting-{number}", title=f"会議 {number}", hours=("0900", "1000"))
    mine.write("leave.ics")
    mine.read()
    assert mine.proposals() == [("12-01", "full", "leave")]
    assert (SeenResource.objects.count(), SeenStretch.objects.count()) == (MANY + 1, 1)
    understood = []
    read = Reader.read

    def noting(self, file):
        understood.append(file.href)
        return read(self, file)

    monkeypatch.setattr(Reader, "read", noting)
    mine.write("leave.ics", day=WEDNESDAY)
    mine.read()
    mine.calendar.forget_changes()
    mine.calendar.tokens = False
    mine.read()
    mine.read()
    assert mine.proposals() == [("12-02", "full", "leave")]
    assert understood.count(f"{mine.calendar.address}leave.ics") == 2
    assert len(understood) == 1 + MANY + 1, "a server that counts nothing tells by its tags what is as it was"


def test_every_calendar_that_may_be_read_is_read_once_a_round(linked):
    mine, sends, paused, silent = linked(), linked(takes_in=False, sends=True), linked(state="paused"), linked()
    CalendarLink.objects.filter(pk=silent.link.pk).update(host="silent.example:443")
    now = clock.now()
    SilentServer.objects.create(host="silent.example:443", since=now, tries=1, try_at=now)
    assert defer_due_reads() == 2
    defer_due_reads()
    assert jobs("calendars.take_in") == [mine.link.pk, sends.link.pk]
    assert paused.link.pk not in jobs("calendars.take_in")
    forget_jobs()
