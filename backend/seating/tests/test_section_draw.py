"""座席抽選 over HTTP: proposed, done all or nothing, told to each, undone."""

from datetime import timedelta

import pytest

from audit.models import Event
from bookings.models import Booking, BookingRule
from bookings.services.booking import book_desk
from bookings.services.presence import check_in
from core.revision import Slow, bump
from people.policies.visibility import Visibility
from people.services.preferences import set_preferences
from plans.models import AttendancePlan
from seating.models import SectionDraw
from tests.factories.hall import add_person, city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

ADDRESS = "/api/v1/seating/draws/"


@pytest.fixture
def asked(hall):
    return {"department": hall.departments["030202"].pk, "day": str(TUESDAY), "part": "full"}


def outcomes(answer):
    return {seat["person"]["family_name"]: seat["outcome"] for seat in answer["seats"]}


def desks(answer):
    return {seat["person"]["family_name"]: seat["desk"]["code"] for seat in answer["seats"] if seat["desk"]}


def test_a_preview_says_who_gets_what_and_books_nothing(as_person, asked):
    answer = as_person("yamada").post(f"{ADDRESS}preview/", asked)
    assert answer.status_code == 200
    assert outcomes(answer.json()) == {"山田": "assigned", "我妻": "gets", "工藤": "gets"}
    assert Booking.objects.count() == 0


def test_what_the_preview_shows_is_what_is_drawn_and_looking_again_changes_nothing(as_person, asked):
    client = as_person("yamada")
    shown = [desks(client.post(f"{ADDRESS}preview/", asked).json()) for _ in range(3)]
    done = client.post(ADDRESS, asked)
    assert done.status_code == 201
    assert shown == [desks(done.json())] * 3
    assert {booking.desk.code for booking in Booking.objects.all()} == set(desks(done.json()).values()) - {"06A-006"}
    event = Event.objects.get(kind="draw.done")
    assert (event.after or {})["people"] == sorted(Booking.objects.values_list("person_id", flat=True))


def test_each_person_is_told_why_and_sees_the_own_part_alone(hall, as_person, asked):
    done = as_person("yamada").post(ADDRESS, asked).json()
    said = as_person("agatsuma").get(f"{ADDRESS}{done['id']}/").json()
    assert list(desks(said)) == ["我妻"]
    assert [reason["code"] for reason in said["seats"][0]["reasons"]] == ["drawn", "own_area"]
    assert (said["recomputed"], said["seed"]) == (True, done["seed"])
    assert as_person("sasaki").get(f"{ADDRESS}{done['id']}/").status_code == 404
    assert [row["id"] for row in as_person("agatsuma").get(ADDRESS).json()["results"]] == [done["id"]]
    assert as_person("sasaki").get(ADDRESS).json()["results"] == []


def test_facilities_who_draw_hear_where_those_sit_who_show_it(hall, as_person, asked, between):
    account = hall.account("sasaki")
    account.roles = ["facilities"]
    account.save()
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06C-001"), during=between("8:30", "17:15"))
    set_preferences(person_id=hall.person("kudo"), visibility=Visibility.MANAGER)
    client = as_person("sasaki")
    preview = client.post(f"{ADDRESS}preview/", asked).json()
    done = client.post(ADDRESS, asked).json()
    again = client.get(f"{ADDRESS}{done['id']}/").json()
    for told in (preview, done, again):
        assert outcomes(told) == {"山田": "assigned", "我妻": "gets", "工藤": "hidden"}
        (kudo,) = [seat for seat in told["seats"] if seat["outcome"] == "hidden"]
        assert (kudo["desk"], kudo["booking_state"], kudo["reasons"]) == (None, None, [])
    assert outcomes(as_person("yamada").get(f"{ADDRESS}{done['id']}/").json())["工藤"] == "keeps"


def test_why_somebody_may_hold_no_desk_is_for_their_manager(hall, as_person, asked, between):
    account = hall.account("sasaki")
    account.roles = ["facilities"]
    account.save()
    BookingRule.objects.create(name="件数", owner="庁舎管理課", max_live_bookings=1)
    bump(Slow.RULES)
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=between("7:00", "8:00"))
    as_person("yamada").post(ADDRESS, asked)
    (draw,) = SectionDraw.objects.filter(state="done")

    def why(who):
        seats = as_person(who).get(f"{ADDRESS}{draw.pk}/").json()["seats"]
        return [reason["refusal"]["code"] for seat in seats for reason in seat["reasons"] if "refusal" in reason]

    assert (why("yamada"), why("sasaki")) == (["quota_reached"], ["person_not_free"])


