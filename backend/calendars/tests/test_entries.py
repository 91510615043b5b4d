"""What belongs into a person's calendar, after each thing that can happen to a day; through the real services."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import transaction

from attendance.services.my_days import plan_own_day
from audit.context import acting_as
from bookings.models import Booking, BookingRule
from bookings.selectors.facts import wish_for
from bookings.services.booking import book_desk, cancel_booking, change_booking
from bookings.services.closing import close_and_displace
from bookings.services.offering import end_offer, locked_offer, offer_desk, take_offer
from bookings.services.presence import check_in, check_in_at_desk, check_out
from bookings.services.release import release_no_shows, restore_booking
from calendars.policies.entries import Entry, EntryState, Part
from calendars.selectors.entries import entries_of, fingerprint_of
from core import clock
from core.revision import Slow, bump
from people.policies.standing_in import Period
from people.services.visitors import expect_visitor
from plans.policies.own_days import Wish, Word
from spaces.policies.closed_places import ClosedPlaceWanted
from telework.models import TeleworkRequest
from telework.policies.states import Actor, RequestAction
from telework.services.deciding import Chosen, decide
from telework.services.requests import cancel_request, enter_request, submit_request, withdraw_request
from telework.services.work import start_work
from telework.tests.asking import FULL, THURSDAY, WEDNESDAY, asked, register_everybody
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

Seen = Callable[..., list[Entry]]


@pytest.fixture
def of(hall) -> Seen:
    """`of("agatsuma")`: her entries around Monday; with `ever`, the cancelled ones too."""

    def entries(name: str = "agatsuma", *, ever: bool = True) -> list[Entry]:
        since = clock.now() - timedelta(days=30) if ever else None
        person = hall.person(name)
        return list(
            entries_of([person], MONDAY - timedelta(days=30), MONDAY + timedelta(days=60), cancelled_since=since)[
                person
            ]
        )

    return entries


@pytest.fixture
def books(hall, between):
    def booked(desk="06A-001", start="8:30", end="17:15", *, name="agatsuma", day: date = TUESDAY):
        return book_desk(person_id=hall.person(name), desk_id=hall.desk(desk), during=between(start, end, day=day)).pk

    return booked


def test_a_booking_has_desk_hours_and_where_it_stands(hall, of, books, settings):
    settings.CALENDAR = {**settings.CALENDAR, "domain": "kyoseki.city.example.jp"}
    booking = books()
    assert of() == [
        Entry(
            uid=f"booking-{booking}@kyoseki.city.example.jp",
            holder_kind="booking",
            holder_id=booking,
            person_id=hall.person("agatsuma"),
            day=TUESDAY,
            start=city_time(TUESDAY, "8:30"),
            end=city_time(TUESDAY, "17:15"),
            place="office",
            state=EntryState.CONFIRMED,
            sequence=0,
            modified_at=city_time(MONDAY, "8:00"),
            part=Part.FULL,
            part_start=city_time(TUESDAY, "8:30"),
            part_end=city_time(TUESDAY, "17:15"),
            desk_code="06A-001",
            area_name=of()[0].area_name,
            floor_name="6階",
            building_name="本庁舎",
        )
    ]
    assert of()[0].area_name


def test_sequence_and_modification_go_up_with_every_change_of_a_booking(hall, of, books, between, monday_morning):
    booking = books(day=MONDAY)
    steps: list[Callable[[], object]] = [
        lambda: change_booking(booking_id=booking, desk_id=hall.desk("06A-002")),
        lambda: change_booking(booking_id=booking, during=between("9:00", "17:15", day=MONDAY)),
        lambda: cancel_booking(booking_id=booking),
        lambda: restore_booking(booking_id=booking),
        lambda: check_in(booking_id=booking),
        lambda: (monday_morning.move_to(city_time(MONDAY, "11:00")), check_out(booking_id=booking)),
    ]
    seen: list[tuple[int, datetime]] = []
    for step in steps:
        before = of()[0]
        monday_morning.shift(timedelta(minutes=1))
        step()
        (after,) = of()
        assert after.uid == before.uid
        assert after.sequence > before.sequence
        assert after.modified_at == clock.now() > before.modified_at
        seen.append((after.sequence, after.modified_at))
    assert seen == sorted(set(seen))
    assert of()[0].end == city_time(MONDAY, "11:00")
    assert of()[0].state is EntryState.CONFIRMED


def test_a_cancelled_booking_is_told_for_a_while_and_asked_for(of, books, monday_morning):
    cancel_booking(booking_id=books())
    assert [one.state for one in of()] == [EntryState.CANCELLED]
    assert of(ever=False) == []
    monday_morning.shift(timedelta(days=31))
    assert of() == []


def test_a_released_booking_is_cancelled(of, books, monday_morning):
    BookingRule.objects.create(name="解放", owner="庁舎管理課", release_after_minutes=60)
    bump(Slow.RULES)
    books(day=MONDAY)
    monday_morning.move_to(city_time(MONDAY, "9:31"))
    assert release_no_shows() == 1
    (released,) = of()
    assert (released.state, released.sequence, released.modified_at) == (EntryState.CANCELLED, 1, clock.now())


def test_a_closure_that_shortens_a_booking_ends_its_event_earlier(hall, of, books, between):
    booking = books()
    close_and_displace(
        place=ClosedPlaceWanted(area_id=hall.areas["06A"].pk), during=between("13:00", "17:15"), reason="工事"
    )
    (one,) = of()
    assert (one.holder_id, one.state, one.end) == (booking, EntryState.CONFIRMED, city_time(TUESDAY, "13:00"))
    assert one.sequence == 1


def test_a_closure_of_the_whole_stretch_cancels(hall, of, books, between):
    books()
    close_and_displace(
        place=ClosedPlaceWanted(area_id=hall.areas["06A"].pk), during=between("7:00", "22:00"), reason="工事"
    )
    assert [(one.state, one.sequence) for one in of()] == [(EntryState.CANCELLED, 1)]


def test_a_walk_up_is_an_event_from_this_minute_on(hall, of, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "9:47"))
    booking = check_in_at_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-005"))
    (one,) = of()
    assert (one.holder_id, one.start, one.end) == (booking.pk, booking.start, booking.end)
    assert one.start == city_time(MONDAY, "9:47")
    monday_morning.move_to(city_time(MONDAY, "15:00"))
    check_out(booking_id=booking.pk)
    (one,) = of()
    assert (one.state, one.end) == (EntryState.CONFIRMED, city_time(MONDAY, "15:00"))


def test_whoever_moves_in_the_middle_of_the_day_has_two_events(hall, of, books, monday_morning):
    booking = books(day=MONDAY)
    monday_morning.move_to(city_time(MONDAY, "8:30"))
    check_in(booking_id=booking)
    monday_morning.move_to(city_time(MONDAY, "12:00"))
    moved = change_booking(booking_id=booking, desk_id=hall.desk("06A-002"))
    assert [(one.holder_id, one.desk_code, one.start.hour, one.end.hour, one.state.value) for one in of()] == [
        (booking, "06A-001", 8, 12, "confirmed"),
        (moved.pk, "06A-002", 12, 17, "confirmed"),
    ]


def test_a_booking_made_by_a_manager_is_in_the_calendar_of_whom_it_is_for(hall, of, books):
    manager = hall.account("yamada")
    with acting_as(actor_id=manager.pk, actor_name="山田 葵", actor_person_id=hall.person("yamada")):
        booking = books()
    assert [one.holder_id for one in of("agatsuma")] == [booking]
    assert of("yamada") == []


def test_a_booking_for_a_visitor_is_in_nobody_elses_calendar(hall, of, between):
    visitor = expect_visitor(
        name="来客 一郎",
        kana="",
        organisation="隣の市",
        host_id=hall.person("agatsuma"),
        period=Period(MONDAY, TUESDAY),
    )
    book_desk(person_id=visitor.pk, desk_id=hall.desk("06A-001"), during=between("8:30", "12:00"))
    assert of("agatsuma") == []
    assert [one.part for one in entries_of([visitor.pk], MONDAY, TUESDAY)[visitor.pk]] == [Part.AM]


def test_an_offer_is_nobodys_event_until_it_is_taken(hall, of, between):
    wish = wish_for(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15"))
    with transaction.atomic():
        offered = offer_desk(wish, asked=wish.during, until=city_time(MONDAY, "9:00"))
        lapsing = offer_desk(
            wish_for(person_id=hall.person("kudo"), desk_id=hall.desk("06A-002"), during=between("8:30", "17:15")),
            asked=wish.during,
            until=city_time(MONDAY, "9:00"),
        )
    assert offered is not None
    assert lapsing is not None
    assert of("agatsuma") == of("kudo") == []
    with transaction.atomic():
        end_offer(locked_offer(lapsing.pk)[0], because="declined")
        take_offer(locked_offer(offered.pk)[0], giving_up=[])
    assert of("kudo") == []
    assert [(one.holder_id, one.state, one.sequence) for one in of("agatsuma")] == [
        (offered.pk, EntryState.CONFIRMED, 0)
    ]


def test_telework_is_tentative_when_asked_for_and_an_event_once_approved(hall, of, monday_morning):
    register_everybody(hall)
    request = asked(hall, "agatsuma")
    told = []

    def look():
        (one,) = of()
        assert one.uid.startswith(f"telework-{request.pk}@")
        told.append((one.state.value, one.sequence, one.modified_at == clock.now()))
        monday_morning.shift(timedelta(minutes=1))

    def decides(action):
        decide(decider_id=hall.person("yamada"), action=action, chosen=Chosen(request.pk, None), comment="確認")

    look()
    decides(RequestAction.RETURN)
    look()
    submit_request(request_id=request.pk, actor=Actor.ONESELF)
    look()
    decides(RequestAction.APPROVE)
    look()
    monday_morning.move_to(city_time(WEDNESDAY, "8:30"))
    start_work(request_id=request.pk)
    look()
    assert told == [
        ("tentative", 0, True),
        ("cancelled", 1, True),
        ("tentative", 2, True),
        ("confirmed", 3, True),
        ("confirmed", 4, True),
    ]
    assert [(one.place, one.part) for one in of()] == [("home", Part.FULL)]


def test_telework_that_is_cancelled_is_told_so_and_a_draft_never_was_there(hall, of):
    register_everybody(hall)
    draft = enter_request(person_id=hall.person("agatsuma"), day=THURSDAY, content=FULL, submit=False)
    withdraw_request(request_id=draft.pk, actor=Actor.ONESELF)
    request = asked(hall, "agatsuma")
    decide(decider_id=hall.person("yamada"), action=RequestAction.APPROVE, chosen=Chosen(request.pk, None))
    cancel_request(request_id=request.pk, actor=Actor.ONESELF)
    assert [(one.holder_id, one.state, one.sequence) for one in of()] == [(request.pk, EntryState.CANCELLED, 2)]


def test_telework_that_takes_the_place_of_a_desk_cancels_its_event(hall, of, books):
    register_everybody(hall)
    booking = books(day=WEDNESDAY)
    request = asked(hall, "agatsuma")
    assert [(one.holder_kind, one.state.value) for one in of()] == [("booking", "confirmed"), ("telework", "tentative")]
    decide(decider_id=hall.person("yamada"), action=RequestAction.APPROVE, chosen=Chosen(request.pk, None))
    assert [(one.holder_id, one.state.value) for one in of()] == [(booking, "cancelled"), (request.pk, "confirmed")]


def test_own_plans_are_set_changed_and_withdrawn(hall, of, monday_morning):
    me = hall.person("agatsuma")

    def says(wish: Wish, note: str = "") -> None:
        monday_morning.shift(timedelta(minutes=1))
        plan_own_day(person_id=me, day=TUESDAY, letting_go=True, am=Word(wish, note))

    says(Wish.TRIP, note="県庁")
    (trip,) = of()
    assert (trip.holder_kind, trip.place, trip.part, trip.sequence) == ("own", "trip", Part.AM, 0)
    assert trip.uid.startswith(f"plan-{trip.holder_id}@")
    says(Wish.LEAVE)
    assert sorted((one.place, one.state.value, one.sequence) for one in of()) == [
        ("leave", "confirmed", 0),
        ("trip", "cancelled", 1),
    ]
    says(Wish.USUAL)
    assert {one.state for one in of()} == {EntryState.CANCELLED}
    assert {one.modified_at for one in of() if one.place == "leave"} == {clock.now()}
    assert "県庁" not in repr(of())


def test_the_office_without_a_desk_gives_way_to_one(hall, of, books):
    me = hall.person("agatsuma")
    plan_own_day(person_id=me, day=TUESDAY, am=Word(Wish.OFFICE), pm=Word(Wish.OFFICE))
    assert [(one.holder_kind, one.part.value) for one in of()] == [("own_office", "am"), ("own_office", "pm")]
    books()
    assert [(one.holder_kind, one.place) for one in of(ever=False)] == [("booking", "office")]
    assert sorted(one.state.value for one in of()) == ["cancelled", "cancelled", "confirmed"]


def test_many_people_cost_as_many_queries_as_one(hall, books, django_assert_num_queries):
    for number, name in enumerate(("agatsuma", "kudo"), 1):
        books(f"06A-00{number}", name=name)
    everybody = [person.pk for person in hall.people.values()]
    entries_of(everybody, MONDAY, TUESDAY)
    with django_assert_num_queries(2):
        found = entries_of(everybody, MONDAY, TUESDAY)
    assert set(found) == set(everybody)
    assert {one.person_id for one in found[hall.person("kudo")]} == {hall.person("kudo")}
    assert entries_of([], MONDAY, TUESDAY) == {}


def test_the_fingerprint_moves_with_everything_and_with_nobody_elses(hall, books, monday_morning):
    register_everybody(hall)
    me = hall.person("agatsuma")

    def now() -> str:
        return fingerprint_of(me, MONDAY, MONDAY + timedelta(days=60))

    seen = [now()]
    steps: list[Callable[[], object]] = [
        lambda: cancel_booking(booking_id=books()),
        lambda: restore_booking(booking_id=Booking.objects.get().pk),
        lambda: asked(hall, "agatsuma"),
        lambda: decide(
            decider_id=hall.person("yamada"),
            action=RequestAction.APPROVE,
            chosen=Chosen(TeleworkRequest.objects.get().pk, None),
        ),
        lambda: plan_own_day(person_id=me, day=THURSDAY, am=Word(Wish.TRIP)),
        lambda: plan_own_day(person_id=me, day=THURSDAY, am=Word(Wish.LEAVE)),
        lambda: plan_own_day(person_id=me, day=THURSDAY, am=Word(Wish.USUAL)),
    ]
    for step in steps:
        step()
        seen.append(now())
    assert len(set(seen)) == len(steps) + 1
    books("06A-002", name="kudo")
    assert now() == seen[-1]
