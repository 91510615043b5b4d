import datetime as dt
from io import BytesIO
from itertools import pairwise

import pytest
from openpyxl import load_workbook

from attendance.services.my_days import plan_own_day
from audit.models import Event
from bookings.services.booking import cancel_booking
from core import clock
from core.revision import Slow, bump
from people.models import Delegation, Person, Post
from people.policies.visibility import Visibility
from people.services.departments import set_department_duties
from people.services.preferences import set_preferences
from plans.models import WeeklyPattern
from plans.policies.own_days import Wish, Word
from plans.services.team_days import remove_team_day, set_team_day
from telework.models import TeleworkRequest
from tests.factories.hall import LONG_AGO, add_person
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def asks(hall, between):
    """`asks("agatsuma", "pm", "13:00", "17:15")`: a request of hers for Tuesday that waits."""

    def asked(person, unit, start, end, state="submitted", **more):
        person = hall.people[person]
        return TeleworkRequest.objects.create(
            person=person,
            department_id=person.department_id,
            day=TUESDAY,
            during=between(start, end).as_range(),
            unit=unit,
            state=state,
            created_at=clock.now(),
            **more,
        )

    return asked


def half_days(answer):
    """{family name: [(am, pm) of each day]}; a presumed place stands in brackets, None is not to be known."""

    def told(half):
        return half and (f"({half['place']})" if half["source"] == "default" else half["place"])

    return {
        row["person"]["family_name"]: [(told(day["am"]), told(day["pm"])) for day in row["days"]]
        for row in answer.json()["people"]
    }


def pending(answer):
    """{family name: [which half, version]} of Tuesday's requests that wait, where there are any."""
    return {
        row["person"]["family_name"]: [(one["id"], one["am"], one["pm"]) for one in row["days"][1]["pending"]]
        for row in answer.json()["people"]
        if row["days"][1]["pending"]
    }


PRESUMED = ("(office)", "(office)")


def test_a_section_shows_its_people_down_and_its_days_across(hall, as_person, book, plan, week_of):
    booking = book("agatsuma", "06A-001", "8:30", "12:00")
    book("kudo", "06A-002")
    plan("yamada", "trip")
    set_department_duties(department=hall.departments["030202"], counter_duty=True, minimum_on_site=3)
    answer = week_of(as_person("agatsuma"))
    assert half_days(answer) == {
        "山田": [PRESUMED, ("trip", "trip")],
        "我妻": [PRESUMED, ("office", "(office)")],
        "工藤": [PRESUMED, ("office", "office")],
    }
    body = answer.json()
    assert body["department"] == {"id": hall.departments["030202"].pk, "code": "030202", "name": "広聴課"}
    assert (body["minimum_on_site"], body["manages"]) == (3, False)
    plain = {"working_day": True, "holiday": None, "unseen": 0, "team_day": None}
    assert body["days"] == [
        {"day": "2026-11-30", "on_site_am": 3, "on_site_pm": 3, "short_am": 0, "short_pm": 0, **plain},
        {"day": "2026-12-01", "on_site_am": 2, "on_site_pm": 2, "short_am": 1, "short_pm": 1, **plain},
    ]
    assert [(row["manages"], row["me"]) for row in body["people"]] == [(True, False), (False, True), (False, False)]
    assert body["people"][1]["days"][1]["am"] == {
        "place": "office",
        "source": "booking",
        "start": "2026-12-01T08:30:00+09:00",
        "end": "2026-12-01T12:00:00+09:00",
        "desk": {
            "id": hall.desk("06A-001"),
            "code": "06A-001",
            "floor": booking.floor_id,
            "floor_name": booking.floor.name,
        },
        "request": None,
        "note": "",
        "present": False,
    }
    assert not Event.objects.filter(kind="department.past_viewed").exists()


def test_a_day_on_which_nobody_works_says_nothing_of_anybody(as_person, week_of):
    answer = week_of(as_person("agatsuma"), first="2026-12-05", last="2026-12-06")
    assert half_days(answer)["我妻"] == [(None, None), (None, None)]
    assert [day["on_site_am"] for day in answer.json()["days"]] == [0, 0]


def test_the_minimum_of_a_department_above_counts_its_people_and_not_those_of_one_below(hall, as_person, week_of):
    set_department_duties(department=hall.departments["03"], counter_duty=False, minimum_on_site=5)
    above, below = (week_of(as_person("agatsuma"), section=section).json() for section in ("03", "030202"))
    assert (above["minimum_on_site"], above["days"][1]["short_am"]) == (5, 2)
    assert (below["minimum_on_site"], below["days"][1]["short_am"]) == (0, 0)


def test_the_usual_week_fills_what_nobody_planned(hall, as_person, book, week_of):
    places = ["", "home", "", "", "", "", ""]
    WeeklyPattern.objects.create(
        person=hall.people["agatsuma"],
        active_from=LONG_AGO,
        am=places,
        pm=places,
        shifts=[""] * 7,
        set_at=clock.now(),
    )
    book("agatsuma", "06A-001", "8:30", "12:00")
    answer = week_of(as_person("kudo"))
    assert half_days(answer)["我妻"][1] == ("office", "home")
    assert answer.json()["days"][1]["on_site_pm"] == 2


