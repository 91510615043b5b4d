"""Saying where I am: what stands there is given up when I say so, the other half is kept, and the section hears."""

from datetime import date, timedelta

import pytest

from audit.models import Event
from bookings.models import Booking
from people.models import Person, PersonKind
from people.services.departments import set_department_duties
from plans.models import AttendancePlan, OwnPlan
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

ME = "/api/v1/attendance/me/"


@pytest.fixture
def say(as_person):
    """`say("agatsuma", am="leave", let_go=True)` about Tuesday."""

    def said(person, day=TUESDAY, *, am=None, pm=None, **more):
        words = {
            half: word if isinstance(word, dict) else {"place": word} for half, word in (("am", am), ("pm", pm)) if word
        }
        return as_person(person).put(f"{ME}{day}/", {**words, **more}, format="json")

    return said


def halves(answer):
    day = answer.json()
    return [day[half] and (day[half]["place"], day[half]["source"]) for half in ("am", "pm")]


def test_a_leave_of_a_half_keeps_the_desk_of_the_other(hall, say, book):
    booking = book("agatsuma", "06A-001")
    asked = say("agatsuma", am={"place": "leave", "note": "通院"})
    assert asked.status_code == 409
    assert asked.json()["code"] == "would_let_go"
    assert asked.json()["lets_go"] == [
        {
            "kind": "booking",
            "id": booking.pk,
            "start": "2026-12-01T08:30:00+09:00",
            "end": "2026-12-01T17:15:00+09:00",
            "place": "office",
            "desk_code": "06A-001",
        }
    ]
    booking.refresh_from_db()
    assert booking.state == "booked"
    answer = say("agatsuma", am={"place": "leave", "note": "通院"}, let_go=True)
    assert halves(answer) == [("leave", "own"), ("office", "booking")]
    assert answer.json()["am"]["note"] == "通院"
    assert answer.json()["pm"]["desk"]["code"] == "06A-001"


def test_a_leave_of_both_halves_leaves_no_desk_at_noon(hall, say, book):
    book("agatsuma", "06A-001")
    assert halves(say("agatsuma", am="leave", pm="trip", let_go=True)) == [("leave", "own"), ("trip", "own")]
    assert not Booking.objects.live().exists()


def test_a_word_said_again_is_said_once_and_the_usual_takes_it_back(hall, say):
    say("agatsuma", am="trip")
    say("agatsuma", am="trip")
    assert OwnPlan.objects.count() == 1
    assert halves(say("agatsuma", am="usual")) == [("office", "default"), ("office", "default")]
    assert OwnPlan.objects.get().withdrawn_at is not None


def test_a_desk_takes_the_place_of_the_word_to_be_at_the_office(hall, say, book, as_person):
    assert halves(say("agatsuma", am="office", pm="office")) == [("office", "own"), ("office", "own")]
    book("agatsuma", "06A-001", "10:00", "11:00")
    standing = AttendancePlan.objects.filter(withdrawn_at=None).order_by("during")
    assert [one.holder_kind for one in standing] == ["own_office", "booking", "own_office", "own_office"]


def test_a_desk_on_a_leave_is_refused_and_names_it(hall, say, as_person):
    say("agatsuma", am="leave", pm="leave")
    wish = {"desk": hall.desk("06A-001"), "day": str(TUESDAY), "part": "am"}
    problem = as_person("agatsuma").post("/api/v1/bookings/", wish, format="json").json()
    assert (problem["code"], problem["conflicts_with"]["kind"]) == ("in_another_place", "own")


def test_the_note_is_for_oneself_and_the_managers(hall, say, as_person):
    say("agatsuma", MONDAY, am={"place": "leave", "note": "通院"})
    address = f"/api/v1/people/{hall.person('agatsuma')}/whereabouts/"
    notes = {
        who: as_person(who).get(address).json()["stretches"][0]["note"]
        for who in ("agatsuma", "yamada", "kudo", "sasaki")
    }
    assert notes == {"agatsuma": "通院", "yamada": "通院", "kudo": "", "sasaki": ""}


def test_the_shift_of_a_day_moves_its_halves(hall, say):
    answer = say("agatsuma", am="trip", shift="0730")
    assert answer.json()["shift"] == "0730"
    assert answer.json()["am"]["start"] == "2026-12-01T07:30:00+09:00"


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 11, 27), "plan_day_over"),
        (date(2026, 12, 5), "plan_day_closed"),
        (date(2027, 1, 1), "plan_day_closed"),
    ],
)
def test_days_that_cannot_be_planned(hall, say, day, code):
    answer = say("agatsuma", day, am="leave")
    assert (answer.status_code, answer.json()["code"]) == (409, code)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"am": {"place": "home"}}, "am"),
        ({"am": {"place": "leave", "note": "あ" * 101}}, "am"),
        ({"am": "leave"}, "am"),
        ({"shift": "0000"}, "shift"),
        ({"let_go": "perhaps"}, "let_go"),
    ],
)
def test_words_that_are_none_are_named(hall, as_person, body, field):
    answer = as_person("agatsuma").put(f"{ME}{TUESDAY}/", body, format="json")
    assert answer.status_code == 400
    assert any(name.startswith(field) for name in answer.json()["fields"])


