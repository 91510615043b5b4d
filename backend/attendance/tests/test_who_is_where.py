"""The coming days of people found, favourites, a person's page, and who looked."""

import pytest

from people.models import Favourite, Person
from people.policies.standing_in import MOST_FAVOURITES
from people.policies.visibility import Visibility
from people.services.preferences import set_preferences
from tests.factories.hall import add_person
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

PEOPLE = "/api/v1/people/"
FAVOURITES = f"{PEOPLE}favourites/"


def test_a_search_says_where_people_are_on_a_coming_day(hall, as_person, book, plan):
    plan("agatsuma", "home", day=MONDAY)
    book("agatsuma", "06A-001", "13:00", "17:15")
    (row,) = as_person("hoshi").get(PEOPLE, {"q": "我妻", "day": "2026-12-01"}).json()["results"]
    assert (row["place"], row["desk"]["code"], row["visible"]) == ("office", "06A-001", True)


def test_a_past_day_is_not_asked_of_a_search(as_person):
    answer = as_person("hoshi").get(PEOPLE, {"q": "我妻", "day": "2026-11-29"})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["day"])


def test_a_strip_holds_the_next_working_days(hall, as_person, book):
    book("agatsuma", "06A-001")
    (row,) = as_person("hoshi").get(PEOPLE, {"q": "我妻", "days": 6}).json()["results"]
    assert [(day["day"], day["am"]["desk"] and day["am"]["desk"]["code"]) for day in row["days"]] == [
        ("2026-11-30", None),
        ("2026-12-01", "06A-001"),
        ("2026-12-02", None),
        ("2026-12-03", None),
        ("2026-12-04", None),
        ("2026-12-07", None),
    ]


def test_the_strip_of_somebody_hidden_is_empty_and_says_so(hall, as_person, book):
    book("agatsuma", "06A-001")
    set_preferences(person_id=hall.person("agatsuma"), visibility=Visibility.SECTION)
    asked = {"q": "我妻", "day": "2026-12-01", "days": 3}
    (row,) = as_person("hoshi").get(PEOPLE, asked).json()["results"]
    assert (row["visible"], row["place"], row["desk"]) == (False, None, None)
    assert [(day["visible"], day["stretches"]) for day in row["days"]] == [(False, [])] * 3
    (row,) = as_person("kudo").get(PEOPLE, asked).json()["results"]
    assert row["desk"]["code"] == "06A-001"


def test_who_joins_a_section_next_week_is_not_yet_one_of_it(hall, as_person, book):
    book("agatsuma", "06A-001")
    set_preferences(person_id=hall.person("agatsuma"), visibility=Visibility.SECTION)
    hall.people["agatsuma"].posts.create(
        department=hall.departments["040301"], kind="concurrent", active_from="2026-12-03"
    )
    (row,) = as_person("sasaki").get(PEOPLE, {"q": "我妻", "days": 5}).json()["results"]
    assert [day["visible"] for day in row["days"]] == [False] * 5


def test_the_number_of_queries_does_not_grow_with_people_or_days(hall, as_person, book, django_assert_max_num_queries):
    hoshi = as_person("hoshi")
    for person, desk in (("agatsuma", "06A-001"), ("kudo", "06A-002")):
        book(person, desk)
    hoshi.get(PEOPLE, {"q": "広聴課", "days": 10})
    with django_assert_max_num_queries(7):
        assert len(hoshi.get(PEOPLE, {"q": "広聴課", "days": 10}).json()["results"]) == 3


def test_a_persons_page(hall, as_person, book):
    book("agatsuma", "06A-001", day=MONDAY)
    address = f"{PEOPLE}{hall.person('agatsuma')}/"
    page = as_person("yamada").get(address, {"days": 2}).json()
    assert (page["name"], page["desk"]["code"]) == ("我妻 美咲", "06A-001")
    assert (page["me"], page["may_book"], page["favourite"]) == (False, True, False)
    assert [day["day"] for day in page["days"]] == ["2026-11-30", "2026-12-01"]
    mine = as_person("agatsuma").get(address).json()
    assert (mine["me"], mine["may_book"]) == (True, True)
    assert as_person("hoshi").get(address).json()["may_book"] is False


@pytest.mark.parametrize("number", ["0", "99999999", str(2**63)])
def test_nobody_has_no_page(as_person, number):
    assert as_person("hoshi").get(f"{PEOPLE}{number}/").status_code == 404


