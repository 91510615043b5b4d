"""The city's closing days and events from a file and from an address: whole or not at all."""

import threading
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from calendars.models import CityCalendar
from calendars.policies.city_entries import Holds
from calendars.services.city_calendars import (
    add_city_calendar,
    due_city_calendars,
    import_city_file,
    read_city_calendar,
    remove_city_calendar,
)
from calendars.tasks.city import read_city_calendars
from core.refused import Refused
from plans.models import CityEvent, ClosingDay
from plans.services.closing_days import set_closing_day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

NEW_YEAR = """BEGIN:VEVENT
UID:new-year@city.example
DTSTART;VALUE=DATE:20261229
DTEND;VALUE=DATE:20270104
SUMMARY:年末年始
END:VEVENT
"""
POWER_CUT = """BEGIN:VEVENT
UID:power@city.example
DTSTART;VALUE=DATE:20270213
DTEND;VALUE=DATE:20270214
SUMMARY:全館停電
END:VEVENT
"""
MEETING = """BEGIN:VEVENT
UID:council@city.example
DTSTART;TZID=Asia/Tokyo:20261210T100000
DTEND;TZID=Asia/Tokyo:20261210T120000
SUMMARY:議会 本会議
END:VEVENT
"""
MARKET = """BEGIN:VEVENT
UID:market@city.example
DTSTART;VALUE=DATE:20261205
DTEND;VALUE=DATE:20261206
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:朝市
END:VEVENT
"""


def file_of(*events: str) -> bytes:
    text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//City//Calendar//JA\n" + "".join(events) + "END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def imported(*events, holds=Holds.CLOSING_DAYS, dry_run=False):
    return import_city_file(content=file_of(*events), holds=holds, dry_run=dry_run)


def closed():
    return list(ClosingDay.objects.order_by("day").values_list("day", flat=True))


THE_TURN = [date(2026, 12, 29) + timedelta(days=number) for number in range(6)]


def test_each_day_of_an_event_is_a_closing_day():
    assert len(imported(NEW_YEAR).follows.new) == 6
    assert closed() == THE_TURN
    assert imported(NEW_YEAR).follows.nothing


def test_what_takes_no_whole_day_closes_none():
    reading = imported(NEW_YEAR, MEETING)
    assert [one.name for one in reading.left_out] == ["議会 本会議"]
    assert closed() == THE_TURN


def test_events_have_their_days_and_what_repeats_has_each():
    imported(MEETING, MARKET, holds=Holds.EVENTS)
    assert list(CityEvent.objects.order_by("first_day").values_list("name", "first_day", "last_day")) == [
        *(("朝市", day, day) for day in [date(2026, 12, 5)]),
        ("議会 本会議", date(2026, 12, 10), date(2026, 12, 10)),
        *(("朝市", day, day) for day in [date(2026, 12, 12), date(2026, 12, 19)]),
    ]


def test_a_trial_writes_nothing_and_says_the_same():
    assert len(imported(NEW_YEAR, dry_run=True).follows.new) == 6
    assert closed() == []


def test_next_years_file_leaves_this_years_days():
    imported(NEW_YEAR)
    imported(POWER_CUT)
    assert closed() == [*THE_TURN, date(2027, 2, 13)]


def test_a_file_takes_back_what_an_earlier_one_brought_within_its_days():
    imported(NEW_YEAR, POWER_CUT)
    corrected = NEW_YEAR.replace("20270104", "20270103")
    assert [one.entry.first_day for one in imported(corrected, POWER_CUT).follows.gone] == [date(2027, 1, 3)]


def test_a_file_with_lines_that_are_none_is_not_taken_over_at_all():
    broken = MARKET.replace("DTSTART;VALUE=DATE:20261205", "DTSTART;VALUE=DATE:the fifth")
    reading = imported(NEW_YEAR, broken)
    assert (reading.applied, [one.line for one in reading.malformed]) == (False, [12])
    assert closed() == []


@pytest.mark.parametrize("content", [b"", b"\x00\xff", "閉庁日,12月29日".encode()])
def test_what_is_no_calendar_is_refused(content):
    with pytest.raises(Refused) as refused:
        import_city_file(content=content, holds=Holds.EVENTS, dry_run=False)
    assert refused.value.code == "no_calendar_file"


def test_the_command_says_what_it_does(tmp_path, capsys):
    file = tmp_path / "closing.ics"
    file.write_bytes(file_of(POWER_CUT))
    call_command("import_city_calendar", str(file), holds="closing_days", dry_run=True)
    assert "+ 2027-02-13 全館停電" in capsys.readouterr().out
    assert closed() == []
    call_command("import_city_calendar", str(file), holds="closing_days")
    assert closed() == [date(2027, 2, 13)]
    file.write_bytes(file_of(MEETING.replace("DTSTART", "D TSTART")))
    with pytest.raises(CommandError, match=r"line \d+"):
        call_command("import_city_calendar", str(file), holds="events")


class Site:
    """A calendar at an address, which knows its tag."""

    def __init__(self) -> None:
        self.content = file_of(NEW_YEAR)
        self.status = 200
        self.asked: list[int] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                tag = f'"{hash(site.content)}"'
                status = 304 if self.headers.get("If-None-Match") == tag else site.status
                site.asked.append(status)
                self.send_response(status)
                self.send_header("ETag", tag)
                self.send_header("Content-Type", "text/calendar; charset=utf-8")
                self.end_headers()
                if status == 200:
                    self.wfile.write(site.content)

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/city.ics"