def test_a_day_that_is_none_is_named(hall, as_person):
    answer = as_person("agatsuma").put(f"{ME}tomorrow/", {}, format="json")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["day"])


def test_a_visitor_has_no_plan(hall, say):
    Person.objects.filter(pk=hall.person("hoshi")).update(
        kind=PersonKind.VISITOR, host=hall.people["kudo"], active_to=TUESDAY, department=None
    )
    assert say("hoshi", am="leave").status_code == 403


def test_a_word_with_a_key_is_taken_once(hall, as_person):
    me = as_person("agatsuma")
    for _ in range(2):
        me.put(f"{ME}{TUESDAY}/", {"am": {"place": "trip"}}, format="json", headers={"Idempotency-Key": "k"})
    assert Event.objects.filter(kind="own_plan.set").count() == 1


def test_the_managers_hear_when_a_leave_brings_the_section_under_its_minimum(hall, say):
    set_department_duties(department=hall.departments["030202"], counter_duty=True, minimum_on_site=2)
    say("kudo", am="leave")
    assert not Event.objects.filter(kind="attendance.minimum_broken").exists()
    say("agatsuma", am="leave", pm="leave")
    event = Event.objects.get(kind="attendance.minimum_broken")
    assert event.subject_id == hall.departments["030202"].pk
    assert event.after == {
        "department": hall.departments["030202"].pk,
        "department_name": "広聴課",
        "day": "2026-12-01",
        "half": "am",
        "count": 1,
        "minimum": 2,
        "managers": [hall.person("yamada")],
    }


def test_a_preview_names_what_would_be_given_up_and_changes_nothing(hall, as_person, book):
    booking = book("agatsuma", "06A-001")
    wanted = [{"day": str(TUESDAY), "pm": {"place": "trip"}}, {"day": "2026-11-27", "am": {"place": "trip"}}]
    days = as_person("agatsuma").post(f"{ME}preview/", {"days": wanted}, format="json").json()["days"]
    assert [(one["problem"] and one["problem"]["code"], [held["id"] for held in one["lets_go"]]) for one in days] == [
        (None, [booking.pk]),
        ("plan_day_over", []),
    ]
    assert not OwnPlan.objects.exists()


def test_a_usual_week_holds_from_its_day_on_and_leaves_what_was_planned(hall, say, as_person):
    say("agatsuma", am="trip")
    me = as_person("agatsuma")
    week = {"am": ["home"] * 5 + ["", ""], "pm": [""] * 7, "shifts": ["0930"] * 7}
    first = me.put(f"{ME}pattern/", {"active_from": str(MONDAY), **week}, format="json").json()
    assert first == {"active_from": str(MONDAY), **week, "next": None}
    later = {**week, "am": ["office"] * 7}
    answer = me.put(f"{ME}pattern/", {"active_from": str(MONDAY + timedelta(days=7)), **later}, format="json").json()
    assert (answer["active_from"], answer["next"]["am"]) == (str(MONDAY), ["office"] * 7)
    days = me.get(ME, {"from": MONDAY, "to": MONDAY + timedelta(days=7)}).json()["days"]
    assert [day["am"] and (day["am"]["place"], day["am"]["source"]) for day in days] == [
        ("home", "pattern"),
        ("trip", "own"),
        *[("home", "pattern")] * 3,
        None,
        None,
        ("office", "pattern"),
    ]
    past = me.put(f"{ME}pattern/", {"active_from": "2026-11-27", **week}, format="json")
    assert (past.status_code, past.json()["code"]) == (409, "plan_day_over")


@pytest.mark.parametrize("week", [{}, {"am": ["home"] * 6}, {"am": ["moon"] * 7}])
def test_a_week_that_is_none_is_refused(hall, as_person, week):
    whole = {"active_from": str(MONDAY), "am": [""] * 7, "pm": [""] * 7, "shifts": [""] * 7}
    body = {**whole, **week} if week else {}
    assert as_person("agatsuma").put(f"{ME}pattern/", body, format="json").status_code == 400


def test_the_shift_classes(hall, as_person):
    shifts = as_person("agatsuma").get("/api/v1/attendance/shifts/").json()
    assert shifts[2] == {"code": "0830", "starts_at": "08:30", "ends_at": "17:15"}
