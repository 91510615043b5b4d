"""Setting the rules of telework, by the city and by departments, and reading them with whose word each is."""

import pytest

from audit.models import Event
from core.revision import Slow, revisions
from people.models import Department
from telework.selectors.rules import rules_for

RULES = "/api/v1/telework/rules/"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def hr(hall, as_person):
    """星, who has the role HR."""
    account = hall.account("hoshi")
    account.roles = ["hr"]
    account.save()
    return as_person("hoshi")


@pytest.fixture
def ours(hall):
    """The address of 広聴課's rules."""
    return f"/api/v1/telework/departments/{hall.departments['030202'].pk}/rules/"


def whose(answer, rule):
    return next(one for one in answer["whose"] if one["rule"] == rule)


def test_hr_sets_a_rule_for_everyone_and_everybody_reads_whose_it_is(hall, hr, as_person, ours):
    before = revisions()[Slow.TELEWORK]
    answer = hr.patch(f"{RULES}everyone/", {"most_days_a_week": 4, "owner": "総務局人事課"}, format="json")
    assert answer.status_code == 200
    assert answer.json()["rows"][0]["says"]["most_days_a_week"] == 4
    assert answer.json()["defaults"]["most_days_a_week"] == 3
    assert revisions()[Slow.TELEWORK] > before
    event = Event.objects.get(kind="telework_rule.set")
    assert event.after is not None
    assert (event.before, event.after["most_days_a_week"]) == (None, 4)
    seen = as_person("agatsuma").get(ours).json()
    assert (seen["effective"]["most_days_a_week"], seen["own"]["most_days_a_week"]) == (4, None)
    assert whose(seen, "most_days_a_week")["owner"] == "総務局人事課"
    assert whose(seen, "rest_hours")["by_default"] is True
    assert seen["may_set"] == []


def test_a_department_sets_what_is_left_to_departments(hall, as_person, ours):
    manager = as_person("yamada")
    assert "most_days_a_week" in manager.get(ours).json()["may_set"]
    body = {"most_days_a_week": 2, "apply_by_time": "12:00", "minimum_on_site_count": 3}
    answer = manager.patch(ours, body, format="json")
    assert answer.status_code == 200
    seen = answer.json()
    assert (seen["effective"]["apply_by_time"], seen["inherited"]["apply_by_time"]) == ("12:00", "17:15")
    assert (whose(seen, "apply_by_time")["owner"], whose(seen, "apply_by_time")["own"]) == ("広聴課", True)
    assert (seen["minimum_on_site_count"], seen["minimum_on_site_holds"]) == (3, 3)
    assert Department.objects.get(code="030202").minimum_on_site == 3
    assert Event.objects.filter(kind="department.duties_set").count() == 1
    section = hall.departments["030202"]
    assert rules_for(section.lineage, revisions()).most_days_a_week.value == 2
    assert rules_for(hall.departments["040301"].lineage, revisions()).most_days_a_week.value == 3
    undone = manager.patch(ours, {"most_days_a_week": None}, format="json").json()
    assert (undone["effective"]["most_days_a_week"], undone["own"]["apply_by_time"]) == (3, "12:00")


def test_of_two_who_set_one_departments_rules_the_later_looks_again(as_person, ours):
    manager, hr = as_person("yamada"), as_person("yamada")
    seen = manager.get(ours).json()["version"]
    first = manager.patch(ours, {"most_days_a_week": 2, "version": seen}, format="json")
    assert (first.status_code, first.json()["version"] != seen) == (200, True)
    for late in ({"most_days_a_week": 4}, {"minimum_on_site_count": 3}):
        refused = hr.patch(ours, {**late, "version": seen}, format="json")
        assert (refused.status_code, refused.json()["code"]) == (409, "rules_changed")
    assert manager.get(ours).json()["own"]["most_days_a_week"] == 2
    again = hr.patch(ours, {"most_days_a_week": 4, "version": first.json()["version"]}, format="json")
    assert again.status_code == 200


