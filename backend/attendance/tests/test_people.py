import pytest

from audit.selectors import events_of
from people.models import Person
from people.policies.visibility import Visibility
from people.services.preferences import set_preferences
from tests.factories.hall import add_person
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

PEOPLE = "/api/v1/people/"


def names(answer):
    return [row["name"] for row in answer.json()["results"]]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("我妻", ["我妻 美咲"]),
        ("あがつま", ["我妻 美咲"]),
        ("ｱｶﾞﾂﾏ　ﾐｻｷ", ["我妻 美咲"]),
        ("佐佐木", ["佐々木 隆"]),
        ("900004", ["星 翔太"]),
        ("広聴", ["我妻 美咲", "工藤 真理子", "山田 葵"]),
        ("広聴局", ["我妻 美咲", "工藤 真理子", "山田 葵"]),
        ("広聴課 くどう", ["工藤 真理子"]),
        ("広聴課 佐々木", []),
        ("%", []),
        ("_", []),
        ("・", []),
    ],
)
def test_people_are_found_as_they_are_typed(hall, as_person, typed, found):
    assert names(as_person("hoshi").get(PEOPLE, {"q": typed})) == found


def test_a_person_found_says_where_they_are(hall, as_person, book):
    book("agatsuma", "06A-001", "9:00", "12:00", day=MONDAY)
    (row,) = as_person("hoshi").get(PEOPLE, {"q": "我妻"}).json()["results"]
    assert row == {
        "id": hall.person("agatsuma"),
        "number": hall.people["agatsuma"].number,
        "name": "我妻 美咲",
        "family_name": "我妻",
        "kana": "アガツマ ミサキ",
        "title": "",
        "department": {"id": hall.departments["030202"].pk, "code": "030202", "name": "広聴課"},
        "place": "office",
        "desk": {
            "id": hall.desk("06A-001"),
            "code": "06A-001",
            "area": hall.areas["06A"].pk,
            "area_name": "6階Aエリア",
            "floor": hall.floors["6"].pk,
            "floor_name": "6階",
        },
        "visible": True,
        "favourite": False,
        "days": [],
    }


@pytest.mark.parametrize(
    ("viewer", "wish", "place"),
    [
        ("hoshi", Visibility.EVERYONE, "home"),
        ("hoshi", Visibility.SECTION, None),
        ("kudo", Visibility.SECTION, "home"),
        ("kudo", Visibility.MANAGER, None),
        ("yamada", Visibility.MANAGER, "home"),
    ],
)
def test_who_hides_is_found_without_a_place(hall, as_person, plan, viewer, wish, place):
    plan("agatsuma", "home", day=MONDAY)
    set_preferences(person_id=hall.person("agatsuma"), visibility=wish)
    (row,) = as_person(viewer).get(PEOPLE, {"q": "我妻"}).json()["results"]
    assert (row["place"], row["desk"]) == (place, None)


def test_who_left_is_not_found(hall, as_person):
    Person.objects.filter(pk=hall.person("agatsuma")).update(active_to="2026-11-29")
    assert names(as_person("hoshi").get(PEOPLE, {"q": "我妻"})) == []


def test_the_list_is_paged_both_ways(hall, as_person):
    hoshi = as_person("hoshi")
    first = hoshi.get(PEOPLE, {"q": "広聴課", "page_size": 2})
    second = hoshi.get(PEOPLE, {"q": "広聴課", "page_size": 2, "cursor": first.json()["next"]})
    back = hoshi.get(PEOPLE, {"q": "広聴課", "page_size": 2, "cursor": second.json()["previous"]})
    assert (names(first), names(second), names(back)) == (
        ["我妻 美咲", "工藤 真理子"],
        ["山田 葵"],
        ["我妻 美咲", "工藤 真理子"],
    )
    assert (first.json()["previous"], second.json()["next"]) == (None, None)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({}, "q"),
        ({"q": ""}, "q"),
        ({"q": "x" * 101}, "q"),
        ({"q": "a\0"}, "q"),
        ({"q": "a", "page_size": "0"}, "page_size"),
        ({"q": "a", "page_size": str(10**15)}, "page_size"),
        ({"q": "a", "cursor": "made-up"}, "cursor"),
    ],
)
def test_a_question_that_is_none_is_named(hall, as_person, query, field):
    answer = as_person("hoshi").get(PEOPLE, query)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def test_the_number_of_queries_is_that_of_one_person(hall, as_person, book, django_assert_num_queries):
    hoshi = as_person("hoshi")
    book("agatsuma", "06A-001", day=MONDAY)
    hoshi.get(PEOPLE, {"q": "我妻"})
    with django_assert_num_queries(7):  # session, revisions, people, their posts, ledger, bookings, favourites
        assert len(names(hoshi.get(PEOPLE, {"q": "我妻"}))) == 1
    book("kudo", "06A-002", day=MONDAY)
    with django_assert_num_queries(7):
        assert len(names(hoshi.get(PEOPLE, {"q": "広聴課"}))) == 3