def test_favourites_are_marked_listed_and_taken_away(hall, as_person, book):
    book("sasaki", "06B-001", day=MONDAY)
    hoshi = as_person("hoshi")
    for who in ("sasaki", "agatsuma", "sasaki"):
        assert hoshi.put(f"{FAVOURITES}{hall.person(who)}/").status_code == 204
    listed = hoshi.get(FAVOURITES, {"days": 1}).json()
    assert [(row["name"], row["favourite"]) for row in listed] == [("我妻 美咲", True), ("佐々木 隆", True)]
    assert listed[1]["desk"]["code"] == "06B-001"
    assert as_person("kudo").get(FAVOURITES).json() == []
    (row,) = hoshi.get(PEOPLE, {"q": "佐々木"}).json()["results"]
    assert row["favourite"] is True
    for _ in range(2):
        assert hoshi.delete(f"{FAVOURITES}{hall.person('sasaki')}/").status_code == 204
    assert [row["name"] for row in hoshi.get(FAVOURITES).json()] == ["我妻 美咲"]


def test_a_favourite_opens_nothing(hall, as_person, book):
    book("agatsuma", "06A-001", day=MONDAY)
    set_preferences(person_id=hall.person("agatsuma"), visibility=Visibility.MANAGER)
    hoshi = as_person("hoshi")
    hoshi.put(f"{FAVOURITES}{hall.person('agatsuma')}/")
    (row,) = hoshi.get(FAVOURITES, {"days": 1}).json()
    assert (row["visible"], row["desk"], row["days"][0]["stretches"]) == (False, None, [])


def test_oneself_strangers_and_too_many_are_no_favourites(hall, as_person):
    hoshi = as_person("hoshi")
    assert hoshi.put(f"{FAVOURITES}{hall.person('hoshi')}/").json()["code"] == "favourite_is_oneself"
    assert hoshi.put(f"{FAVOURITES}{10**9}/").json()["code"] == "not_on_the_roll"
    for number in range(MOST_FAVOURITES):
        person = add_person(hall, f"p{number}", f"人 {number}", "100101")
        Favourite.objects.create(owner=hall.people["hoshi"], person=person, created_at="2026-11-30T08:00:00+09:00")
    assert hoshi.put(f"{FAVOURITES}{hall.person('kudo')}/").json()["code"] == "too_many_favourites"


def test_who_left_is_no_longer_among_favourites(hall, as_person):
    hoshi = as_person("hoshi")
    hoshi.put(f"{FAVOURITES}{hall.person('kudo')}/")
    Person.objects.filter(pk=hall.person("kudo")).update(active_to="2026-11-29")
    assert hoshi.get(FAVOURITES).json() == []


def test_looks_at_my_past_are_told_to_me_and_to_nobody_else(hall, as_person, monday_morning):
    monday_morning.shift(2 * 86400)
    manager = as_person("yamada")
    manager.get(f"{PEOPLE}{hall.person('agatsuma')}/whereabouts/", {"day": MONDAY})
    section = f"/api/v1/attendance/departments/{hall.departments['030202'].pk}/"
    manager.get(section, {"from": MONDAY, "to": TUESDAY})
    manager.get(section, {"from": "2026-12-02", "to": "2026-12-04"})
    page = as_person("agatsuma").get("/api/v1/me/looks/").json()
    assert [(one["by"], one["first_day"], one["last_day"], one["department"]) for one in page["results"]] == [
        ("山田 葵", "2026-11-30", "2026-12-01", "広聴課"),
        ("山田 葵", "2026-11-30", "2026-11-30", None),
    ]
    assert [one["department"] for one in as_person("kudo").get("/api/v1/me/looks/").json()["results"]] == ["広聴課"]
    for stranger in ("yamada", "hoshi"):
        assert as_person(stranger).get("/api/v1/me/looks/").json()["results"] == []


def test_looks_come_in_pages_both_ways(hall, as_person, monday_morning):
    monday_morning.shift(3 * 86400)
    manager = as_person("yamada")
    for day in ("2026-11-30", "2026-12-01", "2026-12-02"):
        manager.get(f"{PEOPLE}{hall.person('agatsuma')}/whereabouts/", {"day": day})
    me, days, cursor = as_person("agatsuma"), [], ""
    for _ in range(3):
        page = me.get("/api/v1/me/looks/", {"page_size": 1, "cursor": cursor}).json()
        days.append(page["results"][0]["first_day"])
        cursor = page["next"]
    assert days == ["2026-12-02", "2026-12-01", "2026-11-30"]
    assert cursor is None
    back = me.get("/api/v1/me/looks/", {"page_size": 1, "cursor": page["previous"]}).json()
    assert back["results"][0]["first_day"] == "2026-12-01"


def test_the_past_of_a_floor_names_nobody_so_that_no_look_goes_unrecorded(hall, as_person, book, monday_morning):
    book("agatsuma", "06A-001", day=MONDAY)
    monday_morning.shift(2 * 86400)
    floor = f"/api/v1/floors/{hall.floors['6'].pk}/availability/?day=2026-11-30"
    desk = f"/api/v1/desks/{hall.desk('06A-001')}/day/?day=2026-11-30"
    for address in (floor, desk):
        assert "我妻" not in as_person("yamada").get(address).content.decode()
    assert "我妻" in as_person("agatsuma").get(floor).content.decode()
