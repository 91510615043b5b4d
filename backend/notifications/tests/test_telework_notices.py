"""Who hears of telework: an act about many requests is told once, and what is decided asks nobody any more."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from audit.context import acting_as
from audit.models import Event
from audit.services import record
from notifications.models import Notice
from notifications.services.noticing import is_worth_a_notice, write_notices
from people.models import Account, Person
from plans.services.team_days import set_team_day
from tests.factories.hall import LONG_AGO, add_person
from tests.fixtures.cast import TUESDAY, at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

MANY = 500


def happens(kind, subject, after, *, subject_kind="telework_request", by=None):
    """Record it, and tell whom it concerns, as the worker does."""
    seen = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    actor = {"actor_id": by.pk, "actor_name": by.person.name} if by else {"actor_name": "somebody"}
    with transaction.atomic(), acting_as(**actor):
        record(kind=kind, subject_kind=subject_kind, subject_id=subject, after=after)
    for event in Event.objects.filter(pk__gt=seen).order_by("pk"):
        if is_worth_a_notice(event):
            write_notices(event)


def told(**wanted):
    return sorted(Notice.objects.filter(**wanted).values_list("person__family_name", "kind"))


@pytest.fixture
def half_day(hall):
    """A morning that 我妻 wants to work at home; 山田 and 工藤 may decide."""
    return {
        "person": hall.person("agatsuma"),
        "day": "2026-12-01",
        "start": at("8:30", TUESDAY).isoformat(),
        "end": at("12:00", TUESDAY).isoformat(),
        "approvers": [hall.person("yamada"), hall.person("kudo")],
    }


def test_a_request_is_told_to_those_who_may_decide_and_not_to_whoever_asks(hall, half_day):
    happens("telework.requested", 7, half_day, by=hall.account("agatsuma"))
    assert told() == [("山田", "telework_waiting"), ("工藤", "telework_waiting")]
    assert Notice.objects.values_list("facts", flat=True)[0]["person_name"] == "我妻 美咲"


@pytest.mark.parametrize("what", ["approved", "returned", "rejected", "withdrawn"])
def test_what_one_of_them_decides_asks_nobody_any_more(hall, half_day, what):
    happens("telework.requested", 7, half_day)
    happens("telework.requested", 8, half_day)
    happens(f"telework.{what}", 7, half_day, by=hall.account("yamada"))
    waiting = Notice.objects.filter(kind="telework_waiting")
    assert waiting.count() == 2
    assert set(waiting.values_list("event_id", flat=True)) == {Event.objects.get(subject_id=8).pk}


def test_a_notice_whose_mail_has_left_stays_and_is_read(hall, half_day):
    happens("telework.requested", 7, half_day)
    Notice.objects.update(mail_claimed_at=at("8:00"))
    happens("telework.approved", 7, half_day, by=hall.account("yamada"))
    assert told(kind="telework_waiting", read_at__isnull=True) == []
    assert told(kind="telework_waiting", read_at__isnull=False) != []


def test_an_approval_says_which_desks_were_given_up_with_it(hall, half_day):
    happens("telework.approved", 7, half_day, by=hall.account("yamada"))
    happens("telework.approved", 8, {**half_day, "desks_let_go": ["06A-001"]}, by=hall.account("yamada"))
    assert told() == [("我妻", "telework_approved"), ("我妻", "telework_approved_for_desk")]
    freed = Notice.objects.get(kind="telework_approved_for_desk")
    assert (freed.link, freed.facts["desks_let_go"]) == ("/telework/8", ["06A-001"])


def test_an_approval_of_many_days_is_one_notice_for_each_person(hall, half_day):
    manager, misaki, mariko = hall.account("yamada"), str(hall.person("agatsuma")), str(hall.person("kudo"))
    happens("telework.requested", 8, {**half_day, "approvers": [hall.person("yamada")]})
    for request in (7, 8, 9):
        happens("telework.approved", request, {**half_day, "in_many": True}, by=manager)
    whole = {
        "people": [int(misaki), int(mariko)],
        "days": {misaki: ["2026-12-01", "2026-12-03"], mariko: ["2026-12-02"]},
        "desks": {mariko: ["06A-002"]},
        "requests": [7, 8, 9],
    }
    happens("telework.approved_many", 7, whole, by=manager)
    assert told() == [("工藤", "telework_approved_many_for_desks"), ("我妻", "telework_approved_many")]
    assert Notice.objects.get(person_id=misaki).facts["my_day"] == ["2026-12-01", "2026-12-03"]


def test_a_part_of_an_act_about_many_is_worth_no_job(half_day):
    with transaction.atomic():
        event = record(
            kind="telework.approved", subject_kind="telework_request", subject_id=7, after={**half_day, "in_many": True}
        )
    assert not is_worth_a_notice(event)


def test_too_few_on_site_and_a_short_rest_are_told_to_those_who_manage(hall):
    managers = {"managers": [hall.person("yamada")]}
    short = {"department_name": "広聴課", "day": "2026-12-01", "count": 3, "minimum": 4, **managers}
    happens("attendance.minimum_broken", 1, {**short, "half": "pm"}, subject_kind="department")
    happens(
        "telework.short_rest", 7, {"person": hall.person("kudo"), "day": "2026-12-01", "rest_hours": 11, **managers}
    )
    assert told() == [("山田", "minimum_broken_pm"), ("山田", "short_rest_in_section"), ("工藤", "short_rest")]


def test_a_team_day_is_told_to_the_section(hall):
    seen = Event.objects.count()
    manager = hall.account("yamada")
    with acting_as(actor_id=manager.pk, actor_name="山田 葵"):
        set_team_day(department=hall.departments["030202"], day=TUESDAY, set_by=manager.person_id)
    for event in Event.objects.order_by("pk")[seen:]:
        write_notices(event)
    assert told() == [("工藤", "team_day_set"), ("我妻", "team_day_set")]


def test_the_notices_of_an_act_about_hundreds_cost_a_few_statements(hall):
    add_person(hall, "more", "もう 一人", "030202")
    crowd = Person.objects.bulk_create(
        Person(
            number=f"8{n:05}",
            name=f"人 {n}",
            family_name="人",
            given_name=str(n),
            active_from=LONG_AGO,
            department=hall.departments["030202"],
        )
        for n in range(MANY)
    )
    Account.objects.bulk_create(Account(username=f"crowd{one.pk}", password="!", person=one) for one in crowd)
    ids = [one.pk for one in crowd]
    whole = {"people": ids, "days": {str(pk): ["2026-12-01"] for pk in ids}, "requests": ids}
    with transaction.atomic():
        event = record(kind="telework.approved_many", subject_kind="telework_request", subject_id=ids[0], after=whole)
    with CaptureQueriesContext(connection) as asked:
        write_notices(event)
    assert Notice.objects.count() == MANY
    assert len(asked) < 20
