"""チーム出社日: set by the manager, seen by those who work there."""

import pytest

from audit.models import Event
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

ADDRESS = "/api/v1/team-days/"
PERIOD = f"{ADDRESS}?from={MONDAY}&to=2026-12-11"


@pytest.fixture
def asked(hall):
    return {"department": hall.departments["030202"].pk, "day": str(TUESDAY), "note": "班会議"}


def test_a_manager_sets_a_team_day_and_the_section_sees_it(as_person, asked):
    made = as_person("yamada").post(ADDRESS, asked)
    assert made.status_code == 201
    (seen,) = as_person("agatsuma").get(PERIOD).json()
    assert seen == {**made.json(), "mine": False}
    assert (seen["part"], seen["note"], seen["department"]["name"]) == ("full", "班会議", "広聴課")
    assert as_person("sasaki").get(PERIOD).json() == []
    assert (Event.objects.get(kind="team_day.set").after or {})["department_name"] == "広聴課"


def test_staff_and_other_sections_do_not_set_or_remove_one(as_person, asked):
    made = as_person("yamada").post(ADDRESS, asked).json()
    for who in ("agatsuma", "sasaki"):
        assert as_person(who).post(ADDRESS, {**asked, "day": "2026-12-02"}).status_code == 403
        assert as_person(who).delete(f"{ADDRESS}{made['id']}/").status_code == 403


def test_a_day_is_a_team_day_once_and_can_be_taken_away(as_person, asked):
    client = as_person("yamada")
    made = client.post(ADDRESS, asked).json()
    assert client.post(ADDRESS, asked).json()["code"] == "team_day_exists"
    assert client.delete(f"{ADDRESS}{made['id']}/").status_code == 204
    assert client.delete(f"{ADDRESS}{made['id']}/").status_code == 404
    assert client.get(PERIOD).json() == []


def test_a_day_that_is_over_and_a_period_without_end_are_mistakes(as_person, asked):
    client = as_person("yamada")
    assert client.post(ADDRESS, {**asked, "day": "2026-11-27"}).status_code == 400
    assert client.get(f"{ADDRESS}?from={MONDAY}&to=2027-12-01").status_code == 400
    assert client.get(ADDRESS).status_code == 400
