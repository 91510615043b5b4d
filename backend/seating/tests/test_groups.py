"""Groups: desks together, all or nothing, for those one may name."""

from datetime import timedelta

import pytest

from audit.models import Event
from bookings.models import Booking
from bookings.policies.refusals import BookingRefusal
from bookings.services.booking import book_desk
from core.refused import Refused
from people.models import Delegation
from people.policies.visibility import Visibility
from people.services.preferences import set_preferences
from plans.policies.own_days import Wish, Word
from plans.services.own_plans import say_own_day
from seating.policies.adjacency import ACROSS_AN_AISLE_METRES, DeskBox, stand_together
from seating.policies.groups import sets_together
from tests.factories.hall import city_time
from tests.fixtures.cast import TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

ADDRESS = "/api/v1/group-bookings/"
WHEN = {"day": str(TUESDAY), "part": "full"}


def desk(number, x, y, rotation=0.0):
    return DeskBox(number, f"A-{number:03}", 6, x, y, 0.7, 1.2, rotation)


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (desk(2, 0.75, 0), True),  # side by side
        (desk(2, 0, 1.25), True),  # face to face
        (desk(2, 0.75, 1.25), False),  # only the corners are near
        (desk(2, 0.75, 0.5), True),  # side by side, pushed along
        (desk(2, 0.75, 0.8), False),  # pushed past the half
        (desk(2, 1.6, 0), False),  # somebody walks through between
        (desk(2, 0.95, 0, 90), True),  # turned by a right angle, its long edge at the first one's
        (desk(2, 0, 0, 0), True),
    ],
)
def test_desks_stand_together_side_by_side_or_face_to_face(other, together):
    assert stand_together(desk(1, 0, 0), other) is together
    assert stand_together(other, desk(1, 0, 0)) is together


def test_turning_the_whole_room_changes_nothing():
    one = DeskBox(1, "A-1", 6, 10, 10, 0.7, 1.2, 90)
    # Turned by 90 degrees about its middle, the long edge lies along x: the neighbour beside it stands above.
    above = DeskBox(2, "A-2", 6, 10, 10.75, 0.7, 1.2, 90)
    assert stand_together(one, above)
    assert not stand_together(one, DeskBox(3, "A-3", 6, 10, 11.6, 0.7, 1.2, 90))


def test_desks_of_another_floor_are_not_next_to_anything():
    assert not stand_together(desk(1, 0, 0), DeskBox(2, "B-2", 7, 0.75, 0, 0.7, 1.2))