def test_a_team_day_is_flagged_with_its_part(hall, as_person, week_of):
    above = set_team_day(department=hall.departments["03"], day=TUESDAY)
    own = set_team_day(department=hall.departments["030202"], day=TUESDAY, part="pm", note="課の打合せ")
    answer = week_of(as_person("yamada")).json()["days"]
    assert answer[0]["team_day"] is None
    assert answer[1]["team_day"] == {
        "id": own.pk,
        "department": "広聴課",
        "part": "pm",
        "note": "課の打合せ",
        "mine": True,
    }
    remove_team_day(team_day_id=own.pk)
    left = week_of(as_person("yamada")).json()["days"][1]["team_day"]
    assert (left["id"], left["mine"]) == (above.pk, False)


def test_a_bureau_shows_everyone_below_it(hall, as_person, week_of):
    answer = week_of(as_person("hoshi"), section="03")
    assert set(half_days(answer)) == {"山田", "我妻", "工藤"}
    assert {row["unit"] for row in answer.json()["people"]} == {"広聴課"}


def test_somebody_with_a_concurrent_post_belongs_to_both_and_is_counted_at_home(hall, as_person, week_of):
    Post.objects.create(
        person=hall.people["hoshi"], department=hall.departments["030202"], kind="concurrent", active_from=LONG_AGO
    )
    answer = week_of(as_person("agatsuma"))
    assert list(half_days(answer))[-1] == "星"
    assert answer.json()["days"][1]["on_site_am"] == 3
    assert [row["counted"] for row in answer.json()["people"]] == [True, True, True, False]


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
    set_department_duties(department=hall.departments["030202"], counter_duty=True, minimum_on_site=4)
    set_preferences(person_id=hall.person("agatsuma"), visibility=wish)
    answer = week_of(as_person(viewer))
    assert half_days(answer)["我妻"] == ([PRESUMED, ("office", "office")] if sees else [(None, None)] * 2)
    tuesday = answer.json()["days"][1]
    assert (tuesday["on_site_am"], tuesday["unseen"], tuesday["short_am"]) == ((3, 0, 1) if sees else (2, 1, 0))
    assert [row["visible"] for row in answer.json()["people"]] == [True, sees, True]


def test_a_request_that_waits_stands_in_the_cell_of_those_who_decide_and_of_who_asks(hall, as_person, asks, week_of):
    asked = asks("agatsuma", "pm", "13:00", "17:15")
    waits = {"我妻": [(asked.pk, False, True)]}
    assert pending(week_of(as_person("yamada"))) == waits
    assert pending(week_of(as_person("agatsuma"))) == waits
    assert pending(week_of(as_person("kudo"))) == {}
    assert pending(week_of(as_person("hoshi"))) == {}
    body = week_of(as_person("yamada")).json()
    assert [row["may_decide"] for row in body["people"]] == [False, True, True]
    assert body["days"][1]["on_site_pm"] == 3  # still counted: nobody has decided


def test_a_request_that_waits_stands_before_whoever_decides_in_the_managers_place(hall, as_person, asks, week_of):
    asks("agatsuma", "full", "8:30", "17:15")
    assert pending(week_of(as_person("sasaki"))) == {}
    Delegation.objects.create(
        delegator=hall.people["yamada"],
        delegate=hall.people["sasaki"],
        scope="approve",
        active_from=MONDAY,
        active_to=MONDAY,
    )
    assert list(pending(week_of(as_person("sasaki")))) == ["我妻"]


def test_a_draft_is_for_who_wrote_it(as_person, asks, week_of):
    asks("agatsuma", "full", "8:30", "17:15", state="draft")
    assert pending(week_of(as_person("yamada"))) == {}
    assert list(pending(week_of(as_person("agatsuma")))) == ["我妻"]


@pytest.mark.parametrize(
    ("start", "end", "am", "pm"),
    [("9:00", "11:00", True, False), ("14:00", "16:00", False, True), ("10:00", "15:00", True, True)],
)
def test_hours_that_are_asked_for_stand_in_the_halves_they_touch(as_person, asks, week_of, start, end, am, pm):
    asked = asks("agatsuma", "hours", start, end)
    assert pending(week_of(as_person("yamada"))) == {"我妻": [(asked.pk, am, pm)]}


def test_the_past_is_for_oneself_and_the_managers(hall, as_person, book, week_of, monday_morning):
    book("agatsuma", "06A-001", day=MONDAY)
    monday_morning.shift(24 * 3600)
    assert half_days(week_of(as_person("agatsuma")))["我妻"][0] == ("office", "office")
    assert half_days(week_of(as_person("yamada")))["我妻"][0] == ("office", "office")
    answer = week_of(as_person("kudo"))
    assert half_days(answer)["我妻"][0] == (None, None)
    assert [day["visible"] for day in answer.json()["people"][1]["days"]] == [False, True]
    assert answer.json()["days"][0]["unseen"] == 2


