"""A layout that takes desks away: who sat there goes elsewhere or is asked, and nobody is forgotten."""

from datetime import timedelta

import pytest

from audit.models import Event
from bookings.models import Booking, BookingRule
from bookings.services.booking import book_desk, cancel_booking
from bookings.services.presence import check_in
from bookings.services.release import restore_booking
from core.revision import Slow, bump
from people.models import Account
from relocation.models import Displacement
from spaces.models import Layout, LayoutDraft
from tests.factories.hall import add_person, city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

WEDNESDAY = TUESDAY + timedelta(days=1)


@pytest.fixture
def facilities(hall, client_of):
    """星 works for facilities."""
    Account.objects.filter(person=hall.person("hoshi")).update(roles=["facilities"])
    return client_of(hall.account("hoshi"))


@pytest.fixture
def book(hall, between):
    def booked(who, desk, day=TUESDAY, start="8:30", end="17:15"):
        return book_desk(person_id=hall.person(who), desk_id=hall.desk(desk), during=between(start, end, day=day))

    return booked


@pytest.fixture
def draft_without(hall, facilities):
    """A draft of the sixth floor from a day on, without some desks, and with others changed."""

    def drafted(*gone, day=TUESDAY, **changed):
        made = facilities.post(
            "/api/v1/layout-drafts/", {"floor": hall.floors["6"].pk, "effective_from": day.isoformat()}
        ).json()
        content = made["content"]
        content["desks"] = [desk for desk in content["desks"] if desk["code"] not in gone]
        for desk in content["desks"]:
            desk.update(changed.get(desk["code"].replace("-", "_"), {}))
        body = {name: made[name] for name in ("revision", "name", "effective_from")}
        return facilities.put(f"/api/v1/layout-drafts/{made['id']}/", {**body, "content": content}).json()

    return drafted


@pytest.fixture
def publish(facilities):
    def published(draft, displaced="move"):
        return facilities.post(
            f"/api/v1/layout-drafts/{draft['id']}/publish/", {"revision": draft["revision"], "displaced": displaced}
        )

    return published


def review(client, draft):
    answer = client.get(f"/api/v1/layout-drafts/{draft['id']}/review/")
    assert answer.status_code == 200
    return answer.json()


def told():
    rows = Displacement.objects.order_by("pk")
    return [(row.because, row.state, row.new_booking.desk.code if row.new_booking else None) for row in rows]


def test_a_review_names_whom_a_draft_displaces_and_where_each_could_go(hall, facilities, book, draft_without):
    mine, hers = book("agatsuma", "06A-001"), book("kudo", "06A-002")
    book("sasaki", "06B-001")
    found = review(facilities, draft_without("06A-001", "06A-002"))
    assert found["mistakes"] == []
    assert found["changes"]["desks_retired"] == ["06A-001", "06A-002"]
    assert (found["displaced_total"], found["proposals_total"]) == (2, 2)
    assert [
        (row["booking"], row["person"]["family_name"], row["desk_code"], row["area_name"], row["because"])
        for row in found["displaced"]
    ] == [(mine.pk, "我妻", "06A-001", "6階Aエリア", "retired"), (hers.pk, "工藤", "06A-002", "6階Aエリア", "retired")]
    assert sorted(row["proposal"]["desk_code"] for row in found["displaced"]) == ["06A-003", "06A-004"]
    assert Booking.objects.filter(state="booked").count() == 3
    assert not Displacement.objects.exists()