def test_the_closest_connected_set_comes_first_and_the_others_differ():
    block = [desk(number, 0.75 * (number % 2), 1.25 * (number // 2)) for number in range(6)]
    far = [desk(10 + number, 20 + 0.75 * number, 0) for number in range(4)]
    found = sets_together([*far, *block], 4)
    assert [one.desk_id for one in found[0].desks] in ([0, 1, 2, 3], [2, 3, 4, 5])
    assert [one.across for one in found] == [False] * len(found)
    assert {one.desk_id for one in found[-1].desks} == {10, 11, 12, 13}


def test_an_aisle_is_crossed_only_where_nothing_touches():
    islands = [desk(0, 0, 0), desk(1, 0.75, 0), desk(2, 0.75 + 0.7 + ACROSS_AN_AISLE_METRES - 0.5, 0)]
    (found,) = sets_together(islands, 3)
    assert found.across is True
    assert sets_together([desk(0, 0, 0), desk(1, 30, 0)], 2) == []


def seats_of(proposal):
    return [{"person": seat["person"]["id"], "desk": seat["desk"]["id"]} for seat in proposal["seats"]]


def test_a_proposal_is_booked_as_it_was_proposed_and_everybody_hears(hall, as_person):
    client = as_person("agatsuma")
    people = [hall.person("agatsuma"), hall.person("kudo")]
    preview = client.post(f"{ADDRESS}preview/", {**WHEN, "people": people}).json()
    assert (preview["problems"], preview["proposals"][0]["touching"], preview["proposals"][0]["own_area"]) == (
        [],
        True,
        True,
    )

    made = client.post(ADDRESS, {**WHEN, "seats": seats_of(preview["proposals"][0]), "note": "定例"})

    assert made.status_code == 201
    assert [seat["state"] for seat in made.json()["seats"]] == ["booked", "booked"]
    assert (Event.objects.get(kind="group.booked").after or {})["people"] == people
    assert [group["mine"] for group in as_person("kudo").get(ADDRESS).json()] == [False]
    assert as_person("sasaki").get(f"{ADDRESS}{made.json()['id']}/").status_code == 404


def test_one_refused_leaves_nobody_a_desk_and_is_named(hall, as_person, between):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06C-001"), during=between("8:30", "12:00"))
    seats = [
        {"person": hall.person("agatsuma"), "desk": hall.desk("06A-001")},
        {"person": hall.person("kudo"), "desk": hall.desk("06A-002")},
    ]
    refused = as_person("agatsuma").post(ADDRESS, {**WHEN, "seats": seats})
    assert refused.status_code == 409
    assert (refused.json()["code"], refused.json()["person"]["name"]) == ("already_booked", "工藤 真理子")
    assert Booking.objects.count() == 1


def test_who_could_not_be_booked_is_told_before(hall, as_person, between):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06C-001"), during=between("8:30", "12:00"))
    people = [hall.person("agatsuma"), hall.person("kudo")]
    preview = as_person("agatsuma").post(f"{ADDRESS}preview/", {**WHEN, "people": people}).json()
    assert [(one["person"]["name"], one["refusal"]["code"]) for one in preview["problems"]] == [
        ("工藤 真理子", "already_booked")
    ]


@pytest.mark.parametrize(("who", "told"), [("agatsuma", "person_not_free"), ("yamada", "in_another_place")])
def test_why_a_colleague_who_hides_cannot_be_booked_is_for_the_manager(who, told, hall, as_person):
    set_preferences(person_id=hall.person("kudo"), visibility=Visibility.MANAGER)
    say_own_day(person_id=hall.person("kudo"), day=TUESDAY, am=Word(Wish.LEAVE), pm=Word(Wish.LEAVE))
    people = [hall.person(who), hall.person("kudo")]
    seats = [{"person": one, "desk": hall.desk(code)} for one, code in zip(people, ("06A-001", "06A-002"), strict=True)]

    preview = as_person(who).post(f"{ADDRESS}preview/", {**WHEN, "people": people}).json()
    refused = as_person(who).post(ADDRESS, {**WHEN, "seats": seats}).json()

    (problem,) = preview["problems"]
    assert (problem["refusal"]["code"], refused["code"]) == (told, told)
    assert ("conflicts_with" in problem["refusal"], "conflicts_with" in refused) == (who == "yamada",) * 2
    assert refused["person"]["name"] == "工藤 真理子"


def test_nobody_is_told_that_a_colleague_did_not_come(hall, as_person, monkeypatch):
    limited = Refused(BookingRefusal.NO_SHOW_LIMITED, {"limited_until": "2026-12-24"})
    monkeypatch.setattr("seating.selectors.together._refused", lambda person, *_: limited)
    people = [hall.person("agatsuma"), hall.person("kudo")]
    preview = as_person("agatsuma").post(f"{ADDRESS}preview/", {**WHEN, "people": people}).json()
    assert [one["refusal"]["code"] for one in preview["problems"]] == ["no_show_limited", "person_not_free"]


def test_who_hides_is_told_to_who_made_the_group_and_to_no_other_of_it(hall, as_person):
    set_preferences(person_id=hall.person("kudo"), visibility=Visibility.MANAGER)
    names = ("agatsuma", "kudo", "yamada")
    seats = [{"person": hall.person(who), "desk": hall.desk(f"06A-00{number}")} for number, who in enumerate(names, 1)]
    as_person("yamada").post(ADDRESS, {**WHEN, "seats": seats})

    def sits(who):
        (group,) = as_person(who).get(ADDRESS).json()
        one = as_person(who).get(f"{ADDRESS}{group['id']}/").json()
        assert one == group
        return {seat["person"]["id"] for seat in group["seats"]}

    everybody = {hall.person(who) for who in names}
    assert (sits("yamada"), sits("kudo")) == (everybody, everybody)
    assert sits("agatsuma") == everybody - {hall.person("kudo")}


def test_of_a_group_that_is_over_one_reads_the_own_seat_alone(hall, as_person, monday_morning):
    seats = [{"person": hall.person("yamada"), "desk": hall.desk("06A-001")}]
    seats.append({"person": hall.person("kudo"), "desk": hall.desk("06A-002")})
    group = as_person("yamada").post(ADDRESS, {**WHEN, "seats": seats}).json()
    assert len(group["seats"]) == 2
    monday_morning.move_to(city_time(TUESDAY + timedelta(days=1), "9:00"))
    after = as_person("yamada").get(f"{ADDRESS}{group['id']}/").json()
    assert [seat["person"]["id"] for seat in after["seats"]] == [hall.person("yamada")]


def test_colleagues_ones_people_and_delegators_may_be_named_and_nobody_else(hall, as_person, between):
    agatsuma, sasaki, kudo = hall.person("agatsuma"), hall.person("sasaki"), hall.person("kudo")

    def asks(who, *people):
        return as_person(who).post(f"{ADDRESS}preview/", {**WHEN, "people": list(people)}).status_code

    assert asks("agatsuma", agatsuma, kudo) == 200
    assert asks("agatsuma", agatsuma, sasaki) == 403
    assert asks("yamada", kudo, agatsuma) == 200
    Delegation.objects.create(
        delegator_id=sasaki,
        delegate_id=agatsuma,
        scope="book",
        active_from=TUESDAY.replace(day=1, month=11),
        active_to=TUESDAY,
    )
    assert asks("agatsuma", agatsuma, sasaki) == 200
    account = hall.account("hoshi")
    account.roles = ["facilities"]
    account.save()
    assert asks("hoshi", agatsuma, sasaki) == 200


def test_who_made_a_group_gives_it_up_and_who_sits_in_it_leaves_alone(hall, as_person):
    seats = [
        {"person": hall.person("agatsuma"), "desk": hall.desk("06A-001")},
        {"person": hall.person("kudo"), "desk": hall.desk("06A-002")},
        {"person": hall.person("yamada"), "desk": hall.desk("06A-003")},
    ]
    group = as_person("agatsuma").post(ADDRESS, {**WHEN, "seats": seats}).json()
    kudos = next(seat["booking"] for seat in group["seats"] if seat["person"]["family_name"] == "工藤")
    assert as_person("kudo").post(f"{ADDRESS}{group['id']}/cancel/", {}).status_code == 404
    assert as_person("kudo").post(f"/api/v1/bookings/{kudos}/cancel/", {}).status_code == 200

    given_up = as_person("agatsuma").post(f"{ADDRESS}{group['id']}/cancel/", {})

    assert [seat["state"] for seat in given_up.json()["seats"]] == ["cancelled"] * 3
    assert sorted((Event.objects.get(kind="group.cancelled").after or {})["people"]) == sorted(
        [hall.person("agatsuma"), hall.person("yamada")]
    )
    assert as_person("agatsuma").post(f"{ADDRESS}{group['id']}/cancel/", {}).json()["code"] == "group_is_over"


def test_a_desk_or_a_person_twice_is_a_mistake(hall, as_person):
    seats = [
        {"person": hall.person("agatsuma"), "desk": hall.desk("06A-001")},
        {"person": hall.person("kudo"), "desk": hall.desk("06A-001")},
    ]
    assert as_person("agatsuma").post(ADDRESS, {**WHEN, "seats": seats}).status_code == 400


def test_proposals_are_for_those_who_can_be_booked(hall, as_person, between):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06C-001"), during=between("8:30", "12:00"))
    people = [hall.person(name) for name in ("agatsuma", "kudo", "yamada")]
    preview = as_person("yamada").post(f"{ADDRESS}preview/", {**WHEN, "people": people}).json()
    assert [[seat["person"]["family_name"] for seat in one["seats"]] for one in preview["proposals"]][:1] == [
        ["我妻", "山田"]
    ]
    assert len(preview["problems"]) == 1