@pytest.mark.parametrize("body", [{"registration_needed": False}, {"most_days_a_week": 2, "rest_hours": 8}])
def test_a_department_sets_nothing_else(as_person, ours, body):
    answer = as_person("yamada").patch(ours, body, format="json")
    assert (answer.status_code, answer.json()["code"]) == (403, "rule_not_for_departments")
    assert not Event.objects.filter(kind="telework_rule.set").exists()


def test_hr_says_what_departments_may_set_and_sets_all_of_it_for_them(hr, as_person, ours):
    hr.patch(f"{RULES}everyone/", {"set_by_departments": ["rest_hours"]}, format="json")
    manager = as_person("yamada")
    assert manager.get(ours).json()["may_set"] == ["rest_hours"]
    assert manager.patch(ours, {"rest_hours": 12}, format="json").status_code == 200
    assert manager.patch(ours, {"minimum_on_site_count": 1}, format="json").status_code == 403
    assert hr.patch(ours, {"forms": ["home"], "minimum_on_site_count": 1}, format="json").status_code == 200
    rows = hr.get(RULES).json()["rows"]
    assert [row["department"] and row["department"]["name"] for row in rows] == [None, "広聴課"]


@pytest.mark.parametrize("name", ["agatsuma", "kudo", "sasaki"])
def test_nobody_else_sets_a_departments_rules(as_person, ours, name):
    assert as_person(name).patch(ours, {"most_days_a_week": 1}, format="json").status_code == 403


def test_a_manager_does_not_set_the_rules_of_another_section(hall, as_person):
    other = f"/api/v1/telework/departments/{hall.departments['040301'].pk}/rules/"
    assert as_person("yamada").patch(other, {"most_days_a_week": 1}, format="json").status_code == 403
    assert as_person("yamada").get("/api/v1/telework/departments/999999999/rules/").status_code == 404


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"most_days_a_week": 8}, "most_days_a_week"),
        ({"most_days_a_week": -1}, "most_days_a_week"),
        ({"apply_by_time": "25:00"}, "apply_by_time"),
        ({"minimum_on_site": "allow"}, "minimum_on_site"),
        ({"forms": []}, "forms"),
        ({"forms": ["moon"]}, "forms.0"),
        ({"excluded_classes": ["nobles"]}, "excluded_classes.0"),
        ({"earliest_time": "22:00"}, "latest_time"),
        ({"allowance_months": 0}, "allowance_months"),
        ({"minimum_on_site_count": None}, "minimum_on_site_count"),
    ],
)
def test_a_bad_value_is_400_with_its_field(hr, ours, body, field):
    answer = hr.patch(ours, body, format="json")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def test_sent_twice_it_is_set_once(hr, ours):
    for _ in range(2):
        assert hr.patch(ours, {"rest_hours": 9}, format="json", HTTP_IDEMPOTENCY_KEY="k").status_code == 200
    assert Event.objects.filter(kind="telework_rule.set").count() == 1


def test_all_rows_are_for_hr_and_it(hr, as_person):
    assert as_person("yamada").get(RULES).status_code == 403
    assert as_person("yamada").patch(f"{RULES}everyone/", {"overtime": True}, format="json").status_code == 403
    assert hr.get(RULES).json()["rows"] == []


def test_the_departments_to_set_are_those_one_manages_and_for_hr_all(hall, hr, as_person, ours):
    as_person("yamada").patch(ours, {"most_days_a_week": 2, "team_days": "refuse"}, format="json")
    mine = as_person("yamada").get("/api/v1/telework/departments/").json()
    assert [(one["name"], one["says"]) for one in mine] == [("広聴課", 2)]
    assert as_person("agatsuma").get("/api/v1/telework/departments/").json() == []
    assert len(hr.get("/api/v1/telework/departments/").json()) == Department.objects.count()