@pytest.fixture
def site(settings) -> Iterator[Site]:
    settings.OUTBOUND = {
        **settings.OUTBOUND,
        "calendar_hosts": ("127.0.0.1",),
        "networks": (ip_network("127.0.0.0/8"),),
    }
    running = Site()
    thread = threading.Thread(target=running.server.serve_forever, daemon=True)
    thread.start()
    yield running
    running.server.shutdown()
    running.server.server_close()
    thread.join()


@pytest.fixture
def calendar(site):
    return add_city_calendar(address=site.address, holds=Holds.CLOSING_DAYS, account_id=None).pk


def test_an_address_is_read_by_its_tag_and_followed(calendar, site):
    assert len(read_city_calendar(calendar_id=calendar).follows.new) == 6
    assert read_city_calendar(calendar_id=calendar, whole=False).follows.nothing
    assert site.asked == [200, 304]
    set_closing_day(day=date(2026, 12, 28), name="市の定める日")
    site.content = file_of(POWER_CUT)
    reading = read_city_calendar(calendar_id=calendar, whole=False)
    assert (len(reading.follows.new), len(reading.follows.gone)) == (1, 6)
    assert closed() == [date(2026, 12, 28), date(2027, 2, 13)]


def test_an_address_that_fails_changes_nothing_and_says_why(calendar, site, monday_morning):
    read_city_calendar(calendar_id=calendar)
    site.status, site.content = 500, b""
    with pytest.raises(Refused) as refused:
        read_city_calendar(calendar_id=calendar)
    assert refused.value.facts["trouble"] == "unreachable"
    row = CityCalendar.objects.get()
    assert (row.trouble, row.troubled_since is not None, closed()) == ("unreachable", True, THE_TURN)
    assert due_city_calendars() == [calendar]
    site.status, site.content = 200, file_of(NEW_YEAR, "no line at all\n")
    assert not read_city_calendar(calendar_id=calendar).applied
    assert CityCalendar.objects.get().trouble == "malformed"
    site.content = file_of(NEW_YEAR)
    read_city_calendar(calendar_id=calendar)
    row.refresh_from_db()
    assert (row.trouble, row.troubled_since, due_city_calendars()) == ("", None, [])


def test_the_clock_reads_each_address_once_a_day(calendar, site, monday_morning):
    read_city_calendars(timestamp=0)
    read_city_calendars(timestamp=0)
    assert (len(site.asked), closed()) == (1, THE_TURN)
    monday_morning.shift(timedelta(days=1))
    read_city_calendars(timestamp=0)
    assert site.asked == [200, 304]


def test_an_address_taken_away_leaves_its_days_as_if_by_hand(calendar):
    read_city_calendar(calendar_id=calendar)
    remove_city_calendar(calendar_id=calendar)
    assert closed() == THE_TURN
    assert set(ClosingDay.objects.values_list("source", flat=True)) == {""}


def test_an_address_that_nobody_allowed_is_never_asked(settings, site):
    settings.OUTBOUND = {**settings.OUTBOUND, "calendar_hosts": ("calendar.city.example",)}
    with pytest.raises(Refused) as refused:
        add_city_calendar(address=site.address, holds=Holds.EVENTS, account_id=None)
    assert (refused.value.code, refused.value.facts["trouble"]) == ("calendar_trouble", "not_allowed")
    assert site.asked == []


@pytest.fixture
def facilities(as_person, hall):
    hall.people["kudo"].account.roles = ["facilities"]
    hall.people["kudo"].account.save()
    return as_person("kudo")


def test_addresses_are_kept_over_the_api(facilities, site):
    said = {"address": site.address, "holds": "events"}
    made = facilities.post("/api/v1/city-calendars/", said)
    assert (made.status_code, made.json()["read_at"]) == (201, None)
    again = facilities.post("/api/v1/city-calendars/", said)
    assert (again.status_code, again.json()["code"]) == (409, "city_calendar_exists")
    one = f"/api/v1/city-calendars/{made.json()['id']}/"
    assert facilities.post(f"{one}read/", {"dry_run": True}).json()["applied"] is False
    read = facilities.post(f"{one}read/", {}).json()
    assert (read["applied"], [entry["name"] for entry in read["new"]]) == (True, ["年末年始"])
    site.status = 404
    gone = facilities.post(f"{one}read/", {})
    assert (gone.status_code, gone.json()["code"]) == (409, "calendar_trouble")
    assert [each["trouble"] for each in facilities.get("/api/v1/city-calendars/").json()] == ["calendar_gone"]
    assert facilities.delete(one).status_code == 204
    assert facilities.get("/api/v1/city-calendars/").json() == []


def test_a_file_is_taken_over_the_api(facilities):
    def sends(content, **more):
        file = SimpleUploadedFile("city.ics", content)
        return facilities.post(
            "/api/v1/city-calendars/import/", {"file": file, "holds": "closing_days", **more}, format="multipart"
        )

    trial = sends(file_of(POWER_CUT), dry_run=True).json()
    assert (trial["applied"], trial["new"]) == (
        False,
        [{"name": "全館停電", "first_day": "2027-02-13", "last_day": "2027-02-13"}],
    )
    assert sends(file_of(POWER_CUT)).json()["applied"] is True
    refused = sends(b"nonsense")
    assert (refused.status_code, refused.json()["code"]) == (409, "no_calendar_file")
    assert closed() == [date(2027, 2, 13)]
