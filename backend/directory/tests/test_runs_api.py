"""What IT sees and decides of the directory over HTTP."""

from dataclasses import replace

import pytest

from directory.models import DirectoryRun
from directory.services import configured
from directory.source import DirectoryUnavailable, Trouble
from directory.tests.rolls import CROWD, Given, roll_of
from integrations.directory.port import Finding, FindingCode
from integrations.directory.settings import DirectoryKind, Preset, settings_of_preset
from integrations.directory.tests.contract import PEOPLE
from people.models import Account, Department, Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

EVERYBODY = (*PEOPLE, *CROWD)


@pytest.fixture
def directory(settings, monkeypatch, tmp_path):
    """The configured directory, which answers whatever a test gives it."""
    path = tmp_path / "city.ldif"
    settings.DIRECTORY = settings_of_preset(Preset.OPENLDAP, kind=DirectoryKind.LDIF, path=path)
    given = Given(roll_of(EVERYBODY))
    monkeypatch.setattr(configured, "configured_directory", lambda: given)
    return given


@pytest.fixture
def it(client_of):
    return client_of(Account.objects.create(username="chief", password="!", roles=["it"]))


def post(client, path, body=None):
    return client.post(f"/api/v1/directory/{path}", body or {}, format="json")


def get(client, path=""):
    return client.get(f"/api/v1/directory/{path}").json()


def test_without_a_directory_it_says_so(it):
    assert get(it)["configured"] is False
    refused = post(it, "runs/")
    assert (refused.status_code, refused.json()["code"]) == (409, "directory_not_configured")


def test_a_run_is_made_and_shown_with_what_it_changed(it, directory):
    made = post(it, "runs/")
    assert made.status_code == 201
    run = made.json()
    assert (run["state"], run["counts"]["person.added"], run["started_by_name"]) == ("applied", 40, "chief")
    state = get(it)
    assert (state["configured"], state["name"], state["people"], state["departments"]) == (True, "city.ldif", 40, 4)
    assert (state["last_success_at"], state["failures_in_a_row"], state["running"]) == (run["finished_at"], 0, None)
    assert [one["id"] for one in get(it, "runs/?changed=true")["results"]] == [run["id"]]
    changes = get(it, f"runs/{run['id']}/changes/?subject=person&q=我妻")["results"]
    assert [(one["key"], one["label"], one["department_name"]) for one in changes] == [
        ("000003", "我妻 美咲", "広聴課")
    ]
    assert changes[0]["fields"]["title"] == [None, "主事"]


def test_a_preview_is_applied_as_it_was_shown(it, directory):
    run = post(it, "runs/", {"dry_run": True}).json()
    assert (run["state"], Person.objects.count()) == ("planned", 0)
    applied = post(it, f"runs/{run['id']}/apply/", {"fingerprint": run["fingerprint"]})
    assert applied.status_code == 200
    assert (applied.json()["state"], applied.json()["decided_by_name"]) == ("applied", "chief")
    assert Person.objects.count() == 40
    again = post(it, f"runs/{run['id']}/apply/", {"fingerprint": run["fingerprint"]})
    assert (again.status_code, again.json()["code"]) == (409, "directory_run_decided")


def test_a_plan_that_changed_meanwhile_is_shown_anew_and_not_applied(it, directory):
    run = post(it, "runs/", {"dry_run": True}).json()
    directory.roll = roll_of(EVERYBODY[1:])
    refused = post(it, f"runs/{run['id']}/apply/", {"fingerprint": run["fingerprint"]})
    assert (refused.status_code, refused.json()["code"]) == (409, "directory_plan_changed")
    assert Person.objects.count() == 0
    shown = get(it, f"runs/{run['id']}/")
    assert (shown["state"], shown["counts"]["person.added"]) == ("planned", 39)
    assert shown["fingerprint"] == refused.json()["fingerprint"] != run["fingerprint"]
    assert post(it, f"runs/{run['id']}/apply/", {"fingerprint": run["fingerprint"]}).status_code == 409
    assert post(it, f"runs/{run['id']}/apply/", {"fingerprint": shown["fingerprint"]}).status_code == 200


def test_a_directory_that_is_away_when_a_plan_is_confirmed_leaves_it_waiting(it, directory):
    run = post(it, "runs/", {"dry_run": True}).json()
    directory.roll = DirectoryUnavailable("no route to host", Trouble.UNREACHABLE)
    refused = post(it, f"runs/{run['id']}/apply/", {"fingerprint": run["fingerprint"]})
    assert (refused.status_code, refused.json()["code"]) == (409, "directory_not_answering")
    assert get(it, f"runs/{run['id']}/")["state"] == "planned"


def test_a_held_run_is_discarded(it, directory):
    post(it, "runs/")
    directory.roll = roll_of(EVERYBODY[:-10])
    run = post(it, "runs/").json()
    assert (run["state"], run["held_because"]) == (
        "held",
        [{"code": "people_ended", "count": 10, "share_percent": 25.0, "most_percent": 5}],
    )
    assert post(it, f"runs/{run['id']}/discard/").json()["state"] == "discarded"
    assert post(it, f"runs/{run['id']}/discard/").status_code == 409
    assert post(it, "runs/999/discard/").status_code == 404


def test_a_failed_run_says_why(it, directory):
    directory.roll = DirectoryUnavailable("the certificate is not known", Trouble.CERTIFICATE)
    run = post(it, "runs/").json()
    assert (run["state"], run["problem"]) == (
        "failed",
        {"code": "directory_unavailable", "detail": "the certificate is not known", "trouble": "certificate"},
    )
    assert get(it)["failures_in_a_row"] == 1


def test_findings_name_whom_they_are_about(it, directory):
    post(it, "runs/")
    finding = Finding("uid=s000003,ou=people", FindingCode.NO_NAME, {"attribute": "cn"}, id="s000003")
    directory.roll = roll_of([one for one in EVERYBODY if one.id != "s000003"], findings=[finding])
    run = post(it, "runs/").json()
    assert (run["state"], run["finding_count"]) == ("unchanged", 1)
    (found,) = get(it, f"runs/{run['id']}/findings/")["results"]
    assert (found["entry"], found["code"], found["person"]["name"]) == ("uid=s000003,ou=people", "no_name", "我妻 美咲")


def test_gaps_are_people_without_a_section_or_without_somebody_at_its_head(it, directory):
    directory.roll = roll_of([replace(one, department="030201") if one.id == "s000003" else one for one in PEOPLE])
    post(it, "runs/")
    assert [one["number"] for one in get(it, "gaps/?of=manager")["results"]] == ["000001", "000003"]
    Person.objects.filter(number="000002").update(department=None)
    assert [one["number"] for one in get(it, "gaps/?of=section")["results"]] == ["000002"]
    state = get(it)
    assert (state["without_section"], state["without_manager"]) == (1, 2)
    assert it.get("/api/v1/directory/gaps/?of=heart").status_code == 400


def test_a_screen_that_polls_pays_only_for_what_changed(it, directory):
    post(it, "runs/")
    first = it.get("/api/v1/directory/")
    assert it.get("/api/v1/directory/", headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_staff_may_not_ask(as_person, hall):
    assert as_person("agatsuma").get("/api/v1/directory/").status_code == 403
    assert DirectoryRun.objects.count() == 0
    assert Department.objects.exists()