def test_what_the_review_proposes_is_what_publishing_does(hall, facilities, book, draft_without, publish):
    for who, desk in (("agatsuma", "06A-001"), ("kudo", "06A-002"), ("sasaki", "06B-001")):
        book(who, desk)
    draft = draft_without("06A-001", "06A-002", "06A-003")
    proposed = {row["booking"]: row["proposal"]["desk_code"] for row in review(facilities, draft)["displaced"]}
    answer = publish(draft)
    assert (answer.status_code, answer.json()["moved"], answer.json()["given_up"]) == (200, 2, 0)
    assert {pk: Booking.objects.get(pk=pk).desk.code for pk in proposed} == proposed
    assert told() == [("retired", "moved", desk) for desk in proposed.values()]
    after = Event.objects.filter(kind="relocation.displaced").order_by("pk").values_list("after", flat=True)[0] or {}
    assert {name: after[name] for name in ("person", "desk_code", "new_desk_code", "because", "state")} == {
        "person": hall.person("agatsuma"),
        "desk_code": "06A-001",
        "new_desk_code": proposed[min(proposed)],
        "because": "retired",
        "state": "moved",
    }
    assert Event.objects.filter(kind="booking.relocated").count() == 2
    assert LayoutDraft.objects.get().published_at is not None


def test_no_rule_keeps_somebody_from_being_moved(hall, book, draft_without, publish):
    mine = book("agatsuma", "06A-001")
    BookingRule.objects.create(name="なし", owner="庁舎管理課", max_live_bookings=0, window_working_days=0)
    bump(Slow.RULES)
    assert publish(draft_without("06A-001")).json()["moved"] == 1
    mine.refresh_from_db()
    assert (mine.desk.code, mine.state) == ("06A-003", "booked")


def test_given_up_bookings_leave_an_offer_that_can_be_accepted(hall, book, draft_without, publish, as_person):
    mine = book("agatsuma", "06A-001")
    assert publish(draft_without("06A-001"), "cancel").json()["given_up"] == 1
    mine.refresh_from_db()
    assert (mine.state, mine.ended_because) == ("cancelled", "layout")
    me = as_person("agatsuma")
    (offer,) = me.get("/api/v1/relocations/mine/").json()
    assert (offer["state"], offer["because"], offer["from_desk_code"], offer["booking"]) == (
        "offered",
        "retired",
        "06A-001",
        None,
    )
    assert [desk["code"] for desk in offer["choices"]] == ["06A-003", "06A-002", "06A-004"]
    taken = me.post(f"/api/v1/relocations/{offer['id']}/accept/", {"desk": offer["choices"][1]["id"]})
    assert taken.status_code == 200
    assert (taken.json()["state"], taken.json()["booking"]["desk"]["code"]) == ("accepted", "06A-002")
    assert taken.json()["booking"]["moved_from"] == mine.pk
    again = me.post(f"/api/v1/relocations/{offer['id']}/decline/")
    assert (again.status_code, again.json()["code"]) == (409, "displacement_answered")


def test_who_was_moved_may_take_another_desk_or_do_without(hall, book, draft_without, publish, as_person):
    book("agatsuma", "06A-001")
    book("kudo", "06A-002")
    publish(draft_without("06A-001", "06A-002"))
    me, colleague = as_person("agatsuma"), as_person("kudo")
    (mine,), (hers,) = (client.get("/api/v1/relocations/mine/").json() for client in (me, colleague))
    other = hall.desk("06C-001")
    moved = me.post(f"/api/v1/relocations/{mine['id']}/accept/", {"desk": other}).json()
    gone = colleague.post(f"/api/v1/relocations/{hers['id']}/decline/").json()
    assert (moved["state"], moved["booking"]["desk"]["id"]) == ("accepted", other)
    assert (gone["state"], gone["booking"]) == ("declined", None)
    assert Booking.objects.get(person_id=hall.person("kudo")).state == "cancelled"
    assert me.post(f"/api/v1/relocations/{hers['id']}/accept/").status_code == 404


def test_a_desk_where_the_person_may_not_sit_is_refused(hall, book, draft_without, publish, as_person):
    book("agatsuma", "06A-001")
    publish(draft_without("06A-001"))
    me = as_person("agatsuma")
    (mine,) = me.get("/api/v1/relocations/mine/").json()
    far = me.post(f"/api/v1/relocations/{mine['id']}/accept/", {"desk": hall.desk("07A-001")})
    nowhere = me.post(f"/api/v1/relocations/{mine['id']}/accept/", {"desk": hall.desk("06A-001")})
    assert (far.json()["code"], nowhere.json()["code"]) == ("area_not_yours", "desk_not_in_layout")


