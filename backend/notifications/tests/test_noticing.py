"""Who hears of what, each once."""

import pytest
from django.db import transaction

from audit.context import acting_as
from audit.models import Event
from audit.services import record
from bookings.models import Booking
from bookings.services.booking import book_desk
from bookings.services.release import release_no_shows
from core import clock
from notifications.models import Notice
from notifications.services.noticing import is_worth_a_notice, write_notices
from relocation.services.closing import close_and_relocate
from seating.services.grouping import book_group
from spaces.policies.closed_places import ClosedPlaceWanted
from spaces.policies.layout_change import Displaced
from tests.fixtures.cast import MONDAY, TUESDAY, at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


def deliver_all():
    """Every event that is worth it, in order, as the worker delivers them."""
    for event in Event.objects.order_by("pk"):
        if is_worth_a_notice(event):
            write_notices(event)


def told():
    return list(Notice.objects.order_by("pk").values_list("person__name", "kind"))


def test_a_closure_tells_whom_it_displaces_with_the_desk_the_time_and_the_reason(hall, between):
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00"))
    close_and_relocate(
        place=ClosedPlaceWanted(desk_id=hall.desk("06A-001")),
        during=between("8:00", "20:00"),
        reason="清掃",
        displaced=Displaced.CANCEL,
    )
    deliver_all()
    (notice,) = Notice.objects.all()
    assert (notice.person_id, notice.kind, notice.link) == (hall.person("agatsuma"), "lost_by_closure", "/")
    assert notice.facts == {
        "day": "2026-12-01",
        "start": "2026-11-30T23:30:00+00:00",
        "end": "2026-12-01T03:00:00+00:00",
        "desk_code": "06A-001",
        "reason": "清掃",
    }


def test_an_event_delivered_twice_makes_one_notice(hall, between):
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00"))
    with transaction.atomic():
        record(kind="booking.released", subject_kind="booking", subject_id=1, after={"person": hall.person("agatsuma")})
    deliver_all()
    deliver_all()
    assert told() == [("我妻 美咲", "booking_released")]
    assert Notice.objects.get().facts == {"day": None, "start": None, "end": None, "desk_code": None}


def test_an_offer_that_is_over_is_not_left_standing_unless_it_was_read(hall):
    def happens(kind, wait):
        with transaction.atomic():
            record(
                kind=f"waitlist.{kind}", subject_kind="wait", subject_id=wait, after={"person": hall.person("agatsuma")}
            )
        deliver_all()

    happens("offered", 1)
    happens("offered", 2)
    Notice.objects.filter(event_id=Event.objects.latest("pk").pk).update(read_at=clock.now())
    happens("offer_lapsed", 1)
    happens("offer_lapsed", 2)
    assert [kind for _, kind in told()] == ["waitlist_offered", "waitlist_lapsed", "waitlist_lapsed"]


def test_whoever_did_not_come_is_told_that_the_desk_was_released(hall, between, monday_morning):
    book_desk(
        person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15", day=MONDAY)
    )
    Booking.objects.update(release_at=at("9:30"))
    monday_morning.move_to(at("9:31"))
    release_no_shows()
    deliver_all()
    (notice,) = Notice.objects.all()
    assert (notice.kind, notice.link, notice.facts["desk_code"]) == ("booking_released", "/bookings", "06A-001")


def test_a_group_is_told_as_a_whole_and_not_desk_by_desk(hall, between):
    manager = hall.account("yamada")
    seats = {hall.person("agatsuma"): hall.desk("06A-001"), hall.person("kudo"): hall.desk("06A-002")}
    seats[hall.person("yamada")] = hall.desk("06A-003")
    with acting_as(actor_id=manager.pk, actor_name="山田 葵", actor_person_id=manager.person_id, request_id="r-1"):
        book_group(made_by=manager.person_id, seats=seats, asked=between("8:30", "12:00"))
    deliver_all()
    assert sorted(told()) == [("工藤 真理子", "group_booked"), ("我妻 美咲", "group_booked")]
    assert {notice.facts["my_desk"] for notice in Notice.objects.all()} == {"06A-001", "06A-002"}


def test_what_one_does_oneself_makes_no_notice_and_what_another_does_makes_one(hall, between):
    manager, member = hall.account("yamada"), hall.person("agatsuma")
    with acting_as(actor_id=manager.pk, actor_name="山田 葵", actor_person_id=manager.person_id):
        book_desk(person_id=member, desk_id=hall.desk("06A-001"), during=between("8:30", "12:00"))
        book_desk(person_id=manager.person_id, desk_id=hall.desk("06A-002"), during=between("8:30", "12:00"))
    deliver_all()
    assert told() == [("我妻 美咲", "booked_for_you")]
    assert Notice.objects.get().facts["by"] == "山田 葵"


def test_whoever_looks_at_the_past_of_a_section_tells_its_members_and_not_themselves(hall):
    manager = hall.account("yamada")
    people = sorted(hall.person(name) for name in ("yamada", "agatsuma", "kudo"))
    with transaction.atomic(), acting_as(actor_id=manager.pk, actor_name="山田 葵"):
        record(
            kind="department.past_viewed",
            subject_kind="department",
            subject_id=1,
            after={"from": "2026-11-02", "to": "2026-11-06", "people": people},
        )
        record(
            kind="person.past_viewed", subject_kind="person", subject_id=hall.person("hoshi"), after={"day": TUESDAY}
        )
    deliver_all()
    assert sorted(told()) == [
        ("工藤 真理子", "section_past_viewed"),
        ("我妻 美咲", "section_past_viewed"),
        ("星 翔太", "past_viewed"),
    ]


def test_nobody_who_has_left_is_told(hall, between):
    hall.people["agatsuma"].active_to = "2026-11-27"
    hall.people["agatsuma"].save()
    with transaction.atomic():
        record(kind="person.past_viewed", subject_kind="person", subject_id=hall.person("agatsuma"), after={})
    deliver_all()
    assert told() == []
