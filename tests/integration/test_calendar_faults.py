"""What goes wrong on the way to a calendar, on a real Radicale: nothing is lost or doubled, and nobody else waits."""

from datetime import timedelta
from functools import partial

import pytest
import time_machine

from audit.models import Event
from bookings.services.booking import change_booking
from calendars import servers
from calendars.models import CalendarLink, SentEvent, SilentServer
from calendars.policies.choices import LinkState
from calendars.servers import Trouble
from calendars.services import bringing_up
from calendars.services.deferring import BRING_UP, PROBE, TRY_AGAIN
from calendars.services.links import resume_link
from calendars.services.probing import probe, try_again
from calendars.services.sweeping import sweep
from calendars.tests.linked import books, brought_up, forget_jobs, jobs, linked, loopback_allowed
from core.interval import Interval
from integrations.web.session import Limits
from notifications.models import Notice
from notifications.services.noticing import write_notices
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY, TUESDAY
from tests.fixtures.radicale import radicale_in
from tests.fixtures.unruly import unruly_before

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning", "_loopback")]
NOON = Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "12:00"))


@pytest.fixture
def _loopback():
    with loopback_allowed():
        yield


@pytest.fixture
def own_server(tmp_path):
    """A Radicale of this test's own, which may be stopped."""
    server = radicale_in(tmp_path)
    server.start()
    yield server
    server.stop(kill=True)


def test_a_server_that_is_down_for_a_day_loses_and_doubles_nothing(hall, own_server, monday_morning):
    account = own_server.add()
    link = linked(hall, account)
    booking = books(hall)
    brought_up(link)
    own_server.stop()

    change_booking(booking_id=booking.pk, during=NOON)
    books(hall, desk="06A-002", hours="13:00-17:15")
    link = brought_up(link)
    assert (link.state, link.trouble, link.waiting) == (LinkState.ACTIVE, Trouble.UNREACHABLE, 2)
    server = SilentServer.objects.get()
    assert (server.host, server.tries) == (link.host, 1)
    assert server.try_at - server.since == timedelta(minutes=1)

    waits = []
    while not Event.objects.filter(kind="calendar.silent_day").exists():
        server.refresh_from_db()
        monday_morning.move_to(server.try_at + timedelta(seconds=1))
        sweep()
        assert jobs(PROBE) == [link.pk], "asked for by one, once"
        probe(link_id=link.pk)
        before, server = server.try_at, SilentServer.objects.get()
        waits.append(round((server.try_at - before).total_seconds() / 60))
    assert waits[:8] == [2, 4, 8, 16, 32, 60, 60, 60]
    told = Event.objects.get(kind="calendar.silent_day")
    assert (told.after or {})["people"] == [hall.person("agatsuma")]
    write_notices(told)
    assert Notice.objects.get().kind == "calendar_silent"
    assert not Event.objects.filter(kind="calendar.paused").exists()

    own_server.start()
    monday_morning.move_to(server.try_at + timedelta(seconds=1))
    probe(link_id=link.pk)
    assert not SilentServer.objects.exists()
    assert link.pk in jobs(BRING_UP)
    link = brought_up(link)
    assert len(account.hrefs()) == 2
    assert sum("T120000" in text for text in account.texts().values()) == 1
    assert (link.trouble, link.waiting, link.tries) == ("", 0, 0)


def test_who_is_killed_between_the_put_and_its_record_writes_it_once(hall, radicale, monkeypatch):
    link = linked(hall, radicale)
    booking = books(hall)

    class KilledHereError(BaseException):
        pass

    def killed(*_args, **_more):
        raise KilledHereError

    with monkeypatch.context() as patched:
        patched.setattr(bringing_up, "_note_put", killed)
        with pytest.raises(KilledHereError):
            brought_up(link)
    assert len(radicale.hrefs()) == 1
    assert not SentEvent.objects.exists()
    brought_up(link)
    assert len(radicale.hrefs()) == 1

    change_booking(booking_id=booking.pk, during=NOON)
    with monkeypatch.context() as patched:
        patched.setattr(bringing_up, "_note_put", killed)
        with pytest.raises(KilledHereError):
            brought_up(link)
    link = brought_up(link)

    (href,) = radicale.hrefs()
    assert "T120000" in radicale.text(href)
    assert SentEvent.objects.get().etag == radicale.etags()[href]
    assert link.waiting == 0


def test_a_wrong_password_pauses_and_another_one_goes_on_without_loss_or_doubles(hall, radicale):
    link = linked(hall, radicale)
    booking = books(hall)
    brought_up(link)
    radicale.change_password()
    change_booking(booking_id=booking.pk, during=NOON)
    books(hall, desk="06A-002", hours="13:00-17:15")

    link = brought_up(link)

    assert (link.state, link.trouble, link.waiting) == (LinkState.PAUSED, Trouble.PASSWORD, 2)
    paused = Event.objects.get(kind="calendar.paused")
    assert paused.after == {"person": hall.person("agatsuma"), "link": link.pk, "trouble": "password"}
    write_notices(paused)
    notice = Notice.objects.get()
    assert (notice.kind, notice.link, notice.person_id) == ("calendar_wants_password", "/calendar", link.person_id)
    brought_up(link)
    sweep()
    assert Event.objects.filter(kind="calendar.paused").count() == 1, "told once, and the server is not asked again"
    assert jobs(TRY_AGAIN) == []

    link = resume_link(link=link, password=radicale.password)
    assert (link.state, link.trouble) == (LinkState.ACTIVE, "")
    brought_up(link)
    assert len(radicale.hrefs()) == 2
    assert sum("T120000" in text for text in radicale.texts().values()) == 1
    write_notices(Event.objects.get(kind="calendar.resumed"))
    assert not Notice.objects.filter(read_at__isnull=True).exists(), "what was asked for is done"