def test_without_a_free_desk_the_booking_is_given_up_and_its_person_told(hall, book, draft_without, publish):
    book("sasaki", "06B-001")
    gone = [f"{area}-{number:03}" for area in ("06A", "06B", "06C") for number in range(1, 7)]
    answer = publish(draft_without(*gone))
    assert (answer.json()["moved"], answer.json()["given_up"]) == (0, 1)
    assert told() == [("retired", "offered", None)]


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({"mode": "unavailable"}, "unavailable"),
        ({"mode": "assigned", "assigned_to": "900003"}, "assigned"),
        ({"mode": "drop_in"}, "drop_in"),
    ],
)
def test_a_desk_that_is_used_otherwise_displaces_too(hall, book, draft_without, publish, change, because):
    book("agatsuma", "06A-001")
    publish(draft_without(**{"06A_001": change}))
    assert told() == [(because, "moved", "06A-003")]


def test_a_desk_assigned_to_whoever_booked_it_stays_booked(hall, book, draft_without, publish):
    book("agatsuma", "06A-001")
    number = hall.people["agatsuma"].number
    publish(draft_without(**{"06A_001": {"mode": "assigned", "assigned_to": number}}))
    assert told() == []
    assert Booking.objects.get().desk.code == "06A-001"


def test_a_booking_goes_along_with_a_desk_that_changes_its_area(hall, book, draft_without, publish):
    mine = book("agatsuma", "06A-001")
    publish(draft_without(**{"06A_001": {"area": "06C", "x": 39.0}}))
    mine.refresh_from_db()
    assert (mine.area_id, mine.desk.code, mine.state, told()) == (hall.areas["06C"].pk, "06A-001", "booked", [])


def test_a_booking_given_up_comes_back_to_where_its_desk_stands_now(hall, book, draft_without, publish):
    mine = book("agatsuma", "06A-001")
    cancel_booking(booking_id=mine.pk)
    publish(draft_without(**{"06A_001": {"area": "06C", "x": 39.0}}))
    back = restore_booking(booking_id=mine.pk)
    assert (back.area_id, back.state, back.spilled_over) == (hall.areas["06C"].pk, "booked", False)


def test_an_offer_of_a_desk_that_changes_its_area_is_taken_back(hall, book, draft_without, publish, as_person):
    held = [book(who, desk) for who, desk in (("agatsuma", "06A-001"), ("yamada", "06A-002"))]
    for number, code in enumerate(("06A-003", "06A-004")):
        add_person(hall, f"sitter{number}", f"在席 {number}", "030202")
        book(f"sitter{number}", code)
    wanted = {"day": TUESDAY.isoformat(), "part": "full", "area": hall.areas["06A"].pk}
    assert as_person("kudo").post("/api/v1/waitlists/", wanted, format="json").status_code == 201
    cancel_booking(booking_id=held[0].pk)
    offered = Booking.objects.offered()
    assert offered.get().desk.code == "06A-001"
    publish(draft_without(**{"06A_001": {"area": "06C", "x": 39.0}}))
    assert not offered.exists()
    cancel_booking(booking_id=held[1].pk)
    assert (offered.get().desk.code, offered.get().person_id) == ("06A-002", hall.person("kudo"))


