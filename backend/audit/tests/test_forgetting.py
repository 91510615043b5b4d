"""The people of old events may be taken out, and nothing else of any event."""

import datetime as dt

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from audit.context import acting_as
from audit.forgetting import forget_people_between
from audit.models import Event
from audit.services import record

pytestmark = pytest.mark.django_db

LONG_AGO = dt.datetime(2024, 5, 1, 9, tzinfo=dt.UTC)
EVER = (dt.datetime(1970, 1, 1, tzinfo=dt.UTC), dt.datetime(2100, 1, 1, tzinfo=dt.UTC))


def happened(kind: str, at: dt.datetime = LONG_AGO) -> None:
    with time_machine.travel(at, tick=False), acting_as(actor_id=4, actor_name="高橋 一郎"), transaction.atomic():
        record(kind=kind, subject_kind="booking", subject_id=1, after={"person": 7}, on_behalf_of=9)


def test_people_are_taken_out_and_what_happened_stays() -> None:
    happened("booking.booked")
    happened("telework.approved")
    assert forget_people_between(*EVER) == 1
    event = Event.objects.get(kind="booking.booked")
    assert (event.at, event.subject_id, event.actor_name, event.actor_id) == (LONG_AGO, 1, "", None)
    assert (event.after, event.on_behalf_of_id) == (None, None)
    assert Event.objects.get(kind="telework.approved").actor_name == "高橋 一郎"
    assert forget_people_between(*EVER) == 0


@pytest.mark.parametrize(
    ("kind", "forgotten"),
    [
        ("attendance.desk_offered", True),
        ("day_shift.set", True),
        ("visitor.expected", True),
        ("floor_count.made", True),
        ("calendar.proposed", True),
        ("calendar.linked", False),
        ("account.signed_in", False),
        ("person.past_viewed", False),
    ],
)
def test_what_says_where_somebody_was_to_be_is_forgotten_and_nothing_else(kind: str, forgotten: bool) -> None:
    happened(kind)
    assert forget_people_between(*EVER) == int(forgotten)
    assert (Event.objects.get().after is None) is forgotten


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'booking.cancelled'",
        "actor_name = '別の人'",
        "at = at - interval '1 day', actor_name = '', actor_id = NULL, on_behalf_of_id = NULL, after = NULL",
        "actor_name = ''",
    ],
)
def test_an_old_event_cannot_be_changed_to_say_something_else(change: str) -> None:
    happened("booking.booked")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kyoseki.forgets', 'on', true)")
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            cursor.execute(f"UPDATE audit_event SET {change}")  # noqa: S608 - the statements above
    assert Event.objects.get().actor_name == "高橋 一郎"


def test_nothing_young_is_forgotten() -> None:
    happened("booking.booked", at=dt.datetime(2090, 1, 1, tzinfo=dt.UTC))
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        forget_people_between(*EVER)
