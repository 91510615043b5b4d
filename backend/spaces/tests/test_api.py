"""Places over HTTP: what is answered, what is refused, what is cached."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from pytest_django.fixtures import DjangoAssertNumQueries
from rest_framework.test import APIClient

from people.models import Account, Person, Post
from people.policies.visibility import Viewer
from people.selectors.signed_in import SignedIn
from spaces.models import Floor, Layout
from spaces.tests.cast import IN_SPRING, Cast, cast, import_small_hall
from spaces.tests.small_hall import DESKS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_ten_on_a_tuesday() -> Iterator[None]:
    with time_machine.travel("2026-11-24T10:00:00+09:00", tick=False):
        yield


@pytest.fixture
def hall() -> Cast:
    people = cast()
    import_small_hall(people.building)
    return people


def signed_in(person: Person) -> APIClient:
    account = Account.objects.create(username=f"s{person.number}", person=person)
    assert person.department is not None
    Post.objects.create(person=person, department=person.department, kind=Post.Kind.MAIN, active_from=IN_SPRING)
    client = APIClient()
    viewer = Viewer(account.pk, person.pk, frozenset({person.department_id or 0}))
    signed_in_as: Any = SignedIn(account, viewer, "")
    client.force_authenticate(account, signed_in_as)
    return client


@pytest.fixture
def client(hall: Cast) -> APIClient:
    return signed_in(hall.person)


@pytest.fixture
def colleague(hall: Cast) -> APIClient:
    return signed_in(
        Person.objects.create(number="000002", name="佐藤 健", family_name="佐藤", department=hall.section)
    )


def fourth() -> int:
    return Floor.objects.get(code="4").pk


def test_buildings_say_their_hours_and_parts(client: APIClient, hall: Cast) -> None:
    assert client.get("/api/v1/buildings/").json() == [
        {
            "id": hall.building.pk,
            "code": "main",
            "name": "本庁舎",
            "opens_at": "07:00",
            "closes_at": "22:00",
            "step_minutes": 15,
            "parts": {
                "full": {"start": "08:30", "end": "17:15"},
                "am": {"start": "08:30", "end": "12:00"},
                "pm": {"start": "13:00", "end": "17:15"},
            },
        }
    ]


def test_floors_come_top_floor_first_with_their_desks_in_service(client: APIClient) -> None:
    answer = client.get("/api/v1/floors/").json()
    assert [(floor["code"], floor["name"], floor["desks"]) for floor in answer] == [("5", "5階", 1), ("4", "4階", 3)]
    assert client.get("/api/v1/floors/?day=2026-03-31").json() == []


def test_a_floor_shows_its_areas_and_desks(client: APIClient, hall: Cast) -> None:
    answer = client.get(f"/api/v1/floors/{fourth()}/").json()
    layout = Layout.objects.get(floor__code="4")
    assert {key: value for key, value in answer.items() if key not in ("areas", "desks")} == {
        "id": fourth(),
        "building": hall.building.pk,
        "code": "4",
        "name": "4階",
        "layout": layout.pk,
        "effective_from": "2026-04-01",
        "width": 20.0,
        "height": 10.0,
        "plan_url": f"/api/v1/layouts/{layout.pk}/plan.svg",
    }
    section = {"id": hall.section.pk, "code": "0401", "name": "財政課"}
    own, common = answer["areas"]
    assert (own["departments"], own["mine"]) == ([section], False)
    assert (common["departments"], common["mine"]) == ([], False)
    assert answer["desks"][0] == {
        "id": answer["desks"][0]["id"],
        "code": "04A-001",
        "area": own["id"],
        "x": 3.0,
        "y": 3.6,
        "width": 0.7,
        "height": 1.2,
        "rotation": 0.0,
        "mode": "bookable",
        "features": ["monitor", "window"],
        "assigned_to": None,
    }


def test_an_area_is_mine_on_the_weekdays_on_which_my_section_is_at_home(client: APIClient) -> None:
    def mine(day: str) -> bool:
        return bool(client.get(f"/api/v1/floors/{fourth()}/?day={day}").json()["areas"][0]["mine"])

    assert (mine("2026-11-24"), mine("2026-11-25")) == (False, True)


def test_whose_an_assigned_desk_is_follows_that_persons_wish(
    client: APIClient, colleague: APIClient, hall: Cast
) -> None:
    address = f"/api/v1/floors/{Floor.objects.get(code='5').pk}/"
    brief = {"id": hall.person.pk, "name": "門間 彩", "family_name": "門間", "department": "契約課"}
    assert colleague.get(address).json()["desks"][0]["assigned_to"] == brief
    Person.objects.filter(pk=hall.person.pk).update(visibility="section")
    assert colleague.get(address).json()["desks"][0]["assigned_to"] is None
    assert client.get(address).json()["desks"][0]["assigned_to"] == brief


def test_a_floor_is_answered_304_until_something_changes(client: APIClient, hall: Cast) -> None:
    address = f"/api/v1/floors/{fourth()}/"
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    import_small_hall(
        hall.building, effective_from=Layout.objects.get(floor__code="4").effective_from.replace(year=2027),
        desks=DESKS.replace("3.75", "4.5"),
    )  # fmt: skip
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_a_floor_costs_few_queries(client: APIClient, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    address = f"/api/v1/floors/{Floor.objects.get(code='5').pk}/"
    client.get(address)
    with django_assert_num_queries(3):
        client.get(address)


@pytest.mark.parametrize(
    "day", ["1999-12-31", "2100-01-01", "2026-02-31", "31.2.2026", "today", "2026-11-24T00:00", "٢٠٢٦-١١-٢٤"]
)
@pytest.mark.parametrize("address", ["/api/v1/floors/", "/api/v1/floors/{floor}/"])
def test_a_day_that_is_none_is_refused_by_name(client: APIClient, address: str, day: str) -> None:
    answer = client.get(address.format(floor=fourth()), {"day": day})
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert (answer.json()["code"], list(answer.json()["fields"])) == ("bad_input", ["day"])


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/floors/999999/",
        "/api/v1/floors/99999999999999999999999/",
        "/api/v1/floors/{floor}/?day=2026-03-31",
        "/api/v1/layouts/999999/plan.svg",
        "/api/v1/layouts/99999999999999999999999/plan.svg",
        "/api/v1/floors/-1/",
    ],
)
def test_what_does_not_exist_is_not_found(client: APIClient, address: str) -> None:
    answer = client.get(address.format(floor=fourth()))
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_a_drawing_is_served_for_good_and_can_do_nothing(client: APIClient) -> None:
    address = client.get(f"/api/v1/floors/{fourth()}/").json()["plan_url"]
    for accept in ("image/avif,image/svg+xml,*/*;q=0.8", "image/svg+xml"):
        answer = client.get(address, headers={"Accept": accept})
        assert answer.status_code == 200
        assert answer["Content-Type"].startswith("image/svg+xml")
        assert answer.content.decode() == Layout.objects.get(floor__code="4").plan
        assert "immutable" in answer["Cache-Control"]
        assert answer["Content-Security-Policy"].startswith("default-src 'none'")


def found(client: APIClient, **query: Any) -> list[str]:
    return [desk["code"] for desk in client.get("/api/v1/desks/", query).json()["results"]]


def test_desks_are_found_by_code_as_people_type_it(client: APIClient) -> None:
    assert found(client, q="04a") == ["04A-001", "04A-002"]
    assert found(client, code="０５a１") == ["05A-001"]
    assert found(client, code="05A") == []
    (desk,) = client.get("/api/v1/desks/", {"q": "5a1"}).json()["results"]
    assert {key: desk[key] for key in ("code", "floor_name", "area_name", "mode")} == {
        "code": "05A-001",
        "floor_name": "5階",
        "area_name": "5階Aエリア",
        "mode": "assigned",
    }


def test_desks_are_paged_forth_and_back(client: APIClient) -> None:
    first = client.get("/api/v1/desks/", {"page_size": 3}).json()
    second = client.get("/api/v1/desks/", {"page_size": 3, "cursor": first["next"]}).json()
    back = client.get("/api/v1/desks/", {"page_size": 3, "cursor": second["previous"]}).json()
    assert [desk["code"] for desk in first["results"] + second["results"]] == [
        "04A-001",
        "04A-002",
        "04B-001",
        "05A-001",
    ]
    assert (first["previous"], second["next"]) == (None, None)
    assert back["results"] == first["results"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"page_size": "0"}, "page_size"),
        ({"page_size": "1000000000000000"}, "page_size"),
        ({"cursor": "xx"}, "cursor"),
        ({"q": "\x00"}, "q"),
        ({"q": "x" * 65}, "q"),
        ({"code": "\x00"}, "code"),
    ],
)
def test_a_search_that_makes_no_sense_is_refused_by_name(client: APIClient, query: dict[str, str], field: str) -> None:
    answer = client.get("/api/v1/desks/", query)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


@pytest.mark.parametrize("address", ["buildings/", "floors/", "floors/1/", "desks/", "layouts/1/plan.svg"])
def test_nobody_sees_places_without_signing_in(address: str) -> None:
    answer = APIClient().get(f"/api/v1/{address}")
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