def test_a_calendar_that_is_gone_pauses_and_is_filled_anew_when_it_is_back(hall, radicale):
    link = linked(hall, radicale)
    booking = books(hall)
    brought_up(link)
    radicale.vanish()
    change_booking(booking_id=booking.pk, during=NOON)

    link = brought_up(link)
    assert (link.state, link.trouble) == (LinkState.PAUSED, Trouble.CALENDAR_GONE)

    radicale.come_back()
    brought_up(resume_link(link=link, password=None))
    assert len(radicale.hrefs()) == 1


@pytest.fixture
def unruly(radicale):
    """A proxy before the person's Radicale that answers as it is told to."""
    with unruly_before(radicale.server) as proxy:
        yield proxy


def test_a_full_server_pauses_and_goes_on_by_itself_when_there_is_room(hall, radicale, unruly, monday_morning):
    link = linked(hall, radicale, through=unruly.address)
    books(hall)
    unruly.answer("PUT", 507)

    link = brought_up(link)
    assert (link.state, link.trouble, link.waiting) == (LinkState.PAUSED, Trouble.QUOTA, 1)
    sweep()
    assert jobs(TRY_AGAIN) == [], "not before its time"
    for _again in range(2):
        monday_morning.shift(timedelta(hours=1, seconds=1))
        sweep()
        assert jobs(TRY_AGAIN) == [link.pk]
        try_again(link_id=link.pk)
        link.refresh_from_db()
        assert link.state == LinkState.PAUSED, "still full"
        forget_jobs()
    assert Event.objects.filter(kind="calendar.paused").count() == 1, "told once"

    unruly.behave()
    monday_morning.shift(timedelta(hours=1, seconds=1))
    try_again(link_id=link.pk)
    link = brought_up(link)
    assert (link.state, link.trouble, len(radicale.hrefs())) == (LinkState.ACTIVE, "", 1)


@pytest.mark.parametrize("status", [409, 412])
def test_a_file_that_changes_under_our_hands_is_read_and_written_once_more(hall, radicale, unruly, status):
    link = linked(hall, radicale, through=unruly.address)
    booking = books(hall)
    brought_up(link)
    change_booking(booking_id=booking.pk, during=NOON)
    unruly.answer("PUT", status, times=1)

    link = brought_up(link)

    assert "T120000" in radicale.text(radicale.hrefs()[0])
    assert (link.tries, link.waiting) == (0, 0)


def test_one_that_changes_again_and_again_rests_and_stops_no_other(hall, radicale, unruly, monday_morning):
    link = linked(hall, radicale, through=unruly.address)
    stays = books(hall)
    brought_up(link)
    change_booking(booking_id=stays.pk, during=NOON)
    books(hall, desk="06A-002", day=TUESDAY + timedelta(days=1))
    unruly.answer("PUT", 412, having="T120000")

    link = brought_up(link)

    assert (len(radicale.hrefs()), link.tries, link.waiting) == (2, 1, 1)
    asked = len(unruly.asked)
    assert brought_up(link).waiting == 1
    assert len(unruly.asked) == asked, "it rests"
    unruly.behave()
    monday_morning.shift(timedelta(minutes=2))
    sweep()
    assert link.pk in jobs(BRING_UP)
    link = brought_up(link)
    assert (link.tries, link.waiting) == (0, 0)
    assert sum("T120000" in text for text in radicale.texts().values()) == 1


def test_an_answer_that_breaks_off_after_the_event_was_written_doubles_nothing(hall, radicale, unruly, monday_morning):
    link = linked(hall, radicale, through=unruly.address)
    books(hall)
    unruly.answer("PUT", 401, headers={"WWW-Authenticate": 'Basic realm="calendars"'}, times=1)
    unruly.cut("PUT")

    link = brought_up(link)
    assert (link.trouble, link.waiting, len(radicale.hrefs())) == (Trouble.UNREACHABLE, 1, 1)
    monday_morning.shift(timedelta(minutes=2))
    probe(link_id=link.pk)
    brought_up(link)

    assert len(radicale.hrefs()) == 1
    assert SentEvent.objects.get().href == radicale.hrefs()[0]


def test_a_server_that_hangs_does_not_delay_other_peoples_calendars(hall, radicale, unruly, monkeypatch):
    monkeypatch.setattr(servers, "Limits", partial(Limits, whole_seconds=2))
    unruly.delay = 60
    desks = {"kudo": "06A-002", "sasaki": "06B-001", "hoshi": "07A-001"}
    waiting = []
    for who, desk in desks.items():
        waiting.append(linked(hall, radicale, who, through=unruly.address))
        books(hall, who, desk=desk)
    link = linked(hall, radicale)
    books(hall)

    with time_machine.travel(city_time(MONDAY, "8:05"), tick=True):
        brought_up(waiting[0])
        asked = len(unruly.asked)
        for other in waiting[1:]:
            brought_up(other)
        brought_up(link)

    assert (asked, len(unruly.asked)) == (2, 2), "one waits, asks by another whether it is the server, and nobody else"
    assert len(radicale.hrefs()) == 1
    server = SilentServer.objects.get()
    assert (server.trouble, server.tries) == (Trouble.TOO_SLOW, 1)
    assert CalendarLink.objects.filter(waiting=1).count() == 3
