"""The city's days follow a calendar; what was entered by hand stays, and so does what lies outside of it."""

from datetime import date

import pytest

from audit.models import Event
from plans.models import CityEvent, ClosingDay
from plans.policies.city_calendar import CityEntry, Scope
from plans.selectors.working_days import city_calendar
from plans.services.city_calendar import city_events_follow, closing_days_follow, keep_as_by_hand
from plans.services.closing_days import set_closing_day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

KEY = "a" * 16
YEAR = Scope(date(2026, 11, 30), date(2027, 3, 31))
THE_29TH, THE_30TH = date(2026, 12, 29), date(2026, 12, 30)


def entry(name, first, last=None, *, source=""):
    return CityEntry((KEY + (source or f"{first}")).ljust(64, "0"), name, first, last or first)


def days():
    return [(row.day, row.name, row.source != "") for row in ClosingDay.objects.order_by("day")]


def test_days_come_change_and_go_with_their_calendar():
    first = [entry("年末", THE_29TH), entry("年末", THE_30TH)]
    assert closing_days_follow(key=KEY, wanted=first, scope=YEAR).new == tuple(first)
    assert closing_days_follow(key=KEY, wanted=first, scope=YEAR).nothing
    second = [entry("仕事納めの翌日", THE_29TH)]
    plan = closing_days_follow(key=KEY, wanted=second, scope=YEAR)
    assert (len(plan.changed), len(plan.gone)) == (1, 1)
    assert days() == [(THE_29TH, "仕事納めの翌日", True)]
    assert list(Event.objects.filter(kind__startswith="closing_day").order_by("pk").values_list("kind", flat=True)) == [
        *("closing_day.set", "closing_day.set", "closing_day.removed", "closing_day.changed")
    ]


def test_what_was_entered_by_hand_is_never_changed():
    set_closing_day(day=THE_29TH, name="市の定める日")
    plan = closing_days_follow(key=KEY, wanted=[entry("年末", THE_29TH)], scope=YEAR)
    assert (plan.new, [one.name for one in plan.kept]) == ((), ["年末"])
    closing_days_follow(key=KEY, wanted=[], scope=YEAR)
    assert days() == [(THE_29TH, "市の定める日", False)]


def test_what_lies_outside_of_what_the_calendar_speaks_of_stays():
    closing_days_follow(key=KEY, wanted=[entry("年末", THE_29TH)], scope=YEAR)
    closing_days_follow(key=KEY, wanted=[], scope=Scope(date(2027, 1, 1), date(2027, 12, 31)))
    assert days() == [(THE_29TH, "年末", True)]


def test_another_calendar_leaves_it_alone():
    closing_days_follow(key=KEY, wanted=[entry("年末", THE_29TH)], scope=YEAR)
    closing_days_follow(key="b" * 16, wanted=[], scope=YEAR)
    assert days() == [(THE_29TH, "年末", True)]


def test_a_trial_changes_nothing():
    assert closing_days_follow(key=KEY, wanted=[entry("年末", THE_29TH)], scope=YEAR, dry_run=True).new
    assert days() == []


def test_a_calendar_that_is_read_no_more_leaves_its_days_as_if_by_hand():
    closing_days_follow(key=KEY, wanted=[entry("年末", THE_29TH)], scope=YEAR)
    keep_as_by_hand(key=KEY)
    assert days() == [(THE_29TH, "年末", False)]


def test_a_closing_day_from_a_calendar_is_no_working_day_at_once():
    assert city_calendar().is_working_day(THE_29TH)
    closing_days_follow(key=KEY, wanted=[entry("年末", THE_29TH)], scope=YEAR)
    assert not city_calendar().is_working_day(THE_29TH)


def test_an_event_moves_and_one_in_the_same_words_is_not_entered_twice():
    CityEvent.objects.create(name="防災訓練", first_day=THE_29TH, last_day=THE_29TH)
    events = [entry("防災訓練", THE_29TH, source="x"), entry("市民まつり", THE_29TH, THE_30TH, source="y")]
    plan = city_events_follow(key=KEY, wanted=events, scope=YEAR)
    assert ([one.name for one in plan.new], [one.name for one in plan.kept]) == (["市民まつり"], ["防災訓練"])
    moved = [entry("市民まつり", date(2027, 1, 9), date(2027, 1, 10), source="y")]
    assert len(city_events_follow(key=KEY, wanted=moved, scope=YEAR).changed) == 1
    assert list(CityEvent.objects.order_by("first_day").values_list("name", "first_day")) == [
        ("防災訓練", THE_29TH),
        ("市民まつり", date(2027, 1, 9)),
    ]


def test_events_are_entered_and_taken_away_by_those_who_set_the_city_calendar(as_person, hall):
    client = as_person("agatsuma")
    said = {"name": "市民まつり", "first_day": "2026-12-05", "last_day": "2026-12-06"}
    assert client.post("/api/v1/city-events/", said).status_code == 403
    hall.people["agatsuma"].account.roles = ["facilities"]
    hall.people["agatsuma"].account.save()
    client = as_person("agatsuma")
    made = client.post("/api/v1/city-events/", said)
    assert (made.status_code, made.json()["from_calendar"]) == (201, False)
    seen = as_person("kudo").get("/api/v1/city-events/", {"from": "2026-12-06", "to": "2026-12-31"}).json()
    assert [one["name"] for one in seen] == ["市民まつり"]
    assert client.delete(f"/api/v1/city-events/{made.json()['id']}/").status_code == 204
    assert as_person("kudo").get("/api/v1/city-events/").json() == []
    backwards = client.post("/api/v1/city-events/", {**said, "last_day": "2026-12-04"})
    assert backwards.status_code == 400