@pytest.fixture
def whereabouts(hall):
    def ask(client, person, day):
        return client.get(f"{PEOPLE}{hall.person(person)}/whereabouts/", {"day": day})

    return ask


def test_where_somebody_is_on_a_day(hall, as_person, book, whereabouts):
    booking = book("agatsuma", "06A-001")
    answer = whereabouts(as_person("hoshi"), "agatsuma", TUESDAY).json()
    assert (answer["day"], answer["visible"]) == ("2026-12-01", True)
    assert answer["person"] == {
        "id": hall.person("agatsuma"),
        "name": "我妻 美咲",
        "family_name": "我妻",
        "department": "広聴課",
    }
    assert [(one["place"], one["desk"]["code"], one["booking"]) for one in answer["stretches"]] == [
        ("office", "06A-001", booking.pk)
    ]


def test_where_somebody_hidden_is_stays_unsaid(hall, as_person, book, whereabouts):
    book("agatsuma", "06A-001")
    set_preferences(person_id=hall.person("agatsuma"), visibility=Visibility.MANAGER)
    answer = whereabouts(as_person("hoshi"), "agatsuma", TUESDAY).json()
    assert (answer["visible"], answer["stretches"]) == (False, [])
    assert whereabouts(as_person("yamada"), "agatsuma", TUESDAY).json()["visible"] is True


def test_the_past_is_told_to_oneself_and_to_managers_and_their_look_is_recorded(
    hall, as_person, book, whereabouts, monday_morning
):
    book("agatsuma", "06A-001", day=MONDAY)
    monday_morning.shift(24 * 3600)
    refused = whereabouts(as_person("kudo"), "agatsuma", MONDAY)
    assert (refused.status_code, refused.json()["code"]) == (403, "past_is_private")
    assert len(whereabouts(as_person("agatsuma"), "agatsuma", MONDAY).json()["stretches"]) == 1
    viewed = events_of("person", hall.person("agatsuma")).filter(kind="person.past_viewed")
    assert not viewed.exists()
    assert len(whereabouts(as_person("yamada"), "agatsuma", MONDAY).json()["stretches"]) == 1
    event = viewed.get()
    assert (event.actor_name, event.after) == ("山田 葵", {"day": "2026-11-30"})


def test_the_past_before_a_transfer_is_for_the_manager_of_that_time(hall, as_person, whereabouts, monday_morning):
    add_person(hall, "chief", "新任 課長", "040301", manages=True)
    hall.people["agatsuma"].posts.update(active_to=MONDAY)
    hall.people["agatsuma"].posts.create(department=hall.departments["040301"], kind="main", active_from=TUESDAY)
    monday_morning.shift(2 * 24 * 3600)
    assert whereabouts(as_person("yamada"), "agatsuma", MONDAY).status_code == 200
    assert whereabouts(as_person("yamada"), "agatsuma", TUESDAY).status_code == 403
    assert whereabouts(as_person("chief"), "agatsuma", MONDAY).status_code == 403
    assert whereabouts(as_person("chief"), "agatsuma", TUESDAY).status_code == 200


@pytest.mark.parametrize("number", ["0", "99999999", str(2**63), "9" * 40])
def test_a_person_who_is_none_is_a_404(hall, as_person, number):
    assert as_person("hoshi").get(f"{PEOPLE}{number}/whereabouts/").status_code == 404


@pytest.mark.parametrize("day", ["1999-12-31", "2100-01-01", "2026-02-31", "soon"])
def test_a_day_that_is_none_is_named(hall, as_person, whereabouts, day):
    answer = whereabouts(as_person("hoshi"), "agatsuma", day)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["day"])
