"""The fictional hall on an empty database, and on the days after."""

import datetime as dt
import io
from collections import Counter

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db.models import F

from bookings.models import Booking, BookingRule
from bookings.services.booking import cancel_booking
from calendars.models import CalendarLink, Feed
from demonstration.models import FilledDay
from demonstration.services.filling import days_to_fill
from directory.models import PlannedTransfer
from people.models import Account, Department, Person
from plans.models import AttendancePlan, ClosingDay, OwnPlan
from series.models import BookingSeries
from spaces.models import Desk, DeskPlacement, Layout, LayoutDraft
from telework.models import Registration, TeleworkRequest, WorkReport, WorkStretch
from telework.policies.states import HOLDING_REQUESTS
from waitlists.models import Wait

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

THURSDAY = "2026-11-19T10:30:00+09:00"
TUESDAY_AFTER_A_HOLIDAY = "2026-11-24T10:30:00+09:00"


def load() -> str:
    output = io.StringIO()
    call_command("load_demonstration", stdout=output)
    return output.getvalue()


def test_the_hall_is_loaded_once_and_goes_on_from_day_to_day(settings: object) -> None:
    settings.DEMONSTRATION = True  # type: ignore[attr-defined]  # pytest-django's settings take any name
    with time_machine.travel(THURSDAY, tick=False):
        assert "fictional" in load()
        hall_is_complete()
        april_is_planned()
        telework_is_shown()
        addresses_are_there_and_no_link()
        days_are_filled()
        states = Counter(Booking.objects.filter(day="2026-11-19").values_list("state", flat=True))
        assert states["checked_in"] > 500
        assert states["released"] > 0
        assert load() == ""
        mine = Booking.objects.filter(day="2026-11-25", state="booked").latest("pk")
        cancel_booking(booking_id=mine.pk)

    with time_machine.travel(TUESDAY_AFTER_A_HOLIDAY, tick=False):
        assert "bookings made" in load()
        days_are_filled()
        mine.refresh_from_db()
        assert mine.state == "cancelled"
        yesterday = Counter(Booking.objects.filter(day="2026-11-20").values_list("state", flat=True))
        assert yesterday["checked_out"] > 600
        assert Booking.objects.filter(day="2026-11-24", state="checked_in").count() > 500
        telework_has_gone_on()
        assert FilledDay.objects.filter(settled=True, day__lt="2026-11-24").count() == 7
        assert load() == ""


def april_is_planned() -> None:
    transfer = PlannedTransfer.objects.get()
    assert (transfer.title, str(transfer.effective_on)) == ("令和9年4月1日付け人事異動", "2027-04-01")
    assert (transfer.state, transfer.counts["person.ended"], transfer.counts["person.added"]) == ("loaded", 115, 140)


def hall_is_complete() -> None:
    staff = Person.objects.filter(kind="staff")
    assert (staff.count(), Account.objects.count(), Department.objects.count()) == (2899, 2899, 157)
    assert Person.objects.filter(kind="visitor", bookings__isnull=False).count() == 2
    assert (Layout.objects.count(), Desk.objects.count()) == (10, 2045)
    assert DeskPlacement.objects.filter(mode="assigned", assigned_to__isnull=True).count() == 0
    assert Department.objects.get(code="030202").minimum_on_site == 4
    assert ClosingDay.objects.filter(day__in=["2026-12-29", "2027-01-03"]).count() == 2
    assert BookingRule.objects.filter(area__code="06E").get().release_after_minutes == 60
    (series,) = BookingSeries.objects.select_related("person__department")
    assert (series.person.department_id, series.dates.count() >= 4) == (Department.objects.get(code="030202").pk, True)
    assert Wait.objects.get().person.name != series.person.name
    assert LayoutDraft.objects.get().updated_by in set(Person.objects.values_list("name", flat=True))
    assert {role for roles in Account.objects.values_list("roles", flat=True) for role in roles} == {
        "facilities", "it", "hr", "crisis",
    }  # fmt: skip


def telework_is_shown() -> None:
    section = TeleworkRequest.objects.filter(department__code="030202")
    assert section.filter(state="submitted").count() == 4
    assert Registration.objects.filter(state="approved").count() > 1500
    assert Registration.objects.get(state="submitted").person.name == "星 恵子"
    assert TeleworkRequest.objects.get(state="returned").person.name == "我妻 美咲"
    assert OwnPlan.objects.count() >= 4
    held = AttendancePlan.objects.filter(holder_kind="telework", withdrawn_at__isnull=True)
    holding = TeleworkRequest.objects.filter(state__in=HOLDING_REQUESTS)
    assert set(held.values_list("holder_id", "during")) == set(holding.values_list("pk", "during"))
    today = Counter(TeleworkRequest.objects.filter(day="2026-11-19").values_list("state", flat=True))
    assert (today["started"] > 100, today["reported"]) == (True, 0)
    last = Counter(TeleworkRequest.objects.filter(day="2026-11-18").values_list("state", flat=True))
    assert last["reported"] > 100
    assert TeleworkRequest.objects.filter(day="2026-11-06", state="confirmed").count() > 100
    assert WorkReport.objects.filter(request__state="confirmed", confirmed_at__isnull=True).count() == 0


def addresses_are_there_and_no_link() -> None:
    kinds = Counter(Feed.objects.values_list("kind", flat=True))
    assert kinds == {"personal": 2, "section": 1}
    assert not CalendarLink.objects.exists()


def telework_has_gone_on() -> None:
    assert not TeleworkRequest.objects.filter(day="2026-11-18", state="reported").exists()
    done = TeleworkRequest.objects.filter(day="2026-11-19", state__in=["reported", "confirmed"])
    assert done.count() > 100
    assert WorkStretch.objects.filter(request__in=done, ended_at__isnull=True).count() == 0
    assert TeleworkRequest.objects.filter(day="2026-11-24", state="started").count() > 100


def days_are_filled() -> None:
    bookable = DeskPlacement.objects.filter(mode="bookable").count()
    for day in days_to_fill(Booking.objects.latest("created_at").created_at.date()):
        used = Booking.objects.holding().on(day).values("desk").distinct().count()
        assert 0.5 < used / bookable < 0.75, day
    live = Booking.objects.holding()
    plans = AttendancePlan.objects.filter(holder_kind="booking", withdrawn_at__isnull=True)
    stretches = dict(plans.values_list("holder_id", "during"))
    assert stretches == dict(live.values_list("pk", "during"))
    busiest = Counter(
        Booking.objects.filter(state="booked", day__gt=F("created_at__date")).values_list("person", flat=True)
    )
    assert max(busiest.values()) < 10, "a new user has to be able to book"


def test_real_people_never_meet_the_demonstration() -> None:
    with pytest.raises(CommandError, match="KYOSEKI_DEMONSTRATION"):
        load()
    assert not Person.objects.exists()


def test_the_days_to_fill_are_working_days() -> None:
    sunday = dt.date(2026, 11, 22)
    days = days_to_fill(sunday)
    assert days[:5] == [dt.date(2026, 11, day) for day in (16, 17, 18, 19, 20)]
    assert days[5:7] == [dt.date(2026, 11, 24), dt.date(2026, 11, 25)]
    assert len(days) == 15
    assert len(days_to_fill(dt.date(2026, 11, 24))) == 16