def test_who_sits_there_as_the_desk_goes_keeps_what_has_been(hall, book, draft_without, publish, monday_morning):
    mine = book("agatsuma", "06A-001", day=MONDAY)
    check_in(booking_id=mine.pk)
    monday_morning.move_to(city_time(MONDAY, "11:00"))
    publish(draft_without("06A-001", day=MONDAY))
    mine.refresh_from_db()
    (row,) = Displacement.objects.all()
    assert row.new_booking is not None
    assert (mine.state, mine.end) == ("checked_out", city_time(MONDAY, "11:00"))
    assert (row.state, row.new_booking.state, row.new_booking.moved_from_id) == ("moved", "checked_in", mine.pk)
    assert (row.new_booking.start, row.new_booking.end) == (mine.end, city_time(MONDAY, "17:15"))


def test_bookings_of_other_days_and_floors_stay(hall, book, draft_without, publish):
    earlier = book("agatsuma", "06A-001", day=TUESDAY)
    book("hoshi", "07A-001", day=WEDNESDAY)
    publish(draft_without("06A-001", day=WEDNESDAY))
    earlier.refresh_from_db()
    assert (earlier.state, earlier.desk.code, told()) == ("booked", "06A-001", [])


def test_somebody_displaced_on_several_days_gets_one_desk_for_all(hall, book, draft_without, publish):
    days = [TUESDAY + timedelta(days=number) for number in range(3)]
    for day in days:
        book("agatsuma", "06A-001", day=day)
    book("kudo", "06A-003", day=days[0])
    publish(draft_without("06A-001"))
    assert len({desk for _because, _state, desk in told()}) == 1


def test_a_layout_taken_back_asks_people_back_to_their_old_desks(
    hall, facilities, book, draft_without, publish, as_person
):
    mine = book("agatsuma", "06A-001", day=WEDNESDAY)
    layout = publish(draft_without("06A-001", day=WEDNESDAY)).json()["layout"]
    answer = facilities.post(f"/api/v1/layouts/{layout}/take-back/")
    assert answer.status_code == 200
    assert told() == [("retired", "moved", "06A-003"), ("restored", "offered", None)]
    me = as_person("agatsuma")
    offer = me.get("/api/v1/relocations/mine/").json()[1]
    assert (offer["booking"]["id"], [desk["code"] for desk in offer["choices"]]) == (mine.pk, ["06A-001"])
    back = me.post(f"/api/v1/relocations/{offer['id']}/accept/").json()
    assert (back["state"], back["booking"]["desk"]["code"]) == ("accepted", "06A-001")
    again = facilities.get(f"/api/v1/layout-drafts/{answer.json()['draft']}/").json()
    assert (again["closed"], again["desks"]) == (False, 10)


def test_bookings_at_desks_of_a_layout_taken_back_go_elsewhere(hall, facilities, draft_without, publish, between):
    draft = draft_without(day=WEDNESDAY)
    new = {**draft["content"]["desks"][0], "code": "06A-099", "x": 8.0, "y": 8.0}
    body = {name: draft[name] for name in ("revision", "name", "effective_from")}
    content = {**draft["content"], "desks": [*draft["content"]["desks"], new]}
    draft = facilities.put(f"/api/v1/layout-drafts/{draft['id']}/", {**body, "content": content}).json()
    layout = publish(draft).json()["layout"]
    desk = Layout.objects.get(pk=layout).desks.get(desk__code="06A-099").desk_id
    book_desk(person_id=hall.person("kudo"), desk_id=desk, during=between("8:30", "17:15", day=WEDNESDAY))
    facilities.post(f"/api/v1/layouts/{layout}/take-back/")
    assert [(because, state) for because, state, _desk in told()] == [("retired", "moved")]


def test_a_layout_that_has_begun_is_not_taken_back(hall, facilities, draft_without, publish):
    layout = publish(draft_without("06A-004", day=MONDAY)).json()["layout"]
    answer = facilities.post(f"/api/v1/layouts/{layout}/take-back/")
    assert (answer.status_code, answer.json()["code"]) == (409, "layout_has_begun")