def test_a_look_at_a_draw_that_is_over_is_recorded_and_a_list_tells_nobodys_desk(
    hall, as_person, asked, monday_morning
):
    client = as_person("yamada")
    done = client.post(ADDRESS, asked).json()
    monday_morning.move_to(city_time(TUESDAY + timedelta(days=1), "9:00"))

    (row,) = client.get(ADDRESS).json()["results"]
    assert (row["id"], "seats" in row, Event.objects.filter(kind="department.past_viewed").count()) == (
        done["id"],
        False,
        0,
    )
    for who in ("agatsuma", "yamada", "yamada"):
        as_person(who).get(f"{ADDRESS}{done['id']}/")
    event = Event.objects.get(kind="department.past_viewed")
    assert (event.after or {})["people"] == sorted([hall.person("agatsuma"), hall.person("kudo")])


def test_a_member_of_staff_and_another_sections_manager_do_not_draw(hall, as_person, asked):
    add_person(hall, "boss", "税制 長", "040301", manages=True)
    assert as_person("agatsuma").post(f"{ADDRESS}preview/", asked).status_code == 404
    assert as_person("boss").post(ADDRESS, asked).status_code == 404


def test_desks_in_hand_are_kept_or_drawn_again(hall, as_person, asked, between):
    mine = book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06C-001"), during=between("8:30", "17:15"))
    client = as_person("yamada")
    assert outcomes(client.post(f"{ADDRESS}preview/", asked).json())["工藤"] == "keeps"

    done = client.post(ADDRESS, {**asked, "existing": "redraw"}).json()

    mine.refresh_from_db()
    assert (outcomes(done)["工藤"], mine.state) == ("gets", "cancelled")
    assert desks(done)["工藤"].startswith("06A")


def test_who_is_elsewhere_draws_nothing(hall, as_person, asked, between):
    AttendancePlan.objects.create(
        person=hall.people["kudo"],
        day=TUESDAY,
        during=between("8:30", "17:15").as_range(),
        place="home",
        holder_kind="word",
        holder_id=1,
    )
    assert outcomes(as_person("yamada").post(ADDRESS, asked).json())["工藤"] == "elsewhere"


def test_too_few_desks_are_said_before_and_the_rest_is_booked(hall, as_person, asked):
    for number in range(5):
        add_person(hall, f"new{number}", f"新人{number} 子", "030202")
    client = as_person("yamada")
    only = {**asked, "areas": [hall.areas["06A"].pk]}
    before = client.post(f"{ADDRESS}preview/", only).json()
    assert sorted(outcomes(before).values()) == ["assigned", *["gets"] * 4, *["none"] * 3]
    assert {seat["reasons"][-1]["code"] for seat in before["seats"] if seat["outcome"] == "none"} == {"no_desk_left"}
    assert outcomes(client.post(ADDRESS, only).json()) == outcomes(before)
    assert Booking.objects.count() == 4


def test_a_full_own_area_overflows_by_the_group_address(hall, as_person, asked):
    for number in range(5):
        add_person(hall, f"new{number}", f"新人{number} 子", "030202")
    done = as_person("yamada").post(ADDRESS, asked).json()
    assert sorted(code[:3] for code in desks(done).values()) == [*["06A"] * 5, *["06B"] * 3]


def test_who_may_hold_no_more_bookings_is_named_before(hall, as_person, asked, between):
    BookingRule.objects.create(name="件数", owner="庁舎管理課", max_live_bookings=1)
    bump(Slow.RULES)
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=between("7:00", "8:00"))
    seat = next(
        seat
        for seat in as_person("yamada").post(f"{ADDRESS}preview/", asked).json()["seats"]
        if seat["person"]["family_name"] == "工藤"
    )
    assert (seat["outcome"], seat["reasons"][0]["refusal"]["code"]) == ("none", "quota_reached")


def test_needs_are_kept(hall, as_person, asked):
    needs = [{"person": hall.person("kudo"), "features": ["monitor"]}]
    assert desks(as_person("yamada").post(ADDRESS, {**asked, "needs": needs}).json())["工藤"] == "06A-001"