def test_the_file_holds_what_the_screen_shows_and_is_laid_out_for_paper(
    hall, as_person, book, plan, asks, export_of, monday_morning
):
    set_department_duties(department=hall.departments["030202"], counter_duty=True, minimum_on_site=3)
    book("agatsuma", "06A-001", "8:30", "12:00")
    asks("agatsuma", "pm", "13:00", "17:15")
    plan("kudo", "leave")
    answer = export_of(as_person("yamada"))
    assert answer["Content-Disposition"] == 'attachment; filename="section-030202-20261130-20261201.xlsx"'
    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    rows = [[cell.value for cell in row][1:] for row in sheet.iter_rows(min_row=4, max_col=6)]
    assert rows == [
        ["氏名", "11月30日(月)", None, "12月1日(火)", None],
        [None, "午前", "午後", "午前", "午後"],
        ["庁舎にいる人 (最低 3)", 3, 3, 2, 2],
        ["チーム出社日", None, None, None, None],
        ["山田 葵", "(出)", "(出)", "(出)", "(出)"],
        ["我妻 美咲", "(出)", "(出)", "出", "宅 申請中"],
        ["工藤 真理子", "(出)", "(出)", "休", "休"],
    ]
    assert sheet["E6"].number_format == '0" 1人不足"'
    assert (sheet.freeze_panes, sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("C8", "landscape", 9)


def test_an_answer_that_did_not_change_is_304(hall, as_person, book, plan, asks, week_of):
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
    request = asks("kudo", "full", "8:30", "17:15")
    tags.append(etag())
    TeleworkRequest.objects.filter(pk=request.pk).update(state="withdrawn", version=2)
    tags.append(etag())
    team_day = set_team_day(department=hall.departments["030202"], day=TUESDAY)
    tags.append(etag())
    remove_team_day(team_day_id=team_day.pk)
    set_team_day(department=hall.departments["030202"], day=TUESDAY, part="am")
    tags.append(etag())
    WeeklyPattern.objects.create(
        person=hall.people["kudo"],
        active_from=LONG_AGO,
        am=["home"] * 7,
        pm=["home"] * 7,
        shifts=[""] * 7,
        set_at=clock.now(),
    )
    tags.append(etag())
    set_preferences(person_id=hall.person("agatsuma"), visibility=Visibility.MANAGER)
    tags.append(etag())
    add_person(hall, "new", "新人 一", "030202")
    bump(Slow.PEOPLE)
    tags.append(etag())
    assert tags[2] == tags[0]  # as if nothing had been booked
    assert all(one != another for one, another in pairwise(tags))


def test_one_persons_tag_is_not_anothers(hall, as_person, week_of):
    tag = week_of(as_person("kudo"))["ETag"]
    assert week_of(as_person("sasaki"), **{"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("export", ["", "export/"])
@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"from": "2026-12-01", "to": "2027-01-05"}, "to"),
        ({"from": "2016-12-01", "to": "2026-12-01"}, "to"),
        ({"from": "2026-12-01", "to": "2026-11-30"}, "to"),
    ],
)
def test_more_than_35_days_are_refused(hall, as_person, query, field, export):
    answer = as_person("agatsuma").get(f"/api/v1/attendance/departments/{hall.departments['03'].pk}/{export}", query)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


@pytest.mark.parametrize("number", ["0", "99999999", str(2**63), "9" * 40])
def test_a_department_that_is_none_is_a_404(hall, as_person, number):
    answer = as_person("agatsuma").get(
        f"/api/v1/attendance/departments/{number}/", {"from": "2026-12-01", "to": "2026-12-01"}
    )
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_section_tells_what_a_trip_is_for_to_oneself_and_the_manager_alone(hall, as_person, week_of):
    plan_own_day(person_id=hall.person("agatsuma"), day=TUESDAY, am=Word(Wish.TRIP, "県庁"), pm=Word(Wish.LEAVE))

    def noted(reader):
        people = week_of(as_person(reader)).json()["people"]
        own = next(one for one in people if one["person"]["family_name"] == "我妻")
        return [own["days"][1][half]["note"] for half in ("am", "pm")]

    assert {reader: noted(reader) for reader in ("agatsuma", "yamada", "kudo")} == {
        "agatsuma": ["県庁", ""],
        "yamada": ["県庁", ""],
        "kudo": ["", ""],
    }


def test_the_number_of_queries_is_that_of_one_person(hall, as_person, book, week_of, django_assert_num_queries):
    sasaki = as_person("sasaki")
    book("sasaki", "06B-001")
    book("agatsuma", "06A-001")
    book("kudo", "06A-002")
    assert Person.objects.filter(department=hall.departments["040301"]).count() == 1
    month = {"first": "2026-12-01", "last": str(TUESDAY + dt.timedelta(days=34))}
    for section in ("040301", "030202"):
        week_of(sasaki, section=section, **month)
    # Session, revisions; what moved; ledger, usual weeks; requests, desks.
    with django_assert_num_queries(7):
        tag = week_of(sasaki, section="040301", **month)["ETag"]
    with django_assert_num_queries(7):
        week_of(sasaki, section="030202", **month)
    with django_assert_num_queries(3):
        assert week_of(sasaki, section="040301", **month, **{"If-None-Match": tag}).status_code == 304