def test_versions_say_from_when_to_when_they_are_in_force(hall, facilities, draft_without, publish):
    publish(draft_without("06A-004", day=WEDNESDAY))
    new, old = facilities.get(f"/api/v1/layouts/?floor={hall.floors['6'].pk}").json()
    assert (new["effective_from"], new["effective_until"], new["in_force"], new["may_take_back"], new["desks"]) == (
        "2026-12-02",
        None,
        False,
        True,
        10,
    )
    assert (old["effective_until"], old["in_force"], old["may_take_back"], old["desks"]) == (
        "2026-12-01",
        True,
        False,
        11,
    )
    assert new["published_by"] == "星 翔太"


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda content: content["desks"][0].update(area=""), "draft_has_mistakes"),
        (lambda content: None, "draft_changes_nothing"),
    ],
)
def test_a_draft_that_is_not_ready_is_refused(facilities, draft_without, publish, spoil, code):
    draft = draft_without()
    spoil(draft["content"])
    body = {name: draft[name] for name in ("revision", "name", "effective_from", "content")}
    draft = facilities.put(f"/api/v1/layout-drafts/{draft['id']}/", body).json()
    answer = publish(draft)
    assert (answer.status_code, answer.json()["code"]) == (409, code)
    if code == "draft_has_mistakes":
        assert answer.json()["mistakes"][0]["words"] == "席 06A-001 のエリアが決まっていません。"


def test_a_draft_saved_meanwhile_is_not_published(facilities, draft_without, publish):
    draft = draft_without("06A-004")
    answer = publish({**draft, "revision": 1})
    assert (answer.status_code, answer.json()["code"], answer.json()["revision"]) == (409, "draft_changed", 2)


def test_yesterday_stays_readable_on_yesterdays_plan(hall, book, draft_without, publish, as_person, monday_morning):
    mine = book("agatsuma", "06A-001", day=MONDAY)
    check_in(booking_id=mine.pk)
    publish(draft_without("06A-001", day=TUESDAY))
    monday_morning.move_to(city_time(WEDNESDAY, "9:00"))
    me, floor = as_person("agatsuma"), f"/api/v1/floors/{hall.floors['6'].pk}/"
    then, now = (me.get(floor, {"day": day.isoformat()}).json() for day in (MONDAY, WEDNESDAY))
    assert [len(plan["desks"]) for plan in (then, now)] == [11, 10]
    held = me.get(f"{floor}availability/", {"day": MONDAY.isoformat()}).json()
    assert held["layout"] == then["layout"]
    (row,) = [row for row in held["desks"] if row["desk"] == hall.desk("06A-001")]
    assert (row["state"], row["booking"]) == ("mine", mine.pk)
    shown = me.get(f"/api/v1/bookings/{mine.pk}/").json()
    assert (shown["desk"]["code"], shown["desk"]["area_name"]) == ("06A-001", "6階Aエリア")


def test_only_the_latest_move_of_a_booking_asks_for_an_answer(book, draft_without, publish, as_person):
    book("agatsuma", "06A-001")
    publish(draft_without("06A-001"))
    publish(draft_without("06A-001", "06A-003"))
    (mine,) = as_person("agatsuma").get("/api/v1/relocations/mine/").json()
    assert (mine["from_desk_code"], mine["state"]) == ("06A-003", "moved")


def test_a_move_whose_booking_was_cancelled_asks_nothing(book, draft_without, publish, as_person):
    mine = book("agatsuma", "06A-001")
    publish(draft_without("06A-001"))
    me = as_person("agatsuma")
    me.post(f"/api/v1/bookings/{mine.pk}/cancel/")
    assert me.get("/api/v1/relocations/mine/").json() == []


def test_an_offer_to_somebody_who_has_found_a_desk_without_it_asks_nothing(
    hall, book, draft_without, publish, as_person
):
    book("agatsuma", "06A-001")
    publish(draft_without("06A-001"), "cancel")
    me = as_person("agatsuma")
    assert len(me.get("/api/v1/relocations/mine/").json()) == 1
    book("agatsuma", "06A-002")
    assert me.get("/api/v1/relocations/mine/").json() == []
