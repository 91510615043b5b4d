"""What people hear when the roll changes, and what IT hears of the directory."""

import pytest
from django.db import transaction

from audit.context import acting_as
from audit.models import Event
from audit.services import record
from bookings.services.booking import book_desk
from core.interval import Interval
from notifications.models import Notice
from notifications.services.noticing import is_worth_a_notice, write_notices
from people.models import Delegation
from people.policies.standing_in import Period
from people.services.delegations import give_delegation
from telework.tests.asking import THURSDAY, WEDNESDAY, asked, register_everybody
from tests.directory.roll_changes import leave, move
from tests.factories.hall import add_person, city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def told():
    """`told(act, …)` does it and answers who heard what, by family name."""

    def after(act, *args, **named):
        seen = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        with acting_as(actor_name="directory"):
            act(*args, **named)
        for event in Event.objects.filter(pk__gt=seen).order_by("pk"):
            if is_worth_a_notice(event):
                write_notices(event)
        return sorted(Notice.objects.filter(event_id__gt=seen).values_list("person__family_name", "kind"))

    return after


@transaction.atomic
def happens(kind, subject_kind, subject, after):
    record(kind=kind, subject_kind=subject_kind, subject_id=subject, after=after)


def test_whoever_loses_desks_by_moving_is_told_once_with_a_way_to_book_anew(hall, told):
    for day in (TUESDAY, WEDNESDAY):
        during = Interval(city_time(day, "8:30"), city_time(day, "17:15"))
        book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=during)
    assert told(move, hall, "100101", "agatsuma") == [("我妻", "lost_by_moving")]
    notice = Notice.objects.get(kind="lost_by_moving")
    assert notice.link == "/book?day=2026-12-01"
    assert (notice.facts["days"], notice.facts["desk_codes"]) == (["2026-12-01", "2026-12-02"], ["06A-001"])


def test_the_other_side_of_a_delegation_is_told_why_it_ended(hall, told):
    period = Period(MONDAY, THURSDAY)
    for giver, holder in (("sasaki", "kudo"), ("kudo", "hoshi"), ("yamada", "agatsuma")):
        give_delegation(
            delegator_id=hall.person(giver),
            delegate_id=hall.person(holder),
            scope=Delegation.Scope.APPROVE,
            period=period,
        )
    assert told(leave, hall, "kudo") == [("佐々木", "delegate_left"), ("星", "delegation_ended_with_the_roll")]
    assert told(move, hall, "100101", "yamada") == [
        ("山田", "own_delegation_ended"),
        ("我妻", "delegation_ended_with_the_roll"),
    ]


def test_whoever_decides_now_is_told_once_of_everything_that_waits(hall, told):
    register_everybody(hall)
    add_person(hall, "tamura", "田村 剛", "100101", manages=True)
    for day in (WEDNESDAY, THURSDAY):
        asked(hall, "agatsuma", day)
    assert told(move, hall, "100101", "agatsuma") == [("田村", "telework_handed_over")]
    facts = Notice.objects.get(kind="telework_handed_over").facts
    assert (facts["people_count"], facts["waiting_count"]) == (1, 2)


def test_it_hears_of_the_directory_and_nobody_else_does(hall, told):
    account = hall.account("hoshi")
    account.roles = ["it"]
    account.save()
    failing = {"failures": 3, "code": "directory_unavailable", "source": "ldaps://dc1", "last_success_at": None}
    transfer = {"title": "令和9年4月1日付", "effective_on": "2027-04-01"}
    assert told(happens, "directory.failing", "directory", 0, failing) == [("星", "directory_failing")]
    assert told(happens, "directory.recovered", "directory", 0, {"failures": 3}) == [("星", "directory_recovered")]
    assert told(happens, "directory.transfer_failed", "transfer", 4, transfer) == [("星", "transfer_failed")]
    assert Notice.objects.get(kind="transfer_failed").link == "/directory/transfers/4"
    assert told(happens, "directory.run_held", "directory_run", 9, {"held_because": []}) == [("星", "directory_held")]
    assert told(happens, "directory.run_discarded", "directory_run", 9, {}) == []
    assert not Notice.objects.filter(kind="directory_held").exists(), "what was decided asks nobody any more"