def test_a_draw_is_undone_as_a_whole_and_earlier_desks_come_back(hall, as_person, asked, between, monday_morning):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06C-001"), during=between("8:30", "17:15"))
    client = as_person("yamada")
    done = client.post(ADDRESS, {**asked, "existing": "redraw"}).json()

    undone = client.post(f"{ADDRESS}{done['id']}/undo/", {})

    assert (undone.status_code, undone.json()["state"], undone.json()["not_restored"]) == (200, "undone", [])
    assert [booking.desk.code for booking in Booking.objects.live()] == ["06C-001"]
    assert client.post(f"{ADDRESS}{done['id']}/undo/", {}).json()["code"] == "draw_is_undone"
    assert client.post(f"{ADDRESS}preview/", asked).json()["seed"] != done["seed"]


@pytest.mark.parametrize("minutes", [5, 60])
def test_a_date_of_a_series_given_up_for_a_draw_comes_back_as_one(hall, as_person, asked, monday_morning, minutes):
    every_tuesday = {"weekdays": [1], "from": str(TUESDAY), "until": str(TUESDAY), "desk": hall.desk("06C-001")}
    series = as_person("kudo").post("/api/v1/booking-series/", every_tuesday).json()
    client = as_person("yamada")
    done = client.post(ADDRESS, {**asked, "existing": "redraw"}).json()
    monday_morning.shift(timedelta(minutes=minutes))

    assert client.post(f"{ADDRESS}{done['id']}/undo/", {}).json()["not_restored"] == []

    back = Booking.objects.live().get(person_id=hall.person("kudo"))
    assert (back.desk.code, back.repeated) == ("06C-001", True)
    restored = back.pk == series["dates"][0]["booking"]["id"]
    assert restored is (minutes == 5)


def test_undoing_leaves_who_has_come_and_says_whose_desk_is_gone(hall, as_person, asked, between, monday_morning):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06C-001"), during=between("8:30", "17:15"))
    client = as_person("yamada")
    done = client.post(ADDRESS, {**asked, "existing": "redraw"}).json()
    book_desk(person_id=hall.person("hoshi"), desk_id=hall.desk("06C-001"), during=between("8:30", "17:15"))
    monday_morning.move_to(city_time(TUESDAY, "8:40"))
    check_in(booking_id=Booking.objects.get(person_id=hall.person("agatsuma")).pk)

    undone = client.post(f"{ADDRESS}{done['id']}/undo/", {}).json()

    assert [person["family_name"] for person in undone["not_restored"]] == ["工藤"]
    assert {seat["person"]["family_name"]: seat["booking_state"] for seat in undone["seats"]} == {
        "山田": None,
        "我妻": "checked_in",
        "工藤": "cancelled",
    }


def test_who_waits_for_a_desk_takes_none_out_of_a_draw_nor_out_of_its_undoing(hall, as_person, asked, between):
    for number in range(4):
        who = f"new{number}"
        add_person(hall, who, f"新人{number} 子", "030202")
        desk = hall.desk(f"06A-00{number + 1}")
        book_desk(person_id=hall.person(who), desk_id=desk, during=between("8:30", "17:15"))
    wish = {"area": hall.areas["06A"].pk, "day": str(TUESDAY), "part": "full"}
    assert as_person("agatsuma").post("/api/v1/waitlists/", wish).status_code == 201
    client = as_person("yamada")
    those = {"people": [hall.person(f"new{number}") for number in range(4)], "areas": [hall.areas["06A"].pk]}

    done = client.post(ADDRESS, {**asked, **those, "existing": "redraw"})
    assert (done.status_code, set(outcomes(done.json()).values())) == (201, {"gets"})
    undone = client.post(f"{ADDRESS}{done.json()['id']}/undo/", {}).json()
    assert undone["not_restored"] == []
    assert sorted(Booking.objects.live().values_list("desk__code", flat=True)) == [f"06A-00{n}" for n in range(1, 5)]
    assert [wait["state"] for wait in as_person("agatsuma").get("/api/v1/waitlists/").json()] == ["waiting"]


def test_recent_neighbours_are_read_from_bookings(hall, as_person, asked, between):
    for who, code in (("agatsuma", "06A-002"), ("kudo", "06A-003")):
        book_desk(person_id=hall.person(who), desk_id=hall.desk(code), during=between("9:00", "12:00", day=MONDAY))
    as_person("yamada").post(ADDRESS, asked)
    pair = sorted([hall.person("agatsuma"), hall.person("kudo")])
    assert (SectionDraw.objects.get(state="done").wanted or {})["together"] == [[*pair, 1]]


def test_an_empty_section_has_nobody_to_draw_for(hall, as_person, asked):
    assert as_person("yamada").post(ADDRESS, {**asked, "people": [hall.person("yamada")]}).json()["code"] == (
        "nobody_to_draw"
    )
