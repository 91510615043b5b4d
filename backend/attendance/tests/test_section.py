import pytest

from audit.models import Event
from audit.selectors import events_of
from bookings.services.booking import cancel_booking
from people.models import Person, Post
from people.policies.visibility import Visibility
from people.services.departments import set_department_duties
from people.services.preferences import set_preferences
from tests.factories.hall import LONG_AGO, add_person
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def week_of(hall):
    """`week_of(client, first=…)` asks for 広聴課 until Tuesday."""

    def ask(client, section="030202", first="2026-11-30", last="2026-12-01", **headers):
        address = f"/api/v1/attendance/departments/{hall.departments[section].pk}/"
        return client.get(address, {"from": first, "to": last}, headers=headers)

    return ask


def half_days(answer):
    """{family name: [(am, pm) of each day]}."""
    return {
        row["person"]["family_name"]: [
            (day["am"] and day["am"]["place"], day["pm"] and day["pm"]["place"]) for day in row["days"]
        ]
        for row in answer.json()["people"]
    }


def test_a_section_shows_its_people_down_and_its_days_across(hall, as_person, book, plan, week_of):
    book("agatsuma", "06A-001", "8:30", "12:00")
    book("kudo", "06A-002")
    plan("yamada", "trip")
    set_department_duties(department=hall.departments["030202"], counter_duty=True, minimum_on_site=2)
    answer = week_of(as_person("agatsuma"))
    assert half_days(answer) == {
        "山田": [(None, None), ("trip", "trip")],
        "我妻": [(None, None), ("office", None)],
        "工藤": [(None, None), ("office", "office")],
    }
    body = answer.json()
    assert body["department"] == {"id": hall.departments["030202"].pk, "code": "030202", "name": "広聴課"}
    assert body["minimum_on_site"] == 2
    assert body["days"] == [
        {"day": "2026-11-30", "working_day": True, "holiday": None, "on_site_am": 0, "on_site_pm": 0},
        {"day": "2026-12-01", "working_day": True, "holiday": None, "on_site_am": 2, "on_site_pm": 1},
    ]
    assert [(row["manages"], row["me"]) for row in body["people"]] == [(True, False), (False, True), (False, False)]
    assert not Event.objects.filter(kind="department.past_viewed").exists()


def test_a_bureau_shows_everyone_below_it(hall, as_person, week_of):
    assert set(half_days(week_of(as_person("hoshi"), section="03"))) == {"山田", "我妻", "工藤"}


def test_somebody_with_a_concurrent_post_belongs_to_both(hall, as_person, week_of):
    Post.objects.create(
        person=hall.people["hoshi"], department=hall.departments["030202"], kind="concurrent", active_from=LONG_AGO
    )
    assert list(half_days(week_of(as_person("agatsuma"))))[-1] == "星"


@pytest.mark.parametrize(
    ("viewer", "wish", "sees"),
    [
        ("kudo", Visibility.SECTION, True),
        ("sasaki", Visibility.SECTION, False),
        ("kudo", Visibility.MANAGER, False),
        ("yamada", Visibility.MANAGER, True),
        ("agatsuma", Visibility.MANAGER, True),
    ],
)
def test_everybody_sees_what_each_member_wishes(hall, as_person, book, week_of, viewer, wish, sees):
    book("agatsuma", "06A-001")
    set_preferences(person_id=hall.person("agatsuma"), visibility=wish)
    answer = week_of(as_person(viewer))
    place = "office" if sees else None
    assert half_days(answer)["我妻"] == [(None, None), (place, place)]
    assert answer.json()["days"][1]["on_site_am"] == int(sees)
    assert [row["visible"] for row in answer.json()["people"]] == [True, sees, True]


def test_the_past_is_for_oneself_and_the_managers(hall, as_person, book, week_of, monday_morning):
    book("agatsuma", "06A-001", day=MONDAY)
    monday_morning.shift(24 * 3600)
    assert half_days(week_of(as_person("agatsuma")))["我妻"][0] == ("office", "office")
    assert half_days(week_of(as_person("yamada")))["我妻"][0] == ("office", "office")
    answer = week_of(as_person("kudo"))
    assert half_days(answer)["我妻"][0] == (None, None)
    assert [day["visible"] for day in answer.json()["people"][1]["days"]] == [False, True]


def test_a_manager_who_looks_at_the_past_of_others_is_recorded(hall, as_person, week_of, monday_morning):
    monday_morning.shift(24 * 3600)
    week_of(as_person("kudo"))
    week_of(as_person("yamada"))
    event = events_of("department", hall.departments["030202"].pk).get()
    assert (event.kind, event.actor_name) == ("department.past_viewed", "山田 葵")
    assert event.after == {
        "from": "2026-11-30",
        "to": "2026-12-01",
        "people": sorted([hall.person("agatsuma"), hall.person("kudo")]),
    }


def test_an_answer_that_did_not_change_is_304(hall, as_person, book, plan, week_of):
    kudo = as_person("kudo")

    def etag():
        answer = week_of(kudo)
        assert week_of(kudo, **{"If-None-Match": answer["ETag"]}).status_code == 304
        return answer["ETag"]

    tags = [etag()]
    booking = book("agatsuma", "06A-001", "8:30", "12:00")
    tags.append(etag())
    cancel_booking(booking_id=booking.pk)
    tags.append(etag())
    plan("agatsuma", "home")
    tags.append(etag())
    set_preferences(person_id=hall.person("agatsuma"), visibility=Visibility.MANAGER)
    tags.append(etag())
    add_person(hall, "new", "新人 一", "030202")
    tags.append(etag())
    assert len(set(tags)) == len(tags)


def test_one_persons_tag_is_not_anothers(hall, as_person, week_of):
    tag = week_of(as_person("kudo"))["ETag"]
    assert week_of(as_person("sasaki"), **{"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"from": "2026-12-01", "to": "2027-01-01"}, "to"),
        ({"from": "2016-12-01", "to": "2026-12-01"}, "to"),
        ({"from": "2026-12-01", "to": "2026-11-30"}, "to"),
    ],
)
def test_more_than_31_days_are_refused(hall, as_person, query, field):
    answer = as_person("agatsuma").get(f"/api/v1/attendance/departments/{hall.departments['03'].pk}/", query)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


@pytest.mark.parametrize("number", ["0", "99999999", str(2**63), "9" * 40])
def test_a_department_that_is_none_is_a_404(hall, as_person, number):
    answer = as_person("agatsuma").get(
        f"/api/v1/attendance/departments/{number}/", {"from": "2026-12-01", "to": "2026-12-01"}
    )
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_the_number_of_queries_is_that_of_one_person(hall, as_person, book, week_of, django_assert_num_queries):
    sasaki = as_person("sasaki")
    book("sasaki", "06B-001")
    week_of(sasaki, section="040301")
    book("agatsuma", "06A-001")
    book("kudo", "06A-002")
    assert Person.objects.filter(department=hall.departments["040301"]).count() == 1
    # Session, revisions, department; members, their posts; two for the tag; ledger, bookings.
    with django_assert_num_queries(9):
        week_of(sasaki, section="040301", first="2026-12-01")
    with django_assert_num_queries(9):
        week_of(sasaki, section="030202")
