"""Own plans beside telework: a leave shortens it after asking, a week takes its requests along, a desk comes back."""

from datetime import timedelta

import pytest

from attendance.services.offering_back import offer_desks_back, wants_desk_back
from audit.models import Event
from bookings.models import Booking
from telework.models import TeleworkRequest
from telework.policies.states import Actor, RequestAction
from telework.services.deciding import Chosen, decide
from telework.services.requests import cancel_request, enter_request
from telework.tests.asking import FULL, THURSDAY, WEDNESDAY, asked, register_everybody
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

ME = "/api/v1/attendance/me/"


@pytest.fixture
def home(hall):
    """我妻 teleworks on Wednesday, as approved."""
    register_everybody(hall)

    def approved():
        request = asked(hall, "agatsuma")
        decide(decider_id=hall.person("yamada"), action=RequestAction.APPROVE, chosen=Chosen(request.pk, None))
        return request

    return approved


def halves(day):
    return [(day[half]["place"], day[half]["source"]) for half in ("am", "pm")]


def test_a_leave_of_a_half_keeps_the_telework_of_the_other(hall, as_person, home):
    request, me = home(), as_person("agatsuma")
    asked_first = me.put(f"{ME}{WEDNESDAY}/", {"am": {"place": "leave"}}, format="json")
    assert asked_first.json()["code"] == "would_let_go"
    assert [(one["kind"], one["id"], one["desk_code"]) for one in asked_first.json()["lets_go"]] == [
        ("telework", request.pk, None)
    ]
    answer = me.put(f"{ME}{WEDNESDAY}/", {"am": {"place": "leave"}, "let_go": True}, format="json").json()
    assert halves(answer) == [("leave", "own"), ("home", "request")]
    assert answer["pm"]["request"] == {"id": request.pk, "state": "approved", "form": "home"}
    request.refresh_from_db()
    assert request.unit == "pm"


def test_a_desk_on_an_approved_half_names_the_request(hall, as_person, home):
    request = home()
    wish = {"desk": hall.desk("06A-001"), "day": str(WEDNESDAY), "part": "full"}
    problem = as_person("agatsuma").post("/api/v1/bookings/", wish, format="json").json()
    assert problem["code"] == "in_another_place"
    assert (problem["conflicts_with"]["kind"], problem["conflicts_with"]["id"]) == ("telework", request.pk)


def test_the_desk_given_up_for_telework_comes_back_with_its_cancelling(hall, as_person, home, book):
    book("agatsuma", "06A-001", day=WEDNESDAY)
    request = home()
    assert not Booking.objects.live().exists()
    cancel_request(request_id=request.pk, actor=Actor.ONESELF)
    found = as_person("agatsuma").get(f"{ME}desks-back/", {"day": WEDNESDAY}).json()["desks"]
    assert [(one["desk"]["code"], one["start"], one["end"]) for one in found] == [
        ("06A-001", "2026-12-02T08:30:00+09:00", "2026-12-02T17:15:00+09:00")
    ]
    event = Event.objects.get(kind="telework.cancelled")
    assert wants_desk_back(event)
    offer_desks_back(event)
    assert Event.objects.filter(kind="attendance.desk_offered").count() == 1


def test_a_week_is_copied_with_its_requests(hall, as_person, home):
    home()
    body = {"from_week": str(MONDAY), "to_week": str(MONDAY + timedelta(days=7))}
    me = as_person("agatsuma")
    preview = me.post(f"{ME}copy-week/", {**body, "preview": True}, format="json").json()["days"]
    assert TeleworkRequest.objects.count() == 1
    assert me.post(f"{ME}copy-week/", body, format="json").json()["days"] == preview
    assert [(one["half"], one["source"], one["outcome"]) for one in preview] == [
        ("am", "request", "done"),
        ("pm", "request", "done"),
    ]
    copy = TeleworkRequest.objects.get(day=WEDNESDAY + timedelta(days=7))
    assert (copy.state, copy.unit, copy.tasks) == ("submitted", "full", FULL.tasks)
    (day,) = me.get(ME, {"from": copy.day, "to": copy.day}).json()["days"]
    assert [(one["id"], one["state"], one["unit"]) for one in day["pending"]] == [(copy.pk, "submitted", "full")]


def test_a_request_that_waits_is_for_the_managers_and_a_draft_for_nobody_else(hall, as_person):
    register_everybody(hall)
    request = asked(hall, "agatsuma")
    enter_request(person_id=hall.person("agatsuma"), day=THURSDAY, content=FULL, submit=False)
    pending = {}
    for who in ("kudo", "yamada", "sasaki"):
        page = as_person(who).get(f"/api/v1/people/{hall.person('agatsuma')}/", {"days": 5}).json()
        pending[who] = [one["id"] for day in page["days"] for one in day["pending"]]
    assert pending == {"kudo": [], "yamada": [request.pk], "sasaki": []}
